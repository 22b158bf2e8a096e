import assert from "node:assert/strict";
import { test } from "node:test";

import { LIMITS, namedBy, shippedSizes, sizeLines, tooLarge } from "../../tools/sizes.mjs";
import { ROOT } from "./tree.mjs";

const sizes = (brotli) =>
  Object.fromEntries(
    Object.entries({ "hosho.js": 9_000, "hosho.wasm": 122_000, "catalog.json": 34_000, page: 70_000, ...brotli }).map(
      ([name, bytes]) => [name, { bytes: 3 * bytes, brotli: bytes }],
    ),
  ); // prettier-ignore

test("the limits are those that were agreed", () => {
  assert.deepEqual(LIMITS.map(({ brotli }) => brotli), [122_000, 165_000, 240_000]); // prettier-ignore
});

test("what is on the limit is shipped", () => {
  assert.deepEqual(tooLarge(sizes()), []);
});

test("one byte more is too much, in the core alone and in all that a reader loads", () => {
  assert.deepEqual(tooLarge(sizes({ "hosho.wasm": 122_001, "catalog.json": 33_999 })), [
    "hosho.wasm: 1 bytes over the limit of 122,000 bytes brotli",
  ]);
  assert.deepEqual(tooLarge(sizes({ "catalog.json": 34_001 })), [
    "hosho.js + hosho.wasm + catalog.json: 1 bytes over the limit of 165,000 bytes brotli",
  ]);
  assert.deepEqual(tooLarge(sizes({ page: 75_001 })), [
    "the page's first load: 1 bytes over the limit of 240,000 bytes brotli",
  ]);
  assert.equal(tooLarge(sizes({ "hosho.wasm": 200_000 })).length, 3);
});

test("each size is printed, and each limit with what there is of it", () => {
  const lines = sizeLines(sizes({ "hosho.wasm": 71_290 }));
  assert.equal(lines[1], "hosho.wasm     213,870 bytes,    71,290 brotli");
  assert.deepEqual(lines.slice(-3), [
    "hosho.wasm: 71,290 of 122,000 brotli",
    "hosho.js + hosho.wasm + catalog.json: 114,290 of 165,000 brotli",
    "the page's first load: 184,290 of 240,000 brotli",
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
