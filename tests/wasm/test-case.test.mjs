import assert from "node:assert/strict";
import { test } from "node:test";

import { differencesFromCase } from "../cases/compare.mjs";
import { load } from "../web/bundle.mjs";

const { loadHosho } = await import("../../dist/hosho.js");
const { testCases } = await load("web/elements/test-case.ts");
const hosho = await loadHosho();

const device = { model: "xiaomi-11t-pro", bought_on: "2022-07" };
const incident = { kind: "battery_wear", on: "2024-03-29" };
const cover = { plan: "linemo-mochikomi", joined_on: "2023-11-04" };
const facts = { as_of: "2024-03-29", device, incident };

const CASES = [
  ["a case with a cover that leads", "broke", facts],
  ["a case that waits for facts", "broke", { as_of: "2024-03-29", incident: { kind: "screen_crack" } }],
  ["covers held, each", "broke", { ...facts, covers: [cover, { plan: "applecare-plus" }] }],
  ["covers to join", "join", { ...facts, covers: [] }],
  ["days ahead", "until", { ...facts, covers: [cover] }],
];

const recordsOf = (question, asked) => testCases({ hosho, question, facts: asked, title: "t", source: "#v1:" });

function answerTo({ question, plan, case: asked }) {
  const { options } = question === "enrolment" ? hosho.enrolment(asked) : hosho.assess(asked);
  return options.find((option) => option.plan === plan);
}

for (const [name, question, asked] of CASES) {
  test(`what the page saves is a record that the engine passes: ${name}`, () => {
    const records = recordsOf(question, asked);
    assert.ok(records.length > 0);
    for (const record of records) assert.deepEqual(differencesFromCase(record, answerTo(record)), [], record.plan);
    assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
  });
}

test("a record has the keys of the records in tests/cases, and one whose answer changed is found", () => {
  const [record] = recordsOf("broke", facts);
  assert.deepEqual(Object.keys(record).sort(), [
    ...["accept", "case", "confidence", "evidence", "expect", "id", "plan", "question", "source", "title"],
  ]);
  const changed = { ...record, expect: { ...record.expect, verdict: "not_covered" } };
  assert.notDeepEqual(differencesFromCase(changed, answerTo(changed)), []);
  assert.deepEqual(recordsOf("broke", { ...facts, covers: [cover] }).map(({ plan }) => plan), [cover.plan]); // prettier-ignore
});

test("of what happened only the first question asks", () => {
  for (const question of ["join", "until"])
    for (const record of recordsOf(question, facts)) assert.equal(record.case.incident, null);
});
