import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Hosho } from "../api/hosho.js";
import type { Assessment, CaseFacts } from "../api/types.js";
import { shownSum, writeRange } from "../text/format.js";
import { Words, type Lang } from "../text/text.js";
import { allAsked } from "./card-question.js";
import "./chip-group.js";
import "./device-bar.js";
import {
  emptyForm,
  fieldProblem,
  fromCase,
  isUntouched,
  toCase,
  withAnswer,
  type Answer,
  type FormState,
} from "./form-state.js";
import { fieldId } from "./form-paths.js";
import "./incident-choice.js";
import { isDetail } from "./incident-details.js";
import { COMMON } from "./kinds.js";
import "./model-search.js";
import "./month-select.js";
import "./other-ways.js";
import { HoshoPart } from "./part.js";
import { problemOf, tell, type ToldProblem } from "./problem.js";
import "./result-card.js";
import { questionsOf, type Questions } from "./question.js";
import { shownOf, type Shown } from "./shown.js";
import { emptyCard, loadingCard, openCard, pageFooter, problemCard, stoppedNote, topBar } from "./surroundings.js";
import { headOf } from "./view.js";

const SLOW_MS = 400;
const ANNOUNCE_MS = 500;

/** An answer, and how it is told. */
interface Told {
  answer: Assessment;
  shown: Shown;
  questions: Questions;
}

/**
 * The page for "it broke": holds what was entered, asks the engine at every change, and shows the answer.
 * Everything stays in this tab; nothing is sent.
 */
