// Facts of a cover that move nothing are not asked for, and those that do are.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { loadHosho } from "../../dist/hosho.js";

const hosho = await loadHosho();

const missingOf = ({ options }, plan) => options.find((option) => option.plan === plan).missing.map(({ fact }) => fact);

describe("The day of a claim of which the month is told", () => {
  const PLAN = "iijmio-device-option-new";
  const asked = (condition, claimedIn) =>
    missingOf(
      hosho.assess(
        {
          as_of: "2022-03-11",
          device: {
            bought_on: "2020-02-29",
            bought_from: "iijmio",
            condition,
            maker_warranty_until: "none",
            modified: false,
          },
          covers: [
            {
              plan: PLAN,
              joined_on: "2020-02-29",
              started_on: "2020-02-29",
              is_this_device: true,
              claims: [{ on: "2020-03-11" }, { on: claimedIn }],
            },
          ],
          incident: { kind: "button_failure", on: "2022-03-11", repair_price_yen: 50_000 },
        },
        { plans: [PLAN] },
      ),
      PLAN,
    );

  it("is asked for where the copay goes by it", () => {
    assert.deepEqual(asked("new", "2021-03"), ["covers[0].claims.on"]);
  });
  it("is not where it moves only how many claims are left of an answer that the terms leave open", () => {
    assert.deepEqual(asked("refurbished", "2021-03"), []);
  });
  it("is not where every day of the month counts alike", () => {
    assert.deepEqual(asked("new", "2020-06"), []);
  });
});

describe("A fact of the phone beside a cover that may be for another one", () => {
  const PLAN = "iijmio-tsunagaru";
  const asked = (soldBy) =>
    missingOf(
      hosho.enrolment(
        {
          as_of: "2020-06-01",
          device: {
            model: "xiaomi-12t-pro",
            released_on: "2025-11-29",
            bought_from: soldBy,
            condition: "used",
            repaired_by_third_party: false,
            sold_in_japan: true,
            conformity_mark: true,
            undamaged: true,
          },
          line: { carrier: "iijmio", contracted_on: "2027-11-27", is_new_contract: true },
          covers: [{ plan: PLAN }],
          join_on: "2027-11-27",
        },
        { plans: [PLAN] },
      ),
      PLAN,
    );

  it("is not asked for where the terms are silent whatever it is", () => {
    assert.equal(asked("iijmio").includes("device.sim_unlocked"), false);
    assert.ok(asked("iijmio").includes("covers[0].is_this_device"));
  });
  it("is asked for where they go by it", () => assert.ok(asked("au").includes("device.sim_unlocked")));
});
