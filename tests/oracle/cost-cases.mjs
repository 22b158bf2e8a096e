// Seeded scenarios: stretches from and to the middle of months and whole ones, months instead, none to four incidents
// with days or without, quotes, remedies, and covers that were joined before, in and after the first month.

import { diceFrom, drop, hideIn, someDevice } from "./cases.mjs";
import { dayOf, daysLater, lengthOfMonth, partsOf, sameDay } from "./days.mjs";

const OFTEN = [
  "screen_crack",
  "screen_crack",
  "natural_failure",
  "water_damage",
  "total_loss",
  "battery_wear",
  "theft",
];
const KINDS = [
  "back_glass_crack",
  "screen_and_back_crack",
  "data_loss",
  "no_fault_found",
  "fire",
  "cancelled_by_customer",
];
const PHONES = "iphone-13 iphone-8 iphone-14-pro-max iphone-se-3 iphone-x xiaomi-11t".split(" ");
const QUOTES = [0, 4000, 9000, 49999, 50001, 87800];

function firstDay({ maybe, pick, between }) {
  if (maybe(0.2)) return pick(["2023-10-07", "2024-02-29", "2023-10-01"]);
  const [year, month] = [between(2022, 2024), between(1, 12)];
  return dayOf(year, month, pick([1, 1, 2, between(3, 27), lengthOfMonth(year, month)]));
}

const endOfMonth = (day) => {
  const [year, month] = partsOf(day);
  return dayOf(year, month, lengthOfMonth(year, month));
};

function lastDay(from, { maybe, between }) {
  const day = daysLater(sameDay(from, between(0, maybe(0.2) ? 30 : 13)), between(0, 20));
  return maybe(0.4) ? endOfMonth(day) : day;
}

function incidentOf(stretch, isDated, dice) {
  const { maybe, pick, between } = dice;
  const on = daysLater(
    stretch.from,
    pick([0, Math.min(1, stretch.days), between(0, stretch.days), between(0, stretch.days)]),
  );
  return {
    kind: maybe(0.8) ? pick(OFTEN) : pick(KINDS),
    ...(isDated ? { on } : {}),
    ...(maybe(0.7) ? { repair_price_yen: pick(QUOTES) } : {}),
    remedy: pick(["repair", "repair", "exchange", "express_exchange"]),
    where: maybe(0.9) ? "maker" : pick(["authorised_provider", "shop"]),
    battery_capacity_percent: pick([49, 79, 85]),
    manufacturing_defect: false,
    part: "other",
  };
}

function coverOf(plan, from, { maybe, pick, between }) {
  const joined = daysLater(from, pick([0, 0, 1, 20, -1, -between(0, 400)]));
  return {
    plan,
    joined_on: joined,
    started_on: daysLater(joined, pick([0, 0, 3])),
    registered_on: daysLater(joined, pick([0, 0, 13, 14, 15])),
    is_this_device: true,
    extended: maybe(0.2),
    claims: maybe(0.2) ? [{ on: daysLater(joined, 20), kind: pick(OFTEN), remedy: "repair" }] : [],
    ...(maybe(0.1) ? { ended_on: daysLater(from, pick([-1, 0, 20, between(0, 400)])) } : {}),
  };
}

function scenarioOf(plan, from, dice) {
  const { maybe, pick, between } = dice;
  const isLong = maybe(0.5);
  const to = isLong ? undefined : lastDay(from, dice);
  const isDated = maybe(0.5);
  const days = isLong ? 300 : Math.max(0, Math.min(400, daysBetween(from, to)));
  const incidents = Array.from({ length: between(0, 4) }, () => incidentOf({ from, days }, isDated, dice));
  return {
    plan,
    from,
    ...(isLong ? { months: pick([1, 11, 12, 24, 36]) } : { to }),
    ...(maybe(0.4) ? { monthly_fee_yen: pick([0, 1, 333, 715]) } : {}),
    ...(maybe(0.4) ? { free_months: pick([0, 1, 2, 12]) } : {}),
    incidents,
    ...(maybe(0.2) ? { old_device_unreturned: maybe(0.7) } : {}),
  };
}

function daysBetween(from, to) {
  let count = 0;
  for (let day = from; day < to && count < 400; day = daysLater(day, 1)) count++;
  return count;
}

/** One scenario with a case that says all that its plan could ask. */
export function caseToCost(seed, catalog) {
  const dice = diceFrom(seed ^ 0x2545f491);
  const { maybe, pick, between } = dice;
  const plan = pick(catalog.plans).id;
  const from = firstDay(dice);
  const device = someDevice(catalog, dice);
  const bought = daysLater(from, -pick([0, 0, between(0, 400)]));
  return {
    as_of: from,
    device: {
      ...device,
      ...(device.model !== "other" && maybe(0.6) ? { model: pick(PHONES) } : {}),
      bought_on: bought,
      maker_warranty_until: maybe(0.3) ? "none" : sameDay(bought, 12),
      owner: "subscriber",
      modified: maybe(0.05),
      repaired_by_third_party: maybe(0.05),
    },
    line: { carrier: pick(["docomo", "au", "softbank"]), contracted_on: bought, in_use_on_device: true },
    ...(maybe(0.6) ? { covers: [coverOf(plan, from, dice)] } : {}),
    documents: { proof_of_purchase: true, credit_card: true },
    scenario: scenarioOf(plan, from, dice),
  };
}

const HIDEABLE = ["device.model", "device.category", "device.os", "device.bought_on", "device.maker", "line.carrier"];
const OF_INCIDENT = ["remedy", "where", "repair_price_yen", "battery_capacity_percent"];

/** The same scenario with one or two facts unsaid. */
export function withUnsaidCost(root, seed) {
  const { pick, maybe, upTo } = diceFrom(seed ^ 0x7feb352d);
  const copy = structuredClone(root);
  for (let count = maybe(0.3) ? 2 : 1; count > 0; count--) {
    const { incidents } = copy.scenario;
    if (incidents.length > 0 && maybe(0.6)) drop(incidents[upTo(incidents.length)], pick(OF_INCIDENT), () => false);
    else hideIn(copy, pick(HIDEABLE), () => false);
  }
  return copy;
}
