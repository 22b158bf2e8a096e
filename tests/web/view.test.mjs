import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./bundle.mjs";

const { headOf, leading, missText, questionOf, telling } = await load("web/elements/view.ts");
const form = await load("web/elements/form-state.ts");
const { Words } = await load("web/text/text.ts");
const words = new Words("ja", {});

const option = (more) => ({
  plan: "p",
  kind: "cover",
  verdict: "covered",
  total_yen: { min: 0, max: 0 },
  you_pay_yen: { min: 0, max: 0 },
  charges: [],
  tax: "included",
  deadlines: [],
  missing: [],
  not_stated: [],
  cautions: [],
  reasons: [],
  steps: [],
  contacts: [],
  holds: [],
  cites: [],
  ...more,
});
const reason = (more) => ({ clause: "c", code: "flag_is", outcome: "yes", facts: [], reasons: [], ...more });
const word = (more) => headOf(option(more), "p", null, words);

test("free only where the terms say so; probably free while a point is silent or rests on one case", () => {
  assert.equal(word({}).word, "無料");
  assert.equal(word({ not_stated: [{ code: "x" }] }).word, "無料の見込み");
  assert.equal(word({ cautions: [{ code: "x" }] }).word, "無料の見込み");
  const inner = reason({ code: "incident_covered", values: { rests_on: "reported_case" } });
  assert.equal(word({ reasons: [reason({ code: "all_of", reasons: [inner] })] }).word, "無料の見込み");
});

test("a sum to pay is part of the word, and none is claimed where no source has it", () => {
  assert.equal(word({ total_yen: { min: 6600, max: 6600 } }).word, "6,600円で直せる見込み");
  assert.equal(word({ total_yen: { min: 6600, max: 6600 }, remedy: "exchange" }).word, "6,600円で交換できる見込み");
  assert.doesNotMatch(word({ total_yen: null }).word, /\d/);
});

test("the two ways of not knowing have seals of their own; a fact that moves only the sum is neither", () => {
  const open = reason({ outcome: "unknown" });
  const silent = reason({ outcome: "not_stated" });
  assert.equal(
    word({ verdict: "unknown", missing: [{ fact: "device.bought_on", impact: 1 }], reasons: [open] }).tone,
    "open",
  );
  assert.equal(word({ verdict: "unknown", not_stated: [{ code: "x" }], reasons: [silent] }).tone, "silent");
  const where = {
    verdict: "unknown",
    missing: [{ fact: "incident.where", impact: 0 }],
    not_stated: [{ code: "x" }],
    reasons: [silent],
  };
  assert.equal(word(where).tone, "silent");
});

test("not covered says by how much, where only time stands against it", () => {
  const late = reason({ code: "within_period", outcome: "no", margin_days: -16, margin_days_max: -16 });
  assert.equal(word({ verdict: "not_covered", reasons: [late] }).tag, "16日すぎています");
  const early = reason({ code: "not_before", outcome: "no", margin_days: -16 });
  assert.equal(missText(option({ verdict: "not_covered", reasons: [early] }), words), null);
});

test("of alternatives only those that carried the day are told", () => {
  const parts = [reason({ clause: "a", outcome: "yes" }), reason({ clause: "b", outcome: "no" })];
  const told = telling(
    option({ reasons: [reason({ code: "any_of", outcome: "yes", reasons: parts }), reason({ code: "payment" })] }),
  );
  assert.deepEqual(
    told.map(({ clause }) => clause),
    ["a"],
  );
});

test("the card speaks of the best cover, else of the one that comes nearest", () => {
  const paid = option({ plan: "r", kind: "paid_repair", verdict: undefined });
  const no = option({ plan: "n", verdict: "not_covered" });
  const maybe = option({ plan: "m", verdict: "unknown" });
  assert.equal(leading({ options: [paid, maybe, no], best: null }).plan, "m");
  assert.equal(leading({ options: [paid, no], best: "r" }).plan, "n");
  assert.equal(leading({ options: [maybe, option({})], best: "p" }).plan, "p");
});

test('a question met with "I don\'t know" gives way to the next one that settles something', () => {
  const missing = [
    { fact: "device.model", impact: 0.8 },
    { fact: "device.bought_on", impact: 0.2 },
    { fact: "incident.where", impact: 0 },
  ];
  const answer = {
    options: [option({ verdict: "unknown", missing })],
    best: null,
    next_question: { fact: "device.model", why: [] },
  };
  assert.equal(questionOf(answer, () => false).fact, "device.model");
  assert.equal(questionOf(answer, (fact) => fact === "device.model").fact, "device.bought_on");
  assert.equal(
    questionOf(answer, () => true),
    null,
  );
  assert.equal(
    questionOf({ ...answer, next_question: null }, () => false),
    null,
  );
});

test("a form makes the case that it shows, and shows the case that it was made from", () => {
  const facts = {
    as_of: "2024-03-29",
    device: { model: "m", bought_on: "2022-07" },
    incident: { kind: "battery_wear", on: "2024-03-29" },
    documents: { proof_of_purchase: false },
  };
  assert.deepEqual(form.toCase(form.fromCase(facts)), facts);
});

test("what is open stays out of the case, and what is half typed stays in the form", () => {
  const half = { year: "2022", month: "", day: "31" };
  let state = form.withAnswer(form.emptyForm("2024-03-29"), { fact: "device.bought_on", value: half });
  state = form.withAnswer(state, { fact: "device.bought_from", value: null });
  assert.deepEqual(form.toCase(state), { as_of: "2024-03-29", incident: { on: "2024-03-29" } });
  assert.deepEqual(state.answers["device.bought_on"], half);
  assert.equal(form.isUntouched(state), true);
});

test("a field that cannot be read is named before the engine is asked", () => {
  const state = form.withAnswer(form.emptyForm("2024-03-29"), { fact: "incident.repair_price_yen", value: "about 9" });
  assert.equal(form.fieldProblem(state).fact, "incident.repair_price_yen");
  assert.equal(form.fieldProblem(form.emptyForm("")).fact, "as_of");
});
