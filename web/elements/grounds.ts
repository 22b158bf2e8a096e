import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Option } from "../api/types.js";
import { isUnbounded, writeRange } from "../text/format.js";
import { cautions, conflicts, silences } from "./cautions.js";
import "./checklist.js";
import { define } from "./define.js";
import type { FormState } from "./form-state.js";
import { HoshoLatePart } from "./late.js";
import type { Shown } from "./shown.js";
import "./trace.js";
import { paidLines, whyLines } from "./why.js";
import { whyList } from "./why-list.js";

/** What stands below the sum and the days of an option: why, what to do, what can still cost money. */
export class HoshoGrounds extends HoshoLatePart {
  static override properties: PropertyDeclarations = {
    option: { attribute: false },
    shown: { attribute: false },
    form: { attribute: false },
    alone: { attribute: false },
  };

  /** The option of which the card speaks. */
  declare option: Option;
  /** The answer, sorted: with the paid repairs the sum is compared. */
  declare shown: Shown;
  /** What was entered. */
  declare form: FormState;
  /** The card stands by itself, and can be printed. */
  declare alone: boolean;

  override render(): TemplateResult {
    return html`${this.#why()} ${this.#todo()} ${this.#risks()} ${this.alone ? this.#print() : nothing}`;
  }

  #print(): TemplateResult {
    return html`<div class="acts">
      <button class="btn" type="button" @click=${() => print()}>${this.words.say("ui.print")}</button>
    </div>`;
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
}

define("hosho-grounds", HoshoGrounds);
