/** How chances, rates and the figures of a distribution are written. */
import { writeRange, writeYen, type Sayer } from "./format.js";

/** Low, base and high of a rate. */
export interface Scale {
  /** The left end. */
  low: number;
  /** The middle. */
  base: number;
  /** The right end. */
  high: number;
}

/** The right end of a slider, whose middle is half of it. */
export const MOST_POSITION = 200;
const MIDDLE = MOST_POSITION / 2;

/** The rate at a place of a slider: a scale in two pieces, so that the base is always the middle. */
export function rateAt(position: number, { low, base, high }: Scale): number {
  const part = (position - MIDDLE) / MIDDLE;
  return part < 0 ? base + part * (base - low) : base + part * (high - base);
}

/** A mean to the yen: `5,960円`. */
export function writeMean(mean: number, say: Sayer): string {
  return writeYen(Math.round(mean), say);
}

/** A mean for a sentence, to two figures: `約6,000円`. */
export function writeRough(mean: number, say: Sayer): string {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, mean))) - 1);
  const rounded = Math.round(mean / unit) * unit;
  return rounded === mean ? writeYen(mean, say) : say("format.about", { amount: writeYen(rounded, say) });
}

/** Two means that differ: `79,224〜79,873円`. */
export function writeMeans(low: number, high: number, say: Sayer): string {
  return writeRange({ min: Math.round(low), max: Math.round(high) }, say);
}

/** The band between two quantiles: `0〜12,345円`. */
export function writeBand(low: number, high: number, say: Sayer): string {
  return writeRange({ min: low, max: high }, say);
}

/** A chance in a hundred: `100回のうち約86回`. */
export function writeChance(p: number, say: Sayer): string {
  const times = Math.round(p * 100);
  if (p <= 0) return say("format.chance_none");
  if (p >= 1) return say("format.chance_all");
  if (times === 0) return say("format.chance_rare");
  return times === 100 ? say("format.chance_nearly") : say("format.chance", { times });
}

/** A share of a hundred: `75％`. */
export function writeShare(share: number, say: Sayer): string {
  return say("format.percent", { share: Math.round(share * 100) });
}

/** A rate as people say it: `20年に1回`, `1年に1.5回`. */
export function writeEvery(perYear: number, say: Sayer): string {
  if (perYear <= 0) return say("format.never");
  if (perYear > 1) return say("format.times_a_year", { times: short(perYear) });
  return say("format.every", { years: short(1 / perYear) });
}

/** A rate in percent a year: `5.0％`. */
export function writeRate(perYear: number, say: Sayer): string {
  const percent = perYear * 100;
  return say("format.percent", { share: percent.toFixed(percent < 1 ? 2 : 1) });
}

/** A rate both ways: `20年に1回（年5.0％）`. */
export function writeBothWays(perYear: number, say: Sayer): string {
  return say("format.rate", { every: writeEvery(perYear, say), rate: writeRate(perYear, say) });
}

/** A mean of years: `4.5年`. */
export function writeYears(years: number, say: Sayer): string {
  return say("format.years_mean", { years: years.toFixed(1) });
}

/** A sum on an axis, as short as the language allows: `1万円`. */
export function writeOnAxis(sum: number, say: Sayer): string {
  const unit = Number(say("format.axis_unit"));
  if (unit === 1 || sum < unit) return writeYen(sum, say);
  return say("format.axis", { amount: short(sum / unit) });
}

/** A decimal number as typed: `1.3`, `０．８`. Empty: `null`; anything but a plain number: `"unreadable"`. */
export function readDecimal(text: string): number | null | "unreadable" {
  const plain = text.normalize("NFKC").replace(/[,\s]/g, "");
  if (plain === "") return null;
  return /^\d{1,5}(\.\d{1,3})?$/.test(plain) ? Number(plain) : "unreadable";
}

/** One decimal below ten, none above. */
function short(value: number): string {
  return String(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
}
