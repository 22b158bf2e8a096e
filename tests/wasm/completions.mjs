// Cases with holes, and everything that the holes may turn out to be.

const DAY = /^\d{4}-\d{2}(-\d{2})?$/;
const DEAREST = 100_000_000;

/** Values that the clauses of the shipped plans tell apart, by fact; days are made from the day that was said. */
const POOLS = {
  "device.maker": ["apple", "xiaomi", "example"],
  "device.category": ["smartphone", "tablet", "watch", "computer"],
  "device.os": ["android", "ios", "ipados", "windows", "macos"],
  "device.bought_from": ["apple", "iijmio", "softbank", "retailer", "individual"],
  "device.condition": ["new", "used", "refurbished"],
  "device.owner": ["subscriber", "family"],
  "line.carrier": ["iijmio", "linemo", "softbank", "docomo", "au", "none"],
  "line.plan": ["best_plan", "best_plan_v", "mini_plan"],
  "line.contracted_via": ["online_store", "shop", "phone"],
  payment: ["lump_sum", "instalments"],
  "incident.remedy": ["repair", "exchange", "express_exchange"],
  "incident.where": ["maker", "authorised_provider", "shop"],
  "incident.part": ["camera", "screen"],
  "incident.battery_capacity_percent": [0, 50, 50.001, 79.999, 80, 100],
  "incident.repair_price_yen": [undefined, 0, 30_000, 50_000, 50_001, DEAREST], // or there is no quote
  "incident.loaner.value_yen": [0, 29_999, 30_000, DEAREST],
  "incident.loaner.state": ["ok", "damaged", "lost"],
};

const shift = (day, years, days) => {
  const [year, month, date = 15] = day.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, date + days)).toISOString().slice(0, 10);
};

/** Days around the one that was said, around its anniversaries, and far away; for two holes at once fewer of them. */
const daysAround = (day, others, few) => [
  ...new Set([
    ...[-2, -1, 0, 1, 2].flatMap((years) => (few ? [0, 1] : [-1, 0, 1]).map((days) => shift(day, years, days))),
    ...(few ? [] : [shift(day, -3, 0), shift(day, 3, 0), shift(day, 0, -31), shift(day, 0, 31)]),
    ...others,
    "1950-01-01",
    "2150-01-01",
  ]),
];

/** The leaves of a case that may be hidden: `device.model`, `covers.0.joined_on`, … */
export function leavesOf(value, path = []) {
  if (value === null || typeof value !== "object") return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

// What is wished for, was done afterwards or lies in a list is no fact that a person leaves out.
const FIXED = [
  /^as_of$/,
  /where$/,
  /^documents\./,
  /\.plan$/,
  /claims/,
  /^join_on$/,
  /ended_on$/,
  /registered/,
  /^other_covers_count$/,
  /ported_from$/, // what one does not mention is not so
  /old_device|loaner|arrived_on|replacement/,
];

const FROM_TABLE = ["device.maker", "device.category", "device.os", "device.released_on"];

/** Facts of a case that a person could have left out; what the device table says of a model is never open. */
export function hideable(facts) {
  const inTable = facts.device?.model !== undefined && facts.device.model !== "other";
  return leavesOf(facts)
    .map((path) => path.join("."))
    .filter((path) => !FIXED.some((pattern) => pattern.test(path)) && !(inTable && FROM_TABLE.includes(path)));
}

const at = (facts, path) => path.split(".").reduce((value, key) => value?.[key], facts);

export function withValue(facts, path, value) {
  const copy = structuredClone(facts);
  const keys = path.split(".");
  const parent = keys.slice(0, -1).reduce((inner, key) => inner[key], copy);
  if (value === undefined) delete parent[keys.at(-1)];
  else parent[keys.at(-1)] = value;
  return copy;
}

/** Everything that a hidden fact is tried as; `lists` holds the kinds, the models, the days that the terms name and
 * those on which prices change, and whether few days around the one that was said will do. */
export function valuesFor(facts, path, { kinds, models, termDays = [], priceDays = [], few = false }) {
  const said = at(facts, path);
  if (path === "incident.kind") return kinds;
  if (path === "device.model") return models;
  if (typeof said === "boolean") return [true, false];
  if (/_on$|_until$|\.on$/.test(path)) {
    const days = leavesOf(facts)
      .map((leaf) => at(facts, leaf.join(".")))
      .filter((value) => DAY.test(String(value)));
    const others = [...days, ...termDays, ...(path === "incident.on" ? priceDays : [])];
    return daysAround(DAY.test(String(said)) ? said : facts.as_of, others, few);
  }
  return [...new Set([said, ...(POOLS[path] ?? [])])];
}

export function* completions(facts, paths, lists) {
  if (paths.length === 0) yield { values: [], facts };
  else
    for (const value of valuesFor(facts, paths[0], lists))
      for (const rest of completions(withValue(facts, paths[0], value), paths.slice(1), lists))
        yield { values: [value, ...rest.values], facts: rest.facts };
}

/** `covers.0.joined_on` as the answer spells it. */
export const spelled = (path) => path.replace(/\.(\d+)/g, "[$1]");

/** Facts that the case leaves unsaid, too, and on which the answer hangs together with those hidden. */
export const alsoOpen = ({ missing }, paths) =>
  missing
    .map(({ fact }) => fact.replace(/\[(\d+)\]/g, ".$1"))
    .filter((path) => (POOLS[path] || /_on$/.test(path)) && !paths.includes(path));

const OPEN = Infinity;
const top = ({ max }) => (max === null || max > DEAREST / 2 ? OPEN : max);
/** What a person sees of an answer; of a cover that cannot be joined the fee does not matter. */
const answerKey = ({ verdict, total_yen }) =>
  verdict === "cannot_join" ? verdict : JSON.stringify([verdict, total_yen.min, total_yen.max]);

/** Whether one of the hidden facts changes an answer while the others stay as they are. */
function everMatters(told, place) {
  const groups = new Map();
  for (const { values, answer } of told) {
    const others = JSON.stringify(values.map((value, index) => (index === place ? "" : (value ?? "unsaid"))));
    groups.set(others, (groups.get(others) ?? new Set()).add(answerKey(answer)));
  }
  return [...groups.values()].some((answers) => answers.size > 1);
}

/** What stands against an answer to a case with holes, seen from all its completions. */
export function objections(open, told, paths) {
  const found = [];
  const totals = told.map(({ answer }) => answer.total_yen);
  const low = Math.min(...totals.map(({ min }) => min));
  const high = Math.max(...totals.map(top));
  const wrong = told.find(({ answer }) => open.verdict !== "unknown" && answer.verdict !== open.verdict);
  if (wrong) found.push(`unsound: ${open.verdict}, but ${wrong.answer.verdict} for ${wrong.values.join(", ")}`);
  if (low < open.total_yen.min || high > top(open.total_yen))
    found.push(`unsound: ${low}..${high} outside ${JSON.stringify(open.total_yen)}`);
  const wide = low > open.total_yen.min || high < top(open.total_yen);
  if (wide && !open.cautions.some(({ code }) => code === "not_tight"))
    found.push(`wide: ${low}..${high} inside ${JSON.stringify(open.total_yen)}`);
  paths.forEach((path, place) => {
    const matters = everMatters(told, place);
    const asked = open.missing.some(({ fact }) => fact === spelled(path));
    if (matters !== asked)
      found.push(`${path} ${asked ? "is asked for, but never matters" : "matters, but is not asked for"}`);
  });
  return found;
}
