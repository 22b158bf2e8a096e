/** What comes out of "what if": the answer for every value of one fact. */

import type { Option } from "./answer-types.js";
import type { Day, Yen } from "./values.js";

/** Facts that may be moved, and what their values are. */
export interface WhatIfValues {
  /** The day of the incident. */
  "incident.on": Day;
  /** What is left of the battery's capacity, in percent; clauses may tell thousandths apart. */
  "incident.battery_capacity_percent": number;
  /** The price of the repair. */
  "incident.repair_price_yen": Yen;
}

/** A fact that may be moved. */
export type WhatIfFact = keyof WhatIfValues;

/**
 * Values on which the answer is the same: the same options may answer, in the same order, with the same verdicts, sums,
 * silences and cautions, and wait for missing facts or not.
 */
export interface WhatIfStretch<F extends WhatIfFact = WhatIfFact> {
  /** First value; `null`: every day up to `to`. */
  from: WhatIfValues[F] | null;
  /** Last value, included; `null`: every day, or every price, from `from` on. */
  to: WhatIfValues[F] | null;
  /**
   * As in an assessment, at `from`, or at `to` where `from` is `null`; without plans that answer for no value of the
   * fact, unless none answers for any.
   */
  options: Option[];
  /** As in an assessment. */
  best: string | null;
  /** Options whose sum rises with the price, yen by yen; of a range, one end or both. */
  rising: string[];
}

/** The answer to "what if this fact were another". */
export interface WhatIf<F extends WhatIfFact = WhatIfFact> {
  /** The day on which the question was asked. */
  as_of: Day;
  /** Version of the catalogue that answered. */
  data_version: string;
  /** The fact that is moved. */
  fact: F;
  /** Every value that the fact may have, in order; where one stretch ends and the next begins, the answer flips. */
  stretches: WhatIfStretch<F>[];
}
