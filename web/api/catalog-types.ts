/** What is loaded, and the smaller questions about it. */

import type { Bilingual, Day } from "./values.js";

/** Something wrong in a plan file. */
export interface Diagnostic {
  /** An error keeps the file from being used. */
  severity: "error" | "warning";
  /** What is wrong. */
  code: string;
  /** JSON Pointer to the place. */
  path: string;
  /** What stands there. */
  found?: string;
  /** What may stand there. */
  expected?: string;
  /** What to do. */
  hint?: string;
}

/** A period of which the end is asked. */
export interface Period {
  /** The day from which it counts. */
  from: Day;
  /** Its length in months … */
  months?: number;
  /** … or in days. */
  days?: number;
  /** Whether `from` itself counts. */
  first_day: "excluded" | "included" | "not_stated";
}

/** The last day of a period. */
export interface PeriodEnd {
  /** By the stated counting, else Civil Code arts. 140 and 143. */
  on: Day;
  /** Earliest last day under any defensible reading. */
  safe_on: Day;
  /** For `not_stated`: the same day of the last month, clipped. */
  same_day_on?: Day;
}

/** What is loaded. */
export interface Info {
  /** Version of the engine. */
  version: string;
  /** Version of the catalogue: the newest check and a hash of its content. */
  data_version: string;
  /** Oldest day on which one of the plans was last checked. */
  catalog_checked_on: Day;
  /** The plans, by id. */
  plans: {
    /** Plan id. */
    id: string;
    /** Its name. */
    name: Bilingual;
    /** Provider id. */
    provider: string;
    /** `with_device`: comes with the phone; `by_joining`: has to be joined. */
    held: "with_device" | "by_joining";
    /** Day on which the file was last held against its sources. */
    checked_on: Day;
    /** Newest day for which a source shows the terms, or `"undated"`. */
    still_valid_on: Day | "undated";
  }[];
}

/** Plans and the tables beside them, as one object. Absent parts are the bundled ones. */
export interface Catalog {
  /** Plan files. */
  plans?: CatalogPlan[];
  /** Models. */
  devices?: CatalogDevice[];
  /** Price rows of paid repairs. */
  prices?: unknown[];
  /** Sellers, carriers, makers. */
  providers?: CatalogProvider[];
  /** Version of the data. */
  data_version?: string;
  /** Ids of all shipped plans. */
  known_plans?: string[];
}

/** A plan file; only what a page shows is typed here, the rest is in `data/plan.schema.json`. */
export interface CatalogPlan {
  /** Plan id. */
  id: string;
  /** Provider id. */
  provider: string;
  /** Its name. */
  name: Bilingual;
  /** `with_device`: comes with the phone; `by_joining`: has to be joined. */
  held: "with_device" | "by_joining";
  /** Day on which the file was last held against its sources. */
  checked_on: Day;
  /** Newest day for which a source shows the terms, or `"undated"`. */
  still_valid_on: Day | "undated";
  /** Sentences for codes that only this plan uses. */
  texts?: Record<string, Bilingual>;
  /** Everything else in the file. */
  [key: string]: unknown;
}

/** A model of the device table. */
export interface CatalogDevice {
  /** Model id, as in `device.model`. */
  id: string;
  /** Its name. */
  name: Bilingual;
  /** Other spellings that people type. */
  aliases?: string[];
  /** Maker id. */
  maker: string;
  /** Kind of device. */
  category: string;
  /** Operating system. */
  os: string;
  /** Release day in Japan; `null` where no fact states it. */
  released_on: Day | null;
}

/** A seller, carrier or maker. */
export interface CatalogProvider {
  /** Id, as in `device.bought_from` or `line.carrier`. */
  id: string;
  /** Its name. */
  name: Bilingual;
  /** In which roles it occurs. */
  roles: ("seller" | "carrier" | "maker" | "plan_provider")[];
}
