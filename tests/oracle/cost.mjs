// The cost of one plan over a stretch in which stated things happen: fees, then incident by incident what the person
// pays with the plan and without it. The plan counts as held and every incident as claimed: only what is said refuses.

import { everyAnswer } from "./completions.mjs";
import * as rules from "./evaluate.mjs";
import { dayBefore, sameDay } from "./days.mjs";
import { factsOf, withValue } from "./facts.mjs";
import { isNothingRepaired, namesKind } from "./kinds.mjs";
import { limitState } from "./limits.mjs";
import { NOTHING, hull, sum, withZero } from "./money.mjs";
import { scenarioFees } from "./months.mjs";
import { chargeState, chargeYen, payUnder } from "./payment.mjs";
import { dayPool } from "./pools.mjs";
import { isPriceOpen, priceWithoutPlan } from "./prices.mjs";
import { NeedFact, all, not } from "./states.mjs";

const UNRETURNED = "incident.old_device_returned";
const LIMIT_OF_ONE_YEAR = { per_year_from: "whole_term" };

/** What is not said does not refuse. */
const unlessSaid = (part, otherwise) => () => {
  try {
    return part();
  } catch (error) {
    if (error instanceof NeedFact) return otherwise;
    throw error;
  }
};

/** Incidents without a day are the claims of one year. */
const limitsFor = ({ limits = [] }, isDated) =>
  isDated
    ? limits
    : limits.map((limit) => (limit.claims === "not_stated" ? limit : { ...limit, ...LIMIT_OF_ONE_YEAR }));

/** Do the terms answer for the incident on its day, its number among the claims left aside? */
function stateOnDay(version, facts) {
  return all(
    ...[
      () => rules.startedState(version, facts),
      () => rules.lastedState(version, facts),
      () => rules.registeredState(version, facts),
      () => rules.coverageState(version, facts, unlessSaid),
      () => not(rules.excludedState(version, facts, unlessSaid)),
      ...(version.documents ?? []).map((document) => () => rules.documentState(document, facts)),
    ].map((part) => unlessSaid(part, "yes")),
  );
}

/** An incident without a day is claimed on the day of the stretch that is best for the person. */
function bestState(version, plan, catalog, question, days) {
  let best = "no";
  for (const day of days) {
    const state = stateOnDay(version, factsOf(onDay(question, day), plan, catalog));
    if (state === "yes") return state;
    if (state === "not_stated") best = state;
  }
  return best;
}

const onDay = (question, on) => ({ ...question, incident: { ...question.incident, on } });

function claimState(version, plan, catalog, question, days) {
  const facts = factsOf(onDay(question, days[0]), plan, catalog);
  return all(
    () => bestState(version, plan, catalog, asSaid(question), days),
    ...(version.limits ?? []).map((limit) => () => limitState(limit, facts)),
  );
}

/** The question without what was filled in. */
const asSaid = (question) =>
  (question.filled ?? []).reduce((current, path) => withValue(current, path, undefined), question);

const stretches = new WeakMap();

/** Days of the stretch at which something could change; worked out once for each scenario. */
function daysOfStretch(root, plan) {
  const { from, to, months } = root.scenario;
  const last = to ?? dayBefore(sameDay(from, months));
  const days = stretches.get(root.scenario.incidents) ?? [
    from,
    ...dayPool(root, plan).filter((day) => from < day && day < last),
    last,
  ];
  stretches.set(root.scenario.incidents, days);
  return days;
}

/** Is the phone exchanged? Only then is there an old one to send back. */
function isExchanged(version, facts) {
  const kind = facts.read("incident.kind");
  const remedies = version.you_pay.filter(({ incidents }) => namesKind(incidents, kind)).map(({ remedy }) => remedy);
  if (!remedies.includes("repair")) return true;
  return facts.read("incident.remedy") !== "repair";
}

/** What falls due; `isBack`: for an old phone that was not sent back. */
function chargesOf(version, facts, scenario, isClaimed) {
  return (version.charges ?? []).map((charge) => {
    const isBack = Boolean(scenario.old_device_unreturned) && charge.late?.done === UNRETURNED;
    if (isBack) return { isBack, yen: isClaimed && isExchanged(version, facts) ? chargeYen(charge, facts) : NOTHING };
    const state = chargeState(charge, facts);
    if (state === "no") return { isBack, yen: NOTHING };
    return { isBack, yen: state === "yes" ? chargeYen(charge, facts) : withZero(chargeYen(charge, facts)) };
  });
}

function coverOf(root, plan, claims) {
  const said = (root.covers ?? []).find((cover) => cover.plan === plan.id) ?? {};
  return { ...said, plan: plan.id, joined_on: said.joined_on ?? root.scenario.from, claims };
}

/** The case as it stands at one incident. */
function questionAt(root, plan, index, claims) {
  const incident = root.scenario.incidents[index];
  const isDated = incident.on !== undefined;
  const before = isDated ? root.covers[0].claims : [];
  const filled = root.filled?.map((path) => path.replace(`scenario.incidents[${index}].`, "incident."));
  const covers = [coverOf(root, plan, [...before, ...claims])];
  return { ...root, covers, incident, filled };
}

