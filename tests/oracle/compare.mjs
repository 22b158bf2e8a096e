// Puts seeded cases to the library as it is shipped and to the oracle: `node tests/oracle/compare.mjs`.
// CASES=100000 for a deep run (the sum over the questions), QUESTION=timeline for one question, SEED=n for others,
// ONLY=plan for one plan, SHOW=n differences made small, JOBS=n threads.

import { availableParallelism } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker, isMainThread, parentPort } from "node:worker_threads";

import { someCase, withHidden } from "./cases.mjs";
import { readCatalog } from "./catalog.mjs";
import { COST } from "./cost-differences.mjs";
import { differencesOf } from "./differences.mjs";
import { ENROLMENT } from "./enrolment-differences.mjs";
import { shrunk } from "./shrink.mjs";
import { TIMELINE } from "./timeline-differences.mjs";

const DIST = new URL("../../dist/", import.meta.url);
const CHUNK = 100;
const PATIENCE = 300_000; // milliseconds for a chunk, which takes a few seconds
const MOST_COMPLETIONS = 3000;

export async function loadLibrary() {
  const { loadHosho } = await import(pathToFileURL(fileURLToPath(new URL("hosho.js", DIST))).href);
  return loadHosho();
}

/** The question "the phone broke"; the others have pages of their own. */
export const ASSESS = {
  name: "assess",
  make: (seed, catalog, isComplete) =>
    isComplete ? someCase(seed, catalog) : withHidden(someCase(seed, catalog), seed),
  ask: (library) => (question, only) => library.assess(question, only),
  differ: differencesOf,
};
const QUESTIONS = [ASSESS, ENROLMENT, COST, TIMELINE];
/** How many of a hundred cases each question has. A scenario goes to one plan, every other case to all of them. */
const SHARES = { assess: 30, enrolment: 20, cost: 35, timeline: 15 };

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

/** What becomes of a case: it passes only if it was put to every plan, and no plan's answer differs. */
function outcomeOf(answers) {
  if (answers.some(({ found }) => found.length > 0)) return "failed";
  return answers.length === 0 || answers.some(({ skipped }) => skipped) ? "beyond" : "passed";
}

/** Differences of one case; that the library refuses it is one. */
function answersTo(root, plans, catalog, ask, how, differ) {
  try {
    return differencesOfCase(root, plans, catalog, ask, how, differ);
  } catch (error) {
    if (error.name !== "HoshoError" && error.problems === undefined) throw error;
    return [{ plan: plans[0], skipped: false, found: [{ name: "refused", wanted: "an answer", got: error.message }] }];
  }
}

const planFor = ({ scenario }, plans) => (scenario ? plans.filter(({ id }) => id === scenario.plan) : plans);

/** Runs `count` cases from `seed`; every difference once for each plan and kind of difference, with its number. */
export function compare({ count, seed, subject, library, catalog, plans = catalog.plans }) {
  const groups = new Map();
  const tally = { passed: 0, failed: 0, beyond: 0 };
  const ask = subject.ask(library);
  for (let at = seed; at < seed + count; at++) {
    const isComplete = at % 2 === 1;
    const question = subject.make(at, catalog, isComplete);
    const how = { isComplete, most: subject.most ?? MOST_COMPLETIONS };
    const answers = answersTo(question, planFor(question, plans), catalog, ask, how, subject.differ);
    tally[outcomeOf(answers)]++;
    for (const { plan, found } of answers.filter((one) => one.found.length > 0)) {
      const name = nameOf(plan, found, isComplete);
      const group = groups.get(name) ?? { plan, found, name, times: 0, seed: at, question, isComplete };
      groups.set(name, { ...group, times: group.times + 1 });
    }
  }
  return { tally, groups: [...groups.values()] };
}

function show(group, catalog, ask, subject) {
  const how = { isComplete: group.isComplete, most: 300 };
  const found = (question) => answersTo(question, [group.plan], catalog, ask, how, subject.differ)[0].found;
  const names = (list) => list.map(({ name }) => name).join("+");
  const question = shrunk(group.question, (smaller) => names(found(smaller)) === names(group.found));
  console.log(`\n${group.name}, ${group.times} times, first with seed ${group.seed}`);
  for (const { name, wanted, got } of found(question)) console.log(`  ${name}: oracle ${wanted}; product ${got}`);
  console.log(`  ${JSON.stringify(question)}`);
}

