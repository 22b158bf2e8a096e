// One plan and one case, read from top to bottom. `catalog` is { plans, devices, prices }.

import { conditionState } from "./conditions.mjs";
import { dayBefore, firstOfNextMonth, isInTime } from "./days.mjs";
import { factsOf, withValue } from "./facts.mjs";
import { isNothingRepaired, namesKind } from "./kinds.mjs";
import { claimsLeft, limitState } from "./limits.mjs";
import { NOTHING, hull, sum, withZero } from "./money.mjs";
import { chargeState, chargeYen, payUnder } from "./payment.mjs";
import { isPriceOpen, priceWithoutPlan } from "./prices.mjs";
import { NeedFact, all, any, not, yesIf } from "./states.mjs";

export const QUOTE = "incident.repair_price_yen";
export const QUOTES = [0, 1_000_000];
const VERDICTS = { yes: "covered", no: "not_covered", not_stated: "unknown" };

/** The version of the terms; files of today have one each. */
export const versionOf = (plan) => plan.versions[0];

const CHOSEN_BY = { joined_on: "cover.joined_on" };

/** Of the days before the known beginning of a plan nothing is known. */
export function termsState({ from, from_is, chosen_by }, facts) {
  if (from_is !== "began") return "yes";
  return facts.read(CHOSEN_BY[chosen_by] ?? chosen_by) < from ? "not_stated" : "yes";
}

function heldState(plan, facts) {
  if (plan.held === "with_device") return "yes";
  if (!facts.coversSaid) throw new NeedFact("covers");
  if (facts.isHeld) return "yes";
  return plan.part_of?.alone ? "not_stated" : "no";
}

const deviceState = (plan, facts) =>
  plan.held === "with_device" || !facts.isHeld ? "yes" : yesIf(facts.read("cover.is_this_device"));

const isNeverRegistered = (facts) =>
  facts.said("cover.registered") === false || facts.said("cover.registered_on") === "never";

/** First day of the cover; null where it hangs on a registration that never was. */
export function startOf({ starts }, facts) {
  if (starts.on) return facts.read(starts.on);
  if (starts.first_of_month_after) return firstOfNextMonth(facts.read(starts.first_of_month_after));
  if (starts.latest_of.includes("cover.registered_on") && isNeverRegistered(facts)) return null;
  return starts.latest_of
    .map((fact) => facts.read(fact))
    .sort()
    .at(-1);
}

export function startedState(version, facts) {
  if (!version.starts) return "yes";
  const start = startOf(version, facts) ?? facts.read("cover.joined_on");
  return yesIf(start <= facts.read("incident.on"));
}

/** Day before the contract of a line with another carrier, if there is one. */
export function endWithLine({ carriers }, facts) {
  const carrier = facts.read("line.carrier");
  if (carrier === "none" || carriers.includes(carrier)) return null;
  return dayBefore(facts.read("line.contracted_on"));
}

export function lastedState(version, facts) {
  const day = facts.read("incident.on");
  const { ends, ends_with_line } = version;
  const endedOn = facts.isHeld ? facts.said("cover.ended_on") : undefined;
  return all(
    () =>
      ends
        ? any(
            () => isInTime(day, facts.read(ends.of), ends),
            () => (ends.unless ? conditionState(ends.unless, facts) : "no"),
          )
        : "yes",
    () => (endedOn === undefined ? "yes" : yesIf(day <= facts.read("cover.ended_on"))),
    () => {
      const end = ends_with_line ? endWithLine(ends_with_line, facts) : null;
      return end === null ? "yes" : yesIf(day <= end);
    },
  );
}

export function registeredState({ register }, facts) {
  if (!register) return "yes";
  if (isNeverRegistered(facts)) return register.never;
  if (!register.by && facts.said("cover.registered") === true) return "yes";
  if (!register.by) return yesIf(facts.read("cover.registered_on") !== undefined);
  const day = facts.read("cover.registered_on");
  const inTime = isInTime(day, facts.read(register.by.of), register.by);
  return inTime === "no" ? (register.late ?? "not_stated") : inTime;
}

/** Does the clause answer for this kind on this day? */
function clauseState({ when, after, until }, facts) {
  const day = facts.read("incident.on");
  const isAfter = () => {
    const last = facts.read(after.of);
    return yesIf(last === "none" || day > last);
  };
  return all(
    () => conditionState(when, facts),
    () => (after ? isAfter() : "yes"),
    () => (until ? isInTime(day, facts.read(until.of), until) : "yes"),
  );
}

