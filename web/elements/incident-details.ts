import { html, nothing, type TemplateResult } from "lit";
import { chipsOf, control, unknownChip, wordSelect } from "./controls.js";
import { define } from "./define.js";
import { describing, findNote, problemNote } from "./fields.js";
import { fieldId } from "./form-paths.js";
import { HoshoFormPart } from "./form-part.js";
import { isTyped } from "./form-state.js";
import { isMissing } from "./view.js";

/** Typed as soon as it matters: a question that came and went while somebody types would take the field away. */
const CAPACITY = "incident.battery_capacity_percent";
/** What has a home elsewhere in the form. */
const ELSEWHERE = new Set(["incident.kind", "incident.where", "incident.repair_price_yen"]);

/** Whether a fact is entered here. */
export function isDetail(fact: string): boolean {
  return fact.startsWith("incident.") && !ELSEWHERE.has(fact);
}

/**
 * What there is to say of the incident beyond its kind: the capacity of a battery as soon as it matters,
 * and everything else once it was asked and answered, so that it can be changed.
 *
 * @fires answer - every change of a field
 */
export class HoshoIncidentDetails extends HoshoFormPart {
  override render(): TemplateResult | typeof nothing {
    const { form } = this;
    const answered = Object.keys(form.answers).filter((fact) => isDetail(fact) && fact !== CAPACITY);
    const capacity = CAPACITY in form.answers || isMissing(this.answer, CAPACITY);
    const facts = capacity ? [CAPACITY, ...answered] : answered;
    if (facts.length === 0) return nothing;
    return html`<div class="details">${facts.map((fact) => this.#row(fact))}</div>`;
  }

  /** One line: what it is, and its value. Where to find it is said until it is given. */
  #row(fact: string): TemplateResult {
    const { form, words, problem } = this;
    const { context } = this;
    const isOpen = (form.answers[fact] ?? "") === "";
    const describedBy = isOpen || problem?.fact === fact ? describing(fact, context) : "";
    const placing = { prefix: fieldId(fact), describedBy, invalid: problem?.fact === fact, compact: true };
    const chips = chipsOf(fact, words);
    return html`<div class="detail">
        <label class="lab" for=${placing.prefix}>${words.say(isTyped(fact) ? `ask.${fact}` : `fact.${fact}`)}</label>
        ${chips ? wordSelect(fact, [...chips, unknownChip(words)], form, words, placing) : control(fact, form, words, placing)}
      </div>
      ${isOpen ? findNote(fact, words) : nothing}${problemNote(fact, context)}`;
  }
}

define("hosho-incident-details", HoshoIncidentDetails);
