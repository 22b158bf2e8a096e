/** What goes into and comes out of the outlook: what a choice of covers costs, as a probability distribution. */

import type { Cite, Option } from "./answer-types.js";
import type { IncidentKind } from "./case-types.js";
import type { Distribution } from "./distribution.js";
import type { Day, Yen } from "./values.js";

/** A battery that wears down in proportion to its cycles. */
export interface BatteryAhead {
  /** Capacity measured now, in percent; 100 if absent. */
  capacity_percent?: number | null;
  /** Full cycles a day. */
  cycles_per_day: number;
  /** Cycles after which a new one has 80 % left. */
  design_cycles: number;
  /** Price of a new one without a cover. */
  price_yen: Yen;
}

/** What may happen over the months ahead. */
export interface Prospect {
  /** First day. */
  from: Day;
  /** Months that the phone is kept. */
  months: number;
  /** Ids of plans held together; if absent, every cover that is held or may be joined, and the pairs among them. */
  choices?: string[][] | null;
  /** Mean number of incidents a year, by kind. */
  rates_per_year: Partial<Record<IncidentKind, number>>;
  /** Multiplies all rates; 1 if absent. */
  rate_multiple?: number | null;
  /** Monthly fee that the person was told, by plan id; as in the terms if absent. */
  monthly_fees_yen?: Record<string, Yen> | null;
  /** Price of a repair, by kind; the list price of the catalogue if absent. */
  prices_yen?: Partial<Record<IncidentKind, Yen | null>> | null;
  /** Price of another phone, for one lost for good; no incident costs more. */
  replacement_price_yen?: Yen | null;
  /** Without it no battery wears out. */
  battery?: BatteryAhead | null;
  /** Whether the bands of every month are wanted; true if absent. Without them an answer is several times as fast. */
  by_month?: boolean | null;
}

/** The figures of one distribution. */
export interface CostFigures {
  /** Certain, and part of the others. */
  fees_yen: Yen;
  /** Mean of the total, in yen. */
  mean_yen: number;
  /** Its standard deviation, in yen. */
  sd_yen: number;
  /** The total stays at or below each of these with that probability: `p05` with 5 %, `p999` with 99.9 %. */
  quantiles: Record<"p05" | "p25" | "p50" | "p75" | "p90" | "p95" | "p99" | "p999", Yen>;
}

/** The total up to the end of one month. */
export interface MonthFigures {
  /** 1 for the first. */
  month: number;
  fees_yen: Yen;
  expected_yen: number;
  /** The band: 5, 50 and 95 %. */
  p05: Yen;
  p50: Yen;
  p95: Yen;
}

/** One choice. Where an amount is a range or the terms are silent, the figures are those of the dear end. */
export interface OutlookChoice extends CostFigures {
  /** Plan ids; none: no cover that one joins. */
  plans: string[];
  /** `[yen, probability]` in ascending yen. */
  distribution: Distribution;
  /** Cumulative; empty where `by_month` is false. */
  monthly: MonthFigures[];
  /** Probability that this choice costs less than no cover, over the same incidents. */
  cheaper_than_none: number;
  /** That it costs more; what is left of 1 are ties. */
  dearer_than_none: number;
  /** Multiple of all rates at which the mean is that of no cover; `null`: see `break_even_code`. */
  break_even_rate_multiple: number | null;
  /** Why there is none: no multiple makes it pay, it costs nothing in the first place, or no source gives the fee. */
  break_even_code?: "never_pays" | "costs_nothing" | "fee_not_known";
  /** Leaving the cover after so many months has the smallest mean. */
  best_cancel_after_months: number;
  /** A claim used only if that lowers the mean of what is still to come. */
  best_use: {
    /** Mean of the total, in yen. */
    mean_yen: number;
    /** What one unused claim saves on average, in yen: what costs less is better paid oneself. */
    claim_worth_yen: number;
  };
  /** The amounts have no common step worth following and were rounded: the mean holds, the rest only nearly. */
  rounded?: true;
  /** Probability that was cut off. */
  lost_mass: number;
  /** Both ends, where they differ; `high` is `null` where a fee has no known bound: then the figures are those of `low`. */
  bounds: { low: CostFigures | null; high: CostFigures | null } | null;
  /** Means under each reading of a claim year that the terms leave open; the dearest is shown. */
  readings: {
    claim_year: string;
    mean_yen: number;
  }[];
  /** Facts that could still move an end. */
  missing: {
    /** The fact, spelled as in the case. */
    fact: string;
  }[];
  /** Points on which the published terms are silent. */
  not_stated: Option["not_stated"];
}

/** What each choice costs. */
export interface Outlook {
  /** Without a cover that one joins; what comes with the phone still answers. */
  none: OutlookChoice;
  choices: OutlookChoice[];
  /** Month, from 0, in which the battery falls below 80 %; `null`: not in these months, or not asked. */
  battery_month: number | null;
  /** The sources that the other members point into. */
  cites: Cite[];
}
