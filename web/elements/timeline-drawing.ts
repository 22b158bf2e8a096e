/** The timeline as a picture: one lane a day, today across them all. The list beneath it says the same in words. */
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Day } from "../api/types.js";
import { axisOf, shareOf, ticksOf, type Axis, type Tick } from "../text/axis.js";
import { writeDay } from "../text/days.js";
import { isOpen, whatText, type TimelineContext, type TimelineRow } from "./timeline-rows.js";

/** From this day on. */
const ARROW = svg`<path d="M1 0L11 6L1 12z"></path>`;

/** As many lanes as a picture can hold. */
const MOST_AHEAD = 9;
const MOST_BEHIND = 3;
/** Beyond these a label stands to one side of its line. */
const RIGHT_SIDE = 70;
const LEFT_SIDE = 15;
/** Two dots closer than this would hide each other. */
const CLOSE = 4;
const APART_PX = 11;

/** The picture; days that are over are told by `behind`. */
export function timelineDrawing(ahead: TimelineRow[], behind: TimelineRow[], context: TimelineContext): TemplateResult {
  const over = behind.filter((row) => isSurelyMine(row, context)).slice(-MOST_BEHIND);
  const shown = [...over, ...ahead.slice(0, MOST_AHEAD)];
  const axis = axisOf([context.asOf, ...shown.flatMap(({ event }) => [event.safe_on, event.on])]);
  const ticks = ticksOf(axis, context.words.say);
  return html`<figure class="lanes" aria-hidden="true">
    <div class="plot">
      ${ground(axis, ticks, context)}
      ${shown.map((row) => lane(row, startOf(row, behind, axis, context.asOf), axis, context))}
    </div>
    <svg class="months">${ticks.map(({ share, label }) => svg`<text x="${share}%" y="13">${label}</text>`)}</svg>
    ${key(shown, context)}
  </figure>`;
}

/** Something of this person's ended on it: no door, and nothing that may never have applied. */
function isSurelyMine(row: TimelineRow, { form }: TimelineContext): boolean {
  return !row.opens && row.event.kind !== "join_by" && !isOpen(row, form);
}

/** What the signs mean, as far as they occur. */
function key(rows: TimelineRow[], { form, words }: TimelineContext): TemplateResult {
  const { say } = words;
  const hasTwo = rows.some(({ event }) => event.on !== event.safe_on);
  const opens = rows.some((row) => row.opens);
  const ends = rows.some((row) => !row.opens);
  const open = rows.some((row) => isOpen(row, form));
  return html`<figcaption>
    ${ends ? html`<span><span class="dot fill"></span>${say("until.key_safe")}</span>` : nothing}
    ${opens ? html`<span><svg viewBox="0 0 12 12">${ARROW}</svg>${say("until.key_opens")}</span>` : nothing}
    ${hasTwo ? html`<span><span class="dot"></span>${say("until.key_legal")}</span>` : nothing}
    ${open ? html`<span><span class="dot open"></span>${say("until.open")}</span>` : nothing}
  </figcaption>`;
}

/** Months and today, behind the lanes. */
function ground(axis: Axis, ticks: Tick[], { asOf, words }: TimelineContext): TemplateResult {
  const now = shareOf(axis, asOf);
  const side = now > RIGHT_SIDE ? "end" : now < LEFT_SIDE ? "start" : "middle";
  const today = words.say("until.today", { day: writeDay(asOf, words.say, "day_short") });
  return html`<svg class="ground">
    ${ticks.map(({ share }) => svg`<line class="tick" x1="${share}%" x2="${share}%" y1="20" y2="100%"></line>`)}
    <line class="now" x1="${now}%" x2="${now}%" y1="20" y2="100%"></line>
    <text class="now" x="${now}%" y="13" text-anchor=${side}>${today}</text>
  </svg>`;
}

/** Where the bar of a day begins: with its cover, with today where a door closes, else at the edge. */
function startOf({ event, opens }: TimelineRow, behind: TimelineRow[], axis: Axis, asOf: Day): number {
  if (opens) return shareOf(axis, event.safe_on);
  if (event.kind === "join_by") return Math.min(shareOf(axis, asOf), shareOf(axis, event.safe_on));
  const began = behind.find((row) => row.event.plan === event.plan && row.event.kind === "cover_starts");
  return began ? shareOf(axis, began.event.safe_on) : 0;
}

function lane(row: TimelineRow, start: number, axis: Axis, { form, words }: TimelineContext): TemplateResult {
  const { event, past, opens } = row;
  const [safe, legal] = [shareOf(axis, event.safe_on), shareOf(axis, event.on)];
  const name = words.say("until.lane", { what: whatText(row, words), plan: words.shortName(event.plan) });
  return html`<div class=${`lane${past ? " past" : ""}${isOpen(row, form) ? " open" : ""}`}>
    <span class="lane-name">${name}</span>
    <svg>
      <line class="span" x1="${start}%" x2="${safe}%" y1="10" y2="10"></line>
      ${event.on === event.safe_on ? nothing : legalDot(safe, legal)}
      ${
        opens
          ? svg`<svg class="safe" x="${safe}%" y="4" width="12" height="12">${ARROW}</svg>`
          : svg`<circle class="safe" cx="${safe}%" cy="10" r="6"></circle>`
      }
    </svg>
  </div>`;
}

/** The other day, never hidden behind the safe one. */
function legalDot(safe: number, legal: number): TemplateResult {
  const isClose = Math.abs(legal - safe) < CLOSE;
  const shift = isClose ? (legal < safe ? -APART_PX : APART_PX) : 0;
  return svg`<line class="maybe" x1="${safe}%" x2="${legal}%" y1="10" y2="10"></line>
    <circle class="legal" cx="${isClose ? safe : legal}%" cy="10" r="4.5" transform="translate(${shift})"></circle>`;
}
