// Holds the library's cost of a scenario against the oracle's.

import { costOf } from "./cost.mjs";
import { caseToCost, withUnsaidCost } from "./cost-cases.mjs";
import { spelled } from "./money.mjs";

const amount = ({ min, max }) => `${min}..${max}`;
const differ = (name, wanted, got) => (wanted === got ? [] : [{ name, wanted, got }]);

/** Facts, those of an incident as the scenario spells them. */
const factList = (facts) => [...new Set(facts)].sort().join(" ");
const spelledFact = ({ fact, incident }) =>
  incident === undefined ? fact : fact.replace("incident.", `scenario.incidents[${incident}].`);

const chargesSum = ({ total_yen: total, fees_yen: fees, you_pay_yen: pay }) => total.min - fees.min - pay.min;

/** What is saved: bounds that nobody knows leave an end open. */
function saving({ without, total }) {
  const end = (one, other) => (Number.isFinite(one) && Number.isFinite(other) ? one - other : null);
  return { min: end(without.min, total.max), max: end(without.max, total.min) };
}

const holds = (wide, range) =>
  (wide.min ?? -Infinity) <= (range.min ?? -Infinity) && (range.max ?? Infinity) <= (wide.max ?? Infinity);

/** Where several silent claims share a limit, a range that is sound and too wide is another thing than a wrong one. */
function compareAmount(name, wanted, got, isWide) {
  const found = differ(name, amount(wanted), amount(got));
  return isWide && holds(got, wanted) ? found.map((one) => ({ ...one, name: "not_tight" })) : found;
}

/** Some incidents with days and some without: which of them share a claim year is not said. */
function isMixed({ incidents = [] }) {
  const dated = incidents.filter(({ on }) => on !== undefined).length;
  return dated > 0 && dated < incidents.length;
}

/** What differs for the plan of the scenario; null where the oracle has no answer. */
export function costDifferences(root, plan, catalog, got, { most }) {
  if (isMixed(root.scenario)) return null;
  const wanted = costOf(root, plan, catalog, most);
  if (wanted === null) return null;
  const isWide = wanted.isSilent && root.scenario.incidents.length > 1;
  const compare = (name, range) => compareAmount(name, range, got[name], isWide);
  const listed = got.charges.reduce((total, { yen, triggered }) => total + (triggered ? yen.min : 0), 0);
  return [
    ...compare("fees_yen", spelled(wanted.fees)),
    ...compare("you_pay_yen", spelled(wanted.pay)),
    ...compare("total_yen", spelled(wanted.total)),
    ...compare("without_plan_yen", spelled(wanted.without)),
    ...compare("saving_yen", saving(wanted)),
    ...differ("charges", chargesSum(got), listed),
    ...differ("missing", factList(wanted.missing), factList(got.missing.map(spelledFact))),
  ];
}

/** The question "what does it cost", for a run of the comparison. */
export const COST = {
  name: "cost",
  make: (seed, catalog, isComplete) =>
    isComplete ? caseToCost(seed, catalog) : withUnsaidCost(caseToCost(seed, catalog), seed),
  ask:
    (library) =>
    ({ scenario, ...facts }, { plans }) => ({
      options: plans.includes(scenario.plan) ? [library.cost(facts, scenario)] : [],
    }),
  differ: costDifferences,
  most: 1500,
};
