import assert from "node:assert/strict";
import { test } from "node:test";

import { LIMITS, shippedSizes, sizeLines, tooLarge } from "../../tools/sizes.mjs";
import { ROOT } from "./tree.mjs";

const sizes = (brotli) =>
  Object.fromEntries(
    Object.entries({ "hosho.js": 9_000, "hosho.wasm": 120_000, "catalog.json": 36_000, "page.js": 900_000, ...brotli }).map(
      ([name, bytes]) => [name, { bytes: 3 * bytes, brotli: bytes }],
    ),
  ); // prettier-ignore

test("the limits are those that were agreed", () => {
  assert.deepEqual(LIMITS.map(({ brotli }) => brotli), [120_000, 165_000]); // prettier-ignore
});

test("what is on the limit is shipped", () => {
  assert.deepEqual(tooLarge(sizes()), []);
});

test("one byte more is too much, in the core alone and in all that a reader loads", () => {
  assert.deepEqual(tooLarge(sizes({ "hosho.wasm": 120_001, "catalog.json": 35_999 })), [
    "hosho.wasm: 1 bytes over the limit of 120,000 bytes brotli",
  ]);
  assert.deepEqual(tooLarge(sizes({ "catalog.json": 36_001 })), [
    "hosho.js + hosho.wasm + catalog.json: 1 bytes over the limit of 165,000 bytes brotli",
  ]);
  assert.equal(tooLarge(sizes({ "hosho.wasm": 200_000 })).length, 2);
});

test("each size is printed, and each limit with what there is of it", () => {
  const lines = sizeLines(sizes({ "hosho.wasm": 71_290 }));
  assert.equal(lines[1], "hosho.wasm     213,870 bytes,    71,290 brotli");
  assert.deepEqual(lines.slice(-2), [
    "hosho.wasm: 71,290 of 120,000 brotli",
    "hosho.js + hosho.wasm + catalog.json: 116,290 of 165,000 brotli",
  ]);
});

test("what was built keeps the limits", () => {
  assert.deepEqual(tooLarge(shippedSizes(`${ROOT}dist`)), []);
});
