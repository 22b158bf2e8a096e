/**
 * The part of an address behind `#` that holds everything that was entered: `v1:` and then keys with their values.
 * Part of it may be missing; what cannot be read is told, not dropped.
 */
import { ANSWERS, SETTINGS, type Row } from "./keys.js";
import { readValue, writeValue, type LinkValue } from "./values.js";

/** What was entered, by fact: `device.model`, `covers[0].claims[1].on`, `stretch.months`. */
export type Entered = Readonly<Record<string, LinkValue>>;

/** A part of a link that was not taken over. */
export interface LinkProblem {
  /** Why. */
  code: "unknown_key" | "unreadable" | "repeated" | "unknown_version";
  /** The part as it stands in the link. */
  part: string;
  /** The fact that it is about, where that is known. */
  fact?: string;
}

/** What a link says. */
export interface Opened {
  /** Everything that could be read. */
  entered: Entered;
  /** Everything that could not. */
  problems: LinkProblem[];
}

const VERSION = "v1";
const LINK = /^#?(v\d+):(.*)$/s;

/** A position from 1 to 99: a longer list would be no case but an attack; a word that begins with a letter. */
const POSITION = "([1-9]\\d?)";
const NAME = "([a-z][\\w-]*)";

interface Known {
  row: Row;
  key: RegExp;
  fact: RegExp;
  mayBeUnknown: boolean;
  /** All that is said of one cover stands together. */
  group: number;
}

const ROWS = [...SETTINGS, ...ANSWERS];
const FIRST_OF_COVERS = ROWS.findIndex(([key]) => key === "c#");
const KNOWN: Known[] = ROWS.map((row, index) => ({
  row,
  key: patternOf(row[0], POSITION),
  fact: patternOf(row[1], "(\\d+)"),
  mayBeUnknown: ANSWERS.includes(row),
  group: row[0].startsWith("c#") ? FIRST_OF_COVERS : index,
}));

const isGapped = (template: string): boolean => /[#*]/.test(template);
/** Templates without gaps are found by themselves. */
const BY_KEY = new Map(KNOWN.filter(({ row }) => !isGapped(row[0])).map((known) => [known.row[0], known]));
const BY_FACT = new Map([...BY_KEY.values()].map((known) => [known.row[1], known]));
const GAPPED = KNOWN.filter(({ row }) => isGapped(row[0]));

function patternOf(template: string, position: string): RegExp {
  const literal = template.replace(/[.[\]]/g, "\\$&");
  return new RegExp(`^${literal.replace(/#/g, position).replace("*", NAME)}$`);
}

/** A template with its gaps filled; positions are moved by `step`. */
function fill(template: string, gaps: string[], step: number): string {
  let next = 0;
  return template.replace(/[#*]/g, (gap) => {
    const value = gaps[next++] ?? "";
    return gap === "#" ? String(Number(value) + step) : value;
  });
}

/** The link that holds what was entered, in the order of the table; a fact without a key is an error of this program. */
export function writeLink(entered: Entered): string {
  const parts = Object.entries(entered).map(([fact, value]) => {
    const known = BY_FACT.get(fact) ?? GAPPED.find((one) => one.fact.test(fact));
    if (known === undefined) throw new Error(`No key of a link stands for ${fact}.`);
    const gaps = known.fact.exec(fact)?.slice(1) ?? [];
    return { order: orderOf(known, gaps), text: `${fill(known.row[0], gaps, 1)}=${writeValue(value)}` };
  });
  parts.sort((one, other) => (one.order < other.order ? -1 : 1));
  return `${VERSION}:${parts.map(({ text }) => text).join("&")}`;
}

/** Where a part stands: in the order of the table, what is said of a cover together, and each of its claims after it. */
function orderOf(known: Known, [first = "", second = ""]: string[]): string {
  const places = [String(known.group), first, second, String(KNOWN.indexOf(known))];
  return places.map((place) => (place === "" ? "" : place.padStart(3, "0"))).join(" ");
}

/** What a link says; `null` for anything else that may stand behind `#`. */
export function readLink(hash: string): Opened | null {
  const [, version, body = ""] = LINK.exec(hash) ?? [];
  if (version === undefined) return null;
  if (version !== VERSION) return { entered: {}, problems: [{ code: "unknown_version", part: `${version}:` }] };
  const entered: Record<string, LinkValue> = {};
  const problems: LinkProblem[] = [];
  for (const part of body.split("&").filter((one) => one !== "")) {
    const said = readPart(part);
    if ("code" in said) problems.push(said);
    else if (Object.hasOwn(entered, said.fact)) problems.push({ code: "repeated", part, fact: said.fact });
    else entered[said.fact] = said.value;
  }
  return { entered, problems };
}

function readPart(part: string): { fact: string; value: LinkValue } | LinkProblem {
  const [, key = "", raw] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
  const known = BY_KEY.get(key) ?? GAPPED.find((one) => one.key.test(key));
  if (known === undefined || raw === undefined) return { code: "unknown_key", part };
  const fact = fill(known.row[1], known.key.exec(key)?.slice(1) ?? [], -1);
  const value = readValue(raw, known.row[2]);
  if (value === undefined || (value === null && !known.mayBeUnknown)) return { code: "unreadable", part, fact };
  return { fact, value };
}
