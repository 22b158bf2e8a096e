import assert from "node:assert/strict";
import { test } from "node:test";

import { LIMITS, namedBy, shippedSizes, sizeLines, tooLarge } from "../../tools/sizes.mjs";
import { ROOT } from "./tree.mjs";

const ONE_FILE = "hosho-standalone.html";
const ON_THE_LIMIT = {
  "hosho.js": 9_000,
  "hosho.wasm": 124_000,
  "catalog.json": 35_000,
  page: 70_000,
  "embed-lean": 80_000,
  "embed-common": 7_000,
  "embed-plan": 5_000,
  "embed.js": 6_000,
  "embed-frame.js": 1_000,
  calculator: 50_000,
  glue: 7_000,
  [ONE_FILE]: 300_000,
};

const sizes = (brotli) =>
  Object.fromEntries(
    Object.entries({ ...ON_THE_LIMIT, ...brotli }).map(([name, bytes]) => [name, { bytes: 3 * bytes, brotli: bytes }]),
  );

test("the limits are those that were agreed", () => {
  assert.deepEqual(LIMITS.map(({ most }) => most), [124_000, 168_000, 240_000, 80_000, 12_000, 6_000, 1_000, 50_000, 150_000, 900_000]); // prettier-ignore
});

test("what is on the limit is shipped", () => {
  assert.deepEqual(tooLarge(sizes()), []);
});

test("one byte more is too much, in the core alone and in all that a reader loads", () => {
  assert.deepEqual(tooLarge(sizes({ "hosho.wasm": 124_001, "catalog.json": 34_999 })), [
    "hosho.wasm: 1 bytes over the limit of 124,000 bytes brotli",
  ]);
  assert.deepEqual(tooLarge(sizes({ "catalog.json": 35_001 })), [
    "hosho.js + hosho.wasm + catalog.json: 1 bytes over the limit of 168,000 bytes brotli",
  ]);
  assert.deepEqual(tooLarge(sizes({ page: 72_001 })), [
    "the page's first load: 1 bytes over the limit of 240,000 bytes brotli",
  ]);
  assert.deepEqual(tooLarge(sizes({ "embed-lean": 80_001 })), [
    "the embed's engine: 1 bytes over the limit of 80,000 bytes brotli",
  ]);
  assert.deepEqual(tooLarge(sizes({ "embed-plan": 5_001 })), [
    "the embed's catalogue, of one plan: 1 bytes over the limit of 12,000 bytes brotli",
  ]);
  assert.deepEqual(tooLarge(sizes({ [ONE_FILE]: 300_001 })), [
    "the page as one file: 3 bytes over the limit of 900,000 bytes",
  ]);
  assert.deepEqual(tooLarge(sizes({ "embed.js": 6_001, calculator: 50_001 })), [
    "the script of an article: 1 bytes over the limit of 6,000 bytes brotli",
    "what a calculator in an article is drawn with: 1 bytes over the limit of 50,000 bytes brotli",
  ]);
  assert.deepEqual(tooLarge(sizes({ "embed-frame.js": 1_001 })), [
    "the script for the height of frames: 1 bytes over the limit of 1,000 bytes brotli",
  ]);
  assert.deepEqual(tooLarge(sizes({ glue: 8_001 })), [
    "a calculator of one plan in all: 1 bytes over the limit of 150,000 bytes brotli",
  ]);
  assert.equal(tooLarge(sizes({ "hosho.wasm": 200_000 })).length, 3);
});

test("each size is printed, and each limit with what there is of it", () => {
  const lines = sizeLines(sizes({ "hosho.wasm": 71_290 }));
  assert.equal(lines[1], "hosho.wasm              213,870 bytes,    71,290 brotli");
  assert.deepEqual(lines.slice(-10), [
    "hosho.wasm: 71,290 of 124,000 brotli",
    "hosho.js + hosho.wasm + catalog.json: 115,290 of 168,000 brotli",
    "the page's first load: 185,290 of 240,000 brotli",
    "the embed's engine: 80,000 of 80,000 brotli",
    "the embed's catalogue, of one plan: 12,000 of 12,000 brotli",
    "the script of an article: 6,000 of 6,000 brotli",
    "the script for the height of frames: 1,000 of 1,000 brotli",
    "what a calculator in an article is drawn with: 50,000 of 50,000 brotli",
    "a calculator of one plan in all: 149,000 of 150,000 brotli",
    "the page as one file: 900,000 of 900,000 bytes",
  ]);
});

test("the first load is what the page names: styles, scripts, what is fetched ahead, and nothing from elsewhere", () => {
  const page = `<link rel="icon" href="data:," /><link rel="stylesheet" href="a.css" />
    <link rel="modulepreload" href="words-X1.js" /><script type="module" src="page.js"></script><a href="b.html">b</a>`;
  assert.deepEqual(namedBy(page), ["a.css", "words-X1.js", "page.js"]);
});

test("what was built keeps the limits", () => {
  assert.deepEqual(tooLarge(shippedSizes(`${ROOT}dist`)), []);
});
