/**
 * The one place in `web/` where days and yen are counted, compared and written.
 * Days are ISO strings (`2024-07-15`, or `2024-07` where only the month is known); sums are whole yen.
 * The patterns themselves (`format.*`) are sentences like all others and live in `ja.json` and `en.json`.
 */
import type { Day, DayOrMonth, YenRange } from "../api/types.js";

/** Fills the named gaps of a sentence. */
export type Sayer = (key: string, gaps?: Record<string, string | number>) => string;

/** What a person chose in the month control; each part may still be empty. */
export interface MonthParts {
  /** Four digits, or `""`. */
  year: string;
  /** `1` to `12`, or `""`. */
  month: string;
  /** `1` to `31`, or `""` where it is forgotten. */
  day: string;
}

/** A bar of the comparison, in hundredths of its width. */
export interface BarShare {
  /** The part that is certain. */
  sure: number;
  /** The part that may come on top. */
  maybe: number;
}

interface Civil {
  year: number;
  month: number;
  day: number | null;
}

const ISO = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;
const LONGEST_IN_DAYS = 400;
const STALE_AFTER_DAYS = 365;

function civil(iso: DayOrMonth): Civil | null {
  const match = ISO.exec(iso);
  if (!match) return null;
  return { year: Number(match[1]), month: Number(match[2]), day: match[3] === undefined ? null : Number(match[3]) };
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar, by integers alone. */
function dayCount(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Days from one day to another; `null` unless both are full days. */
export function daysBetween(from: Day, to: Day): number | null {
  const a = civil(from);
  const b = civil(to);
  if (a?.day == null || b?.day == null) return null;
  return dayCount(b.year, b.month, b.day) - dayCount(a.year, a.month, a.day);
}

/** The day after a full day; anything else is passed on as it is. */
export function dayAfter(day: Day): Day {
  const date = civil(day);
  if (date?.day == null) return day;
  const { year, month } = date;
  const nextMonth = month === 12 ? written(year + 1, 1, 1) : written(year, month + 1, 1);
  return daysBetween(day, nextMonth) === 1 ? nextMonth : written(year, month, date.day + 1);
}

function written(year: number, month: number, day: number): Day {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** True if the second day lies before the first. */
export function isPast(asOf: Day, day: Day): boolean {
  return (daysBetween(asOf, day) ?? 0) < 0;
}

/** True if the first day, or the first month, lies wholly after the second. */
export function isAfter(one: DayOrMonth, other: DayOrMonth): boolean {
  return one > other && !one.startsWith(other) && !other.startsWith(one);
}

/** A day with its weekday, or a month: `2024年7月15日（月）`, `2022年7月`. */
export function writeDay(iso: DayOrMonth, say: Sayer, pattern: "day" | "day_short" | "day_plain" = "day"): string {
  const date = civil(iso);
  if (!date) return iso;
  const { year, month, day } = date;
  const monthName = nth(say("format.months"), month - 1);
  if (day === null) return say("format.month", { year, month: monthName });
  const weekday = nth(say("format.weekdays"), (((dayCount(year, month, day) + 4) % 7) + 7) % 7);
  return say(`format.${pattern}`, { year, month: monthName, day, weekday });
}

function nth(list: string, index: number): string {
  return list.split(" ")[index] ?? "";
}

/** A sum: `1,234円`. */
export function writeYen(yen: number, say: Sayer): string {
  return say("format.yen", { amount: digits(yen) });
}

/** Two sums with little room, under a heading that names the unit: `0〜12,345`. */
export function writeEnds(min: number, max: number, say: Sayer): string {
  return min === max ? digits(max) : say("format.ends", { min: digits(min), max: digits(max) });
}

function digits(yen: number): string {
  return String(yen).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A range of sums: `0円`, `約8,000円`, `7,000〜8,000円`, `36,680円以上`. */
export function writeRange(range: YenRange | null, say: Sayer): string {
  if (range === null) return say("format.yen_unknown");
  const { min, max } = range;
  if (max === null) return min === 0 ? say("format.yen_open") : say("format.yen_from", { min: digits(min) });
  if (range.approx && min === 0 && max > 0) return say("format.yen_to_about", { max: digits(max) });
  const amount = min === max ? writeYen(min, say) : say("format.yen_range", { min: digits(min), max: digits(max) });
  return range.approx ? say("format.about", { amount }) : amount;
}

/** A sum that is known to the yen. */
export function exactly(yen: number): YenRange {
  return { min: yen, max: yen };
}

/** Nothing to pay, whatever the open facts turn out to be. */
export function isFree(range: YenRange | null): boolean {
  return range !== null && range.min === 0 && range.max === 0;
}

/** What stands on a card: the sum itself, and whether a fee of unknown height may come on top of it. */
export function shownSum(total: YenRange | null, bare: YenRange | null): { range: YenRange | null; more: boolean } {
  const more = total !== null && total.max === null && bare !== null && bare.max !== null;
  return { range: more ? bare : total, more };
}

/** Nothing is known of a sum but that it is not negative. */
export function isUnbounded(range: YenRange): boolean {
  return range.min === 0 && range.max === null;
}

/** How much of the row's width each sum takes; the dearest sum takes all of it, an open end too. */
export function barShares(ranges: (YenRange | null)[]): BarShare[] {
  const full = Math.max(1, ...ranges.map((range) => range?.max ?? range?.min ?? 0));
  return ranges.map((range) => {
    if (range === null) return { sure: 0, maybe: 0 };
    const sure = Math.round((range.min / full) * 100);
    const end = range.max === null ? 100 : Math.round((range.max / full) * 100);
    return { sure, maybe: end - sure };
  });
}

/** A stretch of days that may itself be uncertain: `93〜124日`; beyond 400 days `2年4か月`. */
export function writeStretch(least: number, most: number, say: Sayer): string {
  const [low, high] = [Math.abs(least), Math.abs(most)].sort((a, b) => a - b) as [number, number];
  if (high > LONGEST_IN_DAYS) return writeLong(low, high, say);
  return low === high ? say("format.days", { days: low }) : say("format.days_range", { min: low, max: high });
}

/** Years and months of a long stretch; months of 365.25 / 12 days, rounded down. */
function writeLong(low: number, high: number, say: Sayer): string {
  const text = (days: number): string => {
    const months = Math.floor((days * 12) / 365.25);
    const years = Math.floor(months / 12);
    const rest = months - years * 12;
    return rest === 0 ? say("format.years", { years }) : say("format.years_months", { years, months: rest });
  };
  return text(low) === text(high) ? text(high) : say("format.stretch_to", { from: text(low), to: text(high) });
}

/** What a margin says: `余裕93〜124日`, `16日すぎています`, or both ways. */
export function writeMargin(least: number, most: number | undefined, say: Sayer): string {
  const top = most ?? least;
  if (top < 0) return say("format.too_late", { stretch: writeStretch(least, top, say) });
  if (least >= 0) return say("format.to_spare", { stretch: writeStretch(least, top, say) });
  return say("format.late_or_spare", { late: writeStretch(least, least, say), spare: writeStretch(top, top, say) });
}

/** How far a day is from the day of the question: `あと93日`, `今日までです`, `16日すぎています`. */
export function writeLeft(asOf: Day, day: Day, say: Sayer): string {
  const days = daysBetween(asOf, day);
  if (days === null) return "";
  if (days === 0) return say("format.last_day");
  if (days < 0) return say("format.too_late", { stretch: writeStretch(days, days, say) });
  return say("format.left", { stretch: writeStretch(days, days, say) });
}

/** The age of a source in whole years if it is more than a year old, else `null`. */
export function staleYears(source: Day | "undated", today: Day): number | null {
  const days = daysBetween(source, today);
  if (days === null || days <= STALE_AFTER_DAYS) return null;
  return Math.floor(days / 365.25) || 1;
}

/** The last month of the year that lies so many years ahead, for a select of years. */
export function yearsAhead(asOf: Day, years: number): DayOrMonth {
  return `${(civil(asOf)?.year ?? 0) + years}-12`;
}

/** The years of a year select, newest first. */
export function yearsDown(newest: DayOrMonth, oldest: number): number[] {
  const last = civil(newest)?.year ?? oldest;
  return Array.from({ length: Math.max(1, last - oldest + 1) }, (_, index) => last - index);
}

/** The year of the earliest of some days, or the fallback. */
export function earliestYear(days: (Day | null)[], fallback: number): number {
  return days.reduce((least, day) => Math.min(least, (day && civil(day)?.year) || least), fallback);
}

/** The twelve months of a month select: value and label, short enough that year, month and day share a line. */
export function monthOptions(say: Sayer): string[][] {
  const names = say("format.months_short").split(" ");
  return names.map((name, index) => [String(index + 1), say("ui.month_option", { month: name })]);
}

/** 1 … n, for the select of days. */
export function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, index) => index + 1);
}

/** What was chosen, as a day or a month; `null` while year or month is open. An impossible day is passed on as it is. */
export function joinParts({ year, month, day }: MonthParts): DayOrMonth | null {
  if (year === "" || month === "") return null;
  const yearMonth = `${year}-${month.padStart(2, "0")}`;
  return day === "" ? yearMonth : `${yearMonth}-${day.padStart(2, "0")}`;
}

/** The parts of a day or a month, for the selects. */
export function splitParts(iso: DayOrMonth): MonthParts {
  const date = civil(iso);
  if (!date) return { year: "", month: "", day: "" };
  return { year: String(date.year), month: String(date.month), day: date.day === null ? "" : String(date.day) };
}

/** A sum as typed: `8,000円`, `８０００`. Empty: `null`; anything but whole yen: `"unreadable"`. */
export function readYen(text: string): number | null | "unreadable" {
  const plain = text.normalize("NFKC").replace(/[,\s円¥]|yen/gi, "");
  if (plain === "") return null;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : "unreadable";
}

/** A share as typed: `79.9`, `８０％`. Empty: `null`; anything but 0 to 100 with at most three decimals: `"unreadable"`. */
export function readPercent(text: string): number | null | "unreadable" {
  const plain = text.normalize("NFKC").replace(/[\s%]/g, "");
  if (plain === "") return null;
  const share = /^\d{1,3}(\.\d{1,3})?$/.test(plain) ? Number(plain) : Infinity;
  return share <= 100 ? share : "unreadable";
}

/** A share as it was typed, in plain digits: `79.9`. */
export function writePercent(text: string): string {
  const share = readPercent(text);
  return typeof share === "number" ? String(share) : text;
}

/** What a plan saves beside going without it: whole yen, negative where it costs more; `null`: no bound is known. */
interface Saving {
  min: number | null;
  max: number | null;
}

/** Whether a plan surely is the cheaper way, surely the dearer one, the same, or neither for certain. */
export function savingSign({ min, max }: Saving): "cheaper" | "dearer" | "same" | "open" {
  if (min !== null && min > 0) return "cheaper";
  if (max !== null && max < 0) return "dearer";
  return min === 0 && max === 0 ? "same" : "open";
}

/** Whether a plan at best comes to the same as going without it. */
export function isNeverCheaper({ max }: Saving): boolean {
  return max !== null && max <= 0;
}

/** What a plan saves, in words: `4,660円安い`, `60円高い`, `60円高い〜500円安い`. */
export function writeSaving(saving: Saving, say: Sayer): string {
  const { min, max } = saving;
  const sign = savingSign(saving);
  if (sign === "same") return say("format.saving_none");
  if (sign === "cheaper") return say("format.cheaper", { amount: writeRange({ min: min ?? 0, max }, say) });
  if (sign === "dearer")
    return say("format.dearer", { amount: writeRange({ min: -(max ?? 0), max: min === null ? null : -min }, say) });
  if (min === null || max === null) return say("format.saving_open");
  return say("format.saving_between", { dearer: writeYen(-min, say), cheaper: writeYen(max, say) });
}

/** Order of two sums: the one that costs less at most comes first. */
export function cheapestFirst(one: YenRange, other: YenRange): number {
  return (one.max ?? Infinity) - (other.max ?? Infinity) || one.min - other.min;
}

/** A stretch of months, in years too where it is longer than one: `28か月（2年4か月）`. */
export function writeMonths(months: number, say: Sayer): string {
  const years = Math.floor(months / 12);
  const rest = months - years * 12;
  if (years === 0) return say("format.months_long", { months });
  const long = rest === 0 ? say("format.years", { years }) : say("format.years_months", { years, months: rest });
  return say("format.months_and_years", { months, years: long });
}
