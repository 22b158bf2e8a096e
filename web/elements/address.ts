/** What the address of the page says: which of the three questions, and in which language. */
import type { Lang } from "../text/text.js";

/** The questions of the page, in the order of their links. */
export const QUESTIONS = ["broke", "join", "until"] as const;

/** One of them. */
export type QuestionName = (typeof QUESTIONS)[number];

/** The words behind `#`: `#join`, `#en`, `#join&en`. */
function wordsOf(hash: string): string[] {
  return hash.replace(/^#/, "").split("&");
}

/** The question that is named behind `#`; `null` where none is. */
export function questionIn(hash: string): QuestionName | null {
  return QUESTIONS.find((name) => wordsOf(hash).includes(name)) ?? null;
}

/** The language that an address asks for, by `?lang=en` or `#en`. */
export function langIn({ search, hash }: { search: string; hash: string }): Lang {
  return new URLSearchParams(search).get("lang") === "en" || wordsOf(hash).includes("en") ? "en" : "ja";
}

/** The address of a question in a language. */
export function addressOf(question: QuestionName, lang: Lang): string {
  return question === "broke" ? `?lang=${lang}` : `?lang=${lang}#${question}`;
}
