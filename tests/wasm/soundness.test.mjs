// What is not said may turn out to be anything: every completion of a case with holes lies inside the answer.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { loadHosho } from "../../dist/hosho.js";

const hosho = await loadHosho();
const plans = hosho.info().plans.map(({ id }) => id);
const { example } = hosho.catalog.plans.find((plan) => plan.example);

/** Values of each fact that some clause tells apart, and one that none names. */
const VALUES = {
  "device.model": [example.device.model, "iphone-13", "other"],
  "device.bought_on": ["2022-03-28", "2022-03-29", "2022-03-30", "2022-07-15", "2024-04-01"],
  "device.bought_from": [example.device.bought_from, "retailer", "individual"],
  "incident.kind": ["battery_wear", "natural_failure", "screen_crack", "theft", "no_fault_found"],
  "incident.on": ["2022-03-27", "2024-03-29", "2024-07-15", "2024-07-16"],
  "incident.where": ["maker", "shop"],
  "documents.proof_of_purchase": [true, false],
};
const FACTS = Object.keys(VALUES);

function caseOf(values) {
  const facts = { as_of: example.as_of, device: {}, incident: {}, documents: {}, covers: [] };
  for (const [path, value] of Object.entries(values)) {
    const [group, key] = path.split(".");
    facts[group][key] = value;
  }
  return facts;
}

function* completions(values, hidden) {
  if (hidden.length === 0) yield values;
  else for (const value of VALUES[hidden[0]]) yield* completions({ ...values, [hidden[0]]: value }, hidden.slice(1));
}

const inside = (inner, outer) =>
  outer.min <= inner.min && (outer.max === null || (inner.max !== null && inner.max <= outer.max));

/** What stands against an answer to a case with holes, seen from one completion of it. */
export function objections(open, told) {
  const found = [];
  if (open.verdict !== "unknown" && open.verdict !== told.verdict) found.push(`${open.verdict}, but ${told.verdict}`);
  if (!inside(told.total_yen, open.total_yen))
    found.push(`${JSON.stringify(told.total_yen)} outside ${JSON.stringify(open.total_yen)}`);
  return found;
}

const answersTo = (values) =>
  Object.fromEntries(hosho.assess(caseOf(values)).options.map((option) => [option.plan, option]));

/** A few hundred cases that stand apart: every value of every fact at least once. */
function* seededCases(count) {
  for (let i = 0; i < count; i++) {
    yield Object.fromEntries(
      FACTS.map((fact, place) => [fact, VALUES[fact][(i * (place + 3) + place) % VALUES[fact].length]]),
    );
  }
}

describe("An answer to a case with holes", () => {
  // A paper that is not mentioned is a step, never a question.
  const hideable = FACTS.filter((fact) => !fact.startsWith("documents."));
  const hidden = hideable.flatMap((a, i) => [[a], ...hideable.slice(i + 1).map((b) => [a, b])]);
  for (const facts of hidden) {
    it(`without ${facts.join(" and ")} holds every completion`, () => {
      for (const values of seededCases(30)) {
        const partial = Object.fromEntries(Object.entries(values).filter(([fact]) => !facts.includes(fact)));
        const open = answersTo(partial);
        for (const whole of completions(partial, facts)) {
          const told = answersTo(whole);
          for (const plan of plans)
            assert.deepEqual(objections(open[plan], told[plan]), [], JSON.stringify({ partial, whole, plan }));
        }
      }
    });
  }
  it("is told to be wrong when it is", () => {
    const free = { verdict: "covered", total_yen: { min: 0, max: 0 } };
    const paid = { verdict: "not_covered", total_yen: { min: 0, max: 8000 } };
    assert.equal(objections(free, paid).length, 2);
    assert.equal(objections({ verdict: "unknown", total_yen: { min: 0, max: null } }, paid).length, 0);
  });
});
