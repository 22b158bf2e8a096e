/** From the stretches of "what if" to the lines of the page: what leads on each, in words. */
import type { Assessment, Option, WhatIf, WhatIfStretch } from "../api/types.js";
import { isUnbounded, risen, shownSum, writeRange } from "../text/format.js";
import type { Movable, Scale } from "../text/scale.js";
import type { Words } from "../text/text.js";
import type { Tone } from "./drawn.js";
import { leadOf } from "./shown.js";
import { headOf } from "./view.js";

/** Values on which the same option leads, with the same words. */
export interface WhatIfRow {
  /** Its first place on the slider, and one behind its last: there the next one begins. */
  from: number;
  /** See `from`. */
  end: number;
  /** First value; `null`: from the first of all on. */
  first: Movable | null;
  /** Last value; `null`: to the last of all. */
  last: Movable | null;
  /** Which values these are, in words. */
  where: string;
  /** What comes out. */
  text: string;
  /** Its colour. */
  tone: Tone;
  /** The plan that leads, if one does. */
  plan: string | null;
  /** The option that leads at the first value of a stretch whose sum rises with the price. */
  rising: Option | null;
}

type Told = Omit<WhatIfRow, "where">;

/** The lines, in order. Where one ends and the next begins, the answer flips. */
export function rowsOf(answer: WhatIf, scale: Scale, words: Words): WhatIfRow[] {
  const told: Told[] = [];
  for (const stretch of answer.stretches) {
    const next = tell(stretch, answer, scale, words);
    const last = told.at(-1);
    if (next.end <= scale.least) continue;
    if (last && last.text === next.text && last.plan === next.plan)
      Object.assign(last, { end: next.end, last: next.last });
    else told.push(next);
  }
  const [first] = told;
  if (first) first.first = null;
  return told.map((row, index) => ({ ...row, where: whereOf(row, told[index + 1], answer.fact, scale, words) }));
}

function tell(stretch: WhatIfStretch, { as_of, data_version }: WhatIf, scale: Scale, words: Words): Told {
  const { from: first, to: last, options, best } = stretch;
  const assessment: Assessment = { as_of, data_version, options, best, next_question: null };
  const lead = leadOf(assessment, words);
  const from = first === null ? -Infinity : scale.placeOf(first);
  const to = last === null ? Infinity : scale.placeOf(last);
  const rising = lead && stretch.rising.includes(lead.plan) ? lead : null;
  const spread = rising ? raised(rising, 0, last === null ? null : to - from) : lead;
  return {
    from,
    end: to + (Number.isInteger(to) ? 1 : 0.001),
    first,
    last,
    ...inWords(spread, assessment, words),
    plan: lead?.plan ?? null,
    rising,
  };
}

/** An option whose sums have risen by between so many and so many yen. */
function raised(option: Option, least: number, most: number | null): Option {
  const { you_pay_yen: bare, total_yen: total } = option;
  return { ...option, you_pay_yen: risen(bare, least, most), total_yen: risen(total, least, most) };
}

function inWords(lead: Option | null, answer: Assessment, words: Words): { text: string; tone: Tone } {
  if (lead === null) return { text: words.say("verdict.missing"), tone: "open" };
  const { tone, word } = headOf(lead, answer, null, words);
  const { range } = shownSum(lead.total_yen, lead.you_pay_yen);
  const isNamed = tone === "yes" || range === null || isUnbounded(range) || lead.verdict === "unknown";
  if (isNamed) return { text: word, tone };
  return { text: words.say("what_if.word_and_sum", { word, amount: writeRange(range, words.say) }), tone };
}

/** What comes out at one place of a line. */
export function textAt(row: WhatIfRow, place: number, answer: WhatIf, words: Words): string {
  if (row.rising === null) return row.text;
  const { as_of, data_version } = answer;
  const by = place - row.from;
  const assessment = { as_of, data_version, options: [row.rising], best: null, next_question: null };
  return inWords(raised(row.rising, by, by), assessment, words).text;
}

/** Which values a line is about. */
function whereOf(row: Told, next: Told | undefined, fact: WhatIf["fact"], scale: Scale, words: Words): string {
  const { say } = words;
  const { first } = row;
  const last = next ? row.last : null;
  if (first === null && last === null) return say(`what_if.any.${fact}`);
  if (fact === "incident.battery_capacity_percent") return sharesOf(row, next, words);
  const gaps = { from: scale.write(first ?? 0, say), to: scale.write(last ?? 0, say) };
  if (first === null) return say(`what_if.to.${fact}`, gaps);
  if (last === null) return say(`what_if.from.${fact}`, gaps);
  return first === last ? gaps.from : say("what_if.between", gaps);
}

/** Capacities have no smallest step: from 80 on, over 50, under 80, up to 50. */
function sharesOf({ first }: Told, next: Told | undefined, { say }: Words): string {
  const low = first === null ? "" : say(Number.isInteger(first) ? "what_if.at_least" : "what_if.over", { share: Math.floor(Number(first)) }); // prettier-ignore
  const begins = Number(next?.first ?? 0);
  const high = next ? say(Number.isInteger(begins) ? "what_if.under" : "what_if.at_most", { share: Math.floor(begins) }) : ""; // prettier-ignore
  return low === "" || high === "" ? low + high : say("what_if.both", { low, high });
}

/** The sentence of the flip that is nearest to a place: the one behind it, else the one before it. */
export function flipText(rows: WhatIfRow[], place: number, fact: WhatIf["fact"], scale: Scale, words: Words): string {
  const found = rows.findIndex((row) => place < row.end);
  const index = Math.min(found < 0 ? rows.length : found, rows.length - 2);
  const [before, after] = [rows[index], rows[index + 1]];
  if (!before || !after) return words.say("what_if.never");
  const to = scale.write(before.last ?? "", words.say);
  const gaps = { before: before.text, after: after.text, to, one: before.where, other: after.where };
  return words.say(`what_if.flip.${fact}`, gaps);
}
