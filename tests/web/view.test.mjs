import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./bundle.mjs";
import { option, reason } from "./options.mjs";

const { headOf, missText } = await load("web/elements/view.ts");
const { telling } = await load("web/elements/reasons.ts");
const form = await load("web/elements/form-state.ts");
const { Words } = await load("web/text/text.ts");
const words = new Words("ja", {});

const head = (one, others = [], best = "p") => headOf(one, { options: [one, ...others], best }, null, words);
const word = (more) => head(option(more));

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

test("an exclusion that does not apply says nothing against the cover, whatever its own conditions came out as", () => {
  const parts = [reason({ outcome: "no", facts: ["device.modified"] })];
  const spared = reason({ code: "incident_excluded", outcome: "yes", reasons: parts });
  const late = reason({ code: "within_period", outcome: "no", margin_days: -1, margin_days_max: -1 });
  const told = option({ verdict: "not_covered", reasons: [spared, late] });
  assert.deepEqual(
    telling(told).filter(({ outcome }) => outcome === "no"),
    [late],
  );
  assert.equal(missText(told, words), "1日すぎています");
  const open = reason({ code: "incident_excluded", outcome: "unknown", reasons: [reason({ outcome: "unknown" })] });
  assert.deepEqual(telling(option({ reasons: [open] })), open.reasons);
});

test("a fee of unknown height does not hide the sum that is known, nor the word free", () => {
  const open = { total_yen: { min: 0, max: null }, you_pay_yen: { min: 0, max: 0 } };
  assert.equal(word(open).word, "無料の見込み");
  const dear = { total_yen: { min: 3700, max: null }, you_pay_yen: { min: 3700, max: 3700 } };
  assert.equal(word(dear).word, "3,700円で直せる見込み");
});

test("a paid repair says whether no cover answers, whether none was named yet, or whether it only costs less", () => {
  const paid = option({ plan: "r", kind: "paid_repair", verdict: undefined });
  const no = option({ plan: "n", verdict: "not_covered" });
  assert.equal(head(paid, [no], "r").tone, "paid");
  assert.equal(head(paid, [no], "r").tag, words.say("ui.tag_none_answers"));
  assert.equal(head(paid, [option({}), no], "r").tag, words.say("ui.tag_best"));
  const unsaid = option({ plan: "u", verdict: "unknown", reasons: [reason({ code: "held", outcome: "unknown" })] });
  assert.equal(head(paid, [unsaid, no], null).tag, words.say("ui.tag_if_none_held"));
  const silent = option({ plan: "s", verdict: "unknown", reasons: [reason({ code: "held", outcome: "not_stated" })] });
  assert.equal(head(paid, [silent, no], null).tag, words.say("ui.tag_none_sure"));
});

test("a form makes the case that it shows, and shows the case that it was made from", () => {
  const facts = {
    as_of: "2024-03-29",
    device: { model: "m", bought_on: "2022-07" },
    incident: { kind: "battery_wear", on: "2024-03-29" },
    documents: { proof_of_purchase: false },
  };
  assert.deepEqual(form.toCase(form.fromCase(facts)), facts);
  const bare = { ...facts, device: { maker_warranty_until: "none" }, join_on: "2024-04-01" };
  assert.deepEqual(form.toCase(form.fromCase(bare)), bare);
  assert.ok(form.isAnswered(form.fromCase(bare), "device.maker_warranty_until"));
  assert.ok(!form.isAnswered(form.fromCase(bare), "device.bought_on"));
});

test("covers held make a list, none an empty one, and nothing said makes none at all", () => {
  const facts = {
    as_of: "2024-03-29",
    incident: { on: "2024-03-29" },
    covers: [
      { plan: "a", started_on: "2023-05", is_this_device: true, claims: [{ on: "2023-06-01", kind: "screen_crack" }] },
      { plan: "b", is_this_device: false, extended: true, claims: [] },
    ],
  };
  assert.deepEqual(form.toCase(form.fromCase(facts)), facts);
  assert.deepEqual(form.toCase(form.fromCase({ ...facts, covers: [] })).covers, []);
  const say = (state, fact, value) => form.withAnswer(state, { fact, value });
  const some = say(form.emptyForm("2024-03-29"), "covers", "some");
  assert.equal("covers" in form.toCase(some), false);
  assert.equal("covers" in form.toCase(say(some, "covers", null)), false);
  const one = say(say(some, "covers[0].plan", "a"), "covers[0].claims", "some");
  assert.deepEqual(form.toCase(one).covers, [{ plan: "a", is_this_device: true, claims: [{ on: null }] }]);
  const remedy = say(one, "covers[0].claims[0].remedy", "exchange");
  assert.deepEqual(form.toCase(remedy).covers[0].claims, [{ on: null, remedy: "exchange" }]);
  const ended = say(one, "covers[0].ended_on", { year: "2024", month: "3", day: "31" });
  assert.equal(form.toCase(ended).covers[0].ended_on, "2024-03-31");
  assert.equal(form.toCase(say(one, "covers[0].is_this_device", false)).covers[0].is_this_device, false);
  assert.equal("is_this_device" in form.toCase(say(one, "covers[0].is_this_device", null)).covers[0], false);
});

test("a cover that is taken back goes with all that it holds, and the others move up", () => {
  const facts = { as_of: "2024-03-29", covers: ["a", "b", "c"].map((plan) => ({ plan, joined_on: "2023-05-01" })) };
  const left = form.withAnswer(form.fromCase(facts), { fact: "covers[1]", value: undefined });
  assert.deepEqual(form.heldPlans(left), ["a", "c"]);
  assert.deepEqual(
    form.toCase(left).covers.map(({ joined_on }) => joined_on),
    ["2023-05-01", "2023-05-01"],
  );
});

test("a capacity is read as people type it, and a field that cannot be read is named", () => {
  const typed = (value) =>
    form.withAnswer(form.emptyForm("2024-03-29"), { fact: "incident.battery_capacity_percent", value });
  assert.equal(form.toCase(typed("７９．９％")).incident.battery_capacity_percent, 79.9);
  assert.equal(form.fieldProblem(typed("80")), null);
  assert.deepEqual(form.fieldProblem(typed("180")), {
    fact: "incident.battery_capacity_percent",
    code: "percent_unreadable",
  });
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
