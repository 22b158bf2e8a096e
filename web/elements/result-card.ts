import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Assessment, Option } from "../api/types.js";
import { amountRow } from "./amount-row.js";
import { deadlineRow } from "./deadline-row.js";
import { define } from "./define.js";
import { nb, seal } from "./drawn.js";
import type { FormState } from "./form-state.js";
import "./grounds.js";
import { HoshoPart } from "./part.js";
import { cardQuestion } from "./card-question.js";
import type { Questions } from "./question.js";
import type { Shown } from "./shown.js";
import { headOf } from "./view.js";

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
      ${deadlineRow(option, days, words)}
      <hosho-grounds
        .words=${words}
        .option=${option}
        .shown=${this.shown}
        .form=${this.form}
        .alone=${!this.headless}
      ></hosho-grounds>`;
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

  readonly #toField = (fact: string): void => {
    this.dispatchEvent(new CustomEvent("to-field", { bubbles: true, detail: fact }));
  };
}

define("hosho-result-card", HoshoResultCard);
