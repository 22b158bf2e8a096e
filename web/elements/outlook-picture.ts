/** The chart of the months as a picture that stands alone: with its title, its key in words, and what it rests on. */
import { html, render, svg, type TemplateResult } from "lit";
import { writeBand, writeMean } from "../text/figures.js";
import type { Words } from "../text/text.js";
import { costChart, cut, type CostChart, type Geometry } from "./outlook-drawing.js";
import { choiceName } from "./outlook-view.js";
import { saveBlob, saveFile } from "./save-file.js";

/** What the picture shows and says. */
export interface Picture {
  /** The chart; it is drawn anew, at the width of the picture. */
  chart: Omit<CostChart, "width">;
  /** Above it. */
  title: string;
  /** Below it, one after the other. */
  notes: string[];
  /** What draws. */
  geometry: Geometry;
  /** Sentences and names. */
  words: Words;
}

/** Names of the files. */
const FILE = "hosho-outlook";
/** Width in pixels; a picture of points has twice as many. */
const WIDTH = 800;
const SCALE = 2;
const MARGIN = 20;
const CHART_TOP = 40;
const CHART_HEIGHT = 340;
const LINE = 22;
/** The longest name of a choice, in letters of kana. */
const NAME_EM = 34;

/** What the style sheets say of a shape or a text, as attributes: a picture brings no style sheet. */
const OF_SHAPES = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
];
const OF_TEXTS = ["font-family", "font-size", "font-weight", "paint-order"];

/** The buttons. `host` is an element within the style of the outlook. */
export function pictureButtons(picture: Picture, host: () => Element): TemplateResult {
  const { say } = picture.words;
  const text = (): string => pictureText(picture, host());
  const saveSvg = (): void => saveFile(`${FILE}.svg`, "image/svg+xml", text());
  const savePng = async (): Promise<void> => saveBlob(`${FILE}.png`, await pointsOf(text()));
  return html`<div class="acts">
    <button class="btn" type="button" @click=${saveSvg}>${say("outlook.save_svg")}</button>
    <button class="btn" type="button" @click=${savePng}>${say("outlook.save_png")}</button>
  </div>`;
}

/** The picture as an SVG file, in the colours of paper. It stands in the page for a moment, unseen, to learn its style. */
function pictureText(picture: Picture, host: Element): string {
  const place = Object.assign(document.createElement("div"), { hidden: true, className: "light" });
  host.append(place);
  try {
    render(drawn(picture), place);
    const drawing = place.querySelector("svg");
    if (!drawing) return "";
    styleInlined(drawing);
    return new XMLSerializer().serializeToString(drawing);
  } finally {
    place.remove();
  }
}

function drawn({ chart, title, notes, geometry, words }: Picture): TemplateResult {
  const foot = CHART_TOP + CHART_HEIGHT + LINE;
  const first = foot + chart.choices.length * LINE + LINE / 2;
  const height = first + notes.length * LINE;
  return html`<svg class="drawing picture" width=${WIDTH} height=${height} viewBox=${`0 0 ${WIDTH} ${height}`}>
    <rect class="paper" width=${WIDTH} height=${height}></rect>
    <text class="title" x=${MARGIN} y="26">${title}</text>
    <g transform=${`translate(0 ${CHART_TOP})`}>${costChart({ ...chart, width: WIDTH }, geometry, words)}</g>
    ${chart.choices.map((_, index) => keyLine(chart, index, foot + index * LINE, words))}
    ${notes.map((note, index) => svg`<text x=${MARGIN} y=${first + index * LINE}>${note}</text>`)}
  </svg>`;
}

/** A line of the chart, its whole name, and its sums after the chosen months. */
function keyLine({ choices, months }: Picture["chart"], index: number, y: number, words: Words): TemplateResult {
  const { plans = [], monthly = [] } = choices[index] ?? {};
  const at = monthly.find(({ month }) => month === months);
  const sums = at && {
    months,
    mean: writeMean(at.expected_yen, words.say),
    band: writeBand(at.p05, at.p95, words.say),
  };
  return svg`<g class=${`c${index}`}>
    <line class="mean" x1=${MARGIN} x2=${MARGIN + 28} y1=${y - 4} y2=${y - 4}></line>
    <text class="tag" x=${MARGIN + 38} y=${y}>${cut(choiceName(plans, words), NAME_EM)}</text>
    <text x=${WIDTH - MARGIN} y=${y} text-anchor="end">${sums ? words.say("outlook.picture_sums", sums) : ""}</text>
  </g>`;
}

/** Writes the style that the page gives each part into the part itself, and leaves out what only the page needs. */
function styleInlined(drawing: SVGSVGElement): void {
  for (const part of drawing.querySelectorAll("line, path, circle, rect, text")) {
    const style = getComputedStyle(part);
    const names = part.localName === "text" ? [...OF_SHAPES, ...OF_TEXTS] : OF_SHAPES;
    for (const name of names) part.setAttribute(name, style.getPropertyValue(name));
  }
  for (const part of [drawing, ...drawing.querySelectorAll("*")]) part.removeAttribute("class");
  const comments = document.createTreeWalker(drawing, NodeFilter.SHOW_COMMENT);
  const idle: Node[] = [];
  while (comments.nextNode()) idle.push(comments.currentNode);
  for (const comment of idle) (comment as Comment).remove();
}

/** The same in points, as a PNG file. */
async function pointsOf(text: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * SCALE, image.height * SCALE];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}
