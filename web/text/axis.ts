/** A row of months for a drawing of days: where a day stands on it, and where it is marked. */
import type { Day, DayOrMonth } from "../api/types.js";
import { daysBetween } from "./days.js";
import { type Sayer } from "./format.js";

/** From the first of a month to the first of another. */
export interface Axis {
  /** Its left end. */
  from: Day;
  /** Its right end. */
  to: Day;
}

/** A mark on it. */
export interface Tick {
  /** Its place, in hundredths of the width. */
  share: number;
  /** Year and month, or the year alone. */
  label: string;
}

/** Months from one mark to the next, the closest first. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240];
const MOST_TICKS = 4;
/** A mark further right has no room for its label. */
const LAST_LABEL = 84;

/** The months that hold all these days, and one more on the right. */
export function axisOf(days: Day[]): Axis {
  const sorted = [...days].sort();
  const [first = "", last = ""] = [sorted[0], sorted.at(-1)];
  return { from: firstOf(monthOf(first)), to: firstOf(monthOf(last) + 1) };
}

/** Where a day stands, in hundredths of the width. */
export function shareOf({ from, to }: Axis, day: Day): number {
  const whole = daysBetween(from, to) ?? 1;
  const part = daysBetween(from, day) ?? 0;
  return Math.round(Math.min(1, Math.max(0, part / whole)) * 1000) / 10;
}

/** A few marks at the first days of months, evenly apart. */
export function ticksOf(axis: Axis, say: Sayer): Tick[] {
  const [first, last] = [monthOf(axis.from), monthOf(axis.to)];
  const all = Array.from({ length: last - first }, (_, index) => first + index);
  const byStep = STEPS.map((step) => all.filter((month) => month % step === 0));
  const chosen = byStep.find((months) => months.length <= MOST_TICKS) ?? [];
  const short = chosen.every((month) => month % 12 === 0);
  return chosen
    .map((month) => ({ share: shareOf(axis, firstOf(month)), label: labelOf(month, short, say) }))
    .filter(({ share }) => share <= LAST_LABEL);
}

/** Full months from a day, or from the first of a month, to a day. */
export function monthsSince(from: DayOrMonth, to: Day): number {
  const isShort = (dayIn(to) ?? 1) < (dayIn(from) ?? 1);
  return monthOf(to) - monthOf(from) - (isShort ? 1 : 0);
}

function dayIn(iso: DayOrMonth): number | undefined {
  return iso.split("-").map(Number)[2];
}

function labelOf(month: number, short: boolean, say: Sayer): string {
  const year = Math.floor(month / 12);
  if (short) return say("ui.year_option", { year });
  const names = say("format.months_short").split(" ");
  return say("format.tick", { year, month: names[month % 12] ?? "" });
}

/** Months since the year 0. */
function monthOf(day: DayOrMonth): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return year * 12 + month - 1;
}

function firstOf(month: number): Day {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}
