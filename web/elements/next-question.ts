import { html, type PropertyDeclarations, type TemplateResult } from "lit";
import { control, offersUnknown } from "./controls.js";
import { askText } from "./fields.js";
import { plainFact } from "./form-paths.js";
import { answerEvent, heldPlans, isTyped, type FormState } from "./form-state.js";
import { HoshoPart } from "./part.js";
import type { Question } from "./view.js";

/**
 * The one question that narrows the answer most, with the control that answers it and a way to say "I don't know";
 * or a plain line that nothing is left to ask.
 *
 * @fires answer - the answer, or `null` for "I don't know"
 * @fires to-field - the answer is given in a field of the form; `detail` is its fact
 */
export class HoshoNextQuestion extends HoshoPart {
  static override properties: PropertyDeclarations = {
    question: { attribute: false },
    form: { attribute: false },
    open: { attribute: false },
  };

  /** What to ask; `null`: nothing. */
  declare question: Question | null;
  /** What was entered so far. */
  declare form: FormState;
  /** Something is still missing, but everything was asked. */
  declare open: boolean;

  override render(): TemplateResult {
    const { say } = this.words;
    if (this.question === null)
      return html`<p class="next" data-done>${say(this.open ? "ui.questions_declined" : "ui.questions_done")}</p>`;
    const { fact, settles } = this.question;
    const key = plainFact(fact);
    const ask = this.#ask(fact);
    return html`<div class="next" role="group" aria-labelledby="next-ask">
      <b id="next-ask">${say(settles ? "ui.one_question" : "ui.next_question", { ask })}</b>
      <span class="note" id="next-note"
        >${this.words.has(`find.${key}`) && !isTyped(fact) ? say(`find.${key}`) : this.#decides()}</span
      >
      <div class="reply">${this.#reply(fact)}</div>
    </div>`;
  }

  /** The question; of several covers it names the one that is meant. */
  #ask(fact: string): string {
    const text = askText(fact, this.words);
    const index = /^covers\[(\d+)\]/.exec(fact)?.[1];
    const plan = index === undefined ? undefined : heldPlans(this.form)[Number(index)];
    return plan === undefined ? text : this.words.say("ui.cover_says", { plan: this.words.shortName(plan), text });
  }

  #decides(): string {
    const names = this.question?.plans.map((plan) => this.words.shortName(plan)) ?? [];
    return this.words.say("ui.question_decides", { plans: this.words.list(names) });
  }

  #reply(fact: string): TemplateResult {
    const { say } = this.words;
    if (fact === "incident.kind") return html`<span>${say("ui.choose_above")}</span>`;
    const dontKnow = html`<button class="btn" type="button" @click=${() => this.dispatchEvent(answerEvent(fact, null))}>
      ${say("ui.dont_know")}
    </button>`;
    if (isTyped(fact)) return html`${this.#field(fact, say("ui.type_there"))}${dontKnow}`;
    const made = control(fact, this.form, this.words, {
      prefix: "next",
      describedBy: "next-note",
      invalid: false,
      compact: true,
    });
    const choose = fact === "covers" && this.form.answers[fact] === "some";
    const hasOwnUnknown = offersUnknown(fact, this.words);
    return html`${made ?? html`<span>${say("ui.no_field")}</span>`}${hasOwnUnknown ? "" : dontKnow}
    ${choose ? this.#field("covers[0].plan", say("ui.choose_cover")) : ""}`;
  }

  /** What is typed or chosen from a list is entered where it stays, not in a question that goes. */
  #field(fact: string, label: string): TemplateResult {
    const go = (): boolean =>
      this.dispatchEvent(new CustomEvent("to-field", { bubbles: true, composed: true, detail: fact }));
    return html`<button class="btn main" type="button" @click=${go}>${label}</button>`;
  }
}

customElements.define("hosho-next-question", HoshoNextQuestion);
