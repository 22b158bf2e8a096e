import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./bundle.mjs";

const days = await load("web/text/days.ts");
const format = await load("web/text/format.ts");
const { Words } = await load("web/text/text.ts");
const ja = new Words("ja", {}).say;
const en = new Words("en", {}).say;

test("a day is written with its weekday, a month without", () => {
  assert.equal(days.writeDay("2024-07-15", ja), "2024年7月15日（月）");
  assert.equal(days.writeDay("2024-06-30", ja, "day_short"), "6月30日（日）");
  assert.equal(days.writeDay("2024-07-15", en), "Mon 15 July 2024");
  assert.equal(days.writeDay("2022-07", ja), "2022年7月");
  assert.equal(days.writeDay("2022-07", en), "July 2022");
  assert.equal(days.writeDay("undated", ja), "undated");
});

test("the weekday is right on every day of a leap cycle and at the ends of the calendar", () => {
  const names = ja("format.weekdays").split(" ");
  const day = new Date("2000-01-01T00:00:00Z");
  for (let count = 0; count < 1461; count += 1, day.setUTCDate(day.getUTCDate() + 1)) {
    const iso = day.toISOString().slice(0, 10);
    assert.ok(days.writeDay(iso, ja).endsWith(`（${names[day.getUTCDay()]}）`), iso);
  }
  assert.match(days.writeDay("1900-01-01", ja), /（月）$/);
  assert.match(days.writeDay("2199-12-31", ja), /（火）$/);
});

test("sums and ranges say what is sure, what is about, and what has no end", () => {
  const write = (min, max, approx) => format.writeRange(approx ? { min, max, approx } : { min, max }, ja);
  assert.equal(write(0, 0), "0円");
  assert.equal(write(5500, 5500), "5,500円");
  assert.equal(write(7000, 8000), "7,000〜8,000円");
  assert.equal(write(7000, 8000, true), "約7,000〜8,000円");
  assert.equal(write(0, 8000, true), "0〜約8,000円");
  assert.equal(write(8000, 8000, true), "約8,000円");
  assert.equal(write(36680, null), "36,680円以上");
  assert.equal(write(1234567, 1234567), "1,234,567円");
  assert.notEqual(format.writeRange(null, ja), "");
  assert.equal(format.writeRange({ min: 7000, max: 8000 }, en), "7,000–8,000 yen");
});

test("a miss is told in days to 400, then in years and months, as a range where the day is one", () => {
  assert.equal(days.writeMargin(-16, -16, ja), "16日すぎています");
  assert.equal(days.writeMargin(-272, -242, ja), "242〜272日すぎています");
  assert.equal(days.writeMargin(93, 124, ja), "余裕93〜124日");
  assert.equal(days.writeMargin(-9, 21, ja), "9日すぎ〜余裕21日");
  assert.equal(days.writeMargin(-400, -400, ja), "400日すぎています");
  assert.equal(days.writeMargin(-860, -860, ja), "2年4か月すぎています");
  assert.equal(days.writeMargin(-1, undefined, en), "1 day too late");
});

test("the distance to a day is counted over leap days and year ends", () => {
  assert.equal(days.daysBetween("2024-02-28", "2024-03-01"), 2);
  assert.equal(days.daysBetween("2023-12-31", "2024-01-01"), 1);
  assert.equal(days.daysBetween("2024-03-29", "2024-06-30"), 93);
  assert.equal(days.daysBetween("2024-03-29", "2024-06"), null);
  assert.equal(days.writeLeft("2024-03-29", "2024-06-30", ja), "あと93日");
  assert.equal(days.writeLeft("2024-07-31", "2024-07-15", ja), "16日すぎています");
  assert.notEqual(days.writeLeft("2024-07-15", "2024-07-15", ja), "");
});

test("a source is stale after a year, and its age is told in whole years", () => {
  assert.equal(days.staleYears("2024-04-03", "2025-04-03"), null);
  assert.equal(days.staleYears("2024-04-03", "2026-11-22"), 2);
  assert.equal(days.staleYears("undated", "2026-11-22"), null);
});

test("the parts of a date go together and apart unchanged, also where the day cannot be", () => {
  for (const iso of ["2022-07", "2022-07-05", "2022-02-31"]) assert.equal(days.joinParts(days.splitParts(iso)), iso);
  assert.equal(days.joinParts({ year: "2022", month: "", day: "5" }), null);
});

test("a sum is read as people type it, and nothing is guessed", () => {
  for (const typed of ["12000", "12,000円", "１２０００", " 12000 yen"])
    assert.equal(format.readYen(typed), 12000, typed);
  assert.equal(format.readYen(""), null);
  for (const typed of ["12.5", "-1", "about 9000", "1e5", "9999999999"])
    assert.equal(format.readYen(typed), "unreadable", typed);
});

test("a share is read from 0 to 100 with at most three decimals, and nothing is guessed", () => {
  for (const [typed, share] of Object.entries({ 0: 0, 79.9: 79.9, " 80 % ": 80, "１００％": 100, 79.999: 79.999 }))
    assert.equal(format.readPercent(typed), share, typed);
  assert.equal(format.readPercent(" "), null);
  for (const typed of ["100.1", "180", "-1", "79.9999", "1e1", "about 80", "80.", ".5"])
    assert.equal(format.readPercent(typed), "unreadable", typed);
});

test("bars: the dearest takes the width, an open end too, the uncertain part is apart", () => {
  const ranges = [{ min: 0, max: 0 }, { min: 7000, max: 8000 }, { min: 4000, max: null }, null];
  assert.deepEqual(format.barShares(ranges), [
    { sure: 0, maybe: 0 },
    { sure: 88, maybe: 12 },
    { sure: 50, maybe: 50 },
    { sure: 0, maybe: 0 },
  ]);
});
