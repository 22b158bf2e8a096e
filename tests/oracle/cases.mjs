// Seeded cases, plausible and wild: days around the ends that plans count, month ends and leap days, claims around
// anniversaries, returns around their last day.

import { dayOf, daysLater, lengthOfMonth, sameDay } from "./days.mjs";
import { KINDS } from "./kinds.mjs";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function diceFrom(seed) {
  const random = randomFrom(seed);
  const upTo = (count) => Math.floor(random() * count);
  const pick = (values) => values[upTo(values.length)];
  return { upTo, pick, maybe: (share) => random() < share, between: (low, high) => low + upTo(high - low + 1) };
}

const OFTEN = [
  "natural_failure",
  "screen_crack",
  "battery_wear",
  "water_damage",
  "total_loss",
  "theft",
  "back_glass_crack",
];
const PARTS = { camera_failure: "camera", button_failure: "button", board_failure: "board" };
export const SELLERS = ["apple", "iijmio", "linemo", "docomo", "au", "softbank", "rakuten", "retailer", "individual"];
export const CARRIERS = ["docomo", "au", "softbank", "linemo", "iijmio", "rakuten", "ymobile", "uq"];
const CATEGORIES = ["smartphone", "tablet", "watch", "music_player", "computer", "router", "feature_phone"];
const SPECIAL_DAYS =
  "2013-09-08 2013-09-09 2015-04-08 2015-04-09 2015-04-10 2020-02-29 2022-03-02 2022-03-03 2023-02-28".split(" ");
const MONTHS = [0, 1, 12, 24, 36, 48];
const PHONES = [
  "xiaomi-11t-pro",
  "xiaomi-11t",
  "redmi-note-11",
  "xiaomi-12t-pro",
  "iphone-13-mini",
  "iphone-se-3",
  "iphone-8",
];

export function someDay({ pick, maybe, between }) {
  if (maybe(0.15)) return pick(SPECIAL_DAYS);
  const [year, month] = [between(2014, 2025), between(1, 12)];
  const last = lengthOfMonth(year, month);
  return dayOf(year, month, maybe(0.4) ? between(Math.max(1, last - 2), last) : between(1, last));
}

/** A day near the end of some period that runs from one of these days. */
function dayNear(days, { pick, between, maybe }) {
  const anchor = pick(days);
  const end = maybe(0.15) ? daysLater(anchor, pick([14, 30])) : sameDay(anchor, pick(MONTHS));
  return daysLater(end, maybe(0.75) ? between(-2, 2) : between(-400, 400));
}

export function someDevice(catalog, dice) {
  const { pick, maybe } = dice;
  const model = maybe(0.6) ? pick(PHONES) : maybe(0.8) ? pick(catalog.devices).id : "other";
  const row = catalog.devices.find(({ id }) => id === model);
  const bought = someDay(dice);
  const isOther = model === "other";
  return {
    model,
    ...(isOther ? { maker: pick(["apple", "xiaomi", "sharp"]), category: pick(CATEGORIES) } : {}),
    ...(isOther ? { os: pick(["android", "ios", "ipados", "windows"]) } : {}),
    ...(!row?.released_on || maybe(0.3) ? { released_on: daysLater(bought, -dice.between(0, 500)) } : {}),
    bought_on: bought,
    bought_from: maybe(0.4) ? "iijmio" : pick(SELLERS),
    condition: pick(["new", "new", "used", "used", "refurbished"]),
    maker_warranty_until: maybe(0.2) ? "none" : sameDay(bought, 12),
    repaired_by_third_party: maybe(0.1),
    modified: maybe(0.1),
    owner: maybe(0.85) ? "subscriber" : pick(["family", "other"]),
  };
}

function someCover(plan, device, dice) {
  const { maybe, between, pick } = dice;
  const joined = maybe(0.7) ? device.bought_on : daysLater(device.bought_on, between(0, 400));
  const isRegistered = maybe(0.9);
  return {
    plan,
    joined_on: joined,
    started_on: daysLater(joined, maybe(0.5) ? 0 : between(0, 40)),
    ...(isRegistered ? { registered_on: daysLater(joined, pick([0, 3, 12, 13, 14, 15, 40])) } : { registered: false }),
    is_this_device: maybe(0.95),
    extended: maybe(0.2),
    claims: [],
  };
}

function someClaims(cover, day, dice) {
  const { between, maybe, pick } = dice;
  const days = [];
  for (let count = between(0, 4); count > 0; count--) {
    const near = sameDay(day, -12 * between(0, 2));
    const claim =
      days.length > 0 && maybe(0.3)
        ? sameDay(pick(days), -12)
        : daysLater(near, maybe(0.4) ? between(-3, 1) : -between(0, 380));
    if (cover.joined_on <= claim && claim <= day) days.push(claim);
  }
  return days.sort().map((on) => ({ on, kind: maybe(0.7) ? pick(OFTEN) : pick(KINDS), remedy: "repair" }));
}

