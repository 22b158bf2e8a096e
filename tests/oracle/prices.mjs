// What the repair costs without any plan: the quote, else the list price for place, model, day and part.

import { namesKind } from "./kinds.mjs";
import { OPEN, hull, rangeOf } from "./money.mjs";

const before = (from) => (from === "undated" ? "" : from);

/** Does the row speak of this phone? */
function isForPhone(row, facts) {
  if (row.models) return row.models.includes(facts.read("device.model"));
  if (row.maker !== facts.read("device.maker")) return false;
  return row.category === undefined || row.category === facts.read("device.category");
}

/** The row that counts on the day: the newest that is not after it, else the oldest. */
function rowOfDay(rows, day) {
  const sorted = rows.toSorted((one, other) => (before(one.from) < before(other.from) ? -1 : 1));
  return sorted.findLast(({ from }) => before(from) <= day) ?? sorted[0];
}

/** Rows for the phone and the kind; those that name the very kind count before those of the wider one. */
function rowsOfKind(facts, catalog) {
  const kind = facts.read("incident.kind");
  const ofPhone = catalog.prices.filter((row) => namesKind(row.incidents, kind) && isForPhone(row, facts));
  const exact = ofPhone.filter(({ incidents }) => incidents.includes(kind));
  return exact.length > 0 ? exact : ofPhone;
}

/** Rows that answer, one for each place and part. */
export function listRows(facts, catalog) {
  const ofPhone = rowsOfKind(facts, catalog);
  const part = ofPhone.some(({ parts }) => parts) ? facts.read("incident.part") : undefined;
  const fitting = ofPhone.filter(({ parts }) => !parts || parts.includes(part));
  const lists = new Set(fitting.map(({ where, parts = [] }) => [where, ...parts].join(" ")));
  return [...lists].map((list) => {
    const rows = fitting.filter(({ where, parts = [] }) => [where, ...parts].join(" ") === list);
    const ofModels = rows.filter(({ models }) => models);
    return rowOfDay(ofModels.length > 0 ? ofModels : rows, facts.read("incident.on"));
  });
}

/**
 * The price without a plan: any amount where no list has one. Where nobody said who repairs, the places count of which
 * the lists know.
 */
export function priceWithoutPlan(facts, catalog) {
  const quote = facts.said("incident.repair_price_yen");
  if (quote !== undefined) return rangeOf(quote);
  const rows = listRows(facts, catalog);
  const isElsewhere = rows.some(({ where }) => where !== "maker");
  const place = isElsewhere ? facts.read("incident.where") : facts.said("incident.where");
  const there = rows.filter(({ where }) => where === place);
  const isOpen = place === undefined || facts.isFilled("incident.where");
  const here = there.length === 0 && isOpen ? rows : there;
  return here.length > 0 ? hull(here.map(({ yen }) => rangeOf(yen))) : OPEN;
}

/** Is there neither a quote nor a list price? */
export const isPriceOpen = (facts, catalog) =>
  facts.said("incident.repair_price_yen") === undefined && priceWithoutPlan(facts, catalog) === OPEN;
