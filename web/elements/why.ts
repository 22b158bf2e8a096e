/** Reasons as sentences: the few lines on the card, and the gaps that every reason sentence may use. */
import type { Cite, Option, Outcome, Reason } from "../api/types.js";
import { writeDay, writeMargin, writeStretch } from "../text/days.js";
import { writePercent, writeRange } from "../text/format.js";
import type { Gaps } from "../text/message.js";
import type { Words } from "../text/text.js";
import { plainFact } from "./form-paths.js";
import { wordOf, type FormState } from "./form-state.js";
import { telling } from "./reasons.js";
import { isAboutDevice, type Shown } from "./shown.js";
import { waitsForFacts } from "./view.js";

/** Whose reasons are told, to whom, and what that person entered. */
export interface Told {
  /** The option. */
  option: Option;
  /** What was entered. */
  form: FormState;
  /** In which words. */
  words: Words;
}

/** One line of the short why. */
export interface WhyLine {
  /** Its sign. */
  outcome: Outcome;
  /** Its sentence. */
  text: string;
  /** The words of the terms, where the sentence alone does not say what they demand. */
  evidence?: Cite | undefined;
}

const LINES = 5;
/** The order of the short why, as the start of `code.fact`. */
const ORDER = [
  "held.covers",
  "word_in.device.model",
  "within_period.",
  "word_in.device.bought_from",
  "incident_",
  "nothing_repaired",
  "held.",
  "limit",
  "number_in",
  "by_day",
  "same_day",
  "document",
  "flag_is",
  "word_in.device.maker",
  "word_in",
  "with_device",
  "not_before",
];

/** A fact's name; entries of `covers` lose their number. */
export function factName(fact: string, words: Words): string {
  return words.say(`fact.${plainFact(fact)}`);
}

/** What somebody said, as a reader knows it: a provider's name, not its id. */
export function valueName(fact: string, value: string | number | boolean, words: Words): string {
  if (typeof value === "boolean") return words.say(value ? "ui.yes" : "ui.no");
  if (fact.endsWith("_percent")) return words.say("format.percent", { share: writePercent(String(value)) });
  if (typeof value === "number")
    return fact.endsWith("_yen") ? writeRange({ min: value, max: value }, words.say) : String(value);
  if (fact === "device.model") return words.modelName(value);
  if (fact === "incident.kind") return words.say(`incident.${value}`);
  if (/^\d{4}-\d{2}/.test(value)) return writeDay(value, words.say);
  if (fact === "line.plan") return linePlanName(value, words);
  const word = `word.${plainFact(fact)}.${value}`;
  if (words.has(word)) return words.say(word);
  return /(bought_from|maker|carrier|ported_from)$/.test(fact) ? words.providerName(value) : words.say(word);
}

/** A price plan as the file of a cover calls it. */
function linePlanName(value: string, words: Words): string {
  const named = words.catalog.plans?.map((plan) => words.own(plan.id, value)).find((name) => name !== null);
  return named ?? words.say("word.line.plan.other");
}

/** What the person said of a fact, or what the device table says for the model. */
function saidOf(fact: string, form: FormState, words: Words): string | number | boolean | undefined {
  const entered = form.answers[fact];
  if (entered !== undefined && entered !== null && typeof entered !== "object") return entered;
  const column = /^device\.(maker|category|os)$/.exec(fact)?.[1] as "maker" | "category" | "os" | undefined;
  const device = words.catalog.devices?.find((one) => one.id === wordOf(form, "device.model"));
  return column === undefined ? undefined : device?.[column];
}

function gapsOf(reason: Reason, { option, form, words }: Told): Gaps {
  const { values = {} } = reason;
  const fact = reason.facts[0] ?? values.of ?? "";
  const said = saidOf(fact, form, words);
  const gaps: Gaps = { plan: words.planName(option.plan), fact: factName(fact, words), of: factName(fact, words) };
  if (values.months !== undefined) gaps["length"] = words.say("format.months_long", { months: values.months });
  else if (values.days !== undefined) gaps["length"] = words.say("format.days", { days: values.days });
  if (values.on !== undefined) gaps["on"] = writeDay(values.on, words.say);
  if (values.kind !== undefined) gaps["kind"] = words.say(`incident.${values.kind}`);
  if (said !== undefined) gaps["said"] = valueName(fact, said, words);
  if (values.allowed) gaps["allowed"] = words.list(values.allowed.map((word) => valueName(fact, word, words)));
  if (reason.margin_days !== undefined) {
    const most = reason.margin_days_max ?? reason.margin_days;
    gaps["stretch"] = writeStretch(reason.margin_days, most, words.say);
    gaps["margin"] = writeMargin(reason.margin_days, most, words.say);
  }
  if (values.yen !== undefined) gaps["yen"] = writeRange(values.yen, words.say);
  return gaps;
}

/** One reason as a sentence: the plan's own, else the one that fits code, fact and outcome most closely. */
export function reasonText(reason: Reason, told: Told): string {
  const { option, words } = told;
  const gaps = gapsOf(reason, told);
  const own = words.own(option.plan, `${reason.clause}.${reason.outcome}`, gaps);
  if (own !== null) return own;
  const fact = plainFact(reason.facts[0] ?? "");
  const bases = [fact, reason.clause, ""].map((part) =>
    [`reason.${reason.code}`, part, reason.outcome].filter((one) => one !== "").join("."),
  );
  const rests = reason.values?.rests_on;
  const keys = bases.flatMap((base) => [...(rests === undefined ? [] : [`${base}.${rests}`]), base, `${base}.bare`]);
  return words.fitting([...keys, `reason.${reason.outcome}`], gaps);
}

