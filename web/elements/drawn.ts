/** Small drawn things: seals, signs, unbreakable pieces, the line that names a source. */
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Cite, Outcome } from "../api/types.js";
import { writeDay } from "../text/days.js";
import type { Words } from "../text/text.js";

/** The state of a card: its colour and its seal. */
export type Tone = "yes" | "no" | "open" | "silent" | "paid" | "wait";

const FRAMES: Record<Tone, string> = { yes: "", no: "", open: "6 4", silent: "2 5", paid: "", wait: "6 4" };

function mark(tone: Tone): TemplateResult | typeof nothing {
  if (tone === "yes") return svg`<circle cx="32" cy="32" r="17" stroke-width="6"></circle>`;
  if (tone === "no") return svg`<path d="M19 19l26 26M45 19L19 45" stroke-width="6" stroke-linecap="round"></path>`;
  if (tone === "open") {
    return svg`<path d="M23 25a9 9 0 1 1 13 8c-3 1.6-4 3.5-4 7" stroke-width="6" stroke-linecap="round"></path>
      <circle cx="32" cy="50" r="3.5" fill="currentColor" stroke="none"></circle>`;
  }
  if (tone === "silent") return svg`<path d="M16 32h32" stroke-width="6" stroke-dasharray="7 5.5"></path>`;
  if (tone === "paid")
    return svg`<path d="M19 16l13 16 13-16M32 32v17M21 34h22M21 42h22" stroke-width="5" stroke-linecap="round"></path>`;
  return nothing;
}

/** The seal of a card. Its meaning stands beside it in words. */
export function seal(tone: Tone): TemplateResult {
  return html`<svg class="seal" viewBox="0 0 64 64" fill="none" stroke="currentColor" aria-hidden="true">
    <rect
      x="2"
      y="2"
      width="60"
      height="60"
      rx="10"
      stroke-width="2.5"
      stroke-dasharray=${FRAMES[tone] || nothing}
      stroke-linecap=${tone === "silent" ? "round" : "butt"}
    ></rect>
    ${mark(tone)}
  </svg>`;
}

const SIGN_PATHS: Record<Outcome, TemplateResult> = {
  yes: svg`<circle cx="8" cy="8" r="5.5"></circle>`,
  no: svg`<path d="M3 3l10 10M13 3L3 13"></path>`,
  unknown: svg`<path d="M5 5.5a3 3 0 1 1 4.4 2.6C8.4 8.7 8 9.3 8 10.4"></path><path d="M8 13.6v.01"></path>`,
  not_stated: svg`<path d="M2 8h12" stroke-dasharray="3 2.5"></path>`,
  not_applicable: svg`<path d="M5 8h6"></path>`,
};

const SIGN_CLASS: Record<Outcome, string> = { yes: "y", no: "n", unknown: "q", not_stated: "s", not_applicable: "o" };

/** ○ × ？ ― with its meaning as a text alternative. */
export function sign(outcome: Outcome, words: Words): TemplateResult {
  return html`<svg
    class=${SIGN_CLASS[outcome]}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="2.4"
    stroke-linecap="round"
    role="img"
    aria-label=${words.say(`outcome.${outcome}`)}
  >
    ${SIGN_PATHS[outcome]}
  </svg>`;
}

/** Dates, sums and stretches of days, as the formatter writes them. */
const WHOLE: Record<Words["lang"], RegExp> = {
  ja: /((?:\d{4}年)?\d{1,2}月\d{1,2}日(?:（.）)?|\d{4}年\d{1,2}月|約?[\d,]+(?:〜[\d,]+)?(?:円|日))/,
  en: /((?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{1,2} [A-Z][a-z]+(?: \d{4})?|[\d,]+(?:–[\d,]+)? (?:yen|days?)\b)/,
};

/** A sentence in which dates and sums do not break over two lines. */
export function nb(text: string, words: Words): (string | TemplateResult)[] {
  return text
    .split(WHOLE[words.lang])
    .map((piece, index) => (index % 2 ? html`<span class="nb">${piece}</span>` : piece));
}

/** Evidence, kind of source and its day: 「…」 体験記・2024年4月3日時点. */
export function citeLine(cite: Cite | undefined, words: Words): TemplateResult | typeof nothing {
  if (!cite) return nothing;
  return html`<span class="cite"
    >${cite.quote ? html`<q lang="ja">${cite.quote}</q> ` : nothing}${sourceName(cite, words)}</span
  >`;
}

/** The kind of a source and its day, linked where its address is public. */
export function sourceName(cite: Cite, words: Words): TemplateResult {
  const day =
    cite.as_of === "undated"
      ? words.say("ui.source_undated")
      : words.say("ui.source_day", { day: writeDay(cite.as_of, words.say, "day_plain") });
  const text = `${words.say(`source.${cite.kind}`)}${words.say("format.joint")}${day}`;
  return cite.url
    ? html`<a class="source" href=${cite.url} rel="noreferrer noopener">${text}</a>`
    : html`<span class="source">${text}</span>`;
}
