// Can one plan be joined on the day, and for what? Read from top to bottom, like the terms.

import { conditionState } from "./conditions.mjs";
import { everyAnswer } from "./completions.mjs";
import { lastedState, versionOf } from "./evaluate.mjs";
import { factsOf, withValue } from "./facts.mjs";
import { feeOf, freeMonthsOf } from "./fees.mjs";
import { hull } from "./money.mjs";
import { NeedFact, all, any, not, yesIf } from "./states.mjs";

const VERDICTS = { yes: "can_join", no: "cannot_join", not_stated: "unknown" };

/** The day of joining is the day of the question if nobody named one; a ported number is a new contract. */
export function asJoining(question) {
  const { line, join_on, as_of } = question;
  const isPorted = line && line.is_new_contract === undefined && line.ported_from !== undefined;
  return {
    ...question,
    join_on: join_on ?? as_of,
    ...(isPorted ? { line: { ...line, is_new_contract: true } } : {}),
  };
}

function coversOf(question) {
  if (!question.covers) throw new NeedFact("covers");
  return question.covers.map((cover, index) => ({ ...cover, index }));
}

/** Is this cover in force on the day of joining? */
function inForce({ plan: id, index }, question, catalog) {
  const plan = catalog.plans.find((candidate) => candidate.id === id);
  const day = factsOf(question, plan, catalog, index).read("join_on");
  const facts = factsOf(withValue(question, "incident.on", day), plan, catalog, index);
  return lastedState(versionOf(plan), facts);
}

const isThis = ({ index, is_this_device }) => {
  if (is_this_device === undefined) throw new NeedFact(`covers[${index}].is_this_device`);
  return yesIf(is_this_device);
};

/** Is one of these covers in force, for this phone or for any? */
const someInForce = (covers, device, question, catalog) =>
  any(
    ...covers.map(
      (cover) => () =>
        all(
          () => (device === "any" ? "yes" : isThis(cover)),
          () => inForce(cover, question, catalog),
        ),
    ),
  );

function isAlreadyHeld(plan, question, catalog) {
  const own = coversOf(question).filter(({ plan: id }) => id === plan.id || id === plan.part_of?.plan);
  return someInForce(own, "this", question, catalog);
}

function hasOther({ plans, device }, question, catalog) {
  const isJoined = (id) => catalog.plans.some((plan) => plan.id === id && plan.held === "by_joining");
  const others = coversOf(question).filter(({ plan: id }) => (plans ? plans.includes(id) : isJoined(id)));
  return someInForce(others, device, question, catalog);
}

/** May one who left join again? */
function rejoinState(plan, { rejoin }, question, catalog) {
  if (!rejoin || rejoin.allowed === "yes") return "yes";
  const own = coversOf(question).filter(({ plan: id }) => id === plan.id);
  const hasLeft = any(...own.map((cover) => () => not(inForce(cover, question, catalog))));
  if (hasLeft !== "yes") return not(hasLeft);
  return rejoin.allowed;
}

/** Is the plan still offered, and already? */
function offeredState({ open_to_new, ended_on }, { from, from_is, chosen_by }, facts) {
  const isTooEarly = () => from_is === "began" && chosen_by === "joined_on" && facts.read("join_on") < from;
  const isTooLate = () => open_to_new === false && (!ended_on || facts.read("join_on") > ended_on);
  return all(
    () => yesIf(!isTooEarly()),
    () => yesIf(!isTooLate()),
  );
}

function joinState(plan, version, question, catalog) {
  if (plan.held === "with_device") return "no";
  const facts = factsOf(question, plan, catalog);
  return all(
    () => offeredState(plan, version, facts),
    () => conditionState(version.applies_to, facts),
    () => conditionState(version.join, facts),
    () => (plan.part_of ? (plan.part_of.alone ? "not_stated" : "no") : "yes"),
    () => not(isAlreadyHeld(plan, question, catalog)),
    () => rejoinState(plan, version, question, catalog),
    ...(version.not_with ?? []).map((clause) => () => not(hasOther(clause, question, catalog))),
  );
}

/** The answer of one plan to a case that says all that the plan asks; else a NeedFact is thrown. */
export function joinAnswer(question, plan, catalog) {
  const version = versionOf(plan);
  const facts = factsOf(question, plan, catalog);
  return {
    verdict: VERDICTS[joinState(plan, version, question, catalog)],
    monthly: feeOf(version.monthly_fee, facts),
    once: feeOf(version.one_time_fee, facts),
    free: freeMonthsOf(version.free_months, facts),
  };
}

/** Of a plan that cannot be joined, the fees do not matter. */
const keyOf = ({ verdict, monthly, once, free }) =>
  verdict === "cannot_join"
    ? verdict
    : `${verdict} ${[monthly, once, free].map(({ min, max }) => `${min}..${max}`).join(" ")}`;

/** The same over all that is not said; null where that is too much. */
export function enrolmentOf(question, plan, catalog, most) {
  const every = everyAnswer(joinAnswer, keyOf, asJoining(question), plan, catalog, most);
  if (every === null) return null;
  const { answers, told } = every;
  return {
    verdict: new Set(answers.map(({ verdict }) => verdict)).size === 1 ? answers[0].verdict : "unknown",
    monthly: hull(answers.map(({ monthly }) => monthly)),
    once: hull(answers.map(({ once }) => once)),
    free: hull(answers.map(({ free }) => free)),
    missing: told,
    isSilent: answers.every(({ verdict }) => verdict === "unknown"),
  };
}
