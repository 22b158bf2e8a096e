// The outlook of every plan as it is shipped: its parts belong together.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { HoshoError, loadHosho } from "../../dist/hosho.js";

const hosho = await loadHosho();
const JOINED = hosho.catalog.plans.filter(({ held }) => held === "by_joining").map(({ id }) => id);
const PHONES = [
  { model: "iphone-14-pro", bought_on: "2024-08-01", condition: "new", bought_from: "iijmio" },
  { model: "xiaomi-11t-pro", bought_on: "2023-05", condition: "used", bought_from: "iijmio" },
];
const RATES = { screen_crack: 0.3, water_damage: 0.1, natural_failure: 0.1, loss: 0.02 };
const PRICES = { screen_crack: 42_800, water_damage: 87_800, natural_failure: 30_000 };

const ask = (device, more = {}) =>
  hosho.outlook(
    { as_of: "2024-08-01", device, covers: [] },
    {
      from: "2024-08-01",
      months: 30,
      choices: JOINED.map((id) => [id]),
      rates_per_year: RATES,
      prices_yen: PRICES,
      replacement_price_yen: 120_000,
      ...more,
    },
  );

const near = (a, b, within, name) => assert.ok(Math.abs(a - b) <= within, `${name}: ${a} and ${b}`);
const momentOf = (distribution, power) => [...distribution].reduce((sum, [yen, p]) => sum + yen ** power * p, 0);

/** The figures of one choice, against its distribution and its months. */
function checkChoice(choice, months) {
  const { distribution, mean_yen, sd_yen, quantiles, monthly, fees_yen, lost_mass } = choice;
  const total = momentOf(distribution, 0);
  near(total + lost_mass, 1, 1e-11, "mass");
  assert.ok(lost_mass <= 1e-12, `lost ${lost_mass}`);
  near(momentOf(distribution, 1), mean_yen, 1e-5, "mean");
  near(Math.sqrt(momentOf(distribution, 2) - mean_yen ** 2), sd_yen, 0.01, "spread");
  const yen = [...distribution.yen];
  assert.deepEqual(
    yen,
    [...yen].sort((a, b) => a - b),
  );
  const atMost = (limit) => [...distribution].reduce((sum, [value, p]) => (value <= limit ? sum + p : sum), 0);
  for (const [name, level] of [
    ["p05", 0.05],
    ["p50", 0.5],
    ["p95", 0.95],
    ["p999", 0.999],
  ]) {
    assert.ok(atMost(quantiles[name]) >= level - 1e-12, name);
    assert.ok(atMost(quantiles[name] - 1) < level, name);
  }
  assert.equal(monthly.length, months);
  near(monthly.at(-1).expected_yen, mean_yen, 1e-5, "the last month");
  assert.equal(monthly.at(-1).fees_yen, fees_yen);
  assert.equal(monthly.at(-1).p95, quantiles.p95);
  assert.ok(monthly.every(({ p05, p50, p95 }) => p05 <= p50 && p50 <= p95));
  assert.ok(choice.best_use.mean_yen <= mean_yen + 1e-6, "best use");
  assert.ok(choice.cheaper_than_none + choice.dearer_than_none <= 1 + 1e-9);
  assert.ok(choice.best_cancel_after_months >= 0 && choice.best_cancel_after_months <= months);
}

describe("outlook", () => {
  for (const device of PHONES) {
    it(`holds together for ${device.model}`, () => {
      const { none, choices } = ask(device);
      for (const choice of [none, ...choices]) checkChoice(choice, 30);
      assert.equal(choices.length, JOINED.length);
    });
    it(`costs the fees alone where nothing happens to ${device.model}`, () => {
      const { none, choices } = ask(device, { rate_multiple: 0 });
      for (const choice of [none, ...choices]) {
        near(choice.mean_yen, choice.fees_yen, 1e-9, choice.plans.join());
        assert.deepEqual([...choice.distribution], [[choice.fees_yen, 1]]);
      }
    });
    it(`breaks even at the multiple that it names for ${device.model}`, () => {
      const found = ask(device).choices.filter(({ break_even_rate_multiple: multiple }) => multiple !== null);
      for (const { plans, break_even_rate_multiple: rate_multiple } of found) {
        const { none, choices } = ask(device, { choices: [plans], rate_multiple });
        if (choices[0].readings.length === 0) near(choices[0].mean_yen, none.mean_yen, 1e-3, plans.join());
      }
      assert.ok(found.length > 0);
    });
  }
  it("bands of the months take nothing from the rest", () => {
    const [with_bands, without] = [ask(PHONES[0]), ask(PHONES[0], { by_month: false })];
    assert.deepEqual(without.choices[0].monthly, []);
    assert.deepEqual(
      without.choices.map(({ mean_yen }) => mean_yen),
      with_bands.choices.map(({ mean_yen }) => mean_yen),
    );
  });
  it("refuses a prospect that cannot be meant, and answers the next", () => {
    assert.throws(() => ask(PHONES[0], { months: -1 }), HoshoError);
    assert.throws(() => ask(PHONES[0], { choices: [["no-such-plan"]] }), HoshoError);
    assert.equal(ask(PHONES[0], { choices: [] }).choices.length, 0);
  });
});
