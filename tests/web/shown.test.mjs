import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./bundle.mjs";
import { option, reason } from "./options.mjs";

const { leadOf, shownOf } = await load("web/elements/shown.ts");
const { questionsOf } = await load("web/elements/question.ts");
const { Words } = await load("web/text/text.ts");

const EXTRA = { id: "extra", name: { ja: "付", en: "extra" }, part_of: { plan: "joined" } };
const words = new Words("ja", { plans: [EXTRA] });
const held = (outcome, clause = "held") => reason({ code: "held", outcome, clause });
const cover = (plan, verdict, outcome, more = {}) =>
  option({ plan, verdict, reasons: outcome ? [held(outcome)] : [], ...more });
const against = (plan, clause, more = {}) =>
  option({ plan, verdict: "not_covered", reasons: [reason({ outcome: "no", ...clause })], ...more });
const paid = option({ plan: "paid", kind: "paid_repair", verdict: undefined });
const leading = (options, best = null) => leadOf({ options, best }, words)?.plan ?? null;
const plans = (options) => options.map(({ plan }) => plan);

test("the best option leads, whatever stands before it", () => {
  assert.equal(leading([cover("maybe", "unknown"), option({ plan: "p" })], "p"), "p");
  assert.equal(leading([cover("maybe", "unknown"), paid], "paid"), "paid");
});

test("while nothing is best, a cover of this person leads that answers, then one that may, then what is paid", () => {
  const no = cover("no", "not_covered");
  assert.equal(leading([paid, cover("maybe", "unknown"), cover("sure", "covered", "yes"), no]), "sure");
  assert.equal(leading([paid, cover("came-along", "unknown"), no]), "came-along");
  assert.equal(leading([cover("first", "unknown", "yes"), cover("second", "unknown", "yes")]), "first");
  assert.equal(leading([paid, no]), "paid");
  assert.equal(leading([no]), "no");
});

test("a cover leads neither because nobody said that it is held nor because the terms do not say who can have it", () => {
  const unsaid = cover("unsaid", "unknown", "unknown");
  const silent = cover("silent", "unknown", "not_stated");
  assert.equal(leading([unsaid, silent, paid]), "paid");
  assert.equal(leading([unsaid, silent, cover("came-along", "unknown"), paid]), "came-along");
  assert.equal(leading([unsaid, cover("no", "not_covered")]), null);
  assert.equal(leading([silent, cover("no", "not_covered")]), "no");
});

test("a service that is part of another plan leads only where it is the best", () => {
  const extra = cover("extra", "covered", "yes");
  assert.equal(leading([extra, cover("joined", "unknown", "yes")]), "joined");
  assert.equal(leading([extra, cover("joined", "unknown", "yes")], "extra"), "extra");
});

test("a warranty that may have come with the phone leads only if something is known of the phone", () => {
  const applies = (parts) => [reason({ code: "applies_to", outcome: "unknown", reasons: parts })];
  const maker = reason({ code: "word_in", facts: ["device.maker"] });
  const seller = reason({ code: "word_in", outcome: "unknown", facts: ["device.bought_from"] });
  const maybe = (parts) => option({ plan: "maybe", verdict: "unknown", reasons: applies(parts) });
  assert.equal(leading([maybe([maker, seller])]), "maybe");
  assert.equal(leading([maybe([seller]), paid]), "paid");
  assert.equal(leading([maybe([seller])]), null);
});

test("beside the card stand what may answer, what would if it is held, what is paid, and what does not answer", () => {
  const foreign = against("foreign", { code: "word_in", facts: ["device.maker"] });
  const elsewhere = against("elsewhere", { code: "applies_to" });
  const unheld = against("unheld", { code: "held", clause: "not_held" });
  const other = against("other", { code: "held", clause: "held" });
  const excluded = cover("excluded", "not_covered", "unknown");
  const mine = against("mine", { code: "incident_excluded" });
  const joined = cover("joined", "not_covered", "yes");
  const unsaid = cover("unsaid", "unknown", "unknown");
  const also = option({ plan: "also" });
  const options = [option({}), paid, also, unsaid, foreign, elsewhere, unheld, excluded, mine, other, joined];
  const shown = shownOf({ options, best: "p" }, words);
  assert.deepEqual(plans(shown.possible), ["also"]);
  assert.deepEqual(plans(shown.ifHeld), ["unsaid"]);
  assert.deepEqual(plans(shown.paid), ["paid"]);
  assert.deepEqual(plans(shown.refused), ["joined", "mine", "other"]);
  assert.deepEqual(plans(shown.aside.foreign), ["foreign", "elsewhere"]);
  assert.deepEqual(plans(shown.aside.unheld), ["unheld"]);
  assert.deepEqual(plans(shown.aside.excluded), ["excluded"]);
});

