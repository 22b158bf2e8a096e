import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Assessment, CatalogPlan } from "../api/types.js";
import { claimsField } from "./claims-field.js";
import { field, type FieldContext } from "./fields.js";
import { fieldId } from "./form-paths.js";
import { answerEvent, heldPlans, type FormState } from "./form-state.js";
import { HoshoPart } from "./part.js";
import type { ToldProblem } from "./problem.js";
import { isMissing } from "./view.js";

/** What may be asked of a cover, in this order, once it changes the answer. */
const ASKED = ["joined_on", "started_on", "registered", "registered_on", "extended"];

/**
 * The covers that the person holds: none, not known, or those chosen from the catalogue, each with the few
 * things that change the answer.
 *
 * @fires answer - every change
 */
export class HoshoCoversHeld extends HoshoPart {
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

  override render(): TemplateResult {
    const context: FieldContext = { form: this.form, words: this.words, problem: this.problem };
    const held = heldPlans(this.form);
    const shown = this.form.answers["covers"] !== "some" ? [] : held.length === 0 ? [""] : held;
    return html`${field("covers", context)}
    ${
      shown.length === 0
        ? nothing
        : html`<ul class="held" role="list">
              ${shown.map((plan, index) => html`<li>${this.#cover(plan, index, shown)}</li>`)}
            </ul>
            ${shown.includes("") || shown.length >= this.#plans().length ? nothing : this.#another(shown.length)}`
    }`;
  }

  #plans(): CatalogPlan[] {
    return this.words.catalog.plans?.filter((plan) => plan.held === "by_joining") ?? [];
  }

  #cover(id: string, index: number, held: string[]): TemplateResult {
    const entry = `covers[${index}]`;
    const plan = this.words.plan(id);
    const context: FieldContext = { form: this.form, words: this.words, problem: this.problem, compact: true };
    return html`${this.#choice(id, index, held)}
    ${
      plan === undefined
        ? nothing
        : html`${this.#asked(plan, entry).map((key) => field(`${entry}.${key}`, context))}
          ${this.#isOpen(`${entry}.claims`) ? claimsField(`${entry}.claims`, context) : nothing}`
    }`;
  }

  /** Which cover it is, and a way to take it back. */
  #choice(id: string, index: number, held: string[]): TemplateResult {
    const { say } = this.words;
    const fact = `covers[${index}].plan`;
    const free = this.#plans().filter((plan) => plan.id === id || !held.includes(plan.id));
    return html`<label class="lab" for=${fieldId(fact)}>${say("ask.covers.plan")}</label>
      <div class="pick">
        <select
          id=${fieldId(fact)}
          @change=${(event: Event) => this.#tell(fact, (event.target as HTMLSelectElement).value)}
        >
          ${id === "" ? html`<option value="" selected>${say("ui.choose")}</option>` : nothing}
          ${free.map((plan) => html`<option value=${plan.id} ?selected=${plan.id === id}>${this.words.name(plan.name)}</option>`)}
        </select>
        ${id === "" && index === 0 ? nothing : this.#remove(id, index)}
      </div>`;
  }

  #remove(id: string, index: number): TemplateResult {
    const { say } = this.words;
    const label = say("ui.remove_cover", { plan: id === "" ? say("fact.covers.plan") : this.words.planName(id) });
    const remove = (): void => {
      this.#tell(`covers[${index}]`, undefined);
      this.#focus(fieldId("covers[0].plan"));
    };
    return html`<button class="btn" type="button" aria-label=${label} @click=${remove}>${say("ui.remove")}</button>`;
  }

  #another(index: number): TemplateResult {
    const add = (): void => {
      this.#tell(`covers[${index}].plan`, "");
      this.#focus(fieldId(`covers[${index}].plan`));
    };
    return html`<button class="btn" type="button" @click=${add}>${this.words.say("ui.add_cover")}</button>`;
  }

  /** Once the page has redrawn, the keyboard goes on where the change was made. */
  #focus(id: string): void {
    setTimeout(() => this.querySelector<HTMLElement>(`#${id}`)?.focus());
  }

  /** What is asked of a cover: the day from which the plan counts at once, the rest once it changes the answer. */
  #asked(plan: CatalogPlan, entry: string): string[] {
    const first = reads(plan, "joined_on") || !reads(plan, "started_on") ? "joined_on" : "started_on";
    return ASKED.filter((key) => key === first || this.#isOpen(`${entry}.${key}`));
  }

  /** Answered already, or it could change the answer. */
  #isOpen(fact: string): boolean {
    return fact in this.form.answers || isMissing(this.answer, fact);
  }

  #tell(fact: string, value: string | undefined): void {
    this.dispatchEvent(answerEvent(fact, value));
  }
}

/** Whether the terms of a plan name a fact of a cover. */
function reads(plan: CatalogPlan, key: string): boolean {
  return JSON.stringify(plan["versions"] ?? []).includes(`${key}"`);
}

customElements.define("hosho-covers-held", HoshoCoversHeld);
