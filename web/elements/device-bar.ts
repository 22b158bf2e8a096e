import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { splitParts, writeDay } from "../text/format.js";
import { control } from "./controls.js";
import { nb } from "./drawn.js";
import { answerEvent, dayOf, wordOf, type FieldProblem, type FormState } from "./form-state.js";
import { HoshoPart } from "./part.js";
import { valueName } from "./why.js";

/**
 * The phone in three lines, and the form behind them.
 *
 * @fires answer - every change of a field
 * @fires bar-toggle - it was opened or closed; `detail` says which
 */
export class HoshoDeviceBar extends HoshoPart {
  static override properties: PropertyDeclarations = {
    form: { attribute: false },
    open: { attribute: false },
    problem: { attribute: false },
    day: { attribute: false },
  };

  /** What was entered. */
  declare form: FormState;
  /** The form is shown. */
  declare open: boolean;
  /** What is wrong with one of its fields, if anything. */
  declare problem: (FieldProblem & { text: string }) | null;
  /** Today, offered where the day of the question is wrong. */
  declare day: string;

  override render(): TemplateResult {
    const { say } = this.words;
    return html`<details class="device" .open=${live(this.open)} @toggle=${this.#toggled}>
      <summary @click=${this.#pressed}>
        <span><b>${this.#title()}</b>${this.#about()}${this.#asked()}</span>
        <span class="edit">${say(this.open ? "ui.close" : "ui.change")}</span>
      </summary>
      <div class="form">
        <div>
          <label class="lab" for="f-device-model">${say("ask.device.model")}</label> ${this.#control("device.model")}
          <p class="note" id="n-device-model">${say("find.device.model")}</p>
        </div>
        ${this.#fieldset("device.bought_on")} ${this.#fieldset("device.bought_from")} ${this.#asOf()}
        <details class="more">
          <summary>${say("ui.more_fields")}</summary>
          <div class="form-more">
            ${this.#fieldset("incident.where")} ${this.#price()} ${this.#fieldset("documents.proof_of_purchase")}
          </div>
        </details>
        <button class="btn main" type="button" @click=${() => this.#turn(false)}>${say("ui.close_form")}</button>
      </div>
    </details>`;
  }

  #title(): string {
    const model = wordOf(this.form, "device.model");
    return model === null ? this.words.say("ui.your_phone") : this.words.modelName(model);
  }

  #about(): TemplateResult {
    const { say } = this.words;
    const bought = dayOf(this.form, "device.bought_on");
    const pieces = [
      bought === null ? say("ui.bought_unknown") : say("ui.bought", { day: writeDay(bought, say, "day_plain") }),
    ];
    for (const fact of ["device.condition", "device.bought_from"]) {
      const word = wordOf(this.form, fact);
      if (word !== null) pieces.push(valueName(fact, word, this.words));
    }
    return html`<small>${pieces.join(say("format.joint"))}</small>`;
  }

  #asked(): TemplateResult | typeof nothing {
    if (this.form.asOf === "") return nothing;
    const { say } = this.words;
    return html`<small>${nb(say("ui.as_of", { day: writeDay(this.form.asOf, say) }), this.words)}</small>`;
  }

  #fieldset(fact: string): TemplateResult {
    const { say } = this.words;
    const id = fact.replace(".", "-");
    const note = this.words.has(`find.${fact}`)
      ? html`<p class="note" id=${`n-${id}`}>${say(`find.${fact}`)}</p>`
      : nothing;
    return html`<fieldset id=${`f-${id}-set`} aria-describedby=${this.#describing(fact)}>
      <legend>${say(`ask.${fact}`)}</legend>
      ${this.#control(fact)}${note}${this.#note(fact)}
    </fieldset>`;
  }

  #control(fact: string): TemplateResult | null {
    const model = fact === "device.model" ? this.#note(fact) : nothing;
    const placing = {
      prefix: `f-${fact.replace(".", "-")}`,
      describedBy: this.#describing(fact),
      invalid: this.problem?.fact === fact,
    };
    return html`${control(fact, this.form, this.words, placing)}${model}`;
  }

  #describing(fact: string): string {
    const id = fact.replace(".", "-");
    const ids = [this.words.has(`find.${fact}`) ? `n-${id}` : "", this.problem?.fact === fact ? `p-${id}` : ""];
    return ids.filter((one) => one !== "").join(" ");
  }

  #asOf(): TemplateResult {
    const { say } = this.words;
    return html`<div>
      <label class="lab" for="f-as_of">${say("ask.as_of")}</label>
      <input
        id="f-as_of"
        type="date"
        .value=${live(this.form.asOf)}
        aria-describedby=${this.#describing("as_of")}
        aria-invalid=${this.problem?.fact === "as_of" ? "true" : nothing}
        @input=${this.#asOfTyped}
      />
      <p class="note" id="n-as_of">${say("find.as_of")}</p>
      ${this.#note("as_of")}
    </div>`;
  }

  #price(): TemplateResult {
    const { say } = this.words;
    const fact = "incident.repair_price_yen";
    const id = "f-incident-repair_price_yen";
    return html`<div>
      <label class="lab" for=${id}>${say(`ask.${fact}`)}</label>
      <input
        id=${id}
        type="text"
        inputmode="numeric"
        autocomplete="off"
        .value=${live(String(this.form.answers[fact] ?? ""))}
        aria-describedby=${this.#describing(fact)}
        aria-invalid=${this.problem?.fact === fact ? "true" : nothing}
        @input=${(event: Event) => this.#tell(fact, (event.target as HTMLInputElement).value)}
      />
      <p class="note" id="n-incident-repair_price_yen">${say(`find.${fact}`)}</p>
      ${this.#note(fact)}
    </div>`;
  }

  #note(fact: string): TemplateResult | typeof nothing {
    if (this.problem?.fact !== fact) return nothing;
    return html`<p class="bar-note bad" id=${`p-${fact.replace(".", "-")}`}>
      <b>${this.problem.text}</b>${this.#proposal(fact)}
    </p>`;
  }

  /** One tap that mends it: the day of a month goes, the day of the question becomes today. */
  #proposal(fact: string): TemplateResult | typeof nothing {
    const { say } = this.words;
    const day = dayOf(this.form, fact);
    if (fact === "as_of")
      return this.#fix(say("ui.use_today", { day: writeDay(this.day, say) }), () => this.#tell("as_of", this.day));
    if (day === null || day.length <= 7) return nothing;
    const month = day.slice(0, 7);
    return this.#fix(say("ui.forget_day", { month: writeDay(month, say) }), () =>
      this.dispatchEvent(answerEvent(fact, splitParts(month))),
    );
  }

  #fix(label: string, mend: () => void): TemplateResult {
    return html`<button class="btn" type="button" @click=${mend}>${label}</button>`;
  }

  readonly #asOfTyped = (event: Event): void => this.#tell("as_of", (event.target as HTMLInputElement).value);

  #tell(fact: string, value: string): void {
    this.dispatchEvent(answerEvent(fact, value));
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
    this.dispatchEvent(new CustomEvent("bar-toggle", { bubbles: true, composed: true, detail: open }));
  }
}

customElements.define("hosho-device-bar", HoshoDeviceBar);
