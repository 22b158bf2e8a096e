import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Deadline, Enrolment, EnrolmentOption } from "../api/types.js";
import { daysBetween, writeDay, writeLeft } from "../text/days.js";
import { isFree, isUnbounded, writeRange } from "../text/format.js";
import { cautions, conflicts, silences } from "./cautions.js";
import { define } from "./define.js";
import { nb, sign } from "./drawn.js";
import type { FormState } from "./form-state.js";
import { disputedFee } from "./disputed-fee.js";
import { asOption, splitOptions, type Compared } from "./join-view.js";
import { HoshoPart } from "./part.js";
import { FIRST_STRETCH, type Stretch } from "./stretch.js";
import { stretchEvent } from "./stretch-form.js";
import "./trace.js";
import { factName, mainReason, whyLines, type WhyLine } from "./why.js";
import { whyList, whyText } from "./why-list.js";
import { yenField } from "./typed-field.js";

/** The days of a cover that a person about to join asks for, in this order. */
const DAYS: Deadline["kind"][] = ["join_by", "register_by", "cover_starts", "cover_ends"];

/**
 * Every cover that can or may be joined: by when, for what fee, what is open; and in one line those that cannot.
 *
 * @fires stretch-change - a fee was typed that no source tells
 */
export class HoshoJoinCards extends HoshoPart {
  static override properties: PropertyDeclarations = {
    answer: { attribute: false },
    rows: { attribute: false },
    form: { attribute: false },
  };

  /** What can be joined. */
  declare answer: Enrolment;
  /** What it costs. */
  declare rows: Compared[];
  /** What was entered. */
  declare form: FormState;

  override render(): TemplateResult {
    const { say } = this.words;
    const { open, refused } = splitOptions(this.answer, this.words);
    return html`<section class="others joins">
        <h2>${say("join.until")}</h2>
        ${
          open.length === 0
            ? html`<p class="none">${say("join.none_open")}</p>`
            : html`<ul role="list">
                ${open.map((option) => html`<li>${this.#card(option)}</li>`)}
              </ul>`
        }
      </section>
      ${refused.length === 0 ? nothing : this.#refused(refused)}`;
  }

