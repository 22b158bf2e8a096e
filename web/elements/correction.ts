import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Option } from "../api/types.js";
import { clausesOf, correctionText, isReadable, written, type Clause } from "./correction-text.js";
import { define } from "./define.js";
import type { FormState } from "./form-state.js";
import { HoshoLatePart } from "./late.js";
import { saveFile } from "./save-file.js";
import { allReasons } from "./reasons.js";
import { reasonText } from "./why.js";

/** Lines of the clause that are shown without scrolling. */
const ROWS = 8;
const FILE = "hosho-correction.json";

/**
 * "This is wrong": a correction to the plan file, to be mailed or kept as a file. Nothing is sent from here.
 * Folded until somebody wants it.
 */
export class HoshoCorrection extends HoshoLatePart {
  static override properties: PropertyDeclarations = {
    option: { attribute: false },
    form: { attribute: false },
    open: { state: true },
    at: { state: true },
    edited: { state: true },
    wrong: { state: true },
    source: { state: true },
  };

  /** The cover whose file is wrong. */
  declare option: Option;
  /** What was entered. */
  declare form: FormState;
  /** The fields are shown. */
  declare open: boolean;
  /** The clause that is wrong, by its pointer; empty: the first one. */
  declare at: string;
  /** The clause as edited; `null`: as it stands. */
  declare edited: string | null;
  /** What is wrong, in words. */
  declare wrong: string;
  /** Where the right terms can be read. */
  declare source: string;

  constructor() {
    super();
    this.open = false;
    this.at = "";
    this.edited = null;
    this.wrong = "";
    this.source = "";
  }

  override render(): TemplateResult {
    const { say } = this.words;
    return html`<details class="more inquiry" @toggle=${this.#toggle}>
      <summary>${say("ui.wrong")}</summary>
      ${this.open ? this.#fields() : nothing}
    </details>`;
  }

  get #clauses(): Clause[] {
    const plan = this.words.plan(this.option.plan);
    return plan === undefined ? [] : clausesOf(plan, this.option.reasons);
  }

  #fields(): TemplateResult | typeof nothing {
    const clauses = this.#clauses;
    const clause = clauses.find(({ pointer }) => pointer === this.at) ?? clauses[0];
    if (clause === undefined) return nothing;
    const { say } = this.words;
    const id = this.#id("clause");
    return html`<p class="note">${say("ui.wrong_note")}</p>
      <label class="lab" for=${id}>${say("ui.wrong_clause")}</label>
      <select id=${id} @change=${this.#choose}>
        ${clauses.map((one) => html`<option value=${one.pointer} ?selected=${one === clause}>${this.#name(one)}</option>`)}
      </select>
      ${this.#line("wrong", say("ui.wrong_what"))} ${this.#line("source", say("ui.wrong_source"))}
      ${this.#clause(clause)}`;
  }

  /** Ids differ from card to card. */
  #id(field: string): string {
    return `wrong-${this.option.plan}-${field}`;
  }

  /** The sentence of a clause, as the answer has it. */
  #name({ id }: Clause): string {
    const reason = allReasons(this.option.reasons).find(({ clause }) => clause === id);
    return reason === undefined ? id : reasonText(reason, this);
  }

  #line(field: "wrong" | "source", label: string): TemplateResult {
    const take = (event: Event): string => (this[field] = (event.target as HTMLInputElement).value);
    return html`<label class="lab" for=${`wrong-${field}`}>${label}</label>
      <input id=${`wrong-${field}`} type="text" autocomplete="off" .value=${live(this[field])} @input=${take} />`;
  }

  #clause(clause: Clause): TemplateResult {
    const { say } = this.words;
    const edited = this.edited ?? written(clause);
    const bad = !isReadable(edited);
    const take = (event: Event): string => (this.edited = (event.target as HTMLTextAreaElement).value);
    const text = (): string => this.#text(clause, edited);
    const mail = (): void => location.assign(mailOf(say("ui.wrong_subject", { plan: this.option.plan }), text()));
    const id = this.#id("edit");
    return html`<label class="lab" for=${id}>${say("ui.wrong_edit")}</label>
      <textarea
        id=${id}
        rows=${ROWS}
        spellcheck="false"
        aria-invalid=${bad ? "true" : nothing}
        aria-describedby=${`${id}-note`}
        .value=${live(edited)}
        @input=${take}
      ></textarea>
      <p class="note" id=${`${id}-note`}>${say(bad ? "ui.wrong_unreadable" : "ui.wrong_edit_note")}</p>
      <div class="copy">
        <button class="btn" type="button" ?disabled=${bad} @click=${mail}>${say("ui.wrong_mail")}</button>
        <button class="btn" type="button" ?disabled=${bad} @click=${() => saveFile(FILE, "application/json", text())}>
          ${say("ui.wrong_save")}
        </button>
      </div>`;
  }

  #text(clause: Clause, edited: string): string {
    const { wrong, source } = this;
    const { catalog } = this.words;
    const plan = this.words.plan(this.option.plan);
    if (plan === undefined) return "";
    return correctionText({ plan, version: catalog.data_version ?? "", clause, edited, wrong, source });
  }

  readonly #choose = (event: Event): void => {
    this.at = (event.target as HTMLSelectElement).value;
    this.edited = null;
  };

  readonly #toggle = (event: Event): void => {
    this.open = (event.target as HTMLDetailsElement).open;
  };
}

/** The reader chooses whom it goes to. */
function mailOf(subject: string, body: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

define("hosho-correction", HoshoCorrection);
