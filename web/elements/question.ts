/** Which question the page puts next, and where: with the card, or beside the other cover that it is about. */
import type { Assessment, Option } from "../api/types.js";
import { telling } from "./reasons.js";
import { waitsForFacts } from "./view.js";

/** A question. */
export interface Question {
  /** The fact that is asked for. */
  fact: string;
  /** The plan of the card, else all plans that wait for the answer. */
  plans: string[];
  /** One answer settles the card. */
  settles: boolean;
  /** What the answer moves: whether a plan answers, only what it costs, the days of a timeline, or whether it can be joined. */
  moves: "verdict" | "sum" | "days" | "joining";
}

/** The two places of a question. */
export interface Questions {
  /** About the card. */
  lead: Question | null;
  /** About other covers only. */
  aside: Question | null;
  /** The card itself asks which covers are held, because it has no answer without them, or only what has to be paid. */
  held: boolean;
}

/** Which covers are held is not asked here: it has a list of its own. */
const HELD = "covers";

/** What to ask next; what was met with "I don't know" gives way to what else settles something. */
export function questionsOf(answer: Assessment, lead: Option | null, declined: (fact: string) => boolean): Questions {
  const next = answer.next_question?.fact;
  const isAsked = (fact: string | undefined): fact is string => fact !== undefined && fact !== HELD && !declined(fact);
  const open = lead ? lead.missing : answer.options.flatMap((option) => option.missing);
  const moving = lead ? movingOf(lead).filter(isAsked) : [];
  const deciding = lead ? [...decidingOf(lead), ...moving] : [];
  const candidates = open
    .filter(({ fact, impact }) => isAsked(fact) && (impact > 0 || deciding.includes(fact)))
    .sort((a, b) => b.impact - a.impact);
  const first = candidates.find(({ fact }) => fact === next) ?? candidates[0];
  const isSettled = next === undefined && moving.length === 0;
  const asked = isSettled || (lead === null && next === HELD) ? undefined : first;
  const isElsewhere = lead !== null && !lead.missing.some(({ fact }) => fact === next);
  return {
    lead: asked ? questionOf(asked.fact, answer, lead) : null,
    aside: isAsked(next) && isElsewhere ? questionOf(next, answer, null) : null,
    held: lead?.verdict !== "covered" && asked === undefined,
  };
}

function questionOf(fact: string, { options }: Assessment, lead: Option | null): Question {
  const about = lead ? [lead] : options.filter((option) => option.missing.some((one) => one.fact === fact));
  return {
    fact,
    plans: about.map((option) => option.plan),
    settles: lead !== null && isOnly(fact, lead),
    moves: about.some((option) => option.verdict === "unknown") ? "verdict" : "sum",
  };
}

/** One answer settles the card: nothing else decides whether it answers or, where it does, what it costs. */
function isOnly(fact: string, lead: Option): boolean {
  const facts = lead.verdict === "unknown" ? decidingOf(lead) : lead.missing.map((one) => one.fact);
  return facts.length === 1 && facts[0] === fact;
}

/** What happened can still move the sum of a cover that surely answers; the engine asks only for what decides who answers. */
function movingOf({ verdict, total_yen: total, missing }: Option): string[] {
  if (verdict !== "covered" || total === null || total.min === total.max) return [];
  return missing.map(({ fact }) => fact).filter((fact) => fact.startsWith("incident."));
}

/** The missing facts on which an open verdict hangs; those that move only the sum are not among them. */
function decidingOf(option: Option): string[] {
  if (!waitsForFacts(option)) return [];
  const missing = option.missing.map((one) => one.fact);
  const read = telling(option).flatMap((reason) => (reason.outcome === "unknown" ? reason.facts : []));
  const deciding = missing.filter((fact) => read.includes(fact));
  return deciding.length > 0 ? deciding : missing;
}
