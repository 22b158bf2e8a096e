/** From an assessment to what the card says: which option leads, its state, its word, the next question. */
import type { Assessment, Option, Reason } from "../api/types.js";
import { isFree, writeMargin, writeRange } from "../text/format.js";
import type { Words } from "../text/text.js";
import type { Tone } from "./drawn.js";

/** The head of a card. */
export interface Head {
  /** Colour and seal. */
  tone: Tone;
  /** The verdict in a word or two. */
  word: string;
  /** The small line above it. */
  tag: string;
}

/** The question to put next. */
export interface Question {
  /** The fact that is asked for. */
  fact: string;
  /** Plans that wait for the answer. */
  plans: string[];
  /** One answer settles everything. */
  settles: boolean;
}

/** Every reason of an option, parents before children. */
export function allReasons(reasons: Reason[]): Reason[] {
  return reasons.flatMap((reason) => [reason, ...allReasons(reason.reasons)]);
}

/** Clauses of the payment: they decide the sum, never the verdict. */
const PAYMENT = new Set<string>(["payment", "quote", "list_price", "copay", "benefit_cap", "customer_max", "charge"]);
/** Clauses that only hold others together. */
const FRAMES = new Set<string>(["all_of", "any_of", "applies_to", "in_force"]);

/** The clauses on which an answer hangs: of alternatives only those that carried the day, of the payment none. */
export function telling(option: Option): Reason[] {
  return option.reasons.filter((reason) => !PAYMENT.has(reason.code)).flatMap(carriers);
}

function carriers(reason: Reason): Reason[] {
  if (reason.outcome === "not_applicable") return [];
  if (reason.code === "none_of") return [reason];
  if (reason.reasons.length === 0) return FRAMES.has(reason.code) ? [] : [reason];
  return reason.reasons.filter((part) => carries(part, reason)).flatMap(carriers);
}

/** Of alternatives, one that came out otherwise than the whole decided nothing. */
export function carries(part: Reason, whole: Reason): boolean {
  return whole.code !== "any_of" || part.outcome === whole.outcome;
}

/** The option of which the card speaks: the best cover, else the cover that comes nearest to answering. */
export function leading(answer: Assessment): Option | null {
  const covers = answer.options.filter((option) => option.kind === "cover");
  return (
    covers.find((option) => option.plan === answer.best) ??
    covers.find((option) => option.verdict !== "not_covered") ??
    covers[0] ??
    answer.options[0] ??
    null
  );
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
export function headOf(option: Option, best: string | null, question: Question | null, words: Words): Head {
  const { say } = words;
  if (option.verdict === "covered") {
    return {
      tone: "yes",
      word: coveredWord(option, words),
      tag: say(best === option.plan ? "ui.tag_best" : "ui.tag_covered"),
    };
  }
  if (option.verdict === "not_covered") {
    return { tone: "no", word: say("verdict.not_covered"), tag: missText(option, words) ?? say("ui.tag_not_covered") };
  }
  if (option.verdict === undefined)
    return { tone: "wait", word: writeRange(option.total_yen, say), tag: say("ui.tag_paid") };
  if (waitsForFacts(option)) {
    return {
      tone: "open",
      word: say("verdict.missing"),
      tag: say(question?.settles ? "ui.tag_one_question" : "ui.tag_missing"),
    };
  }
  return { tone: "silent", word: say("verdict.silent"), tag: say("ui.tag_silent") };
}

function coveredWord(option: Option, words: Words): string {
  if (isFree(option.total_yen)) return words.say(isLikelyOnly(option) ? "verdict.free_likely" : "verdict.free");
  if (option.total_yen === null) return words.say("verdict.covered_unpriced");
  const amount = writeRange(option.total_yen, words.say);
  return words.say(
    option.remedy === "repair" || option.remedy === undefined ? "verdict.pay_repair" : "verdict.pay_exchange",
    { amount },
  );
}

/** By how much an option was missed, where only time stands against it. */
export function missOf(option: Option): Reason | null {
  const against = telling(option).filter((reason) => reason.outcome === "no");
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
  const roots = option.reasons.filter((reason) => !PAYMENT.has(reason.code));
  return (
    roots.some((reason) => reason.outcome === "unknown") || !roots.some((reason) => reason.outcome === "not_stated")
  );
}

/** The question that settles most and was not yet met with "I don't know". */
export function questionOf(answer: Assessment, declined: (fact: string) => boolean): Question | null {
  if (answer.next_question === null) return null;
  const candidates = answer.options.flatMap((option) => option.missing).sort((a, b) => b.impact - a.impact);
  const first = answer.next_question.fact;
  const fact = declined(first) ? candidates.find((one) => one.impact > 0 && !declined(one.fact))?.fact : first;
  if (fact === undefined) return null;
  const plans = answer.options
    .filter((option) => option.missing.some((one) => one.fact === fact))
    .map((option) => option.plan);
  return { fact, plans, settles: candidates.some((one) => one.fact === fact && one.impact === 1) };
}
