import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { load } from "./bundle.mjs";

const { addressOf, langIn, questionIn } = await load("web/elements/address.ts");
const { breakEven, breakEvenText } = await load("web/elements/break-even.ts");
const { joinQuestion, outcomeOf, splitOptions, splitRows } = await load("web/elements/join-view.ts");
const { incidentsOf, scenarioOf, withCount, withFee } = await load("web/elements/stretch.ts");
const { writeMonths } = await load("web/text/days.ts");
const { cheapestFirst, savingSign, writeSaving } = await load("web/text/format.ts");
const { Words } = await load("web/text/text.ts");

const words = new Words("ja", { plans: [{ id: "extra", part_of: { plan: "p" } }] });
const stretch = { months: 24, counts: { screen_crack: 2 }, quotes: {}, fees: {} };
const option = (plan, verdict, missing = []) => ({ plan, verdict, missing: missing.map((fact) => ({ fact })) });
const exact = (yen) => ({ min: yen, max: yen });
const row = (plan, verdict, total, saving, fees = exact(1)) => ({
  option: option(plan, verdict),
  cost: { total_yen: total, saving_yen: saving, fees_yen: fees },
});

test("the address tells question and language, in any order", () => {
  assert.equal(questionIn("#join"), "join");
  assert.equal(questionIn("#en&until"), "until");
  assert.equal(questionIn("#answer"), null);
  assert.equal(langIn({ search: "", hash: "#join&en" }), "en");
  assert.equal(langIn({ search: "?lang=en", hash: "#join" }), "en");
  assert.equal(langIn({ search: "", hash: "#join" }), "ja");
  assert.equal(addressOf("join", "en"), "?lang=en#join");
  assert.equal(addressOf("join", "en", "v1:q=join&m=x"), "?lang=en#v1:q=join&m=x");
  assert.equal(questionIn("#v1:m=x&q=until"), "until");
  assert.equal(questionIn("#v1:m=join"), null);
  assert.equal(langIn({ search: "", hash: "#v1:m=x&en" }), "ja");
});

describe("the turning point", () => {
  const falling = (start, fee) => (months) => exact(start - fee * months);

  test("is the last cheaper month and the first dearer one", () => {
    assert.deepEqual(breakEven(falling(32980, 1180), 60), { cheaperThrough: 27, dearerFrom: 28 });
    assert.deepEqual(breakEven(falling(3000, 1000), 60), { cheaperThrough: 2, dearerFrom: 4 });
    assert.deepEqual(breakEven(falling(0, 500), 60), { cheaperThrough: 0, dearerFrom: 1 });
    assert.deepEqual(breakEven(falling(90000, 500), 60), { cheaperThrough: 60, dearerFrom: null });
  });

  test("is the same as by asking for every month", () => {
    for (let start = -500; start < 9000; start += 123) {
      const savingAt = (months) => ({ min: start - 150 * months, max: start + 400 - 140 * months });
      const months = Array.from({ length: 60 }, (_, index) => index + 1);
      const cheaper = months.filter((month) => savingAt(month).min > 0);
      const dearer = months.find((month) => savingAt(month).max < 0) ?? null;
      assert.deepEqual(breakEven(savingAt, 60), { cheaperThrough: cheaper.length, dearerFrom: dearer });
    }
  });

  test("stays open where a bound is not known", () => {
    assert.deepEqual(
      breakEven(() => ({ min: null, max: null }), 60),
      { cheaperThrough: 0, dearerFrom: null },
    );
    assert.equal(breakEvenText({ cheaperThrough: 0, dearerFrom: null }, 60).key, "join.even_open");
    assert.equal(breakEvenText({ cheaperThrough: 27, dearerFrom: 28 }, 60).key, "join.even");
    assert.equal(breakEvenText({ cheaperThrough: 2, dearerFrom: 4 }, 60).key, "join.even_between");
    assert.equal(breakEvenText({ cheaperThrough: 0, dearerFrom: 1 }, 60).key, "join.even_at_once");
    assert.equal(breakEvenText({ cheaperThrough: 60, dearerFrom: null }, 60).key, "join.even_never");
    assert.equal(breakEvenText({ cheaperThrough: 0, dearerFrom: 9 }, 60).key, "join.even_open_then_dearer");
    assert.equal(breakEvenText({ cheaperThrough: 9, dearerFrom: null }, 60).key, "join.even_cheaper_then_open");
  });
});

