/** What the address of the page says beside the case: which of the three questions, and in which language. */
import { readLink } from "../link/link.js";
import type { Lang } from "../text/text.js";
import { QUESTIONS, type QuestionName } from "./questions.js";

/** The words behind `#` where no case stands there: `#join`, `#en`, `#join&en`. */
function wordsOf(hash: string): unknown[] {
  const link = readLink(hash);
  return link ? [link.entered["question"]] : hash.replace(/^#/, "").split("&");
}

/** The question that is named behind `#`; `null` where none is. */
export function questionIn(hash: string): QuestionName | null {
  return QUESTIONS.find((name) => wordsOf(hash).includes(name)) ?? null;
}

/** The language that an address asks for, by `?lang=en` or `#en`. */
export function langIn({ search, hash }: { search: string; hash: string }): Lang {
  return new URLSearchParams(search).get("lang") === "en" || wordsOf(hash).includes("en") ? "en" : "ja";
}

/** The address of a question in a language, with the link of what was entered, if that is anything. */
export function addressOf(question: QuestionName, lang: Lang, link = ""): string {
  const hash = link === "" && question !== "broke" ? question : link;
  return hash === "" ? `?lang=${lang}` : `?lang=${lang}#${hash}`;
}
