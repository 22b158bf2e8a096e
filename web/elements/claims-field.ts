/** Earlier uses of a cover: none, not known, or each with its day and what had happened. */
import { html, nothing, type TemplateResult } from "lit";
import { chipsOf, control, unknownChip, wordSelect } from "./controls.js";
import { field, problemNote, type FieldContext } from "./fields.js";
import { fieldId, lengthOf, plainFact } from "./form-paths.js";
import { answerEvent } from "./form-state.js";

/** The question for earlier claims, and one entry for each of them. */
export function claimsField(list: string, context: FieldContext): TemplateResult {
  const { form, words } = context;
  if (form.answers[list] !== "some") return field(list, context);
  const count = Math.max(1, lengthOf(form.answers, list));
  const entries = Array.from({ length: count }, (_, index) => claim(list, index, count, context));
  const add = (event: Event): void => tell(event, `${list}[${count}].kind`, "");
  return html`${field(list, context)}
    <ol class="claims">
      ${entries}
    </ol>
    <button class="btn" type="button" @click=${add}>${words.say("ui.add_claim")}</button>`;
}

function claim(list: string, index: number, count: number, context: FieldContext): TemplateResult {
  const { form, words, problem } = context;
  const { say } = words;
  const entry = `${list}[${index}]`;
  const on = `${entry}.on`;
  const kind = `${entry}.kind`;
  const remedy = `${entry}.remedy`;
  const place = (fact: string) => ({
    prefix: fieldId(fact),
    describedBy: problem?.fact === fact ? `p-${fieldId(fact).slice(2)}` : "",
    invalid: problem?.fact === fact,
    compact: true,
  });
  return html`<li>
    <fieldset>
      <legend>${say("ui.claim_number", { number: index + 1 })}</legend>
      ${control(on, form, words, place(on))}${problemNote(on, context)}
      <label class="lab" for=${fieldId(kind)}>${say(`fact.${plainFact(kind)}`)}</label>
      <div class="pick">
        ${control(kind, form, words, place(kind))}
        ${
          count === 1
            ? nothing
            : html`<button
                class="btn"
                type="button"
                aria-label=${say("ui.remove_claim", { number: index + 1 })}
                @click=${(event: Event) => tell(event, entry, undefined)}
              >
                ${say("ui.remove")}
              </button>`
        }
      </div>
      <label class="lab" for=${fieldId(remedy)}>${say(`fact.${plainFact(remedy)}`)}</label>
      ${wordSelect(remedy, [...(chipsOf(remedy, words) ?? []), unknownChip(words)], form, words, place(remedy))}
    </fieldset>
  </li>`;
}

function tell(event: Event, fact: string, value: string | undefined): void {
  (event.currentTarget as HTMLElement).dispatchEvent(answerEvent(fact, value));
}
