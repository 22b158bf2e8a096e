/** An answer as a phrase that stands in a sentence: what it costs and until when, or what is known of it so far. */
import type { Hosho } from "../api/hosho.js";
import type { Assessment, CaseFacts, Deadline, Option } from "../api/types.js";
import { problemOf } from "../elements/problem.js";
import type { Outcome } from "../elements/question-page.js";
import type { QuestionName } from "../elements/questions.js";
import { leadingDay, sumIfCovered } from "../elements/reasons.js";
import { shownOf } from "../elements/shown.js";
import { rowsAhead, whatText, whenText } from "../elements/timeline-rows.js";
import { isLikelyOnly, missText, waitsForFacts } from "../elements/view.js";
import { isPast, writeDay } from "../text/days.js";
import { isUnbounded, shownSum, writeRange } from "../text/format.js";
import type { Words } from "../text/text.js";

/** A line, and what came of the question. */
export interface Line {
  text: string;
  /** `null` where the engine refused the case. */
  outcome: Outcome | null;
}

const LINES: Record<QuestionName, (hosho: Hosho, facts: CaseFacts, words: Words) => Line> = {
  broke: brokeLine,
  join: joinLine,
  until: untilLine,
};

/** The line of a question about a case. A case that cannot be is told so. */
export function lineOf(question: QuestionName, hosho: Hosho, facts: CaseFacts, words: Words): Line {
  try {
    return LINES[question](hosho, facts, words);
  } catch (thrown) {
    if (problemOf(thrown) === null) throw thrown;
    return { text: words.say("embed.no_answer"), outcome: null };
  }
}

function brokeLine(hosho: Hosho, facts: CaseFacts, words: Words): Line {
  const answer = hosho.assess(facts);
  const { lead, ifHeld } = shownOf(answer, words);
  const outcome = { answer, verdict: lead?.verdict ?? null, total_yen: lead?.total_yen ?? null };
  return { text: lead ? leadText(lead, answer, words) : openText(ifHeld, words), outcome };
}

function leadText(lead: Option, { as_of: asOf }: Assessment, words: Words): string {
  const { say } = words;
  const { range } = shownSum(lead.total_yen, lead.you_pay_yen);
  const yen = range && !isUnbounded(range) ? writeRange(range, say) : null;
  if (lead.kind === "paid_repair") return yen === null ? say("verdict.paid") : say("embed.paid", { yen });
  if (lead.verdict === "not_covered") {
    const miss = missText(lead, words);
    const what = say("verdict.not_covered");
    return miss === null ? what : say("embed.with_miss", { what, miss });
  }
  if (lead.verdict === "unknown") {
    if (!waitsForFacts(lead)) return say("verdict.silent");
    return yen === null ? say("verdict.missing") : say("embed.so_far", { yen });
  }
  const what = yen === null ? say("verdict.covered_unpriced") : isLikelyOnly(lead) ? say("embed.likely", { yen }) : yen;
  return withDay("embed.with_day", what, leadingDay(lead), asOf, words);
}

/** Nothing leads: what it costs who holds the first of the covers that may answer. */
function openText([first]: Option[], { say }: Words): string {
  const sum = first ? sumIfCovered(first) : null;
  if (sum === null || isUnbounded(sum)) return say("verdict.missing");
  return say("embed.if_held", { yen: writeRange(sum, say) });
}

function joinLine(hosho: Hosho, facts: CaseFacts, words: Words): Line {
  const answer = hosho.enrolment(facts);
  const option = answer.options.find(({ plan }) => !words.isExtra(plan));
  const outcome = { answer, verdict: option?.verdict ?? null, total_yen: null };
  if (option?.verdict !== "can_join")
    return { text: words.say(option?.verdict === "cannot_join" ? "embed.cannot_join" : "embed.may_join"), outcome };
  const by = option.deadlines.find(({ kind }) => kind === "join_by");
  return { text: withDay("embed.join_by", words.say("embed.can_join"), by, answer.as_of, words), outcome };
}

/** With its safe day, where that is still to come. */
function withDay(key: string, what: string, deadline: Deadline | undefined, asOf: string, { say }: Words): string {
  if (!deadline || isPast(asOf, deadline.safe_on)) return what;
  return say(key, { what, day: writeDay(deadline.safe_on, say) });
}

function untilLine(hosho: Hosho, facts: CaseFacts, words: Words): Line {
  const outcome = { answer: hosho.timeline(facts), verdict: null, total_yen: null };
  const [next] = rowsAhead(hosho, facts);
  if (!next) return { text: words.say("until.no_days"), outcome };
  return { text: words.say("embed.next_day", { day: whenText(next, words), what: whatText(next, words) }), outcome };
}
