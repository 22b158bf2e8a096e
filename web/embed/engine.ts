/** The engine of an embed: no more of it and of the catalogue than the question needs, fetched once a page. */

import { fetchBytes, fetchJson } from "../api/fetch.js";
import type { Hosho } from "../api/hosho.js";
import type { Catalog } from "../api/types.js";
import type { QuestionName } from "../elements/questions.js";

/** For `broke` the calls that it makes; for the other questions all of them. */
export type Engine = Pick<Hosho, "assess" | "info" | "catalog"> & Partial<Hosho>;

/** The files of this build, by what they hold; the digest is one of `integrity`. */
declare const ENGINE_FILES: Readonly<Record<string, readonly [name: string, digest: string]>>;

/** Whether this build has a plan of that id. */
export const isPlan = (id: string): boolean => `plan-${id}` in ENGINE_FILES;

/** Where a file is, and what it must be. */
function fileOf(part: string): [URL, string] {
  const file = ENGINE_FILES[part];
  if (!file) throw new Error(`This build has no ${part}`);
  return [new URL(file[0], import.meta.url), file[1]];
}

/**
 * The parts of the catalogue that a question needs. A plan answers an incident by itself; whether one can join it hangs on
 * the covers that are held, which may be any.
 */
function partsFor(question: QuestionName, plans: readonly string[]): string[] {
  const named = [...new Set(plans)].sort().map((id) => `plan-${id}`);
  const parts = question === "broke" && named.length > 0 ? named : ["plans"];
  return ["common", ...parts, ...(question === "join" ? ["rates"] : [])];
}

/** Parts of a catalogue as one. */
const catalogOf = (parts: readonly Catalog[]): Catalog => ({
  ...(Object.assign({}, ...parts) as Catalog),
  plans: parts.flatMap(({ plans = [] }) => plans),
});

const fetchCatalog = async (parts: readonly string[]): Promise<Catalog> =>
  catalogOf((await Promise.all(parts.map((part) => fetchJson(...fileOf(part))))) as Catalog[]);

async function open(isLean: boolean, parts: readonly string[]): Promise<Engine> {
  const [opened, wasm, catalog] = await Promise.all([
    isLean
      ? import("../api/open-lean.js").then(({ openLean }) => openLean)
      : import("../api/open-hosho.js").then(({ openHosho }) => openHosho),
    fetchBytes(...fileOf(isLean ? "lean" : "whole")),
    fetchCatalog(parts),
  ]);
  return opened(wasm, catalog);
}

const engines = new Map<string, Promise<Engine>>();

/**
 * The engine for a question; those who ask the same share one. One that could not be had is forgotten: the next who asks
 * has it fetched again.
 * @param plans ids; none: every plan. Only for `broke` are the others left out.
 * @throws Error where a plan is not of this build, or a file cannot be had or is not the one that belongs to it
 */
export function engineFor(question: QuestionName, plans: readonly string[]): Promise<Engine> {
  const isLean = question === "broke";
  const parts = partsFor(question, plans);
  const key = [isLean, ...parts].join(" ");
  const known = engines.get(key);
  if (known) return known;
  const engine = open(isLean, parts);
  engines.set(key, engine);
  engine.catch(() => engines.delete(key));
  return engine;
}