/** One incident with the claims before it: every way it can go. */
function waysOf(root, plan, catalog, index, claims) {
  const question = questionAt(root, plan, index, claims);
  const { from } = root.scenario;
  const isDated = question.incident.on !== undefined;
  const dated = isDated ? question : onDay(question, from);
  const version = { ...rules.versionOf(plan), limits: limitsFor(rules.versionOf(plan), isDated) };
  const priced = factsOf(dated, plan, catalog);
  const days = isDated ? [question.incident.on] : daysOfStretch(root, plan);
  const state = claimState(version, plan, catalog, question, days);
  const isNothing = isNothingRepaired(priced.read("incident.kind"));
  const without = isNothing ? NOTHING : priceWithoutPlan(priced, catalog);
  const charges = (isClaimed) => chargesOf(version, priced, root.scenario, isClaimed);
  const claim = { on: dated.incident.on, kind: question.incident.kind };
  const quote = !isNothing && isPriceOpen(priced, catalog) ? [`scenario.incidents[${index}].repair_price_yen`] : [];
  const refused = { pay: without, without, charges: charges(false), claims, quote };
  if (state === "no") return [refused];
  const pay = payOf(version, plan, catalog, question, days);
  const accepted = { ...refused, pay, charges: charges(true), claims: [...claims, claim] };
  return state === "yes" ? [accepted] : [accepted, refused];
}

/** What is paid; where it hangs on a day that nobody said, over all days of the stretch. */
function payOf(version, plan, catalog, question, days) {
  const on = (day) => factsOf(onDay(question, day), plan, catalog);
  const isDayAsked = version.you_pay.some(({ when }) => JSON.stringify(when ?? {}).includes('"incident.on"'));
  const asked = isDayAsked ? days : [days[0]];
  return hull(asked.map((day) => payUnder(version, on(day), catalog, true)));
}

function inOrder(incidents) {
  const order = incidents.map((_, index) => index);
  return order.sort((one, other) => {
    const [first, second] = [incidents[one].on ?? "", incidents[other].on ?? ""];
    return first === second ? one - other : first < second ? -1 : 1;
  });
}

/** A fact of an incident, as the scenario spells it. */
function spelledAt(index, make) {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof NeedFact) || !error.fact.startsWith("incident.")) throw error;
    throw new NeedFact(error.fact.replace("incident.", `scenario.incidents[${index}].`));
  }
}

function pathsOf(root, plan, catalog) {
  let paths = [{ ways: [], claims: [] }];
  for (const index of inOrder(root.scenario.incidents)) {
    paths = paths.flatMap(({ ways, claims }) =>
      spelledAt(index, () => waysOf(root, plan, catalog, index, claims)).map((way) => ({
        ways: [...ways, way],
        claims: way.claims,
      })),
    );
  }
  return paths.map(({ ways }) => ways);
}

const largest = (ranges) => ranges.reduce((most, range) => (range.max > most.max ? range : most), NOTHING);

/** One phone is not sent back once. */
function chargeSum(ways) {
  const all = ways.flatMap(({ charges }) => charges);
  const yenOf = (wanted) => all.filter(({ isBack }) => isBack === wanted).map(({ yen }) => yen);
  return sum([largest(yenOf(true)), ...yenOf(false)]);
}

/** The answer where all is said that the plan asks; else a NeedFact is thrown. */
export function costAnswer(root, plan, catalog) {
  const { scenario } = root;
  const question = { ...root, covers: asSaid(root).covers, join_on: root.covers[0].joined_on };
  const fees = scenarioFees(plan, scenario, factsOf(question, plan, catalog));
  const answers = pathsOf(root, plan, catalog).map((ways) => {
    const pay = sum(ways.map((way) => way.pay));
    const without = sum(ways.map((way) => way.without));
    const charges = chargeSum(ways);
    const total = sum([fees, pay, charges]);
    return { fees, pay, without, total, charges, quotes: ways.flatMap(({ quote }) => quote) };
  });
  return { ...joined(answers), quotes: answers.flatMap(({ quotes }) => quotes) };
}

const KEYS = ["fees", "pay", "without", "total"];

const joined = (answers) =>
  Object.fromEntries([...KEYS, "charges"].map((key) => [key, hull(answers.map((answer) => answer[key]))]));

const keyOf = (answer) => KEYS.map((key) => `${answer[key].min}..${answer[key].max}`).join(" ");

/** The same over all that is not said; null where that is too much. */
export function costOf(root, plan, catalog, most) {
  const scenario = { ...root.scenario, incidents: root.scenario.incidents ?? [] };
  const whole = { ...root, scenario };
  const covers = [coverOf(whole, plan, (root.covers ?? []).find((cover) => cover.plan === plan.id)?.claims ?? [])];
  const every = everyAnswer(costAnswer, keyOf, { ...whole, covers }, plan, catalog, most);
  if (every === null) return null;
  const told = every.told.map((fact) => (root.covers ? fact : fact.replace(/^covers\[0\].*/, "covers")));
  return { ...joined(every.answers), missing: [...told, ...every.answers.flatMap(({ quotes }) => quotes)] };
}
