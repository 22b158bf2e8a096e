import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { define } from "./define.js";
import { answerEvent } from "./form-state.js";
import { modelNamed, modelsLike } from "./model-match.js";
import { HoshoPart } from "./part.js";

/** The last entry of the list: the phone is not in the table. */
const NONE = "other";

/**
 * A text field that finds a model by name or alias, as a combobox with a list.
 * What was typed stays, also where it names no model.
 *
 * @fires answer - the model id, or the text itself while it names none
 */
export class HoshoModelSearch extends HoshoPart {
  static override properties: PropertyDeclarations = {
    model: { attribute: false },
    typed: { attribute: false },
    prefix: { attribute: false },
    describedBy: { attribute: false },
    invalid: { attribute: false },
    text: { state: true },
    open: { state: true },
    active: { state: true },
  };

  /** The chosen model id, if any. */
  declare model: string | null;
  /** What was typed before and names no model. */
  declare typed: string;
  /** Id of its field, unique on the page. */
  declare prefix: string;
  /** Ids of the texts that describe it. */
  declare describedBy: string;
  /** What is chosen cannot be. */
  declare invalid: boolean;
  /** What is typed. */
  declare text: string;
  /** The list is open. */
  declare open: boolean;
  /** Position of the highlighted entry, −1 for none. */
  declare active: number;

  /** While somebody types, a model found by its name is not written back over the text. */
  #typing = false;

  constructor() {
    super();
    this.text = "";
    this.open = false;
    this.active = -1;
    this.model = null;
    this.typed = "";
  }

  protected override updated(): void {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.#typing) return;
    if (this.model === null && changed.has("typed")) this.text = this.typed;
    else if (this.model !== null && this.words.knowsNames && (changed.has("model") || changed.has("words")))
      this.text = this.words.modelName(this.model);
  }

  override render(): TemplateResult {
    const found = this.#found();
    const listed = this.open && found.length > 0;
    const list = `${this.prefix}-list`;
    return html`<div class="search">
      <input
        id=${this.prefix}
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="done"
        aria-expanded=${listed ? "true" : "false"}
        aria-controls=${list}
        aria-autocomplete="list"
        aria-describedby=${this.describedBy || nothing}
        aria-invalid=${this.invalid ? "true" : nothing}
        aria-activedescendant=${listed && this.active >= 0 ? `${list}-${this.active}` : nothing}
        .value=${live(this.text)}
        @input=${this.#typed}
        @keydown=${this.#pressed}
        @click=${() => (this.open = true)}
        @blur=${this.#left}
      />
      <ul id=${list} role="listbox" aria-label=${this.words.say("ui.model_list")} ?hidden=${!listed}>
        ${found.map((id, index) => this.#entry(id, index))}
      </ul>
    </div>`;
  }

  #entry(id: string, index: number): TemplateResult {
    return html`<li
      id=${`${this.prefix}-list-${index}`}
      role="option"
      aria-selected=${index === this.active ? "true" : "false"}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#choose(id)}
    >
      ${id === NONE ? this.words.say("ui.model_none") : this.words.modelName(id)}
    </li>`;
  }

  /** Ids of the models that the text may mean, the closest first; the last entry is always "none of these". */
  #found(): string[] {
    const text = this.model === null || this.#typing ? this.text : "";
    return [...modelsLike(text, this.words.catalog.devices ?? []), NONE];
  }

  readonly #typed = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.#typing = true;
    this.open = true;
    this.active = -1;
    const named = modelNamed(this.text, this.words.catalog.devices ?? []);
    if (named === undefined) this.dispatchEvent(answerEvent("search", this.text));
    else this.#report(named);
  };

  readonly #left = (): void => {
    this.#typing = false;
    this.open = false;
    if (this.model !== null) this.text = this.words.modelName(this.model);
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    const found = this.#found();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (event.altKey) this.open = event.key === "ArrowDown";
      else this.#move(event.key === "ArrowDown" ? 1 : -1, found.length);
    } else if (event.key === "Enter" && this.open) {
      event.preventDefault();
      const id = found[Math.max(0, this.active)];
      if (id !== undefined) this.#choose(id);
    } else if (event.key === "Escape") {
      if (!this.open) this.#clear();
      this.open = false;
      this.active = -1;
    }
  };

  /** Through the list and around its ends; the first press opens it. */
  #move(step: number, count: number): void {
    const from = this.open ? this.active : -1;
    this.active = from < 0 ? (step > 0 ? 0 : count - 1) : (from + step + count) % count;
    this.open = true;
  }

  /** Escape on a closed list empties the field, as the combobox pattern has it. */
  #clear(): void {
    this.text = "";
    this.#typing = false;
    this.#report(undefined);
  }

  #choose(id: string): void {
    this.#typing = false;
    this.open = false;
    this.active = -1;
    this.text = this.words.modelName(id);
    this.#report(id);
  }

  #report(id: string | undefined): void {
    this.dispatchEvent(answerEvent("device.model", id));
  }
}

define("hosho-model-search", HoshoModelSearch);
