// Holds answers to cases with holes against every completion that the pools know, on seeded cases of every plan:
// `node tests/wasm/exact.mjs [--single] [--enrolment] [plan …]`. Pairs of holes take minutes a plan.

import { readFileSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

import { randomFrom } from "../../bench/random.mjs";
import { loadHosho } from "../../dist/hosho.js";
import { run } from "../../tools/process.mjs";
import { askNative } from "../cases/engines.mjs";
import { alsoOpen, completions, hideable, objections, valuesFor, withValue } from "./completions.mjs";

const CASES = new URL("../cases/", import.meta.url);
const TYPES = readFileSync(new URL("../../web/api/case-types.ts", import.meta.url), "utf8");
const KINDS = [.../type IncidentKind =([^;]*);/.exec(TYPES)[1].matchAll(/"(\w+)"/g)].map(([, kind]) => kind);

const hosho = await loadHosho();

/** Models that plans name, and every fifth of the others: price lists mostly name many models alike. */
const NAMED = JSON.stringify(hosho.catalog.plans);
const MODELS = hosho.catalog.devices.map(({ id }) => id).filter((id, i) => i % 5 === 0 || NAMED.includes(`"${id}"`));
const PRICE_DAYS = [...new Set(JSON.stringify(hosho.catalog.prices).match(/(?<="from":")[\d-]+/g))];
const LISTS = { kinds: KINDS, models: [...MODELS, "other"], priceDays: PRICE_DAYS };
/** Of two holes at once. */
const FEW = {
  ...LISTS,
  models: [...MODELS.filter((id, i) => i % 4 === 0 || NAMED.includes(`"${id}"`)), "other"],
  few: true,
};
const AT_A_GO = 40;

const casesOf = ({ plan, question: asked }) =>
  readdirSync(new URL(`${plan}/`, CASES))
    .flatMap((name) => JSON.parse(readFileSync(new URL(`${plan}/${name}`, CASES), "utf8")))
    .filter(({ question }) => question === asked);

const termDaysOf = (id) => [
  ...new Set(
    JSON.stringify(hosho.catalog.plans.find((plan) => plan.id === id).versions).match(/\b\d{4}-\d{2}-\d{2}\b/g),
  ),
];

/** The answer of one plan; the monthly fee of an enrolment stands where an assessment has its total. */
function optionOf({ options }, { plan, question }) {
  const option = options.find((row) => row.plan === plan);
  return question === "enrolment" ? { ...option, total_yen: option.monthly_fee_yen } : option;
}

const ask = (facts, of) => optionOf(hosho[of.question](facts, { plans: [of.plan] }), of);

/** Verdict and total of one plan, cut out of the text of an answer: all that is read of a completion. */
function cutOut(line, { plan, question }) {
  const from = line.indexOf(`{"plan":"${plan}"`);
  const total = `"${question === "enrolment" ? "monthly_fee_yen" : "total_yen"}":`;
  const at = line.indexOf(total, from) + total.length;
  const [, verdict] = /"verdict":"(\w+)"/.exec(line.slice(from, from + 300));
  return { verdict, total_yen: JSON.parse(line.slice(at, line.indexOf("}", at) + 1)) };
}

/** The engines: the library as it is shipped, or the same core natively, many times as fast. */
export const ENGINES = {
  library: (list, of) => list.map((facts) => ask(facts, of)),
  native: (list, of) =>
    askNative(
      list.map((facts) => ({ call: of.question, input: facts, plans: [of.plan] })),
      (line) => cutOut(line, of),
    ),
};

/** Fully told cases of a plan: its own ones, then the same with one fact or two turned into something else. */
function seededCases(of, count) {
  const random = randomFrom(20_261_122);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const own = casesOf(of).filter(({ case: facts }) => ask(facts, of).missing.length === 0);
  const out = own.slice(0, count);
  for (let tries = 0; out.length < count && own.length > 0 && tries < 50 * count; tries += 1) {
    const { id, case: facts } = pick(own);
    const turned = Array.from({ length: 1 + Math.floor(random() * 2) }, () => pick(hideable(facts)));
    const made = turned.reduce((inner, path) => withValue(inner, path, pick(valuesFor(inner, path, LISTS))), facts);
    if (ask(made, of).missing.length === 0) out.push({ id: `${id}~${out.length}`, case: made });
  }
  return out;
}

const QUOTE = "incident.repair_price_yen";

/** Without a quote the list price of the wished place stands, where there is one: then it is no hole. */
function isNoHole(facts, of, path) {
  if (path !== QUOTE || of.question !== "assess") return false;
  const wished = facts.incident.where;
  const { options } = hosho.assess(withValue(facts, QUOTE, undefined), { plans: [of.plan] });
  return options.some(({ kind, where }) => kind === "paid_repair" && (!wished || where === wished));
}

/** The completions of cases with holes, put to an engine at one go: for each case its answers to them. */
function answersTo(jobs, of, engine) {
  const termDays = termDaysOf(of.plan);
  const told = jobs.map(({ facts, paths, few }) => [
    ...completions(facts, paths, { ...(few ? FEW : LISTS), termDays }),
  ]);
  const answers = engine(
    told.flatMap((list) => list.map(({ facts }) => facts)),
    of,
  );
  let next = 0;
  return told.map((list) => list.map(({ values }) => ({ values, answer: answers[next++] })));
}

/** What stands against the answers to cases with holes. Where a fact seems to be asked for in vain, those that the case
 * left open from the start are told, too. */
function objectionsTo(jobs, of, engine) {
  const told = answersTo(jobs, of, engine);
  const found = jobs.map(({ open, paths }, i) => objections(open, told[i], paths));
  const again = jobs.flatMap(({ paths, ...job }, i) => {
    const others = found[i].some((text) => text.includes("never matters")) ? alsoOpen(job.open, paths) : [];
    return others.length > 0 ? [{ ...job, i, paths: [...paths, ...others] }] : [];
  });
  const more = answersTo(again, of, engine);
  again.forEach(({ i, open, paths }, place) => (found[i] = objections(open, more[place], paths)));
  return { found, completions: [...told, ...more].reduce((sum, list) => sum + list.length, 0) };
}

/** A case with one fact hidden, or two. */
function holesIn(facts, of, pairs) {
  const leaves = hideable(facts).filter((path) => !isNoHole(facts, of, path));
  const all = leaves.flatMap((a, i) => [[a], ...(pairs ? leaves.slice(i + 1).map((b) => [a, b]) : [])]);
  return all.map((paths) => {
    const partial = paths.reduce((inner, path) => withValue(inner, path, undefined), facts);
    return { facts, paths, few: paths.length > 1, open: ask(partial, of) };
  });
}

/** What stands against the answers of one plan to one question, with one fact hidden, or two. */
export function check(plan, { question = "assess", cases = 50, pairs = true, engine = ENGINES.library } = {}) {
  const of = { plan, question };
  const found = [];
  const counts = { cases: 0, holes: 0, completions: 0 };
  for (const { id, case: facts } of seededCases(of, cases)) {
    counts.cases += 1;
    const jobs = holesIn(facts, of, pairs);
    for (let at = 0; at < jobs.length; at += AT_A_GO) {
      const some = jobs.slice(at, at + AT_A_GO);
      const done = objectionsTo(some, of, engine);
      counts.holes += some.length;
      counts.completions += done.completions;
      some.forEach(({ paths }, i) =>
        found.push(...done.found[i].map((objection) => `${plan} ${id} without ${paths.join(", ")}: ${objection}`)),
      );
    }
  }
  return { found, ...counts };
}

const isFlag = (word) => word.startsWith("--");

/** One plan, told on the way. */
function tell(plan, flags) {
  const question = flags.includes("--enrolment") ? "enrolment" : "assess";
  const pairs = !flags.includes("--single");
  const count = Number(process.env.CASES ?? 50);
  const { found, cases, holes, completions } = check(plan, { question, pairs, cases: count, engine: ENGINES.native });
  console.log(`${plan}: ${cases} cases, ${holes} with holes, ${completions} completions, ${found.length} objections`);
  for (const line of found.slice(0, 20)) console.log("  ", line);
  return { passed: holes - found.length, failed: found.length };
}

/** Each plan in a process of its own, as many at a time as there are processors. */
async function tellAll(plans, flags) {
  const waiting = [...plans];
  const total = { passed: 0, failed: 0 };
  const work = async () => {
    for (let plan = waiting.shift(); plan !== undefined; plan = waiting.shift()) {
      const { output } = await run([process.execPath, fileURLToPath(import.meta.url), plan, ...flags]);
      const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? [null, 0, 1]; // it died
      console.log(output.replace(/^\d+ passed.*\n/m, "").trimEnd());
      total.passed += Number(passed);
      total.failed += Number(failed);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return total;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  const flags = words.filter(isFlag);
  const named = words.filter((word) => !isFlag(word));
  const plans = named.length > 0 ? named : hosho.info().plans.map(({ id }) => id);
  const { passed, failed } = plans.length === 1 ? tell(plans[0], flags) : await tellAll(plans, flags);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
