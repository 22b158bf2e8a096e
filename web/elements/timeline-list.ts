/** The timeline as a list: the days themselves, what happens on them, and why. */
import { html, nothing, type TemplateResult } from "lit";
import type { Option, Reason, TimelineEvent } from "../api/types.js";
import { writeDay } from "../text/days.js";
import { citeLine, nb, sign } from "./drawn.js";
import { fieldId, plainFact } from "./form-paths.js";
import { telling } from "./reasons.js";
import {
  dependsText,
  isOpen,
  leftText,
  monthFact,
  twoDaysText,
  whatText,
  whenText,
  type TimelineContext,
  type TimelineRow,
} from "./timeline-rows.js";
import { factName, reasonText } from "./why.js";

/** What the list needs besides the rows. */
export interface ListContext extends TimelineContext {
  /** Goes to the field of a fact. */
  ask: (fact: string) => void;
}

/** The days to come, after today. */
export function aheadList(rows: TimelineRow[], context: ListContext): TemplateResult {
  const { asOf, words } = context;
  const day = writeDay(asOf, words.say);
  return html`<ol class="time" role="list">
    <li class="here">
      <span class="dot fill"></span>
      <p class="today">${nb(words.say("until.today", { day }), words)}</p>
    </li>
    ${rows.map((row) => item(row, context))}
  </ol>`;
}

/** The days that are over, folded. */
export function behindList(rows: TimelineRow[], context: ListContext): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<details class="more over">
    <summary>${context.words.say("until.behind", { count: rows.length })}</summary>
    <ol class="time" role="list">
      ${rows.map((row) => item(row, context))}
    </ol>
  </details>`;
}

function item(row: TimelineRow, context: ListContext): TemplateResult {
  const { words } = context;
  const { event, past, maybe } = row;
  const left = leftText(row, context);
  const two = twoDaysText(row, context);
  const open = isOpen(row, context.form);
  return html`<li class=${past ? "past" : ""} data-kind=${event.kind} data-plan=${event.plan} data-day=${row.day}>
    <span class=${past || maybe || open ? `dot${open ? " open" : ""}` : "dot fill"}></span>
    <div>
      <p class="when">${nb(whenText(row, words), words)}</p>
      <p class="what">
        <b>${whatText(row, words)}</b
        >${left === null ? nothing : html` <span class="pill">${nb(left, words)}</span>`}${open ? html` <span class="pill q">${words.say("until.open")}</span>` : nothing}
      </p>
      <p class="whose">${words.planName(event.plan)}</p>
      ${two === null ? nothing : html`<p class="note">${nb(two, words)}</p>`}
      ${openFacts(row, context)}${past ? nothing : html`${silences(event, context)}${why(event, context)}`}
    </div>
  </li>`;
}

/** What the reader could still tell: the day of a month, with a way to its field, and what else it hangs on. */
function openFacts(row: TimelineRow, context: ListContext): TemplateResult {
  const { words, form } = context;
  const half = row.past ? null : monthFact(row.event, form);
  const depends = dependsText(row, context);
  return html`${half === null ? nothing : html`<p class="note">${dayLink(half, context)}${words.say("ui.enter_day_effect")}</p>`}
  ${depends === null ? nothing : html`<p class="note">${depends}</p>`}`;
}

function dayLink(fact: string, { words, ask }: ListContext): TemplateResult {
  const label = words.first([`enter_day.${plainFact(fact)}`, "enter_day.other"], { fact: factName(fact, words) });
  const go = (event: Event): void => {
    event.preventDefault();
    ask(fact);
  };
  return html`<a href=${`#${fieldId(fact)}-day`} @click=${go}>${label}</a>`;
}

/** Points on which the terms are silent: a box of its own. */
function silences(event: TimelineEvent, { words }: ListContext): TemplateResult | typeof nothing {
  if (event.not_stated.length === 0) return nothing;
  return html`<div class="gap">
    <b>${words.say("ui.terms_silent")}</b>
    ${event.not_stated.map(({ code }) => html`<p>${words.code("not_stated", code, event.plan)}</p>`)}
  </div>`;
}

/** How the day is counted, and why the plan is this person's, each with its source. */
function why(event: TimelineEvent, { words, form }: ListContext): TemplateResult {
  // Reasons are told of an option; of this one only the plan, the day and the reasons are known.
  const option = { ...event, kind: "cover", deadlines: [event] } as unknown as Option;
  const reasons = telling(option).filter(({ outcome }) => outcome !== "no");
  return html`<details class="more">
    <summary>
      ${words.say("until.why")}<span class="vh"
        >${words.say("until.why_of", { what: words.planName(event.plan) })}</span
      >
    </summary>
    <ul class="tree">
      <li>
        <div class="node">
          ${sign("yes", words)}
          <div>${words.say(`counting.${event.counting}`)}${citeLine(event.cites[event.cite ?? -1], words)}</div>
        </div>
      </li>
      ${reasons.map(
        (reason) =>
          html`<li>
            <div class="node">
              ${sign(reason.outcome, words)}
              <div>
                ${nb(reasonText(reason, { option, form, words }), words)}${citeLine(citeOf(reason, event), words)}
              </div>
            </div>
          </li>`,
      )}
    </ul>
  </details>`;
}

function citeOf({ cite }: Reason, event: TimelineEvent): TimelineEvent["cites"][number] | undefined {
  return cite === undefined ? undefined : event.cites[cite];
}
