import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { html as staticHtml, literal } from "lit/static-html.js";
import type { Hosho } from "../api/hosho.js";
import type { LinkProblem } from "../link/link.js";
import { learn, Words, type Lang, type Part } from "../text/text.js";
import { addressOf, langIn, questionIn } from "./address.js";
import { AddressBar } from "./address-bar.js";
import { define } from "./define.js";
import { linkOf, openLink } from "./form-link.js";
import { emptyForm, type FormState } from "./form-state.js";
import { remember, remembered } from "./keep.js";
import { linkNote } from "./link-note.js";
import "./page-broke.js";
import { pageFrame } from "./page-frame.js";
import { HoshoPart } from "./part.js";
import type { Phase } from "./question-page.js";
import { QUESTIONS, type QuestionName } from "./questions.js";
import type { Sharing } from "./share-row.js";
import { topBar } from "./surroundings.js";
import { updateNote } from "./update-note.js";
import { keepPage } from "./updates.js";

const SLOW_MS = 400;
/** The element of each question; all are handed the same. */
const PAGES = {
  broke: literal`hosho-page-broke`,
  join: literal`hosho-page-join`,
  until: literal`hosho-page-until`,
} satisfies Record<QuestionName, unknown>;
/** The questions that most readers do not begin with. */
type Later = Exclude<QuestionName, "broke">;
/** What defines their elements. */
const FETCH: Record<Later, () => Promise<unknown>> = {
  join: () => Promise.all([import("./page-join.js"), import("./outlook-section.js")]),
  until: () => import("./page-until.js"),
};
/** The sentences of all questions. */
const ALL: Part[] = ["page", "join", "until"];

/** Questions whose elements and sentences are there. */
const FETCHED = new Set<QuestionName>(["broke"]);

/** Fetches what draws a question and its sentences in a language, where they did not come with the page. */
export async function fetchQuestion(question: QuestionName, lang: Lang): Promise<void> {
  if (question !== "broke") await Promise.all([FETCH[question](), learn(lang, question)]);
  FETCHED.add(question);
}

/**
 * The page: loads the engine, holds what was entered, and shows one of the three questions with it.
 * What was entered stands behind `#` in the address, which browsers never send; nothing else leaves this tab, and
 * nothing is remembered unless the reader asks for it.
 */
