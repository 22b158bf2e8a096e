/** A correction to a plan file: what stands there, what should, and where that can be read. */
import type { CatalogPlan, Reason } from "../api/types.js";
import { allReasons } from "./reasons.js";

/** A clause of a plan file. */
export interface Clause {
  /** Its id in the file. */
  id: string;
  /** JSON Pointer to it (RFC 6901). */
  pointer: string;
  /** What stands there. */
  value: object;
}

/** What the reader says. */
export interface Correction {
  /** The file. */
  plan: CatalogPlan;
  /** Version of the data. */
  version: string;
  /** The clause. */
  clause: Clause;
  /** The clause as it should read, as JSON; unchanged where the reader cannot say. */
  edited: string;
  /** What is wrong, in words. */
  wrong: string;
  /** Where the right terms can be read. */
  source: string;
}

/** The clauses of a file that the reasons of an answer name, in the order of the answer. */
export function clausesOf(plan: CatalogPlan, reasons: Reason[]): Clause[] {
  const all = walk(plan["versions"], "/versions");
  const named = [...new Set(allReasons(reasons).map(({ clause }) => clause))];
  return named.flatMap((id) => all.find((clause) => clause.id === id) ?? []);
}

function walk(node: unknown, pointer: string): Clause[] {
  if (typeof node !== "object" || node === null) return [];
  const below = Object.entries(node).flatMap(([key, part]) => walk(part, `${pointer}/${escaped(key)}`));
  const { id } = node as { id?: unknown };
  return typeof id === "string" ? [{ id, pointer, value: node }, ...below] : below;
}

const escaped = (key: string): string => key.replace(/~/g, "~0").replace(/\//g, "~1");

/** A clause as it stands in the file. */
export const written = (clause: Clause): string => JSON.stringify(clause.value, null, 2);

/** Whether the edited clause can be read; an unchanged one can. */
export function isReadable(edited: string): boolean {
  try {
    return typeof JSON.parse(edited) === "object";
  } catch {
    return false;
  }
}

/** The correction as a file: a patch (RFC 6902) that fits this version of the clause alone, and why. */
export function correctionText({ plan, version, clause, edited, wrong, source }: Correction): string {
  const now: unknown = JSON.parse(edited);
  const stands = { op: "test", path: clause.pointer, value: clause.value };
  const isChanged = JSON.stringify(now) !== JSON.stringify(clause.value);
  const patch = isChanged ? [stands, { op: "replace", path: clause.pointer, value: now }] : [stands];
  return JSON.stringify({ plan: plan.id, data_version: version, clause: clause.id, wrong, source, patch }, null, 2);
}
