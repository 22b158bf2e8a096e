/** What the page makes of an enrolment: which covers are told, what is asked next, and what each row compares. */
import type { Cost, Enrolment, EnrolmentOption, Option, Yen, YenRange } from "../api/types.js";
import { cheapestFirst, isNeverCheaper, isUnbounded, savingSign } from "../text/format.js";
import type { Words } from "../text/text.js";
import { chipsOf } from "./controls.js";
import { isDayFact } from "./form-paths.js";
import { isAnswered, isTyped, type FormState } from "./form-state.js";
import type { Question } from "./question.js";
import type { Stretch } from "./stretch.js";

const VERDICTS = { can_join: "covered", cannot_join: "not_covered", unknown: "unknown" } as const;
/** What is asked before anything else: it settles most. */
const FIRST = ["device.model", "line.carrier", "covers"];

/** The option in the shape of the first question, so that its reasons, silences and conflicts are told alike. */
export function asOption(option: EnrolmentOption): Option {
  return {
    ...option,
    kind: "cover",
    verdict: VERDICTS[option.verdict],
    missing: option.missing.map(({ fact }) => ({ fact, impact: 0 })),
    you_pay_yen: null,
    total_yen: null,
    charges: [],
    steps: [],
    contacts: [],
    holds: [],
  };
}

/** Covers that can or may be joined for themselves, and those that cannot be joined. */
export function splitOptions(
  { options: all }: Enrolment,
  words: Words,
): { open: EnrolmentOption[]; refused: EnrolmentOption[] } {
  const options = all.filter(({ plan }) => !words.isExtra(plan));
  const isRefused = ({ verdict }: EnrolmentOption): boolean => verdict === "cannot_join";
  return { open: options.filter((option) => !isRefused(option)), refused: options.filter(isRefused) };
}

/** Whether the page has a control that answers a fact in a question. */
function isAskable(fact: string, words: Words): boolean {
  return fact === "device.model" || isDayFact(fact) || chipsOf(fact, words) !== null;
}

/** The question that most covers wait for; what was met with "I don't know" is not asked again. */
export function joinQuestion(open: EnrolmentOption[], form: FormState, words: Words): Question | null {
  const waiting = (fact: string): string[] =>
    open.filter(({ missing }) => missing.some((one) => one.fact === fact)).map(({ plan }) => plan);
  const rank = (fact: string): number => (FIRST.includes(fact) ? FIRST.indexOf(fact) : FIRST.length);
  const facts = [...new Set(open.flatMap(({ missing }) => missing.map(({ fact }) => fact)))];
  const [fact] = facts
    .filter((one) => !isAnswered(form, one) && isAskable(one, words))
    .sort((a, b) => rank(a) - rank(b) || waiting(b).length - waiting(a).length);
  if (fact === undefined) return null;
  return { fact, plans: waiting(fact), settles: false, moves: "joining" };
}

/** Facts that are typed and that a cover waits for: they have fields of their own. */
export function typedFacts(open: EnrolmentOption[], form: FormState): string[] {
  const missing = open.flatMap((option) => option.missing.map(({ fact }) => fact));
  const answered = Object.keys(form.answers).filter((fact) => !fact.startsWith("incident."));
  return [...new Set([...answered, ...missing])].filter(isTyped);
}

/** One plan beside going without it. */
export interface Compared {
  /** The plan. */
  option: EnrolmentOption;
  /** What it costs over the stretch. */
  cost: Cost;
  /** How long the stretch is. */
  months: number;
  /** Its fees over so many months, at its own monthly fee or at another one. */
  feesOver: (months: number, monthly?: Yen) => YenRange;
}

/** What the comparison comes to. */
export type Outcome = "cheaper" | "dearer" | "open" | "none";

/** Whether some plan is surely cheaper than none, whether all are surely dearer, or whether it is open. */
export function outcomeOf(rows: Compared[]): { outcome: Outcome; best: Compared | null } {
  const signs = rows.map(({ cost }) => savingSign(cost.saving_yen));
  if (rows.length === 0) return { outcome: "none", best: null };
  const cheaper = rows.filter((_, index) => signs[index] === "cheaper");
  const best = splitRows(cheaper).priced[0] ?? cheaper[0] ?? null;
  if (best) return { outcome: "cheaper", best };
  return { outcome: rows.every(({ cost }) => isNeverCheaper(cost.saving_yen)) ? "dearer" : "open", best: null };
}

/** Plans with a fee to compare, the cheapest first; and those whose fee no source tells. */
export function splitRows(rows: Compared[]): { priced: Compared[]; feeless: Compared[] } {
  const hasNoFee = ({ cost }: Compared): boolean => isUnbounded(cost.fees_yen);
  const sure = ({ option }: Compared): number => (option.verdict === "can_join" ? 0 : 1);
  const priced = rows
    .filter((row) => !hasNoFee(row))
    .sort((a, b) => sure(a) - sure(b) || cheapestFirst(a.cost.total_yen, b.cost.total_yen));
  return { priced, feeless: rows.filter(hasNoFee) };
}

/** What happens in a stretch, in words, kind by kind. */
export function thingsOf({ counts }: Stretch, { say }: Words): string[] {
  return Object.entries(counts).map(([kind, count]) =>
    say("join.kind_times", { kind: say(`incident.${kind}`), count }),
  );
}
