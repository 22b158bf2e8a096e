import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import "./chip-group.js";
import { copyField } from "./copy-field.js";
import { define } from "./define.js";
import type { Answer } from "./form-state.js";
import { HoshoPart } from "./part.js";
import { SNIPPETS, type SnippetKind } from "./snippets.js";

/** Lines that are shown without scrolling. */
const ROWS = 8;

/** The code for an article, for the kind of host that is chosen, to be copied. */
export class HoshoEmbedCode extends HoshoPart {
  static override properties: PropertyDeclarations = {
    codes: { attribute: false },
    day: { attribute: false },
    kind: { state: true },
    said: { state: true },
  };

  /** The code of each kind. */
  declare codes: Readonly<Record<SnippetKind, string>>;
  /** The day of the data, in words. */
  declare day: string;
  /** The chosen kind. */
  declare kind: SnippetKind;
  /** What became of the copying, as a key of a sentence. */
  declare said: string;

  constructor() {
    super();
    this.kind = "element";
    this.said = "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("codes");
    if (changed.has("kind") || (before && before[this.kind] !== this.codes[this.kind])) this.said = "";
  }

  override render(): TemplateResult {
    const { say } = this.words;
    const chips = SNIPPETS.map((value) => ({ value, label: say(`builder.kind_${value}`) }));
    return html`<fieldset @answer=${this.#chosen}>
        <legend>${say("builder.kind")}</legend>
        <hosho-chip-group
          .words=${this.words}
          .fact=${"kind"}
          .chips=${chips}
          .chosen=${this.kind}
          .prefix=${"e-kind"}
          .describedBy=${"e-note"}
        ></hosho-chip-group>
      </fieldset>
      <p class="note" id="e-note">${say(`builder.note_${this.kind}`, { day: this.day })}</p>
      <div class="inquiry">
        <label class="vh" for="e-code">${say("builder.code")}</label>
        <textarea
          id="e-code"
          readonly
          dir="ltr"
          spellcheck="false"
          rows=${ROWS}
          .value=${this.codes[this.kind]}
        ></textarea>
        <div class="copy">
          <button class="btn" type="button" @click=${this.#copy}>${say("ui.copy")}</button>
          <span role="status">${this.said === "" ? "" : say(this.said)}</span>
        </div>
      </div>`;
  }

  readonly #chosen = (event: Event): void => {
    event.stopPropagation();
    this.kind = (event as CustomEvent<Answer>).detail.value as SnippetKind;
  };

  readonly #copy = async (): Promise<void> => {
    const field = this.querySelector("textarea");
    if (field) this.said = (await copyField(field)) ? "ui.copied" : "builder.copy_by_hand";
  };
}

define("hosho-embed-code", HoshoEmbedCode);
