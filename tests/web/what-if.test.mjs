// The slider of "what if", and the stretches of the engine in words.

import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./bundle.mjs";

const { daysBetween, daysLater, dayAfter, firstDayOf } = await load("web/text/days.ts");
const { scaleOf, thousandths } = await load("web/text/scale.ts");
const { risen } = await load("web/text/format.ts");
const { rowsOf, textAt, flipText } = await load("web/elements/what-if-rows.ts");
const { Words } = await load("web/text/text.ts");

const [DAY, CAPACITY, PRICE] = ["incident.on", "incident.battery_capacity_percent", "incident.repair_price_yen"];
const ja = new Words("ja", {});
const en = new Words("en", {});

const sum = (min, max = min) => ({ min, max });
const option = (plan, kind, verdict, yen) => ({
  plan, kind, verdict, you_pay_yen: yen, total_yen: yen, charges: [], deadlines: [], missing: [], not_stated: [],
  cautions: [], reasons: [], steps: [], contacts: [], holds: [], cites: [],
}); // prettier-ignore
const cover = (yen) => option("p", "cover", "covered", yen);
const paid = (yen) => option("r", "paid_repair", undefined, yen);
const stretch = (from, to, lead, rising = []) => ({ from, to, best: lead.plan, options: [lead], rising });
const answer = (fact, ...stretches) => ({ as_of: "2024-03-29", data_version: "", fact, stretches });
const told = (fact, stretches, seen, words = ja, start = null) =>
  rowsOf(answer(fact, ...stretches), scaleOf(fact, seen, start), words).map(({ where, text }) => `${where} ${text}`);

test("days are counted on and back over leap days and centuries", () => {
  for (let [day, count] = ["1999-12-25", 0]; count < 3000; count += 1, day = dayAfter(day)) {
    assert.equal(daysLater("1999-12-25", count), day);
    assert.equal(daysLater(day, -count), "1999-12-25");
  }
  assert.equal(daysLater("2199-12-31", daysBetween("2199-12-31", "1900-01-01")), "1900-01-01");
  assert.equal(daysLater("2024-02", 3), "2024-02");
  assert.deepEqual(["2024-02", "2024-02-09"].map(firstDayOf), ["2024-02-01", "2024-02-09"]);
});

test("a slider of days begins with the purchase, or before the first flip, and ends behind the last", () => {
  const scale = scaleOf(DAY, ["2024-07-16", "2000-01-01", "2024-03-29"], "2022-07-15");
  assert.deepEqual([scale.valueAt(scale.least), scale.valueAt(scale.most)], ["2022-07-15", "2024-09-14"]);
  assert.equal(scale.valueAt(scale.placeOf("2024-07-16")), "2024-07-16");
  const open = scaleOf(DAY, ["2024-07-16", "2024-03-29"], null);
  assert.equal(open.valueAt(0), "2024-02-28");
});

test("a slider of prices goes beyond the dearest in round steps, up to the largest that a case may name", () => {
  assert.deepEqual([scaleOf(PRICE, [], null).most, scaleOf(PRICE, [50_001], null).most], [50_000, 70_000]);
  assert.equal(scaleOf(PRICE, [100_000_000], null).most, 100_000_000);
  assert.equal(scaleOf(PRICE, [50_001], null).step, 350);
});

test("places lie along the slider in thousandths, and not beyond its ends", () => {
  const scale = scaleOf(CAPACITY, [], null);
  assert.deepEqual([-Infinity, 0, 79.999, 80, Infinity].map((place) => thousandths(place, scale)), [0, 0, 799.99, 800, 1000]); // prettier-ignore
});

test("a sum that rises keeps an open end", () => {
  assert.deepEqual(risen(sum(0, null), 5, 5), sum(5, null));
  assert.deepEqual(risen(sum(10), 0, 90), sum(10, 100));
  assert.deepEqual(risen(sum(10), 0, null), sum(10, null));
  assert.equal(risen(null, 1, 1), null);
});

test("days are told until, from and between; what nobody could have meant is left out", () => {
  const stretches = [
    stretch(null, "2022-07-14", paid(sum(9000))),
    stretch("2022-07-15", "2024-07-15", cover(sum(0))),
    stretch("2024-07-16", "2024-07-16", cover(sum(3000))),
    stretch("2024-07-17", "2025-12-31", paid(sum(8000))),
    stretch("2026-01-01", null, paid(sum(9000))),
  ];
  assert.deepEqual(told(DAY, stretches, ["2024-03-29", "2026-01-01"], ja, "2022-07-15"), [
    "2024年7月15日まで 無料",
    "2024年7月16日 3,000円で直せる見込み",
    "2024年7月17日〜2025年12月31日 有償の修理（8,000円）",
    "2026年1月1日から 有償の修理（9,000円）",
  ]);
  const [first] = told(DAY, stretches, ["2022-07-15"], en);
  assert.equal(first, "Until 14 July 2022 Paid repair (9,000 yen)");
});

test("what reads the same is one line", () => {
  const stretches = [stretch(0, 12_000, cover(sum(0))), stretch(12_001, null, cover(sum(0)))];
  assert.deepEqual(told(PRICE, stretches, []), ["修理代がいくらでも 無料"]);
});

test("capacities are told without a smallest step", () => {
  const lines = (...froms) =>
    told(CAPACITY, froms.map((from, index) => stretch(from, 100, cover(sum(index)))), []).map((line) => line.split(" ")[0]); // prettier-ignore
  assert.deepEqual(lines(0, 80, 81), ["80％未満", "80％以上81％未満", "81％以上"]);
  assert.deepEqual(lines(0, 50.001, 80), ["50％以下", "50％超80％未満", "80％以上"]);
});

test("a payment that goes with the price is told from end to end, and to the yen where the slider is", () => {
  const stretches = [stretch(0, 3700, paid(sum(0)), ["r"]), stretch(3701, null, cover(sum(3700)))];
  assert.deepEqual(told(PRICE, stretches, [3701]), [
    "3,700円まで 有償の修理（0〜3,700円）",
    "3,701円から 3,700円で直せる見込み",
  ]);
  const whole = answer(PRICE, ...stretches);
  const rows = rowsOf(whole, scaleOf(PRICE, [3701], null), ja);
  assert.equal(textAt(rows[0], 1234, whole, ja), "有償の修理（1,234円）");
  assert.equal(textAt(rows[1], 9999, whole, ja), "3,700円で直せる見込み");
});

test("the sentence tells the next flip, else the last one, else that there is none", () => {
  const stretches = [
    stretch(null, "2023-01-31", paid(sum(9000))),
    stretch("2023-02-01", "2024-07-15", cover(sum(0))),
    stretch("2024-07-16", null, paid(sum(8000))),
  ];
  const scale = scaleOf(DAY, ["2023-02-01", "2024-07-16"], null);
  const rows = rowsOf(answer(DAY, ...stretches), scale, ja);
  const said = (day) => flipText(rows, scale.placeOf(day), DAY, scale, ja);
  assert.equal(said("2023-01-31"), "2023年1月31日までは「有償の修理（9,000円）」、翌日からは「無料」です。");
  const last = "2024年7月15日までは「無料」、翌日からは「有償の修理（8,000円）」です。";
  assert.deepEqual(["2023-02-01", "2024-07-15", "2024-07-16"].map(said), [last, last, last]);
  assert.equal(flipText(rows.slice(1, 2), 0, DAY, scale, ja), "これを変えても、答えは変わりません。");
});
