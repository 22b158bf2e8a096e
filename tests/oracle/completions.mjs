// What the person did not say, filled in with every value of its pool. The answers are joined: the verdict where all
// agree, the hull of the amounts, and the facts that make a difference to some completion.

import { QUOTE, QUOTES, evaluate } from "./evaluate.mjs";
import { filledIn, valueAt, withValue } from "./facts.mjs";
import { hull } from "./money.mjs";
import { poolOf } from "./pools.mjs";
import { NeedFact } from "./states.mjs";

const MOST_FACTS = 3;
const MOST_COMPLETIONS = 12_000;

function tryToAnswer(ask, question, plan, catalog) {
  try {
    return { answer: ask(question, plan, catalog) };
  } catch (error) {
    if (error instanceof NeedFact) return { need: error.fact };
    throw error;
  }
}

/** Every completion, as leaves of a tree: at each fork one unsaid fact takes the values of its pool. */
function leavesOf(ask, question, plan, catalog, most) {
  const leaves = [];
  const pools = new Map();
  const valuesOf = (fact) => {
    if (!pools.has(fact)) pools.set(fact, poolOf(fact, question, plan, catalog));
    return pools.get(fact);
  };
  const grow = (current, given) => {
    const { answer, need } = tryToAnswer(ask, current, plan, catalog);
    if (answer) return leaves.push({ given, answer }) <= most;
    if (need === "covers" || Object.keys(given).length === MOST_FACTS) return false;
    return valuesOf(need).every((value) => grow(filledIn(current, need, value), { ...given, [need]: value }));
  };
  return grow(question, {}) ? leaves : null;
}

const keyOfOption = ({ verdict, pay, total }) => `${verdict} ${pay.min} ${pay.max} ${total.min} ${total.max}`;

/** Does this fact make a difference: do two leaves that agree on all else that both asked for differ? */
function matters(fact, leaves, keyOf) {
  const byRest = new Map();
  for (const { given, answer } of leaves) {
    const rest = JSON.stringify({ ...given, [fact]: undefined });
    const keys = byRest.get(rest) ?? new Map();
    keys.set(JSON.stringify(given[fact]), keyOf(answer));
    byRest.set(rest, keys);
  }
  return [...byRest.values()].some((keys) => new Set(keys.values()).size > 1);
}

/** The full product over the facts that some completion asks for; null where that is too much. */
function productOf(ask, leaves, question, plan, catalog, most) {
  const facts = [...new Set(leaves.flatMap(({ given }) => Object.keys(given)))];
  const pools = facts.map((fact) => poolOf(fact, question, plan, catalog));
  if (pools.reduce((size, pool) => size * pool.length, 1) > most) return null;
  let rows = [{}];
  facts.forEach((fact, index) => {
    rows = rows.flatMap((row) => pools[index].map((value) => ({ ...row, [fact]: value })));
  });
  return rows.map((given) => {
    const filled = Object.entries(given).reduce((current, [fact, value]) => filledIn(current, fact, value), question);
    return { given, answer: ask(filled, plan, catalog) };
  });
}

function joined(answers, missing) {
  const verdicts = new Set(answers.map(({ verdict }) => verdict));
  const lefts = answers.map(({ claims_left }) => claims_left);
  return {
    verdict: verdicts.size === 1 ? answers[0].verdict : "unknown",
    pay: hull(answers.map(({ pay }) => pay)),
    total: hull(answers.map(({ total }) => total)),
    claims_left: lefts.every(Boolean) ? hull(lefts) : undefined,
    missing,
    isSilent: answers.every(({ verdict }) => verdict === "unknown"),
  };
}

/** What `ask` answers to every completion, with the facts that were filled in; null where that is too much. */
export function everyRow(ask, question, plan, catalog, most = MOST_COMPLETIONS) {
  const leaves = leavesOf(ask, question, plan, catalog, most);
  if (leaves === null) return null;
  const facts = [...new Set(leaves.flatMap(({ given }) => Object.keys(given)))];
  const rows = facts.length > 1 ? productOf(ask, leaves, question, plan, catalog, most) : leaves;
  return rows && { facts, rows };
}

/** The unsaid facts that make a difference to the key of an answer. */
export const toldBy = ({ facts, rows }, keyOf) => facts.filter((fact) => matters(fact, rows, keyOf)).sort();

/**
 * What `ask` answers to every completion, and the unsaid facts that make a difference to its key; null where more is
 * hidden than this page can enumerate.
 */
export function everyAnswer(ask, keyOf, question, plan, catalog, most = MOST_COMPLETIONS) {
  const every = everyRow(ask, question, plan, catalog, most);
  return every && { answers: every.rows.map((row) => row.answer), told: toldBy(every, keyOf) };
}

/** Where nobody told a quote, a fact may matter only beside one. */
function askedBeside(question, plan, catalog, most) {
  const every = QUOTES.map((quote) =>
    everyAnswer(evaluate, keyOfOption, withValue(question, QUOTE, quote), plan, catalog, most),
  );
  return every.includes(null) ? null : every.flatMap(({ told }) => told);
}

/** The answer of one plan to any case; null where more is hidden than this page can enumerate. */
export function answer(question, plan, catalog, most) {
  const every = everyAnswer(evaluate, keyOfOption, question, plan, catalog, most);
  if (every === null) return null;
  const quote = every.answers.some((one) => one.wantsQuote) ? [QUOTE] : [];
  const isOpen = valueAt(question, QUOTE) === undefined && every.answers.some(({ total }) => total.max === Infinity);
  const beside = isOpen || quote.length > 0 ? askedBeside(question, plan, catalog, most) : [];
  return beside && joined(every.answers, [...new Set([...every.told, ...quote, ...beside])].sort());
}
