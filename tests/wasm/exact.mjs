// Holds answers to cases with holes against every completion that the pools know, on seeded cases of every plan:
// `node tests/wasm/exact.mjs [--single] [--enrolment] [plan …]`. Pairs of holes take minutes a plan.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { loadHosho } from "../../dist/hosho.js";
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
/** Of two holes at once: as much as can be opened in an hour for all plans. */
const FEW = {
  kinds: KINDS.filter((_, i) => i % 2 === 0),
  models: [...MODELS.filter((id, i) => i % 4 === 0 || NAMED.includes(`"${id}"`)), "other"],
  priceDays: PRICE_DAYS,
  few: true,
};

const casesOf = ({ plan, question: asked }) =>
  readdirSync(new URL(`${plan}/`, CASES))
    .flatMap((name) => JSON.parse(readFileSync(new URL(`${plan}/${name}`, CASES), "utf8")))
    .filter(({ question }) => question === asked);

/** The answer of one plan; the monthly fee of an enrolment stands where an assessment has its total. */
function ask(facts, { plan, question }) {
  const option = hosho[question](facts, { plans: [plan] }).options.find((row) => row.plan === plan);
  return question === "enrolment" ? { ...option, total_yen: option.monthly_fee_yen } : option;
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

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

/** Without a quote the list price stands, where there is one: then it is no hole. */
const isNoHole = (facts, of, path) =>
  path === QUOTE && JSON.stringify(ask(withValue(facts, QUOTE, undefined), of).reasons).includes('"list_price"');

function objectionsTo(facts, of, holes) {
  const partial = holes.reduce((inner, path) => withValue(inner, path, undefined), facts);
  const open = ask(partial, of);
  const lists = holes.length > 1 ? FEW : LISTS;
  const told = (paths) =>
    [...completions(facts, paths, lists)].map(({ values, facts: whole }) => ({ values, answer: ask(whole, of) }));
  const answers = told(holes);
  const found = objections(open, answers, holes);
  const others = found.some((text) => text.includes("never matters")) ? alsoOpen(open, holes) : [];
  if (others.length === 0) return { found, asked: answers.length };
  const more = told([...holes, ...others]);
  return { found: objections(open, more, [...holes, ...others]), asked: answers.length + more.length };
}

/** What stands against the answers of one plan to one question, with one fact hidden, or two. */
export function check(plan, { question = "assess", cases = 50, pairs = true } = {}) {
  const of = { plan, question };
  const found = [];
  const counts = { cases: 0, holes: 0, completions: 0 };
  for (const { id, case: facts } of seededCases(of, cases)) {
    counts.cases += 1;
    const leaves = hideable(facts).filter((path) => !isNoHole(facts, of, path));
    for (const holes of leaves.flatMap((a, i) => [[a], ...(pairs ? leaves.slice(i + 1).map((b) => [a, b]) : [])])) {
      const { found: objected, asked } = objectionsTo(facts, of, holes);
      counts.holes += 1;
      counts.completions += asked;
      found.push(...objected.map((objection) => `${plan} ${id} without ${holes.join(", ")}: ${objection}`));
    }
  }
  return { found, ...counts };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const plans = process.argv.slice(2).filter((word) => !word.startsWith("--"));
  const question = process.argv.includes("--enrolment") ? "enrolment" : "assess";
  let [passed, failed] = [0, 0];
  for (const plan of plans.length ? plans : hosho.info().plans.map(({ id }) => id)) {
    const pairs = !process.argv.includes("--single");
    const {
      found,
      cases,
      holes,
      completions: count,
    } = check(plan, { question, pairs, cases: Number(process.env.CASES ?? 50) });
    console.log(`${plan}: ${cases} cases, ${holes} with holes, ${count} completions, ${found.length} objections`);
    for (const line of found.slice(0, 20)) console.log("  ", line);
    passed += holes - found.length;
    failed += found.length;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
