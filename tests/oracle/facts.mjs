// The facts of one case as one plan reads them: `read` wants a value, `said` accepts that nothing was said.

import { isMonth } from "./days.mjs";
import { NeedFact } from "./states.mjs";

const FROM_TABLE = ["maker", "category", "os", "released_on"];

/** The value at a path such as `covers[0].claims[1].on`. */
export function valueAt(root, path) {
  let value = root;
  for (const key of path.split(/[.[\]]+/).filter(Boolean)) value = value?.[key];
  return value ?? undefined;
}

function copyWith(place, [key, ...rest], value) {
  const copy = Array.isArray(place) ? [...place] : { ...place };
  copy[key] = rest.length > 0 ? copyWith(copy[key] ?? {}, rest, value) : value;
  return copy;
}

/** A copy of the case with this value at the path. */
export const withValue = (root, path, value) => copyWith(root, path.split(/[.[\]]+/).filter(Boolean), value);

/** A completion: the value, and a note that the person did not say it. */
export const filledIn = (root, path, value) => ({
  ...withValue(root, path, value),
  filled: [...(root.filled ?? []), path],
});

/** The entry in `covers` that is meant: of two, the one for this device. */
function coverIndex(covers, id) {
  const indexes = covers.flatMap((cover, index) => (cover.plan === id ? [index] : []));
  return indexes.find((index) => covers[index].is_this_device === true) ?? indexes[0] ?? -1;
}

function fromTable(fact, question, catalog) {
  const [group, key] = fact.split(".");
  if (group !== "device" || !FROM_TABLE.includes(key)) return undefined;
  return catalog.devices.find(({ id }) => id === question.device?.model)?.[key] ?? undefined;
}

function indexOfPlan(question, plan) {
  const indexes = [plan.part_of?.plan, plan.id].map((id) => coverIndex(question.covers ?? [], id));
  return indexes.find((found) => found >= 0) ?? -1;
}

/** The facts as this plan reads them; of several covers the one at `index`. */
export function factsOf(question, plan, catalog, index = indexOfPlan(question, plan)) {
  const spelled = (fact) => fact.replace(/^cover\./, `covers[${index}].`);
  const said = (fact) => valueAt(question, spelled(fact)) ?? fromTable(fact, question, catalog);
  const read = (fact) => {
    const value = said(fact);
    if (value === undefined || (typeof value === "string" && isMonth(value))) throw new NeedFact(spelled(fact));
    return value;
  };
  const isFilled = (fact) => question.filled?.includes(fact) ?? false;
  return { read, said, spelled, isFilled, question, coversSaid: Boolean(question.covers), isHeld: index >= 0 };
}
