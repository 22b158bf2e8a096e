import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { html as staticHtml, literal } from "lit/static-html.js";
import type { Hosho } from "../api/hosho.js";
import { Words, type Lang } from "../text/text.js";
import { addressOf, langIn, questionIn, QUESTIONS, type QuestionName } from "./address.js";
import { emptyForm, type FormState } from "./form-state.js";
import "./page-broke.js";
import "./page-join.js";
import "./page-until.js";
import { HoshoPart } from "./part.js";
import type { Phase } from "./question-page.js";
import { topBar } from "./surroundings.js";

const SLOW_MS = 400;
/** The element of each question; all are handed the same. */
const PAGES = {
  broke: literal`hosho-page-broke`,
  join: literal`hosho-page-join`,
  until: literal`hosho-page-until`,
} satisfies Record<QuestionName, unknown>;

/**
 * The page: loads the engine, holds what was entered, and shows one of the three questions with it.
 * Everything stays in this tab; nothing is sent.
 */
export class HoshoPage extends HoshoPart {
  static override properties: PropertyDeclarations = {
    language: { attribute: false },
    question: { state: true },
    form: { state: true },
    hosho: { state: true },
    phase: { state: true },
    slow: { state: true },
  };

  /** Language of the page. */
  declare language: Lang;
  /** The question that is shown. */
  declare question: QuestionName;
  /** Loads the engine. */
  declare load: () => Promise<Hosho>;
  /** The day on which the question is asked unless somebody says otherwise. */
  declare day: string;
  /** What was entered. */
  declare form: FormState;
  /** The engine, once it is there. */
  declare hosho: Hosho | null;
  /** Whether the engine is there. */
  declare phase: Phase;
  /** Loading takes long enough to say so. */
  declare slow: boolean;

  constructor() {
    super();
    this.language = langIn(location);
    this.question = questionIn(location.hash) ?? "broke";
    this.day = "";
    this.form = emptyForm("");
    this.hosho = null;
    this.phase = "loading";
    this.slow = false;
    this.words = new Words(this.language, {});
    this.addEventListener("form-change", (event) => (this.form = (event as CustomEvent<FormState>).detail));
    this.addEventListener("engine-retry", () => void this.#start());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.form = emptyForm(this.day);
    addEventListener("popstate", this.#moved);
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("popstate", this.#moved);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("language") || changed.has("hosho"))
      this.words = new Words(this.language, this.hosho?.catalog ?? {});
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`<a class="skip" href="#answer" @click=${this.#skip}>${words.say("ui.skip")}</a>
      ${topBar(words, addressOf(this.question, this.#otherLang), this.#switchLang)} ${this.#questions()} ${this.#page()}`;
  }

  protected override updated(): void {
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
                href=${addressOf(name, this.language)}
                aria-current=${name === this.question ? "page" : "false"}
                @click=${(event: Event) => this.#go(name, event)}
                >${say(`ui.question_${name}`)}</a
              >
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  #page(): TemplateResult {
    const { words, form, hosho, phase, slow, day } = this;
    return staticHtml`<${PAGES[this.question]}
      .words=${words}
      .form=${form}
      .hosho=${hosho}
      .phase=${phase}
      .slow=${slow}
      .day=${day}
    ></${PAGES[this.question]}>`;
  }

  async #start(): Promise<void> {
    this.phase = "loading";
    const slow = setTimeout(() => (this.slow = true), SLOW_MS);
    try {
      this.hosho = await this.load();
      this.phase = "ready";
    } catch {
      this.phase = "stopped";
    } finally {
      clearTimeout(slow);
      this.slow = false;
    }
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
    history.pushState(null, "", addressOf(name, this.language));
    scrollTo({ top: 0 });
  };

  /** Back, forward, or another word typed behind `#`. */
  readonly #moved = (): void => {
    this.language = langIn(location);
    this.question = questionIn(location.hash) ?? "broke";
  };

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>("#answer")?.focus();
  };

  readonly #switchLang = (event: Event): void => {
    event.preventDefault();
    this.language = this.#otherLang;
    history.replaceState(null, "", addressOf(this.question, this.language));
  };
}

customElements.define("hosho-page", HoshoPage);
