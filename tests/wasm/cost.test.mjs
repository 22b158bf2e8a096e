// What a stretch costs and which days matter, with the plans as they are shipped.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { HoshoError, loadHosho } from "../../dist/hosho.js";

const hosho = await loadHosho();
const plans = hosho.catalog.plans.map(({ id }) => id);
const KINDS = ["screen_crack", "water_damage", "natural_failure", "battery_wear", "theft", "no_fault_found"];
const PHONES = [undefined, "iphone-13", "iphone-8", "iphone-x", "xiaomi-11t-pro"];
const none = { min: 0, max: 0 };

const sum = (a, b) => ({ min: a.min + b.min, max: a.max === null || b.max === null ? null : a.max + b.max });
const minus = (a, b) => ({ min: b.max === null ? null : a.min - b.max, max: a.max === null ? null : a.max - b.min });
const ends = ({ min, max }) => ({ min, max });
const atMost = (a, b) => b === null || (a !== null && a <= b);

/** Every plan under a few phones, stretches and sequences of incidents. */
function* scenarios() {
  const stretches = [{ months: 0 }, { months: 1 }, { months: 24 }, { to: "2024-01-31" }, { to: "2025-06-15" }];
  const incidents = [
    [],
    ...KINDS.map((kind) => [{ kind }]),
    KINDS.map((kind) => ({ kind, repair_price_yen: 30_000 })),
    ["exchange", "exchange", "repair"].map((remedy) => ({ kind: "screen_crack", remedy, where: "maker" })),
    [{ kind: "screen_crack", on: "2024-01-20" }, { kind: "screen_crack" }],
  ];
  for (const plan of plans) {
    for (const model of PHONES) {
      for (const stretch of stretches) {
        for (const list of incidents) {
          const facts = { as_of: "2024-01-10", ...(model && { device: { model, bought_on: "2023-12" } }) };
          yield [facts, { plan, from: "2024-01-10", ...stretch, incidents: list, old_device_unreturned: true }];
        }
      }
    }
  }
}

/** What is wrong with the sums of one answer. */
function wrongSums({ fees_yen, you_pay_yen, charges, total_yen, without_plan_yen, saving_yen, cites, ...rest }) {
  const found = [];
  const total = charges.map(({ yen }) => yen).reduce(sum, sum(fees_yen, you_pay_yen));
  const same = (name, a, b) => {
    if (JSON.stringify(ends(a)) !== JSON.stringify(ends(b))) found.push(`${name}: ${JSON.stringify([a, b])}`);
  };
  // Where claims are open, fees, payments and charges of one way belong together.
  const isOpen = rest.missing?.length > 0 || rest.not_stated?.length > 0;
  if (!isOpen) same("total", total_yen, total);
  if (total_yen.min < total.min || !atMost(total_yen.max, total.max)) found.push("the total leaves its parts");
  same("saving", saving_yen, minus(without_plan_yen, total_yen));
  for (const [name, yen] of Object.entries({ fees_yen, you_pay_yen, total_yen, without_plan_yen })) {
    if (yen.min < 0 || (yen.max !== null && yen.max < yen.min)) found.push(`${name} is no range`);
  }
  if (charges.some(({ yen }) => yen.max === 0)) found.push("a charge of nothing");
  JSON.parse(JSON.stringify(rest), (key, value) => {
    if ((key === "cite" || key === "conflicts_with") && !cites[value]) found.push(`cite ${value}`);
    return value;
  });
  return found;
}

