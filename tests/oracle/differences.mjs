// Holds an answer of the product against the oracle's.

import { conditionState } from "./conditions.mjs";
import { answer } from "./completions.mjs";
import { deadlinesOf } from "./deadlines.mjs";
import { versionOf } from "./evaluate.mjs";
import { factsOf } from "./facts.mjs";
import { spelled } from "./money.mjs";
import { NeedFact } from "./states.mjs";

/** Kinds of days that an assessment tells. */
export const COUNTED = [
  "cover_starts",
  "cover_ends",
  "natural_failure_ends",
  "free_repair_ends",
  "maker_warranty_ends",
  "register_by",
  "return_old_device_by",
  "return_loaner_by",
];

/** An amount that nobody knows is any amount. */
const amount = (range) => (range ? `${range.min}..${range.max}` : "0..null");
const differ = (name, wanted, got) => (wanted === got ? [] : [{ name, wanted, got }]);

/** Is the cover held, and is it made for this phone? Only then its days are compared. */
function isPlans(question, plan, catalog) {
  const facts = factsOf(question, plan, catalog);
  const isHeld = plan.held === "with_device" || (facts.isHeld && facts.said("cover.is_this_device") === true);
  try {
    return isHeld && conditionState(versionOf(plan).applies_to, facts) === "yes";
  } catch (error) {
    if (error instanceof NeedFact) return false;
    throw error;
  }
}

function compareDeadlines(question, plan, catalog, option) {
  if (!isPlans(question, plan, catalog)) return [];
  const got = option.deadlines
    .filter(({ kind }) => COUNTED.includes(kind))
    .map(({ kind, on, safe_on }) => `${kind} ${on} ${safe_on}`);
  return differ("deadlines", deadlinesOf(question, plan, catalog).join(", "), got.sort().join(", "));
}

/** Is neither a price nor a place said? Then the place may stand among the missing facts or not. */
const isPlaceLoose = ({ incident }) => incident?.repair_price_yen === undefined && incident?.where === undefined;

/** Facts in one order; which of several claims is meant does not count. */
function factList(facts, question) {
  const names = facts.map((fact) => fact.replace(/claims\[\d+\]/, "claims"));
  const counted = names.filter((fact) => fact !== "incident.where" || !isPlaceLoose(question));
  return [...new Set(counted)].sort().join(" ");
}

function compareReasons(wanted, option, question) {
  return [
    ...differ(
      "missing",
      factList(wanted.missing, question),
      factList(
        option.missing.map(({ fact }) => fact),
        question,
      ),
    ),
    ...(wanted.verdict === "unknown" && wanted.isSilent && option.not_stated.length === 0
      ? [{ name: "not_stated", wanted: "a silence", got: "none" }]
      : []),
  ];
}

/** What differs for one plan; null where the oracle has no answer. */
export function differencesOf(question, plan, catalog, option, { isComplete, most }) {
  const wanted = answer(question, plan, catalog, most);
  if (wanted === null) return null;
  const left = (range) => (range ? `${range.min}..${range.max}` : "none");
  return [
    ...differ("verdict", wanted.verdict, option.verdict),
    ...differ("you_pay_yen", amount(spelled(wanted.pay)), amount(option.you_pay_yen)),
    ...differ("total_yen", amount(spelled(wanted.total)), amount(option.total_yen)),
    ...(wanted.verdict === "covered" ? differ("claims_left", left(wanted.claims_left), left(option.claims_left)) : []),
    ...compareReasons(wanted, option, question),
    ...(isComplete ? compareDeadlines(question, plan, catalog, option) : []),
  ];
}
