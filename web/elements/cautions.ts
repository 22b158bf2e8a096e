/** What to bear in mind: where sources disagree, both statements in a box of their own; everything else in a plain one. */
import { html, nothing, type TemplateResult } from "lit";
import type { Cite, Option } from "../api/types.js";
import type { Words } from "../text/text.js";
import { citeLine, sourceName } from "./drawn.js";
import { loneCautions } from "./why.js";

/** Sources that disagree: what each says, then what it means for the reader. */
export function conflicts(option: Option, words: Words): TemplateResult[] {
  return option.cautions
    .filter((caution) => caution.conflicts_with !== undefined)
    .map(({ code, cite, conflicts_with: other }) => html`<div class="clash"><b>${words.say("ui.sources_disagree")}</b>
      <p>${words.code("caution", code, option.plan)}</p>
      <dl>${[cite, other].map((index) => statement(index === undefined ? undefined : option.cites[index], words))}</dl></div>`);
}

function statement(cite: Cite | undefined, words: Words): TemplateResult | typeof nothing {
  if (!cite) return nothing;
  const said = cite.quote ? html`<q lang="ja">${cite.quote}</q>` : html`<span lang="ja">${cite.title}</span>`;
  return html`<div><dt>${sourceName(cite, words)}</dt><dd>${said}</dd></div>`;
}

/** The other cautions. */
export function cautions(option: Option, words: Words): TemplateResult[] {
  return loneCautions(option).map(({ code, cite }) => html`<div class="bear"><b>${words.say("ui.caution")}</b>
    <p>${words.code("caution", code, option.plan)}</p>${citeLine(cite === undefined ? undefined : option.cites[cite], words)}</div>`);
}
