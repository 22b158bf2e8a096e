import assert from "node:assert/strict";
import { test } from "node:test";

import { LIMITS, shippedSizes, sizeLines, tooLarge } from "../../tools/sizes.mjs";
import { ROOT } from "./tree.mjs";

const sizes = (brotli) =>
  Object.fromEntries(
    Object.entries({ "hosho.js": 9_000, "hosho.wasm": 92_000, "catalog.json": 39_000, "page.js": 900_000, ...brotli }).map(
      ([name, bytes]) => [name, { bytes: 3 * bytes, brotli: bytes }],
    ),
  ); // prettier-ignore

test("the limits are those that were agreed", () => {
  assert.deepEqual(LIMITS.map(({ brotli }) => brotli), [92_000, 140_000]); // prettier-ignore
});

test("what is on the limit is shipped", () => {
  assert.deepEqual(tooLarge(sizes()), []);
});

test("one byte more is too much, in the core alone and in all that a reader loads", () => {
  assert.deepEqual(tooLarge(sizes({ "hosho.wasm": 92_001, "catalog.json": 38_999 })), [
    "hosho.wasm: 1 bytes over the limit of 92,000 bytes brotli",
  ]);
  assert.deepEqual(tooLarge(sizes({ "catalog.json": 39_001 })), [
    "hosho.js + hosho.wasm + catalog.json: 1 bytes over the limit of 140,000 bytes brotli",
  ]);
  assert.equal(tooLarge(sizes({ "hosho.wasm": 200_000 })).length, 2);
});

test("each size is printed, and each limit with what there is of it", () => {
  const lines = sizeLines(sizes({ "hosho.wasm": 71_290 }));
  assert.equal(lines[1], "hosho.wasm     213,870 bytes,    71,290 brotli");
  assert.deepEqual(lines.slice(-2), [
    "hosho.wasm: 71,290 of 92,000 brotli",
    "hosho.js + hosho.wasm + catalog.json: 119,290 of 140,000 brotli",
  ]);
});

test("what was built keeps the limits", () => {
  assert.deepEqual(tooLarge(shippedSizes(`${ROOT}dist`)), []);
});
