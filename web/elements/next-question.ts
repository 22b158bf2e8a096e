import { html, type PropertyDeclarations, type TemplateResult } from "lit";
import { control, offersUnknown } from "./controls.js";
import { define } from "./define.js";
import { askText } from "./fields.js";
import { plainFact } from "./form-paths.js";
import { answerEvent, heldPlans, isTyped, type FormState } from "./form-state.js";
import { HoshoPart } from "./part.js";
import type { Question } from "./question.js";

/** As many plans as are named; of the others the number is told. */
const NAMED = 2;
/** What an answer moves, in words. */
const DECIDES: Record<Question["moves"], string> = {
  verdict: "ui.question_decides",
  sum: "ui.question_moves_sum",
  days: "until.question_moves_days",
  joining: "join.question_decides",
};

/**
 * A question that narrows an answer: what it decides, the control that answers it, and a way to say "I don't know".
 *
 * @fires answer - the answer, or `null` for "I don't know"
 * @fires to-field - the answer is given in a field of the form; `detail` is its fact
 */
export class HoshoNextQuestion extends HoshoPart {
  static override properties: PropertyDeclarations = {
    question: { attribute: false },
    form: { attribute: false },
    quiet: { attribute: false },
  };

  /** What to ask. */
  declare question: Question;
  /** What was entered so far. */
  declare form: FormState;
  /** It stands beside the cover that it is about, and no answer waits for it. */
  declare quiet: boolean;

  constructor() {
    super();
    this.quiet = false;
  }

  override render(): TemplateResult {
    const { say } = this.words;
    const { fact, settles } = this.question;
    const key = plainFact(fact);
    const ask = this.#ask(fact);
    const id = this.#prefix;
    return html`<div class=${this.quiet ? "next quiet" : "next"} role="group" aria-labelledby=${`${id}-ask`}>
      <b id=${`${id}-ask`}>${this.quiet ? ask : say(settles ? "ui.one_question" : "ui.next_question", { ask })}</b>
      <span class="note" id=${`${id}-note`}
        >${this.words.has(`find.${key}`) && !isTyped(fact) ? `${say(`find.${key}`)} ` : ""}${this.#decides()}</span
      >
      <div class="reply">${this.#reply(fact)}</div>
    </div>`;
  }

  get #prefix(): string {
    return this.quiet ? "aside" : "next";
  }

  /** The question; of several covers it names the one that is meant. */
  #ask(fact: string): string {
    const text = askText(fact, this.words);
    const index = /^covers\[(\d+)\]/.exec(fact)?.[1];
    const plan = index === undefined ? undefined : heldPlans(this.form)[Number(index)];
    return plan === undefined ? text : this.words.say("ui.cover_says", { plan: this.words.shortName(plan), text });
  }

  /** Why it is asked: the cover of the card, else those that wait for the answer. */
  #decides(): string {
    const { plans, moves } = this.question;
    const names = this.words.list(plans.slice(0, NAMED).map((plan) => this.words.shortName(plan)));
    const count = plans.length - NAMED;
    const named = count > 0 ? this.words.say("ui.and_more", { plans: names, count }) : names;
    return this.words.say(DECIDES[moves], { plans: named });
  }

  #reply(fact: string): TemplateResult {
    const { say } = this.words;
    if (fact === "incident.kind") return html`<span>${say("ui.choose_above")}</span>`;
    const dontKnow = html`<button class="btn" type="button" @click=${() => this.dispatchEvent(answerEvent(fact, null))}>
      ${say("ui.dont_know")}
    </button>`;
    if (isTyped(fact)) return html`${this.#field(fact, say("ui.type_there"))}${dontKnow}`;
    const made = control(fact, this.form, this.words, {
      prefix: this.#prefix,
      describedBy: `${this.#prefix}-note`,
      invalid: false,
      compact: true,
    });
    const hasOwnUnknown = offersUnknown(fact, this.words);
    return html`${made ?? html`<span>${say("ui.no_field")}</span>`}${hasOwnUnknown ? "" : dontKnow}`;
  }

  /** What is typed is entered where it stays, not in a question that goes. */
  #field(fact: string, label: string): TemplateResult {
    const go = (): boolean => this.dispatchEvent(new CustomEvent("to-field", { bubbles: true, detail: fact }));
    return html`<button class="btn main" type="button" @click=${go}>${label}</button>`;
  }
}

define("hosho-next-question", HoshoNextQuestion);
