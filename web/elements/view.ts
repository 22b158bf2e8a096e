/** From an assessment to what the card says: which option leads, its state, its word, the next question. */
import type { Assessment, Option, Reason } from "../api/types.js";
import { isFree, shownSum, writeMargin, writeRange } from "../text/format.js";
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

/** An answer, sorted into what the page shows of it; every part in the order of the answer. */
export interface Shown {
  /** The option of which the card speaks. */
  lead: Option | null;
  /** Other covers that answer or may answer. */
  possible: Option[];
  /** Other repairs that are paid. */
  paid: Option[];
  /** Other covers that do not answer; those of other phones last. */
  refused: Option[];
}

/** What leads, and what stands beside it. */
export function shownOf(answer: Assessment): Shown {
  const lead = leading(answer);
  const others = answer.options.filter((option) => option !== lead);
  const covers = others.filter((option) => option.kind === "cover");
  return {
    lead,
    possible: covers.filter((option) => option.verdict !== "not_covered"),
    paid: others.filter((option) => option.kind === "paid_repair"),
    refused: nearestFirst(covers.filter((option) => option.verdict === "not_covered")),
  };
}

/** The best option; while facts are missing the first cover that may answer, else what there is to pay, else the nearest cover. */
function leading({ options, best }: Assessment): Option | null {
  const covers = options.filter((option) => option.kind === "cover");
  return (
    options.find((option) => option.plan === best) ??
    covers.find((option) => option.verdict !== "not_covered") ??
    options.find((option) => option.kind === "paid_repair") ??
    nearestFirst(covers)[0] ??
    null
  );
}

/** Covers of this phone that the person joined, those that came with it, those not held, then those for other phones. */
export function nearestFirst(covers: Option[]): Option[] {
  const joined = (option: Option): boolean =>
    option.reasons.some(({ code, outcome }) => code === "held" && outcome === "yes");
  const rank = (option: Option): number =>
    !isForDevice(option) ? 3 : isRefused(option, HOLDING) ? 2 : joined(option) ? 0 : 1;
  return [...covers].sort((a, b) => rank(a) - rank(b));
}

/** A reason about what the phone is. */
export const isAboutDevice = (reason: Reason): boolean => DEVICE.test(reason.facts[0] ?? "");

/** Whether a cover is for this phone at all, as far as is known. */
export function isForDevice(option: Option): boolean {
  return !isRefused(option, DEVICE);
}

const HOLDING = /^(held|with_device)$/;
const DEVICE = /^device\.(maker|category|model|os)$/;

/** A clause on that very point stands against the option; of alternatives only those that failed together. */
function isRefused(option: Option, point: RegExp): boolean {
  const against = telling(option).filter((reason) => reason.outcome === "no");
  return against.some((reason) => point.test(reason.code) || point.test(reason.facts[0] ?? ""));
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
  if (option.verdict === undefined) return paidHead(answer, words);
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

/** A repair that is paid leads because no cover answers, or because the covers cost more. */
function paidHead({ options }: Assessment, { say }: Words): Head {
  const alone = options.every((option) => option.kind === "paid_repair" || option.verdict === "not_covered");
  return { tone: "paid", word: say("verdict.paid"), tag: say(alone ? "ui.tag_none_answers" : "ui.tag_best") };
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