const silent = (state) => (state === "yes" ? "not_stated" : state);

const strictly = (part) => part;

/** Do the terms answer for the kind? `settle` says what becomes of a clause that asks for more than was said. */
export function coverageState(version, facts, settle = strictly) {
  const kind = facts.read("incident.kind");
  const ofKind = (clauses = []) => clauses.filter(({ incidents }) => incidents && namesKind(incidents, kind));
  if (isNothingRepaired(kind) || ofKind(version.excluded).length > 0) return "no";
  const covered = ofKind(version.covered).map((clause) => settle(() => clauseState(clause, facts), "yes"));
  const silences = ofKind(version.not_stated).map((clause) =>
    settle(() => silent(clauseState(clause, facts)), "not_stated"),
  );
  if (covered.length + silences.length === 0) return version.others === "excluded" ? "no" : "not_stated";
  return any(...covered, ...silences);
}

export function excludedState({ excluded = [] }, facts, settle = strictly) {
  const circumstances = excluded.filter(({ when }) => when);
  return any(...circumstances.map(({ when }) => settle(() => conditionState(when, facts), "no")));
}

const IF_ABSENT = { refused: "no", not_stated: "not_stated" };

export function documentState({ fact, if_absent }, facts) {
  const said = if_absent === "refused" ? facts.read(fact) : (facts.said(fact) ?? true);
  return said ? "yes" : IF_ABSENT[if_absent];
}

/** What only a cover that is held has: a beginning, an end, a registration, claims. */
function coverStates(plan, version, facts) {
  if (plan.held !== "with_device" && !facts.isHeld) return [];
  return [
    () => termsState(version, facts),
    () => deviceState(plan, facts),
    () => startedState(version, facts),
    () => lastedState(version, facts),
    () => registeredState(version, facts),
    ...(version.limits ?? []).map((limit) => () => limitState(limit, facts)),
  ];
}

function planState(plan, version, facts) {
  return all(
    () => heldState(plan, facts),
    () => conditionState(version.applies_to, facts),
    ...coverStates(plan, version, facts),
    () => coverageState(version, facts),
    () => not(excludedState(version, facts)),
    ...(version.documents ?? []).map((document) => () => documentState(document, facts)),
  );
}

/** The charges of a plan that is held and made for this phone. */
function chargesOf(plan, version, facts) {
  const isPlans = () =>
    all(
      () => heldState(plan, facts),
      () => conditionState(version.applies_to, facts),
      () => deviceState(plan, facts),
    );
  return (version.charges ?? []).flatMap((charge) => {
    const state = all(isPlans, () => chargeState(charge, facts));
    if (state === "no") return [];
    return [state === "yes" ? chargeYen(charge, facts) : withZero(chargeYen(charge, facts))];
  });
}

function payOf(state, version, facts, catalog) {
  if (isNothingRepaired(facts.read("incident.kind"))) return NOTHING;
  if (state === "yes") return payUnder(version, facts, catalog);
  const without = priceWithoutPlan(facts, catalog);
  return state === "no" ? without : hull([without, payUnder(version, facts, catalog)]);
}

/** Would a quote change the sum? Asked only where nothing else gives a price. */
function wouldQuoteMatter(facts, plan, catalog, total) {
  if (isNothingRepaired(facts.read("incident.kind")) || !isPriceOpen(facts, catalog)) return false;
  return QUOTES.some((quote) => {
    const other = evaluate(withValue(facts.question, QUOTE, quote), plan, catalog).total;
    return other.min !== total.min || other.max !== total.max;
  });
}

/** The answer of one plan to a case that says all that the plan asks; else a NeedFact is thrown. */
export function evaluate(question, plan, catalog) {
  const facts = factsOf(question, plan, catalog);
  const version = versionOf(plan);
  const state = planState(plan, version, facts);
  const pay = payOf(state, version, facts, catalog);
  const total = sum([pay, ...chargesOf(plan, version, facts)]);
  return {
    verdict: VERDICTS[state],
    pay,
    total,
    claims_left: state === "yes" ? claimsLeft(version.limits ?? [], facts) : undefined,
    wantsQuote: wouldQuoteMatter(facts, plan, catalog, total),
  };
}
