// Puts seeded cases to the library as it is shipped and to the oracle: `node tests/oracle/compare.mjs`.
// QUESTION=enrolment for one question, CASES=100000 for a deep run, SEED=n for others, ONLY=plan for one plan, SHOW=n
// differences made small.

import { fileURLToPath, pathToFileURL } from "node:url";

import { someCase, withHidden } from "./cases.mjs";
import { readCatalog } from "./catalog.mjs";
import { COST } from "./cost-differences.mjs";
import { differencesOf } from "./differences.mjs";
import { ENROLMENT } from "./enrolment-differences.mjs";
import { shrunk } from "./shrink.mjs";

const DIST = new URL("file:///tmp/wtcost-dist1/", import.meta.url);

export async function loadLibrary() {
  const { loadHosho } = await import(pathToFileURL(fileURLToPath(new URL("hosho.js", DIST))).href);
  return loadHosho();
}

/** The question "the phone broke"; the other two have pages of their own. */
export const ASSESS = {
  name: "assess",
  make: (seed, catalog, isComplete) =>
    isComplete ? someCase(seed, catalog) : withHidden(someCase(seed, catalog), seed),
  ask: (library) => (question, only) => library.assess(question, only),
  differ: differencesOf,
};
export const QUESTIONS = [ASSESS, ENROLMENT, COST];

/** Differences of one case, plan by plan. */
export function differencesOfCase(question, plans, catalog, ask, how, differ = differencesOf) {
  const { options } = ask(question, { plans: plans.map(({ id }) => id) });
  return plans.flatMap((plan) => {
    const option = options.find((candidate) => candidate.kind !== "paid_repair" && candidate.plan === plan.id);
    if (!option) return [];
    const found = differ(question, plan, catalog, option, how);
    if (found === null) return [{ plan, skipped: true, found: [] }];
    return [{ plan, skipped: false, found }];
  });
}

const nameOf = (plan, found, isComplete) =>
  `${plan.id}: ${found.map(({ name }) => name).join("+")}${isComplete ? "" : " (hidden)"}`;

/** Runs `count` cases from `seed`; every difference once for each plan and kind of difference, with its number. */
export function compare({ count, seed, subject, library, catalog, plans = catalog.plans, most }) {
  const groups = new Map();
  const ask = subject.ask(library);
  let [compared, skipped] = [0, 0];
  for (let index = 0; index < count; index++) {
    const isComplete = index % 2 === 0;
    const question = subject.make(seed + index, catalog, isComplete);
    const how = { isComplete, most };
    for (const one of differencesOfCase(question, plans, catalog, ask, how, subject.differ)) {
      if (one.skipped) skipped++;
      else compared++;
      if (one.found.length === 0) continue;
      const name = nameOf(one.plan, one.found, isComplete);
      const group = groups.get(name) ?? { ...one, name, times: 0, seed: seed + index, question, isComplete };
      group.times++;
      groups.set(name, group);
    }
  }
  return { compared, skipped, groups: [...groups.values()].sort((one, other) => other.times - one.times) };
}

function show(group, catalog, ask, subject) {
  const how = { isComplete: group.isComplete, most: subject.most ?? 3000 };
  const found = (question) => differencesOfCase(question, [group.plan], catalog, ask, how, subject.differ)[0].found;
  const names = (list) => list.map(({ name }) => name).join("+");
  const question = shrunk(group.question, (smaller) => names(found(smaller)) === names(group.found));
  console.log(`\n${group.name}, ${group.times} times, first with seed ${group.seed}`);
  for (const { name, wanted, got } of found(question)) console.log(`  ${name}: oracle ${wanted}; product ${got}`);
  console.log(`  ${JSON.stringify(question)}`);
}

function report(subject, library, catalog) {
  const { CASES = 5000, SEED = 1, ONLY, SHOW = 5 } = process.env;
  const plans = catalog.plans.filter(({ id }) => !ONLY || id === ONLY);
  const run = compare({
    count: Number(CASES),
    seed: Number(SEED),
    subject,
    library,
    catalog,
    plans,
    most: subject.most,
  });
  for (const group of run.groups.slice(0, Number(SHOW))) show(group, catalog, subject.ask(library), subject);
  for (const { name, times } of run.groups.slice(Number(SHOW))) console.log(`${name}, ${times} times`);
  const differences = run.groups.reduce((total, { times }) => total + times, 0);
  const { compared, skipped } = run;
  console.log(
    `\n${subject.name}: ${CASES} cases, ${compared} answers compared, ${skipped} not enumerable, ${differences} differ`,
  );
  return differences;
}

async function main() {
  const catalog = readCatalog();
  const library = await loadLibrary();
  const subjects = QUESTIONS.filter(({ name }) => !process.env.QUESTION || name === process.env.QUESTION);
  const differences = subjects.map((subject) => report(subject, library, catalog));
  process.exitCode = differences.some((count) => count > 0) ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