const plansOf = (catalog) => catalog.plans.filter(({ id }) => !process.env.ONLY || id === process.env.ONLY);
const subjectOf = (question) => QUESTIONS.find(({ name }) => name === question);

/** A thread: chunks come in, results go out. */
async function work() {
  const catalog = readCatalog();
  const library = await loadLibrary();
  parentPort.on("message", ({ question, seed, count }) => {
    const run = compare({ count, seed, subject: subjectOf(question), library, catalog, plans: plansOf(catalog) });
    parentPort.postMessage({ question, ...run });
  });
  parentPort.postMessage(null);
}

/** How many cases of each question. */
function wishesOf({ CASES = "5500", QUESTION }) {
  if (QUESTION) return { [QUESTION]: Number(CASES) };
  return Object.fromEntries(Object.entries(SHARES).map(([name, share]) => [name, Math.ceil((CASES * share) / 100)]));
}

/** Chunks of all questions, those of one question far apart, so that no thread is left with the slow ones. */
function chunksOf(wishes, first) {
  const chunks = Object.entries(wishes).flatMap(([question, cases]) =>
    Array.from({ length: Math.ceil(cases / CHUNK) }, (_, index) => ({
      question,
      seed: first + index * CHUNK,
      count: Math.min(CHUNK, cases - index * CHUNK),
    })),
  );
  return chunks.sort((one, other) => one.seed - other.seed);
}

/** What is said of a chunk in which some case has no end. */
const endless = ({ question, seed, count }) => ({
  question,
  tally: { passed: 0, failed: 1, beyond: count - 1 },
  groups: [{ name: `no answer within ${PATIENCE / 60_000} minutes`, times: 1, seed }],
});

/** One chunk after the other in a thread of its own; a thread that comes to no end is ended, and another takes its place. */
function thread(chunks, results) {
  return new Promise((done, fail) => {
    const worker = new Worker(fileURLToPath(import.meta.url));
    let timer;
    const giveUp = (chunk) => {
      results.push(endless(chunk));
      worker.terminate();
      done(thread(chunks, results));
    };
    worker.on("error", fail);
    worker.on("exit", done);
    worker.on("message", (result) => {
      clearTimeout(timer);
      if (result) results.push(result);
      const next = chunks.shift();
      if (!next) return worker.terminate();
      timer = setTimeout(giveUp, PATIENCE, next);
      return worker.postMessage(next);
    });
  });
}

/** Puts every chunk to whichever thread is free; one that dies ends the run. */
async function inThreads(chunks, jobs) {
  const results = [];
  await Promise.all(Array.from({ length: jobs }, () => thread(chunks, results)));
  return results;
}

function merged(results) {
  const groups = new Map();
  for (const group of results.flatMap((result) => result.groups)) {
    const times = (groups.get(group.name)?.times ?? 0) + group.times;
    groups.set(group.name, { ...(groups.get(group.name) ?? group), times });
  }
  return [...groups.values()].sort((one, other) => other.times - one.times);
}

const total = (results, key) => results.reduce((sum, { tally }) => sum + tally[key], 0);

function report(question, results, catalog, library) {
  const { SHOW = "3" } = process.env;
  const groups = merged(results);
  const subject = subjectOf(question);
  const shown = groups.filter(({ plan }) => plan).slice(0, Number(SHOW));
  for (const group of shown) show(group, catalog, subject.ask(library), subject);
  for (const { name, times, seed } of groups.filter((group) => !shown.includes(group)))
    console.log(`${name}, ${times} times, seed ${seed}`);
  const [passed, failed, beyond] = ["passed", "failed", "beyond"].map((key) => total(results, key));
  console.log(`${question}: ${passed} agree, ${failed} differ, ${beyond} not enumerable`);
}

async function main() {
  const { SEED = "1", JOBS = String(availableParallelism()) } = process.env;
  const wishes = wishesOf(process.env);
  const results = await inThreads(chunksOf(wishes, Number(SEED)), Number(JOBS));
  const [catalog, library] = [readCatalog(), await loadLibrary()];
  for (const question of Object.keys(wishes)) {
    const ofQuestion = results.filter((result) => result.question === question);
    report(question, ofQuestion, catalog, library);
  }
  console.log(`oracle: ${total(results, "passed")} passed, ${total(results, "failed")} failed`);
  process.exitCode = total(results, "failed") > 0 ? 1 : 0;
}

if (!isMainThread) await work();
else if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
