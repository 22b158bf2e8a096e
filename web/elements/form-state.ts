/**
 * What a person has entered so far, and the case that it makes.
 * Kept by fact, spelled as in the case, so that an example, a question and a field all write to the same place.
 */
import type { CaseFacts, Day } from "../api/types.js";
import { joinParts, readYen, splitParts, type MonthParts } from "../text/format.js";

/** One answer: a word, a flag, a number, what the month control holds; `null`: "I don't know", said in so many words. */
export type FormValue = string | number | boolean | MonthParts | null;

/** Everything that was entered. */
export interface FormState {
  /** The day of the question, as the field holds it; empty while it is being typed. */
  asOf: Day;
  /** Answers by fact. */
  answers: Readonly<Record<string, FormValue>>;
}

/** What an input tells the page. */
export interface Answer {
  /** The fact, spelled as in the case, or `as_of`. */
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

const PRICE = "incident.repair_price_yen";

/** The event by which every input reports. It bubbles. */
export function answerEvent(fact: string, value: FormValue | undefined): CustomEvent<Answer> {
  return new CustomEvent<Answer>("answer", { bubbles: true, composed: true, detail: { fact, value } });
}

/** A form in which nothing has been entered. */
export function emptyForm(asOf: Day): FormState {
  return { asOf, answers: {} };
}

/** The form with one answer changed. */
export function withAnswer(form: FormState, { fact, value }: Answer): FormState {
  if (fact === "as_of") return { ...form, asOf: String(value ?? "") };
  const others = Object.entries(form.answers).filter(([known]) => known !== fact);
  return { ...form, answers: Object.fromEntries(value === undefined ? others : [...others, [fact, value]]) };
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

/** A word that was entered for a fact. */
export function wordOf(form: FormState, fact: string): string | null {
  const value = form.answers[fact];
  return typeof value === "string" && value !== "" ? value : null;
}

/** What only the fields can know to be wrong, before the engine is asked. */
export function fieldProblem(form: FormState): FieldProblem | null {
  if (form.asOf === "") return { fact: "as_of", code: "as_of_missing" };
  if (readYen(String(form.answers[PRICE] ?? "")) === "unreadable") return { fact: PRICE, code: "yen_unreadable" };
  return null;
}

/** The case that the form makes; what is unknown stays out of it. */
export function toCase(form: FormState): CaseFacts {
  const made: Record<string, unknown> = { as_of: form.asOf };
  put(made, "incident.on", form.asOf);
  for (const [fact, value] of Object.entries(form.answers)) {
    const plain = valueOf(fact, value);
    if (plain !== null) put(made, fact, plain);
  }
  return made as unknown as CaseFacts;
}

/** A form that shows a ready-made case. */
export function fromCase(facts: CaseFacts): FormState {
  const answers: Record<string, FormValue> = {};
  flatten("", facts as unknown as Record<string, unknown>, answers);
  delete answers["as_of"];
  delete answers["incident.on"];
  return { asOf: facts.as_of, answers };
}

function isParts(value: FormValue | undefined): value is MonthParts {
  return typeof value === "object" && value !== null;
}

function valueOf(fact: string, value: FormValue): string | number | boolean | null {
  if (isParts(value)) return joinParts(value);
  if (fact !== PRICE) return value === "" ? null : value;
  const yen = readYen(String(value ?? ""));
  return yen === "unreadable" ? null : yen;
}

function put(target: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split(".");
  const last = keys.pop() ?? path;
  const home = keys.reduce((node, key) => (node[key] ??= {}) as Record<string, unknown>, target);
  home[last] = value;
}

function flatten(prefix: string, node: Record<string, unknown>, into: Record<string, FormValue>): void {
  for (const [key, value] of Object.entries(node)) {
    const path = `${prefix}${key}`;
    if (value === null || value === undefined) continue;
    if (typeof value === "object") flatten(`${path}.`, value as Record<string, unknown>, into);
    else into[path] = isDayFact(path) ? splitParts(String(value)) : (value as string | number | boolean);
  }
}

/** Facts that are entered with the month control. */
export function isDayFact(fact: string): boolean {
  return /(_on|\.on|_until|_from)$/.test(fact) && !/(bought|ported)_from$/.test(fact);
}
