/** Days, money and names as they travel. */

/** A civil date, `YYYY-MM-DD`. */
export type Day = string;
/** A civil date or, where the day is forgotten, a month: `YYYY-MM-DD` or `YYYY-MM`. */
export type DayOrMonth = string;
/** Whole Japanese yen. */
export type Yen = number;

/** An amount between two ends, both included. */
export interface YenRange {
  /** Smallest amount that some completion of the unknown facts reaches, in yen. */
  min: Yen;
  /** Largest such amount, in yen; `null` where no upper bound is known. */
  max: Yen | null;
  /** True where the source itself says "about". */
  approx?: true;
}

/** A sentence or a name in both languages of the page. */
export interface Bilingual {
  /** Japanese. */
  ja: string;
  /** English. */
  en: string;
}
