// Holds answers to cases with holes against every completion that the pools know: `node tests/wasm/exact.mjs [plan …]`.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { loadHosho } from "../../dist/hosho.js";
import { completions, hideable, objections, withValue } from "./completions.mjs";

const CASES = new URL("../cases/", import.meta.url);
const TYPES = readFileSync(new URL("../../web/api/case-types.ts", import.meta.url), "utf8");
const KINDS = [.../type IncidentKind =([^;]*);/.exec(TYPES)[1].matchAll(/"(\w+)"/g)].map(([, kind]) => kind);

const hosho = await loadHosho();

const MODELS = [...hosho.catalog.devices.map(({ id }) => id), "other"];
const LISTS = { kinds: KINDS, models: MODELS };

const casesOf = (plan, asked) =>
  readdirSync(new URL(`${plan}/`, CASES))
    .flatMap((name) => JSON.parse(readFileSync(new URL(`${plan}/${name}`, CASES), "utf8")))
    .filter(({ question }) => question === asked);

/** The answer of one plan; the monthly fee of an enrolment stands where an assessment has its total. */
function ask(question, facts, plan) {
  const option = hosho[question](facts, { plans: [plan] }).options.find((row) => row.plan === plan);
  return question === "enrolment" ? { ...option, total_yen: option.monthly_fee_yen } : option;
}

/** What stands against the answers of one plan, with one fact hidden, or two. */
export function check(plan, { question = "assess", most = 50, pairs = true } = {}) {
  const found = [];
  let asked = 0;
  for (const { id, case: facts } of casesOf(plan, question).slice(0, most)) {
    if (ask(question, facts, plan).missing.length > 0) continue; // has holes of its own
    const leaves = hideable(facts);
    const holes = leaves.flatMap((a, i) => [[a], ...(pairs ? leaves.slice(i + 1).map((b) => [a, b]) : [])]);
    for (const paths of holes) {
      const partial = paths.reduce((inner, path) => withValue(inner, path, undefined), facts);
      const told = [...completions(facts, paths, LISTS)].map(({ values, facts: whole }) => ({
        values,
        answer: ask(question, whole, plan),
      }));
      asked += told.length;
      for (const objection of objections(ask(question, partial, plan), told, paths))
        found.push(`${plan} ${id} without ${paths.join(", ")}: ${objection}`);
    }
  }
  return { found, asked };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const plans = process.argv.slice(2).filter((word) => !word.startsWith("--"));
  for (const plan of plans.length ? plans : hosho.info().plans.map(({ id }) => id)) {
    const { found, asked } = check(plan, {
      question: process.argv.includes("--enrolment") ? "enrolment" : "assess",
      pairs: !process.argv.includes("--single"),
      most: Number(process.env.MOST ?? 12),
    });
    console.log(`${plan}: ${asked} completions, ${found.length} objections`);
    for (const line of found.slice(0, 12)) console.log("  ", line);
  }
}
