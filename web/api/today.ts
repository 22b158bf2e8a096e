import type { Day } from "./types.js";

/** The civil date in Japan: the only clock of the project. */
export function today(now: Date = new Date()): Day {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo", dateStyle: "short" }).format(now);
}
