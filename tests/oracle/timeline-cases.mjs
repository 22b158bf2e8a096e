// Seeded cases of "what ends when": covers that are held, left, ended by a new line or of another phone, doors that are
// about to close, returns that are due; asked around the days that matter.

import { diceFrom, drop, hideIn, someCase } from "./cases.mjs";
import { daysLater, sameDay } from "./days.mjs";
import { caseToJoin } from "./enrolment-cases.mjs";

const joinableOf = ({ plans }) => plans.filter(({ held, part_of }) => held === "by_joining" && !part_of);

/** A case with covers and an incident, or one of a person about to join, asked around one of its days. */
function someFacts(seed, catalog, { maybe }) {
  if (maybe(0.5)) return caseToJoin(seed, catalog);
  const { incident, ...facts } = someCase(seed, catalog);
  const { line, device } = caseToJoin(seed, catalog);
  return {
    ...facts,
    device: { ...device, ...facts.device },
    line: { ...line, ...facts.line },
    other_covers_count: 0,
    payment: "lump_sum",
    ...(maybe(0.5) ? { incident } : {}),
  };
}

/** A cover as an answer to `covers`: its claims before today, its registration soon after it was joined. */
function coverOf(plan, day, { maybe, between, pick }) {
  const joined = daysLater(sameDay(day, -pick([0, 0, 1, 12, 23, 24, 48])), -between(0, 14));
  const claims = [between(0, 700), between(0, 700)].map((days) => daysLater(day, -days)).sort();
  const isOther = maybe(0.1);
  return {
    plan,
    joined_on: joined,
    started_on: daysLater(joined, pick([0, 0, 3, 20])),
    ...(maybe(0.7) ? { registered_on: daysLater(joined, between(0, 15)) } : { registered: false }),
    is_this_device: !isOther,
    extended: maybe(0.2),
    ...(maybe(0.3) ? { ended_on: daysLater(day, pick([-400, -1, 0, 1, 30, 400])) } : {}),
    claims: claims
      .filter((on) => on >= joined && maybe(0.5))
      .map((on) => ({ on, kind: pick(["screen_crack", "loss", "natural_failure"]), remedy: "repair" })),
  };
}

const isDay = (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Days of the case and the ends that could be counted from them. */
function daysNear(facts, { pick, between }) {
  const covers = facts.covers.flatMap((cover) => Object.values(cover));
  const said = [...Object.values(facts.device), ...Object.values(facts.line), ...covers].filter(isDay);
  const day = pick(said);
  return daysLater(pick([day, daysLater(day, 14), sameDay(day, 12), sameDay(day, 24)]), between(-2, 2));
}

/** One case in which everything is said from which any plan counts a day. */
export function caseOfDays(seed, catalog) {
  const dice = diceFrom(seed ^ 0x3c6ef372);
  const { maybe } = dice;
  const facts = someFacts(seed, catalog, dice);
  delete facts.join_on;
  if (facts.line.carrier === "none") delete facts.line.contracted_on;
  if (facts.covers.length === 0 && maybe(0.6)) {
    facts.covers = joinableOf(catalog).flatMap(({ id }) => (maybe(0.3) ? [coverOf(id, facts.as_of, dice)] : []));
  }
  if (maybe(0.6)) facts.as_of = daysNear(facts, dice);
  return facts;
}

const HIDEABLE = [
  ..."maker category os released_on bought_on bought_from condition model maker_warranty_until repaired_by_third_party"
    .split(" ")
    .map((key) => `device.${key}`),
  ..."carrier plan contracted_on contracted_via opened_on is_new_contract ported_from"
    .split(" ")
    .map((key) => `line.${key}`),
  "device.bought_on",
  "device.released_on",
  "line.contracted_on",
  "line.opened_on",
  "incident.replacement_delivered_on",
  "incident.loaner.due_from",
  "covers",
];
const COVER_KEYS = ["joined_on", "started_on", "started_on", "registered_on", "is_this_device", "extended", "claims"];

/** The same case with one or two facts unsaid, or a day known only to its month. */
export function withDaysUnsaid(question, seed) {
  const { pick, maybe, upTo } = diceFrom(seed ^ 0x6a09e667);
  const copy = structuredClone(question);
  for (let count = maybe(0.25) ? 2 : 1; count > 0; count--) {
    const { covers } = copy;
    if (covers?.length > 0 && maybe(0.5)) drop(covers[upTo(covers.length)], pick(COVER_KEYS), maybe);
    else hideIn(copy, pick(HIDEABLE), maybe);
  }
  return copy;
}
