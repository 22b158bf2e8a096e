import type { Day } from "./types.js";

/** Japan is nine hours ahead of UTC, summer and winter. */
const AHEAD_MS = 9 * 60 * 60 * 1000;

/** The civil date in Japan: the only clock of the project. */
export function today(now: Date = new Date()): Day {
  return new Date(now.getTime() + AHEAD_MS).toISOString().slice(0, "0000-00-00".length);
}
