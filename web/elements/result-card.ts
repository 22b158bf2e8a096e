import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Assessment, Option } from "../api/types.js";
import { isUnbounded, writeRange } from "../text/format.js";
import { amountRow } from "./amount-row.js";
import { cautions, conflicts, silences } from "./cautions.js";
import "./checklist.js";
import "./correction.js";
import { deadlineRow } from "./deadline-row.js";
import { nb, seal } from "./drawn.js";
import type { FormState } from "./form-state.js";
import "./inquiry.js";
import { HoshoPart } from "./part.js";
import { cardQuestion } from "./card-question.js";
import type { Questions } from "./question.js";
import type { Shown } from "./shown.js";
import "./trace.js";
import { headOf } from "./view.js";
import { paidLines, whyLines } from "./why.js";
import { whyList } from "./why-list.js";

/**
 * The slip: verdict, the question that it waits for, sum, days, why, what to do, what can still cost money, always in
 * this order.
 *
 * @fires answer - the answer to the question
 * @fires to-field - the reader wants to enter something more exactly; `detail` is the fact
 */
export class HoshoResultCard extends HoshoPart {
  static override properties: PropertyDeclarations = {
    answer: { attribute: false },
    option: { attribute: false },
    shown: { attribute: false },
    questions: { attribute: false },
    form: { attribute: false },
    headless: { attribute: false },
  };

  /** The whole answer. */
  declare answer: Assessment;
  /** The option of which the card speaks. */
  declare option: Option;
  /** The answer, sorted: with the paid repairs the sum is compared. */
  declare shown: Shown;
  /** What is asked; `null` where only the rows are shown. */
  declare questions: Questions | null;
  /** What was entered. */
  declare form: FormState;
  /** Only the rows: verdict and name stand above it already. */
  declare headless: boolean;

  constructor() {
    super();
    this.headless = false;
    this.questions = null;
  }

  override render(): TemplateResult {
    const { option, words } = this;
    const head = headOf(option, this.answer, this.questions?.lead ?? null, words);
    const days = { asOf: this.answer.as_of, form: this.form, ask: this.#toField };
    const isAside = this.headless && option.verdict === "not_covered";
    const rows = html`${isAside ? nothing : amountRow(option, this.headless ? [] : this.shown.paid, words)}
    ${deadlineRow(option, days, words)} ${this.#why()} ${this.#todo()} ${this.#risks()}`;
    if (this.headless) return html`<div class="rows" data-v=${head.tone}>${rows}</div>`;
    return html`<article class="slip" data-v=${head.tone} aria-labelledby="verdict-word">
      <div class="verdict">
        ${seal(head.tone)}
        <div>
          <p class="tag">${nb(head.tag, words)}</p>
          <h2 id="verdict-word" tabindex="-1">${nb(head.word, words)}</h2>
          <p class="plan">${words.planName(option.plan)}${this.#held()}</p>
        </div>
      </div>
      ${this.#ask()} ${rows}
      <div class="acts">
        <button class="btn" type="button" @click=${() => print()}>${words.say("ui.print")}</button>
      </div>
    </article>`;
  }

  /** What the answer waits for. */
  #ask(): TemplateResult | typeof nothing {
    return this.questions ? cardQuestion(this.questions, this.shown.ifHeld, this.form, this.words) : nothing;
  }

  #held(): TemplateResult | typeof nothing {
    return this.words.plan(this.option.plan)?.held === "with_device"
      ? html` <span class="note">${this.words.say("ui.with_device")}</span>`
      : nothing;
  }

  #why(): TemplateResult {
    const { option, words } = this;
    const lines = option.kind === "paid_repair" ? paidLines(this.shown, this) : whyLines(this);
    return html`<section class="row">
      <h3>${words.say("row.why")}</h3>
      <div>
        ${option.verdict === "unknown" ? silences(option, words) : nothing} ${whyList(lines, words)}
        ${option.verdict === "not_covered" ? nothing : conflicts(option, words)} ${cautions(option, words)}
        <hosho-trace .words=${words} .option=${option} .form=${this.form}></hosho-trace>
        ${option.kind === "cover" ? html`<hosho-correction .words=${words} .option=${option} .form=${this.form}></hosho-correction>` : nothing}
      </div>
    </section>`;
  }

  #todo(): TemplateResult | typeof nothing {
    const { option, words } = this;
    if (option.steps.length === 0 && option.contacts.length === 0) return nothing;
    const list = html`<hosho-checklist .words=${words} .option=${option}></hosho-checklist>
      ${option.kind === "cover" ? html`<hosho-inquiry .words=${words} .option=${option} .form=${this.form}></hosho-inquiry>` : nothing}`;
    return html`<section class="row">
      <h3>${words.say("row.todo")}</h3>
      <div>
        ${
          option.verdict === "not_covered"
            ? html`<details class="more">
                <summary>${words.say("ui.todo_anyway")}</summary>
                ${conflicts(option, words)}${list}
              </details>`
            : list
        }
      </div>
    </section>`;
  }

  /** All that can still cost money; none is hidden. */
  #risks(): TemplateResult | typeof nothing {
    const { option, words } = this;
    const charges = option.charges.filter((charge) => !charge.triggered);
    if (charges.length === 0 && option.holds.length === 0) return nothing;
    const tax = (label: string): string => words.say(`tax.${label}`);
    return html`<section class="row">
      <h3>${words.say("row.risk")}</h3>
      <dl class="risk">
        ${charges.map((one) => this.#risk(one.yen, words.code("charge", one.kind, option.plan), tax(one.tax)))}
        ${option.holds.map((one) => this.#risk(one.yen, words.code("hold", one.kind, option.plan), words.say("ui.hold_returned")))}
      </dl>
    </section>`;
  }

  #risk(yen: Option["total_yen"], label: string, note: string): TemplateResult {
    const { say } = this.words;
    const known = yen !== null && !isUnbounded(yen);
    return html`<div>
      <dt class=${known ? "" : "unknown"}>${known ? writeRange(yen, say) : say("format.yen_unknown")}</dt>
      <dd>${label}${known ? html`<span class="cite">${note}</span>` : nothing}</dd>
    </div>`;
  }

  readonly #toField = (fact: string): void => {
    this.dispatchEvent(new CustomEvent("to-field", { bubbles: true, composed: true, detail: fact }));
  };
}

customElements.define("hosho-result-card", HoshoResultCard);
