/** Where the lines of the charts run, in pixels. It knows numbers alone: words and colours are the page's. */
import { scaleLinear, type ScaleLinear } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";

/** The picture and the margins around its plot. */
export interface Frame {
  /** Whole width. */
  width: number;
  /** Whole height. */
  height: number;
  /** Room for the words of the vertical axis. */
  left: number;
  /** Room for the names at the ends of the lines. */
  right: number;
  /** Room above. */
  top: number;
  /** Room for the words of the horizontal axis. */
  bottom: number;
}

/** What one choice costs up to the end of a month. */
export interface Point {
  /** 0 for the beginning. */
  month: number;
  /** The mean. */
  mean: number;
  /** The lower end of the band. */
  low: number;
  /** Its upper end. */
  high: number;
}

/** A mark on an axis. */
export interface Mark {
  /** Its place. */
  at: number;
  /** What stands there. */
  value: number;
}

/** One choice, drawn. */
export interface DrawnLine {
  /** Path of the mean. */
  mean: string;
  /** Path around the band. */
  band: string;
  /** Path of the band's upper end. */
  edge: string;
  /** Height of the dot on the line of the chosen month. */
  here: number;
  /** Height of the name at its end, clear of the other names. */
  label: number;
}

/** All choices over the months. */
export interface CostPicture {
  /** Sums. */
  sums: Mark[];
  /** Months. */
  months: Mark[];
  /** Where the chosen month stands. */
  here: number;
  /** One for each choice. */
  lines: DrawnLine[];
}

/** How likely it is that a sum is not exceeded. */
export interface StepPicture {
  /** Sums. */
  sums: Mark[];
  /** Shares from 0 to 1. */
  shares: Mark[];
  /** The path of the steps. */
  steps: string;
  /** The marked quantiles. */
  dots: { x: number; y: number }[];
}

const YEAR = 12;
const SUM_MARKS = 5;
/** Sums beside each other stand about so far apart. */
const SUM_APART = 130;
const SHARES = [0, 0.25, 0.5, 0.75, 1];
/** What is smaller is not seen, in pixels. */
const SEEN = 0.5;
/** Names of two lines of text stand at least so far apart. */
const LABEL_APART = 34;

/** The lines and bands of some choices; each begins with month 0, and all end with the same month. */
export function costPicture(frame: Frame, choices: Point[][], chosenMonth: number): CostPicture {
  const all = choices.flat();
  const last = Math.max(1, ...all.map(({ month }) => month));
  const x = across(frame, last);
  const y = upwards(frame, Math.max(1, ...all.map(({ mean, high }) => Math.max(mean, high)))).nice(SUM_MARKS);
  const ends = spread(
    choices.map((points) => y(points.at(-1)?.mean ?? 0)),
    frame.height - frame.bottom,
  );
  const mean = line<Point>((point) => x(point.month), (point) => y(point.mean)); // prettier-ignore
  const edge = line<Point>((point) => x(point.month), (point) => y(point.high)); // prettier-ignore
  const band = area<Point>((point) => x(point.month), (point) => y(point.low), (point) => y(point.high)); // prettier-ignore
  return {
    sums: y.ticks(SUM_MARKS).map((value) => ({ at: y(value), value })),
    months: yearsTo(last).map((value) => ({ at: x(value), value })),
    here: x(Math.min(chosenMonth, last)),
    lines: choices.map((points, index) => ({
      mean: mean(points) ?? "",
      band: band(points) ?? "",
      edge: edge(points) ?? "",
      here: y(points.find(({ month }) => month === chosenMonth)?.mean ?? 0),
      label: ends[index] ?? 0,
    })),
  };
}

/** The probability of each sum, added up; up to `most`, beyond which next to nothing lies. */
export function stepPicture(
  frame: Frame,
  sums: ArrayLike<number>,
  chances: ArrayLike<number>,
  marked: { sum: number; share: number }[],
  most: number,
): StepPicture {
  const x = across(frame, Math.max(1, most)).nice(SUM_MARKS);
  const y = upwards(frame, 1);
  const [, end = 1] = x.domain();
  const path = line<[number, number]>((step) => x(step[0]), (step) => y(step[1])).curve(curveStepAfter); // prettier-ignore
  return {
    sums: x
      .ticks(Math.max(1, Math.floor((frame.width - frame.left - frame.right) / SUM_APART)))
      .map((value) => ({ at: x(value), value })),
    shares: SHARES.map((value) => ({ at: y(value), value })),
    steps: path([...seen(stepsOf(sums, chances, end), x, y)]) ?? "",
    dots: marked.map(({ sum, share }) => ({ x: x(sum), y: y(share) })),
  };
}

function* stepsOf(sums: ArrayLike<number>, chances: ArrayLike<number>, end: number): Generator<[number, number]> {
  let share = 0;
  yield [0, 0];
  for (let place = 0; place < sums.length && (sums[place] ?? 0) <= end; place++) {
    share += chances[place] ?? 0;
    yield [sums[place] ?? 0, share];
  }
  yield [end, share];
}

/** The steps that can be seen: of tens of thousands most are smaller than a pixel, and would take long to draw. */
function* seen(
  steps: Iterable<[number, number]>,
  x: ScaleLinear<number, number>,
  y: ScaleLinear<number, number>,
): Generator<[number, number]> {
  let last: [number, number] | null = null;
  let left: [number, number] | null = null;
  for (const step of steps) {
    const far = last === null || Math.max(x(step[0]) - x(last[0]), y(last[1]) - y(step[1])) >= SEEN;
    left = far ? null : step;
    if (far) yield (last = step);
  }
  if (left) yield left;
}

function across({ width, left, right }: Frame, most: number): ScaleLinear<number, number> {
  return scaleLinear([0, most], [left, width - right]);
}

function upwards({ height, top, bottom }: Frame, most: number): ScaleLinear<number, number> {
  return scaleLinear([0, most], [height - bottom, top]);
}

/** 0, every full year, and the last month where it is none of them. */
function yearsTo(last: number): number[] {
  const full = Array.from({ length: Math.floor(last / YEAR) + 1 }, (_, year) => year * YEAR);
  return full.at(-1) === last || last - (full.at(-1) ?? 0) < YEAR / 2 ? full : [...full, last];
}

/** Moves heights apart until none is closer to the next than a label is high; none sinks below `lowest`. */
function spread(heights: number[], lowest: number): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => (heights[b] ?? 0) - (heights[a] ?? 0));
  const out = [...heights];
  let floor = lowest;
  for (const index of order) {
    out[index] = Math.min(out[index] ?? 0, floor);
    floor = (out[index] ?? 0) - LABEL_APART;
  }
  return out;
}
