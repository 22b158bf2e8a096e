// The last days for joining and for registering. A day of which only the month is said is every day of that month: the
// day itself counts from the last one, the safe day from the first.

import { conditionState } from "./conditions.mjs";
import { daysOfMonth, endsOf, isMonth } from "./days.mjs";
import { versionOf } from "./evaluate.mjs";
import { factsOf, valueAt, withValue } from "./facts.mjs";
import { poolOf } from "./pools.mjs";
import { NeedFact } from "./states.mjs";

const NEVER = "9999-12-31";
export const ANCHORS = ["join_on", "device.bought_on", "device.released_on", "line.contracted_on", "line.opened_on"];

const single = (day) => (day === undefined || isMonth(day) ? null : { on: day, safe_on: day });

/** The last day that fulfils a condition on the day of joining. Where silence follows, only the safe day is known. */
function lastDay(test, facts) {
  if (typeof test === "string") return single(test);
  if (test.same_day_as) return single(facts.said(test.same_day_as));
  if (!test.within) return single(test.until);
  const from = facts.said(test.within.of);
  if (from === undefined || from === "none") return null;
  const { on, safe_on } = endsOf(from, test.within);
  return { on: test.otherwise === "not_stated" ? NEVER : on, safe_on };
}

const isDated = (condition) =>
  "join_on" in condition || (condition.all ?? condition.any ?? []).some((inner) => isDated(inner));

/** Is this way open to the person, as far as it does not hang on the day? */
const isOpen = (way, facts) =>
  (way.all ?? [way]).filter((inner) => !isDated(inner)).every((inner) => conditionState(inner, facts) !== "no");

function doorOf(condition, facts) {
  if (!condition || !isDated(condition)) return null;
  if (condition.join_on) return lastDay(condition.join_on, facts);
  const ways = condition.all ?? condition.any.filter((way) => isOpen(way, facts));
  const ends = ways.map((way) => doorOf(way, facts)).filter(Boolean);
  if (ends.length === 0) return null;
  const at = condition.all ? 0 : -1;
  const chosen = (key) =>
    ends
      .map((end) => end[key])
      .sort()
      .at(at);
  return { on: chosen("on"), safe_on: chosen("safe_on") };
}

/** The case with every day of the months in it. */
function withDays(question) {
  const path = ANCHORS.find((anchor) => isMonth(valueAt(question, anchor) ?? ""));
  if (!path) return [question];
  return daysOfMonth(valueAt(question, path)).flatMap((day) => withDays(withValue(question, path, day)));
}

/** The doors for every way of contracting and the like, where the person did not say which. */
function everyDoor(question, plan, catalog) {
  try {
    return [doorsOf(question, plan, catalog)];
  } catch (error) {
    if (!(error instanceof NeedFact)) throw error;
    const values = poolOf(error.fact, question, plan, catalog);
    return values.flatMap((value) => everyDoor(withValue(question, error.fact, value), plan, catalog));
  }
}

/** The last days where everything is said from which they are counted. */
export function doorsOf(question, plan, catalog) {
  const facts = factsOf(question, plan, catalog);
  const { join, register } = versionOf(plan);
  const door = doorOf(join, facts);
  return {
    join_by: door && door.on !== NEVER ? door : null,
    register_by: register?.by ? endsOf(question.join_on, register.by) : null,
  };
}

/** `join_by` whatever the verdict, `register_by` unless one cannot join; as words, sorted. */
export function doorWords(question, plan, catalog, verdict) {
  if (plan.held === "with_device") return [];
  const doors = withDays(question).flatMap((told) => everyDoor(told, plan, catalog));
  return ["join_by", "register_by"].flatMap((kind) => {
    const ends = doors.map((door) => door[kind]).filter(Boolean);
    if (ends.length === 0 || (kind === "register_by" && verdict === "cannot_join")) return [];
    const last = ends
      .map(({ on }) => on)
      .sort()
      .at(-1);
    const first = ends.map(({ safe_on }) => safe_on).sort()[0];
    return [`${kind} ${last} ${first}`];
  });
}
