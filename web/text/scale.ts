/** The values of a fact that may be moved as whole places on a slider, and back. */
import type { Day, WhatIfFact } from "../api/types.js";
import { daysBetween, daysLater, writeDay } from "./days.js";
import { writeYen, type Sayer } from "./format.js";

/** A day, a capacity in percent, or a price in yen. */
export type Movable = Day | number;

/** A slider. */
export interface Scale {
  /** The place at its left end. */
  least: number;
  /** The place at its right end. */
  most: number;
  /** From one place to the next. */
  step: number;
  /** The place of a value; between two places where the value lies there. */
  placeOf: (value: Movable) => number;
  /** The value at a place. */
  valueAt: (place: number) => Movable;
  /** A value in words. */
  write: (value: Movable, say: Sayer) => string;
}

const BEFORE_DAYS = 30;
const BEHIND_DAYS = 60;
const PRICE_UNIT = 10_000;
const LEAST_UNITS = 5;
const DEAREST = 100_000_000;
const PRICE_STEPS = 200;

/** The slider of a fact on which some values are to be seen; days go from `start` on, where it is known. */
export function scaleOf(fact: WhatIfFact, seen: Movable[], start: Day | null): Scale {
  if (fact === "incident.on") return dayScale(seen.map(String).sort(), start);
  if (fact === "incident.repair_price_yen") return priceScale(Math.max(0, ...seen.map(Number)));
  const write = (value: Movable, say: Sayer): string => say("format.percent", { share: value });
  return { least: 0, most: 100, step: 1, placeOf: Number, valueAt: (place) => place, write };
}

function dayScale(seen: Day[], start: Day | null): Scale {
  const later = seen.filter((day) => start === null || day > start);
  const first = start ?? daysLater(later[0] ?? "", -BEFORE_DAYS);
  const last = daysLater(later[later.length - 1] ?? first, BEHIND_DAYS);
  return {
    least: 0,
    most: daysBetween(first, last) ?? 0,
    step: 1,
    placeOf: (day) => daysBetween(first, String(day)) ?? 0,
    valueAt: (place) => daysLater(first, place),
    write: (day, say) => writeDay(String(day), say, "day_plain"),
  };
}

/** A quarter more than the dearest price that is to be seen, in round sums. */
function priceScale(dearest: number): Scale {
  const most = Math.ceil(Math.max(LEAST_UNITS, (dearest * 1.25) / PRICE_UNIT)) * PRICE_UNIT;
  return {
    least: 0,
    most: Math.min(DEAREST, most),
    step: Math.min(DEAREST, most) / PRICE_STEPS,
    placeOf: Number,
    valueAt: (place) => place,
    write: (yen, say) => writeYen(Number(yen), say),
  };
}

/** The place as far along a slider as it lets itself be moved. */
export function within(place: number, { least, most }: Scale): number {
  return Math.min(most, Math.max(least, place));
}

/** How far along a slider a place is, in thousandths. */
export function thousandths(place: number, scale: Scale): number {
  return ((within(place, scale) - scale.least) / (scale.most - scale.least || 1)) * 1000;
}
