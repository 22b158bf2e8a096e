/** The days of a timeline as the page tells them: which are over, which one is safe, and what they are called. */
import type { Hosho } from "../api/hosho.js";
import type { CaseFacts, Day, DeadlineKind, TimelineEvent } from "../api/types.js";
import { isPast, writeDay, writeLeft } from "../text/days.js";
import type { Words } from "../text/text.js";
import { isDayFact, leaves } from "./form-paths.js";
import { dayOf, type FormState } from "./form-state.js";
import { factName } from "./why.js";

/** A day on the page. */
export interface TimelineRow {
  /** What the engine said of it. */
  event: TimelineEvent;
  /** The day it is listed under: the safe one, or the latest one where the safe one is over. */
  day: Day;
  /** Something begins on it; elsewhere it is the last day of something. */
  opens: boolean;
  /** It is over for certain. */
  past: boolean;
  /** Only its safe day is over. */
  maybe: boolean;
}

/** Whose timeline it is, and how it is told. */
export interface TimelineContext {
  /** The day of the question. */
  asOf: Day;
  /** What was entered. */
  form: FormState;
  /** In which words. */
  words: Words;
}

/** Days on which something begins. */
const OPENING = new Set<DeadlineKind>(["cover_starts", "next_claim_window_opens"]);
/** The first days that a case can tell of. */
const FIRST_DAYS = /^(device\.bought_on|line\.(contracted|opened)_on|covers\[\d+\]\.(joined|started)_on)$/;

/** An event as the page tells it. */
export function rowOf(event: TimelineEvent, asOf: Day): TimelineRow {
  const { on, safe_on: safe } = event;
  const [isOnPast, isSafePast] = [isPast(asOf, on), isPast(asOf, safe)];
  const past = isOnPast && isSafePast;
  const opens = OPENING.has(event.kind);
  const maybe = !past && !opens && isSafePast;
  return { event, day: maybe ? on : safe, opens, past, maybe };
}

/** The days to come, in the order in which they are listed. */
export function rowsAhead(hosho: Hosho, facts: CaseFacts): TimelineRow[] {
  const { as_of: asOf, events } = hosho.timeline(facts);
  return inOrder(events.map((event) => rowOf(event, asOf)));
}

/** The days that are over: what the timeline told on the first day that the case knows of. */
export function rowsBehind(hosho: Hosho, facts: CaseFacts): TimelineRow[] {
  const first = firstDay(facts);
  if (first === null || !isPast(facts.as_of, first)) return [];
  const { events } = hosho.timeline({ ...facts, as_of: first });
  const rows = events.map((event) => rowOf(event, facts.as_of));
  return inOrder(rows.filter(({ past, event }) => past && event.kind !== "next_claim_window_opens"));
}

function inOrder(rows: TimelineRow[]): TimelineRow[] {
  return [...rows].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

function firstDay(facts: CaseFacts): Day | null {
  const days: Day[] = [];
  leaves(facts, "", (path, value) => {
    if (FIRST_DAYS.test(path)) days.push(String(value).length === 7 ? `${String(value)}-01` : String(value));
  });
  return days.sort()[0] ?? null;
}

/** One and the same day in two timelines. */
export function rowKey({ event }: TimelineRow): string {
  return `${event.plan}.${event.kind}.${event.safe_on}.${event.on}`;
}

/** What happens. */
export function whatText({ event }: TimelineRow, words: Words): string {
  return words.say(`deadline.${event.kind}`);
}

/** The day as it stands in the list: `2024年6月30日（日）まで確実`. */
export function whenText(row: TimelineRow, words: Words, pattern: "day" | "day_short" = "day"): string {
  const { say } = words;
  const { event, opens, past, maybe } = row;
  const isOne = event.on === event.safe_on;
  const day = writeDay(row.day, say, pattern);
  if (opens && past) return say("until.from_past", { day });
  if (opens) return say(isOne ? "until.from" : "until.from_sure", { day });
  if (past) return say(isOne ? "ui.until_past" : "ui.until_sure_past", { day });
  if (maybe) return say("until.at_latest", { day });
  return say(isOne ? "until.by" : "ui.until_sure", { day });
}

/** How many days are left, or how long it is over. */
export function leftText({ day, opens, past, maybe }: TimelineRow, { asOf, words }: TimelineContext): string | null {
  if (opens && past) return null;
  if (maybe) return words.say("until.maybe_over");
  if (opens && day === asOf) return words.say("until.today_from");
  return writeLeft(asOf, day, words.say);
}

/** The other day and why there are two: only the month is known, or the days can be counted in two ways. */
export function twoDaysText(row: TimelineRow, { form, words }: TimelineContext): string | null {
  const { event, opens, past, maybe } = row;
  const { on, safe_on: safe, counting } = event;
  if (on === safe) return null;
  const { say } = words;
  const fact = monthFact(event, form);
  const gaps = { day: writeDay(on, say), safe: writeDay(safe, say), by: say(`by_counting.${counting}`) };
  const tense = past ? "_past" : "";
  const which = opens ? "earliest" : maybe ? "was_safe" : "latest";
  const shown = maybe ? "maybe" : "safe";
  const why =
    fact === null
      ? say(`until.two_countings_${shown}`)
      : say(`until.two_months_${shown}`, { fact: factName(fact, words) });
  return say("until.sentences", { one: say(`until.${which}${tense}`, gaps), two: why });
}

/** A fact on which the day hangs and of which only the month was entered. */
export function monthFact({ missing }: TimelineEvent, form: FormState): string | null {
  return missing.map(({ fact }) => fact).find((fact) => isDayFact(fact) && dayOf(form, fact)?.length === 7) ?? null;
}

/** What else must be known before it is sure that the day is this person's; the list of names, or nothing. */
export function dependsText(row: TimelineRow, { form, words }: TimelineContext): string | null {
  const names = openFacts(row, form).map((fact) => factName(fact, words));
  return names.length === 0 ? null : words.say("until.depends", { facts: words.list(names) });
}

/** Whether the day itself hangs on something that was not said or that no source states. */
export function isOpen(row: TimelineRow, form: FormState): boolean {
  return openFacts(row, form).length > 0 || row.event.not_stated.length > 0;
}

function openFacts({ event }: TimelineRow, form: FormState): string[] {
  const half = monthFact(event, form);
  return event.missing.map(({ fact }) => fact).filter((fact) => fact !== half);
}
