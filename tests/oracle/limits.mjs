// How often a cover answers: the claims that count in the claim year of the incident, under each reading of that year.

import { dayAfter, dayBefore, endsOf, partsOf, sameDay } from "./days.mjs";
import { namesKind } from "./kinds.mjs";
import { yesIf } from "./states.mjs";

const READINGS = ["first_use", "opened_by_claim", "joined", "started", "bought", "calendar", "rolling"];
const ANCHORS = { joined: "cover.joined_on", started: "cover.started_on", bought: "device.bought_on" };
const YEAR = { months: 12, first_day: "included" };

/** First day of the year that opens `years` after the anchor; a day that the year lacks gives way to the one after. */
function openingAfter(anchor, years) {
  const day = sameDay(anchor, 12 * years);
  return partsOf(day)[2] === partsOf(anchor)[2] ? day : dayAfter(day);
}

/** The year, counted from the anchor for ever, in which the day lies. */
export function windowOf(day, anchor, opening = openingAfter) {
  let years = 0;
  while (opening(anchor, years + 1) <= day) years++;
  while (opening(anchor, years) > day) years--;
  return { from: opening(anchor, years), until: dayBefore(opening(anchor, years + 1)) };
}

const countIn = (days, { from, until }) => days.filter((day) => from <= day && day <= until).length;

function countOpenedByClaim(days, day) {
  let end = "";
  let count = 0;
  for (const claim of days) {
    if (claim > end) [end, count] = [endsOf(claim, YEAR).on, 0];
    count++;
  }
  return day <= end ? count : 0;
}

/** Years that open with the first use. Where that was 29 February, 28 February may belong to either year. */
function countsOfFirstUse(days, day) {
  if (days.length === 0) return [0];
  const counts = [openingAfter, (anchor, years) => sameDay(anchor, 12 * years)].map((opening) =>
    countIn(days, windowOf(day, days[0], opening)),
  );
  return day.endsWith("-02-28") ? [...new Set(counts)] : [counts[0]];
}

function countsUnder(reading, days, day, facts) {
  if (reading === "whole_term") return [days.length];
  if (reading === "first_use") return countsOfFirstUse(days, day);
  if (reading === "opened_by_claim") return [countOpenedByClaim(days, day)];
  if (reading === "calendar") return [days.filter((claim) => claim.slice(0, 4) === day.slice(0, 4)).length];
  if (reading === "rolling") return [days.filter((claim) => day <= endsOf(claim, YEAR).on).length];
  return [countIn(days, windowOf(day, facts.read(ANCHORS[reading])))];
}

/** Days of the earlier claims that this limit counts, oldest first. */
export function countedDays(limit, facts) {
  const claims = facts.read("cover.claims");
  const day = facts.read("incident.on");
  const counted = claims.flatMap((_, index) => {
    const kind = limit.counts && facts.read(`cover.claims[${index}].kind`);
    if (limit.counts && !namesKind(limit.counts, kind)) return [];
    return [facts.read(`cover.claims[${index}].on`)];
  });
  return counted.filter((claim) => claim <= day).sort();
}

/** How many counted claims lie in the year of the incident: one number for each reading that the terms allow. */
export function earlierClaims(limit, facts) {
  const days = countedDays(limit, facts);
  if (limit.claims === "not_stated") return [days.length];
  const readings = limit.per_year_from === "not_stated" ? READINGS : [limit.per_year_from];
  if (days.length === 0) return [0];
  return readings.flatMap((reading) => countsUnder(reading, days, facts.read("incident.on"), facts));
}

export function limitState(limit, facts) {
  if (!namesKind(limit.counts, facts.read("incident.kind"))) return "yes";
  const earlier = earlierClaims(limit, facts);
  if (limit.claims === "not_stated") return earlier[0] < limit.certain ? "yes" : "not_stated";
  const states = earlier.map((count) => yesIf(count < limit.claims));
  return states.every((state) => state === states[0]) ? states[0] : "not_stated";
}

/** What is left after this claim, over all readings of the limits that are about its kind. */
export function claimsLeft(limits, facts) {
  const kind = facts.read("incident.kind");
  const lefts = limits
    .filter(({ claims, counts }) => claims !== "not_stated" && namesKind(counts, kind))
    .map((limit) => {
      const left = earlierClaims(limit, facts).map((count) => Math.max(0, limit.claims - count - 1));
      return { min: Math.min(...left), max: Math.max(...left) };
    });
  if (lefts.length === 0) return undefined;
  return { min: Math.min(...lefts.map(({ min }) => min)), max: Math.min(...lefts.map(({ max }) => max)) };
}
