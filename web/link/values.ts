/** How the values of a link are spelled, and read again. */
import type { MonthParts } from "../text/days.js";
import type { Spelling } from "./keys.js";

/** One value; `null`: "I don't know", said in so many words. */
export type LinkValue = string | number | boolean | MonthParts | null;

/** What stands for "I don't know"; a question mark that was typed is escaped. */
const UNKNOWN = "?";
/** Said of a day that there is none. */
const NO_DAY = "none";
const FLAGS: Record<string, boolean> = { yes: true, no: false };

const WORD = /^[\w.:+-]*$/;
const FULL_DAY = /^(\d{4}-\d{2}-\d{2})?$/;
const DAY = /^(\d{4})?(?:-(\d{1,2})?(?:-(\d{1,2}))?)?$/;
const SUM = /^\d{1,9}$/;

/** A value as it stands in a link. */
export function writeValue(value: LinkValue): string {
  if (value === null) return UNKNOWN;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return escaped(typeof value === "object" ? writeParts(value) : String(value));
}

/** The value of a spelling; `undefined` where it cannot be read. */
export function readValue(raw: string, spelling: Spelling): LinkValue | undefined {
  if (raw === UNKNOWN) return null;
  const text = plain(raw);
  if (text === undefined) return undefined;
  if (typeof spelling === "object") {
    const number = Number(text);
    return SUM.test(text) && number >= spelling.least && number <= spelling.most ? number : undefined;
  }
  return READERS[spelling](text);
}

const READERS: Record<Extract<Spelling, string>, (text: string) => LinkValue | undefined> = {
  word: (text) => (WORD.test(text) ? text : undefined),
  flag: (text) => (Object.hasOwn(FLAGS, text) ? FLAGS[text] : undefined),
  day: readParts,
  day_or_none: (text) => (text === NO_DAY ? text : readParts(text)),
  today: (text) => (FULL_DAY.test(text) ? text : undefined),
  text: (text) => text,
  sum: (text) => (SUM.test(text) ? Number(text) : undefined),
};

/** Escaped as little as links allow, so that days and ids stay readable; half a character becomes a sign for it. */
function escaped(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD")).replace(/%(3A|2C|2B)/g, decodeURIComponent);
}

function plain(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw);
  } catch {
    return undefined;
  }
}

/** A day as far as it is chosen: `2024-07-15`, `2024-07`, `2024`, `-07`, `--15`. */
function writeParts({ year, month, day }: MonthParts): string {
  return [year, twoDigits(month), twoDigits(day)].join("-").replace(/-+$/, "");
}

function twoDigits(part: string): string {
  return part === "" ? "" : part.padStart(2, "0");
}

function readParts(text: string): MonthParts | undefined {
  const [whole, year = "", month = "", day = ""] = DAY.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const isWithin = (part: string, most: number): boolean => part === "" || (Number(part) >= 1 && Number(part) <= most);
  if (!isWithin(month, 12) || !isWithin(day, 31)) return undefined;
  return { year, month: month && String(Number(month)), day: day && String(Number(day)) };
}
