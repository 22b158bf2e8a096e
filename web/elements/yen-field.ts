/** A field for a sum that no source tells: typed freely, and told at once where it cannot be read. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { readYen } from "../text/format.js";
import type { Words } from "../text/text.js";

/** What a field says and does. */
export interface YenField {
  /** Its id. */
  id: string;
  /** What is asked for. */
  label: string;
  /** Where it comes from and what it does. */
  note: string;
  /** What was typed. */
  typed: string | undefined;
  /** Takes what is typed. */
  tell: (text: string) => void;
}

/** The field. */
export function yenField({ id, label, note, typed = "", tell }: YenField, words: Words): TemplateResult {
  const bad = readYen(typed) === "unreadable";
  return html`<div class="quote">
    <label class="lab" for=${id}>${label}</label>
    <input
      id=${id}
      type="text"
      inputmode="numeric"
      autocomplete="off"
      .value=${live(typed)}
      aria-invalid=${bad ? "true" : nothing}
      aria-describedby=${`${id}-note`}
      @input=${(event: Event) => tell((event.target as HTMLInputElement).value)}
    />
    <p class="note" id=${`${id}-note`}>${bad ? words.say("error.yen_unreadable") : note}</p>
  </div>`;
}
