/** How long others kept their phones, by the sources: a mark for the months to choose, never a forecast. */
import { html, nothing, type TemplateResult } from "lit";
import { writeYears } from "../text/figures.js";
import type { Words } from "../text/text.js";
import { sourceList } from "./provenance.js";
import { MOST_MONTHS } from "./stretch.js";

const YEAR = 12;

/** The first group in one line; behind it all groups, what to bear in mind, and the sources. */
export function keptRows(
  chosen: number,
  tell: (months: number) => void,
  words: Words,
): TemplateResult | typeof nothing {
  const file = words.catalog.rates?.[0];
  const [first] = file?.kept.rows ?? [];
  if (!file || !first) return nothing;
  const { rows, caution } = file.kept;
  const text = file.texts[caution];
  const monthsOf = ({ years }: typeof first): number => Math.round(years * YEAR);
  const beyond = rows.filter((row) => monthsOf(row) > MOST_MONTHS);
  const told = ({ name, years }: typeof first): string =>
    words.say("join.kept_row", { name: words.name(name), years: writeYears(years, words.say) });
  return html`<details class="more from kept">
    <summary>${words.say("join.kept", { row: told(first) })}</summary>
    ${text ? html`<p class="note">${words.name(text)}</p>` : nothing}
    <div class="chips" role="group" aria-label=${words.say("join.months")}>
      ${rows
        .filter((row) => !beyond.includes(row))
        .map((row) => {
          const months = monthsOf(row);
          return html`<button
            class="chip"
            type="button"
            aria-pressed=${months === chosen ? "true" : "false"}
            @click=${() => tell(months)}
          >
            ${told(row)}
          </button>`;
        })}
    </div>
    ${beyond.length === 0 ? nothing : html`<p class="note">${words.say("join.kept_beyond", { most: MOST_MONTHS, rows: words.list(beyond.map(told)) })}</p>`}
    ${sourceList(
      rows.flatMap(({ cites }) => cites),
      file,
      words,
    )}
  </details>`;
}
