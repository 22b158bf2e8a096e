/**
 * The one place in `web/` where yen are counted, compared and written. Sums are whole yen.
 * The patterns themselves (`format.*`) are sentences like all others and live in `ja.json` and `en.json`.
 */
import type { YenRange } from "../api/types.js";

/** Fills the named gaps of a sentence. */
export type Sayer = (key: string, gaps?: Record<string, string | number>) => string;

/** A bar of the comparison, in hundredths of its width. */
export interface BarShare {
  /** The part that is certain. */
  sure: number;
  /** The part that may come on top. */
  maybe: number;
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

/** A sum that has risen by so many yen, or may have risen by up to so many; `null`: by any. */
export function risen(range: YenRange | null, least: number, most: number | null): YenRange | null {
  if (range === null) return null;
  return { ...range, min: range.min + least, max: range.max === null || most === null ? null : range.max + most };
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
