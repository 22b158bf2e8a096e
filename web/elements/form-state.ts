/**
 * What a person has entered so far, and the case that it makes.
 * Kept by fact, spelled as in the case, so that an example, a question and a field all write to the same place.
 */
import type { CaseFacts, Day } from "../api/types.js";
import { joinParts, splitParts, type MonthParts } from "../text/days.js";
import { readPercent, readYen } from "../text/format.js";
import type { OutlookForm } from "./outlook-form.js";
import type { Stretch } from "./stretch.js";
import { isDayFact, leaves, lengthOf, plainFact, put, withoutEntry } from "./form-paths.js";

/** One answer: a word, a flag, a number, what the month control holds; `null`: "I don't know", said in so many words. */
export type FormValue = string | number | boolean | MonthParts | null;

/** Everything that was entered. */
export interface FormState {
  /** The day of the question, as the field holds it; empty while it is being typed. */
  asOf: Day;
  /** Answers by fact. */
  answers: Readonly<Record<string, FormValue>>;
  /** What is typed for a model and names none yet. */
  search?: string;
  /** Over which stretch covers are weighed, once somebody chose one. */
  stretch?: Stretch;
  /** What is assumed for the outlook, once somebody assumed something. */
  outlook?: OutlookForm;
}

/** What an input tells the page. */
export interface Answer {
  /** The fact, spelled as in the case, `as_of`, or `search`. */
  fact: string;
  /** Its value; `undefined` takes the answer back. */
  value: FormValue | undefined;
}

/** A case that the fields themselves cannot make. */
export interface FieldProblem {
  /** Fact of the field. */
  fact: string;
  /** Code of the sentence. */
  code: string;
}

/** Said of a day that there is none, as by a phone without a maker's warranty. */
export const NO_DAY = "none";

/** Of all facts the one that is searched for. */
const MODEL = "device.model";

/** Facts that are typed, how they are read, and the code of what to say where they cannot be. */
const TYPED: Record<string, { read: (text: string) => number | null | "unreadable"; code: string }> = {
  "incident.repair_price_yen": { read: readYen, code: "yen_unreadable" },
  "incident.battery_capacity_percent": { read: readPercent, code: "percent_unreadable" },
  other_covers_count: { read: readYen, code: "count_unreadable" },
};

/** The event by which every input reports. It bubbles. */
export function answerEvent(fact: string, value: FormValue | undefined): CustomEvent<Answer> {
  return new CustomEvent<Answer>("answer", { bubbles: true, detail: { fact, value } });
}

/** A form in which nothing has been entered. */
export function emptyForm(asOf: Day): FormState {
  return { asOf, answers: {} };
}

/** The form with one answer changed; an entry of a list that is taken back goes with all that it holds. */
export function withAnswer(form: FormState, { fact, value }: Answer): FormState {
  if (fact === "as_of") return { ...form, asOf: String(value ?? "") };
  if (fact === "search") return { ...withAnswer(form, { fact: MODEL, value: undefined }), search: String(value) };
  if (value === undefined && fact.endsWith("]")) return { ...form, answers: withoutEntry(form.answers, fact) };
  const others = Object.entries(form.answers).filter(([known]) => known !== fact);
  const answers = Object.fromEntries(value === undefined ? others : [...others, [fact, value]]);
  const { search, ...rest } = form;
  return { ...(fact === MODEL || search === undefined ? rest : form), answers };
}

/** Whether anything at all was said. */
export function isUntouched(form: FormState): boolean {
  return Object.values(form.answers).every((value) => value === null || valueOf("", value) === null);
}

/** What the month control of a fact holds. */
export function monthParts(form: FormState, fact: string): MonthParts {
  const value = form.answers[fact];
  return isParts(value) ? value : { year: "", month: "", day: "" };
}

/** The day or month that was entered for a fact. */
export function dayOf(form: FormState, fact: string): string | null {
  const value = form.answers[fact];
  return isParts(value) ? joinParts(value) : null;
}

/** Whether a fact was answered, if only by "I don't know"; a day is once its year and month are there. */
export function isAnswered(form: FormState, fact: string): boolean {
  const value = form.answers[fact];
  return isParts(value) ? joinParts(value) !== null : value !== undefined;
}

