import { html, nothing, type TemplateResult } from "lit";
import type { Assessment, CaseFacts } from "../api/types.js";
import { shownSum, writeRange } from "../text/format.js";
import { allAsked } from "./card-question.js";
import { define } from "./define.js";
import { fromCase, toCase, type Answer } from "./form-state.js";
import "./incident-choice.js";
import { isDetail } from "./incident-details.js";
import { COMMON } from "./kinds.js";
import "./other-ways.js";
import type { ToldProblem } from "./problem.js";
import "./result-card.js";
import { questionsOf, type Questions } from "./question.js";
import { HoshoQuestionPage, type Asked, type Outcome } from "./question-page.js";
import { shownOf, type Shown } from "./shown.js";
import { emptyCard, exampleText, openCard, problemCard } from "./surroundings.js";
import { headOf } from "./view.js";

/** An answer, and how it is told. */
interface Told {
  answer: Assessment;
  shown: Shown;
  questions: Questions;
}

/** The page for "it broke": asks the engine at every change, and shows the answer. */
export class HoshoPageBroke extends HoshoQuestionPage {
  /** What was asked last, and what came of it: drawing, telling and folding want the same answer. */
  #last: { of: readonly unknown[]; asked: Asked<Assessment> } | null = null;

  override render(): TemplateResult {
    const { words, form } = this;
    const { answer, problem } = this.#assessed();
    const told = answer && this.#told(answer);
    const asks = html`<hosho-incident-choice
        .words=${words}
        .kind=${form.answers["incident.kind"] ?? null}
      ></hosho-incident-choice>
      <hosho-incident-details
        .words=${words}
        .form=${form}
        .answer=${answer}
        .problem=${problem}
      ></hosho-incident-details>
      ${told ? allAsked(told.answer, told.questions, told.shown.ifHeld, form, words) : nothing}`;
    return this.framed({ answer, problem, asks, result: this.#result(told, problem), plan: told?.shown.lead?.plan });
  }

  /** The answer to what stands in the form now, or what keeps it from one. */
  #assessed(): Asked<Assessment> {
    const { form, hosho, words } = this;
    const of = [form, hosho, words];
    if (!this.#last?.of.every((part, place) => part === of[place]))
      this.#last = { of, asked: this.askEngine((engine) => engine.assess(toCase(form))) };
    return this.#last.asked;
  }

  #told(answer: Assessment): Told {
    const shown = shownOf(answer, this.words);
    const questions = questionsOf(answer, shown.lead, (fact) => this.form.answers[fact] === null);
    return { answer, shown, questions };
  }

  #result(told: Told | null, problem: ToldProblem | null): unknown {
    const { words, form } = this;
    const waiting = this.notReady();
    if (waiting !== null) return waiting;
    if (problem) return problemCard(problem, words, this.toField);
    if (!told) {
      const example = this.#example();
      return emptyCard(words, "ui.empty_note", example && exampleText(example, words), this.#showExample);
    }
    const { answer, shown, questions } = told;
    return html`${
        shown.lead
          ? html`<hosho-result-card
                .words=${words}
                .answer=${answer}
                .option=${shown.lead}
                .shown=${shown}
                .questions=${questions}
                .form=${form}
              ></hosho-result-card>
              <hosho-what-if .words=${words} .hosho=${this.hosho} .form=${form} .answer=${answer}></hosho-what-if>`
          : openCard(words, questions, shown.ifHeld, form)
      }
      <hosho-other-ways
        .words=${words}
        .answer=${answer}
        .shown=${shown}
        .questions=${questions}
        .form=${form}
      ></hosho-other-ways>`;
  }

  protected override answered(answer: Answer): void {
    super.answered(answer);
    const wrong = this.#assessed().problem;
    if (wrong && this.isBehindBar(wrong.fact)) this.barOpen = true;
    else if (answer.fact === "incident.kind" && this.#isComplete()) this.fold();
  }

  protected override isBehindBar(fact: string): boolean {
    return fact !== "incident.kind" && !isDetail(fact);
  }

  /** Phone, month and fault are there: the form makes room for the answer. */
  #isComplete(): boolean {
    const { device, incident } = toCase(this.form);
    return Boolean(device?.model && device.bought_on && incident?.kind);
  }

  /** The example of the catalogue that fits most readers: the commonest trouble, and it ends well. */
  #example(): CaseFacts | null {
    const { hosho } = this;
    const examples = hosho?.catalog.plans?.flatMap((plan) => (plan["example"] as CaseFacts | undefined) ?? []) ?? [];
    const common = examples.filter(({ incident }) => incident?.kind === COMMON[0]);
    const isCovered = (facts: CaseFacts): boolean => hosho?.assess(facts).options[0]?.verdict === "covered";
    return common.find(isCovered) ?? examples.find(isCovered) ?? examples[0] ?? null;
  }

  readonly #showExample = (event: Event): void => {
    event.preventDefault();
    const example = this.#example();
    if (!example) return;
    this.enter(fromCase(example));
    this.barOpen = false;
    this.announceSoon();
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>("#verdict-word")?.focus({ preventScroll: true }),
    );
  };

  override get outcome(): Outcome | null {
    const { answer } = this.#assessed();
    const lead = answer && this.#told(answer).shown.lead;
    return answer && { answer, verdict: lead?.verdict ?? null, total_yen: lead?.total_yen ?? null };
  }

  protected override spoken(): string {
    const { answer, problem } = this.#assessed();
    const { words } = this;
    if (problem) return problem.text;
    if (!answer) return "";
    const { shown, questions } = this.#told(answer);
    if (!shown.lead) return words.say("verdict.missing");
    const { word, tag } = headOf(shown.lead, answer, questions.lead, words);
    return words.say("ui.spoken", {
      word,
      tag,
      plan: words.planName(shown.lead.plan),
      amount: writeRange(shownSum(shown.lead.total_yen, shown.lead.you_pay_yen).range, words.say),
    });
  }
}

define("hosho-page-broke", HoshoPageBroke);
