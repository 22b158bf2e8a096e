import { html, nothing, type TemplateResult } from "lit";
import type { CaseFacts, Cost, Enrolment, IncidentKind } from "../api/types.js";
import { breakEven, type BreakEven } from "./break-even.js";
import { splitParts } from "../text/days.js";
import { costHead, costSlip, startCard, type CostSlip } from "./cost-slip.js";
import { define } from "./define.js";
import { dayInput, field } from "./fields.js";
import { dayOf, toCase, type Answer } from "./form-state.js";
import "./join-cards.js";
import { joinQuestion, outcomeOf, splitOptions, typedFacts, type Compared } from "./join-view.js";
import "./next-question.js";
import type { OutlookForm } from "./outlook-form.js";
import type { ToldProblem } from "./problem.js";
import { HoshoQuestionPage, type Asked, type Outcome } from "./question-page.js";
import { FIRST_STRETCH, kindsOf, MOST_MONTHS, scenarioOf, withFee, type Stretch } from "./stretch.js";
import "./stretch-form.js";
import { problemCard } from "./surroundings.js";

/** The day on which one would join. */
const JOIN_ON = "join_on";

/** The page for "should I join": what can still be joined, until when, and what it costs beside no cover. */
export class HoshoPageJoin extends HoshoQuestionPage {
  #turns = new Map<string, BreakEven>();

  constructor() {
    super();
    this.addEventListener("stretch-change", (event) => {
      this.enter({ ...this.form, stretch: (event as CustomEvent<Stretch>).detail });
      this.announceSoon();
    });
    this.addEventListener("outlook-change", (event) =>
      this.enter({ ...this.form, outlook: (event as CustomEvent<OutlookForm>).detail }),
    );
  }

  override render(): TemplateResult {
    const { answer, problem } = this.#enrolment();
    return this.framed({ answer, problem, asks: this.#typed(answer, problem), result: this.#result(answer, problem) });
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

  #result(answer: Enrolment | null, problem: ToldProblem | null): unknown {
    const { words, form } = this;
    const waiting = this.notReady();
    if (waiting !== null) return waiting;
    if (problem) return this.#stopped(problem);
    if (!answer) return startCard(words);
    const rows = this.#rows(answer);
    return html`${costSlip(this.#slip(rows), this.#asked(answer, rows), words)}
      <hosho-join-cards .words=${words} .answer=${answer} .rows=${rows} .form=${form}></hosho-join-cards>
      <hosho-outlook
        .words=${words}
        .hosho=${this.hosho}
        .facts=${this.#facts}
        .from=${this.#joinDay}
        .stretch=${this.#stretch}
        .open=${rows.map(({ option }) => option)}
        .form=${form.outlook}
      ></hosho-outlook>`;
  }

  /** What stands in the slip below its word: the next question, and what is taken as given. */
  #asked(answer: Enrolment, rows: Compared[]): TemplateResult {
    const { words, form } = this;
    const question = joinQuestion(splitOptions(answer, words).open, form, words);
    return html`${
        question
          ? html`<hosho-next-question .words=${words} .question=${question} .form=${form}></hosho-next-question>`
          : nothing
      }
      <section class="row given">
        <h3>${words.say("row.given")}</h3>
        <div>
          <hosho-stretch-form .words=${words} .stretch=${this.#stretch} .unpriced=${unpriced(rows, this.#stretch)}>
          </hosho-stretch-form>
          ${this.#joinOn(null)}
        </div>
      </section>`;
  }

  /** The day of joining has its field in the slip, and keeps it there when it is wrong. */
  #stopped(problem: ToldProblem): TemplateResult {
    const card = problemCard(problem, this.words, this.toField);
    return problem.fact === JOIN_ON ? html`${card}${this.#joinOn(problem)}` : card;
  }

  /** The day on which one would join: the day of the question, unless another one is chosen. */
  #joinOn(problem: ToldProblem | null): TemplateResult {
    const { form, words } = this;
    const tell = (day: string): void =>
      this.answered({ fact: JOIN_ON, value: day === "" || day === form.asOf ? undefined : splitParts(day) });
    return dayInput(JOIN_ON, this.#joinDay, { form, words, problem }, tell);
  }

  get #joinDay(): string {
    return dayOf(this.form, JOIN_ON) ?? this.form.asOf;
  }

  protected override isBehindBar(fact: string): boolean {
    return fact !== JOIN_ON && super.isBehindBar(fact);
  }

  #slip(rows: Compared[]): CostSlip {
    return { rows, stretch: this.#stretch, evenOf: (row) => this.#turnOf(row) };
  }

  /** What every plan costs that can or may be joined. */
  #rows(answer: Enrolment): Compared[] {
    const { months } = this.#stretch;
    return splitOptions(answer, this.words).open.map((option) => ({
      option,
      months,
      cost: this.#cost(option.plan, this.#stretch, months),
      feesOver: (over, fee) => this.#cost(option.plan, withFee(this.#stretch, option.plan, fee), over).fees_yen,
    }));
  }

  #cost(plan: string, stretch: Stretch, months: number): Cost {
    if (this.hosho === null) throw new Error("The engine is not there.");
    return this.hosho.cost(this.#facts, scenarioOf(plan, this.#joinDay, stretch, months));
  }

  /** The turn of a plan; it hangs on everything but the chosen months. */
  #turnOf({ option }: Compared): BreakEven {
    const key = JSON.stringify([option.plan, this.#facts, { ...this.#stretch, months: 0 }]);
    const known = this.#turns.get(key);
    if (known) return known;
    const found = breakEven((months) => this.#cost(option.plan, this.#stretch, months).saving_yen, MOST_MONTHS);
    this.#turns.set(key, found);
    return found;
  }

  protected override answered(answer: Answer): void {
    super.answered(answer);
    const wrong = this.#enrolment().problem;
    if (wrong && this.isBehindBar(wrong.fact)) this.barOpen = true;
    if (answer.fact === "covers" && answer.value === "some" && !this.barOpen) this.#nameCovers();
  }

  /** Which covers are held is told in the form. */
  #nameCovers(): void {
    this.barOpen = true;
    setTimeout(() => this.querySelector<HTMLElement>("#f-covers-0-plan")?.focus());
  }

  override get outcome(): Outcome | null {
    const { answer } = this.#enrolment();
    const best = answer && outcomeOf(this.#rows(answer)).best;
    return answer && { answer, verdict: best?.option.verdict ?? null, total_yen: best?.cost.total_yen ?? null };
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

define("hosho-page-join", HoshoPageJoin);
