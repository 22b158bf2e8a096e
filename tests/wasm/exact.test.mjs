// What is not said may turn out to be anything: for every plan, answers to cases with one hole are sound, tight, and ask
// for exactly the facts that some completion makes matter. `node tests/wasm/exact.mjs` opens pairs of holes, too.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { loadHosho } from "../../dist/hosho.js";
import { objections } from "./completions.mjs";
import { check } from "./exact.mjs";

const CASES_OF_A_PLAN = 12;
const hosho = await loadHosho();

describe("Answers to cases with a hole are exact", () => {
  for (const { id } of hosho.info().plans) {
    it(id, () => assert.deepEqual(check(id, { cases: CASES_OF_A_PLAN, pairs: false }).found, []));
  }
  for (const { id } of hosho.info().plans) {
    it(`${id}, joining it`, () => {
      const { found } = check(id, { question: "enrolment", cases: CASES_OF_A_PLAN, pairs: false });
      assert.deepEqual(found, []);
    });
  }
  it("are told to be wrong when they are", () => {
    const yen = (min, max) => ({ min, max });
    const answer = (verdict, total_yen, missing = []) => ({ verdict, total_yen, missing, cautions: [] });
    const told = [
      { values: ["a"], answer: answer("covered", yen(0, 0)) },
      { values: ["b"], answer: answer("not_covered", yen(8000, 8000)) },
    ];
    const found = (open) => objections(open, told, ["device.model"]).map((text) => text.split(":")[0]);
    const asks = [{ fact: "device.model" }];
    assert.deepEqual(found(answer("unknown", yen(0, 8000), asks)), []);
    assert.deepEqual(found(answer("unknown", yen(0, 9000), asks)), ["wide"]);
    assert.deepEqual(found(answer("unknown", yen(0, 7000), asks)), ["unsound"]);
    assert.deepEqual(found(answer("covered", yen(0, 8000), asks)), ["unsound"]);
    assert.deepEqual(found(answer("unknown", yen(0, 8000))), ["device.model matters, but is not asked for"]);
  });
});
