/** The two charts of the outlook, drawn at their real width. What they say stands in words and in the table as well. */
import { html, nothing, svg, type TemplateResult } from "lit";
import type { OutlookChoice } from "../api/types.js";
import type * as geometryModule from "../chart/geometry.js";
import type { CostPicture, DrawnLine, Frame } from "../chart/geometry.js";
import { writeBand, writeMean, writeOnAxis, writeShare } from "../text/figures.js";
import { writeYen } from "../text/format.js";
import type { Words } from "../text/text.js";
import { choiceName, pointsOf, quantileLines } from "./outlook-view.js";

/** What places the lines; it is loaded when a chart is first shown. */
export type Geometry = typeof geometryModule;

/** Room that a month with its unit takes, and the next one beside it. */
const MONTH_APART = 96;
/** Where names stand at the ends of the lines. */
const ROOMY = 560;
/** A word that begins further right would leave the picture. */
const EDGE = 50;
/** Room for a name, and what a letter of it takes. */
const LABEL_EM = 13;
const LATIN_EM = 0.58;
const LATIN_END = "\u0250";

/** What the chart of the months shows. */
export interface CostChart {
  /** No cover first. */
  choices: OutlookChoice[];
  /** The months that were chosen. */
  months: number;
  /** Place of the choice that is looked at. */
  looked: number;
  /** Width in pixels. */
  width: number;
}

/** The key of the lines, in the order of the chart. */
export function legend(choices: OutlookChoice[], looked: number, words: Words): TemplateResult {
  return html`<div class="legend" aria-hidden="true">
    ${choices.map(({ plans }, index) => html`<span class=${lineClass(index, looked)}>${swatch()}${choiceName(plans, words)}</span>`)}
  </div>`;
}

/** The line of the choice that is looked at is the strongest. */
const lineClass = (index: number, looked: number): string => (index === looked ? `c${index} looked-at` : `c${index}`);

/** A piece of a line, as it is drawn. */
export function swatch(): TemplateResult {
  return html`<svg class="key" viewBox="0 0 28 4" aria-hidden="true">
    ${svg`<line class="mean" x1="1" x2="27" y1="2" y2="2"></line>`}
  </svg>`;
}

/** More bands than these would hide each other: then no cover and the choice that is looked at have one. */
export const MOST_BANDS = 4;
const hasBand = (place: number, looked: number, count: number): boolean =>
  count <= MOST_BANDS || place === 0 || place === looked;

/** Mean and band of every choice over the months, with a line at the chosen month. */
export function costChart(
  { choices, months, looked, width }: CostChart,
  geometry: Geometry,
  words: Words,
): TemplateResult {
  const { say } = words;
  const roomy = width >= ROOMY;
  const left = Number(say("outlook.axis_room"));
  const frame = { width, height: roomy ? 340 : 300, left, right: roomy ? 172 : 14, top: 24, bottom: 30 };
  const picture = geometry.costPicture(frame, choices.map(pointsOf), months);
  const names = shortened(choices.map(({ plans }) => choiceName(plans, words)));
  const name = say("outlook.chart", { months: choices[0]?.monthly.length ?? 0 });
  return html`<svg
    class="drawing"
    role="img"
    aria-labelledby="o-chart-t o-chart-d"
    width=${width}
    height=${frame.height}
    viewBox=${`0 0 ${width} ${frame.height}`}
  >
    <title id="o-chart-t">${name}</title>
    <desc id="o-chart-d">${choices.map((choice) => described(choice, months, words)).join(" ")}</desc>
    ${sumAxis(picture, frame, words)} ${monthAxis(picture, frame, words)}
    ${picture.lines.map((line, index) =>
      hasBand(index, looked, choices.length)
        ? svg`<g class="c${index}"><path class="band" d=${line.band}></path><path class="edge" d=${line.edge}></path></g>`
        : nothing,
    )}
    ${hereLine(picture, frame, months, words)}
    ${picture.lines.map(
      (line, index) => svg`<g class=${lineClass(index, looked)}>
        <path class="mean" d=${line.mean}></path>
        <circle class="pt" cx=${picture.here} cy=${line.here} r="5"></circle>
        ${roomy ? endLabel(line, choices[index], names[index], frame, words) : nothing}
      </g>`,
    )}
  </svg>`;
}

/** Mean and band of a choice after the chosen months, in a sentence. */
function described({ plans, monthly }: OutlookChoice, months: number, words: Words): string {
  const at = monthly.find(({ month }) => month === months);
  if (!at) return "";
  return words.say("outlook.chart_line", {
    name: choiceName(plans, words),
    months,
    mean: writeMean(at.expected_yen, words.say),
    band: writeBand(at.p05, at.p95, words.say),
  });
}

function sumAxis({ sums }: Pick<CostPicture, "sums">, { left, width, right }: Frame, { say }: Words): TemplateResult[] {
  return sums.map(
    ({
      at,
      value,
    }) => svg`<line class=${value === 0 ? "axis" : "grid"} x1=${left} x2=${width - right} y1=${at} y2=${at}></line>
      <text x=${left - 6} y=${at + 4} text-anchor="end">${writeOnAxis(value, say)}</text>`,
  );
}

