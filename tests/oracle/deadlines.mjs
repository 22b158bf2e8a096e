// The days that matter of one cover. Of a fact of which only the month is said, the day is asked for; where nothing is
// said from which a day is counted, the day is left out.

import { conditionState } from "./conditions.mjs";
import { dayAfter, endsOf, isMonth } from "./days.mjs";
import { endWithLine, startOf, versionOf } from "./evaluate.mjs";
import { factsOf, valueAt } from "./facts.mjs";
import { namesKind } from "./kinds.mjs";
import { windowOf } from "./limits.mjs";
import { NeedFact } from "./states.mjs";

const single = (day) => ({ on: day, safe_on: day });

/** What `make` makes, or null where a fact is wholly unsaid; in a strict reading the fact is asked for. */
function tried(make, facts) {
  try {
    return make();
  } catch (error) {
    const isUnsaid = error instanceof NeedFact && valueAt(facts.question, error.fact) === undefined;
    if (!isUnsaid || facts.isStrict) throw error;
    return null;
  }
}

/** A day from which others are counted: none where nothing is said of it. A use not dated began on the purchase. */
function anchorOf(fact, facts) {
  const day = facts.said(fact);
  if (day === undefined && fact === "cover.started_on") return anchorOf("device.bought_on", facts);
  if (day === undefined || day === "none") return undefined;
  return isMonth(day) ? facts.read(fact) : day;
}

function periodEnd(kind, period, facts) {
  const from = anchorOf(period.of, facts);
  if (from === undefined) return [];
  const { on, safe_on } = endsOf(from, period);
  return [{ kind, on, safe_on }];
}

/** The earliest of everything that ends the cover as a whole. */
function coverEnds(version, facts) {
  const { ends, ends_with_line } = version;
  const found = [];
  const isProlonged = ends?.unless && conditionState(ends.unless, facts) === "yes";
  if (ends && !isProlonged) found.push(...periodEnd("cover_ends", ends, facts));
  const endedOn = facts.isHeld ? anchorOf("cover.ended_on", facts) : undefined;
  if (endedOn) found.push({ kind: "cover_ends", ...single(endedOn) });
  const lineEnd = ends_with_line ? tried(() => endWithLine(ends_with_line, facts), facts) : null;
  if (lineEnd) found.push({ kind: "cover_ends", ...single(lineEnd) });
  if (found.length === 0) return [];
  const earliest = (key) => found.map((end) => end[key]).sort()[0];
  return [{ kind: "cover_ends", on: earliest("on"), safe_on: earliest("safe_on") }];
}

const dated = (entry, facts) => {
  if (entry.of) return periodEnd(entry.kind, entry, facts);
  const day = anchorOf(entry.on, facts);
  return day === undefined ? [] : [{ kind: entry.kind, ...single(day) }];
};

/** Every day that the terms name, once. */
export function datesOf(version, facts) {
  const start = version.starts ? tried(() => startOf(version, facts), facts) : null;
  const clauses = [...version.covered, ...(version.not_stated ?? [])];
  const found = [
    ...(start ? [{ kind: "cover_starts", ...single(start) }] : []),
    ...coverEnds(version, facts),
    ...(version.deadlines ?? []).flatMap((entry) => dated(entry, facts)),
    ...clauses.flatMap(({ until }) => (until?.deadline ? periodEnd(until.deadline, until, facts) : [])),
    ...(version.register?.by ? periodEnd("register_by", version.register.by, facts) : []),
    ...(version.charges ?? []).flatMap(({ late }) => (late?.deadline ? periodEnd(late.deadline, late, facts) : [])),
  ];
  return [...new Map(found.map((date) => [Object.values(date).join(" "), date])).values()];
}

/** The next claim year after `day`, where the years run from the first use. */
export function nextWindow({ limits = [] }, facts, day) {
  const limit = limits.find(({ per_year_from }) => per_year_from === "first_use");
  const claims = limit && facts.isHeld ? (facts.said("cover.claims") ?? []) : [];
  const isCounted = (index) => !limit.counts || namesKind(limit.counts, facts.read(`cover.claims[${index}].kind`));
  const uses = claims.flatMap((_, index) => (isCounted(index) ? [anchorOf(`cover.claims[${index}].on`, facts)] : []));
  const [first] = uses.filter((use) => use === undefined || use <= day).sort();
  if (first === undefined || uses.includes(undefined)) return [];
  const opens = dayAfter(windowOf(day, first).until);
  return [{ kind: "next_claim_window_opens", ...single(opens) }];
}

/** As words, sorted. */
export function deadlinesOf(question, plan, catalog) {
  const dates = datesOf(versionOf(plan), factsOf(question, plan, catalog));
  return dates.map(({ kind, on, safe_on }) => `${kind} ${on} ${safe_on}`).sort();
}
