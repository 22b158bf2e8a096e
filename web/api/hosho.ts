/**
 * Hosho: which warranty (保証) or repair cover (補償) answers for this phone on this day, what it costs, by when.
 *
 *     import { loadHosho } from "./hosho.js";
 *     const hosho = await loadHosho();
 *     const answer = hosho.assess({
 *       as_of: "2024-03-29",
 *       device: { model: "…", bought_on: "2022-07", bought_from: "…" },
 *       incident: { kind: "battery_wear", on: "2024-03-29" },
 *     });
 *     answer.options[0].total_yen; // { min: 0, max: 0 }
 *
 * Runs unchanged in a page, in a Worker and in Node. Nothing is sent anywhere: after loading, every answer is computed here.
 */

import { fetchBytes, fetchJson } from "./fetch.js";
import { openHosho } from "./open-hosho.js";
import { parseBytes } from "./parse.js";
import { toJson } from "./to-json.js";
import type {
  Assessment,
  CaseFacts,
  Catalog,
  Cost,
  Diagnostic,
  Enrolment,
  Info,
  Outlook,
  Period,
  PeriodEnd,
  Prospect,
  Scenario,
  Timeline,
  WhatIf,
  WhatIfFact,
} from "./types.js";

export type * from "./types.js";
export { Distribution } from "./distribution.js";
export { HoshoError, type Problem } from "./hosho-error.js";
export { today } from "./today.js";

/** How to load. */
export interface LoadOptions {
  /** Own plans and tables, or the address of a file with them; absent parts are the bundled ones. */
  catalog?: Catalog | string | URL;
}

/** A loaded engine. Every call is synchronous and pure; wrong input throws `HoshoError`, and the next call works. */
export interface Hosho {
  /**
   * The phone broke: which cover answers, what it costs in yen, by when, and why.
   * @throws HoshoError with code and JSON Pointer into `facts`
   */
  assess(facts: CaseFacts, options?: AssessOptions): Assessment;
  /**
   * How the answer to "the phone broke" flips as one fact moves, the rest of the case as told.
   * @throws HoshoError with code and JSON Pointer into `facts`; `unknown_fact` for one that cannot be moved
   */
  whatIf<F extends WhatIfFact>(facts: CaseFacts, fact: F): WhatIf<F>;
  /**
   * Which covers can still be joined on `join_on` (absent: `as_of`), until when, and for what fee in yen.
   * @throws HoshoError with code and JSON Pointer into `facts`
   */
  enrolment(facts: CaseFacts, options?: AssessOptions): Enrolment;
  /**
   * What one plan, taken as held, costs over a stretch in which stated things happen, and what it saves. No probability.
   * @throws HoshoError with code and JSON Pointer into `facts` or, where the key is one of a scenario, into `scenario`
   */
  cost(facts: CaseFacts, scenario: Scenario): Cost;
  /**
   * Every day that matters from `as_of` on, of the covers held and of those that come with the phone, and the last days
   * for joining others; the safest first.
   * @throws HoshoError with code and JSON Pointer into `facts`
   */
  timeline(facts: CaseFacts): Timeline;
  /**
   * What each choice of covers costs over the months ahead, as the exact distribution over what may happen.
   * @throws HoshoError with code and JSON Pointer into `facts` or, where the key is one of a prospect, into `prospect`
   */
  outlook(facts: CaseFacts, prospect: Prospect): Outlook;
  /** Everything wrong with the text (or the bytes) of one plan file, in file order; an empty list if it is fit to ship. */
  check(planText: string | Uint8Array): Diagnostic[];
  /**
   * The last day of a period, by the stated counting and by the safest reading.
   * @throws HoshoError with code and JSON Pointer into `period`
   */
  periodEnd(period: Period): PeriodEnd;
  /** Versions and plans that are loaded. */
  info(): Info;
  /** The catalogue that is loaded, for names and sentences; not to be changed. */
  readonly catalog: Readonly<Catalog>;
}

/** What to answer. */
export interface AssessOptions {
  /** Ids of the plans to answer for; all loaded plans if absent. */
  plans?: readonly string[];
}

/** The catalogue, and its text for the engine; the bundled one is not written anew. */
async function readCatalog(given: LoadOptions["catalog"]): Promise<{ catalog: Catalog; text: string | Uint8Array }> {
  const bytes = await fetchBytes(new URL("./catalog.json", import.meta.url));
  const bundled = parseBytes(bytes) as Catalog;
  if (given === undefined) return { catalog: bundled, text: bytes };
  const own = typeof given === "string" || given instanceof URL ? ((await fetchJson(given)) as Catalog) : given;
  const catalog = { ...bundled, ...own };
  return { catalog, text: toJson(catalog) };
}

/**
 * Loads the engine and the catalogue.
 * @throws HoshoError if the catalogue is wrong; its `path` is a JSON Pointer into the catalogue
 */
export async function loadHosho(options: LoadOptions = {}): Promise<Hosho> {
  const wasm = new URL("./hosho.wasm", import.meta.url);
  const [{ catalog, text }, wasmBinary] = await Promise.all([readCatalog(options.catalog), fetchBytes(wasm)]);
  return openHosho(wasmBinary, catalog, text);
}
