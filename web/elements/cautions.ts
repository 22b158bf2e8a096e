/** What to bear in mind: where sources disagree, both statements in a box of their own; everything else in a plain one. */
import { html, nothing, type TemplateResult } from "lit";
import type { Caution, Cite, Option } from "../api/types.js";
import type { Words } from "../text/text.js";
import { citeLine, sourceName } from "./drawn.js";
import { loneCautions } from "./why.js";

/** What the terms leave open, where the answer itself hangs on it. */
export function silences(option: Option, words: Words): TemplateResult | typeof nothing {
  if (option.not_stated.length === 0) return nothing;
  return html`<div class="gap">
    <b>${words.say("ui.terms_silent")}</b>
    ${option.not_stated.map(({ code }) => html`<p>${words.code("not_stated", code, option.plan)}</p>`)}
  </div>`;
}

/**
 * Sources that disagree: what it means for the reader, then what each says, and what `more` has to add to a pair.
 * Said once, however many pairs there are.
 */
export function conflicts(
  option: Option,
  words: Words,
  more: (pair: Caution) => TemplateResult | typeof nothing = () => nothing,
): TemplateResult[] {
  const pairs = option.cautions.filter((caution) => caution.conflicts_with !== undefined);
  const codes = [...new Set(pairs.map(({ code }) => code))];
  return codes.map(
    (code) =>
      html`<div class="clash">
        <b>${words.say("ui.sources_disagree")}</b>
        <p>${words.code("caution", code, option.plan)}</p>
        ${pairs
          .filter((pair) => pair.code === code)
          .map((pair) => [
            statements(citeAt(option, pair.cite), citeAt(option, pair.conflicts_with), words),
            more(pair),
          ])}
      </div>`,
  );
}

function citeAt(option: Option, index: number | undefined): Cite | undefined {
  return index === undefined ? undefined : option.cites[index];
}

/** Both statements; under one heading where one source holds both. */
function statements(one: Cite | undefined, other: Cite | undefined, words: Words): TemplateResult {
  const both = [one, other].filter((cite) => cite !== undefined);
  if (one?.source === other?.source) {
    return html`<p class="cite">
      ${both.map((cite) => html`${quote(cite)} `)}${one ? sourceName(one, words) : nothing}
    </p>`;
  }
  return html`<dl>
    ${both.map(
      (cite) =>
        html`<div>
          <dt>${sourceName(cite, words)}</dt>
          <dd>${quote(cite)}</dd>
        </div>`,
    )}
  </dl>`;
}

function quote(cite: Cite): TemplateResult {
  return cite.quote ? html`<q lang="ja">${cite.quote}</q>` : html`<span lang="ja">${cite.title}</span>`;
}

/** The other cautions, in one box. */
export function cautions(option: Option, words: Words): TemplateResult | typeof nothing {
  const lone = loneCautions(option);
  if (lone.length === 0) return nothing;
  return html`<div class="bear">
    <b>${words.say("ui.caution")}</b>
    ${lone.map(({ code, cite }) => html`<p>${words.code("caution", code, option.plan)}${citeLine(citeAt(option, cite), words)}</p>`)}
  </div>`;
}
