/** The calculator inside its element: what was entered, the page of its question, and the events that tell an article of it. */
import { html, nothing, render, type TemplateResult } from "lit";
import { html as staticHtml, type StaticValue } from "lit/static-html.js";
import type { Hosho } from "../api/hosho.js";
import { today } from "../api/today.js";
import type { CaseFacts } from "../api/types.js";
import { fromCase, toCase, withAnswer, type FormState } from "../elements/form-state.js";
import type { Frame, HoshoQuestionPage } from "../elements/question-page.js";
import { learn, Words, type Part } from "../text/text.js";
import { about } from "./about.js";
import { embedFrame } from "./frame.js";
import type { Place, Prepare } from "./loader.js";
import { settingsOf, type Settings } from "./settings.js";

/** What one question brings along. */
export interface Face {
  /** Its sentences beside those of every question. */
  parts: Part[];
  /** Its styles. */
  styles: readonly string[];
  /** The name of its element. */
  tag: StaticValue;
}

interface Ready extends Settings {
  place: Place;
  face: Face;
  words: Words;
  hosho: Hosho;
}

const SHEETS = new Map<string, CSSStyleSheet>();
const CALCULATORS = new WeakMap<HTMLElement, Calculator>();

/** What draws a question, from what it brings along. */
export const preparing =
  (face: Face): Prepare =>
  async (place) => {
    const [engine] = await Promise.all([place.engine, learn(place.lang, "embed", ...face.parts)]);
    const words = new Words(place.lang, engine.catalog);
    return () => {
      const calculator = CALCULATORS.get(place.host) ?? new Calculator(place);
      CALCULATORS.set(place.host, calculator);
      calculator.take({ ...settingsOf(place, engine.catalog), place, face, words, hosho: about(engine, place.plans) });
    };
  };

/** The sheet of a text, the same for all elements of an article. No markup: an article may forbid styles within it. */
function sheetOf(text: string): CSSStyleSheet {
  const sheet = SHEETS.get(text) ?? new CSSStyleSheet();
  if (!SHEETS.has(text)) sheet.replaceSync(text);
  SHEETS.set(text, sheet);
  return sheet;
}

/** One calculator of an article. */
class Calculator {
  readonly #own: CSSStyleSheet[];
  #form: FormState;
  /** The case that the attributes told last. */
  #told: CaseFacts;
  #isOpened = false;
  #ready: Ready | null = null;

  constructor({ root }: Place) {
    this.#own = [...root.adoptedStyleSheets];
    this.#told = { as_of: today() };
    this.#form = fromCase(this.#told);
  }

  /** Takes what its attributes say now. What the reader entered stays where no attribute has changed. */
  take(ready: Ready): void {
    const isFirst = this.#ready === null;
    const { host, root } = ready.place;
    const hadFocus = isFirst && host.matches(":focus-within");
    const height = host.offsetHeight;
    this.#form = withFacts(this.#form, this.#told, ready.facts);
    this.#told = ready.facts;
    this.#ready = ready;
    root.adoptedStyleSheets = [...this.#own, ...ready.face.styles.map(sheetOf)];
    this.#draw();
    if (!isFirst) return;
    if (host.hasAttribute("compact")) this.#page.barOpen = false;
    // What stands below does not move up where the author's words took more room.
    this.#outside.style.minHeight = `${height}px`;
    if (hadFocus) void this.#page.updateComplete.then(() => this.#focus());
  }

  #draw(): void {
    if (this.#ready === null) return;
    const { place, face, words, hosho } = this.#ready;
    const { host, root, lang } = place;
    const isCompact = host.hasAttribute("compact") && !this.#isOpened;
    const page = staticHtml`<${face.tag}
      .words=${words}
      .form=${this.#form}
      .hosho=${hosho}
      .phase=${"ready"}
      .day=${today()}
      .frame=${this.#frame(place)}
    ></${face.tag}>`;
    const drawn = html`<div
      class="hosho"
      part="calculator"
      lang=${lang}
      data-theme=${themeOf(host)}
      ?data-compact=${isCompact}
    >
      <div class="body" @form-change=${this.#entered}>${this.#notes()}${page}</div>
    </div>`;
    render(drawn, root);
    this.#outside.style.setProperty("--rem", getComputedStyle(this.#outside).fontSize);
    void this.#page.updateComplete.then(() => this.#tellAnswer());
  }

  #frame({ host, question }: Place): Frame {
    const turn = (): void => {
      this.#isOpened = !this.#isOpened;
      this.#draw();
    };
    const more = host.hasAttribute("compact") ? { isOpen: this.#isOpened, turn } : null;
    return embedFrame({
      question,
      more,
      toTop: () => this.#outside.querySelector(".device")?.scrollIntoView({ block: "nearest" }),
    });
  }

  /** Attributes that cannot be read. */
  #notes(): TemplateResult | typeof nothing {
    const { unread = [], words } = this.#ready ?? {};
    if (!words || unread.length === 0) return nothing;
    return html`<div class="bar-note unread" role="note">
      ${unread.map(({ name, value }) => html`<p>${words.say("embed.unread", { name, value })}</p>`)}
    </div>`;
  }

  get #outside(): HTMLElement {
    return this.#ready?.place.root.querySelector(".hosho") as HTMLElement;
  }

  get #page(): HoshoQuestionPage {
    return this.#outside.querySelector(`hosho-page-${this.#ready?.place.question ?? ""}`) as HoshoQuestionPage;
  }

  #focus(): void {
    this.#outside.querySelector<HTMLElement>("summary")?.focus({ preventScroll: true });
  }

  readonly #entered = (event: Event): void => {
    this.#form = (event as CustomEvent<FormState>).detail;
    this.#outside.style.minHeight = "";
    this.#tell("hosho-change", toCase(this.#form));
    this.#draw();
  };

  #tellAnswer(): void {
    const { outcome } = this.#page;
    if (outcome) this.#tell("hosho-answer", { question: this.#ready?.place.question, ...outcome });
  }

  #tell(name: string, detail: unknown): void {
    this.#ready?.place.host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

/** The form with what the attributes say otherwise than before. */
function withFacts(form: FormState, before: CaseFacts, now: CaseFacts): FormState {
  const [old, told] = [fromCase(before), fromCase(now)];
  const said = JSON.stringify;
  const changed = [...new Set([...Object.keys(old.answers), ...Object.keys(told.answers)])].filter(
    (fact) => said(old.answers[fact]) !== said(told.answers[fact]),
  );
  const begun = before.as_of === now.as_of ? form : { ...form, asOf: now.as_of };
  return changed.reduce((made, fact) => withAnswer(made, { fact, value: told.answers[fact] }), begun);
}

/** `auto` is the reader's system; without a word of its own an element is as the article says that it is drawn. */
function themeOf(host: HTMLElement): string {
  const asked = host.getAttribute("theme") ?? "";
  if (["light", "dark", "auto"].includes(asked)) return asked;
  const scheme = getComputedStyle(host).colorScheme;
  if (!scheme.includes("dark")) return "light";
  return scheme.includes("light") ? "auto" : "dark";
}
