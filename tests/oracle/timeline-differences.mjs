// Holds the library's days of "what ends when" against the oracle's.

import { caseOfDays, withDaysUnsaid } from "./timeline-cases.mjs";
import { timelineOf } from "./timeline.mjs";

const differ = (name, wanted, got) => (wanted === got ? [] : [{ name, wanted, got }]);
const wordOf = ({ kind, on, safe_on }) => `${kind} ${on} ${safe_on}`;
const wordsOf = (events) => events.map(wordOf).sort().join(", ");
/** Facts in one order; which of several claims is meant does not count. */
const factsOf = (facts) => [...new Set(facts.map((fact) => fact.replace(/claims\[\d+\]/, "claims")))].sort().join(" ");

const silence = (isSilent) => (isSilent ? "a silence" : "none");

/** Facts and silences of one day that both sides list. */
function compareEvent(wanted, got) {
  const missing = got.missing.map(({ fact }) => fact);
  const isSilent = got.not_stated.length > 0;
  return [
    ...differ(`missing of ${wanted.kind}`, factsOf(wanted.missing), factsOf(missing)),
    ...differ(`not_stated of ${wanted.kind}`, silence(wanted.isSilent), silence(isSilent)),
  ];
}

/** One kind of day: the days that the two sides list, and what they say of a day that both list. */
function compareKind(kind, wanted, got) {
  const of = (events) => events.filter((event) => event.kind === kind);
  const days = differ(kind, wordsOf(of(wanted)), wordsOf(of(got)));
  if (days.length > 0) return days;
  return of(wanted).flatMap((event, index) => compareEvent(event, of(got)[index]));
}

/** What differs for one plan; null where the oracle has no answer. */
export function timelineDifferences(question, plan, catalog, { events, isSorted }, { most }) {
  const wanted = timelineOf(question, plan, catalog, most);
  if (wanted === null) return null;
  const kinds = new Set([...wanted, ...events].map(({ kind }) => kind));
  return [
    ...[...kinds].flatMap((kind) => compareKind(kind, wanted, events)),
    ...(isSorted ? [] : [{ name: "order", wanted: "by safe_on", got: "another" }]),
  ];
}

/** Does the safest day come first? */
const areSorted = (events) => events.every(({ safe_on }, index) => index === 0 || events[index - 1].safe_on <= safe_on);

/** The question "what ends when", for a run of the comparison. */
export const TIMELINE = {
  name: "timeline",
  make: (seed, catalog, isComplete) =>
    isComplete ? caseOfDays(seed, catalog) : withDaysUnsaid(caseOfDays(seed, catalog), seed),
  ask:
    (library) =>
    (question, { plans }) => {
      const { events } = library.timeline(question);
      const isSorted = areSorted(events);
      return {
        options: plans.map((plan) => ({ plan, isSorted, events: events.filter((event) => event.plan === plan) })),
      };
    },
  differ: timelineDifferences,
  most: 3000,
};