/** How close it was, and by which counting: the day that is certain can lie a day earlier. Only where a period could be missed. */
export function marginText(reason: Reason, option: Option, words: Words): string | null {
  if (reason.code !== "within_period" || reason.margin_days === undefined) return null;
  const margin = writeMargin(reason.margin_days, reason.margin_days_max, words.say);
  const deadline = option.deadlines.find((one) => one.on === reason.values?.on && one.on !== one.safe_on);
  if (deadline === undefined) return margin;
  return words.say("ui.margin_by", { margin, by: words.say(`by_counting.${deadline.counting}`) });
}

/** Where a clause stands in the short why; what speaks for the verdict as it is comes before everything else. */
function weight(reason: Reason, option: Option): number {
  const first: Outcome[] =
    option.verdict === "not_covered" ? ["no"] : option.verdict === "unknown" ? ["unknown", "not_stated"] : [];
  const rank = ORDER.findIndex((entry) => `${reason.code}.${reason.facts[0] ?? ""}`.startsWith(entry));
  return (first.includes(reason.outcome) ? 0 : 2 * ORDER.length) + (rank === -1 ? ORDER.length : rank);
}

/** Why it has to be paid: each cover of this phone with the one reason against it, then the covers that could be held. */
export function paidLines({ refused, ifHeld, aside }: Shown, { words, form }: Told): WhyLine[] {
  const near = refused.slice(0, LINES - 1).map((option): WhyLine => {
    const { text, evidence } = mainReason({ option, words, form });
    return { outcome: "no", text: words.say("ui.cover_says", { plan: words.shortName(option.plan), text }), evidence };
  });
  if (ifHeld.length > 0) return [...near, { outcome: "unknown", text: words.say("ui.covers_unsaid") }];
  const none = form.answers["covers"] === "none" && aside.unheld.length > 0;
  return none ? [...near, { outcome: "no", text: words.say("ui.covers_none") }] : near;
}

/** At most five lines that say why. What the terms leave open of an unsettled answer stands in a box beside them. */
export function whyLines(told: Told): WhyLine[] {
  const { option, words } = told;
  const reasons = telling(option).sort((a, b) => weight(a, option) - weight(b, option));
  const asked = reasons.filter((reason, index) => reasons.findIndex((other) => asksTheSame(reason, other)) === index);
  const silent =
    option.verdict === "covered" ? option.not_stated.map(({ code }) => silentLine(code, option, words)) : [];
  const lines = [...asked.flatMap((reason) => linesOf(reason, told)), ...silent];
  return lines.filter((line, index) => lines.findIndex((other) => other.text === line.text) === index).slice(0, LINES);
}

/** One and the same clause, or two that wait for the same fact. */
function asksTheSame(one: Reason, other: Reason): boolean {
  return one === other || (one.outcome === "unknown" && other.outcome === "unknown" && one.facts[0] === other.facts[0]);
}

/** A clause as a line; before it the silence that it decided. */
function linesOf(reason: Reason, told: Told): WhyLine[] {
  const { option, words } = told;
  const { silence, rests_on: restsOn } = reason.values ?? {};
  const before = option.verdict === "covered" && silence !== undefined ? [silentLine(silence, option, words)] : [];
  const idle = option.verdict === "not_covered" && restsOn === "reported_case";
  if (reason.outcome === "not_stated" || idle) return before;
  return [...before, lineOf(reason, told)];
}

/** A clause as a line; a bound is not in the sentence, so the words that set it stand beside it. */
function lineOf(reason: Reason, told: Told): WhyLine {
  const { option, words } = told;
  const text = caseText(reason, option, words) ?? reasonText(reason, told);
  const hasOwn = words.own(option.plan, `${reason.clause}.${reason.outcome}`) !== null;
  const evidence = reason.code === "number_in" && !hasOwn ? option.cites[reason.cite ?? -1] : undefined;
  return { outcome: reason.outcome, text, evidence };
}

function silentLine(code: string, option: Option, words: Words): WhyLine {
  return { outcome: "not_stated", text: words.code("not_stated", code, option.plan) };
}

/** A reported case in the words of the plan, where the plan says them about this very evidence. */
function caseText(reason: Reason, option: Option, words: Words): string | null {
  const told = reason.values?.rests_on === undefined ? undefined : toldCase(reason, option);
  return told === undefined ? null : words.code("caution", told.code, option.plan);
}

function toldCase(reason: Reason, option: Option): Option["cautions"][number] | undefined {
  return option.cautions.find(
    (caution) => caution.conflicts_with === undefined && caution.cite !== undefined && caution.cite === reason.cite,
  );
}

/** Cautions that stand below the why: neither told there as a reported case nor a conflict of sources. */
export function loneCautions(option: Option): Option["cautions"] {
  const told = telling(option).map((reason) =>
    reason.values?.rests_on === undefined ? undefined : toldCase(reason, option),
  );
  return option.cautions.filter((caution) => caution.conflicts_with === undefined && !told.includes(caution));
}

/** The one reason why an option stands where it stands. */
export function mainReason(told: Told): WhyLine {
  const { option, words } = told;
  const plain = (outcome: Outcome, text: string): WhyLine => ({ outcome, text });
  if (option.verdict === "covered") return plain("yes", words.say("ui.also_answers"));
  const refusals = telling(option)
    .filter((reason) => reason.outcome === "no")
    .sort((a, b) => weight(a, option) - weight(b, option));
  const against = refusals.find(isAboutDevice) ?? refusals[0];
  if (against) return lineOf(against, told);
  const silence = option.not_stated[0];
  if (silence && !waitsForFacts(option)) return silentLine(silence.code, option, words);
  const open = option.missing[0];
  if (!open) return plain("unknown", words.say("reason.other"));
  return plain("unknown", words.say("ui.needs_fact", { fact: factName(open.fact, words) }));
}
