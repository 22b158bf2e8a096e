// Values that a person could still give for a fact: words that the plan names and one other, numbers around its
// thresholds, days around everything that a period can reach.

import { dayAfter, dayBefore, daysLater, daysOfMonth, isMonth, sameDay } from "./days.mjs";
import { valueAt } from "./facts.mjs";
import { KINDS } from "./kinds.mjs";

const CLOSED = {
  "device.category": ["smartphone", "tablet", "watch", "music_player", "computer", "router", "feature_phone"],
  "device.os": ["android", "ios", "ipados", "watchos", "macos", "windows"],
  "device.condition": ["new", "used", "refurbished"],
  "device.owner": ["subscriber", "family", "other"],
  "incident.remedy": ["repair", "exchange", "express_exchange"],
  "incident.where": ["maker", "authorised_provider", "shop"],
  "incident.loaner.state": ["ok", "damaged", "lost"],
  "line.contracted_via": ["online_store", "shop", "phone"],
  payment: ["lump_sum", "instalments"],
};
const SELLERS = [
  "iijmio",
  "linemo",
  "docomo",
  "au",
  "softbank",
  "rakuten",
  "ymobile",
  "uq",
  "apple",
  "maker",
  "retailer",
];
const NUMBERS = ["battery_capacity_percent", "repair_price_yen", "value_yen", "price_yen", "other_covers_count"];

const unique = (values) => [...new Set(values)];

/** Everything of this sort in a piece of a plan file. */
function collect(value, wanted, found = []) {
  if (value === null || typeof value !== "object") return found;
  for (const [key, inner] of Object.entries(value)) {
    if (wanted(key, inner)) found.push(inner);
    collect(inner, wanted, found);
  }
  return found;
}

const BOUNDS = ["at_most", "under", "at_least", "over", "yen"];

function numbersOf(plan) {
  const bounds = collect(plan.versions, (key, value) => BOUNDS.includes(key) && typeof value === "number");
  return unique(bounds.flatMap((bound) => [bound - 1, bound, bound + 1]).concat(0)).filter((number) => number >= 0);
}

const isDay = (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Days of the case, and days of the plan's stretches. */
const daysOf = (question, plan) =>
  unique([
    ...collect(question, (_, value) => isDay(value)),
    ...collect(question, (_, value) => typeof value === "string" && isMonth(value)).flatMap((month) => `${month}-15`),
    ...collect(plan.versions, (key, value) => (key === "from" || key === "until") && isDay(value)),
  ]);

const around = (day) => [dayBefore(day), day, dayAfter(day)];

function reachOf(plan) {
  const months = collect(plan.versions, (key) => key === "months");
  const days = collect(plan.versions, (key) => key === "days");
  return { months: unique([...months, 12, 1]), days: unique(days) };
}

/** Days from which, or at which, something could change. */
export function dayPool(question, plan) {
  const { months, days } = reachOf(plan);
  const known = daysOf(question, plan);
  const shifted = known.flatMap((day) => [
    ...around(day),
    ...months.flatMap((count) => [...around(sameDay(day, count)), ...around(sameDay(day, -count))]),
    ...days.flatMap((count) => [...around(daysLater(day, count)), ...around(daysLater(day, -count))]),
  ]);
  return unique([...shifted, "2010-06-15", "2030-06-15"]).sort();
}

const isNumber = (fact) => NUMBERS.some((name) => fact.endsWith(name));

function claimLists(question, plan) {
  const day = valueAt(question, "incident.on") ?? question.as_of;
  const counted = collect(plan.versions, (key) => key === "counts").flat();
  const kinds = unique([counted[0] ?? "screen_crack", "natural_failure"]);
  const today = isMonth(day) ? `${day}-01` : day;
  const recent = dayBefore(today);
  const claims = (count, on, kind) => Array.from({ length: count }, () => ({ on, kind }));
  return kinds
    .flatMap((kind) => [0, 1, 2, 3].map((count) => claims(count, recent, kind)))
    .concat([claims(3, today, kinds[0]), claims(3, "2011-06-15", kinds[0])]);
}

function wordPool(fact, plan, catalog) {
  if (CLOSED[fact]) return CLOSED[fact];
  if (fact === "device.bought_from" || fact === "line.carrier" || fact === "line.ported_from")
    return [...SELLERS, "none"];
  if (fact === "device.model") return [...catalog.devices.map(({ id }) => id), "other"];
  if (fact === "device.maker") return ["apple", "xiaomi", "other"];
  if (fact === "line.plan") return [...unique(collect(plan.versions, (key) => key === fact).flat()), "other"];
  if (fact === "incident.part") return ["camera", "button", "board", "other"];
  return fact.endsWith(".kind") ? KINDS : [true, false];
}

/** Values for one unsaid fact, of a case or of one incident of a scenario. */
export function poolOf(path, question, plan, catalog) {
  const said = valueAt(question, path);
  const fact = path.replace(/^scenario\.incidents\[\d+\]/, "incident");
  if (typeof said === "string" && isMonth(said)) return daysOfMonth(said);
  if (fact.endsWith(".claims")) return claimLists(question, plan);
  if (fact === "incident.battery_capacity_percent") return [0, 49, 50, 50.5, 51, 79, 79.5, 80, 100];
  if (isNumber(fact)) return numbersOf(plan);
  if (fact.endsWith("maker_warranty_until")) return ["none", ...dayPool(question, plan)];
  if (fact.endsWith(".registered_on")) return ["never", ...dayPool(question, plan)];
  if (/_on$|\.on$|_from$/.test(fact) && fact !== "device.bought_from") return dayPool(question, plan);
  return wordPool(fact, plan, catalog);
}
