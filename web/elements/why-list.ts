/** The short why: one sign and one sentence a line. */
import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../text/text.js";
import { nb, sign } from "./drawn.js";
import type { WhyLine } from "./why.js";

/** The lines as a list; nothing where there are none. */
export function whyList(lines: WhyLine[], words: Words): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<ol class="why">
    ${lines.map((line) => html`<li>${sign(line.outcome, words)}<span>${whyText(line, words)}</span></li>`)}
  </ol>`;
}

/** The sentence, and the words of the terms where they say what it does not. */
export function whyText({ text, evidence }: WhyLine, words: Words): TemplateResult {
  return html`${nb(text, words)}${evidence?.quote ? html` <q lang="ja">${evidence.quote}</q>` : nothing}`;
}
