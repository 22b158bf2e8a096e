/** An inquiry to the desk of a cover: what happened, the clauses that the answer rests on, and what is asked. */
import type { Cite, Option, Reason } from "../api/types.js";
import { writeDay } from "../text/days.js";
import { writeRange } from "../text/format.js";
import type { Words } from "../text/text.js";
import { leaves } from "./form-paths.js";
import { toCase } from "./form-state.js";
import { telling } from "./reasons.js";
import { factName, reasonText, valueName, type Told } from "./why.js";

/** Which clauses an answer rests on; what only waits for the person is no matter of the desk. */
const RESTS_ON: Record<NonNullable<Option["verdict"]>, Reason["outcome"][]> = {
  covered: ["yes"],
  not_covered: ["no"],
  unknown: ["yes", "not_stated"],
};
/** Facts that say nothing to a desk: they are what the inquiry as a whole is about. */
const UNTOLD = /^as_of$|\.(plan|is_this_device)$/;

/** The inquiry, in the language of `words`. */
export function inquiryText(told: Told): string {
  const { option, words } = told;
  const { say } = words;
  const parts = [
    [say("inquiry.about", { plan: words.planName(option.plan) })],
    [say("inquiry.facts"), ...factLines(told)],
    [say("inquiry.clauses"), ...clauseLines(told)],
    [say("inquiry.question"), ...questionLines(told)],
    [say("inquiry.ready"), ...readyLines(told)],
  ];
  return parts
    .filter((lines, index) => index === 0 || lines.length > 1)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function factLines({ option, form, words }: Told): string[] {
  const facts = toCase(form);
  const own = (facts.covers ?? []).findIndex(({ plan }) => plan === option.plan);
  const lines: string[] = [];
  leaves(facts, "", (path, value) => {
    if (UNTOLD.test(path) || (path.startsWith("covers[") && !path.startsWith(`covers[${own}]`))) return;
    const said = valueName(path, value as string | number | boolean, words);
    lines.push(words.say("inquiry.fact", { fact: factName(path, words), said }));
  });
  return lines;
}

/** The sentences with their source; each once. */
function clauseLines(told: Told): string[] {
  const { option, words } = told;
  const outcomes = RESTS_ON[option.verdict ?? "unknown"];
  const lines = telling(option).flatMap((reason) => {
    const cite = reason.cite === undefined ? undefined : option.cites[reason.cite];
    if (cite === undefined || !outcomes.includes(reason.outcome)) return [];
    return [words.say("inquiry.clause", { text: reasonText(reason, told), cite: citeText(cite, words) })];
  });
  return [...new Set(lines)];
}

function citeText({ title, quote, as_of }: Cite, { say }: Words): string {
  const day = as_of === "undated" ? say("ui.source_undated") : writeDay(as_of, say, "day_plain");
  return say(quote === undefined ? "inquiry.cite" : "inquiry.cite_quoted", { title, day, quote: quote ?? "" });
}

/** What the desk alone can say: whether the answer is right, and what the terms leave open. */
function questionLines({ option, words }: Told): string[] {
  const { say } = words;
  const { total_yen: total, verdict = "unknown" } = option;
  const sum = verdict === "covered" && total !== null ? [say("inquiry.sum", { amount: writeRange(total, say) })] : [];
  const silences = option.not_stated.map(({ code }) =>
    say("inquiry.silence", { text: words.code("not_stated", code, option.plan) }),
  );
  return [say(`inquiry.${verdict}`), ...sum, ...new Set(silences)];
}

function readyLines({ option, words }: Told): string[] {
  const things = option.contacts.flatMap(({ have_ready }) => have_ready);
  return [...new Set(things)].map((thing) =>
    words.say("inquiry.thing", { thing: words.code("ready", thing, option.plan) }),
  );
}
