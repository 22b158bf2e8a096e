/** The card above the timeline: the next day, or why there is none yet. */
import { html, nothing, type TemplateResult } from "lit";
import type { CaseFacts } from "../api/types.js";
import { writeDay } from "../text/days.js";
import type { Words } from "../text/text.js";
import { nb, seal } from "./drawn.js";
import { fieldId } from "./form-paths.js";
import {
  isOpen,
  leftText,
  twoDaysText,
  whatText,
  whenText,
  type TimelineContext,
  type TimelineRow,
} from "./timeline-rows.js";

/** The next day, in so many words, and the way into the reader's calendar. */
export function nextCard(
  rows: TimelineRow[],
  context: TimelineContext,
  saved: "" | "saved" | "failed",
  save: () => void,
): TemplateResult {
  const { words } = context;
  const { say } = words;
  return html`<article
    class="slip"
    data-v=${rows[0] && isOpen(rows[0], context.form) ? "open" : "yes"}
    aria-labelledby="verdict-word"
  >
    ${rows[0] ? head(rows[0], context) : nothing}
    <div class="acts">
      <button class="btn main" type="button" @click=${save}>${say("until.save")}</button>
      <button class="btn" type="button" @click=${() => print()}>${say("ui.print")}</button>
      <p class="note" role="status">
        ${saved === "" ? say("until.save_note", { count: rows.length }) : say(`until.${saved}`, { count: rows.length })}
      </p>
    </div>
  </article>`;
}

function head(row: TimelineRow, context: TimelineContext): TemplateResult {
  const { words } = context;
  const two = twoDaysText(row, context);
  const pieces = [words.say("ui.year_of", { year: row.day.slice(0, 4) }), leftText(row, context) ?? ""];
  return html`<div class="verdict bare">
    <div>
      <p class="tag">${words.say("until.next", { what: whatText(row, words) })}</p>
      <h2 id="verdict-word" tabindex="-1">${nb(whenText(row, words, "day_short"), words)}</h2>
      <p class="plan">${pieces.join(words.say("format.joint"))}</p>
      <p>${words.planName(row.event.plan)}</p>
      ${two === null ? nothing : html`<p class="note">${nb(two, words)}</p>`}
      ${isOpen(row, context.form) ? html`<p class="note"><span class="pill q">${words.say("until.open")}</span></p>` : nothing}
    </div>
  </div>`;
}

/** What is said to screen readers. */
export function spokenOf(row: TimelineRow, count: number, words: Words): string {
  const gaps = { what: whatText(row, words), plan: words.shortName(row.event.plan), day: whenText(row, words), count };
  return words.say("until.spoken", gaps);
}

/** An example of covers held, in words. */
export function exampleText({ device, covers }: CaseFacts, words: Words): string {
  const pieces = [
    device?.model ? words.modelName(device.model) : "",
    device?.bought_on ? words.say("ui.bought", { day: writeDay(device.bought_on, words.say, "day_plain") }) : "",
    ...(covers ?? []).map(({ plan }) => words.shortName(plan)),
  ];
  return pieces.filter((piece) => piece !== "").join(words.say("format.joint"));
}

/** What was entered has no day that is still to come. */
export function noDays(words: Words): TemplateResult {
  return html`<article class="slip" data-v="wait" aria-labelledby="verdict-word">
    <div class="verdict">
      ${seal("wait")}
      <div>
        <p class="tag">${words.say("until.no_days_tag")}</p>
        <h2 id="verdict-word" tabindex="-1">${words.say("until.no_days")}</h2>
        <p class="plan">${words.say("until.no_days_note")}</p>
      </div>
    </div>
  </article>`;
}

/** Covers have days of their own, once they are named. */
export function coversHint(words: Words, ask: (fact: string) => void): TemplateResult {
  const go = (event: Event): void => {
    event.preventDefault();
    ask("covers");
  };
  return html`<p class="bar-note">
    ${words.say("until.covers_unsaid")}
    <a href=${`#${fieldId("covers")}-0`} @click=${go}>${words.say("until.name_covers")}</a>
  </p>`;
}
