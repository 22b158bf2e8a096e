// What the person pays under a plan: copay, then the excess over the benefit cap, then the customer's maximum.

import { conditionState } from "./conditions.mjs";
import { isInTime } from "./days.mjs";
import { namesKind } from "./kinds.mjs";
import { earlierClaims } from "./limits.mjs";
import { NOTHING, OPEN, atMost, excess, hull, rangeOf, sum } from "./money.mjs";
import { priceWithoutPlan } from "./prices.mjs";
import { NeedFact, all, any, not, yesIf } from "./states.mjs";

/** The amounts that a clause may come to: one for each ordinal that the claim may have. */
function amountsOf({ yen, by_claim }, limits, facts) {
  if (yen !== undefined) return [rangeOf(yen)];
  const limit = limits.find(({ claims }) => claims !== "not_stated");
  const ordinals = limit ? earlierClaims(limit, facts) : [facts.read("cover.claims").length];
  return ordinals.map((earlier) => rangeOf(by_claim[Math.min(earlier, by_claim.length - 1)]));
}

/** Clauses for the remedy that is wished, or for every remedy if the plan does not offer that one. */
function clausesFor(clauses, facts) {
  const remedies = new Set(clauses.map(({ remedy }) => remedy));
  if (remedies.size < 2) return clauses;
  const wish = facts.read("incident.remedy");
  const chosen = clauses.filter(({ remedy }) => remedy === undefined || remedy === wish);
  return chosen.length > 0 ? chosen : clauses;
}

const isOnlyOne = ({ remedy }, clauses) => clauses.filter((clause) => clause.remedy === remedy).length === 1;

/** Does the clause speak of this phone? A wish that comes true settles what is not said of it. */
function speaks({ remedy, when }, facts, isWishTrue) {
  try {
    return conditionState(when, facts) !== "no";
  } catch (error) {
    if (isWishTrue && error instanceof NeedFact && remedy === facts.said("incident.remedy")) return true;
    throw error;
  }
}

/** The clauses of the remedy that is wished, and those of any remedy, unless the terms refuse the wish. */
function wishedOf(clauses, facts) {
  const ofWish = clauses.filter(({ remedy }) => remedy !== undefined && remedy === facts.said("incident.remedy"));
  const isGiven = ofWish.some((clause) => speaks(clause, facts, isOnlyOne(clause, clauses)));
  return isGiven ? clauses.filter(({ remedy }) => remedy === undefined || ofWish[0].remedy === remedy) : clauses;
}

function copay(version, facts, isWishTrue) {
  const kind = facts.read("incident.kind");
  const named = version.you_pay.filter(({ incidents }) => namesKind(incidents, kind));
  const ofKind = isWishTrue ? wishedOf(named, facts) : named;
  const holding = ofKind.filter((clause) => speaks(clause, facts, isWishTrue && isOnlyOne(clause, ofKind)));
  if (holding.length === 0) return OPEN;
  return hull(clausesFor(holding, facts).flatMap((clause) => amountsOf(clause, version.limits ?? [], facts)));
}

/** What the person pays; `isWishTrue`: the remedy that is wished is given unless the terms refuse it. */
export function payUnder(version, facts, catalog, isWishTrue = false) {
  const { benefit_cap, customer_max } = version;
  const first = copay(version, facts, isWishTrue);
  const isCapped = benefit_cap && conditionState(benefit_cap.when, facts) !== "no";
  const second = isCapped ? sum([first, excess(priceWithoutPlan(facts, catalog), benefit_cap.yen)]) : first;
  const isLimited = customer_max && conditionState(customer_max.when, facts) !== "no";
  return isLimited ? atMost(second, customer_max.yen) : second;
}

/** Came something too late, or not at all? Where nothing was said of it, no. */
function lateState(late, facts) {
  const doneOn = facts.said(late.done_on);
  const isDone = late.done === undefined ? undefined : facts.said(late.done);
  if (facts.said(late.of) === undefined || (doneOn === undefined && isDone !== false)) return "no";
  const excused = late.excused_by !== undefined && facts.said(late.excused_by) === true;
  const day = doneOn === undefined ? facts.read("as_of") : facts.read(late.done_on);
  const from = facts.read(late.of);
  return all(
    () => yesIf(!excused),
    () => not(day < from ? "yes" : isInTime(day, from, late)),
  );
}

function saidState(condition, facts) {
  const key = condition && Object.keys(condition).find((name) => name.startsWith("incident.loaner."));
  return key && facts.said(key) === undefined ? "no" : conditionState(condition, facts);
}

/** Does the charge fall due? */
export function chargeState({ when, late, or }, facts) {
  const due = late ? () => any(() => lateState(late, facts), ...(or ? [() => saidState(or, facts)] : [])) : () => "yes";
  return all(() => saidState(when, facts), due);
}

export function chargeYen({ yen, yen_by }, facts) {
  if (yen !== undefined) return rangeOf(yen);
  const figure = facts.read(yen_by.fact);
  const rows = yen_by.rows.filter(({ at_least = -Infinity, under = Infinity }) => at_least <= figure && figure < under);
  return rows.length > 0 ? hull(rows.map((row) => rangeOf(row.yen))) : NOTHING;
}
