// A plan that is in no catalogue, with features of three that are: the engine answers it from its file alone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

import { loadHosho } from "../../dist/hosho.js";

const PLAN = JSON.parse(readFileSync(new URL("../fixtures/made-up/all-of-three.json", import.meta.url), "utf8"));
const hosho = await loadHosho({ catalog: { plans: [PLAN] } });

const FACTS = {
  as_of: "2024-05-10",
  device: {
    model: "other",
    maker: "example",
    category: "smartphone",
    released_on: "2023-02-01",
    bought_on: "2023-05-01",
  },
  incident: { kind: "screen_crack", on: "2024-05-10", repair_price_yen: 32_000, remedy: "repair" },
};
const COVER = { plan: PLAN.id, joined_on: "2023-05-01", started_on: "2023-05-01", registered_on: "2023-05-14" };

function answerTo(incident, cover = {}, device = {}) {
  const covers = [{ ...COVER, is_this_device: true, claims: [], ...cover }];
  const facts = {
    ...FACTS,
    device: { ...FACTS.device, ...device },
    covers,
    incident: { ...FACTS.incident, ...incident },
  };
  return hosho.assess(facts).options.find(({ plan }) => plan === PLAN.id);
}

const brief = ({ verdict, total_yen }) => [verdict, total_yen.min, total_yen.max];
const claimsOn = (...days) => ({ claims: days.map((on) => ({ on, kind: "screen_crack" })) });

describe("A made-up plan", () => {
  it("begins on the first of the next month and ends after 36 months", () => {
    assert.deepEqual(brief(answerTo({ on: "2023-05-31" })), ["not_covered", 32_000, 32_000]);
    assert.deepEqual(brief(answerTo({ on: "2023-06-01" })), ["covered", 2_000, 2_000]);
    assert.deepEqual(brief(answerTo({ on: "2026-04-30" })), ["covered", 2_000, 2_000]);
    assert.deepEqual(brief(answerTo({ on: "2026-05-01" })), ["not_covered", 32_000, 32_000]);
  });
  it("asks for the registration, and is silent on a late one", () => {
    assert.equal(answerTo({}, { registered_on: "2023-05-15" }).not_stated[0].code, "late_registration");
    assert.equal(answerTo({}, { registered_on: undefined, registered: false }).verdict, "not_covered");
    assert.ok(answerTo({}, { registered_on: undefined }).missing.some(({ fact }) => fact.endsWith("registered_on")));
  });
  it("counts the claims of a year from the first use, with a copay by number and a cap", () => {
    assert.deepEqual(brief(answerTo({}, claimsOn("2024-01-10"))), ["covered", 7_500, 7_500]);
    assert.equal(answerTo({}, claimsOn("2023-06-10", "2023-07-10")).verdict, "not_covered");
    assert.deepEqual(brief(answerTo({ on: "2024-06-10" }, claimsOn("2023-06-10", "2023-07-10"))), [
      "covered",
      2_000,
      2_000,
    ]);
  });
  it("draws the battery's line by the day of purchase", () => {
    const worn = (percent) => ({ kind: "battery_wear", battery_capacity_percent: percent });
    assert.equal(answerTo(worn(51)).verdict, "not_covered");
    assert.equal(answerTo(worn(50)).verdict, "covered");
    assert.equal(answerTo(worn(79.9), {}, { bought_on: "2023-07-01" }).verdict, "covered");
    assert.deepEqual(answerTo(worn(79), {}, { bought_on: "2023-06" }).verdict, "not_covered");
    assert.deepEqual(
      answerTo(worn(79), {}, { bought_on: undefined }).missing.map(({ fact }) => fact),
      ["device.bought_on"],
    );
  });
  it("stops natural failure 36 months after the release", () => {
    assert.equal(answerTo({ kind: "natural_failure", on: "2026-02-01" }).verdict, "covered");
    assert.equal(answerTo({ kind: "natural_failure", on: "2026-02-02" }).verdict, "not_covered");
  });
  it("adds the charge for an old phone that is not sent back", () => {
    const kept = { remedy: "exchange", replacement_delivered_on: "2024-04-01", old_device_returned: false };
    assert.deepEqual(brief(answerTo(kept)), ["covered", 53_000, 54_900]);
    assert.deepEqual(brief(answerTo({ ...kept, replacement_delivered_on: "2024-04-26" })), ["covered", 13_000, 14_900]);
  });
  it("with a mistake in it is refused by name and place", async () => {
    const bad = structuredClone(PLAN);
    bad.versions[0].benefit_cap.yen = -1;
    await assert.rejects(loadHosho({ catalog: { plans: [bad] } }), ({ path }) => path.endsWith("/benefit_cap/yen"));
  });
});
