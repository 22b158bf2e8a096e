// What a schema cannot say about a rate file, as functions that return what is wrong: [] is fit.
import { walk } from "./checks.mjs";

/** Every object of a rate file that has the key, with its JSON Pointer. */
const having = (file, key) =>
  [...walk(file)].filter(([, value]) => value !== null && typeof value === "object" && Object.hasOwn(value, key));

/** Places whose low, base and high, or whose from and to, do not ascend. */
export function unordered(file) {
  const ascends = (...figures) => figures.every((figure, index) => index === 0 || figures[index - 1] <= figure);
  return [
    ...having(file, "low").filter(([, { low, base = low, high }]) => !ascends(low, base, high)),
    ...having(file, "to").filter(([, { from = 0, to }]) => from >= to),
  ].map(([pointer]) => pointer);
}

const meet = (a = {}, b = {}) => (a.from ?? 0) < (b.to ?? Infinity) && (b.from ?? 0) < (a.to ?? Infinity);

/** Rows of one list that both answer for the same thing at the same age, as "id, id". */
function clashes(rows, of, age) {
  return rows.flatMap((row, index) =>
    rows
      .slice(index + 1)
      .filter((other) => of(row).some((what) => of(other).includes(what)) && meet(row[age], other[age]))
      .map((other) => `${row.id}, ${other.id}`),
  );
}

/** Rows of which nothing tells which one counts. */
export function clashingRates({ rates, factors, battery, kept }) {
  return [
    ...clashes(rates, ({ kind }) => [kind], "phone_age_months"),
    ...clashes(factors, ({ kinds }) => kinds, "owner_age"),
    ...clashes(battery.design_cycles, ({ models = [] }) => models),
    ...clashes(kept.rows.filter(({ owner_age }) => owner_age), () => ["years"], "owner_age"), // prettier-ignore
  ];
}

/** Ids that occur twice in a file. */
export function repeatedIds(file) {
  const ids = having(file, "id").map(([, { id }]) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** Kinds that a factor or the worst case names and no rate has. */
export function idleKinds({ rates, factors, worst_case }) {
  const known = new Set(rates.map(({ kind }) => kind));
  return [...factors, worst_case].flatMap(({ kinds }) => kinds).filter((kind) => !known.has(kind));
}

/** Codes without a sentence, and sentences of no code. */
export function unpairedTexts(file) {
  const codes = new Set(["derived", "caution"].flatMap((key) => having(file, key).map(([, value]) => value[key])));
  const spoken = Object.keys(file.texts);
  return [...codes].filter((code) => !spoken.includes(code)).concat(spoken.filter((code) => !codes.has(code)));
}

/** Sources whose note does not say how far they are to be trusted. */
export const untrusted = ({ sources }) =>
  Object.keys(sources).filter((id) => !/Confidence: (low|medium|high)/.test(sources[id].note ?? ""));

/** Models of design cycles. */
export const modelsOf = ({ battery }) => battery.design_cycles.flatMap(({ models = [] }) => models);
