import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { define } from "./define.js";
import { answerEvent, type FormValue } from "./form-state.js";
import { HoshoPart } from "./part.js";

/** One chip. */
export interface Chip {
  /** What it answers; `null`: "I don't know". */
  value: string | boolean | null;
  /** Its words. */
  label: string;
}

/**
 * One answer out of a few, as radio buttons in pills.
 *
 * @fires answer - the value of the chosen chip
 */
export class HoshoChipGroup extends HoshoPart {
  static override properties: PropertyDeclarations = {
    fact: { attribute: false },
    chips: { attribute: false },
    chosen: { attribute: false },
    prefix: { attribute: false },
    three: { attribute: false },
    describedBy: { attribute: false },
  };

  /** The fact that it answers. */
  declare fact: string;
  /** The chips, in their order. */
  declare chips: Chip[];
  /** The chosen value; `undefined`: none yet. */
  declare chosen: FormValue | undefined;
  /** Name of the radio group, unique on the page. */
  declare prefix: string;
  /** Three in a row on a small screen. */
  declare three: boolean;
  /** Ids of the texts that describe it. */
  declare describedBy: string;

  override render(): TemplateResult {
    return html`<div class=${this.three ? "chips three" : "chips"}>
      ${this.chips.map((chip, index) => {
        const id = `${this.prefix}-${index}`;
        return html`<label class="chip" for=${id}
          ><input
            type="radio"
            id=${id}
            name=${this.prefix}
            .checked=${live(chip.value === this.chosen)}
            aria-describedby=${this.describedBy || nothing}
            @change=${() => this.dispatchEvent(answerEvent(this.fact, chip.value))}
          />${chip.label}</label
        >`;
      })}
    </div>`;
  }
}

define("hosho-chip-group", HoshoChipGroup);
