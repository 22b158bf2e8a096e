// "What if" says what assess says, value by value: on every day of some months and years, at every percent, at every
// flip of a price, for seeded cases in which everything is told and for some with a hole.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { HoshoError, loadHosho } from "../../dist/hosho.js";
import { askNative } from "../cases/engines.mjs";
import { someCase, withHidden } from "../oracle/cases.mjs";
import { daysLater } from "../oracle/days.mjs";

const hosho = await loadHosho();
const [DAY, CAPACITY, PRICE] = ["incident.on", "incident.battery_capacity_percent", "incident.repair_price_yen"];
const DEAREST = 100_000_000;

const told = (facts, fact, value) => ({ ...facts, incident: { ...facts.incident, [fact.slice(9)]: value } });
const mayAnswer = ({ verdict }) => verdict !== "not_covered";
const codes = (rows) => rows.map(({ code }) => code);
/** All by which stretches are told apart, an option each. */
const ways = ({ options }) =>
  options
    .filter(mayAnswer)
    .map(({ plan, verdict, you_pay_yen, total_yen, tax, cautions, not_stated }) => ({
      plan, verdict, you_pay_yen, total_yen, tax, cautions: codes(cautions), not_stated: codes(not_stated),
    })); // prettier-ignore
const outcome = (answer) => JSON.stringify([answer.best, ways(answer)]);

/** What an answer comes to a few yen dearer: each end of a rising sum stays or rises by as much. */
function outcomeAt(stretch, value, now) {
  const there = ways(now);
  const by = value - stretch.from;
  const end = (from, to) => (from === null || from + by !== to ? from : to);
  const risen = (sum, other) => sum && other && { ...sum, min: end(sum.min, other.min), max: end(sum.max, other.max) };
  const options = ways(stretch).map((way, index) => {
    const other = there[index];
    if (!other || !stretch.rising.includes(way.plan)) return way;
    return {
      ...way,
      you_pay_yen: risen(way.you_pay_yen, other.you_pay_yen),
      total_yen: risen(way.total_yen, other.total_yen),
    };
  });
  return JSON.stringify([stretch.best, options]);
}

const holds = ({ from, to }, value) => (from === null || from <= value) && (to === null || value <= to);

/** Where the stretches and assess disagree, or a value lies in none or in two. */
function differences(facts, fact, { stretches }, values) {
  return values.flatMap((value) => {
    const [stretch, ...more] = stretches.filter((one) => holds(one, value));
    if (!stretch || more.length > 0) return [`${value} lies in ${more.length + (stretch ? 1 : 0)} stretches`];
    const now = hosho.assess(told(facts, fact, value));
    const said = stretch.rising.length > 0 ? outcomeAt(stretch, value, now) : outcome(stretch);
    return said === outcome(now) ? [] : [`${value}: ${said} is ${outcome(now)}`];
  });
}

/** Every flip flips: the last value of a stretch and the first of the next one differ by more than a rise. */
function idleFlips(facts, fact, { stretches }) {
  return stretches.slice(1).flatMap((next, index) => {
    const last = stretches[index];
    const rises = last.rising.length + next.rising.length > 0;
    return !rises && outcome(hosho.assess(told(facts, fact, last.to))) === outcome(next) ? [next.from] : [];
  });
}

function check(facts, fact, values) {
  const answer = hosho.whatIf(facts, fact);
  const ends = answer.stretches.flatMap(({ from, to }) => [from, to]).filter((value) => value !== null);
  assert.deepEqual(differences(facts, fact, answer, [...new Set([...ends, ...values(answer)])]), []);
  assert.deepEqual(idleFlips(facts, fact, answer), []);
  return answer.stretches.length;
}

const some = (count, from = 1) => Array.from({ length: count }, (_, index) => from + index);
const daysFrom = (day, count, step = 1) => some(count, 0).map((index) => daysLater(day, index * step));
/** Around each flip of a price, between flips, and beyond the last. */
const prices = ({ stretches }) =>
  stretches.flatMap(({ from, to }) => [
    from + 1,
    Math.floor((from + (to ?? DEAREST)) / 2),
    Math.max(from, (to ?? DEAREST) - 1),
  ]);
