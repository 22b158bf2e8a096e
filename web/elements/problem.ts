/** From an error of the engine to the field it belongs to and the sentence that says it. */
import { writeDay } from "../text/days.js";
import type { Words } from "../text/text.js";
import { factOf, plainFact } from "./form-paths.js";
import { dayOf, type FieldProblem, type FormState } from "./form-state.js";

/** A problem with its sentence. */
export type ToldProblem = FieldProblem & { text: string };

/** The field and code of what the engine threw; `null` for anything that is not about the case. */
export function problemOf(thrown: unknown): FieldProblem | null {
  if (typeof thrown !== "object" || thrown === null) return null;
  const { code, path } = thrown as { code?: unknown; path?: unknown };
  if (typeof code !== "string" || typeof path !== "string") return null;
  return { fact: fieldOf(path), code };
}

/** The field that a JSON Pointer means; the day of the incident is the day of the question here. */
function fieldOf(pointer: string): string {
  const fact = factOf(pointer);
  return fact === "incident.on" ? "as_of" : fact;
}

/** The problem in words. */
export function tell(problem: FieldProblem, form: FormState, words: Words): ToldProblem {
  const typed = problem.fact === "as_of" ? form.asOf : dayOf(form, problem.fact);
  const plain = plainFact(problem.fact);
  const keys = [`error.${problem.code}.${plain}`, `error.${problem.code}`];
  const gaps = {
    code: problem.code,
    fact: words.say(`fact.${plain}`),
    typed: typed === null ? "" : writeDay(typed, words.say, "day_plain"),
  };
  return { ...problem, text: words.first([...keys, "error.other"], gaps) };
}
