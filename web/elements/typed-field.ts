/** Fields for numbers that no source tells: typed freely, and told at once where they cannot be read. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { readDecimal } from "../text/figures.js";
import { readYen } from "../text/format.js";
import type { Words } from "../text/text.js";

/** What a field says and does. */
export interface TypedField {
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

/** What a kind of field takes, and what is said of anything else. */
interface Reading {
  read: (text: string) => number | null | "unreadable";
  error: string;
  keys: "numeric" | "decimal";
}

const YEN: Reading = { read: readYen, error: "error.yen_unreadable", keys: "numeric" };
const NUMBER: Reading = { read: readDecimal, error: "error.number_unreadable", keys: "decimal" };

/** A field for a sum. */
export const yenField = (field: TypedField, words: Words): TemplateResult => typedField(field, YEN, words);
/** A field for a number that may have decimals. */
export const numberField = (field: TypedField, words: Words): TemplateResult => typedField(field, NUMBER, words);

function typedField(
  { id, label, note, typed = "", tell }: TypedField,
  { read, error, keys }: Reading,
  words: Words,
): TemplateResult {
  const bad = read(typed) === "unreadable";
  return html`<div class="quote">
    <label class="lab" for=${id}>${label}</label>
    <input
      id=${id}
      type="text"
      inputmode=${keys}
      autocomplete="off"
      .value=${live(typed)}
      aria-invalid=${bad ? "true" : nothing}
      aria-describedby=${`${id}-note`}
      @input=${(event: Event) => tell((event.target as HTMLInputElement).value)}
    />
    <p class="note" id=${`${id}-note`}>${bad ? words.say(error) : note}</p>
  </div>`;
}
