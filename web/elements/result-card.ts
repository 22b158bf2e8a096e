import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Assessment, Option } from "../api/types.js";
import { writeRange } from "../text/format.js";
import { amountRow } from "./amount-row.js";
import { cautions, conflicts, silences } from "./cautions.js";
import { deadlineRow } from "./deadline-row.js";
import { nb, seal, sign } from "./drawn.js";
import type { FormState } from "./form-state.js";
import { HoshoPart } from "./part.js";
import { headOf, type Question } from "./view.js";
import { whyLines } from "./why.js";

/**
 * The slip: verdict, sum, days, why, what to do, what can still cost money, always in this order.
 *
 * @fires ask-day - the reader wants to enter the exact day of purchase
 */
export class HoshoResultCard extends HoshoPart {
  static override properties: PropertyDeclarations = {
    answer: { attribute: false },
    option: { attribute: false },
    question: { attribute: false },
    form: { attribute: false },
  };

  /** The whole answer. */
  declare answer: Assessment;
  /** The option of which the card speaks. */
  declare option: Option;
  /** The question that is open, if any. */
  declare question: Question | null;
  /** What was entered. */
  declare form: FormState;

  override render(): TemplateResult {
    const { option, words } = this;
    const head = headOf(option, this.answer.best, this.question, words);
    return html`<article class="slip" data-v=${head.tone} aria-labelledby="verdict-word">
      <div class="verdict">
        ${seal(head.tone)}
        <div>
          <p class="tag">${head.tag}</p>
          <h2 id="verdict-word" tabindex="-1">${nb(head.word, words)}</h2>
          <p class="plan">${words.planName(option.plan)}${this.#held()}</p>
        </div>
      </div>
      ${amountRow(option, this.#paid(), words)}
      ${deadlineRow(option, { asOf: this.answer.as_of, form: this.form, askDay: this.#askDay }, words)} ${this.#why()}
      ${this.#todo()} ${this.#risks()}
      <div class="acts">
        <button class="btn" type="button" @click=${() => print()}>${words.say("ui.print")}</button>
      </div>
    </article>`;
  }

  #held(): TemplateResult | typeof nothing {
    return this.words.plan(this.option.plan)?.held === "with_device"
      ? html` <span class="note">${this.words.say("ui.with_device")}</span>`
      : nothing;
  }

  #paid(): Option[] {
    return this.answer.options.filter((option) => option.kind === "paid_repair" && option !== this.option);
  }

  #why(): TemplateResult {
    const { option, words } = this;
    return html`<section class="row">
      <h3>${words.say("row.why")}</h3>
      <div>
        ${option.verdict === "unknown" ? silences(option, words) : nothing}
        <ol class="why">
          ${whyLines(this).map((line) => html`<li>${sign(line.outcome, words)}<span>${nb(line.text, words)}</span></li>`)}
        </ol>
        ${option.verdict === "not_covered" ? nothing : conflicts(option, words)} ${cautions(option, words)}
        <hosho-trace .words=${words} .option=${option} .form=${this.form}></hosho-trace>
      </div>
    </section>`;
  }

  #todo(): TemplateResult | typeof nothing {
    const { option, words } = this;
    if (option.steps.length === 0 && option.contacts.length === 0) return nothing;
    const list = html`<hosho-checklist .words=${words} .option=${option}></hosho-checklist>`;
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
    return html`<section class="row">
      <h3>${words.say("row.risk")}</h3>
      <dl class="risk">
        ${charges.map(
          (charge) =>
            html`<div>
              <dt>${writeRange(charge.yen, words.say)}</dt>
              <dd>
                ${words.code("charge", charge.kind, option.plan)}<span class="cite"
                  >${words.say(`tax.${charge.tax}`)}</span
                >
              </dd>
            </div>`,
        )}
        ${option.holds.map(
          (hold) =>
            html`<div>
              <dt>${writeRange(hold.yen, words.say)}</dt>
              <dd>
                ${words.code("hold", hold.kind, option.plan)}<span class="cite">${words.say("ui.hold_returned")}</span>
              </dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }

  readonly #askDay = (event: Event): void => {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent("ask-day", { bubbles: true, composed: true }));
  };
}

customElements.define("hosho-result-card", HoshoResultCard);
