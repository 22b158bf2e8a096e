// Holds the library's cost of a scenario against the oracle's.

import { costOf } from "./cost.mjs";
import { caseToCost, withUnsaidCost } from "./cost-cases.mjs";
import { spelled, sum } from "./money.mjs";

const amount = ({ min, max }) => `${min}..${max}`;
const differ = (name, wanted, got) => (wanted === got ? [] : [{ name, wanted, got }]);

/** Facts, those of an incident as the scenario spells them. */
const factList = (facts) => [...new Set(facts)].sort().join(" ");
const spelledFact = ({ fact, incident }) =>
  incident === undefined ? fact : fact.replace("incident.", `scenario.incidents[${incident}].`);

/** What the listed charges come to together; each tells what it adds. */
const chargesSum = ({ charges }) =>
  spelled(sum(charges.map(({ yen: { min, max } }) => ({ min, max: max ?? Infinity }))));

/** What is saved: bounds that nobody knows leave an end open. */
function saving({ without, total }) {
  const end = (one, other) => (Number.isFinite(one) && Number.isFinite(other) ? one - other : null);
  return { min: end(without.min, total.max), max: end(without.max, total.min) };
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
  const compare = (name, range) => differ(name, amount(range), amount(got[name]));
  return [
    ...compare("fees_yen", spelled(wanted.fees)),
    ...compare("you_pay_yen", spelled(wanted.pay)),
    ...compare("total_yen", spelled(wanted.total)),
    ...compare("without_plan_yen", spelled(wanted.without)),
    ...compare("saving_yen", saving(wanted)),
    ...differ("charges", amount(spelled(wanted.charges)), amount(chargesSum(got))),
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
