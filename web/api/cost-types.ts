/** What goes into and comes out of the questions of cost and time. */

import type { Caution, Cite, Deadline, Option, Reason, Silence, Tax } from "./answer-types.js";
import type { IncidentFacts, IncidentKind } from "./case-types.js";
import type { Day, Yen, YenRange } from "./values.js";

/** Something that happens in the stretch; it is taken as claimed. */
export interface ScenarioIncident extends IncidentFacts {
  /** What happens. */
  kind: IncidentKind;
}

/** A stretch of holding one plan, and what happens in it. Exactly one of `to` and `months`. */
export interface Scenario {
  /** Plan id; the plan is taken as held, since `from` if the case does not say since when. */
  plan: string;
  /** First day. */
  from: Day;
  /** Last day; fees end before it where the person left the cover. Months whose charging is open make a range. */
  to?: Day | null;
  /** So many charged months instead. */
  months?: number | null;
  /** The fee that is charged; the plan's own if absent. */
  monthly_fee_yen?: Yen | null;
  /** Charged months that are free; if absent, 0 to the most of a campaign on the days for which one is sourced. */
  free_months?: number | null;
  /** Incidents; those without a day are the 1st, 2nd … of one claim year, at the prices of the first day. */
  incidents?: ScenarioIncident[] | null;
  /** The old device of one exchange is never returned. */
  old_device_unreturned?: boolean | null;
}

/**
 * Sums over the stretch: `total_yen` = `fees_yen` + `you_pay_yen` + all `charges`. Where a claim is open, its end may be
 * tighter than the sum of theirs: what goes together is added together.
 */
export interface Cost {
  /** Plan id. */
  plan: string;
  /** Fees, in yen. */
  fees_yen: YenRange;
  /** For the repairs and exchanges, in yen; the price where the plan's terms refuse the claim. */
  you_pay_yen: YenRange;
  /** What falls due besides, or may: only what is in the total, with what it adds. */
  charges: Option["charges"];
  /** All of it, in yen. */
  total_yen: YenRange;
  /** The same incidents without the plan, in yen. */
  without_plan_yen: YenRange;
  /** `without_plan_yen` − `total_yen`, in yen; an end is `null` where no bound is known. */
  saving_yen: {
    /** Smallest; negative where the plan costs more. */
    min: Yen | null;
    /** Largest. */
    max: Yen | null;
  };
  /** Tax label of the sums in `total_yen`. */
  tax: Tax;
  /** Tax label of the prices in `without_plan_yen`. */
  without_plan_tax: Tax;
  /** Facts that could still change an amount. */
  missing: {
    /** The fact, spelled as in the case. */
    fact: string;
    /** Index into the scenario's incidents, for a fact of that incident. */
    incident?: number;
  }[];
  /** Points on which the published terms are silent or contradict each other. */
  not_stated: Silence[];
  /** What to bear in mind; `tax_mixed` where sums with different tax labels were put together. */
  cautions: Caution[];
  /** Why: fees, and the steps of each payment. */
  reasons: Reason[];
  /** The sources that the other lists point into. */
  cites: Cite[];
}

/** A day that matters. */
export interface TimelineEvent extends Deadline {
  /** Plan id. */
  plan: string;
  /** Facts that could move the day or take it off the list. */
  missing: {
    /** The fact, spelled as in the case. */
    fact: string;
  }[];
  /** Silences that could take it off the list. */
  not_stated: Silence[];
  /** Points to know beside it. */
  cautions: Caution[];
  /** Why the plan is this person's. */
  reasons: Reason[];
  /** The sources that the other members point into. */
  cites: Cite[];
}

/** Every day that matters from `as_of` on. */
export interface Timeline {
  /** The day on which the question was asked. */
  as_of: Day;
  /** Sorted by `safe_on`. */
  events: TimelineEvent[];
}
