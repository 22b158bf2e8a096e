/** The one question that moves the most days of a timeline. */
import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../text/text.js";
import { chipsOf } from "./controls.js";
import { isDayFact } from "./form-paths.js";
import { isAnswered, type FormState } from "./form-state.js";
import type { Question } from "./question.js";
import type { TimelineRow } from "./timeline-rows.js";

/** A question for the day or the word on which most of the days hang; nothing where all is said. */
export function dayQuestion(rows: TimelineRow[], form: FormState, words: Words): TemplateResult | typeof nothing {
  const open = rows.flatMap(({ event }) => event.missing.map(({ fact }) => ({ fact, plan: event.plan })));
  const asked = open.filter(({ fact }) => !isAnswered(form, fact) && hasControl(fact, words));
  const weight = (fact: string): number => asked.filter((one) => one.fact === fact).length;
  const [first] = [...asked].sort((one, other) => weight(other.fact) - weight(one.fact));
  if (first === undefined) return nothing;
  const plans = new Set(asked.filter(({ fact }) => fact === first.fact).map(({ plan }) => plan));
  const question: Question = { fact: first.fact, plans: [...plans], settles: false, moves: "days" };
  return html`<hosho-next-question .words=${words} .form=${form} .question=${question}></hosho-next-question>`;
}

function hasControl(fact: string, words: Words): boolean {
  return fact !== "covers" && (isDayFact(fact) || chipsOf(fact, words) !== null);
}