test("what a plan saves is told with its sign, and what is open stays open", () => {
  const said = (min, max) => writeSaving({ min, max }, words.say);
  assert.equal(said(4660, 4660), "4,660円安い");
  assert.equal(said(-60, -60), "60円高い");
  assert.equal(said(-500, -60), "60〜500円高い");
  assert.equal(said(-60, 500), "60円高い〜500円安い");
  assert.equal(said(0, 0), "同額");
  assert.equal(said(100, null), "100円以上安い");
  assert.equal(said(null, -100), "100円以上高い");
  assert.equal(said(null, 0), "差は不明");
  assert.equal(savingSign({ min: 0, max: 5 }), "open");
  assert.ok(cheapestFirst({ min: 0, max: null }, exact(9)) > 0);
  assert.equal(writeMonths(9, words.say), "9か月");
  assert.equal(writeMonths(28, words.say), "28か月（2年4か月）");
});

test("a stretch makes the scenario: one incident for each time, quotes and fees where they can be read", () => {
  assert.deepEqual(incidentsOf(stretch), [{ kind: "screen_crack" }, { kind: "screen_crack" }]);
  const typed = { ...stretch, quotes: { screen_crack: "20,000円" }, fees: { p: "abc", q: "500" } };
  assert.equal(incidentsOf(typed)[1].repair_price_yen, 20000);
  assert.equal(scenarioOf("p", "2024-08-01", typed).monthly_fee_yen, undefined);
  assert.equal(scenarioOf("q", "2024-08-01", typed, 3).monthly_fee_yen, 500);
  assert.deepEqual(withCount(stretch, "screen_crack", 0).counts, {});
  assert.equal(scenarioOf("q", "2024-08-01", withFee(typed, "q", 1480), 12).monthly_fee_yen, 1480);
  assert.equal(scenarioOf("q", "2024-08-01", withFee(typed, "q", undefined), 12).monthly_fee_yen, 500);
  assert.deepEqual(incidentsOf(withFee(typed, "q", 1480)), []);
});

test("covers that come with another are not joined; the open ones stand apart from the refused", () => {
  const all = [option("p", "can_join"), option("q", "unknown"), option("extra", "unknown"), option("r", "cannot_join")];
  const { open, refused } = splitOptions({ options: all }, words);
  assert.deepEqual(
    [open, refused].map((list) => list.map(({ plan }) => plan)),
    [["p", "q"], ["r"]],
  );
});

test("the question is what most covers wait for, and is not put again once it was declined", () => {
  const open = [option("p", "unknown", ["device.condition", "payment"]), option("q", "unknown", ["payment"])];
  const asked = (answers) => joinQuestion(open, { asOf: "2024-08-01", answers }, words)?.fact;
  assert.equal(asked({}), "payment");
  assert.equal(asked({ payment: null }), "device.condition");
  assert.equal(asked({ payment: null, "device.condition": "new" }), undefined);
  const days = [option("p", "unknown", ["line.opened_on"])];
  const parts = (year) => ({ "line.opened_on": { year, month: "1", day: "" } });
  assert.equal(joinQuestion(days, { asOf: "", answers: parts("") }, words)?.fact, "line.opened_on");
  assert.equal(joinQuestion(days, { asOf: "", answers: parts("2024") }, words), null);
});

test("the cheapest way that can be joined comes first; a plan without a fee is not compared", () => {
  const rows = [
    row("maybe", "unknown", exact(10), exact(90)),
    row("sure", "can_join", exact(50), exact(50)),
    row("feeless", "unknown", { min: 0, max: null }, { min: null, max: 100 }, { min: 0, max: null }),
  ];
  assert.deepEqual(
    splitRows(rows).priced.map(({ option: { plan } }) => plan),
    ["sure", "maybe"],
  );
  assert.equal(splitRows(rows).feeless[0].option.plan, "feeless");
  assert.equal(outcomeOf(rows).best.option.plan, "sure");
  assert.equal(outcomeOf([rows[2]]).outcome, "open");
  assert.equal(outcomeOf([row("p", "unknown", exact(9), { min: null, max: 0 })]).outcome, "dearer");
  assert.equal(outcomeOf([]).outcome, "none");
});
