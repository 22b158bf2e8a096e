// The oracle on joining and on cost: against the acceptance cases, against the library, and that it objects where an
// answer is altered.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { readCatalog } from "./catalog.mjs";
import { differencesOfCase, loadLibrary } from "./compare.mjs";
import { costOf } from "./cost.mjs";
import { COST } from "./cost-differences.mjs";
import { dayAfter } from "./days.mjs";
import { doorWords } from "./doors.mjs";
import { ENROLMENT } from "./enrolment-differences.mjs";
import { asJoining, enrolmentOf } from "./enrolment.mjs";
import { spelled } from "./money.mjs";

const CASES = new URL("../cases/", import.meta.url);
const COUNTS = { enrolment: 400, cost: 200 };

const catalog = readCatalog();
const library = await loadLibrary();
const readJson = (place) => JSON.parse(readFileSync(new URL(place, CASES), "utf8"));
const planOf = (id) => catalog.plans.find((plan) => plan.id === id);

const acceptance = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(new URL(`${name}/`, CASES)).flatMap((file) => readJson(`${name}/${file}`)));
const casesOf = (question) => acceptance.filter((record) => record.question === question);
const wishesOf = ({ expect, accept = [] }) => [expect, ...accept.map((other) => ({ ...expect, ...other }))];

const sameAmount = (wanted, got) => !wanted || (wanted.min === got.min && wanted.max === got.max);

/** Does the last day for joining lie where a case expects it? */
function hasDoor(deadlines = [], words) {
  const [, on, safe_on] = words.find((word) => word.startsWith("join_by"))?.split(" ") ?? [];
  const wanted = deadlines.filter(({ kind }) => kind === "join_by").map((door) => door.on ?? door.safe_on);
  return wanted.every((day) => safe_on <= day && day <= on);
}

test("the acceptance cases of joining are answered as they expect", () => {
  const records = casesOf("enrolment");
  const wrong = records.filter((record) => {
    const plan = planOf(record.plan);
    const got = enrolmentOf(record.case, plan, catalog);
    const words = doorWords(asJoining(record.case), plan, catalog, got.verdict);
    return !wishesOf(record).some(
      ({ verdict, monthly_fee_yen, deadlines }) =>
        verdict === got.verdict && sameAmount(monthly_fee_yen, spelled(got.monthly)) && hasDoor(deadlines, words),
    );
  });
  assert.deepEqual(
    wrong.map(({ id }) => id),
    [],
  );
  assert.ok(records.length > 20);
});

test("the acceptance cases of cost are answered as they expect", () => {
  const records = casesOf("cost");
  const wrong = records.filter((record) => {
    const got = costOf({ ...record.case, scenario: record.scenario }, planOf(record.plan), catalog);
    return !wishesOf(record).some(
      ({ total_yen, you_pay_yen, without_plan_yen }) =>
        sameAmount(total_yen, spelled(got.total)) &&
        sameAmount(you_pay_yen, spelled(got.pay)) &&
        sameAmount(without_plan_yen, spelled(got.without)),
    );
  });
  assert.deepEqual(
    wrong.map(({ id }) => id),
    [],
  );
  assert.ok(records.length > 10);
});

const planFor = ({ scenario }) => (scenario ? [planOf(scenario.plan)] : catalog.plans);

for (const subject of [ENROLMENT, COST]) {
  test(`the library gives the same answers of ${subject.name}`, () => {
    const ask = subject.ask(library);
    for (let seed = 1; seed <= COUNTS[subject.name]; seed++) {
      const how = { isComplete: seed % 2 === 0, most: subject.most };
      const question = subject.make(seed, catalog, how.isComplete);
      for (const { plan, found } of differencesOfCase(question, planFor(question), catalog, ask, how, subject.differ)) {
        assert.deepEqual(found, [], `${plan.id} seed ${seed}`);
      }
    }
  });
}

const OTHER = { can_join: "cannot_join", cannot_join: "unknown", unknown: "can_join" };
const more = ({ min, max }) => ({ min: min + 1, max });
const later = (deadline) => ({ ...deadline, on: dayAfter(deadline.on) });
const raised = (name) => [name, (option) => ({ ...option, [name]: more(option[name]) })];

const ALTERED = {
  enrolment: [
    ["verdict", (option) => ({ ...option, verdict: OTHER[option.verdict] })],
    ["missing", (option) => ({ ...option, missing: [{ fact: "device.modified" }] })],
    ["deadlines", (option) => ({ ...option, deadlines: option.deadlines.map(later) })],
    ...["monthly_fee_yen", "one_time_fee_yen", "free_months"].map(raised),
  ],
  cost: [
    ["missing", (option) => ({ ...option, missing: [{ fact: "device.modified" }] })],
    ["charges", (option) => ({ ...option, charges: [...option.charges, { yen: { min: 1, max: 1 } }] })],
    ...["fees_yen", "you_pay_yen", "total_yen", "without_plan_yen", "saving_yen"].map(raised),
  ],
};
const GOOD = {
  enrolment: () => casesOf("enrolment").find(({ id }) => id === "LA-C03"),
  cost: () => casesOf("cost").find(({ id }) => id === "LI-C36"),
};

for (const subject of [ENROLMENT, COST]) {
  for (const [name, alter] of ALTERED[subject.name]) {
    test(`an answer of ${subject.name} with another ${name} is objected to`, () => {
      const { plan, scenario, case: facts } = GOOD[subject.name]();
      const question = scenario ? { ...facts, scenario } : facts;
      const ask = subject.ask(library);
      const altered = (asked, only) => ({ options: ask(asked, only).options.map(alter) });
      const foundBy = (answers) =>
        differencesOfCase(question, [planOf(plan)], catalog, answers, {}, subject.differ)[0].found.map(
          (one) => one.name,
        );
      assert.deepEqual(foundBy(ask), []);
      assert.ok(foundBy(altered).includes(name), `objects to ${foundBy(altered).join(" ") || "nothing"}`);
    });
  }
}
