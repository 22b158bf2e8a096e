import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import type { Hosho } from "../api/hosho.js";
import type { Assessment, Enrolment, EnrolmentOption, Option, Timeline, YenRange } from "../api/types.js";
import "./device-bar.js";
import { fieldId } from "./form-paths.js";
import { emptyForm, fieldProblem, isUntouched, withAnswer, wordOf, type Answer, type FormState } from "./form-state.js";
import { HoshoPart } from "./part.js";
import { problemOf, tell, type ToldProblem } from "./problem.js";
import { loadingCard, stoppedNote } from "./surroundings.js";

const ANNOUNCE_MS = 500;

/** Whether the engine is there. */
export type Phase = "loading" | "ready" | "stopped";

/** What the engine said, or what keeps it from an answer; both `null` where there is nothing to ask yet. */
export interface Asked<T> {
  /** The answer. */
  answer: T | null;
  /** What is wrong with the input. */
  problem: ToldProblem | null;
}

/** All that a page draws, to be put in its place. */
export interface Pieces extends Pick<HoshoQuestionPage, "words" | "form" | "hosho" | "day" | "onPaper" | "announced"> {
  /** The phone and the form behind it. */
  bar: TemplateResult;
  /** What is asked below the device bar. */
  asks: unknown;
  /** What is answered. */
  result: unknown;
  /** The plan that the answer is about. */
  plan: string | undefined;
}

/** Where the pieces stand, and what stands around them. */
export interface Frame {
  /** Puts them in their places. */
  draw: (pieces: Pieces) => TemplateResult;
  /** Brings the reader back to where the question begins. */
  toTop: () => void;
}

/** What came of the question that is shown, for who asked it from outside. */
export interface Outcome {
  /** What the engine said. */
  answer: Assessment | Enrolment | Timeline;
  /** The verdict on the option that leads; `null` where none leads. */
  verdict: Option["verdict"] | EnrolmentOption["verdict"] | null;
  /** What it comes to in yen, under every completion of what is not known; `null` where no sum is known. */
  total_yen: YenRange | null;
}

/** What a page has of its own. */
export interface PageParts {
  /** What the engine said of the phone. */
  answer: Assessment | Enrolment | null;
  /** What is wrong with the input. */
  problem: ToldProblem | null;
  /** What it asks below the device bar. */
  asks: unknown;
  /** What it answers. */
  result: unknown;
  /** The plan that the answer is about. */
  plan?: string | undefined;
}

/**
 * What the pages of the three questions share: what was entered is handed in and handed back, the form behind the
 * device bar opens and closes, and what changed is said to screen readers once typing has paused.
 *
 * @fires form-change - what was entered changed; `detail` is all of it
 * @fires engine-retry - the engine should be loaded once more
 */
export abstract class HoshoQuestionPage extends HoshoPart {
  static override properties: PropertyDeclarations = {
    form: { attribute: false },
    hosho: { attribute: false },
    phase: { attribute: false },
    slow: { attribute: false },
    day: { attribute: false },
    frame: { attribute: false },
    barOpen: { state: true },
    announced: { state: true },
    onPaper: { state: true },
  };

  /** What was entered, for all three questions. */
  declare form: FormState;
  /** The engine, once it is there. */
  declare hosho: Hosho | null;
  /** Whether the engine is there. */
  declare phase: Phase;
  /** Loading takes long enough to say so. */
  declare slow: boolean;
  /** Today. */
  declare day: string;
  /** Where everything stands. */
  declare frame: Frame;
  /** The form of the device bar is shown. */
  declare barOpen: boolean;
  /** What was last said to screen readers. */
  declare announced: string;
  /** It is being printed. */
  declare onPaper: boolean;

  #timer = 0;

