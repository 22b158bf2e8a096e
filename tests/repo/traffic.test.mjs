import assert from "node:assert/strict";
import { test } from "node:test";

import { trafficLines, visits } from "../../tools/traffic.mjs";

const BYTES = {
  "catalog.json": 300,
  "embed-lean-ABCDEFGH.wasm": 700,
  "embed.js": 8,
  "hosho-standalone.html": 9_000,
  "hosho.js": 20,
  "hosho.wasm": 1_000,
  "index.html": 5,
  "later-ABCDEFGH.js": 70,
  "page.css": 1,
  "page.js": 40,
  "service-worker.js": 2,
};
const INDEX =
  '<link rel="stylesheet" href="page.css" /><link rel="modulepreload" href="hosho.js" /><script src="page.js">';

test("each kind of visit, counted by hand", () => {
  assert.deepEqual(visits(BYTES, INDEX, ["embed.js", "embed-lean-ABCDEFGH.wasm"]), {
    "until the first answer": { requests: 6, bytes: 5 + 1 + 20 + 40 + 1_000 + 300 },
    "a first visit in all, at most": { requests: 2 * 7 + 1, bytes: 5 + 1 + 20 + 40 + 1_000 + 300 + 70 + 5 + 2 },
    "a later visit with nothing new, at most": { requests: 1, bytes: 0 },
    "a calculator of one plan in an article": { requests: 2, bytes: 708 },
    "the library on another site": { requests: 3, bytes: 1_320 },
    "the page as one file": { requests: 1, bytes: 9_000 },
  });
});

test("of all readers of a day", () => {
  assert.deepEqual(trafficLines({ "a visit": { requests: 3, bytes: 172_800 } }, 1_000_000), [
    "a visit: 3 requests, 172,800 bytes; a day: 3 M requests, 172.8 GB, 35 requests/s, 16 Mbit/s",
  ]);
});