function someReturns(day, dice) {
  const { maybe, between, pick } = dice;
  if (maybe(0.6)) return {};
  const delivered = daysLater(day, between(1, 20));
  const back = daysLater(delivered, between(11, 17));
  const isBack = maybe(0.7);
  const loaner = {
    used: maybe(0.85),
    value_yen: pick([0, 29999, 30000, 30001, 60000]),
    due_from: delivered,
    ...(maybe(0.8) ? { returned_on: back } : {}),
    ...(maybe(0.8) ? { state: pick(["ok", "ok", "damaged", "lost"]) } : {}),
  };
  return {
    replacement_delivered_on: delivered,
    old_device_returned: isBack,
    ...(isBack ? { old_device_returned_on: back } : {}),
    old_device_collected_at_delivery: maybe(0.15),
    ...(maybe(0.6) ? { loaner } : {}),
  };
}

function someIncident(day, dice) {
  const { pick, maybe } = dice;
  const kind = maybe(0.6) ? pick(OFTEN) : pick(KINDS);
  return {
    kind,
    on: day,
    battery_capacity_percent: pick([0, 49, 50, 51, 50.5, 79, 79.9, 80, 81, 100]),
    manufacturing_defect: maybe(0.2),
    ...(maybe(0.6) ? { repair_price_yen: pick([0, 4000, 49999, 50000, 50001, 87800]) } : {}),
    remedy: pick(["repair", "repair", "exchange", "express_exchange"]),
    where: maybe(0.7) ? "maker" : pick(["authorised_provider", "shop"]),
    part: PARTS[kind] ?? pick(["other", "camera", "button", "board"]),
    ...someReturns(day, dice),
  };
}

/** One case in which everything is said that any plan could ask. */
export function someCase(seed, catalog) {
  const dice = diceFrom(seed);
  const { pick, maybe, between } = dice;
  const device = someDevice(catalog, dice);
  const joinable = catalog.plans.filter(({ held }) => held === "by_joining").map(({ id }) => id);
  const chosen = maybe(0.9) ? joinable.filter(() => maybe(0.6)) : [];
  const isPartOfAnother = ({ part_of }) => part_of && chosen.includes(part_of.plan);
  const held = chosen.filter((id) => !isPartOfAnother(catalog.plans.find((plan) => plan.id === id)));
  const covers = held.map((plan) => someCover(plan, device, dice));
  const days = [device, ...covers]
    .flatMap((facts) => Object.entries(facts))
    .filter(([key]) => /_on$|_until$/.test(key));
  const anchors = days.map(([, day]) => day).filter((day) => day !== "none");
  const earliest = daysLater(device.bought_on, -2);
  const day = [dayNear(anchors, dice), earliest].sort().at(-1);
  for (const cover of covers) {
    cover.claims = someClaims(cover, day, dice);
    if (maybe(0.12)) cover.ended_on = daysLater(day, between(-2, 2));
  }
  return {
    as_of: daysLater(day, pick([0, 0, 1, 20, 60])),
    device,
    line: {
      carrier: pick(CARRIERS),
      contracted_on: maybe(0.5) ? daysLater(day, between(-2, 2)) : device.bought_on,
      in_use_on_device: maybe(0.9),
    },
    covers,
    incident: someIncident(day, dice),
    documents: { ...(maybe(0.5) ? { proof_of_purchase: maybe(0.7) } : {}), credit_card: maybe(0.8) },
  };
}

const HIDEABLE = [
  ..."maker category os released_on bought_on bought_from condition maker_warranty_until modified owner model repaired_by_third_party"
    .split(" ")
    .map((key) => `device.${key}`),
  "line.carrier",
  "line.contracted_on",
  "line.in_use_on_device",
  ..."kind on battery_capacity_percent manufacturing_defect remedy where part replacement_delivered_on"
    .split(" ")
    .map((key) => `incident.${key}`),
  "documents.credit_card",
  "incident.old_device_returned_on",
  "incident.loaner.value_yen",
];
const COVER_KEYS = ["joined_on", "started_on", "registered_on", "is_this_device", "extended", "claims"];

/** The same case with one or two facts unsaid, or a day known only to its month. */
export function withHidden(question, seed) {
  const { pick, maybe, upTo } = diceFrom(seed ^ 0x9e3779b9);
  const copy = structuredClone(question);
  for (let count = maybe(0.3) ? 2 : 1; count > 0; count--) {
    const covers = copy.covers.filter(() => maybe(0.6));
    if (covers.length > 0 && maybe(0.6)) hide(pick(covers), maybe(0.15) ? "claim" : pick(COVER_KEYS), maybe, upTo);
    else hideIn(copy, pick(HIDEABLE), maybe);
  }
  return copy;
}

const isDay = (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);

export function drop(place, key, maybe) {
  if (isDay(place[key]) && maybe(0.4)) place[key] = place[key].slice(0, 7);
  else delete place[key];
}

function hide(cover, key, maybe, upTo) {
  if (key !== "claim") return drop(cover, key, maybe);
  if (cover.claims?.length) drop(cover.claims[upTo(cover.claims.length)], maybe(0.7) ? "on" : "kind", maybe);
}

export function hideIn(root, path, maybe) {
  const keys = path.split(".");
  const place = keys.slice(0, -1).reduce((value, key) => value?.[key], root);
  if (place) drop(place, keys.at(-1), maybe);
}
