/**
 * The one place in `web/` where days are counted, compared and written.
 * Days are ISO strings (`2024-07-15`, or `2024-07` where only the month is known).
 * The patterns themselves (`format.*`) are sentences like all others and live in `ja.json` and `en.json`.
 */
import type { Day, DayOrMonth } from "../api/types.js";
import type { Sayer } from "./format.js";

/** What a person chose in the month control; each part may still be empty. */
export interface MonthParts {
  /** Four digits, or `""`. */
  year: string;
  /** `1` to `12`, or `""`. */
  month: string;
  /** `1` to `31`, or `""` where it is forgotten. */
  day: string;
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

/** The full day so many days after another; anything but a full day is passed on as it is. */
export function daysLater(day: Day, count: number): Day {
  const date = civil(day);
  if (date?.day == null) return day;
  const shifted = dayCount(date.year, date.month, date.day) + count + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth);
}

/** The first day of a month; a full day is itself. */
export function firstDayOf(iso: DayOrMonth): Day {
  const date = civil(iso);
  return date === null || date.day !== null ? iso : written(date.year, date.month, 1);
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

/** A stretch of months, in years too where it is longer than one: `28か月（2年4か月）`. */
export function writeMonths(months: number, say: Sayer): string {
  const years = Math.floor(months / 12);
  const rest = months - years * 12;
  if (years === 0) return say("format.months_long", { months });
  const long = rest === 0 ? say("format.years", { years }) : say("format.years_months", { years, months: rest });
  return say("format.months_and_years", { months, years: long });
}
