/** What is asked with a card: what it waits for, directly below the verdict; and the word that nothing is left to ask. */
import { html, nothing, type TemplateResult } from "lit";
import type { Assessment, Option } from "../api/types.js";
import type { Words } from "../text/text.js";
import type { FormState } from "./form-state.js";
import "./held-question.js";
import "./next-question.js";
import type { Questions } from "./question.js";

/** The question that narrows the answer most, or the list of the covers that may be held; nothing where neither is open. */
export function cardQuestion(
  { lead, held }: Questions,
  ifHeld: Option[],
  form: FormState,
  words: Words,
): TemplateResult | typeof nothing {
  if (lead) return html`<hosho-next-question .words=${words} .question=${lead} .form=${form}></hosho-next-question>`;
  if (!held || ifHeld.length === 0) return nothing;
  return html`<hosho-held-question .words=${words} .options=${ifHeld} .form=${form}></hosho-held-question>`;
}

/** Said once nothing is left to ask, or what is left was met with "I don't know". */
export function allAsked(
  { next_question: next }: Assessment,
  { lead, aside }: Questions,
  ifHeld: Option[],
  form: FormState,
  words: Words,
): TemplateResult | typeof nothing {
  if (lead || aside || ifHeld.length > 0) return nothing;
  const declined = next !== null && form.answers[next.fact] === null;
  return html`<p class="next" data-done>${words.say(declined ? "ui.questions_declined" : "ui.questions_done")}</p>`;
}
