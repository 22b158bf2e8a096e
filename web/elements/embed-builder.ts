import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Catalog, Day } from "../api/types.js";
import { writeDay } from "../text/days.js";
import { Words, type Lang } from "../text/text.js";
import { addressOf } from "./address.js";
import { define } from "./define.js";
import "./embed-code.js";
import "./embed-form.js";
import { attributesOf, firstSettings, styleOf, type EmbedSettings } from "./embed-settings.js";
import { linkOf } from "./form-link.js";
import { emptyForm } from "./form-state.js";
import { SNIPPETS, snippetOf, type SnippetKind, type SnippetParts } from "./snippets.js";
import { topBar } from "./surroundings.js";

/** What the page of the builder knows before anything is chosen. */
export interface BuilderParts {
  /** Names of plans, models and sellers, and the version of the data. */
  catalog: Catalog;
  /** Today. */
  day: Day;
  /** Address of the folder that the files are in. */
  folder: string;
  /** The script of this version, and its digest. */
  pinned: SnippetParts["pinned"];
}

/** The page on which an author makes the code for an article, with the calculator as it will be. */
export class HoshoEmbedBuilder extends LitElement {
  static override properties: PropertyDeclarations = { lang: { attribute: false }, settings: { state: true } };

  /** The language of the page. */
  declare lang: Lang;
  /** What is chosen. */
  declare settings: EmbedSettings;

  readonly #parts: BuilderParts;

  constructor(parts: BuilderParts, lang: Lang) {
    super();
    this.#parts = parts;
    this.lang = lang;
    this.settings = firstSettings(emptyForm(parts.day));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const words = new Words(this.lang, this.#parts.catalog);
    const { say } = words;
    return html`${topBar(words, `?lang=${this.#other}`, this.#switchLang)}
      <div class="page">
        <div class="ask" role="region" aria-label=${say("builder.settings")}>
          <h2>${say("builder.heading")}</h2>
          <p>${say("builder.intro")}</p>
          <hosho-embed-form
            .words=${words}
            .settings=${this.settings}
            @settings-change=${this.#changed}
          ></hosho-embed-form>
        </div>
        <main class="answers">
          <section class="share" aria-labelledby="code-title">
            <h2 id="code-title">${say("builder.code")}</h2>
            <hosho-embed-code .words=${words} .codes=${this.#codes()} .day=${this.#dataDay(words)}></hosho-embed-code>
          </section>
          <section aria-labelledby="preview-title">
            <h2 id="preview-title">${say("builder.preview")}</h2>
            <div class="sheet light" data-theme=${this.settings.theme}>
              <hosho-calculator><p>${say("builder.preview_waits")}</p></hosho-calculator>
            </div>
          </section>
          <p><a href=${`./?lang=${this.lang}`}>${say("builder.back")}</a></p>
        </main>
      </div>`;
  }

  /** The preview is told what an article would say. */
  protected override updated(): void {
    document.documentElement.lang = this.lang;
    document.title = new Words(this.lang, this.#parts.catalog).say("builder.title");
    const preview = this.querySelector("hosho-calculator") as HTMLElement;
    const told = [...attributesOf(this.settings), ["style", styleOf(this.settings)]] as [string, string][];
    for (const { name } of [...preview.attributes])
      if (!told.some(([other]) => other === name)) preview.removeAttribute(name);
    for (const [name, value] of told) {
      if (name === "style") preview.style.cssText = value;
      else if (preview.getAttribute(name) !== value) preview.setAttribute(name, value);
    }
  }

  get #other(): Lang {
    return this.lang === "ja" ? "en" : "ja";
  }

  /** The code of each kind; its words are in the language of the calculator. */
  #codes(): Record<SnippetKind, string> {
    const { catalog, day, folder, pinned } = this.#parts;
    const { lang, form, question, plans } = this.settings;
    const words = new Words(lang || this.lang, catalog);
    const what = words.list(plans.map((plan) => words.planName(plan)));
    const parts: SnippetParts = {
      folder,
      pinned,
      page: folder + addressOf(question, words.lang, linkOf(form, question, day)),
      title: what === "" ? words.say("builder.fallback_all") : words.say("builder.fallback", { what }),
      lang: words.lang,
      age: words.say("builder.age", { day: this.#dataDay(words) }),
    };
    const made = SNIPPETS.map((kind) => [kind, snippetOf(kind, this.settings, parts)]);
    return Object.fromEntries(made) as Record<SnippetKind, string>;
  }

  /** The day on which the newest plan was checked. */
  #dataDay({ say }: Words): string {
    const [day = ""] = (this.#parts.catalog.data_version ?? "").split("+");
    return writeDay(day, say, "day_plain");
  }

  readonly #changed = (event: Event): void => {
    this.settings = (event as CustomEvent<EmbedSettings>).detail;
  };

  /** What is chosen stays. */
  readonly #switchLang = (event: Event): void => {
    event.preventDefault();
    this.lang = this.#other;
    history.replaceState(null, "", `?lang=${this.lang}`);
  };
}

define("hosho-embed-builder", HoshoEmbedBuilder);
