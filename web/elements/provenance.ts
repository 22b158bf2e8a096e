/** Where the figures of a rate file come from. */
import { html, nothing, type TemplateResult } from "lit";
import type { Bilingual, CatalogRates, CatalogSource } from "../api/types.js";
import { writeDay } from "../text/days.js";
import type { Words } from "../text/text.js";

/** Where a figure comes from, one tap away. */
export function provenance(
  { derived, cites, name }: { derived: string; cites: string[]; name?: Bilingual },
  file: CatalogRates,
  words: Words,
): TemplateResult {
  const text = file.texts[derived];
  return html`<details class="more from">
    <summary>
      ${words.say("outlook.from")}${name ? html`<span class="vh">${words.say("outlook.from_of", { name: words.name(name) })}</span>` : nothing}
    </summary>
    ${text ? html`<p>${words.name(text)}</p>` : nothing} ${sourceList(cites, file, words)}
  </details>`;
}

/** What was read, each source once. */
export function sourceList(cites: string[], { sources }: CatalogRates, words: Words): TemplateResult {
  const read = [...new Set(cites)].flatMap((id) => sources[id] ?? []);
  return html`<ul role="list">
    ${read.map((source) => html`<li>${sourceLine(source, words)}</li>`)}
  </ul>`;
}

function sourceLine({ title, kind, as_of, url }: CatalogSource, { say }: Words): TemplateResult {
  const named = url ? html`<a href=${url} rel="noreferrer noopener">${title}</a>` : html`${title}`;
  const day =
    as_of === "undated" ? say("ui.source_undated") : say("ui.source_day", { day: writeDay(as_of, say, "day_plain") });
  return html`${named}<small>${say(`source.${kind}`)}${say("format.joint")}${day}</small>`;
}