/** A word that was entered for a fact. */
export function wordOf(form: FormState, fact: string): string | null {
  const value = form.answers[fact];
  return typeof value === "string" && value !== "" ? value : null;
}

/** Whether a fact is typed into a field rather than chosen. */
export function isTyped(fact: string): boolean {
  return fact in TYPED;
}

/** What only the fields can know to be wrong, before the engine is asked. */
export function fieldProblem(form: FormState): FieldProblem | null {
  if (form.asOf === "") return { fact: "as_of", code: "as_of_missing" };
  for (const [fact, { read, code }] of Object.entries(TYPED))
    if (read(String(form.answers[fact] ?? "")) === "unreadable") return { fact, code };
  return null;
}

/** The plans that were entered as held, in the order of the case. */
export function heldPlans(form: FormState): string[] {
  const count = lengthOf(form.answers, "covers");
  return Array.from({ length: count }, (_, index) => wordOf(form, `covers[${index}].plan`) ?? "");
}

/** The case that the form makes; what is unknown stays out of it. */
export function toCase(form: FormState): CaseFacts {
  const made: Record<string, unknown> = { as_of: form.asOf };
  put(made, "incident.on", form.asOf);
  for (const [fact, value] of Object.entries(form.answers)) {
    if (fact.startsWith("covers")) continue;
    const plain = valueOf(fact, value);
    if (plain !== null) put(made, fact, plain);
  }
  const covers = coversOf(form);
  if (covers !== null) made["covers"] = covers;
  return made as unknown as CaseFacts;
}

/** Covers held: `null` where nothing was said, a list of none, or those that are named. */
function coversOf(form: FormState): object[] | null {
  if (form.answers["covers"] === "none") return [];
  if (form.answers["covers"] !== "some") return null;
  const named = heldPlans(form).flatMap((plan, index) => (plan === "" ? [] : [coverOf(form, index)]));
  return named.length === 0 ? null : named;
}

/** One cover. What a person adds here is the cover of this very phone, unless the form says otherwise. */
function coverOf(form: FormState, index: number): object {
  const isUnsure = form.answers[`covers[${index}].is_this_device`] === null;
  const made: Record<string, unknown> = {
    ...(isUnsure ? {} : { is_this_device: true }),
    ...entryOf(form, `covers[${index}]`),
  };
  const said = form.answers[`covers[${index}].claims`];
  if (said === "none") made["claims"] = [];
  if (said === "some") made["claims"] = claimsOf(form, `covers[${index}].claims`);
  return made;
}

/** Earlier claims; one whose day is forgotten still counts. */
function claimsOf(form: FormState, list: string): object[] {
  const count = Math.max(1, lengthOf(form.answers, list));
  return Array.from({ length: count }, (_, index) => ({ on: null, ...entryOf(form, `${list}[${index}]`) }));
}

/** What was said of an entry of a list, its own lists apart. */
function entryOf(form: FormState, entry: string): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [fact, value] of Object.entries(form.answers)) {
    const key = fact.startsWith(`${entry}.`) ? fact.slice(entry.length + 1) : "";
    const plain = /^\w+$/.test(key) && key !== "claims" ? valueOf(fact, value) : null;
    if (plain !== null) made[key] = plain;
  }
  return made;
}

/** A form that shows a ready-made case. */
export function fromCase(facts: CaseFacts): FormState {
  const answers: Record<string, FormValue> = {};
  leaves(facts, "", (path, value) => {
    answers[path] =
      isDayFact(path) && value !== NO_DAY ? splitParts(String(value)) : (value as string | number | boolean);
  });
  if (facts.covers) answers["covers"] = facts.covers.length > 0 ? "some" : "none";
  facts.covers?.forEach(({ claims }, index) => {
    if (claims) answers[`covers[${index}].claims`] = claims.length > 0 ? "some" : "none";
  });
  delete answers["as_of"];
  delete answers["incident.on"];
  return { asOf: facts.as_of, answers };
}

function isParts(value: FormValue | undefined): value is MonthParts {
  return typeof value === "object" && value !== null;
}

function valueOf(fact: string, value: FormValue): string | number | boolean | null {
  if (isParts(value)) return joinParts(value);
  const typed = TYPED[plainFact(fact)];
  if (typed === undefined) return value === "" ? null : value;
  const number = typed.read(String(value ?? ""));
  return number === "unreadable" ? null : number;
}
