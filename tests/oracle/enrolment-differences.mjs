// Holds the library's answer to "can I still join" against the oracle's.

import { doorWords } from "./doors.mjs";
import { caseToJoin, leapCaseToJoin, withUnsaid } from "./enrolment-cases.mjs";
import { asJoining, enrolmentOf } from "./enrolment.mjs";
import { spelled } from "./money.mjs";

const amount = ({ min, max }) => `${min}..${max}`;
const differ = (name, wanted, got) => (wanted === got ? [] : [{ name, wanted, got }]);
const DOORS = ["join_by", "register_by"];

const factList = (facts) => [...new Set(facts)].sort().join(" ");

const doorsOf = ({ deadlines }) =>
  deadlines
    .filter(({ kind }) => DOORS.includes(kind))
    .map(({ kind, on, safe_on }) => `${kind} ${on} ${safe_on}`)
    .sort()
    .join(", ");

/** What differs for one plan; null where the oracle has no answer. */
export function enrolmentDifferences(question, plan, catalog, option, { most }) {
  const wanted = enrolmentOf(question, plan, catalog, most);
  if (wanted === null) return null;
  const doors = doorWords(asJoining(question), plan, catalog, wanted.verdict).sort().join(", ");
  const needsSilence = wanted.verdict === "unknown" && wanted.isSilent && option.not_stated.length === 0;
  return [
    ...differ("verdict", wanted.verdict, option.verdict),
    ...differ("monthly_fee_yen", amount(spelled(wanted.monthly)), amount(option.monthly_fee_yen)),
    ...differ("one_time_fee_yen", amount(spelled(wanted.once)), amount(option.one_time_fee_yen)),
    ...differ("free_months", amount(wanted.free), amount(option.free_months)),
    ...differ("missing", factList(wanted.missing), factList(option.missing.map(({ fact }) => fact))),
    ...differ("deadlines", doors, doorsOf(option)),
    ...(needsSilence ? [{ name: "not_stated", wanted: "a silence", got: "none" }] : []),
  ];
}

/** The question "which covers can I still join", for a run of the comparison. */
export const ENROLMENT = {
  name: "enrolment",
  make: (seed, catalog, isComplete) => {
    const complete = seed % 5 === 0 ? leapCaseToJoin(seed, catalog) : caseToJoin(seed, catalog);
    return isComplete ? complete : withUnsaid(complete, seed);
  },
  ask: (library) => (question, only) => library.enrolment(question, only),
  differ: enrolmentDifferences,
};
