// What the table of link keys must hold, as functions that a known-bad input can be put through.

/** The page has one day for the question and the incident; its key is that of `as_of`. */
const ONE_DAY = "incident.on";

const withPositions = (fact) => fact.replace(/^cover(?=\.)/, "covers[#]").replace(/claims\./, "claims[#].");

/** Fields of an interface: name and type. */
function membersOf(source, name) {
  const [, body] = new RegExp(`interface ${name} \\{(.*?)\\n\\}`, "s").exec(source) ?? [];
  if (body === undefined) throw new Error(`There is no interface ${name}`);
  return [...body.matchAll(/^ {2}(\w+)\??: ([^;]+);/gm)].map(([, field, type]) => ({ field, type }));
}

const settingsOf = (source, name, prefix) =>
  membersOf(source, name).flatMap(({ field, type }) => {
    const nested = /\b(BatteryForm)\b/.exec(type)?.[1];
    if (nested) return settingsOf(source, nested, `${prefix}.${field}`);
    return /Record</.test(type) ? `${prefix}.${field}.*` : `${prefix}.${field}`;
  });

/** Everything that the form can hold: the facts of the engine, what a claim and a cover are, and what is set around them. */
export function fieldsOf({ vocabulary, types, stretch, outlook }) {
  const facts = [...vocabulary.matchAll(/X\(\w+, "([\w.]+)", \w+, \w+\)/g)].map(([, path]) => withPositions(path));
  const claims = membersOf(types, "ClaimFacts").map(({ field }) => `covers[#].claims[#].${field}`);
  const covers = membersOf(types, "CoverFacts").map(({ field }) => `covers[#].${field}`);
  const settings = [...settingsOf(stretch, "Stretch", "stretch"), ...settingsOf(outlook, "OutlookForm", "outlook")];
  return [...new Set([...facts, ...claims, ...covers, "question", "search", ...settings])].filter(
    (fact) => fact !== ONE_DAY,
  );
}

/** Facts that no link can hold. */
export const factsWithoutKey = (facts, rows) => facts.filter((fact) => !rows.some(([, known]) => known === fact));

/** Facts of the table that the form does not have. */
export const keysWithoutFact = (facts, rows) => rows.map(([, fact]) => fact).filter((fact) => !facts.includes(fact));

/** Keys and facts that stand in the table twice. */
export const brokenTable = (rows) =>
  [0, 1].flatMap((column) => {
    const names = rows.map((row) => row[column]);
    return names.filter((name, index) => names.indexOf(name) !== index);
  });
