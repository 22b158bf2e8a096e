import { html, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Option } from "../api/types.js";
import { copyField } from "./copy-field.js";
import { define } from "./define.js";
import type { FormState } from "./form-state.js";
import { inquiryText } from "./inquiry-text.js";
import { learn, Words } from "../text/text.js";
import { HoshoLatePart } from "./late.js";

/** Lines that are shown without scrolling. */
const ROWS = 12;

/** An inquiry in Japanese to copy, for the desk of a cover. Folded until somebody wants it. */
export class HoshoInquiry extends HoshoLatePart {
  static override properties: PropertyDeclarations = {
    option: { attribute: false },
    form: { attribute: false },
    open: { state: true },
    said: { state: true },
  };

  /** The cover that is asked about. */
  declare option: Option;
  /** What was entered. */
  declare form: FormState;
  /** The text is shown. */
  declare open: boolean;
  /** What became of the copying, as a key of a sentence. */
  declare said: string;

  constructor() {
    super();
    this.open = false;
    this.said = "";
  }

  override render(): TemplateResult {
    const { say } = this.words;
    return html`<details class="more inquiry" @toggle=${this.#toggle}>
      <summary>${say("ui.inquiry")}</summary>
      ${this.open ? this.#text() : ""}
    </details>`;
  }

  #text(): TemplateResult {
    const { option, form } = this;
    const { say, catalog } = this.words;
    const inJapanese = new Words("ja", catalog);
    return html`<p class="note">${say("ui.inquiry_note")}</p>
      <textarea
        readonly
        lang="ja"
        rows=${ROWS}
        aria-label=${say("ui.inquiry")}
        .value=${inquiryText({ option, form, words: inJapanese })}
      ></textarea>
      <div class="copy">
        <button class="btn" type="button" @click=${this.#copy}>${say("ui.copy")}</button>
        <span role="status">${this.said === "" ? "" : say(this.said)}</span>
      </div>`;
  }

  /** Whatever the page speaks: the desks are in Japan. */
  readonly #toggle = async (event: Event): Promise<void> => {
    const { open } = event.target as HTMLDetailsElement;
    await learn("ja", "page");
    this.open = open;
    this.said = "";
  };

  readonly #copy = async (): Promise<void> => {
    const field = this.querySelector("textarea");
    if (field) this.said = (await copyField(field)) ? "ui.copied" : "ui.copy_by_hand";
  };
}

define("hosho-inquiry", HoshoInquiry);
