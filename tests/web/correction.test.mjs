// Corrections that readers make to plan files.

import assert from "node:assert/strict";
import { test } from "node:test";

import { loadHosho } from "../../dist/hosho.js";
import { load } from "./bundle.mjs";

const { clausesOf, correctionText, isReadable, written } = await load("web/elements/correction-text.ts");
const hosho = await loadHosho();
const { plans, data_version: version } = hosho.catalog;

const CASE = { as_of: "2024-06-01", device: { model: "xiaomi-11t-pro" }, incident: { kind: "battery_wear" } };
const { options } = hosho.assess(CASE);
const at = (node, pointer) =>
  pointer.split("/").reduce((part, key) => part[key.replace(/~1/g, "/").replace(/~0/g, "~")], { "": node });

const correction = (plan, clause, edited = written(clause)) =>
  JSON.parse(correctionText({ plan, version, clause, edited, wrong: "w", source: "s" }));

test("every clause that an answer names stands in the file where its pointer leads", () => {
  for (const plan of plans) {
    const clauses = clausesOf(plan, options.find((one) => one.plan === plan.id).reasons);
    assert.ok(clauses.length > 0, plan.id);
    for (const { id, pointer, value } of clauses) {
      assert.equal(at(plan, pointer), value);
      assert.equal(value.id, id);
    }
  }
});

test("an edited clause is a patch that fits this version alone; the patched file is a plan file", () => {
  const plan = structuredClone(plans.find(({ id }) => id === "xiaomi-11t-special-warranty"));
  const clauses = clausesOf(plan, options.find((one) => one.plan === plan.id).reasons);
  const clause = clauses.find(({ id }) => id === "within-24-months");
  const made = correction(plan, clause, JSON.stringify({ ...clause.value, months: 36 }));
  assert.deepEqual([made.plan, made.data_version, made.clause], [plan.id, version, clause.id]);
  const [stands, replace] = made.patch;
  assert.deepEqual(stands, { op: "test", path: clause.pointer, value: clause.value });
  assert.equal(replace.value.months, 36);
  const home = at(plan, replace.path.replace(/\/[^/]*$/, ""));
  home[replace.path.split("/").pop()] = replace.value;
  const errors = hosho.check(JSON.stringify(plan)).filter(({ severity }) => severity === "error");
  assert.deepEqual(errors, []);
});

test("what the reader cannot mend is told without a change, and broken JSON is none", () => {
  const plan = plans.find(({ id }) => id === "applecare-plus");
  const [clause] = clausesOf(plan, options.find((one) => one.plan === plan.id).reasons);
  assert.deepEqual(
    correction(plan, clause).patch.map(({ op }) => op),
    ["test"],
  );
  assert.ok(isReadable(written(clause)));
  for (const bad of ["", "{", "24", '{"months": }']) assert.equal(isReadable(bad), false, bad);
});
