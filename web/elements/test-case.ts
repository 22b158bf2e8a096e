/** A case of this page as a record of `tests/cases`: what was entered, and what the engine answers to it now. */
import type { Hosho } from "../api/hosho.js";
import type { CaseFacts, EnrolmentOption, Option } from "../api/types.js";
import type { QuestionName } from "./questions.js";

/** What a record is made of. */
export interface Recorded {
  /** The engine. */
  hosho: Hosho;
  /** Which of the three questions. */
  question: QuestionName;
  /** What was entered. */
  facts: CaseFacts;
  /** The case in words. */
  title: string;
  /** Where it came from. */
  source: string;
}

/** A record for each cover that is held; where none is, for the one that leads, or for each that can still be joined. */
export function testCases({ hosho, question, facts, title, source }: Recorded): object[] {
  const asked = question === "broke" ? facts : { ...facts, incident: null }; // of what happened only the first one asks
  const options =
    question === "join" ? joinable(hosho.enrolment(asked).options) : leading(hosho.assess(asked).options, facts);
  return options.map((option, index) => ({
    id: `PAGE-${index + 1}`,
    title,
    source,
    evidence: "",
    confidence: "low",
    plan: option.plan,
    question: question === "join" ? "enrolment" : "assess",
    case: asked,
    expect: question === "until" ? { deadlines: daysOf(option) } : expected(option),
    accept: [],
  }));
}

const joinable = (options: EnrolmentOption[]): EnrolmentOption[] =>
  options.filter(({ verdict }) => verdict !== "cannot_join");

function leading(options: Option[], { covers }: CaseFacts): Option[] {
  const offered = options.filter(({ kind }) => kind === "cover");
  const held = offered.filter(({ plan }) => covers?.some((cover) => cover.plan === plan));
  return held.length > 0 ? held : offered.slice(0, 1);
}

/** Verdict, reason and sums, as a record spells them. */
function expected(option: Option | EnrolmentOption): object {
  const { verdict, missing } = option;
  const facts = missing.map(({ fact }) => fact);
  const because = facts.length > 0 ? { because: "missing", missing: facts } : { because: "not_stated" };
  return {
    verdict,
    ...(verdict === "unknown" ? because : {}),
    ...("total_yen" in option ? { total_yen: option.total_yen } : { monthly_fee_yen: option.monthly_fee_yen }),
    deadlines: daysOf(option),
  };
}

const daysOf = ({ deadlines }: Option | EnrolmentOption): object[] =>
  deadlines.map(({ kind, on, safe_on }) => ({ kind, on, safe_on }));
