import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { secondHomes, shipped } from "./one-home.mjs";
import { ROOT } from "./tree.mjs";

const BAD = join(ROOT, "tests/fixtures/one-home-bad");

test("no provider, plan or amount of the shipped data is named in code", () => {
  assert.ok(shipped(join(ROOT, "data")).length > 0);
  assert.deepEqual(secondHomes(ROOT, ["core", "wasm", "web"]), []);
});

test("every second home is found, and nothing else", () => {
  assert.deepEqual(secondHomes(BAD, ["core", "wasm", "web"]), [
    "core/src/rules.cpp:3: acme-care",
    "core/src/rules.cpp:3: acme",
    "core/src/rules.cpp:4: acme",
    "core/src/rules.cpp:5: 5500 yen",
    "core/src/rules.cpp:6: 12900 yen",
    "web/text/ja.json:2: アクメ",
    "web/text/ja.json:3: 12900 yen",
    "web/text/ja.json:4: 3700 yen",
  ]);
});
