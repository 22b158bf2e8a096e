// What a provider said lives in data/ alone: no provider, plan or amount of the shipped data is named in code.

import { join } from "node:path";

import { buildCatalog } from "../../tools/catalog.mjs";
import { filesIn, textOf } from "./tree.mjs";

const CODE = /\.(h|cpp|ts|mjs|json|html)$/;
const SMALLEST_AMOUNT = 100; // below that a number may be anything

/** A power of ten is a unit, such as the thousandths of a percent, before it is anybody's price. */
const isUnit = (number) => /^10*$/.test(String(number));

/** Amounts in yen: numbers under a key that ends in `yen`, the ends of a range too. */
function amountsIn(value, isYen = false) {
  if (typeof value === "number") return isYen && value >= SMALLEST_AMOUNT && !isUnit(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isEnd = isYen && (key === "min" || key === "max" || /^\d+$/.test(key));
    return amountsIn(inner, key.endsWith("yen") || isEnd);
  });
}

/** Ids and names of firms. A provider that only sells (`retailer`, `individual`) is a kind of seller, a word of the interface. */
function firmsOf(providers) {
  const firms = providers.filter(({ roles }) => roles.some((role) => role !== "seller"));
  const words = firms.flatMap(({ id, name }) => [id, name.ja, name.en]);
  return [...new Set(words.map((word) => word.toLowerCase()))];
}

const escaped = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const asWord = (word) => new RegExp(`(?<![A-Za-z0-9])${escaped(word)}(?![A-Za-z0-9])`, "i");
/** 5500, 5'500, 5_500 and 5,500 */
const asAmount = (yen) => new RegExp(`(?<![\\w.#])${String(yen).replace(/(?=(\d{3})+$)(?!^)/g, "[',_]?")}(?![\\w])`);

/** What is shipped, as patterns that no code may match. */
export function shipped(data) {
  const { plans, providers } = buildCatalog(data);
  const words = [...plans.map(({ id }) => id), ...firmsOf(providers)];
  const amounts = [...new Set(amountsIn(plans))];
  return [
    ...words.map((word) => ({ what: word, pattern: asWord(word) })),
    ...amounts.map((yen) => ({ what: `${yen} yen`, pattern: asAmount(yen) })),
  ];
}

/** Every place in `folders` of `root` that names what is shipped, as `file:line: what`. */
export function secondHomes(root, folders, data = join(root, "data")) {
  const patterns = shipped(data);
  return folders
    .flatMap((folder) => filesIn(root, folder))
    .filter((path) => CODE.test(path))
    .flatMap((path) =>
      textOf(root, path)
        .split("\n")
        .flatMap((line, index) =>
          patterns.filter(({ pattern }) => pattern.test(line)).map(({ what }) => `${path}:${index + 1}: ${what}`),
        ),
    );
}
