/** A sentence with gaps, as the build has taken it apart (tools/messages.mjs), and how its gaps are filled. */

/** Text, or text and gaps by turns: at the odd places stands what fills the gap. */
export type Message = string | (string | Counted)[];
/** The name of a number, and what stands there by its plural class (`other`) or its very value (`=0`). */
type Counted = [name: string, cases: Table];
/** Sentences by their keys. */
export type Table = Record<string, Message>;
/** What fills the gaps of a sentence. */
export type Gaps = Record<string, string | number>;

const RULES: Record<string, Intl.PluralRules> = {};

/** Fills the gaps of a sentence; a gap without a value stays visible. */
export function fill(message: Message, gaps: Gaps, lang: string): string {
  if (typeof message === "string") return message;
  const written = message.map((piece, place) => {
    if (place % 2 === 0) return piece;
    const name = typeof piece === "string" ? piece : piece[0];
    const value = gaps[name];
    if (value === undefined) return `{${name}}`;
    return typeof piece === "string" ? value : fill(caseOf(piece[1], value, lang), gaps, lang);
  });
  return written.join("");
}

function caseOf(cases: Table, value: string | number, lang: string): Message {
  const rules = (RULES[lang] ??= new Intl.PluralRules(lang));
  const key = typeof value === "number" ? rules.select(value) : "other";
  return cases[`=${value}`] ?? cases[key] ?? cases["other"] ?? "";
}

/** The names of all gaps of a sentence. */
export function gapsOf(message: Message): string[] {
  if (typeof message === "string") return [];
  const gaps = message.filter((_, place) => place % 2 === 1);
  return gaps.flatMap((gap) => (typeof gap === "string" ? [gap] : [gap[0], ...Object.values(gap[1]).flatMap(gapsOf)]));
}

/** A sentence that was not taken apart by the build: it has plain gaps, `{yen}`, and no others. */
export const plain = (sentence: string): Message => sentence.split(/\{(\w+)\}/);
