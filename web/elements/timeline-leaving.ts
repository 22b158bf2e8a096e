/** What leaving does: a day on which a cover is given up or the line is taken elsewhere, and the days that it moves. */
import { html, nothing, type TemplateResult } from "lit";
import type { Hosho } from "../api/hosho.js";
import type { CaseFacts, Day } from "../api/types.js";
import { isAfter, yearsAhead } from "../text/days.js";
import type { Words } from "../text/text.js";
import { wordSelect, chipsOf, unknownChip } from "./controls.js";
import { nb } from "./drawn.js";
import { heldPlans, monthParts, type FormState } from "./form-state.js";
import { rowKey, rowsAhead, whatText, whenText, type TimelineRow } from "./timeline-rows.js";

/** The facts by which a line is taken elsewhere. */
const CARRIER = "line.carrier";
const CONTRACT = "line.contracted_on";
/** Nobody plans further ahead. */
const YEARS = 4;

/** What leaving takes away and what it brings. */
export interface Leaving {
  /** Days that are no longer there. */
  lost: TimelineRow[];
  /** Days that are there only because of it. */
  gained: TimelineRow[];
}

/** The fields, for the covers that are held; folded until somebody thinks of leaving. */
export function leavingFields(form: FormState, words: Words): TemplateResult | typeof nothing {
  const held = heldPlans(form).map((plan, index) => ({ plan, index }));
  const named = form.answers["covers"] === "some" ? held.filter(({ plan }) => plan !== "") : [];
  if (named.length === 0) return nothing;
  const isBound = named.some(({ plan }) => endsWithLine(plan, words));
  return html`<details class="more leaving">
    <summary>${words.say("until.leaving")}</summary>
    <div class="form-more">
      <p class="note">${words.say("until.leaving_note")}</p>
      ${named.map(({ plan, index }) =>
        dayField(
          `covers[${index}].ended_on`,
          `leave-${index}`,
          words.say("until.leave_cover", { plan: words.shortName(plan) }),
          form,
          words,
        ),
      )}
      ${isBound ? lineFields(form, words) : nothing}
    </div>
  </details>`;
}

/** The new line: with whom, and from when. */
function lineFields(form: FormState, words: Words): TemplateResult {
  const placing = { prefix: "leave-carrier", describedBy: "", invalid: false };
  const chips = [...(chipsOf(CARRIER, words) ?? []), unknownChip(words)];
  return html`<fieldset>
      <legend>${words.say("until.leave_carrier")}</legend>
      ${wordSelect(CARRIER, chips, form, words, placing)}
    </fieldset>
    ${dayField(CONTRACT, "leave-line", words.say("until.leave_line"), form, words)}`;
}

function dayField(fact: string, prefix: string, legend: string, form: FormState, words: Words): TemplateResult {
  return html`<fieldset>
    <legend>${legend}</legend>
    <hosho-month-select
      .words=${words}
      .fact=${fact}
      .parts=${monthParts(form, fact)}
      .newest=${yearsAhead(form.asOf, YEARS)}
      .oldest=${Number(form.asOf.slice(0, 4))}
      .prefix=${prefix}
      .describedBy=${""}
      .invalid=${false}
    ></hosho-month-select>
  </fieldset>`;
}

/** Whether the terms of a plan end it with the line it was joined with. */
function endsWithLine(id: string, words: Words): boolean {
  return JSON.stringify(words.plan(id)?.["versions"] ?? []).includes('"ends_with_line"');
}

/** What changes against staying; `null` where no leaving was entered. */
export function leavingOf(hosho: Hosho, facts: CaseFacts, ahead: TimelineRow[]): Leaving | null {
  const staying = asIfStaying(facts);
  if (staying === null || !facts.covers?.length) return null;
  const before = rowsAhead(hosho, staying);
  return { lost: without(before, ahead), gained: without(ahead, before) };
}

function without(rows: TimelineRow[], others: TimelineRow[]): TimelineRow[] {
  const known = new Set(others.map(rowKey));
  return rows.filter((row) => !known.has(rowKey(row)));
}

/** The case without any leaving that is still to come; `null` where it holds none. */
function asIfStaying(facts: CaseFacts): CaseFacts | null {
  const { as_of: asOf, covers, line } = facts;
  const isAhead = (day: Day | null | undefined): boolean =>
    typeof day === "string" && (day === asOf || isAfter(day, asOf));
  const moves = isAhead(line?.contracted_on);
  const gives = covers?.some((cover) => isAhead(cover.ended_on)) ?? false;
  if (!moves && !gives) return null;
  const stayed = structuredClone(facts);
  for (const cover of stayed.covers ?? []) if (isAhead(cover.ended_on)) delete cover.ended_on;
  if (moves && stayed.line) {
    delete stayed.line.contracted_on;
    delete stayed.line.carrier;
  }
  return stayed;
}

/** What leaving changes, in so many lines. */
export function leavingResult({ lost, gained }: Leaving, words: Words): TemplateResult {
  const { say } = words;
  const line = (key: string, row: TimelineRow): TemplateResult => {
    const plan = words.shortName(row.event.plan);
    const text = say(key, { what: whatText(row, words), plan, day: whenText(row, words) });
    return html`<li>${nb(text, words)}</li>`;
  };
  return html`<section class="panel" aria-labelledby="leaving-title">
    <h2 id="leaving-title">${say("until.leaving_changes")}</h2>
    ${
      lost.length + gained.length === 0
        ? html`<p>${say("until.leaving_nothing")}</p>`
        : html`<ul class="changes" role="list">
            ${gained.map((row) => line("until.leaving_gained", row))}
            ${lost.map((row) => line("until.leaving_lost", row))}
          </ul>`
    }
  </section>`;
}
