// What is shipped may weigh: the sizes of dist/, and the limits that a build must keep. Pure but for `shippedSizes`.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { STANDALONE } from "./shipped.mjs";

export const LIBRARY = ["hosho.js", "hosho.wasm", "catalog.json"];
/** All that is fetched before the first question can be answered, as one. */
const PAGE = "page";
/** What the embed of one plan loads beside its scripts, without the hashes: of the plans that which weighs most. */
const EMBED = ["embed-lean", "embed-common", "embed-plan"];

/** Bytes after brotli: what a reader on the road waits for. Of the page as one file the bytes: it is passed on as it is. */
export const LIMITS = [
  { name: "hosho.wasm", files: ["hosho.wasm"], unit: "brotli", most: 124_000 },
  { name: "hosho.js + hosho.wasm + catalog.json", files: LIBRARY, unit: "brotli", most: 168_000 },
  { name: "the page's first load", files: [...LIBRARY, PAGE], unit: "brotli", most: 240_000 },
  { name: "the embed's engine", files: ["embed-lean"], unit: "brotli", most: 80_000 },
  { name: "the embed's catalogue, of one plan", files: ["embed-common", "embed-plan"], unit: "brotli", most: 12_000 },
  { name: "the page as one file", files: [STANDALONE], unit: "bytes", most: 900_000 },
];

/** Files that a page names: styles, scripts, and what it has fetched ahead. */
export const namedBy = (page) =>
  [...page.matchAll(/<(?:link|script)\b[^>]*?\b(?:href|src)="([\w.-]+)"/g)].map(([, name]) => name);

/** The largest of sizes. */
const heaviest = (sizes) => sizes.reduce((one, other) => (other.brotli > one.brotli ? other : one));

/** @returns {Record<string, { bytes: number, brotli: number }>} of the files in a folder; under `page` all that index.html brings beside them */
export function shippedSizes(folder) {
  const sizeOf = (name) => {
    const bytes = readFileSync(join(folder, name));
    return { bytes: bytes.length, brotli: brotliCompressSync(bytes).length };
  };
  const named = namedBy(readFileSync(join(folder, "index.html"), "utf8"));
  const page = ["index.html", ...named.filter((name) => !LIBRARY.includes(name))].map(sizeOf);
  const sum = (key) => page.reduce((all, size) => all + size[key], 0);
  const shown = [...LIBRARY, STANDALONE].map((name) => [name, sizeOf(name)]);
  const names = readdirSync(folder).filter((name) => !/\.(br|gz)$/.test(name));
  const embed = EMBED.map((part) => [part, heaviest(names.filter((name) => name.startsWith(`${part}-`)).map(sizeOf))]);
  return Object.fromEntries([...shown, ...embed, [PAGE, { bytes: sum("bytes"), brotli: sum("brotli") }]]);
}

const count = (value) => value.toLocaleString("en");

/** One line a file, and one a limit. */
export function sizeLines(sizes) {
  const files = Object.entries(sizes).map(
    ([name, { bytes, brotli }]) =>
      `${name.padEnd(21)} ${count(bytes).padStart(9)} bytes, ${count(brotli).padStart(9)} brotli`,
  );
  const limits = LIMITS.map(
    (limit) => `${limit.name}: ${count(weight(limit, sizes))} of ${count(limit.most)} ${limit.unit}`,
  );
  return [...files, ...limits];
}

/** All the files of a limit, each by itself: so they are sent. */
const weight = ({ files, unit }, sizes) => files.reduce((sum, name) => sum + sizes[name][unit], 0);

/** The limits that are not kept, each in words. */
export function tooLarge(sizes) {
  return LIMITS.filter((limit) => weight(limit, sizes) > limit.most).map((limit) => {
    const over = count(weight(limit, sizes) - limit.most);
    const unit = limit.unit === "brotli" ? "bytes brotli" : limit.unit;
    return `${limit.name}: ${over} bytes over the limit of ${count(limit.most)} ${unit}`;
  });
}
