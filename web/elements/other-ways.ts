import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Assessment, Option } from "../api/types.js";
import { isFree, shownSum, writeRange } from "../text/format.js";
import { priceSource } from "./amount-row.js";
import { nb, sign } from "./drawn.js";
import type { FormState } from "./form-state.js";
import { HoshoPart } from "./part.js";
import "./result-card.js";
import { allReasons, missText, waitsForFacts, type Shown } from "./view.js";
import { mainReason } from "./why.js";
import { whyText } from "./why-list.js";

/**
 * Everything of which the card does not speak: covers that answer or may answer and covers that do not, each with
 * its one reason and the full card behind it, and between them the repairs that are paid.
 *
 * @fires to-field - the reader wants to enter something more exactly; `detail` is the fact
 */
export class HoshoOtherWays extends HoshoPart {
  static override properties: PropertyDeclarations = {
    answer: { attribute: false },
    shown: { attribute: false },
    form: { attribute: false },
    unfolded: { state: true },
  };

  /** The whole answer. */
  declare answer: Assessment;
  /** The answer, sorted. */
  declare shown: Shown;
  /** What was entered. */
  declare form: FormState;
  /** Plans whose card is open. */
  declare unfolded: ReadonlySet<string>;

  constructor() {
    super();
    this.unfolded = new Set();
  }

  override render(): TemplateResult {
    const { possible, paid, refused } = this.shown;
    return html`${this.#covers("ui.others_possible", possible)} ${this.#paid(paid)}
    ${this.#covers("ui.others", refused)}`;
  }

  #covers(title: string, options: Option[]): TemplateResult | typeof nothing {
    if (options.length === 0) return nothing;
    return html`<section class="others">
      <h2>${this.words.say(title)}</h2>
      <ul role="list">
        ${options.map((option) => html`<li>${this.#cover(option)}</li>`)}
      </ul>
    </section>`;
  }

  /** A cover in two lines; its card is drawn only once it is asked for. */
  #cover(option: Option): TemplateResult {
    const { words, form, answer } = this;
    const open = this.unfolded.has(option.plan);
    const late = option.verdict === "not_covered" ? missText(option, words) : null;
    return html`<details class="mini" ?open=${open} @toggle=${(event: Event) => this.#turn(event, option.plan)}>
      <summary>
        ${sign(outcomeOf(option), words)}<b>${words.planName(option.plan)}</b>
        ${late === null ? html`<span class="pill">${this.#pill(option)}</span>` : html`<span class="miss">${late}</span>`}
        <span class="reason">${whyText(mainReason({ option, words, form }), words)}</span>
      </summary>
      ${
        open
          ? html`<hosho-result-card
              .words=${words}
              .answer=${answer}
              .option=${option}
              .paid=${[]}
              .question=${null}
              .form=${form}
              .headless=${true}
            ></hosho-result-card>`
          : nothing
      }
    </details>`;
  }

  #paid(options: Option[]): TemplateResult | typeof nothing {
    if (options.length === 0) return nothing;
    const { words } = this;
    return html`<section class="others">
      <h2>${words.say("ui.paid_ways")}</h2>
      <ul class="prices" role="list">
        ${options.map(
          (option) =>
            html`<li>
              <b>${words.planName(option.plan)}</b>
              <span class="price">${nb(writeRange(option.total_yen, words.say), words)}</span>
              <span class="reason">${words.say(`tax.${option.tax}`)} ${priceSource(option, words)}</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #pill(option: Option): string {
    const { say } = this.words;
    if (option.verdict === "not_covered") {
      const held = allReasons(option.reasons).some((reason) => reason.code === "held" && reason.outcome === "no");
      return say(held ? "ui.pill_not_held" : "verdict.not_covered");
    }
    if (option.verdict === "unknown") return say(waitsForFacts(option) ? "verdict.missing" : "verdict.silent");
    const { range } = shownSum(option.total_yen, option.you_pay_yen);
    return isFree(range) ? say("verdict.free") : writeRange(range, say);
  }

  #turn(event: Event, plan: string): void {
    const unfolded = new Set(this.unfolded);
    if ((event.currentTarget as HTMLDetailsElement).open) unfolded.add(plan);
    else unfolded.delete(plan);
    if (unfolded.size !== this.unfolded.size) this.unfolded = unfolded;
  }
}

function outcomeOf(option: Option): "yes" | "no" | "unknown" | "not_stated" {
  if (option.verdict === "covered") return "yes";
  if (option.verdict === "not_covered") return "no";
  return waitsForFacts(option) ? "unknown" : "not_stated";
}

customElements.define("hosho-other-ways", HoshoOtherWays);
