// Differences of which it is known who is right; docs/oracle.md tells of each. The comparison counts their cases neither as
// passed nor as failed. An entry goes when the library says the same; a test sees that none stays longer.

const words = (text) => text.split(" ").filter(Boolean);
const without = (one, other) => words(one).filter((fact) => !words(other).includes(fact));
const isAll = (facts, wanted) => facts.length > 0 && facts.every((fact) => wanted.test(fact));

/** Facts that only one side lists. */
const unasked = ({ wanted, got }) => without(wanted, got);
const overasked = ({ wanted, got }) => without(got, wanted);

const coverOf = ({ covers = [] }, id) => covers.find(({ plan }) => plan === id);

/** Does nobody say whether the cover was prolonged? */
function isOpenEnd(root, { id, part_of }) {
  const cover = coverOf(root, part_of?.plan) ?? coverOf(root, id);
  return cover !== undefined && cover.extended === undefined;
}

const TIMELINE = {
  "a door that opens only later": ({ isLater, got }) => isLater && got === "",
  "a window after a claim of which the month is said, or beside an incident": ({ name }, { incident, covers = [] }) =>
    name.endsWith("next_claim_window_opens") &&
    (incident !== undefined || covers.some(({ claims = [] }) => claims.some(({ on }) => on?.length === 7))),
  "a silence on the fee stands beside a door": ({ name, wanted }) =>
    name === "not_stated of join_by" && wanted === "none",
  "a silence is not told where a fact is missing": ({ name, got, missing }) =>
    name.startsWith("not_stated") && got === "none" && missing.length > 0,
  "whether the cover was prolonged is not asked for": ({ name }, root, plan) =>
    name.endsWith("cover_ends") && Boolean(plan.versions[0].ends?.unless) && isOpenEnd(root, plan),
  "a fact that moves a day that another one bounds is not asked for": ({ name, ...lists }) =>
    name.startsWith("missing") &&
    overasked(lists).length === 0 &&
    isAll(unasked(lists), /(\.started_on|line\.(carrier|opened_on|contracted_on|contracted_via))$/),
  "a fact is asked for that moves no day": ({ name, ...lists }) =>
    name.startsWith("missing") &&
    unasked(lists).length === 0 &&
    isAll(overasked(lists), /(\.started_on|device\.bought_from)$/),
};

const OF_QUESTION = { timeline: TIMELINE };

/** Now and then a seeded scenario of one day has an incident on the next. */
const isOutside = ({ got }) => /incidents\/\d+\/on: .*a day of the stretch/.test(got);

/** The name of the known matter to which a difference belongs, if there is one. */
export function knownAs(question, found, root, plan) {
  if (question === "cost" && found.name === "refused")
    return isOutside(found) ? "a case outside its stretch" : undefined;
  const entries = Object.entries(OF_QUESTION[question] ?? {});
  return entries.find(([, isIt]) => isIt(found, root, plan))?.[0];
}

/** The names of all that is known. */
export const KNOWN = Object.keys(TIMELINE);