  #card(option: EnrolmentOption): TemplateResult {
    const { words } = this;
    const can = option.verdict === "can_join";
    const waits = option.missing.length > 0;
    const outcome = can ? "yes" : waits ? "unknown" : "not_stated";
    const pill = can ? "join.can" : waits ? "join.depends" : "join.ask_desk";
    return html`<details class="mini" ?open=${can} data-plan=${option.plan}>
      <summary>
        ${sign(outcome, words)}<b>${words.planName(option.plan)}</b>
        <span class=${can ? "pill y" : "pill q"}>${words.say(pill)}</span>
        <span class="reason">${nb(this.#inShort(option), words)}</span>
      </summary>
      ${this.#body(option)}
    </details>`;
  }

  /** Fee and last day in one line. */
  #inShort(option: EnrolmentOption): string {
    const { say } = this.words;
    const by = option.deadlines.find(({ kind }) => kind === "join_by");
    const day = by && say("join.by_short", { day: writeDay(by.safe_on, say) });
    return [this.#monthly(option), day ?? ""].filter((one) => one !== "").join(say("format.joint"));
  }

  #monthly({ monthly_fee_yen, tax }: EnrolmentOption): string {
    const { say } = this.words;
    if (isFree(monthly_fee_yen)) return say("join.no_monthly");
    if (isUnbounded(monthly_fee_yen)) return say("join.monthly_open");
    return say("join.monthly", { yen: writeRange(monthly_fee_yen, say), tax: say(`tax.${tax}`) });
  }

  #body(option: EnrolmentOption): TemplateResult {
    const { words, form } = this;
    const told = asOption(option);
    const { say } = words;
    const row = this.rows.find((one) => one.option.plan === option.plan);
    const missing = words.list(option.missing.map(({ fact }) => factName(fact, words)));
    return html`<div class="rows">
      <section class="row">
        <h3>${say("row.until")}</h3>
        <div>${this.#days(option)}</div>
      </section>
      <section class="row">
        <h3>${say("row.amount")}</h3>
        <div>${this.#fees(option)}</div>
      </section>
      <section class="row">
        <h3>${say("row.why")}</h3>
        <div>
          ${option.missing.length > 0 ? html`<p>${say("join.missing", { facts: missing })}</p>` : nothing}
          ${silences(told, words)} ${whyList(settled(whyLines({ option: told, form, words })), words)}
          ${conflicts(told, words, (caution) => disputedFee(caution, told, row, words))} ${cautions(told, words)}
          <hosho-trace .words=${words} .option=${told} .form=${form}></hosho-trace>
        </div>
      </section>
    </div>`;
  }

  #days({ deadlines }: EnrolmentOption): TemplateResult {
    const { say } = this.words;
    const known = DAYS.flatMap((kind) => deadlines.filter((one) => one.kind === kind));
    const open = known.some(({ kind }) => kind === "join_by")
      ? nothing
      : html`<p class="note">${say("join.by_open")}</p>`;
    return html`${open}
      <dl class="dates">
        ${known.map(
          (deadline) =>
            html`<div class=${deadline.kind === "join_by" ? "lead" : ""}>
              <dt>${say(`deadline.${deadline.kind}`)}</dt>
              <dd>${this.#day(deadline)}</dd>
            </div>`,
        )}
      </dl>`;
  }

  /** The safe day with what is left of it, and the last day by the terms where it is another one. */
  #day({ kind, on, safe_on, counting }: Deadline): TemplateResult {
    const { words } = this;
    const { say } = words;
    const isPast = (daysBetween(this.answer.as_of, safe_on) ?? 0) < 0;
    const counts = kind === "join_by" || kind === "register_by";
    const left = counts && !isPast ? writeLeft(this.answer.as_of, safe_on, say) : "";
    return html`<b>${nb(writeDay(safe_on, say), words)}</b
      >${left === "" ? nothing : html` <span class="left">${left}</span>`}
      ${
        on === safe_on
          ? nothing
          : html`<small
              >${nb(say("join.at_latest", { day: writeDay(on, say), by: say(`by_counting.${counting}`) }), words)}</small
            >`
      }`;
  }

  #fees(option: EnrolmentOption): TemplateResult {
    const { say } = this.words;
    const { one_time_fee_yen, free_months } = option;
    const once = isFree(one_time_fee_yen)
      ? say("join.no_once")
      : isUnbounded(one_time_fee_yen)
        ? say("join.once_open")
        : say("join.once", { yen: writeRange(one_time_fee_yen, say) });
    const free = free_months.min === free_months.max ? "join.free" : "join.free_range";
    return html`<ul class="fees">
        <li><b>${this.#monthly(option)}</b></li>
        <li>${once}</li>
        ${free_months.max > 0 ? html`<li>${say(free, { min: free_months.min, max: free_months.max })}</li>` : nothing}
      </ul>
      ${isUnbounded(option.monthly_fee_yen) ? this.#fee(option.plan) : nothing}`;
  }

  /** The fee that no source tells, as somebody was told it. */
  #fee(plan: string): TemplateResult {
    const { say } = this.words;
    const stretch: Stretch = this.form.stretch ?? FIRST_STRETCH;
    const tell = (text: string): boolean =>
      this.dispatchEvent(stretchEvent({ ...stretch, fees: { ...stretch.fees, [plan]: text } }));
    const typed = stretch.fees[plan];
    return yenField(
      { id: `fee-${plan}`, label: say("join.fee_told"), note: say("join.fee_note"), typed, tell },
      this.words,
    );
  }

  /** Covers that cannot be joined: how many in one line, each with its one reason behind it. */
  #refused(refused: EnrolmentOption[]): TemplateResult {
    const { words, form } = this;
    return html`<section class="others aside">
      <details class="more fold refused">
        <summary>${words.say("join.refused", { count: refused.length })}</summary>
        <ul role="list">
          ${refused.map((option) => {
            const told = asOption(option);
            return html`<li>
              <details class="mini" data-plan=${option.plan}>
                <summary>
                  ${sign("no", words)}<b>${words.planName(option.plan)}</b>
                  <span class="pill">${words.say("join.cannot")}</span>
                  <span class="reason"
                    >${whyText(mainReason({ option: told, words, form }), words)}${this.#closed(option)}</span
                  >
                </summary>
                <div class="rows">
                  <div class="row"><hosho-trace .words=${words} .option=${told} .form=${form}></hosho-trace></div>
                </div>
              </details>
            </li>`;
          })}
        </ul>
      </details>
    </section>`;
  }

  /** The day on which the door closed, where it did. */
  #closed({ deadlines }: EnrolmentOption): TemplateResult | typeof nothing {
    const { say } = this.words;
    const by = deadlines.find(({ kind }) => kind === "join_by");
    if (by === undefined || (daysBetween(this.answer.as_of, by.on) ?? 0) >= 0) return nothing;
    return html` ${nb(say("join.closed", { day: writeDay(by.on, say) }), this.words)}`;
  }
}

/** Lines that tell what is settled; what is open is told as what is still needed. */
function settled(lines: WhyLine[]): WhyLine[] {
  return lines.filter(({ outcome }) => outcome !== "unknown");
}

define("hosho-join-cards", HoshoJoinCards);
