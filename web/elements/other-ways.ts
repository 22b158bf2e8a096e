import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Assessment, Option } from "../api/types.js";
import { isFree, shownSum, writeRange } from "../text/format.js";
import { priceSource } from "./amount-row.js";
import { define } from "./define.js";
import { nb, sign } from "./drawn.js";
import type { FormState } from "./form-state.js";
import "./held-question.js";
import "./next-question.js";
import { HoshoLatePart } from "./late.js";
import type { Questions } from "./question.js";
import { allReasons } from "./reasons.js";
import "./result-card.js";
import type { Aside, Shown } from "./shown.js";
import { missText, waitsForFacts } from "./view.js";
import { mainReason } from "./why.js";
import { whyText } from "./why-list.js";

/** The groups of the covers that are told in one line, in the order in which they are told. */
const GROUPS: (keyof Aside)[] = ["foreign", "unheld", "excluded"];

/**
 * Everything of which the card does not speak: covers that answer or may answer, those that would if they are held,
 * the repairs that are paid, and covers that do not answer, each with its one reason and the full card behind it.
 * Covers with which the reader has nothing to do are one line until somebody wants to see them.
 *
 * @fires answer - the answer to a question that stands beside its cover
 * @fires to-field - the reader wants to enter something more exactly; `detail` is the fact
 */
export class HoshoOtherWays extends HoshoLatePart {
  static override properties: PropertyDeclarations = {
    answer: { attribute: false },
    shown: { attribute: false },
    questions: { attribute: false },
    form: { attribute: false },
    unfolded: { state: true },
  };

  /** The whole answer. */
  declare answer: Assessment;
  /** The answer, sorted. */
  declare shown: Shown;
  /** What is asked, here or with the card. */
  declare questions: Questions;
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
    return html`${this.#covers("ui.others_possible", possible)} ${this.#ifHeld()} ${this.#paid(paid)}
    ${this.#covers("ui.others", refused)} ${this.#aside()}`;
  }

  #covers(title: string, options: Option[]): TemplateResult | typeof nothing {
    if (options.length === 0) return nothing;
    return html`<section class="others">
      <h2>${this.words.say(title)}</h2>
      ${this.#list(options)}
    </section>`;
  }

  #list(options: Option[]): TemplateResult {
    const asked = options.find((option) => this.questions.aside?.plans.includes(option.plan));
    return html`<ul role="list">
      ${options.map((option) => html`<li>${this.#cover(option)}${option === asked ? this.#question() : nothing}</li>`)}
    </ul>`;
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
              .shown=${this.shown}
              .questions=${null}
              .form=${form}
              .headless=${true}
            ></hosho-result-card>`
          : nothing
      }
    </details>`;
  }

  /** A question about this cover alone, beside it. */
  #question(): TemplateResult {
    const { words, questions, form } = this;
    return html`<hosho-next-question
      .words=${words}
      .question=${questions.aside}
      .form=${form}
      .quiet=${true}
    ></hosho-next-question>`;
  }

  /** Covers that would answer if they are held; where the card itself waits for it, it asks. */
  #ifHeld(): TemplateResult | typeof nothing {
    const { words, form, shown, questions } = this;
    if (shown.ifHeld.length === 0) return nothing;
    return html`<section class="others">
      ${questions.held ? nothing : html`<hosho-held-question .words=${words} .options=${shown.ifHeld} .form=${form} .quiet=${true}></hosho-held-question>`}
      <details class="more fold">
        <summary>${words.say("ui.if_held", { count: shown.ifHeld.length })}</summary>
        ${this.#list(shown.ifHeld)}
      </details>
    </section>`;
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

  /** Covers with which the reader has nothing to do: how many and why in one line, each of them behind it. */
  #aside(): TemplateResult | typeof nothing {
    const { words, shown } = this;
    const groups = GROUPS.filter((group) => shown.aside[group].length > 0);
    if (groups.length === 0) return nothing;
    const count = groups.reduce((sum, group) => sum + shown.aside[group].length, 0);
    const parts = groups.map((group) => words.say(`aside.${group}`, { count: shown.aside[group].length }));
    return html`<section class="others aside">
      <details class="more fold">
        <summary>
          <span>${words.say("ui.aside", { count })}<small>${parts.join(words.say("format.joint"))}</small></span>
        </summary>
        ${groups.map(
          (group) =>
            html`<h3>${words.say(`aside.${group}`, { count: shown.aside[group].length })}</h3>
              ${this.#list(shown.aside[group])}`,
        )}
      </details>
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

define("hosho-other-ways", HoshoOtherWays);
