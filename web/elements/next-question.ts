import { html, type PropertyDeclarations, type TemplateResult } from "lit";
import { control, hasUnknownChip } from "./controls.js";
import { answerEvent, type FormState } from "./form-state.js";
import { HoshoPart } from "./part.js";
import type { Question } from "./view.js";
import { factName, plainFact } from "./why.js";

/**
 * The one question that narrows the answer most, with the control that answers it and a way to say "I don't know";
 * or a plain line that nothing is left to ask.
 *
 * @fires answer - the answer, or `null` for "I don't know"
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
    const ask = this.words.has(`ask.${key}`)
      ? say(`ask.${key}`)
      : say("ask.other", { fact: factName(fact, this.words) });
    return html`<div class="next" role="group" aria-labelledby="next-ask">
      <b id="next-ask">${say(settles ? "ui.one_question" : "ui.next_question", { ask })}</b>
      <span class="note" id="next-note">${this.words.has(`find.${key}`) ? say(`find.${key}`) : this.#decides()}</span>
      <div class="reply">${this.#reply(fact)}</div>
    </div>`;
  }

  #decides(): string {
    const names = this.question?.plans.map((plan) => this.words.planName(plan)) ?? [];
    return this.words.say("ui.question_decides", { plans: this.words.list(names) });
  }

  #reply(fact: string): TemplateResult {
    if (fact === "incident.kind") return html`<span>${this.words.say("ui.choose_above")}</span>`;
    const made = control(fact, this.form, this.words, {
      prefix: "next",
      describedBy: "next-note",
      invalid: false,
      compact: true,
    });
    const hasOwnUnknown = made !== null && hasUnknownChip(fact, this.words);
    const dontKnow = html`<button class="btn" type="button" @click=${() => this.dispatchEvent(answerEvent(fact, null))}>
      ${this.words.say("ui.dont_know")}
    </button>`;
    return html`${made ?? html`<span>${this.words.say("ui.no_field")}</span>`}${hasOwnUnknown ? "" : dontKnow}`;
  }
}

customElements.define("hosho-next-question", HoshoNextQuestion);
