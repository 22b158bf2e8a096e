// Differences of which it is known who is right; docs/oracle.md tells of each. The comparison counts their cases neither as
// passed nor as failed. An entry goes when the library says the same; a test sees that none stays longer.

const words = (text) => text.split(" ").filter(Boolean);

/** Whether the library asks for all that the oracle asks for, and beside that only for what fits. */
function asksAlso({ name, wanted, got }, fits) {
  const more = words(got).filter((fact) => !words(wanted).includes(fact));
  return name === "missing" && words(wanted).every((fact) => words(got).includes(fact)) && more.every(fits);
}

const isOpenCover = ({ is_this_device: known }) => known === undefined;

const ASSESS = {
  "the day of a claim of a month is asked for where it moves only how many are left": (found, { covers = [] }) =>
    covers.some(({ claims = [] }) => claims.some(({ on }) => on?.length === 7)) &&
    asksAlso(found, (fact) => fact.endsWith(".claims.on")),
};

const ENROLMENT = {
  "the lock of a phone is asked for where the terms are silent anyway and a cover may be for another phone": (
    found,
    { covers = [] },
  ) => covers.some(isOpenCover) && asksAlso(found, (fact) => fact === "device.sim_unlocked"),
};

/** By question and name: whether a difference in the answer of a plan belongs to it. */
const OF_QUESTION = { assess: ASSESS, enrolment: ENROLMENT };

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
export const KNOWN = Object.values(OF_QUESTION).flatMap((entries) => Object.keys(entries));
