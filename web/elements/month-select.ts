import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { monthOptions, upTo, yearsDown, type MonthParts } from "../text/days.js";
import { define } from "./define.js";
import { answerEvent } from "./form-state.js";
import { HoshoPart } from "./part.js";

/**
 * Year and month, and the day if it is known, as three native selects. The month alone is enough.
 *
 * @fires answer - the parts as they stand, also while only one of them is chosen
 */
export class HoshoMonthSelect extends HoshoPart {
  static override properties: PropertyDeclarations = {
    fact: { attribute: false },
    parts: { attribute: false },
    newest: { attribute: false },
    oldest: { attribute: false },
    prefix: { attribute: false },
    describedBy: { attribute: false },
    invalid: { attribute: false },
  };

  /** The fact that it answers. */
  declare fact: string;
  /** What is chosen. */
  declare parts: MonthParts;
  /** The newest day that is offered. */
  declare newest: string;
  /** The oldest year that is offered. */
  declare oldest: number;
  /** Start of the ids of its selects, unique on the page. */
  declare prefix: string;
  /** Ids of the texts that describe it. */
  declare describedBy: string;
  /** What is chosen cannot be. */
  declare invalid: boolean;

  override render(): TemplateResult {
    const { say } = this.words;
    const years = yearsDown(this.newest, this.oldest).map(String);
    const known = this.parts.year === "" || years.includes(this.parts.year) ? years : [this.parts.year, ...years];
    return html`<div class="ym">
        ${this.#select(
          "year",
          say("ui.year"),
          known.map((year) => [year, say("ui.year_option", { year })]),
        )}
        ${this.#select("month", say("ui.month"), monthOptions(say))}
        ${this.#select(
          "day",
          say("ui.day_unknown"),
          upTo(31).map((day) => [String(day), say("ui.day_option", { day })]),
        )}
      </div>
      ${this.#season()}`;
  }

  /** For those who remember the year and no month. */
  #season(): TemplateResult | typeof nothing {
    const { year, month } = this.parts;
    const key = `season.${this.fact}`;
    return year !== "" && month === "" && this.words.has(key)
      ? html`<p class="note">${this.words.say(key)}</p>`
      : nothing;
  }

  #select(part: keyof MonthParts, empty: string, options: string[][]): TemplateResult {
    const id = `${this.prefix}-${part}`;
    return html`<label class="vh" for=${id}>${this.words.say(`ui.label_${part}`)}</label>
      <select
        id=${id}
        .value=${live(this.parts[part])}
        aria-describedby=${this.describedBy || nothing}
        aria-invalid=${this.invalid ? "true" : nothing}
        @change=${(event: Event) => this.#choose(part, event)}
      >
        <option value="" ?selected=${this.parts[part] === ""}>${empty}</option>
        ${options.map(([value, label]) => html`<option value=${value} ?selected=${value === this.parts[part]}>${label}</option>`)}
      </select>`;
  }

  #choose(part: keyof MonthParts, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.dispatchEvent(answerEvent(this.fact, { ...this.parts, [part]: value }));
  }
}

define("hosho-month-select", HoshoMonthSelect);
