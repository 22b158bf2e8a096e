/** What is loaded, and the smaller questions about it. */

import type { IncidentKind } from "./case-types.js";
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
  /** How often something happens, one entry for each population; for the page, the engine does not read it. */
  rates?: CatalogRates[];
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

/** A page or document that was read. */
export interface CatalogSource {
  /** Its title. */
  title: string;
  /** Who published it. */
  publisher: string;
  /** `terms`, `terms_quoted`, `guide`, `customer_report`, `press`, `blog` or `derived`. */
  kind: string;
  /** Day whose state it describes, or `"undated"`. */
  as_of: Day | "undated";
  /** Its address, if it is public. */
  url?: string;
  /** Of a survey its year, population and number, and how far it is to be trusted. */
  note?: string;
}

/** From the first, included, until the second, not included; an absent end is open. */
export interface CatalogAge {
  /** First one that belongs to it. */
  from?: number;
  /** First one that no longer does. */
  to?: number;
}

/** What every row of a rate file has. */
export interface CatalogSourced {
  /** Row id. */
  id: string;
  /** What it is, as a reader sees it. */
  name: Bilingual;
  /** Ids of `sources`, of which there is at least one. */
  cites: string[];
}

/** Figures from which a reader may start, each with its sources: never facts. */
export interface CatalogRates {
  /** Id of the file. */
  id: string;
  /** Whose phones these are. */
  name: Bilingual;
  /** Everything that was read, by id. */
  sources: Record<string, CatalogSource>;
  /** Incidents per phone and year. */
  rates: CatalogRate[];
  /** Multipliers for owners of an age. */
  factors: CatalogFactor[];
  /** What the rates of its kinds should not exceed together. */
  worst_case: CatalogWorstCase;
  /** How fast a battery wears. */
  battery: CatalogBattery;
  /** How long a phone is kept. */
  kept: CatalogKept;
  /** Sentences for `derived` and `caution`, by code. */
  texts: Record<string, Bilingual>;
}

/** How often one kind of incident happens. */
export interface CatalogRate extends CatalogSourced {
  /** The incident as which it is reckoned. */
  kind: IncidentKind;
  /** Only while the phone is of this age, in months. */
  phone_age_months?: CatalogAge;
  /** Incidents per phone and year. */
  per_year: { low: number; base: number; high: number };
  /** The figures stand in no source; the code in `texts` says how they were worked out. */
  derived: string;
}

/** By what the rates of some kinds are multiplied for owners of an age. */
export interface CatalogFactor extends CatalogSourced {
  /** The rates that are multiplied. */
  kinds: IncidentKind[];
  /** Age of these owners, in years. */
  owner_age: CatalogAge;
  /** By what. */
  factor: number;
  /** As in a rate. */
  derived: string;
}

/** The most that any source gives. */
export interface CatalogWorstCase extends CatalogSourced {
  /** The kinds that it holds together. */
  kinds: IncidentKind[];
  /** Incidents of all these kinds per phone and year. */
  per_year: number;
  /** No estimate, but an upper bound. */
  bound: "upper";
  /** As in a rate. */
  derived: string;
}

/** What the battery of an outlook is asked for. */
export interface CatalogBattery {
  /** Full cycles a day; without `base` where no source gives the middle. */
  cycles_per_day: {
    low: number;
    base?: number;
    high: number;
    /** As in a rate. */
    derived: string;
    /** As in a row. */
    cites: string[];
  };
  /** Full cycles after which a new battery is meant to hold 80 %. */
  design_cycles: CatalogDesignCycles[];
}

/** The design cycles of some models. */
export interface CatalogDesignCycles extends CatalogSourced {
  /** Model ids; absent where the device table has none of them. */
  models?: string[];
  /** Full cycles. */
  cycles: number;
  /** True where the source itself says "about". */
  approx?: boolean;
}

/** How long phones were kept. */
export interface CatalogKept {
  /** What to bear in mind: a code of `texts`. */
  caution: string;
  /** Groups of owners; the first is the one to name first. */
  rows: (CatalogSourced & {
    /** Age of the owners, in years. */
    owner_age?: CatalogAge;
    /** Mean, in years. */
    years: number;
  })[];
}
