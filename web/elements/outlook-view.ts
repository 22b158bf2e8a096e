/** What the page makes of an outlook: which choices are drawn, the sentences beside them, the rows of table and file. */
import type { EnrolmentOption, IncidentKind, MonthFigures, Outlook, OutlookChoice } from "../api/types.js";
import type { Point } from "../chart/geometry.js";
import { writeBand, writeChance, writeEvery, writeMean, writeMeans, writeRough } from "../text/figures.js";
import { writeEnds, writeYen, type Sayer } from "../text/format.js";
import type { Words } from "../text/text.js";
import { LONGEST, keyOf } from "./outlook-form.js";
import type { ByMonth, Looked } from "./outlook-run.js";
import { factName } from "./why.js";

/** No cover and as many choices as four colours and their dashes can tell apart. */
export const MOST_DRAWN = 6;
const YEARS = [12, 24, 36, LONGEST];

/** The choices that have a fee to reckon with, and those of which no source tells one. */
export interface Choices {
  /** With a fee; covers that surely can be joined first, single ones before pairs. */
  priced: string[][];
  /** Plans whose monthly fee the person would have to say. */
  feeless: string[];
}

/** The choices of an outlook over which a reader has a say: covers that can or may be joined, and their pairs. */
export function choicesOf({ choices }: Outlook, open: EnrolmentOption[], words: Words): Choices {
  const byId = new Map(open.map((option) => [option.plan, option]));
  const isOpen = (plan: string): boolean => byId.has(plan) || words.isExtra(plan);
  const kept = choices.filter(({ plans }) => plans.every(isOpen) && plans.some((plan) => byId.has(plan)));
  const sure = ({ plans }: OutlookChoice): number =>
    plans.every((plan) => byId.get(plan)?.verdict === "can_join") ? 0 : 1;
  const hasFee = ({ break_even_code: code }: OutlookChoice): boolean => code !== "fee_not_known";
  const priced = kept
    .filter(hasFee)
    .sort((a, b) => a.plans.length - b.plans.length || sure(a) - sure(b))
    .map(({ plans }) => plans);
  const feeless = kept.filter((choice) => !hasFee(choice) && choice.plans.length === 1);
  return { priced, feeless: feeless.flatMap(({ plans }) => plans) };
}

/** The name of a choice. */
export function choiceName(plans: readonly string[], words: Words): string {
  if (plans.length === 0) return words.say("join.without");
  const [one = "", other] = plans.map((plan) => words.shortName(plan));
  return other === undefined ? one : words.say("outlook.pair", { one, other });
}

/** The points of a line: nothing is paid before the first month. */
export function pointsOf({ monthly }: OutlookChoice): Point[] {
  const start = { month: 0, mean: 0, low: 0, high: 0 };
  return [start, ...monthly.map((at) => ({ month: at.month, mean: at.expected_yen, low: at.p05, high: at.p95 }))];
}

/** The months of the table: full years, and those that were chosen. */
export function tableMonths(chosen: number): number[] {
  return [...new Set([...YEARS, chosen])].sort((a, b) => a - b);
}

/** One cell of the table. */
export interface Cell {
  /** After so many months. */
  month: number;
  /** The mean. */
  mean: string;
  /** The band. */
  band: string;
}

/** The cells of a choice. */
export function cellsOf({ monthly }: OutlookChoice, chosen: number, say: Sayer): Cell[] {
  const at = (month: number): MonthFigures[] => monthly.filter((figures) => figures.month === month);
  return tableMonths(chosen).flatMap((month) =>
    at(month).map(({ expected_yen, p05, p95 }) => ({
      month,
      mean: writeMean(expected_yen, say),
      band: writeEnds(p05, p95, say),
    })),
  );
}

