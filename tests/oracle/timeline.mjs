// Every day that matters from `as_of` on, of one plan: the days of a cover that is this person's, and how long any other
// cover can still be joined.

import { conditionState } from "./conditions.mjs";
import { everyRow, toldBy } from "./completions.mjs";
import { dayAfter, dayBefore, isMonth } from "./days.mjs";
import { datesOf, nextWindow } from "./deadlines.mjs";
import { COUNTED } from "./differences.mjs";
import { ANCHORS, doorsOf } from "./doors.mjs";
import { asJoining, joinAnswer } from "./enrolment.mjs";
import { versionOf } from "./evaluate.mjs";
import { factsOf, valueAt, withValue } from "./facts.mjs";
import { all, any, yesIf } from "./states.mjs";

export const KINDS = [...COUNTED, "next_claim_window_opens", "join_by"];
/** Of what opens, the safe day is the latest. */
const OPENS = ["cover_starts", "next_claim_window_opens"];
/** What means nothing once the cover has ended. */
const OF_THE_COVER = ["natural_failure_ends", "free_repair_ends", "register_by", "next_claim_window_opens"];
const STATES = { can_join: "yes", cannot_join: "no", unknown: "not_stated" };

const isDay = (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
const latest = ({ on, safe_on }) => (on > safe_on ? on : safe_on);

/** The case without the days that were filled in for nothing said: a day counted from them is left out. */
function asTold(question, original) {
  const isInvented = (path) => isDay(valueAt(question, path)) && valueAt(original, path) === undefined;
  return (question.filled ?? []).filter(isInvented).reduce((told, path) => withValue(told, path, undefined), question);
}

/** Days of a piece of terms of which only the month is said are asked for, and in a strict reading unsaid ones too. */
function wantDays(piece, facts, isStrict) {
  for (const fact of ANCHORS.filter((anchor) => anchor !== "join_on")) {
    const isNamed = JSON.stringify(piece ?? {}).includes(`"${fact}"`);
    const day = facts.said(fact);
    if (isNamed && (day === undefined ? isStrict : isMonth(day))) facts.read(fact);
  }
}

function everyDay(value) {
  if (isDay(value)) return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(everyDay) : [];
}

/**
 * Days from now to the door (of one that has closed, its last day) on which the answer could turn: those that the case
 * names, and their neighbours.
 */
function daysToTry(question, { on, safe_on }) {
  const said = everyDay(question).flatMap((day) => [dayBefore(day), day, dayAfter(day)]);
  const days = new Set([question.as_of, on, safe_on, ...said]);
  const ahead = [...days].filter((day) => question.as_of <= day && day <= on);
  return ahead.length > 0 ? ahead : [on];
}

/** How long the plan can be joined, and whether it can. */
function doorOf(question, told, plan, catalog, isStrict) {
  if (plan.held === "with_device") return null;
  wantDays(versionOf(plan).join, factsOf(question, plan, catalog), isStrict);
  const door = doorsOf(asJoining(isStrict ? question : told), plan, catalog).join_by;
  if (!door) return null;
  const canJoin = (day) => STATES[joinAnswer(asJoining({ ...question, join_on: day }), plan, catalog).verdict];
  return { ...door, state: any(...daysToTry(question, door).map((day) => () => canJoin(day))) };
}

const isThis = (plan, facts) => (plan.held === "with_device" ? "yes" : yesIf(facts.read("cover.is_this_device")));

/** Is the plan this person's, for this phone? */
function ownState(plan, facts) {
  if (plan.held !== "with_device" && !facts.isHeld) return "no";
  return all(
    () => conditionState(versionOf(plan).applies_to, facts),
    () => isThis(plan, facts),
  );
}

/** In a strict reading every day from which another is counted is asked for. */
const strictly = (facts) => ({
  ...facts,
  isStrict: true,
  said: (fact) => {
    const day = facts.said(fact);
    const isAnchor = /_on$|_from$|_until$/.test(fact) && fact !== "device.bought_from" && fact !== "cover.ended_on";
    return isAnchor && day === undefined ? facts.read(fact) : day;
  },
});

function ownDate(kind, question, told, plan, catalog, isStrict) {
  const version = versionOf(plan);
  const facts = isStrict ? strictly(factsOf(question, plan, catalog)) : factsOf(told, plan, catalog);
  const state = ownState(plan, factsOf(question, plan, catalog));
  if (state === "no") return null;
  const only = onlyOf(version, kind);
  const dates = [...datesOf(only, facts), ...nextWindow(only, facts, question.as_of)];
  const date = dates.find((one) => one.kind === kind);
  const end = dates.find((one) => one.kind === "cover_ends");
  const isOver = Boolean(date && end) && OF_THE_COVER.includes(kind) && date.on > end.on && date.safe_on > end.on;
  return date ? { ...date, state, isOver } : null;
}

/** The terms as far as they name days of this kind, and the end of the cover. */
function onlyOf({ starts, ends, ends_with_line, deadlines, covered, not_stated, register, charges, limits }, kind) {
  const ofKind = (clauses = []) =>
    clauses.filter(({ until }) => until && (until.deadline === kind || until.deadline === "cover_ends"));
  const isBound = kind === "cover_ends" || OF_THE_COVER.includes(kind);
  return {
    ...(kind === "cover_starts" ? { starts } : {}),
    ...(isBound ? { ends, ends_with_line } : {}),
    ...(kind === "register_by" ? { register } : {}),
    ...(kind === "next_claim_window_opens" ? { limits } : {}),
    deadlines: deadlines?.filter((entry) => entry.kind === kind),
    covered: ofKind(covered),
    not_stated: ofKind(not_stated),
    charges: charges?.filter(({ late }) => late?.deadline === kind),
  };
}

function eventOf(kind, question, original, plan, catalog, isStrict) {
  const told = asTold(question, original);
  const make = kind === "join_by" ? doorOf : (...rest) => ownDate(kind, ...rest);
  return make(question, told, plan, catalog, isStrict);
}

function joined(kind, events) {
  const ends = (key) => events.map((event) => event[key]).sort();
  const [first, last] = [ends("on")[0], ends("on").at(-1)];
  const [firstSafe, lastSafe] = [ends("safe_on")[0], ends("safe_on").at(-1)];
  return OPENS.includes(kind) ? { kind, on: first, safe_on: lastSafe } : { kind, on: last, safe_on: firstSafe };
}

/** Does it still matter on the day of the question? */
const isAhead = (event, asOf) => Boolean(event) && event.state !== "no" && !event.isOver && latest(event) >= asOf;

const keyOf = (event, asOf) => (isAhead(event, asOf) ? `${event.state} ${event.on} ${event.safe_on}` : "none");

/** The covers that someone may hold who does not say: none, or one that is in force. */
function coverLists({ plans }, asOf) {
  const joinable = plans.filter(({ held }) => held === "by_joining").map(({ id }) => id);
  const held = { joined_on: asOf, started_on: asOf, registered_on: asOf, is_this_device: true, extended: true };
  return [[], ...joinable.map((id) => [{ plan: id, ...held, claims: [] }])];
}

/** Every completion; of covers that nobody told, every list. */
function rowsOf(ask, question, plan, catalog, most) {
  const lists = question.covers ? [question.covers] : coverLists(catalog, question.as_of);
  const parts = lists.map((covers) => everyRow(ask, { ...question, covers }, plan, catalog, most));
  return parts.includes(null) ? null : parts;
}

/** Do two rows agree on every fact for which both asked? */
const agree = ({ given: one }, { given: other }) =>
  Object.keys(other).every((fact) => one[fact] === undefined || one[fact] === other[fact]);

/** The facts that move the day or take it off the list. */
function missingOf([none, ...held], key) {
  const told = toldBy(none, key);
  const moves = (row, other) => agree(row, other) && key(row.answer) !== key(other.answer);
  const doCoversMatter = held.some(({ rows }) => none.rows.some((row) => rows.some((other) => moves(row, other))));
  return doCoversMatter ? ["covers", ...told] : told;
}

/** The event of one kind; undefined where there is none, null where more is hidden than can be enumerated. */
function foretold(kind, question, plan, catalog, most) {
  const ask = (isStrict) => (filled) => ({ event: eventOf(kind, filled, question, plan, catalog, isStrict) });
  if (!question.covers && plan.held !== "with_device" && kind !== "join_by") return undefined;
  const loose = rowsOf(ask(false), question, plan, catalog, most);
  if (loose === null) return null;
  const told = loose[0].rows.map(({ answer }) => answer.event).filter(Boolean);
  const shown = told.filter(({ state }) => state !== "no");
  if (!shown.some((event) => isAhead(event, question.as_of))) return undefined;
  const strict = rowsOf(ask(true), question, plan, catalog, most);
  if (strict === null) return null;
  return {
    ...joined(kind, told),
    missing: missingOf(strict, ({ event }) => keyOf(event, question.as_of)),
    isSilent: shown.some(({ state }) => state === "not_stated"),
  };
}

/** The days of one plan; null where more is hidden than this page can enumerate. */
export function timelineOf(question, plan, catalog, most) {
  const events = KINDS.map((kind) => foretold(kind, question, plan, catalog, most));
  return events.includes(null) ? null : events.filter(Boolean);
}
