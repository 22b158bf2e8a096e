/**
 * The one script of an article: defines `<hosho-calculator>` and `<hosho-answer>`, and fetches what they need once one of
 * them is near the reader or has the focus. Until then it costs an article nothing but this file.
 */
import { define } from "../elements/define.js";
import type { QuestionName } from "../elements/questions.js";
import en from "../text/en-loader.table";
import ja from "../text/ja-loader.table";
import type { Lang } from "../text/text.js";
import type { Engine } from "./engine.js";

/** Where something is drawn, and with what. */
export interface Place {
  /** The element in the article. */
  host: HTMLElement;
  /** Its shadow tree. */
  root: ShadowRoot;
  /** The question, which a wrong attribute does not name. */
  question: QuestionName;
  /** The ids of the plans that are named. */
  plans: string[];
  /** The language, of the element or of the article. */
  lang: Lang;
  /** The engine, on its way. */
  engine: Promise<Engine>;
}

/** Makes everything ready, then hands over what draws it in one step. */
export type Prepare = (place: Place) => Promise<() => void>;

/** How far outside the window an element is fetched for. */
const AHEAD = "800px 0px";

const FACES = {
  broke: () => import("./broke.js"),
  join: () => import("./join.js"),
  until: () => import("./until.js"),
} satisfies Record<QuestionName, unknown>;
const LANGUAGES = {
  ja: { say: ja, words: () => import("../text/ja-base.table") },
  en: { say: en, words: () => import("../text/en-base.table") },
} satisfies Record<Lang, unknown>;

/** The text attributes of both elements; each is a property, too: `bought-on` is `boughtOn`. */
const TEXTS = ["plan", "plans", "question", "device", "bought-on", "bought-from", "incident", "as-of"];

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) (target as Near).wake();
  },
  { rootMargin: AHEAD },
);

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What both elements share: they sleep behind their fallback until they are near, and follow their attributes. */
abstract class Near extends HTMLElement {
  static readonly observedAttributes: readonly string[] = [...TEXTS, "lang"];

  readonly #root = this.attachShadow({ mode: "open" });
  #isAwake = false;
  #isDue = false;
  #turn = 0;

