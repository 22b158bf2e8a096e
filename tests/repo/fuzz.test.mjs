import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

import { SEEDS, dictionaryOf, failureIn } from "../fuzz/run.mjs";
import { ROOT } from "./tree.mjs";

const done = (runs) => `#8 INITED cov: 12\nDone ${runs} runs in 31 second(s)\n`;

test("a fuzz target that ran its time without a find passes", () => {
  assert.equal(failureIn({ code: 0, output: done(15_991) }), null);
});

test("a crash, a target that is not there, one that ran nothing and one that says nothing do not", () => {
  const crash = "==7==ERROR: AddressSanitizer: heap-buffer-overflow\nartifact_prefix='build/fuzz/found/read_plan-'\n";
  assert.match(failureIn({ code: 77, output: crash }), /exit code 77/);
  assert.match(failureIn({ code: "SIGKILL", output: done(500) }), /SIGKILL/);
  assert.match(failureIn({ code: 127, output: "spawn ENOENT" }), /127/);
  assert.match(failureIn({ code: 0, output: done(2) }), /2 inputs only/);
  assert.match(failureIn({ code: 0, output: "INFO: Seed: 1\n" }), /does not say/);
});

test("every target has seeds, every seed a target", () => {
  const targets = readdirSync(`${ROOT}tests/fuzz`).filter((name) => name.endsWith(".cpp"));
  assert.deepEqual(Object.keys(SEEDS).sort(), targets.map((name) => name.replace(".cpp", "")).sort());
  for (const [target, seeds] of Object.entries(SEEDS)) assert.ok(seeds().length > 20, target);
});

test("the dictionary holds the words in quotes, once each, as libFuzzer reads them", () => {
  assert.deepEqual(dictionaryOf(['{"as_of":"2024-01-01"}', '{"as_of":1}']), ['"\\"2024-01-01\\""', '"\\"as_of\\""']);
});
