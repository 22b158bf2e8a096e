import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Assessment } from "../api/types.js";
import { chipsOf, control, unknownChip, wordSelect } from "./controls.js";
import { describing, findNote, problemNote } from "./fields.js";
import { fieldId } from "./form-paths.js";
import { isTyped, type FormState } from "./form-state.js";
import { HoshoPart } from "./part.js";
import type { ToldProblem } from "./problem.js";
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
export class HoshoIncidentDetails extends HoshoPart {
  static override properties: PropertyDeclarations = {
    form: { attribute: false },
    answer: { attribute: false },
    problem: { attribute: false },
  };

  /** What was entered. */
  declare form: FormState;
  /** The answer to it, if there is one. */
  declare answer: Assessment | null;
  /** What is wrong with one of the fields, if anything. */
  declare problem: ToldProblem | null;

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
    const context = { form, words, problem };
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

customElements.define("hosho-incident-details", HoshoIncidentDetails);