  constructor(style: string) {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${style}:host([hidden]){display:none}.failed{font-size:.875em}`);
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.append(document.createElement("slot"));
    this.addEventListener("focusin", () => this.wake());
  }

  connectedCallback(): void {
    for (const name of (this.constructor as typeof Near).observedAttributes) this.#adopt(camel(name));
    if (!this.#isAwake) near.observe(this);
  }

  disconnectedCallback(): void {
    near.unobserve(this);
  }

  attributeChangedCallback(): void {
    if (this.#isAwake) this.#drawSoon();
  }

  /** Fetches what is needed, and draws. */
  wake(): void {
    near.unobserve(this);
    if (this.#isAwake) return;
    this.#isAwake = true;
    this.#drawSoon();
  }

  /** The sentence that says that it could not be loaded. */
  protected abstract readonly failed: string;

  /** What draws a question. */
  protected abstract face(question: QuestionName): Promise<{ prepare: Prepare }>;

  /** Takes over what was set before the element was defined. */
  #adopt(name: string): void {
    if (!Object.hasOwn(this, name)) return;
    const value: unknown = Reflect.get(this, name);
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value);
  }

  /** Once, however many attributes were changed at a time. */
  #drawSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      void this.#draw((this.#turn += 1));
    });
  }

  /** Draws in one step, with the answer; what was overtaken on the way is dropped. */
  async #draw(turn: number): Promise<void> {
    try {
      const draw = await this.#prepared();
      if (turn !== this.#turn) return;
      draw();
      this.#root.querySelector("slot")?.remove();
      this.#root.querySelector(".failed")?.remove();
    } catch {
      if (turn === this.#turn) this.#tellFailure();
    }
  }

  /** All that is needed is asked for at once: what draws, its words, the engine. */
  async #prepared(): Promise<() => void> {
    const { lang, question } = this.#chosen;
    const plans = `${this.getAttribute("plan") ?? ""} ${this.getAttribute("plans") ?? ""}`.split(/\s+/).filter(Boolean);
    const engine = import("./engine.js").then(({ engineFor, isPlan }) => engineFor(question, plans.filter(isPlan)));
    const [{ prepare }] = await Promise.all([this.face(question), LANGUAGES[lang].words(), engine]);
    return prepare({ host: this, root: this.#root, question, plans, lang, engine });
  }

  get #chosen(): { lang: Lang; question: QuestionName } {
    const asked = this.getAttribute("question") ?? "";
    return {
      lang: this.closest("[lang]")?.getAttribute("lang")?.startsWith("en") ? "en" : "ja",
      question: asked in FACES ? (asked as QuestionName) : "broke",
    };
  }

  /** The author's own words stay; one line says what they stand in for. */
  #tellFailure(): void {
    this.#root.querySelector(".failed")?.remove();
    const { lang } = this.#chosen;
    const line = document.createElement("small");
    Object.assign(line, { className: "failed", lang, role: "status", textContent: LANGUAGES[lang].say[this.failed] });
    line.part.add("failed");
    this.#root.append(" ", line);
  }
}

/** Text attributes as properties. */
function reflect(face: object, names: readonly string[]): void {
  for (const name of names)
    Object.defineProperty(face, camel(name), {
      get(this: Near) {
        return this.getAttribute(name) ?? "";
      },
      set(this: Near, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, String(value));
      },
    });
}
reflect(Near.prototype, TEXTS);

/**
 * The calculator in an article: which warranty or cover answers, what it costs, by when. The reader's own device works
 * it out, and nothing that is entered leaves it. What is inside the tag is shown until the calculator is there, and
 * stays where it cannot come. An attribute that cannot be read is left out, and a note in the calculator says so.
 *
 * @attr {string} plan - id of the plan that is asked about
 * @attr {string} plans - ids of several plans, with spaces between them; without any plan all are asked
 * @attr {"broke"|"join"|"until"} [question=broke] - it broke; should I join; what ends when
 * @attr {string} device - id of the model
 * @attr {string} bought-on - day or month of purchase, `2022-07-16` or `2022-07`
 * @attr {string} bought-from - id of the seller
 * @attr {string} incident - what happened, such as `battery_wear`
 * @attr {string} as-of - day of the question; today if absent
 * @attr {"ja"|"en"} lang - language; of the article around it if absent, else Japanese
 * @attr {"light"|"dark"|"auto"} theme - `auto`: as the reader's system; if absent, as the article's own `color-scheme`
 * @attr {boolean} compact - only verdict, sum and days, until the reader asks for more
 * @prop {string} plan - as the attribute
 * @prop {string} plans - as the attribute
 * @prop {string} question - as the attribute
 * @prop {string} device - as the attribute
 * @prop {string} boughtOn - as the attribute `bought-on`
 * @prop {string} boughtFrom - as the attribute `bought-from`
 * @prop {string} incident - as the attribute
 * @prop {string} asOf - as the attribute `as-of`
 * @prop {string} theme - as the attribute
 * @prop {boolean} compact - as the attribute
 * @fires {CustomEvent} hosho-answer - there is an answer; `detail`: `question`, `answer` as the engine gave it, and `verdict` and `total_yen` of what leads
 * @fires {CustomEvent} hosho-change - the reader entered something; `detail`: the case, as `assess` of the library takes it
 * @slot - what is shown until the calculator is there, and where it cannot come
 * @csspart calculator - all of it
 * @csspart failed - the line that says that it could not be loaded
 * @cssprop --hosho-font - font family; the article's own if absent
 * @cssprop [--hosho-size=medium] - size of its text
 * @cssprop --hosho-ink - colour of text; like every colour here it may be a `light-dark()`
 * @cssprop --hosho-ground - ground of the calculator
 * @cssprop --hosho-surface - ground of cards and fields
 * @cssprop --hosho-accent - colour of links and of what is chosen
 * @cssprop [--hosho-radius=8px] - roundness of cards
 */
export class HoshoCalculator extends Near {
  static override readonly observedAttributes = [...Near.observedAttributes, "theme", "compact"];

  protected override readonly failed = "loader.failed";

  constructor() {
    super(":host{display:block}");
  }

  /** Only verdict, sum and days, until the reader asks for more. */
  get compact(): boolean {
    return this.hasAttribute("compact");
  }

  set compact(on: boolean) {
    this.toggleAttribute("compact", on);
  }

  protected override face(question: QuestionName): Promise<{ prepare: Prepare }> {
    return FACES[question]();
  }
}

/**
 * One live line inside a sentence, without controls: what it costs and until when, or the range so far where something
 * is not known. It looks as the sentence around it does.
 *
 * @attr {string} plan - id of the plan that is asked about
 * @attr {string} plans - ids of several plans, with spaces between them; without any plan all are asked
 * @attr {"broke"|"join"|"until"} [question=broke] - it broke; should I join; what ends when
 * @attr {string} device - id of the model
 * @attr {string} bought-on - day or month of purchase, `2022-07-16` or `2022-07`
 * @attr {string} bought-from - id of the seller
 * @attr {string} incident - what happened, such as `battery_wear`
 * @attr {string} as-of - day of the question; today if absent
 * @attr {"ja"|"en"} lang - language; of the article around it if absent, else Japanese
 * @prop {string} plan - as the attribute
 * @prop {string} plans - as the attribute
 * @prop {string} question - as the attribute
 * @prop {string} device - as the attribute
 * @prop {string} boughtOn - as the attribute `bought-on`
 * @prop {string} boughtFrom - as the attribute `bought-from`
 * @prop {string} incident - as the attribute
 * @prop {string} asOf - as the attribute `as-of`
 * @fires {CustomEvent} hosho-answer - as of `hosho-calculator`
 * @slot - what is shown until the line is there, and where it cannot come
 * @csspart answer - the line
 * @cssprop --hosho-accent - colour of the dots below it; that of the text if absent
 * @csspart failed - what says that it could not be loaded
 */
export class HoshoAnswer extends Near {
  protected override readonly failed = "loader.failed_line";

  constructor() {
    super("[part=answer]{font-weight:700;text-decoration:underline dotted var(--hosho-accent,currentcolor)}");
  }

  protected override face(): Promise<{ prepare: Prepare }> {
    return import("./answer.js");
  }
}

reflect(HoshoCalculator.prototype, ["theme"]);
define("hosho-calculator", HoshoCalculator);
define("hosho-answer", HoshoAnswer);
