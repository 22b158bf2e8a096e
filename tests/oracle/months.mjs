// The fees of a stretch, month by month. A month that is charged by days is floor to ceil of days used by its days.

import { conditionState } from "./conditions.mjs";
import { dayAfter, dayOf, lengthOfMonth, partsOf } from "./days.mjs";
import { versionOf } from "./evaluate.mjs";
import { feeOf, freeMonthsOf } from "./fees.mjs";
import { NOTHING, hull, rangeOf, sum } from "./money.mjs";

const times = ({ min, max }, count) => (count === 0 ? NOTHING : { min: min * count, max: max * count });

/** Days used out of the days of the month; a full month is the fee itself. */
function share({ min, max }, days, length) {
  if (days === 0) return NOTHING;
  return { min: Math.floor((min * days) / length), max: Math.ceil((max * days) / length) };
}

/** The months that a stretch touches: of each its length and the first and last day of it that count. */
function monthsOf(from, to) {
  const [year, month, first] = partsOf(from);
  const length = lengthOfMonth(year, month);
  const end = dayOf(year, month, length);
  if (to <= end) return [{ length, first, last: partsOf(to)[2] }];
  return [{ length, first, last: length }, ...monthsOf(dayAfter(end), to)];
}

/** From which days the first month may be charged; none: not at all. */
function startsOfFirst({ first }, rule, isJoined, hasLaterStart) {
  if (!isJoined) return [1, first];
  const readings = { full: [1], pro_rata: [first], free: [null], not_stated: hasLaterStart ? [1, null] : [1, first] };
  return readings[rule ?? "full"];
}

/** Fees of all months for one reading of the first one and one number of free months. */
function feesOf(months, firstDay, fee, isLeftByDays, free) {
  let left = free;
  const charged = months.map(({ length, first, last }, index) => {
    const day = index === 0 ? firstDay : first;
    if (day === null) return NOTHING;
    if (left > 0) return left-- && NOTHING;
    const until = isLeftByDays ? last : length;
    return share(fee, Math.max(0, until - day + 1), length);
  });
  return sum(charged);
}

function freeOf(version, scenario, facts) {
  if (scenario.free_months !== undefined) return rangeOf(scenario.free_months);
  const { free_months: campaign } = version;
  return campaign && conditionState(campaign.when, facts) === "no" ? NOTHING : freeMonthsOf(campaign, facts);
}

/** The fees of the days on which the cover is in force: not before it began, not after the person left. */
function stretchFees(version, scenario, fee, free, begun, left) {
  const { first_month, leaving_month } = version.monthly_fee ?? {};
  const from = begun > scenario.from ? begun : scenario.from;
  const to = left < scenario.to ? left : scenario.to;
  if (from > to) return NOTHING;
  const months = monthsOf(from, to);
  const isJoined = begun.slice(0, 7) === from.slice(0, 7);
  const days = startsOfFirst(months[0], first_month?.is, isJoined, Boolean(version.starts?.first_of_month_after));
  const isLeftByDays = leaving_month?.is === "pro_rata";
  return hull(
    days.flatMap((day) => [free.min, free.max].map((count) => feesOf(months, day, fee, isLeftByDays, count))),
  );
}

/** All fees of the scenario: those of the months, and what it costs to join if that lies in the stretch. */
export function scenarioFees(plan, scenario, facts) {
  const version = versionOf(plan);
  const joined = facts.said("cover.joined_on") ?? scenario.from;
  const begun = facts.said("cover.started_on") ?? joined;
  const fee =
    scenario.monthly_fee_yen === undefined ? feeOf(version.monthly_fee, facts) : rangeOf(scenario.monthly_fee_yen);
  const free = freeOf(version, scenario, facts);
  const count = (months) => Math.max(0, scenario.months - months);
  const monthly =
    scenario.months === undefined
      ? stretchFees(version, scenario, fee, free, begun, facts.said("cover.ended_on") ?? scenario.to)
      : { min: times(fee, count(free.max)).min, max: times(fee, count(free.min)).max };
  return sum([monthly, ...(joined >= scenario.from ? [feeOf(version.one_time_fee, facts)] : [])]);
}
