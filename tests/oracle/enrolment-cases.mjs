// Seeded cases of joining: the day around every door, lines and phones that the terms take and that they do not, covers
// that are held, ended or of another phone.

import { CARRIERS, SELLERS, diceFrom, drop, hideIn, someDay, someDevice } from "./cases.mjs";
import { daysLater, sameDay } from "./days.mjs";

const PRICE_PLANS = ["best_plan", "best_plan_v", "mini_plan", "smartphone_plan"];
const VIA = ["online_store", "online_store", "shop", "phone"];
const PHONES = "iphone-13 iphone-15-pro iphone-14-plus iphone-se-3 iphone-x iphone-6s iphone-16".split(" ");

function deviceToJoin(catalog, dice) {
  const { maybe, pick } = dice;
  const device = someDevice(catalog, dice);
  const isOther = device.model === "other";
  return {
    ...device,
    ...(!isOther && maybe(0.4) ? { model: pick(PHONES) } : {}),
    ...(isOther ? { category: maybe(0.7) ? "smartphone" : device.category } : {}),
    bought_from: maybe(0.4) ? "iijmio" : pick([...SELLERS, "rakuten", "ymobile"]),
    condition: maybe(0.6) ? "new" : device.condition,
    repaired_by_third_party: maybe(0.1),
    sold_in_japan: maybe(0.9),
    conformity_mark: maybe(0.9),
    sim_unlocked: maybe(0.7),
    undamaged: maybe(0.9),
    serial_number_known: maybe(0.8),
  };
}

function lineToJoin(bought, dice) {
  const { maybe, pick, between } = dice;
  const carrier = maybe(0.75) ? pick(["linemo", "linemo", "iijmio"]) : pick([...CARRIERS, "none"]);
  const contracted = daysLater(bought, maybe(0.4) ? 0 : between(-30, 720));
  return {
    carrier,
    plan: maybe(0.8) ? pick(PRICE_PLANS.slice(0, 2)) : pick(PRICE_PLANS),
    contracted_on: contracted,
    contracted_via: pick(VIA),
    opened_on: daysLater(contracted, maybe(0.5) ? 0 : between(0, 9)),
    is_new_contract: maybe(0.9),
    ...(maybe(0.3) ? { ported_from: pick(["docomo", "au", "softbank", "ymobile"]) } : {}),
    sim_only: maybe(0.9),
  };
}

/** A day around a door: of the purchase, of the contract, of the opening or of the release. */
function dayToJoin({ bought_on, released_on }, { contracted_on, opened_on }, { pick, maybe, between }) {
  const released = released_on && sameDay(released_on, 24);
  const doors = [bought_on, daysLater(bought_on, 5), contracted_on, contracted_on, daysLater(contracted_on, 13)];
  const door = pick([...doors, daysLater(opened_on, 13), "2023-10-07", "2022-03-03", ...(released ? [released] : [])]);
  if (maybe(0.5)) return door;
  return daysLater(door, maybe(0.9) ? between(-2, 2) : between(-60, 400));
}

function heldCover(plan, day, dice) {
  const { maybe, between, pick } = dice;
  const joined = daysLater(sameDay(day, -pick([0, 12, 24, 48])), -between(0, 3));
  return {
    plan,
    joined_on: joined,
    started_on: daysLater(joined, maybe(0.6) ? 0 : between(0, 3)),
    is_this_device: maybe(0.6),
    extended: maybe(0.2),
    ...(maybe(0.4) ? { ended_on: daysLater(day, pick([-40, -1, -1, 0, 1])) } : {}),
  };
}

function coversHeld(catalog, day, dice) {
  const { maybe } = dice;
  if (maybe(0.5)) return [];
  const joinable = catalog.plans.filter(({ held, part_of }) => held === "by_joining" && !part_of);
  return joinable.filter(() => maybe(0.15)).map(({ id }) => heldCover(id, day, dice));
}

/** One case of joining in which everything is said that any plan could ask. */
export function caseToJoin(seed, catalog) {
  const dice = diceFrom(seed ^ 0x5bd1e995);
  const { maybe, between, pick } = dice;
  const device = deviceToJoin(catalog, dice);
  if (maybe(0.3)) device.bought_on = daysLater("2023-10-07", between(-2, 2));
  const line = lineToJoin(device.bought_on, dice);
  const day = dayToJoin(device, line, dice);
  if (maybe(0.25)) line.contracted_on = day;
  return {
    as_of: maybe(0.7) ? day : daysLater(day, between(-3, 3)),
    device,
    line,
    covers: coversHeld(catalog, day, dice),
    other_covers_count: pick([0, 0, 1, 4, 5]),
    payment: pick(["lump_sum", "lump_sum", "instalments"]),
    join_on: day,
  };
}

/** Days bought on or contracted on a leap day and the like come from the pool of special days. */
export const leapCaseToJoin = (seed, catalog) => {
  const dice = diceFrom(seed);
  const question = caseToJoin(seed, catalog);
  const released = someDay(dice);
  const day = daysLater(sameDay(released, 24), dice.between(-2, 2));
  const line = { ...question.line, carrier: "iijmio", contracted_on: day };
  return { ...question, join_on: day, line, device: { ...question.device, released_on: released } };
};

const HIDEABLE = [
  ..."maker category os released_on bought_on bought_from condition owner model sold_in_japan sim_unlocked undamaged"
    .split(" ")
    .map((key) => `device.${key}`),
  ..."conformity_mark serial_number_known repaired_by_third_party".split(" ").map((key) => `device.${key}`),
  ..."carrier plan contracted_on contracted_via opened_on is_new_contract ported_from sim_only"
    .split(" ")
    .map((key) => `line.${key}`),
  "line.contracted_on",
  "device.bought_on",
  "other_covers_count",
  "payment",
  "join_on",
  "join_on",
];
const COVER_KEYS = ["started_on", "is_this_device", "extended", "ended_on"];

/** The same case with one or two facts unsaid, or a day known only to its month. */
export function withUnsaid(question, seed) {
  const { pick, maybe, upTo } = diceFrom(seed ^ 0x1b873593);
  const copy = structuredClone(question);
  for (let count = maybe(0.3) ? 2 : 1; count > 0; count--) {
    const { covers } = copy;
    if (covers.length > 0 && maybe(0.5)) drop(covers[upTo(covers.length)], pick(COVER_KEYS), maybe);
    else hideIn(copy, pick(HIDEABLE), maybe);
  }
  return copy;
}
