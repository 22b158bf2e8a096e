// What it costs to hold a plan: the amounts that are for this phone, and the months that are free.

import { conditionState } from "./conditions.mjs";
import { NOTHING, OPEN, hull, rangeOf } from "./money.mjs";

/** The amount of the clauses that hold; where the terms name none for this case, it may be anything. */
export function feeOf(fee, facts) {
  if (!fee) return NOTHING;
  const states = fee.amounts.map(({ when }) => conditionState(when, facts));
  const holding = fee.amounts.filter((_, index) => states[index] !== "no").map(({ yen }) => rangeOf(yen));
  return states.includes("yes") ? hull(holding) : hull([...holding, OPEN]);
}

/** Months without a fee, on days of joining for which a source tells of them. */
export function freeMonthsOf(campaign, facts) {
  const state = campaign ? conditionState(campaign.when, facts) : "no";
  if (state === "no") return NOTHING;
  return { min: state === "yes" ? campaign.min : 0, max: campaign.max };
}