test("nothing of an answer is lost, and nothing stands twice", () => {
  const options = ["yes", "no", "unknown", "not_stated", undefined].flatMap((outcome) =>
    ["covered", "not_covered", "unknown"].map((verdict) => cover(`${outcome}-${verdict}`, verdict, outcome)),
  );
  const { lead, possible, ifHeld, refused, aside } = shownOf({ options, best: null }, words);
  const parts = [[lead], possible, ifHeld, refused, aside.foreign, aside.unheld, aside.excluded].flat();
  assert.deepEqual(plans(parts).sort(), plans(options).sort());
});

test("of the covers that may be held, those that are surely for this phone come first", () => {
  const applying = (plan, outcome) =>
    option({ plan, verdict: "unknown", reasons: [held("unknown"), reason({ code: "applies_to", outcome })] });
  const options = [paid, applying("perhaps", "unknown"), applying("surely", "yes")];
  assert.deepEqual(plans(shownOf({ options, best: null }, words).ifHeld), ["surely", "perhaps"]);
});

const asking = (plan, missing, more = {}) => {
  const open = reason({ outcome: "unknown", facts: missing.map(({ fact }) => fact) });
  return option({ plan, verdict: "unknown", reasons: [open], missing, ...more });
};
const ask = (options, fact, lead, declined = () => false) =>
  questionsOf({ options, best: null, next_question: fact === null ? null : { fact, why: [] } }, lead, declined);

test('a question met with "I don\'t know" gives way to the next one that settles something', () => {
  const lead = asking("p", [
    { fact: "device.model", impact: 0.8 },
    { fact: "device.bought_on", impact: 0.2 },
  ]);
  assert.equal(ask([lead], "device.model", lead).lead.fact, "device.model");
  assert.equal(ask([lead], "device.model", lead, (fact) => fact === "device.model").lead.fact, "device.bought_on");
  assert.equal(ask([lead], "device.model", lead, () => true).lead, null);
  assert.equal(ask([lead], null, lead).lead, null);
});

test("with the card stands the question that it waits for; what others wait for stands beside them", () => {
  const lead = asking("p", [{ fact: "incident.where", impact: 0.3 }]);
  const other = asking("q", [{ fact: "documents.credit_card", impact: 0.5 }]);
  const { lead: main, aside } = ask([other, lead], "documents.credit_card", lead);
  assert.equal(main.fact, "incident.where");
  assert.deepEqual(main.plans, ["p"]);
  assert.equal(main.settles, true);
  assert.equal(aside.fact, "documents.credit_card");
  assert.deepEqual(aside.plans, ["q"]);
  assert.equal(ask([other, lead], "incident.where", lead).aside, null);
});

test("a fact that moves only the sum is asked where it settles the sum, not where the terms are silent", () => {
  const quote = [{ fact: "incident.repair_price_yen", impact: 0 }];
  const silent = asking("p", quote, { reasons: [reason({ outcome: "not_stated" })] });
  assert.equal(ask([silent], "incident.repair_price_yen", silent).lead, null);
  const covered = option({ missing: [{ fact: "incident.where", impact: 0.1 }] });
  assert.equal(ask([covered], "incident.where", covered).lead.moves, "sum");
  assert.equal(ask([asking("p", quote)], "incident.repair_price_yen", asking("p", quote)).lead.moves, "verdict");
});

test("what moves the sum of a cover that surely answers is asked until the sum is one", () => {
  const remedy = [{ fact: "incident.remedy", impact: 0 }];
  const sure = option({ total_yen: { min: 12_000, max: 16_400 }, missing: remedy });
  assert.equal(ask([sure], null, sure).lead.fact, "incident.remedy");
  assert.equal(ask([sure], null, sure).lead.moves, "sum");
  assert.equal(ask([sure], null, sure, () => true).lead, null);
  const one = option({ total_yen: { min: 12_000, max: 12_000 }, missing: remedy });
  assert.equal(ask([one], null, one).lead, null);
  const elsewhere = option({ total_yen: { min: 1, max: 2 }, missing: [{ fact: "device.bought_on", impact: 0 }] });
  assert.equal(ask([elsewhere], null, elsewhere).lead, null);
});

test("one answer settles the card where nothing else decides the verdict, even if more could move the sum", () => {
  const bought = { fact: "device.bought_on", impact: 0.3 };
  const where = { fact: "incident.where", impact: 0 };
  const read = (...facts) => [reason({ outcome: "unknown", facts })];
  const one = asking("p", [where, bought], { reasons: read("device.bought_on", "incident.on") });
  assert.equal(ask([one], "device.bought_on", one).lead.settles, true);
  assert.equal(ask([one], "device.bought_on", one, (fact) => fact === "device.bought_on").lead, null);
  const two = asking("p", [where, bought]);
  assert.equal(ask([two], "device.bought_on", two).lead.settles, false);
});

test("which covers are held is asked by the card where it has no answer without them, else beside it", () => {
  const unsaid = asking("u", [{ fact: "covers", impact: 0.5 }]);
  assert.deepEqual(ask([unsaid, paid], "covers", paid), { lead: null, aside: null, held: true });
  assert.deepEqual(ask([unsaid], "covers", null), { lead: null, aside: null, held: true });
  const free = option({});
  assert.deepEqual(ask([free, unsaid], "covers", free), { lead: null, aside: null, held: false });
});
