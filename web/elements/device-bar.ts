import { html, noChange, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { writeDay } from "../text/days.js";
import "./chip-group.js";
import "./covers-held.js";
import { define } from "./define.js";
import { nb } from "./drawn.js";
import { dayInput, field } from "./fields.js";
import { HoshoFormPart } from "./form-part.js";
import { answerEvent, dayOf, heldPlans, wordOf } from "./form-state.js";
import { isDetail } from "./incident-details.js";
import "./model-search.js";
import "./month-select.js";
import { isMissing } from "./view.js";
import { valueName } from "./why.js";

/** Fields that are always there. */
const ALWAYS = ["device.model", "device.bought_on", "device.bought_from", "as_of", "join_on"];
/** What the table does not know of a phone that is not in it. */
const OF_OTHERS = ["device.maker", "device.category", "device.os"];
/** Fields for those who know more. */
const MORE = ["incident.where", "incident.repair_price_yen", "documents.proof_of_purchase"];

/**
 * The phone and the covers in a few lines, and the form behind them.
 *
 * @fires answer - every change of a field
 * @fires bar-toggle - it was opened or closed; `detail` says which
 */
export class HoshoDeviceBar extends HoshoFormPart {
  static override properties: PropertyDeclarations = {
    open: { attribute: false },
    day: { attribute: false },
  };

  /** The form is shown. */
  declare open: boolean;
  /** Today, offered where the day of the question is wrong. */
  declare day: string;

  override render(): TemplateResult {
    const { say } = this.words;
    return html`<details class="device" .open=${live(this.open)} @toggle=${this.#toggled}>
      <summary @click=${this.#pressed}>
        <span><b>${this.#title()}</b>${this.#about()}${this.#held()}${this.#asked()}</span>
        <span class="edit">${say(this.open ? "ui.close" : "ui.change")}</span>
      </summary>
      <div class="form">${this.open ? this.#form() : noChange}</div>
    </details>`;
  }

  /** Drawn once it is opened; while it is closed, it stays as it was. */
  #form(): TemplateResult {
    const { say } = this.words;
    return html`${field("device.model", this.context)} ${this.#ofOthers()} ${field("device.bought_on", this.context)}
      ${field("device.bought_from", { ...this.context, compact: true })}
      <hosho-covers-held
        .words=${this.words}
        .form=${this.form}
        .answer=${this.answer}
        .problem=${this.problem}
      ></hosho-covers-held>
      ${this.#asOf()}
      <details class="more">
        <summary>${say("ui.more_fields")}</summary>
        <div class="form-more">${[...MORE, ...this.#answered()].map((fact) => field(fact, this.context))}</div>
      </details>
      <button class="btn main" type="button" @click=${() => this.#turn(false)}>${say("ui.close_form")}</button>`;
  }

  #title(): string {
    const model = wordOf(this.form, "device.model");
    return model === null || !this.words.knowsNames ? this.words.say("ui.your_phone") : this.words.modelName(model);
  }

  #about(): TemplateResult {
    const { say } = this.words;
    const bought = dayOf(this.form, "device.bought_on");
    const pieces = [
      bought === null ? say("ui.bought_unknown") : say("ui.bought", { day: writeDay(bought, say, "day_plain") }),
    ];
    for (const fact of this.words.knowsNames ? ["device.condition", "device.bought_from"] : []) {
      const word = wordOf(this.form, fact);
      if (word !== null) pieces.push(valueName(fact, word, this.words));
    }
    return html`<small>${pieces.join(say("format.joint"))}</small>`;
  }

  /** The covers held, once something was said of them. */
  #held(): TemplateResult | typeof nothing {
    const { say } = this.words;
    if (this.form.answers["covers"] === "none") return html`<small>${say("ui.holds_none")}</small>`;
    const names = heldPlans(this.form).filter((plan) => plan !== "");
    if (this.form.answers["covers"] !== "some" || names.length === 0 || !this.words.knowsNames) return nothing;
    const plans = this.words.list(names.map((plan) => this.words.shortName(plan)));
    return html`<small>${say("ui.holds", { plans })}</small>`;
  }

  #asked(): TemplateResult | typeof nothing {
    if (this.form.asOf === "") return nothing;
    const { say } = this.words;
    return html`<small>${nb(say("ui.as_of", { day: writeDay(this.form.asOf, say) }), this.words)}</small>`;
  }

  /** Maker, kind and system of a phone that is not in the table, as far as they matter. */
  #ofOthers(): TemplateResult[] {
    if (this.form.answers["device.model"] !== "other") return [];
    const asked = OF_OTHERS.filter((fact) => fact in this.form.answers || isMissing(this.answer, fact));
    return asked.map((fact) => field(fact, { ...this.context, compact: true }));
  }

  /** What was answered elsewhere and has no field of its own yet, so that it can be changed. */
  #answered(): string[] {
    const placed = [...ALWAYS, ...OF_OTHERS, ...MORE];
    return Object.keys(this.form.answers).filter(
      (fact) => !placed.includes(fact) && !fact.startsWith("covers") && !isDetail(fact),
    );
  }

  #asOf(): TemplateResult {
    const tell = (day: string): boolean => this.dispatchEvent(answerEvent("as_of", day));
    return dayInput("as_of", this.form.asOf, { ...this.context, today: this.day }, tell);
  }

  /** The page holds whether it is open; the browser's own toggle comes a moment later and could lose against a redraw. */
  readonly #pressed = (event: Event): void => {
    event.preventDefault();
    this.#turn(!this.open);
  };

  /** Opened by the browser itself, as by a search in the page. */
  readonly #toggled = (event: Event): void => {
    const { open } = event.currentTarget as HTMLDetailsElement;
    if (open !== this.open) this.#turn(open);
  };

  #turn(open: boolean): void {
    this.dispatchEvent(new CustomEvent("bar-toggle", { bubbles: true, detail: open }));
  }
}

define("hosho-device-bar", HoshoDeviceBar);