export class HoshoPageBroke extends HoshoPart {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    form: { state: true },
    phase: { state: true },
    slow: { state: true },
    barOpen: { state: true },
    announced: { state: true },
  };

  /** Language of the page. */
  declare language: Lang;
  /** Loads the engine. */
  declare load: () => Promise<Hosho>;
  /** The day on which the question is asked unless somebody says otherwise. */
  declare day: string;
  /** What was entered. */
  declare form: FormState;
  /** Whether the engine is there. */
  declare phase: "loading" | "ready" | "stopped";
  /** Loading takes long enough to say so. */
  declare slow: boolean;
  /** The form of the device bar is shown. */
  declare barOpen: boolean;
  /** What was last said to screen readers. */
  declare announced: string;

  #hosho: Hosho | null = null;
  #timer = 0;

  constructor() {
    super();
    this.language = "ja";
    this.day = "";
    this.form = emptyForm("");
    this.phase = "loading";
    this.slow = false;
    this.barOpen = true;
    this.announced = "";
    this.words = new Words("ja", {});
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.form = emptyForm(this.day);
    this.addEventListener("answer", this.#answered);
    this.addEventListener("bar-toggle", this.#toggled);
    this.addEventListener("to-field", this.#sought);
    void this.#start();
  }

  protected override willUpdate(): void {
    this.words = new Words(this.language, this.#hosho?.catalog ?? {});
  }

  override render(): TemplateResult {
    const { words, form } = this;
    const { answer, problem } = this.#assessed();
    const told = answer && this.#told(answer);
    return html`<a class="skip" href="#answer">${words.say("ui.skip")}</a>
      ${topBar(words, this.#switchLang)}
      <div class="page">
        <section class="ask" aria-label=${words.say("ui.your_phone")}>
          <hosho-device-bar
            .words=${words}
            .form=${form}
            .answer=${answer}
            .open=${this.barOpen}
            .problem=${problem}
            .day=${this.day}
          ></hosho-device-bar>
          <hosho-incident-choice .words=${words} .kind=${form.answers["incident.kind"] ?? null}></hosho-incident-choice>
          <hosho-incident-details
            .words=${words}
            .form=${form}
            .answer=${answer}
            .problem=${problem}
          ></hosho-incident-details>
          ${told ? allAsked(told.answer, told.questions, told.shown.ifHeld, form, words) : nothing}
        </section>
        <main class="answers" id="answer" tabindex="-1">${this.#result(told, problem)}</main>
        <p class="vh" role="status">${this.announced}</p>
        ${pageFooter(words, this.#hosho?.info() ?? null, this.day, told?.shown.lead?.plan)}
      </div>`;
  }

  protected override updated(): void {
    document.documentElement.lang = this.language;
    document.title = this.words.say("ui.title");
  }

  /** The answer to what stands in the form now, or what keeps it from one. */
  #assessed(): { answer: Assessment | null; problem: ToldProblem | null } {
    if (this.#hosho === null || isUntouched(this.form)) return { answer: null, problem: null };
    const wrong = fieldProblem(this.form);
    if (wrong) return { answer: null, problem: tell(wrong, this.form, this.words) };
    try {
      return { answer: this.#hosho.assess(toCase(this.form)), problem: null };
    } catch (thrown) {
      const problem = problemOf(thrown) ?? { fact: "", code: "other" };
      return { answer: null, problem: tell(problem, this.form, this.words) };
    }
  }

  #told(answer: Assessment): Told {
    const shown = shownOf(answer, this.words);
    const questions = questionsOf(answer, shown.lead, (fact) => this.form.answers[fact] === null);
    return { answer, shown, questions };
  }

  #result(told: Told | null, problem: ToldProblem | null): unknown {
    const { words, form } = this;
    if (this.phase === "stopped") return stoppedNote(words, () => void this.#start());
    if (this.phase === "loading") return this.slow ? loadingCard(words) : nothing;
    if (problem) return problemCard(problem, words, this.#toField);
    if (!told) return emptyCard(words, this.#example(), this.#showExample);
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
            ></hosho-result-card>`
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

  async #start(): Promise<void> {
    this.phase = "loading";
    const slow = setTimeout(() => (this.slow = true), SLOW_MS);
    try {
      this.#hosho = await this.load();
      this.phase = "ready";
    } catch {
      this.phase = "stopped";
    } finally {
      clearTimeout(slow);
      this.slow = false;
    }
  }

  readonly #answered = (event: Event): void => {
    const answer = (event as CustomEvent<Answer>).detail;
    this.form = withAnswer(this.form, answer);
    const wrong = this.#assessed().problem;
    if (wrong && wrong.fact !== "incident.kind" && !isDetail(wrong.fact)) this.barOpen = true;
    else if (answer.fact === "incident.kind" && this.#isComplete()) this.#fold();
    this.#announceSoon();
  };

  /** Phone, month and fault are there: the form makes room for the answer. */
  #isComplete(): boolean {
    const { device, incident } = toCase(this.form);
    return Boolean(device?.model && device.bought_on && incident?.kind);
  }

  #fold(): void {
    if (!this.barOpen) return;
    const focusInside = this.querySelector(".device .form")?.contains(document.activeElement) ?? false;
    this.barOpen = false;
    void this.updateComplete.then(() => {
      scrollTo({ top: 0 });
      if (focusInside)
        this.querySelector<HTMLElement>("#verdict-word, .device summary")?.focus({ preventScroll: true });
    });
  }

  readonly #toggled = (event: Event): void => {
    const open = (event as CustomEvent<boolean>).detail;
    if (open) this.barOpen = true;
    else this.#fold();
  };

  readonly #sought = (event: Event): void => this.#toField((event as CustomEvent<string>).detail);

  /** Goes to the field of a fact, and opens the form if it is in there. */
  readonly #toField = (fact: string): void => {
    if (!isDetail(fact)) this.barOpen = true;
    void this.updateComplete.then(() => {
      const id = fieldId(fact);
      const field = this.querySelector<HTMLElement>(`#${id}-day, #${id}, #${id}-0`);
      field?.closest("details.more")?.setAttribute("open", "");
      field?.focus();
    });
  };

  /** The example of the catalogue that fits most readers: the commonest trouble, and it ends well. */
  #example(): CaseFacts | null {
    const hosho = this.#hosho;
    const examples = hosho?.catalog.plans?.flatMap((plan) => (plan["example"] as CaseFacts | undefined) ?? []) ?? [];
    const common = examples.filter(({ incident }) => incident?.kind === COMMON[0]);
    const isCovered = (facts: CaseFacts): boolean => hosho?.assess(facts).options[0]?.verdict === "covered";
    return common.find(isCovered) ?? examples.find(isCovered) ?? examples[0] ?? null;
  }

  readonly #showExample = (event: Event): void => {
    event.preventDefault();
    const example = this.#example();
    if (!example) return;
    this.form = fromCase(example);
    this.barOpen = false;
    this.#announceSoon();
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>("#verdict-word")?.focus({ preventScroll: true }),
    );
  };

  readonly #switchLang = (event: Event): void => {
    event.preventDefault();
    this.language = this.language === "ja" ? "en" : "ja";
    history.replaceState(null, "", `?lang=${this.language}`);
    this.#announceSoon();
  };

  /** One announcement once typing has paused, and only if the verdict changed. */
  #announceSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.announced = this.#spoken()), ANNOUNCE_MS) as unknown as number;
  }

  #spoken(): string {
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

customElements.define("hosho-page-broke", HoshoPageBroke);
