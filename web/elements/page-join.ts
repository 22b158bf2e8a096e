import { html, nothing, type TemplateResult } from "lit";
import type { CaseFacts, Cost, Enrolment, IncidentKind } from "../api/types.js";
import { breakEven, type BreakEven } from "./break-even.js";
import { costHead, costSlip, type CostSlip } from "./cost-slip.js";
import "./device-bar.js";
import { field } from "./fields.js";
import { toCase, type Answer } from "./form-state.js";
import "./join-cards.js";
import { joinQuestion, splitOptions, typedFacts, type Compared } from "./join-view.js";
import "./next-question.js";
import type { ToldProblem } from "./problem.js";
import { HoshoQuestionPage, type Asked } from "./question-page.js";
import { FIRST_STRETCH, kindsOf, MOST_MONTHS, scenarioOf, type Stretch } from "./stretch.js";
import "./stretch-form.js";
import { pageFooter, problemCard, startCard } from "./surroundings.js";

/** The page for "should I join": what can still be joined, until when, and what it costs beside no cover. */
export class HoshoPageJoin extends HoshoQuestionPage {
  #turns = new Map<string, BreakEven>();

  constructor() {
    super();
    this.addEventListener("stretch-change", (event) => {
      this.enter({ ...this.form, stretch: (event as CustomEvent<Stretch>).detail });
      this.announceSoon();
    });
  }

  override render(): TemplateResult {
    const { words, form } = this;
    const { answer, problem } = this.#enrolment();
    const rows = answer ? this.#rows(answer) : [];
    return html`<div class="page">
      <section class="ask" aria-label=${words.say("ui.your_phone")}>
        <hosho-device-bar
          .words=${words}
          .form=${form}
          .answer=${answer}
          .open=${this.barOpen}
          .problem=${problem}
          .day=${this.day}
        ></hosho-device-bar>
        ${this.#typed(answer, problem)}
        <hosho-stretch-form .words=${words} .stretch=${this.#stretch} .unpriced=${unpriced(rows, this.#stretch)}>
        </hosho-stretch-form>
      </section>
      <main class="answers" id="answer" tabindex="-1">${this.#result(answer, problem, rows)}</main>
      <p class="vh" role="status">${this.announced}</p>
      ${pageFooter(words, this.hosho?.info() ?? null, this.day, undefined)}
    </div>`;
  }

  get #stretch(): Stretch {
    return this.form.stretch ?? FIRST_STRETCH;
  }

  /** The case without what happened: here it is only imagined. */
  get #facts(): CaseFacts {
    return { ...toCase(this.form), incident: null };
  }

  #enrolment(): Asked<Enrolment> {
    return this.askEngine((hosho) => hosho.enrolment(this.#facts));
  }

  /** Fields for numbers that a cover waits for, once nothing easier is left to ask; then they stay. */
  #typed(answer: Enrolment | null, problem: ToldProblem | null): TemplateResult[] {
    const open = answer ? splitOptions(answer, this.words).open : [];
    const last = joinQuestion(open, this.form, this.words) === null;
    return typedFacts(last ? open : [], this.form).map((fact) =>
      field(fact, { form: this.form, words: this.words, problem }),
    );
  }

  #result(answer: Enrolment | null, problem: ToldProblem | null, rows: Compared[]): unknown {
    const { words, form } = this;
    const waiting = this.notReady();
    if (waiting !== null) return waiting;
    if (problem) return problemCard(problem, words, this.toField);
    if (!answer) return startCard(words);
    const question = joinQuestion(splitOptions(answer, this.words).open, form, words);
    return html`${
        question
          ? html`<hosho-next-question .words=${words} .question=${question} .form=${form}></hosho-next-question>`
          : nothing
      }
      ${costSlip(this.#slip(rows), words)}
      <hosho-join-cards .words=${words} .answer=${answer} .form=${form}></hosho-join-cards>`;
  }

  #slip(rows: Compared[]): CostSlip {
    return { rows, stretch: this.#stretch, evenOf: (row) => this.#turnOf(row) };
  }

  /** What every plan costs that can or may be joined. */
  #rows(answer: Enrolment): Compared[] {
    return splitOptions(answer, this.words).open.map((option) => ({
      option,
      cost: this.#cost(option.plan, this.#stretch.months),
    }));
  }

  #cost(plan: string, months: number): Cost {
    if (this.hosho === null) throw new Error("The engine is not there.");
    return this.hosho.cost(this.#facts, scenarioOf(plan, this.form.asOf, this.#stretch, months));
  }

  /** The turn of a plan; it hangs on everything but the chosen months. */
  #turnOf({ option }: Compared): BreakEven {
    const key = JSON.stringify([option.plan, this.#facts, { ...this.#stretch, months: 0 }]);
    const known = this.#turns.get(key);
    if (known) return known;
    const found = breakEven((months) => this.#cost(option.plan, months).saving_yen, MOST_MONTHS);
    this.#turns.set(key, found);
    return found;
  }

  protected override answered(answer: Answer): void {
    super.answered(answer);
    if (this.#enrolment().problem) this.barOpen = true;
    if (answer.fact === "covers" && answer.value === "some" && !this.barOpen) this.#nameCovers();
  }

  /** Which covers are held is told in the form. */
  #nameCovers(): void {
    this.barOpen = true;
    setTimeout(() => this.querySelector<HTMLElement>("#f-covers-0-plan")?.focus());
  }

  protected override spoken(): string {
    const { answer, problem } = this.#enrolment();
    if (problem) return problem.text;
    if (!answer) return "";
    const { tag, word, note } = costHead(this.#slip(this.#rows(answer)), this.words);
    return this.words.say("join.spoken", { tag, word, note });
  }
}

/** Kinds that happen and whose price no source tells. */
function unpriced(rows: Compared[], stretch: Stretch): IncidentKind[] {
  const order = kindsOf(stretch).flatMap((kind) => Array.from({ length: stretch.counts[kind] ?? 0 }, () => kind));
  const open = rows.flatMap(({ cost }) =>
    cost.missing
      .filter(({ fact }) => fact === "incident.repair_price_yen")
      .map(({ incident }) => order[incident ?? -1]),
  );
  return [...new Set(open)].filter((kind) => kind !== undefined);
}

customElements.define("hosho-page-join", HoshoPageJoin);
