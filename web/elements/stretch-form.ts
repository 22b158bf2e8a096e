import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { IncidentKind } from "../api/types.js";
import { define } from "./define.js";
import { thingsOf } from "./join-view.js";
import { keptRows } from "./kept.js";
import { writeMonths } from "../text/days.js";
import { HoshoPart } from "./part.js";
import { MOST_MONTHS, MOST_TIMES, withCount, type Stretch } from "./stretch.js";
import { yenField } from "./typed-field.js";

/** What people imagine first, and what stands behind a fold. */
const COMMON: IncidentKind[] = ["screen_crack", "water_damage", "total_loss", "battery_wear"];
const MORE: IncidentKind[] = [
  "back_glass_crack",
  "screen_and_back_crack",
  "partial_damage",
  "natural_failure",
  "loss",
  "theft",
];
/** Room enough to have everything open. */
const ROOMY = "(min-width: 40rem)";
const YEARS = [12, 24, 36, 48];

/** The event by which the stretch is handed back. It bubbles. */
export function stretchEvent(stretch: Stretch): CustomEvent<Stretch> {
  return new CustomEvent<Stretch>("stretch-change", { bubbles: true, detail: stretch });
}

/**
 * How long the phone is kept, what is imagined to happen, and what repairs cost whose price no source tells.
 *
 * @fires stretch-change - every change
 */
export class HoshoStretchForm extends HoshoPart {
  static override properties: PropertyDeclarations = { stretch: { attribute: false }, unpriced: { attribute: false } };

  /** What was chosen. */
  declare stretch: Stretch;
  /** Kinds whose price no source tells. */
  declare unpriced: IncidentKind[];

  override render(): TemplateResult {
    const { say } = this.words;
    const things = thingsOf(this.stretch, this.words);
    const more = MORE.filter((kind) => (this.stretch.counts[kind] ?? 0) > 0);
    return html`<div class="stretch">
      ${this.#months()}
      <details class="more imagined" ?open=${matchMedia(ROOMY).matches}>
        <summary>
          ${say("join.imagined", { things: things.length > 0 ? this.words.list(things) : say("join.imagined_nothing") })}
        </summary>
        <fieldset>
          <legend class="vh">${say("join.imagine")}</legend>
          <p class="note">${say("join.imagine_note")}</p>
          <ul class="times" role="list">
            ${[...COMMON, ...more].map((kind) => this.#times(kind))}
          </ul>
          <details class="more">
            <summary>${say("join.more_kinds")}</summary>
            <ul class="times" role="list">
              ${MORE.filter((kind) => !more.includes(kind)).map((kind) => this.#times(kind))}
            </ul>
          </details>
        </fieldset>
      </details>
    </div>`;
  }

  #months(): TemplateResult {
    const { say } = this.words;
    const { months } = this.stretch;
    const text = writeMonths(months, say);
    const tell = (count: number): void => this.#tell({ months: count });
    return html`<div class="months">
      <div class="head">
        <label class="lab" for="s-months">${say("join.months")}</label><output for="s-months">${text}</output>
      </div>
      <input
        id="s-months"
        type="range"
        min="1"
        max=${MOST_MONTHS}
        .value=${live(String(months))}
        aria-valuetext=${text}
        @input=${(event: Event) => tell(Number((event.target as HTMLInputElement).value))}
      />
      <div class="chips four" role="group" aria-label=${say("join.months")}>
        ${YEARS.map(
          (count) =>
            html`<button
              class="chip"
              type="button"
              aria-pressed=${count === months ? "true" : "false"}
              @click=${() => tell(count)}
            >
              ${say("format.years", { years: count / 12 })}
            </button>`,
        )}
      </div>
      ${keptRows(months, tell, this.words)}
    </div>`;
  }

  /** One kind: how often, and the price if nobody tells it. */
  #times(kind: IncidentKind): TemplateResult {
    const { say } = this.words;
    const count = this.stretch.counts[kind] ?? 0;
    const name = say(`incident.${kind}`);
    const step = (by: number): TemplateResult => {
      const next = count + by;
      const off = next < 0 || next > MOST_TIMES;
      return html`<button
        class="step"
        type="button"
        aria-label=${say(by > 0 ? "join.once_more" : "join.once_less", { kind: name })}
        aria-disabled=${off ? "true" : "false"}
        @click=${() => off || this.#tell(withCount(this.stretch, kind, next))}
      >
        <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="2.4" aria-hidden="true">
          <path d=${by > 0 ? "M8 2.5v11M2.5 8h11" : "M2.5 8h11"}></path>
        </svg>
      </button>`;
    };
    return html`<li class=${count > 0 ? "on" : ""}>
      <span class="kind" id=${`s-${kind}-name`}>${name}</span>
      <span class="stepper" role="group" aria-labelledby=${`s-${kind}-name`}
        >${step(-1)}<output id=${`s-${kind}`}>${say("join.times", { count })}</output>${step(1)}</span
      >
      ${count > 0 && this.#isOpen(kind) ? this.#quote(kind, name) : nothing}
    </li>`;
  }

  #isOpen(kind: IncidentKind): boolean {
    return this.unpriced.includes(kind) || this.stretch.quotes[kind] !== undefined;
  }

  /** What a repair of this kind costs, where no source tells. */
  #quote(kind: IncidentKind, name: string): TemplateResult {
    const { say } = this.words;
    const label = say("join.quote", { kind: name });
    const tell = (text: string): void => this.#tell({ quotes: { ...this.stretch.quotes, [kind]: text } });
    const typed = this.stretch.quotes[kind];
    return yenField({ id: `s-${kind}-quote`, label, note: say("join.quote_note"), typed, tell }, this.words);
  }

  #tell(change: Partial<Stretch>): void {
    this.dispatchEvent(stretchEvent({ ...this.stretch, ...change }));
  }
}

define("hosho-stretch-form", HoshoStretchForm);
