/** What all engines have in common: a catalogue loaded into one, text ↔ objects, problems thrown. */

import type { RawCalculator, RawModule, RawOptions } from "#hosho-wasm";

import { breathe } from "./breathe.js";
import { HoshoError, type Problem } from "./hosho-error.js";
import type { Hosho } from "./hosho.js";
import { toJson } from "./to-json.js";
import type { CaseFacts, Catalog } from "./types.js";

/** What the lean engine answers. */
export type LeanHosho = Pick<Hosho, "assess" | "info" | "catalog">;

type Envelope = { ok: unknown } | { problems: Problem[] };

/**
 * The answer in the text of a call.
 * @throws HoshoError with the problems that stand in its place
 */
export function answerIn<T>(envelope: string): T {
  const answer = JSON.parse(envelope) as Envelope;
  if ("problems" in answer) throw new HoshoError(answer.problems);
  return answer.ok as T;
}

/** Pointers of problems lead into the case, not into the request around it. */
export function requestText(facts: CaseFacts, plans?: readonly string[]): string {
  return plans ? `{"case":${toJson(facts)},"plans":${toJson(plans)}}` : `{"case":${toJson(facts)}}`;
}

/** The calls that load a catalogue. */
type Loading = "parse" | "load_parsed";

/**
 * A calculator of the module that `create` makes of `wasmBinary`, with a catalogue's text loaded.
 * @throws HoshoError if the catalogue is wrong
 */
export async function calculatorOver<Calls extends keyof RawCalculator>(
  create: (options: RawOptions) => Promise<RawModule<Calls | Loading>>,
  wasmBinary: Uint8Array,
  catalogue: string | Uint8Array,
): Promise<Pick<RawCalculator, Calls | Loading>> {
  const { Calculator } = await create({ wasmBinary });
  await breathe();
  const calculator = new Calculator();
  answerIn(calculator.parse(catalogue));
  await breathe();
  answerIn(calculator.load_parsed());
  await breathe();
  return calculator;
}

/** The members that every engine has. */
export const leanCalls = (calculator: Pick<RawCalculator, "assess" | "info">, catalog: Catalog): LeanHosho => ({
  assess: (facts, { plans } = {}) => answerIn(calculator.assess(requestText(facts, plans))),
  info: () => answerIn(calculator.info()),
  catalog,
});
