// Differences of which it is known who is right; docs/oracle.md tells of each. The comparison counts their cases neither as
// passed nor as failed. An entry goes when the library says the same; a test sees that none stays longer.

/** By question and name: whether a difference in the answer of a plan belongs to it. */
const OF_QUESTION = {};

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