describe("cost", () => {
  it("adds up, for every plan", () => {
    let count = 0;
    for (const [facts, scenario] of scenarios()) {
      const answer = hosho.cost(facts, scenario);
      assert.deepEqual(wrongSums(answer), [], JSON.stringify(scenario));
      count++;
    }
    assert.ok(count > 1000, String(count));
  });
  it("would find a sum that does not add up", () => {
    const answer = hosho.cost({ as_of: "2024-01-10" }, { plan: plans[0], from: "2024-01-10", months: 1 });
    assert.deepEqual(wrongSums(answer), []);
    assert.equal(wrongSums({ ...answer, total_yen: { min: 1, max: 0 } }).length, 3);
    assert.equal(wrongSums({ ...answer, missing: [{}], total_yen: { min: 0, max: 2_000_000 } }).length, 2);
    assert.equal(wrongSums({ ...answer, charges: [{ yen: none, cite: 99 }] }).length, 1);
    assert.equal(wrongSums({ ...answer, not_stated: [{ code: "x", cite: 99 }] }).length, 1);
  });
  it("is never cheaper for more months or one more incident", () => {
    for (const plan of plans) {
      let before = { total_yen: none };
      for (let months = 0; months < 40; months++) {
        const now = hosho.cost({ as_of: "2023-10-07" }, { plan, from: "2023-10-07", months });
        assert.ok(before.total_yen.min <= now.total_yen.min, `${plan} ${months}`);
        assert.ok(atMost(before.total_yen.max, now.total_yen.max), `${plan} ${months}`);
        before = now;
      }
      for (const kind of KINDS) {
        const more = { plan, from: "2023-10-07", months: 39, incidents: [{ kind }] };
        const { total_yen } = hosho.cost({ as_of: "2023-10-07" }, more);
        assert.ok(before.total_yen.min <= total_yen.min && atMost(before.total_yen.max, total_yen.max), plan + kind);
      }
    }
  });
  it("is never cheaper for a later last day", () => {
    for (const plan of plans) {
      let before = none;
      for (let day = 10; day <= 90; day++) {
        const to = new Date(Date.UTC(2023, 9, day)).toISOString().slice(0, 10);
        const { fees_yen } = hosho.cost({ as_of: "2023-10-07" }, { plan, from: "2023-10-07", to, free_months: 0 });
        assert.ok(before.min <= fees_yen.min && atMost(before.max, fees_yen.max), `${plan} ${to}`);
        before = fees_yen;
      }
    }
  });
  it("pays for a claim what assess says, where assess knows", () => {
    let compared = 0;
    for (const { id, example } of hosho.catalog.plans.filter((plan) => plan.example)) {
      const { options } = hosho.assess(example, { plans: [id] });
      const option = options.find(({ plan }) => plan === id);
      if (option.verdict !== "covered") continue;
      const answer = hosho.cost(example, {
        plan: id,
        from: example.incident.on,
        months: 1,
        incidents: [example.incident],
      });
      assert.deepEqual(answer.you_pay_yen, option.you_pay_yen, id);
      compared++;
    }
    assert.ok(compared > 5, String(compared));
  });
  it("does not know the fee of a phone that no table names, and says so", () => {
    const unpriced = hosho.catalog.plans.filter(({ versions }) => versions[0].monthly_fee?.code).map(({ id }) => id);
    assert.ok(unpriced.length > 0);
    for (const plan of unpriced) {
      const facts = { as_of: "2024-08-01", device: { model: "other", maker: "example", category: "smartphone" } };
      const answer = hosho.cost(facts, { plan, from: "2024-08-01", months: 1 });
      assert.deepEqual([answer.fees_yen, answer.not_stated.length], [{ min: 0, max: null }, 1], plan);
    }
  });
  it("keeps what it was given and refuses what cannot be", () => {
    const scenario = { plan: plans[0], from: "2024-01-10", months: 1, incidents: [{ kind: "theft" }] };
    const copy = structuredClone(scenario);
    hosho.cost({ as_of: "2024-01-10" }, scenario);
    assert.deepEqual(scenario, copy);
    const wrong = [
      [{ ...scenario, plan: "no-such-plan" }, "unknown_plan", "/plan"],
      [{ ...scenario, months: -1 }, "out_of_range", "/months"],
      [{ ...scenario, months: NaN }, "not_json", "/months"],
      [{ ...scenario, months: null, to: "2024-01-09" }, "out_of_range", "/to"],
      [{ ...scenario, incidents: [{ kind: "theft", on: "2024-01-32" }] }, "bad_date", "/incidents/0/on"],
      [{ ...scenario, colour: 1 }, "unknown_key", "/colour"],
      [undefined, "wrong_type", ""],
    ];
    for (const [bad, code, path] of wrong) {
      const isIt = (error) => error instanceof HoshoError && error.code === code && error.path === path;
      assert.throws(() => hosho.cost({ as_of: "2024-01-10" }, bad), isIt, JSON.stringify(bad));
    }
    assert.throws(() => hosho.cost({ as_of: "2024-01-32" }, scenario), { code: "bad_date", path: "/as_of" });
  });
});