const example = (id) => hosho.catalog.plans.find((plan) => plan.id === id).example;

describe("whatIf", () => {
  it("says what assess says on days all over the years for each plan's example, and on every day of some months", () => {
    for (const { example: facts } of hosho.catalog.plans.filter((plan) => plan.example)) {
      check(facts, DAY, () => daysFrom(daysLater(facts.device?.bought_on ?? facts.as_of, -40), 45, 29));
    }
    const facts = example("xiaomi-11t-special-warranty");
    assert.ok(check(facts, DAY, () => daysFrom("2024-05-15", 92)) > 2);
  });
  it("says of seeded cases what assess says, on days, percents and prices", () => {
    let flips = 0;
    for (const seed of some(12)) {
      const facts = someCase(seed, hosho.catalog);
      flips += check(facts, DAY, () => daysFrom(facts.device.bought_on, 30, 37)) - 1;
      flips += check(facts, CAPACITY, () => some(101, 0)) - 1;
      flips += check(facts, PRICE, prices) - 1;
    }
    assert.ok(flips > 40, `${flips} flips`);
  });
  it("says of cases with a hole what assess says", () => {
    for (const seed of some(4, 200)) {
      const facts = withHidden(someCase(seed, hosho.catalog), seed);
      check(facts, DAY, () => daysFrom("2019-01-01", 20, 125));
      check(facts, CAPACITY, () => [0, 50, 50.001, 79, 80, 100]);
      check(facts, PRICE, prices);
    }
  });
  it("flips a battery at the percent that the terms name", () => {
    const facts = example("applecare-plus");
    const first = ({ stretches }) => stretches.slice(1).map(({ from }) => from);
    assert.deepEqual(first(hosho.whatIf(told(facts, CAPACITY, 100), CAPACITY)), [50.001]);
    const later = structuredClone(facts);
    later.device.bought_on = "2015-09-25";
    Object.assign(later.covers[0], { joined_on: "2015-09-25", started_on: "2015-09-25" });
    assert.deepEqual(first(hosho.whatIf(later, CAPACITY)), [80]);
  });
  it("does not mind what the fact itself says", () => {
    const facts = example("linemo-mochikomi-applecare");
    for (const [fact, values] of [[DAY, ["2020-01-01", "2030-01"]], [PRICE, [0, 5000, DEAREST]]]) {
      const answers = values.map((value) => hosho.whatIf(told(facts, fact, value), fact));
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
    } // prettier-ignore
  });
  it("is the same natively", () => {
    const asked = some(6).flatMap((seed) =>
      [DAY, CAPACITY, PRICE].map((fact) => ({ call: "what_if", input: someCase(seed, hosho.catalog), fact })),
    );
    askNative(asked).forEach(({ ok }, index) => {
      const { input, fact } = asked[index];
      assert.deepEqual(hosho.whatIf(input, fact), ok);
    });
  });
  it("refuses a fact that cannot be moved, and answers the next call", () => {
    const facts = example("linemo-mochikomi");
    assert.throws(
      () => hosho.whatIf(facts, "device.bought_on"),
      (error) => error instanceof HoshoError && error.code === "unknown_fact",
    );
    assert.throws(() => hosho.whatIf({ ...facts, nonsense: 1 }, DAY), { code: "unknown_key" });
    assert.equal(hosho.whatIf(facts, DAY).fact, DAY);
  });
  it("is told to be wrong when it is", () => {
    const facts = example("xiaomi-11t-special-warranty");
    const answer = hosho.whatIf(facts, DAY);
    const values = answer.stretches.flatMap(({ from }) => from ?? []);
    const bent = structuredClone(answer);
    bent.stretches[1].from = daysLater(bent.stretches[1].from, 1);
    bent.stretches[0].to = daysLater(bent.stretches[0].to, 1);
    assert.equal(differences(facts, DAY, bent, values).length, 1);
    const [first, ...rest] = answer.stretches;
    const day = "2000-01-01";
    const split = { stretches: [{ ...first, to: day }, { ...first, from: daysLater(day, 1) }, ...rest] };
    assert.deepEqual(idleFlips(facts, DAY, split), [daysLater(day, 1)]);
  });
});
