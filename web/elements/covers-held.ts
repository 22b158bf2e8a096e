import { html, nothing, type TemplateResult } from "lit";
import type { CatalogPlan } from "../api/types.js";
import { claimsField } from "./claims-field.js";
import { define } from "./define.js";
import { field, type FieldContext } from "./fields.js";
import { fieldId } from "./form-paths.js";
import { HoshoFormPart } from "./form-part.js";
import { answerEvent, heldPlans } from "./form-state.js";
import { isMissing } from "./view.js";

/** What may be asked of a cover, in this order, once it changes the answer. */
const ASKED = ["joined_on", "started_on", "registered", "registered_on", "extended"];
/** What can be said of it besides. */
const MORE = ["ended_on", "is_this_device"];

/**
 * The covers that the person holds: none, not known, or those chosen from the catalogue, each with the few
 * things that change the answer.
 *
 * @fires answer - every change
 */
export class HoshoCoversHeld extends HoshoFormPart {
  override render(): TemplateResult {
    const held = heldPlans(this.form);
    const shown = this.form.answers["covers"] !== "some" ? [] : held.length === 0 ? [""] : held;
    return html`${field("covers", this.context)}
    ${
      shown.length === 0
        ? nothing
        : html`<ul class="held" role="list">
              ${shown.map((plan, index) => html`<li>${this.#cover(plan, index, shown)}</li>`)}
            </ul>
            ${shown.includes("") || shown.length >= this.#plans().length ? nothing : this.#another(shown.length)}`
    }`;
  }

  /** What can be joined for itself, by name. */
  #plans(): CatalogPlan[] {
    const { words } = this;
    const plans = words.catalog.plans?.filter((plan) => plan.held === "by_joining" && !words.isExtra(plan.id)) ?? [];
    return plans.sort((a, b) => words.shortName(a.id).localeCompare(words.shortName(b.id), words.lang));
  }

  #cover(id: string, index: number, held: string[]): TemplateResult {
    const entry = `covers[${index}]`;
    const plan = this.words.plan(id);
    const context = { ...this.context, compact: true };
    return html`${this.#choice(id, index, held)}
    ${
      plan === undefined
        ? nothing
        : html`${this.#asked(plan, entry).map((key) => field(`${entry}.${key}`, context))}
          ${this.#isOpen(`${entry}.claims`) ? claimsField(`${entry}.claims`, context) : nothing}
          ${this.#more(entry, context)}`
    }`;
  }

  /** What few people need to say of a cover. */
  #more(entry: string, context: FieldContext): TemplateResult {
    return html`<details class="more">
      <summary>${this.words.say("ui.more_of_cover")}</summary>
      <div class="form-more">${MORE.map((key) => field(`${entry}.${key}`, context))}</div>
    </details>`;
  }

  /** Which cover it is, and a way to take it back. */
  #choice(id: string, index: number, held: string[]): TemplateResult {
    const { say } = this.words;
    const fact = `covers[${index}].plan`;
    const free = this.#plans().filter((plan) => plan.id === id || !held.includes(plan.id));
    const providers = [...new Set(free.map((plan) => plan.provider))];
    return html`<label class="lab" for=${fieldId(fact)}>${say("ask.covers.plan")}</label>
      <div class="pick">
        <select
          id=${fieldId(fact)}
          @change=${(event: Event) => this.#tell(fact, (event.target as HTMLSelectElement).value)}
        >
          ${id === "" ? html`<option value="" selected>${say("ui.choose")}</option>` : nothing}
          ${providers.map(
            (provider) =>
              html`<optgroup label=${this.words.providerName(provider)}>
                ${free.filter((plan) => plan.provider === provider).map((plan) => this.#option(plan, id))}
              </optgroup>`,
          )}
        </select>
        ${id === "" && index === 0 ? nothing : this.#remove(id, index)}
      </div>`;
  }

  #option(plan: CatalogPlan, chosen: string): TemplateResult {
    return html`<option value=${plan.id} ?selected=${plan.id === chosen}>${this.words.name(plan.name)}</option>`;
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

define("hosho-covers-held", HoshoCoversHeld);
