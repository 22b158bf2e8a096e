// What is known to differ still differs: an entry whose matter is settled has to go.

import assert from "node:assert/strict";
import { test } from "node:test";

import { readCatalog } from "./catalog.mjs";
import { ASSESS, differencesOfCase, loadLibrary } from "./compare.mjs";
import { ENROLMENT } from "./enrolment-differences.mjs";
import { EXAMPLES } from "./known-examples.mjs";
import { KNOWN, knownAs } from "./known.mjs";
import { TIMELINE } from "./timeline-differences.mjs";

const catalog = readCatalog();
const library = await loadLibrary();
const SUBJECTS = { assess: ASSESS, enrolment: ENROLMENT, timeline: TIMELINE };

for (const { known, question, plan: id, case: root } of EXAMPLES) {
  test(`${question}, ${id}: ${known}`, () => {
    const plan = catalog.plans.find((candidate) => candidate.id === id);
    const subject = SUBJECTS[question];
    const answers = differencesOfCase(root, [plan], catalog, subject.ask(library), { most: 3000 }, subject.differ);
    const names = answers.flatMap(({ found }) => found.map((one) => knownAs(question, one, root, plan)));
    assert.ok(names.length > 0, "they agree now: take the entry out of known.mjs and known-examples.mjs");
    assert.ok(names.includes(known), names.join(", "));
    assert.ok(!names.includes(undefined), "it shows another difference too");
  });
}

test("every matter that is known has an example", () => {
  assert.deepEqual([...new Set(EXAMPLES.map(({ known }) => known))].sort(), [...KNOWN].sort());
});