/** Where there is little room only the first month has its unit. */
function monthAxis({ months }: CostPicture, { height }: Frame, { say }: Words): TemplateResult[] {
  const [first, second] = months;
  const isTight = !first || !second || second.at - first.at < MONTH_APART;
  return months.map(({ at, value }, index) => {
    const anchor = index === months.length - 1 ? "end" : "middle";
    const bare = isTight ? index > 0 : value === 0;
    const text = bare ? String(value) : say("format.months_long", { months: value });
    return svg`<text x=${at} y=${height - 10} text-anchor=${anchor}>${text}</text>`;
  });
}

/** You are here. */
function hereLine(
  { here }: CostPicture,
  { width, height, bottom }: Frame,
  months: number,
  words: Words,
): TemplateResult {
  const isRight = here > width / 2;
  return svg`<line class="here" x1=${here} x2=${here} y1="6" y2=${height - bottom}></line>
    <text class="heretag" x=${isRight ? here - 6 : here + 6} y="14" text-anchor=${isRight ? "end" : "start"}>
      ${words.say("outlook.here", { months })}</text>`;
}

function endLabel(
  line: DrawnLine,
  choice: OutlookChoice | undefined,
  name: string | undefined,
  frame: Frame,
  words: Words,
): TemplateResult | typeof nothing {
  const last = choice?.monthly.at(-1);
  if (!choice || !last) return nothing;
  const x = frame.width - frame.right + 8;
  const mean = words.say("outlook.mean", { amount: writeMean(last.expected_yen, words.say) });
  return svg`<text class="tag" x=${x} y=${line.label - 4}>${name}</text><text x=${x} y=${line.label + 11}>${mean}</text>`;
}

/** Names that fit beside their lines; where two would read alike, their middles go instead of their ends. */
export function shortened(names: string[]): string[] {
  const heads = names.map((name) => cut(name, LABEL_EM));
  const isAlone = (head: string): boolean => heads.filter((other) => other === head).length === 1;
  const tailOf = (name: string): string => [...cut([...name].reverse().join(""), LABEL_EM / 2)].reverse().join("");
  return names.map((name, place) => {
    const head = heads[place] ?? "";
    return isAlone(head) || head === name ? head : `${cut(name, LABEL_EM / 2).replace("…", "")}${tailOf(name)}`;
  });
}

/** The start of a name that is so wide at most, and a sign that more follows. */
export function cut(name: string, most: number): string {
  let width = 0;
  const end = [...name].findIndex((letter) => (width += letter < LATIN_END ? LATIN_EM : 1) > most);
  return end < 0
    ? name
    : `${[...name]
        .slice(0, end - 1)
        .join("")
        .trimEnd()}…`;
}

/** How likely it is that a total stays at or below a sum. */
export function stepChart(choice: OutlookChoice, width: number, geometry: Geometry, words: Words): TemplateResult {
  const { say } = words;
  const frame = { width, height: 200, left: 50, right: 22, top: 16, bottom: 30 };
  const marks = quantileLines(choice, words);
  const { distribution, quantiles } = choice;
  const picture = geometry.stepPicture(frame, distribution.yen, distribution.p, marks, quantiles.p99);
  const name = say("outlook.steps", { name: choiceName(choice.plans, words) });
  return html`<svg
    class="drawing steps"
    role="img"
    aria-labelledby="o-steps-t o-steps-d"
    width=${width}
    height=${frame.height}
    viewBox=${`0 0 ${width} ${frame.height}`}
  >
    <title id="o-steps-t">${name}</title>
    <desc id="o-steps-d">${marks.map(({ text }) => text).join(" ")}</desc>
    ${picture.shares.map(
      ({
        at,
        value,
      }) => svg`<line class=${value === 0 ? "axis" : "grid"} x1=${frame.left} x2=${width - frame.right} y1=${at} y2=${at}></line>
        <text x=${frame.left - 6} y=${at + 4} text-anchor="end">${writeShare(value, say)}</text>`,
    )}
    ${picture.sums.map(({ at, value }) => {
      const anchor = value === 0 ? "start" : at > width - EDGE ? "end" : "middle";
      const x = anchor === "end" ? Math.min(at, width - frame.right) : at;
      return svg`<text x=${x} y=${frame.height - 10} text-anchor=${anchor}>${writeOnAxis(value, say)}</text>`;
    })}
    <path class="mean" d=${picture.steps}></path>
    ${picture.dots.map(({ x, y }) => svg`<circle class="pt" cx=${x} cy=${y} r="4.5"></circle>`)}
  </svg>`;
}

/** The sums of the four marks, for a reader of the chart. */
export function quantileList(choice: OutlookChoice, words: Words): TemplateResult {
  return html`<ul class="quantiles" role="list">
    ${quantileLines(choice, words).map(({ text, sum }) => html`<li data-yen=${writeYen(sum, words.say)}>${text}</li>`)}
  </ul>`;
}
