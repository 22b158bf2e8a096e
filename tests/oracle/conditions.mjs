// Conditions of a plan file, read word for word.

import { isInTime } from "./days.mjs";
import { all, any, not, yesIf } from "./states.mjs";

const GROUPS = ["all", "any", "not", "by", "not_stated"];
const NOTES = ["id", "cite", "inference"];
const DAY_TESTS = ["within", "same_day_as", "from", "until"];

/** Is the day not after the period's end? Of days after it the terms may be silent. */
function within(day, { within: period, otherwise = "no" }, facts) {
  const from = facts.read(period.of);
  if (from === "none") return "no";
  const inTime = isInTime(day, from, period);
  return inTime === "no" ? otherwise : inTime;
}

function testWord(value, test) {
  if (Array.isArray(test)) return yesIf(test.includes(value));
  if (test.in?.includes(value)) return "yes";
  if (test.not_in?.includes(value)) return "no";
  if (test.not_stated?.includes(value)) return "not_stated";
  return test.otherwise ?? yesIf(test.in === undefined);
}

function testNumber(value, { at_most, under, at_least, over, otherwise = "no" }) {
  const holds =
    (at_most === undefined || value <= at_most) &&
    (under === undefined || value < under) &&
    (at_least === undefined || value >= at_least) &&
    (over === undefined || value > over);
  return holds ? "yes" : otherwise;
}

const isNumberTest = (test) => ["at_most", "under", "at_least", "over"].some((bound) => bound in test);

function testDay(day, test, facts) {
  if (typeof test === "string") return yesIf(day === test);
  if ("within" in test) return within(day, test, facts);
  if ("same_day_as" in test) return yesIf(day === facts.read(test.same_day_as));
  return yesIf((!test.from || test.from <= day) && (!test.until || day <= test.until));
}

const isDayTest = (test) => typeof test === "string" || DAY_TESTS.some((key) => key in test);

function testFact(fact, test, facts) {
  if (test.unsaid && facts.said(fact) === undefined) return test.unsaid;
  const value = facts.read(fact);
  if (typeof test === "boolean") return yesIf(value === test);
  if (Array.isArray(test)) return testWord(value, test);
  if (isDayTest(test)) return testDay(value, test, facts);
  if ("is" in test) return value === test.is ? "yes" : (test.otherwise ?? "no");
  return isNumberTest(test) ? testNumber(value, test) : testWord(value, test);
}

/** The stretches that hold the day answer; none is a silence, and so is a day on which they differ. */
function byDay({ fact, pieces }, facts) {
  const day = facts.read(fact);
  const holding = pieces.filter(({ from, until }) => (!from || from <= day) && (!until || day <= until));
  if (holding.length === 0) return "not_stated";
  const answers = holding.map((piece) => conditionState(piece.if, facts));
  return answers.every((answer) => answer === answers[0]) ? answers[0] : "not_stated";
}

export function conditionState(condition, facts) {
  if (condition === undefined) return "yes";
  const key = Object.keys(condition).find((name) => !NOTES.includes(name));
  if (!GROUPS.includes(key)) return testFact(key, condition[key], facts);
  if (key === "not_stated") return "not_stated";
  if (key === "not") return not(conditionState(condition.not, facts));
  if (key === "by") return byDay(condition.by, facts);
  const parts = condition[key].map((inner) => () => conditionState(inner, facts));
  return key === "all" ? all(...parts) : any(...parts);
}
