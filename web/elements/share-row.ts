import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Hosho } from "../api/hosho.js";
import { define } from "./define.js";
import type { QuestionName } from "./questions.js";
import { isUntouched, toCase, type FormState } from "./form-state.js";
import { HoshoLatePart } from "./late.js";
import { saveFile } from "./save-file.js";
import { exampleText } from "./surroundings.js";
import { testCases } from "./test-case.js";

/** A moment for screen readers to notice that a message went before the same one comes again. */
const RENEW_MS = 100;

/** What there is to pass on and to keep. */
export interface Sharing {
  /** The whole address of the page as it stands. */
  address: string;
  /** Which question is shown. */
  question: QuestionName;
  /** What is entered is remembered on this device. */
  keeps: boolean;
  /** Something is remembered on this device, be it this case or another. */
  hasKept: boolean;
}

/**
 * Ways to pass a case on and to keep it: a link, the system's own sharing, a record for the tests of a plan, and,
 * only if the reader chooses so, the memory of this device.
 *
 * @fires keep-change - whether to remember what is entered; prevented where the browser refuses
 */
export class HoshoShare extends HoshoLatePart {
  static override properties: PropertyDeclarations = {
    form: { attribute: false },
    hosho: { attribute: false },
    sharing: { attribute: false },
    said: { state: true },
    byHand: { state: true },
  };

  /** What was entered. */
  declare form: FormState;
  /** The engine, once it is there. */
  declare hosho: Hosho | null;
  /** What there is to pass on. */
  declare sharing: Sharing;
  /** What came of the last press; a key of a sentence. */
  declare said: string;
  /** The link is shown, to be copied by hand. */
  declare byHand: boolean;

  constructor() {
    super();
    this.said = "";
    this.byHand = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("sharing");
    if (before !== undefined && before.address !== this.sharing.address) this.said = "";
  }

  override render(): TemplateResult | typeof nothing {
    const { say } = this.words;
    if (isUntouched(this.form) && !this.sharing.hasKept) return nothing;
    return html`<section class="share" aria-labelledby="share-title">
      <h2 id="share-title">${say("share.title")}</h2>
      <div class="ways">
        ${this.#button("share.copy", this.#copy)}
        ${"share" in navigator ? this.#button("share.native", this.#shareNative) : nothing}
        ${this.hosho ? this.#button("share.case", this.#saveCase) : nothing}
      </div>
      ${this.byHand ? this.#link() : nothing}
      <p class="note">${say("share.note")}</p>
      ${this.#keep()}
      <p class="note said" aria-live="polite">${this.said === "" ? "" : say(this.said)}</p>
    </section>`;
  }

  #button(label: string, press: () => unknown): TemplateResult {
    return html`<button class="btn" type="button" @click=${press}>${this.words.say(label)}</button>`;
  }

  /** Where nothing may be written to the clipboard: the link itself, selected. */
  #link(): TemplateResult {
    return html`<div>
      <label class="lab" for="share-link">${this.words.say("share.link")}</label>
      <input id="share-link" type="text" readonly .value=${this.sharing.address} @focus=${selectAll} />
    </div>`;
  }

  #keep(): TemplateResult {
    const { say } = this.words;
    const { keeps, hasKept } = this.sharing;
    const note = keeps ? "share.keeps_note" : hasKept ? "share.keeps_other" : "share.keep_note";
    return html`<div class="ways">
        <label class="chip" for="keep"
          ><input
            type="checkbox"
            id="keep"
            aria-describedby="keep-note"
            .checked=${live(keeps)}
            @change=${() => this.#turn(!keeps)}
          />${say("share.keep")}</label
        >
        ${hasKept ? this.#button("share.forget", () => this.#turn(false)) : nothing}
      </div>
      <p class="note" id="keep-note">${say(note)}</p>`;
  }

  #turn(on: boolean): void {
    const change = new CustomEvent("keep-change", { bubbles: true, cancelable: true, detail: on });
    const isDone = this.dispatchEvent(change);
    this.#tell(isDone ? (on ? "share.kept" : "share.forgotten") : "share.keep_refused");
    this.requestUpdate();
    if (!on) this.querySelector<HTMLElement>("#keep")?.focus();
  }

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.sharing.address);
      this.#tell("share.copied");
    } catch {
      this.#showLink();
    }
  };

  readonly #shareNative = async (): Promise<void> => {
    try {
      await navigator.share({ title: document.title, url: this.sharing.address });
    } catch (thrown) {
      if ((thrown as Error).name !== "AbortError") this.#showLink(); // the reader thought better of it
    }
  };

  readonly #saveCase = (): void => {
    const { hosho, form, words } = this;
    if (hosho === null) return;
    try {
      const facts = toCase(form);
      const { question, address } = this.sharing;
      const source = new URL(address).hash;
      const records = testCases({ hosho, question, facts, title: exampleText(facts, words), source });
      saveFile("hosho-case.json", "application/json", `${JSON.stringify(records, null, 2)}\n`);
      this.#tell("share.case_saved");
    } catch {
      this.#tell("share.case_refused");
    }
  };

  #showLink(): void {
    this.byHand = true;
    this.#tell("share.copy_by_hand");
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>("#share-link")?.focus());
  }

  /** Says it once, and once more where the same comes again. */
  #tell(key: string): void {
    this.said = "";
    setTimeout(() => (this.said = key), RENEW_MS);
  }
}

function selectAll(event: Event): void {
  (event.target as HTMLInputElement).select();
}

define("hosho-share", HoshoShare);
