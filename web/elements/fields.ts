/** A labelled field of the form: its question, its control, where to find the answer, and what is wrong with it. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { splitParts, writeDay } from "../text/days.js";
import type { Words } from "../text/text.js";
import { control } from "./controls.js";
import { fieldId, plainFact } from "./form-paths.js";
import { answerEvent, dayOf, isTyped, type FormState } from "./form-state.js";
import type { ToldProblem } from "./problem.js";

/** What every field needs to know. */
export interface FieldContext {
  /** What was entered. */
  form: FormState;
  /** In which words. */
  words: Words;
  /** What is wrong with one of the fields, if anything. */
  problem: ToldProblem | null;
  /** A long row of chips becomes a select. */
  compact?: boolean;
}

/** A field with its question: one control under a label, or several under a legend. */
export function field(fact: string, context: FieldContext): TemplateResult {
  const { form, words, problem, compact = false } = context;
  const prefix = fieldId(fact);
  const placing = { prefix, describedBy: describing(fact, context), invalid: problem?.fact === fact, compact };
  const made = control(fact, form, words, placing);
  const below = html`${findNote(fact, words)}${problemNote(fact, context)}`;
  if (isTyped(fact) || fact === "device.model")
    return html`<div><label class="lab" for=${prefix}>${askText(fact, words)}</label> ${made}${below}</div>`;
  return html`<fieldset id=${`${prefix}-set`} aria-describedby=${placing.describedBy || nothing}>
    <legend>${askText(fact, words)}</legend>
    ${made}${below}
  </fieldset>`;
}

/** A field for a day that is known for certain, such as today. `tell` takes what is typed; it may be empty. */
export function dayInput(
  fact: string,
  value: string,
  context: FieldContext & { today?: string },
  tell: (day: string) => void,
): TemplateResult {
  const { words, problem, today = "" } = context;
  const id = fieldId(fact);
  return html`<div>
    <label class="lab" for=${id}>${askText(fact, words)}</label>
    <input
      id=${id}
      type="date"
      .value=${live(value)}
      aria-describedby=${describing(fact, context)}
      aria-invalid=${problem?.fact === fact ? "true" : nothing}
      @input=${(event: Event) => tell((event.target as HTMLInputElement).value)}
    />
    ${findNote(fact, words)}${problemNote(fact, context, today)}
  </div>`;
}

/** The question that asks for a fact. */
export function askText(fact: string, words: Words): string {
  const key = plainFact(fact);
  if (words.has(`ask.${key}`)) return words.say(`ask.${key}`);
  return words.say("ask.other", { fact: words.say(`fact.${key}`) });
}

/** Ids of the texts that describe a field. */
export function describing(fact: string, { words, problem }: FieldContext): string {
  const id = fieldId(fact).slice(2);
  const ids = [words.has(`find.${plainFact(fact)}`) ? `n-${id}` : "", problem?.fact === fact ? `p-${id}` : ""];
  return ids.filter((one) => one !== "").join(" ");
}

/** Where the answer can be found. */
export function findNote(fact: string, words: Words): TemplateResult | typeof nothing {
  const key = `find.${plainFact(fact)}`;
  return words.has(key) ? html`<p class="note" id=${`n-${fieldId(fact).slice(2)}`}>${words.say(key)}</p>` : nothing;
}

/** What is wrong with a field, and one tap that mends it where there is one. */
export function problemNote(
  fact: string,
  { form, words, problem }: FieldContext,
  today = "",
): TemplateResult | typeof nothing {
  if (problem?.fact !== fact) return nothing;
  return html`<p class="bar-note bad" id=${`p-${fieldId(fact).slice(2)}`}>
    <b>${problem.text}</b>${proposal(fact, form, words, today)}
  </p>`;
}

/** The day of a month goes, the day of the question becomes today. */
function proposal(fact: string, form: FormState, words: Words, today: string): TemplateResult | typeof nothing {
  if (fact === "as_of") return fix(words.say("ui.use_today", { day: writeDay(today, words.say) }), fact, today);
  const day = dayOf(form, fact);
  if (day === null || day.length <= 7) return nothing;
  const month = day.slice(0, 7);
  return fix(words.say("ui.forget_day", { month: writeDay(month, words.say) }), fact, splitParts(month));
}

function fix(label: string, fact: string, value: Parameters<typeof answerEvent>[1]): TemplateResult {
  const mend = (event: Event): boolean => (event.target as HTMLElement).dispatchEvent(answerEvent(fact, value));
  return html`<button class="btn" type="button" @click=${mend}>${label}</button>`;
}
