// The oracle itself under test: against the vectors of days, against the acceptance cases, and that it objects where an
// answer is altered. compare.mjs holds it against the library.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { readCatalog } from "./catalog.mjs";
import { differencesOfCase, loadLibrary } from "./compare.mjs";
import { answer } from "./completions.mjs";
import { dayAfter, dayBefore, endsOf } from "./days.mjs";
import { spelled } from "./money.mjs";
import { shrunk } from "./shrink.mjs";

const CASES = new URL("../cases/", import.meta.url);
const MOST_COMPLETIONS = 3000;

const catalog = readCatalog();
const library = await loadLibrary();
const assess = (question, only) => library.assess(question, only);
const readJson = (place) => JSON.parse(readFileSync(new URL(place, CASES), "utf8"));
const planOf = (id) => catalog.plans.find((plan) => plan.id === id);

const acceptance = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(new URL(`${name}/`, CASES)).flatMap((file) => readJson(`${name}/${file}`)))
  .filter(({ question }) => question === "assess");

test("ends of periods are those of the vectors", () => {
  for (const { from, last_day, ...period } of readJson("dates.json")) {
    assert.equal(endsOf(from, period).on, last_day, JSON.stringify({ from, ...period }));
  }
});

test("ends of periods are those of the library on every day of a leap cycle", () => {
  const lengths = [{ months: 1 }, { months: 12 }, { months: 24 }, { months: 36 }, { days: 14 }, { days: 30 }];
  for (let day = "2023-01-01"; day < "2027-01-01"; day = dayAfter(day)) {
    assert.equal(dayBefore(dayAfter(day)), day);
    for (const first_day of ["excluded", "included", "not_stated"]) {
      const length = lengths[Number(day.slice(8)) % lengths.length];
      const { on, safe_on } = library.periodEnd({ from: day, ...length, first_day });
      const { on: wanted, safe_on: safe } = endsOf(day, { ...length, first_day });
      assert.deepEqual([on, safe_on], [wanted, safe], `${day} ${JSON.stringify(length)} ${first_day}`);
    }
  }
});

/** Does the oracle's answer fit one expectation? */
function fits({ verdict, total_yen }, got) {
  if (verdict !== undefined && verdict !== got.verdict) return false;
  if (!total_yen || total_yen.approx) return true;
  const { min, max } = spelled(got.total);
  return total_yen.min === min && total_yen.max === max;
}

test("the acceptance cases are answered as they expect", () => {
  const judged = acceptance.map(({ id, plan, case: question, expect, accept = [] }) => {
    const got = answer(question, planOf(plan), catalog, MOST_COMPLETIONS);
    const wanted = [expect, ...accept.map((other) => ({ ...(other.verdict ? {} : expect), ...other }))];
    return { id, isOpen: got === null, isRight: got !== null && wanted.some((one) => fits(one, got)) };
  });
  assert.deepEqual(
    judged.filter(({ isOpen, isRight }) => !isOpen && !isRight).map(({ id }) => id),
    [],
  );
  assert.ok(judged.filter(({ isOpen }) => !isOpen).length > 100);
});

const OTHER = { covered: "not_covered", not_covered: "unknown", unknown: "covered" };
const more = (range) => (range ? { ...range, min: range.min + 1 } : { min: 1, max: null });
const ALTERED = {
  verdict: (option) => ({ ...option, verdict: OTHER[option.verdict] }),
  you_pay_yen: (option) => ({ ...option, you_pay_yen: more(option.you_pay_yen) }),
  total_yen: (option) => ({ ...option, total_yen: more(option.total_yen) }),
  missing: (option) => ({ ...option, missing: [...option.missing, { fact: "device.modified", impact: 1 }] }),
  deadlines: (option) => ({
    ...option,
    deadlines: option.deadlines.map((deadline) => ({ ...deadline, on: dayAfter(deadline.on) })),
  }),
};

for (const [name, alter] of Object.entries(ALTERED)) {
  test(`an answer with another ${name} is objected to`, () => {
    const question = readJson("linemo-mochikomi/visible.json").find(({ expect }) => expect.verdict === "covered").case;
    const plans = [planOf("linemo-mochikomi")];
    const how = { isComplete: true };
    const altered = (facts, only) => ({ options: library.assess(facts, only).options.map(alter) });
    assert.deepEqual(differencesOfCase(question, plans, catalog, assess, how)[0].found, []);
    const objections = differencesOfCase(question, plans, catalog, altered, how)[0].found.map((found) => found.name);
    assert.ok(objections.includes(name), `objects to ${objections.join(" ") || "nothing"}`);
  });
}

test("a case is made as small as its difference allows", () => {
  const isOdd = ({ line }) => line?.carrier === "au";
  const small = shrunk({ as_of: "2024-01-01", device: { model: "other" }, line: { carrier: "au", plan: "x" } }, isOdd);
  assert.deepEqual(small, { line: { carrier: "au" } });
});
