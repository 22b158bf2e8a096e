import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { CatalogDevice } from "../api/types.js";
import { answerEvent } from "./form-state.js";
import { HoshoPart } from "./part.js";

const SHOWN = 8;

/** The same spelling for everything that people type alike: width, case, spaces and hyphens do not count. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\-・_]/g, "");
}

/**
 * A text field that finds a model by name or alias, as a combobox with a list.
 * What was typed stays, also where it names no model.
 *
 * @fires answer - the model id; nothing while the text names no model
 */
export class HoshoModelSearch extends HoshoPart {
  static override properties: PropertyDeclarations = {
    model: { attribute: false },
    prefix: { attribute: false },
    describedBy: { attribute: false },
    invalid: { attribute: false },
    text: { state: true },
    open: { state: true },
    active: { state: true },
  };

  /** The chosen model id, if any. */
  declare model: string | null;
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
  }

  protected override willUpdate(changed: PropertyValues): void {
    if ((changed.has("model") || changed.has("words")) && this.model !== null && !this.#typing)
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
        ${found.map(
          (id, index) =>
            html`<li
              id=${`${list}-${index}`}
              role="option"
              aria-selected=${index === this.active ? "true" : "false"}
              @pointerdown=${(event: Event) => event.preventDefault()}
              @click=${() => this.#choose(id)}
            >
              ${this.words.modelName(id)}
            </li>`,
        )}
      </ul>
    </div>`;
  }

  /** Ids of the models that the text may mean, the closest first; the last entry is always "none of these". */
  #found(): string[] {
    const wanted = folded(this.model === null || this.#typing ? this.text : "");
    const hits = (this.words.catalog.devices ?? [])
      .map((device) => ({ id: device.id, distance: distance(device, wanted) }))
      .filter((hit) => hit.distance !== Infinity)
      .sort((a, b) => a.distance - b.distance);
    return [...hits.slice(0, SHOWN).map((hit) => hit.id), "other"];
  }

  readonly #typed = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.#typing = true;
    this.open = true;
    this.active = -1;
    const wanted = folded(this.text);
    const exact = this.words.catalog.devices?.filter((device) => spellings(device).includes(wanted)) ?? [];
    this.#report(exact.length === 1 ? exact[0]?.id : undefined);
  };

  readonly #left = (): void => {
    this.#typing = false;
    this.open = false;
    if (this.model !== null) this.text = this.words.modelName(this.model);
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    const last = this.#found().length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.active = this.open ? Math.min(last, Math.max(0, this.active + step)) : 0;
      this.open = true;
    } else if (event.key === "Enter" && this.open) {
      event.preventDefault();
      const id = this.#found()[Math.max(0, this.active)];
      if (id !== undefined) this.#choose(id);
    } else if (event.key === "Escape") this.open = false;
  };

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

/** 0 for a spelling that is the text, then by what it has more; out of reach where no spelling holds the text. */
function distance(device: CatalogDevice, wanted: string): number {
  if (wanted === "") return 0;
  const holding = spellings(device).filter((name) => name.includes(wanted));
  return Math.min(Infinity, ...holding.map((name) => name.length - wanted.length));
}

function spellings(device: CatalogDevice): string[] {
  return [device.name.ja, device.name.en, device.id, ...(device.aliases ?? [])].map(folded);
}

customElements.define("hosho-model-search", HoshoModelSearch);