  constructor() {
    super();
    this.form = emptyForm("");
    this.hosho = null;
    this.phase = "loading";
    this.slow = false;
    this.day = "";
    this.barOpen = true;
    this.announced = "";
    this.onPaper = false;
    this.addEventListener("answer", (event) => this.answered((event as CustomEvent<Answer>).detail));
    this.addEventListener("bar-toggle", this.#toggled);
    this.addEventListener("to-field", (event) => this.toField((event as CustomEvent<string>).detail));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.barOpen = wordOf(this.form, "device.model") === null;
    addEventListener("beforeprint", this.#print);
    addEventListener("afterprint", this.#print);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.#print);
    removeEventListener("afterprint", this.#print);
    clearTimeout(this.#timer);
  }

  protected override updated(changed: PropertyValues): void {
    if (["words", "form"].some((part) => changed.get(part) !== undefined)) this.announceSoon();
  }

  /** The phone, what is asked, and the answer, each in its place. */
  protected framed({ answer, problem, asks, result, plan }: PageParts): TemplateResult {
    const { words, form, hosho, day, onPaper, announced } = this;
    const bar = html`<hosho-device-bar
      .words=${words}
      .form=${form}
      .answer=${answer}
      .open=${this.barOpen}
      .problem=${problem}
      .day=${day}
    ></hosho-device-bar>`;
    return this.frame.draw({ words, form, hosho, day, onPaper, announced, bar, asks, result, plan });
  }

  /** The answer to what stands in the form; `null` where there is none. */
  abstract get outcome(): Outcome | null;

  /** What is said to screen readers of the answer as it stands. */
  protected abstract spoken(): string;

  /** Something was entered. */
  protected answered(answer: Answer): void {
    this.enter(withAnswer(this.form, answer));
    this.announceSoon();
  }

  /** All that was entered, anew. */
  protected enter(form: FormState): void {
    this.form = form;
    this.dispatchEvent(new CustomEvent("form-change", { bubbles: true, detail: form }));
  }

  /** Puts a question to the engine with what stands in the form now. */
  protected askEngine<T>(ask: (hosho: Hosho) => T): Asked<T> {
    if (this.hosho === null || isUntouched(this.form)) return { answer: null, problem: null };
    const wrong = fieldProblem(this.form);
    if (wrong) return { answer: null, problem: tell(wrong, this.form, this.words) };
    try {
      return { answer: ask(this.hosho), problem: null };
    } catch (thrown) {
      const problem = problemOf(thrown) ?? { fact: "", code: "other" };
      return { answer: null, problem: tell(problem, this.form, this.words) };
    }
  }

  /** What stands in place of an answer while the engine is not there; `null` once it is. */
  protected notReady(): TemplateResult | typeof nothing | null {
    if (this.phase === "ready") return null;
    if (this.phase === "loading") return this.slow ? loadingCard(this.words) : nothing;
    const again = (): boolean => this.dispatchEvent(new CustomEvent("engine-retry", { bubbles: true }));
    return stoppedNote(this.words, again);
  }

  /** Where the keyboard goes when the form closes. */
  protected get afterFold(): string {
    return "#verdict-word, .device summary";
  }

  protected fold(): void {
    if (!this.barOpen) return;
    const focusInside = this.querySelector(".device .form")?.contains(this.tree.activeElement) ?? false;
    this.barOpen = false;
    void this.updateComplete.then(() => {
      this.frame.toTop();
      if (focusInside) this.querySelector<HTMLElement>(this.afterFold)?.focus({ preventScroll: true });
    });
  }

  /** Goes to the field of a fact, and opens the form if it is in there. */
  protected readonly toField = (fact: string): void => {
    if (this.isBehindBar(fact)) this.barOpen = true;
    void this.updateComplete.then(() => {
      const id = fieldId(fact);
      const field = this.querySelector<HTMLElement>(`#${id}-day, #${id}, #${id}-0`);
      field?.closest("details.more")?.setAttribute("open", "");
      field?.focus();
    });
  };

  /** Whether the field of a fact stands in the form behind the device bar. */
  protected isBehindBar(fact: string): boolean {
    return fact !== "";
  }

  /** One announcement once typing has paused, and only if the answer changed. */
  protected announceSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.announced = this.spoken()), ANNOUNCE_MS) as unknown as number;
  }

  /** Paper does not wait. */
  readonly #print = ({ type }: Event): void => {
    this.onPaper = type === "beforeprint";
    this.performUpdate();
  };

  readonly #toggled = (event: Event): void => {
    const open = (event as CustomEvent<boolean>).detail;
    if (open) this.barOpen = true;
    else this.fold();
  };
}
