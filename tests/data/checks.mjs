// What a schema cannot say about the data, as functions that return what is wrong: [] is fit.
import { isDeepStrictEqual } from "node:util";

const LONGEST_QUOTE = 20;

/** Every value of a document with its JSON Pointer. */
export function* walk(value, pointer = "") {
  yield [pointer, value];
  if (value === null || typeof value !== "object") return;
  for (const [key, child] of Object.entries(value)) {
    yield* walk(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }
}

/** Quotes over 20 characters, counted as a reader counts them. */
export function longQuotes(document) {
  return [...walk(document)]
    .filter(([pointer, value]) => pointer.endsWith("/quote") && [...value].length > LONGEST_QUOTE)
    .map(([pointer]) => pointer);
}

/** Source ids that stand for different sources in different files. */
export function clashingSources(documents) {
  const seen = new Map();
  const wrong = [];
  for (const [file, { sources = {} }] of Object.entries(documents)) {
    for (const [id, source] of Object.entries(sources)) {
      if (!seen.has(id)) seen.set(id, source);
      else if (!isDeepStrictEqual(seen.get(id), source)) wrong.push(`${file}: ${id}`);
    }
  }
  return wrong;
}

/** Cites of sources that the file does not list, and listed sources that nothing cites. */
export function looseSources(document) {
  const cited = new Set();
  for (const [pointer, value] of walk(document)) {
    if (!/\/(cite|conflicts_with|cites\/\d+)$/.test(pointer)) continue;
    cited.add(typeof value === "string" ? value : value.source);
  }
  const listed = Object.keys(document.sources);
  return [
    ...[...cited].filter((id) => !listed.includes(id)).map((id) => `${id} is cited and not listed`),
    ...listed.filter((id) => !cited.has(id)).map((id) => `${id} is listed and not cited`),
  ];
}

/** Fact ids that the documents cite. */
export function citedFacts(documents) {
  return new Set(
    documents.flatMap((document) =>
      [...walk(document)]
        .filter(([pointer]) => /\/(cite|conflicts_with)\/fact$/.test(pointer))
        .map(([, value]) => value),
    ),
  );
}

/** Fact ids that a table of the README gives a reason for: `| XI-04 | … |`. */
export function explainedFacts(readme) {
  return new Set([...readme.matchAll(/^\| ([A-Z]{2}-\d\d) \| \S.*\|$/gm)].map((match) => match[1]));
}

/** Facts that are neither cited nor explained, explained ones that are cited after all, and ids of no fact at all. */
export function unaccountedFacts(facts, cited, explained, all = facts) {
  return [
    ...facts
      .filter((id) => !cited.has(id) && !explained.has(id))
      .map((id) => `${id} is neither in the data nor explained`),
    ...facts
      .filter((id) => cited.has(id) && explained.has(id))
      .map((id) => `${id} is in the data and explained as missing`),
    ...[...cited, ...explained].filter((id) => !all.includes(id)).map((id) => `${id} is no fact`),
  ];
}

/** Price rows of which nothing tells which one counts: same place, kind, part and day for the same phone. */
export function clashingRows(rows) {
  const owner = new Map();
  const wrong = [];
  for (const { id, where, models, maker, category, incidents, parts, from } of rows) {
    const phones = models ?? [`${maker} ${category ?? "all"}`];
    for (const phone of phones) {
      for (const kind of incidents) {
        for (const part of parts ?? ["any part"]) {
          const key = [where, phone, kind, part, from].join(" / ");
          if (owner.has(key)) wrong.push(`${key}: ${owner.get(key)}, ${id}`);
          owner.set(key, id);
        }
      }
    }
  }
  return wrong;
}

/** Codes of a plan with the keys under which `web/text` has their sentences. */
export function codesOf(plan) {
  const out = plan.part_of?.alone ? [["not_stated", plan.part_of.alone]] : [];
  for (const [pointer, value] of walk(plan.versions)) {
    if (value === null || typeof value !== "object") continue;
    const parent = pointer.split("/").at(-2);
    if (parent === "cautions") out.push(["caution", value.code]);
    else if (parent === "steps") out.push(["step", value.code]);
    else if (parent === "charges") out.push(["charge", value.kind]);
    else if (parent === "holds") out.push(["hold", value.kind]);
    else if (typeof value.code === "string") out.push(["not_stated", value.code]);
    for (const code of [value.outside, value.overlap]) if (typeof code === "string") out.push(["not_stated", code]);
    for (const word of Array.isArray(value["line.plan"]) ? value["line.plan"] : []) out.push(["word.line.plan", word]);
    if (typeof value.caution === "string") out.push(["caution", value.caution]);
    for (const item of value.have_ready ?? []) out.push(["ready", item]);
  }
  return out.map(([prefix, code]) => ({ code, key: `${prefix}.${code}` }));
}

/** Codes without a sentence in the plan or in every language of the page. */
export function speechlessCodes(plan, languages) {
  const spoken = ({ code, key }) =>
    code in (plan.texts ?? {}) || languages.every((texts) => typeof texts[key] === "string");
  return [
    ...new Set(
      codesOf(plan)
        .filter((row) => !spoken(row))
        .map(({ key }) => key),
    ),
  ];
}

/** Sentences of a plan that no code of it names. A step may have a second sentence under its code and `_note`. */
export function idleTexts(plan) {
  const used = new Set(
    codesOf(plan).flatMap(({ code, key }) => (key.startsWith("step.") ? [code, `${code}_note`] : [code])),
  );
  return Object.keys(plan.texts ?? {}).filter((code) => !used.has(code));
}

/** How a name is compared when it is looked up: width, case and spaces do not matter. */
export const folded = (name) => name.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");

/** Model ids that occur twice, and names or aliases that two models share. */
export function clashingNames(devices) {
  const owner = new Map();
  const wrong = [];
  for (const { id, name, aliases } of devices) {
    const own = new Set([id, ...[name.ja, name.en, ...aliases].map(folded)]);
    for (const text of own) {
      if (owner.has(text)) wrong.push(`${text}: ${owner.get(text)}, ${id}`);
      owner.set(text, id);
    }
  }
  return wrong;
}

/** Ids in `used` that are not in `known`. */
export const unknownIds = (used, known) => [...new Set(used)].filter((id) => !known.includes(id));

/** Carriers with whose line the covers of a plan end. */
export const lineCarriers = (plan) => plan.versions.flatMap((version) => version.ends_with_line?.carriers ?? []);

/** Words that a plan's conditions name for one fact. */
export function wordsFor(plan, fact) {
  const tests = [...walk(plan.versions)].filter(([pointer]) => pointer.endsWith(`/${fact}`)).map(([, test]) => test);
  return tests.flatMap((test) =>
    Array.isArray(test) ? test : [test.in, test.not_in, test.not_stated].flatMap((list) => list ?? []),
  );
}

/** Objects of a schema that let unknown keys pass, and properties that say nothing to an editor. */
export function looseSchema(schema, free = []) {
  const wrong = [];
  const rule = /(\/definitions\/(evidence|named_silence|fee_silence)|^\/dependencies)(\/|$)/;
  for (const [pointer, value] of walk(schema)) {
    if (free.includes(pointer) || value === null || typeof value !== "object") continue;
    // An object that only adds a rule to a closed one has no properties of its own.
    const branch = /\/((anyOf|allOf|oneOf)\/\d+|if)$/.test(pointer);
    const open =
      value.additionalProperties === undefined && !rule.test(pointer) && !(branch && value.type !== "object");
    if ((value.type === "object" || value.properties) && open) wrong.push(`${pointer} is open`);
    if (
      /\/properties\/[^/]+$/.test(pointer) &&
      !branch &&
      !rule.test(pointer) &&
      !value.description &&
      !/\/((anyOf|allOf)\/\d+|if)\/properties/.test(pointer)
    ) {
      wrong.push(`${pointer} has no description`);
    }
  }
  return wrong;
}

/** Models that two amounts of one fee name: nothing would tell which is due. */
export function clashingFees(plan) {
  const fees = plan.versions.flatMap(({ monthly_fee, one_time_fee }) => [monthly_fee, one_time_fee]);
  return fees.flatMap((fee) => {
    const models = (fee?.amounts ?? []).flatMap(({ when }) => when?.["device.model"] ?? []);
    return models.filter((model, index) => models.indexOf(model) !== index);
  });
}

/** Ids of plans beside which a plan cannot be joined. */
export const plansInTheWay = (plan) =>
  plan.versions.flatMap((version) => (version.not_with ?? []).flatMap(({ plans = [] }) => plans));

/** Plans that one joins and of which a version says nothing of joining, or nothing of a fee. */
export function silentOnJoining({ held, part_of, versions }) {
  if (held === "with_device" || part_of) return [];
  return versions.flatMap(({ from, join, monthly_fee, one_time_fee }) => [
    ...(join ? [] : [`${from}: join`]),
    ...(monthly_fee || one_time_fee ? [] : [`${from}: fee`]),
  ]);
}