/** Every month of every choice as a file for a spreadsheet, in plain yen. */
export function csvOf(byMonth: ByMonth, words: Words): string {
  const columns = ["fees", "mean", "p05", "p50", "p95"] as const;
  const named = [...byMonth.values()].map((choice) => ({ name: choiceName(choice.plans, words), choice }));
  const head = [
    words.say("outlook.csv_month"),
    ...named.flatMap(({ name }) =>
      columns.map((column) => words.say("outlook.csv_column", { name, what: words.say(`outlook.csv_${column}`) })),
    ),
  ];
  const months = named[0]?.choice.monthly.map(({ month }) => month) ?? [];
  const rows = months.map((month, index) => [
    String(month),
    ...named.flatMap(({ choice }) => plainOf(choice.monthly[index])),
  ]);
  return `\uFEFF${[head, ...rows].map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;
}

function plainOf(at: MonthFigures | undefined): string[] {
  if (at === undefined) return [];
  return [at.fees_yen, at.expected_yen, at.p05, at.p50, at.p95].map((sum) => sum.toFixed(0));
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The mean and the band of the choice that is looked at. */
export function meanLine({ choice, none }: Looked, { say }: Words): { mean: string; band: string } {
  const { mean_yen, quantiles } = choice ?? none;
  return { mean: writeRough(mean_yen, say), band: writeBand(quantiles.p05, quantiles.p95, say) };
}

/** How often a choice is the cheaper and how often the dearer way. */
export function chanceLines(choice: OutlookChoice, { say }: Words): string[] {
  return [
    say("outlook.dearer", { chance: writeChance(choice.dearer_than_none, say) }),
    say("outlook.cheaper", { chance: writeChance(choice.cheaper_than_none, say) }),
  ];
}

/** From which rate on a choice pays, told by the first rate in play. */
export function turnLine(
  choice: OutlookChoice,
  rate: { kind: IncidentKind; perYear: number } | null,
  words: Words,
): string {
  const { say } = words;
  const { break_even_rate_multiple: multiple, break_even_code: code } = choice;
  if (code !== undefined) return say(`outlook.turn_${code}`);
  if (multiple === null || rate === null) return say("outlook.turn_unknown");
  return say("outlook.turn", {
    kind: say(`incident.${rate.kind}`),
    turn: writeEvery(rate.perYear * multiple, say),
    now: writeEvery(rate.perYear, say),
  });
}

/** Up to which total it stays with which probability. */
export function quantileLines(
  { quantiles }: OutlookChoice,
  { say }: Words,
): { sum: number; share: number; text: string }[] {
  const marks = [[0.5, quantiles.p50], [0.9, quantiles.p90], [0.95, quantiles.p95], [0.99, quantiles.p99]] as const; // prettier-ignore
  return marks.map(([share, sum]) => ({
    sum,
    share,
    text: say(share === 0.5 ? "outlook.half" : "outlook.quantile", {
      times: Math.round(share * 100),
      amount: writeYen(sum, say),
    }),
  }));
}

/** When to leave, which claims are worth making, and what is not certain about the figures. */
export function remarkLines(choice: OutlookChoice, months: number, words: Words): string[] {
  const { say } = words;
  const { best_cancel_after_months: leave, best_use: use } = choice;
  const lines = [
    ...(leave > 0 && leave < months ? [say("outlook.leave", { months: leave })] : []),
    ...(use.claim_worth_yen >= 1 ? [say("outlook.claim", { amount: writeMean(use.claim_worth_yen, say) })] : []),
    ...boundsLine(choice, say),
    ...readingsLine(choice, say),
  ];
  const missing = [...new Set(choice.missing.map(({ fact }) => factName(fact, words)))];
  if (missing.length > 0) lines.push(say("outlook.missing", { facts: words.list(missing) }));
  if (choice.rounded) lines.push(say("outlook.rounded"));
  return lines;
}

function boundsLine({ bounds }: OutlookChoice, say: Sayer): string[] {
  if (!bounds?.low || !bounds.high) return [];
  return [say("outlook.bounds", { range: writeMeans(bounds.low.mean_yen, bounds.high.mean_yen, say) })];
}

function readingsLine({ readings }: OutlookChoice, say: Sayer): string[] {
  const means = readings.map(({ mean_yen }) => mean_yen).sort((a, b) => a - b);
  const [low, high] = [means[0], means.at(-1)];
  if (low === undefined || high === undefined) return [];
  const same = low.toFixed(0) === high.toFixed(0);
  return [same ? say("outlook.readings_same") : say("outlook.readings", { range: writeMeans(low, high, say) })];
}

/** The choices of the drawing: no cover, the one that is looked at, and the first others. */
export function drawnKeys(priced: string[][], chosen: string[]): string[] {
  const keys = priced.map(keyOf);
  const first = keys.slice(0, MOST_DRAWN - 1);
  const looked = keyOf(chosen);
  return ["", ...(first.includes(looked) || looked === "" ? first : [...first.slice(0, -1), looked])];
}