export class HoshoPage extends HoshoPart {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    question: { state: true },
    form: { state: true },
    unread: { state: true },
    kept: { state: true },
    keeps: { state: true },
    hosho: { state: true },
    phase: { state: true },
    slow: { state: true },
    newer: { state: true },
  };

  /** Language of the page. */
  declare language: Lang;
  /** The question that is shown. */
  declare question: QuestionName;
  /** Loads the engine. */
  declare load: () => Promise<Hosho>;
  /** The engine, where it was there before the page: then the page is drawn once, with its answer. */
  declare engine: Hosho | undefined;
  /** The day on which the question is asked unless somebody says otherwise. */
  declare day: string;
  /** What was entered. */
  declare form: FormState;
  /** What the link that was opened says and the form does not. */
  declare unread: LinkProblem[];
  /** The link that this device remembers, if any. */
  declare kept: string | null;
  /** What is entered is remembered. */
  declare keeps: boolean;
  /** The engine, once it is there. */
  declare hosho: Hosho | null;
  /** Whether the engine is there. */
  declare phase: Phase;
  /** Loading takes long enough to say so. */
  declare slow: boolean;
  /** Takes over the newer version, where one is there. */
  declare newer: (() => void) | null;

  readonly #bar = new AddressBar(() => void this.#moved());

  constructor() {
    super();
    this.language = langIn(location);
    this.question = questionIn(location.hash) ?? "broke";
    this.day = "";
    this.form = emptyForm("");
    this.unread = [];
    this.kept = null;
    this.keeps = false;
    this.hosho = null;
    this.phase = "loading";
    this.slow = false;
    this.newer = null;
    this.words = new Words(this.language, {});
    this.addEventListener("form-change", (event) => {
      this.form = (event as CustomEvent<FormState>).detail;
      this.#bar.replace(this.#address());
      if (this.keeps) this.#keep(true);
    });
    this.addEventListener("keep-change", (event) => {
      if (!this.#keep((event as CustomEvent<boolean>).detail)) event.preventDefault();
    });
    this.addEventListener("engine-retry", () => void this.#start());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.form = emptyForm(this.day);
    this.kept = remembered();
    this.#bar.open();
    this.#openLink(this.kept);
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#bar.close();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("question") && !FETCHED.has(this.question)) void this.#fetch(this.question);
    if (changed.has("language") || changed.has("hosho"))
      this.words = new Words(this.language, this.hosho?.catalog ?? {});
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`<a class="skip" href="#answer" @click=${this.#skip}>${words.say("ui.skip")}</a>
      ${topBar(words, this.#address(this.question, this.#otherLang), (event) => void this.#switchLang(event))}
      ${this.#questions()} ${linkNote(this.unread, words, this.#closeNote)} ${updateNote(this.newer, words)}
      ${this.#page()}`;
  }

  protected override updated(changed: PropertyValues): void {
    // Not with every key: a browser styles the whole page anew when its language is set, also to what it was.
    if (!changed.has("language") && !changed.has("question")) return;
    document.documentElement.lang = this.language;
    document.title = this.words.say(`ui.title_${this.question}`);
  }

  /** The three questions as links. */
  #questions(): TemplateResult {
    const { say } = this.words;
    return html`<nav class="questions" aria-label=${say("ui.questions")}>
      <ul role="list">
        ${QUESTIONS.map(
          (name) =>
            html`<li>
              <a
                href=${this.#address(name)}
                aria-current=${name === this.question ? "page" : "false"}
                @click=${(event: Event) => this.#go(name, event)}
                >${say(`ui.question_${name}`)}</a
              >
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  #page(): TemplateResult | typeof nothing {
    if (!FETCHED.has(this.question)) return nothing;
    const { words, form, hosho, phase, slow, day } = this;
    return staticHtml`<${PAGES[this.question]}
      .words=${words}
      .form=${form}
      .hosho=${hosho}
      .phase=${phase}
      .slow=${slow}
      .day=${day}
      .frame=${pageFrame(this.#sharing)}
    ></${PAGES[this.question]}>`;
  }

  get #sharing(): Sharing {
    const { question, keeps, kept } = this;
    return { address: new URL(this.#address(), location.href).href, question, keeps, hasKept: kept !== null };
  }

  async #start(): Promise<void> {
    if (this.engine) return this.#begin(this.engine);
    this.phase = "loading";
    const slow = setTimeout(() => (this.slow = true), SLOW_MS);
    try {
      this.#begin(await this.load());
    } catch {
      this.phase = "stopped";
    } finally {
      clearTimeout(slow);
      this.slow = false;
    }
  }

  #begin(engine: Hosho): void {
    this.hosho = engine;
    this.phase = "ready";
    requestAnimationFrame(() => setTimeout(() => void this.#fetchOthers())); // the answer is painted first
  }

  /** Once the engine is there, all questions and "what if" are to be in both languages; then the page is kept. */
  async #fetchOthers(): Promise<void> {
    const questions = (Object.keys(FETCH) as Later[]).map((question) => fetchQuestion(question, this.language));
    await Promise.allSettled([import("./what-if.js"), ...questions, learn(this.#otherLang, ...ALL)]);
    await keepPage((takeOver) => (this.newer = takeOver));
  }

  /** A question that cannot be fetched gives way to the first one. */
  async #fetch(question: QuestionName): Promise<void> {
    try {
      await fetchQuestion(question, this.language);
      this.requestUpdate();
    } catch {
      this.question = "broke";
    }
  }

  async #speak(lang: Lang): Promise<void> {
    await learn(lang, ...ALL);
    this.language = lang;
  }

  /** The address of a question in a language, with everything that was entered. */
  #address(question = this.question, lang = this.language): string {
    return addressOf(question, lang, linkOf(this.form, question, this.day));
  }

  /** Takes over what the address says, else another link; where neither holds a case, what was entered stays. */
  #openLink(other: string | null = null): void {
    const named = openLink(location.hash, this.day);
    const restored = named ?? openLink(other ?? "", this.day);
    if (restored === null) return;
    this.form = restored.form;
    this.unread = restored.problems;
    this.keeps = named === null || this.kept === this.#caseLink;
  }

  /** Remembers what is entered, or forgets it; false where the browser refuses. Which question it is does not matter. */
  #keep(on: boolean): boolean {
    const link = on ? this.#caseLink : null;
    const isDone = remember(link);
    this.kept = isDone ? link : remembered();
    this.keeps = on && isDone;
    return isDone;
  }

  get #caseLink(): string {
    return linkOf(this.form, "broke", this.day);
  }

  get #otherLang(): Lang {
    return this.language === "ja" ? "en" : "ja";
  }

  readonly #go = (name: QuestionName, event: Event): void => {
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    if (ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    if (name === this.question) return;
    this.question = name;
    this.#bar.push(this.#address());
    scrollTo({ top: 0 });
  };

  /** Back, forward, or another address behind `#`. */
  async #moved(): Promise<void> {
    await this.#speak(langIn(location));
    this.question = questionIn(location.hash) ?? "broke";
    if (this.#bar.isSameCase) return this.#bar.replace(this.#address());
    this.#bar.adopt();
    this.#openLink();
  }

  readonly #closeNote = (): void => {
    this.unread = [];
    this.querySelector<HTMLElement>("#answer")?.focus();
  };

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>("#answer")?.focus();
  };

  readonly #switchLang = async (event: Event): Promise<void> => {
    event.preventDefault();
    await this.#speak(this.#otherLang);
    this.#bar.replaceNow(this.#address());
  };
}

define("hosho-page", HoshoPage);
