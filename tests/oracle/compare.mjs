// Puts seeded cases to the library as it is shipped and to the oracle: `node tests/oracle/compare.mjs`.
// CASES=100000 for a deep run, SEED=n for others, ONLY=plan for one plan, SHOW=n differences made small.

import { fileURLToPath, pathToFileURL } from "node:url";

import { someCase, withHidden } from "./cases.mjs";
import { readCatalog } from "./catalog.mjs";
import { differencesOf } from "./differences.mjs";
import { shrunk } from "./shrink.mjs";

const DIST = new URL("../../dist/", import.meta.url);

export async function loadLibrary() {
  const { loadHosho } = await import(pathToFileURL(fileURLToPath(new URL("hosho.js", DIST))).href);
  return loadHosho();
}

/** Differences of one case, plan by plan. */
export function differencesOfCase(question, plans, catalog, assess, how) {
  const { options } = assess(question, { plans: plans.map(({ id }) => id) });
  return plans.flatMap((plan) => {
    const option = options.find((candidate) => candidate.kind === "cover" && candidate.plan === plan.id);
    const found = differencesOf(question, plan, catalog, option, how);
    if (found === null) return [{ plan, skipped: true, found: [] }];
    return [{ plan, skipped: false, found }];
  });
}

/** Runs `count` cases from `seed`; every difference once for each plan and kind of difference, with its number. */
export function compare({ count, seed, assess, catalog, plans = catalog.plans }) {
  const groups = new Map();
  let compared = 0;
  let skipped = 0;
  for (let index = 0; index < count; index++) {
    const complete = someCase(seed + index, catalog);
    const isComplete = index % 2 === 0;
    const question = isComplete ? complete : withHidden(complete, seed + index);
    for (const { plan, skipped: isSkipped, found } of differencesOfCase(question, plans, catalog, assess, {
      isComplete,
    })) {
      if (isSkipped) skipped++;
      else compared++;
      if (found.length === 0) continue;
      const name = `${plan.id}: ${found.map((difference) => difference.name).join("+")}${isComplete ? "" : " (hidden)"}`;
      const group = groups.get(name) ?? { name, plan, times: 0, question, found, isComplete };
      group.times++;
      groups.set(name, group);
    }
  }
  return { compared, skipped, groups: [...groups.values()].sort((one, other) => other.times - one.times) };
}

function show(group, catalog, assess) {
  const how = { isComplete: group.isComplete, most: 3000 };
  const holds = (question) => {
    const [{ found }] = differencesOfCase(question, [group.plan], catalog, assess, how);
    return found.map(({ name }) => name).join("+") === group.found.map(({ name }) => name).join("+");
  };
  const question = shrunk(group.question, holds);
  const [{ found }] = differencesOfCase(question, [group.plan], catalog, assess, how);
  console.log(`\n${group.name}, ${group.times} times`);
  for (const { name, wanted, got } of found) console.log(`  ${name}: oracle ${wanted}; product ${got}`);
  console.log(`  ${JSON.stringify(question)}`);
}

async function main() {
  const catalog = readCatalog();
  const library = await loadLibrary();
  const assess = (question, only) => library.assess(question, only);
  const count = Number(process.env.CASES ?? 5000);
  const plans = catalog.plans.filter(({ id }) => !process.env.ONLY || id === process.env.ONLY);
  const run = compare({ count, seed: Number(process.env.SEED ?? 1), assess, catalog, plans });
  const shown = Number(process.env.SHOW ?? 5);
  for (const group of run.groups.slice(0, shown)) show(group, catalog, assess);
  for (const { name, times } of run.groups.slice(shown)) console.log(`${name}, ${times} times`);
  const differences = run.groups.reduce((total, { times }) => total + times, 0);
  console.log(
    `\n${count} cases, ${run.compared} answers compared, ${run.skipped} not enumerable, ${differences} differ`,
  );
  process.exitCode = differences > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
