// The days that matter, for a cover that is held, made for this phone, and of which everything is said.

import { conditionState } from "./conditions.mjs";
import { endsOf } from "./days.mjs";
import { endWithLine, startOf, versionOf } from "./evaluate.mjs";
import { factsOf } from "./facts.mjs";
import { NeedFact } from "./states.mjs";

const single = (day) => ({ on: day, safe_on: day });

function tried(make) {
  try {
    return make();
  } catch (error) {
    if (error instanceof NeedFact) return null;
    throw error;
  }
}

function periodEnd(kind, period, facts) {
  const from = facts.said(period.of);
  if (from === undefined || from === "none") return [];
  const { on, safe_on } = endsOf(from, period);
  return [{ kind, on, safe_on }];
}

/** The earliest of everything that ends the cover as a whole. */
function coverEnds(version, facts) {
  const { ends, ends_with_line } = version;
  const found = [];
  const isProlonged = ends?.unless && conditionState(ends.unless, facts) === "yes";
  if (ends && !isProlonged) found.push(...periodEnd("cover_ends", ends, facts));
  const endedOn = facts.isHeld ? facts.said("cover.ended_on") : undefined;
  if (endedOn) found.push({ kind: "cover_ends", ...single(endedOn) });
  const lineEnd = ends_with_line ? tried(() => endWithLine(ends_with_line, facts)) : null;
  if (lineEnd) found.push({ kind: "cover_ends", ...single(lineEnd) });
  if (found.length === 0) return [];
  const earliest = (key) => found.map((end) => end[key]).sort()[0];
  return [{ kind: "cover_ends", on: earliest("on"), safe_on: earliest("safe_on") }];
}

const dated = (entry, facts) => {
  if (entry.of) return periodEnd(entry.kind, entry, facts);
  const day = facts.said(entry.on);
  return day === undefined || day === "none" ? [] : [{ kind: entry.kind, ...single(day) }];
};

/** Deadlines of the kinds that this page counts, each once, sorted. */
export function deadlinesOf(question, plan, catalog) {
  const facts = factsOf(question, plan, catalog);
  const version = versionOf(plan);
  const start = version.starts ? tried(() => startOf(version, facts)) : null;
  const clauses = [...version.covered, ...(version.not_stated ?? [])];
  const found = [
    ...(start ? [{ kind: "cover_starts", ...single(start) }] : []),
    ...coverEnds(version, facts),
    ...(version.deadlines ?? []).flatMap((entry) => dated(entry, facts)),
    ...clauses.flatMap(({ until }) => (until?.deadline ? periodEnd(until.deadline, until, facts) : [])),
    ...(version.register?.by ? periodEnd("register_by", version.register.by, facts) : []),
    ...(version.charges ?? []).flatMap(({ late }) => (late?.deadline ? periodEnd(late.deadline, late, facts) : [])),
  ];
  return [...new Set(found.map(({ kind, on, safe_on }) => `${kind} ${on} ${safe_on}`))].sort();
}
