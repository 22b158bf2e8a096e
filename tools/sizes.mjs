// What is shipped may weigh: the sizes of dist/, and the limits that a build must keep. Pure but for `shippedSizes`.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { EMBED, FRAME_HEIGHT, STANDALONE } from "./shipped.mjs";

export const LIBRARY = ["hosho.js", "hosho.wasm", "catalog.json"];
/** All that is fetched before the first question can be answered, as one. */
const PAGE = "page";
/** What the embed of one plan loads beside its scripts, without the hashes: of the plans that which weighs most. */
const PARTS = ["embed-lean", "embed-common", "embed-plan"];
/** What a calculator in an article is drawn with, as one: scripts, styles and the sentences of one language. */
const CALCULATOR = "calculator";
const OF_CALCULATOR = /^embed(\.js|-(broke|ja-base|ja-embed)-[A-Z0-9]{8}\.js)$/;
/** The scripts around its engine, as one. */
const GLUE = "glue";
const OF_GLUE = /^embed-(engine|open-lean)-[A-Z0-9]{8}\.js$/;

/** Bytes after brotli: what a reader on the road waits for. Of the page as one file the bytes: it is passed on as it is. */
export const LIMITS = [
  { name: "hosho.wasm", files: ["hosho.wasm"], unit: "brotli", most: 124_000 },
  { name: "hosho.js + hosho.wasm + catalog.json", files: LIBRARY, unit: "brotli", most: 168_000 },
  { name: "the page's first load", files: [...LIBRARY, PAGE], unit: "brotli", most: 240_000 },
  { name: "the embed's engine", files: ["embed-lean"], unit: "brotli", most: 80_000 },
  { name: "the embed's catalogue, of one plan", files: ["embed-common", "embed-plan"], unit: "brotli", most: 12_000 },
  { name: "the script of an article", files: [EMBED], unit: "brotli", most: 6_000 },
  { name: "the script for the height of frames", files: [FRAME_HEIGHT], unit: "brotli", most: 1_000 },
  { name: "what a calculator in an article is drawn with", files: [CALCULATOR], unit: "brotli", most: 50_000 },
  { name: "a calculator of one plan in all", files: [CALCULATOR, GLUE, ...PARTS], unit: "brotli", most: 150_000 },
  { name: "the page as one file", files: [STANDALONE], unit: "bytes", most: 900_000 },
];

/** Files that a page names: styles, scripts, and what it has fetched ahead. */
export const namedBy = (page) =>
  [...page.matchAll(/<(?:link|script)\b[^>]*?\b(?:href|src)="([\w.-]+)"/g)].map(([, name]) => name);

/** The largest of sizes. */
const heaviest = (sizes) => sizes.reduce((one, other) => (other.brotli > one.brotli ? other : one));

/** Scripts that come with others: what they import at once, and what that imports. */
function withImports(folder, names) {
  const found = new Set(names);
  for (const name of found)
    for (const [, next] of readFileSync(join(folder, name), "utf8").matchAll(/(?:from|import)"\.\/([\w-]+\.js)"/g))
      found.add(next);
  return [...found];
}

const sizeIn = (folder) => (name) => {
  const bytes = readFileSync(join(folder, name));
  return { name, bytes: bytes.length, brotli: brotliCompressSync(bytes).length };
};

/** Names of the files that a calculator in an article asks for: `drawn` with these, `glue` around its engine, `parts`. */
export function calculatorFiles(folder) {
  const names = readdirSync(folder).filter((name) => !/\.(br|gz)$/.test(name));
  const comesWith = (pattern) =>
    withImports(
      folder,
      names.filter((name) => pattern.test(name)),
    );
  const parts = PARTS.map((part) => names.filter((name) => name.startsWith(`${part}-`)).map(sizeIn(folder)));
  return {
    drawn: comesWith(OF_CALCULATOR),
    glue: comesWith(OF_GLUE),
    parts: parts.map((sizes) => heaviest(sizes).name),
  };
}

/**
 * @returns {Record<string, { bytes: number, brotli: number }>} of the files in a folder; under `page` all that index.html
 * brings beside them, under `calculator` what one is drawn with, under `glue` what loads its engine
 */
export function shippedSizes(folder) {
  const sizeOf = (name) => {
    const { bytes, brotli } = sizeIn(folder)(name);
    return { bytes, brotli };
  };
  const sumOf = (names) => {
    const sizes = names.map(sizeOf);
    const sum = (key) => sizes.reduce((all, size) => all + size[key], 0);
    return { bytes: sum("bytes"), brotli: sum("brotli") };
  };
  const { drawn, glue, parts: largest } = calculatorFiles(folder);
  const page = namedBy(readFileSync(join(folder, "index.html"), "utf8")).filter((name) => !LIBRARY.includes(name));
  const shown = [...LIBRARY, EMBED, FRAME_HEIGHT, STANDALONE].map((name) => [name, sizeOf(name)]);
  const parts = PARTS.map((part, place) => [part, sizeOf(largest[place])]);
  const sums = { [PAGE]: ["index.html", ...page], [CALCULATOR]: drawn, [GLUE]: glue };
  return Object.fromEntries([...shown, ...parts, ...Object.entries(sums).map(([name, files]) => [name, sumOf(files)])]);
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
