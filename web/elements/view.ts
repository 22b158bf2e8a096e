/** What a card says of its option: its state, its word, by how much it was missed. */
import type { Assessment, Option, Reason } from "../api/types.js";
import { writeMargin } from "../text/days.js";
import { isFree, shownSum, writeRange } from "../text/format.js";
import type { Words } from "../text/text.js";
import type { Tone } from "./drawn.js";
import type { Question } from "./question.js";
import { allReasons, ofVerdict, telling } from "./reasons.js";
import { shownOf } from "./shown.js";

/** The head of a card. */
export interface Head {
  /** Colour and seal. */
  tone: Tone;
  /** The verdict in a word or two. */
  word: string;
  /** The small line above it. */
  tag: string;
}

/** Whether a fact could still change something. */
export function isMissing(answer: Assessment | null, fact: string): boolean {
  return answer?.options.some((option) => option.missing.some((one) => one.fact === fact)) ?? false;
}

/** True where an answer rests on a point that the terms leave open, or on one reported case. */
export function isLikelyOnly(option: Option): boolean {
  return (
    option.not_stated.length > 0 ||
    option.cautions.length > 0 ||
    allReasons(option.reasons).some((reason) => reason.values?.rests_on === "reported_case")
  );
}

/** State, word and tag of an option. */
export function headOf(option: Option, answer: Assessment, question: Question | null, words: Words): Head {
  const { say } = words;
  if (option.verdict === undefined)
    return { tone: "paid", word: say("verdict.paid"), tag: say(paidTag(answer, words)) };
  if (option.verdict === "covered") {
    const tag = say(answer.best === option.plan ? "ui.tag_best" : "ui.tag_covered");
    return { tone: "yes", word: coveredWord(option, words), tag };
  }
  if (option.verdict === "not_covered") {
    return { tone: "no", word: say("verdict.not_covered"), tag: missText(option, words) ?? say("ui.tag_not_covered") };
  }
  if (waitsForFacts(option)) {
    const tag = say(question?.settles ? "ui.tag_one_question" : "ui.tag_missing");
    return { tone: "open", word: say("verdict.missing"), tag };
  }
  return { tone: "silent", word: say("verdict.silent"), tag: say("ui.tag_silent") };
}

/** A repair that is paid leads because no cover answers, because the covers cost more, or because none was named yet. */
function paidTag(answer: Assessment, words: Words): string {
  const covers = answer.options.filter((option) => option.kind === "cover");
  if (covers.every((option) => option.verdict === "not_covered")) return "ui.tag_none_answers";
  if (answer.best !== null) return "ui.tag_best";
  return shownOf(answer, words).ifHeld.length > 0 ? "ui.tag_if_none_held" : "ui.tag_none_sure";
}

function coveredWord(option: Option, words: Words): string {
  const { range, more } = shownSum(option.total_yen, option.you_pay_yen);
  if (isFree(range)) return words.say(more || isLikelyOnly(option) ? "verdict.free_likely" : "verdict.free");
  if (range === null) return words.say("verdict.covered_unpriced");
  const amount = writeRange(range, words.say);
  return words.say(
    option.remedy === "repair" || option.remedy === undefined ? "verdict.pay_repair" : "verdict.pay_exchange",
    { amount },
  );
}

/** Reasons that stand against an option only because of a day, and what such a reason is part of. */
const OF_TIME = new Set<string>(["within_period", "in_force", "incident_covered"]);

/** By how much an option was missed, where only time stands against it. */
export function missOf(option: Option): Reason | null {
  const against = telling(option).filter((reason) => reason.outcome === "no");
  if (!against.every((reason) => OF_TIME.has(reason.code))) return null;
  return against.find((reason) => reason.code === "within_period" && reason.margin_days !== undefined) ?? null;
}

/** `16日すぎています`, where only time stands against an option. */
export function missText(option: Option, words: Words): string | null {
  const late = missOf(option);
  return late?.margin_days === undefined ? null : writeMargin(late.margin_days, late.margin_days_max, words.say);
}

/** True where an open answer hangs on facts, not only on what the terms leave open; facts that move only the sum do not count. */
export function waitsForFacts(option: Option): boolean {
  if (option.verdict !== "unknown" || option.missing.length === 0) return false;
  const roots = ofVerdict(option);
  return (
    roots.some((reason) => reason.outcome === "unknown") || !roots.some((reason) => reason.outcome === "not_stated")
  );
}
