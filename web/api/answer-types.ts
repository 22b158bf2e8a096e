/** What comes out of the question "the phone broke". */

import type { IncidentKind, Remedy, RepairPlace } from "./case-types.js";
import type { Bilingual, Day, Yen, YenRange } from "./values.js";

/** Does the cover answer? `unknown` is always explained by `missing`, `not_stated` or both. */
export type Verdict = "covered" | "not_covered" | "unknown";
/** The five states of a clause: `no` stands against the cover, `not_applicable` plays no part. */
export type Outcome = "yes" | "no" | "unknown" | "not_stated" | "not_applicable";
/** Tax label as the source has it. */
export type Tax = "included" | "excluded" | "exempt" | "not_stated" | "mixed";

/** Where a statement comes from. */
export interface Cite {
  /** Source id inside the plan file. */
  source: string;
  /** Title of the source. */
  title: string;
  /** Nature of the source. */
  kind: "terms" | "terms_quoted" | "guide" | "customer_report" | "press" | "blog" | "derived";
  /** Day of the source, or `"undated"`. */
  as_of: Day | "undated";
  /** Clause or fact id in the source. */
  clause?: string;
  /** At most 20 characters of evidence in the source's language. */
  quote?: string;
  /** Address of the source, if it is public. */
  url?: string;
}

/** Which rule a reason stands for; its sentence is in `web/text`. */
export type ReasonCode =
  | "held"
  | "with_device"
  | "applies_to"
  | "all_of"
  | "any_of"
  | "none_of"
  | "word_in"
  | "flag_is"
  | "number_in"
  | "same_day"
  | "within_period"
  | "not_before"
  | "in_force"
  | "incident_covered"
  | "incident_excluded"
  | "incident_not_stated"
  | "incident_not_named"
  | "incident_unknown"
  | "nothing_repaired"
  | "document"
  | "limit"
  | "registered"
  | "with_line"
  | "by_day"
  | "payment"
  | "quote"
  | "list_price"
  | "copay"
  | "benefit_cap"
  | "customer_max"
  | "charge"
  | "in_days"
  | "not_told"
  | "monthly_fee"
  | "one_time_fee"
  | "joined_by_nobody"
  | "open_to_new"
  | "offered_since"
  | "already_held"
  | "not_with"
  | "rejoin";

/** One clause of the plan, held against the case. */
export interface Reason {
  /** Clause id in the plan file. */
  clause: string;
  /** Kind of rule. */
  code: ReasonCode;
  /** What came out; `no` always stands against the cover. */
  outcome: Outcome;
  /** Facts that the clause read, spelled as in the case. */
  facts: string[];
  /** Figures that were compared: days, months, words, amounts. */
  values?: {
    /** Fact from which a period counts. */
    of?: string;
    /** Length of the period, in months. */
    months?: number;
    /** Length of the period, in days. */
    days?: number;
    /** Last day by the stated counting (first day for `not_before`). */
    on?: Day;
    /** Earliest last day under any defensible reading. */
    safe_on?: Day;
    /** Bounds of a number: it must not be under this, … */
    at_least?: number;
    /** … must be over this, … */
    over?: number;
    /** … must not be over this, … */
    at_most?: number;
    /** … must be under this. */
    under?: number;
    /** Words that the clause accepts. */
    allowed?: string[];
    /** Incident kind. */
    kind?: IncidentKind;
    /** The plan's silence behind `not_stated`, or the silence that a reported case decided. */
    silence?: string;
    /** What decided a silent point. */
    rests_on?: "reported_case" | "inference";
    /** The amount after this step of the payment, in yen. */
    yen?: YenRange;
  };
  /** Days to spare until the last day (`on`); negative: days too late. The smallest over all possible anchors. */
  margin_days?: number;
  /** The largest such number, where the anchor is known only to its month. */
  margin_days_max?: number;
  /** Index into `cites` of the option. */
  cite?: number;
  /** Clauses beneath this one. */
  reasons: Reason[];
}

/** What a deadline ends or opens. */
export type DeadlineKind =
  | "cover_starts"
  | "cover_ends"
  | "natural_failure_ends"
  | "free_repair_ends"
  | "maker_warranty_ends"
  | "join_by"
  | "register_by"
  | "next_claim_window_opens"
  | "return_old_device_by"
  | "return_loaner_by"
  | "claim_by";

/** A day that matters. */
export interface Deadline {
  /** What it is. */
  kind: DeadlineKind;
  /** The day by the plan's stated counting, else by the Civil Code; counted from the month's last day where only the month is known. */
  on: Day;
  /** The day that is safe under any defensible reading; counted from the month's first day where only the month is known. */
  safe_on: Day;
  /** How `on` was counted. */
  counting: "civil_code" | "first_day_included" | "not_stated" | "date";
  /** Index into `cites` of the option. */
  cite?: number;
}

/** A point on which the published terms are silent or contradict each other. */
export interface Silence {
  /** The silent point; its sentence is in the plan file or in `web/text`. */
  code: string;
  /** Index into `cites`. */
  cite?: number;
}

/** Something to bear in mind. */
export interface Caution {
  /** A code with a sentence in the plan file or in `web/text`. */
  code: string;
  /** Index into `cites`. */
  cite?: number;
  /** Index into `cites` of a source that says otherwise. */
  conflicts_with?: number;
  /** Of a fee: what that source says so many months cost; one month is its monthly fee. */
  other_sums?: {
    /** Over so many months. */
    months: number;
    /** How much, in yen, in the source's own figures. */
    yen: Yen;
    /** Index into `cites`. */
    cite?: number;
  }[];
}

/** One way out: a cover, or a repair that is simply paid. */
export interface Option {
  /** Plan id, or the id of the price row. */
  plan: string;
  /** What it is. */
  kind: "cover" | "paid_repair";
  /** From-date of the version of the terms that was used, or `"undated"`; absent for `paid_repair`. */
  terms_from?: Day | "undated";
  /** Does it answer? Absent for `paid_repair`. */
  verdict?: Verdict;
  /** For the repair or exchange itself; where not covered, the price without this plan; `null` if not known. */
  you_pay_yen: YenRange | null;
  /** Other sums that can fall due. */
  charges: {
    /** What it is for, a code with a sentence. */
    kind: string;
    /** How much, in yen. */
    yen: YenRange;
    /** True where the stated facts trigger it. */
    triggered: boolean;
    /** Tax label of the sum. */
    tax: Tax;
    /** Index into `cites`. */
    cite?: number;
  }[];
  /** `you_pay_yen` plus every triggered charge. */
  total_yen: YenRange | null;
  /** Tax label of the sums in `total_yen`. */
  tax: Tax;
  /** What the plan would do, where it is settled. */
  remedy?: Remedy;
  /** Where a paid repair is done. */
  where?: RepairPlace;
  /** Claims left after this one; absent where terms state no limit. */
  claims_left?: {
    /** Fewest. */
    min: number;
    /** Most. */
    max: number;
  };
  /** Every day that matters, also when past. */
  deadlines: Deadline[];
  /** Facts that the person could still tell and that could change the answer. */
  missing: {
    /** The fact, spelled as in the case. */
    fact: string;
    /** Share of the open options that an answer settles, 0 to 1. */
    impact: number;
  }[];
  /** Points on which the published terms are silent or contradict each other. */
  not_stated: Silence[];
  /** What to bear in mind. */
  cautions: Caution[];
  /** Why. */
  reasons: Reason[];
  /** What to do, in order. */
  steps: {
    /** A code with a sentence in the plan file or in `web/text`. */
    code: string;
    /** At which point. */
    when: string;
    /** Index into `cites`. */
    cite?: number;
  }[];
  /** Whom to ask. */
  contacts: {
    /** Name of the desk. */
    name: Bilingual;
    /** Ways to reach it: `phone`, `chat`, `mail`, `web`, `shop`. */
    channels: string[];
    /** What they will ask for: `imei`, `serial_number`, … */
    have_ready: string[];
    /** Index into `cites`. */
    cite?: number;
  }[];
  /** Sums held and given back: no cost. */
  holds: {
    /** What it is. */
    kind: string;
    /** How much, in yen; `null` where no source says. */
    yen: YenRange | null;
    /** Index into `cites`. */
    cite?: number;
  }[];
  /** The sources that the other lists point into. */
  cites: Cite[];
}

/** The answer to "the phone broke". */
export interface Assessment {
  /** The day on which the question was asked. */
  as_of: Day;
  /** Version of the catalogue that answered. */
  data_version: string;
  /** Every plan in the catalogue and every paid repair; best first. */
  options: Option[];
  /** The best option; `null` while missing facts could change it. */
  best: string | null;
  /** The one question that settles most; `null` when nothing is left to ask. */
  next_question: {
    /** The fact to ask for. */
    fact: string;
    /** Clauses that wait for it, as `plan/clause`. */
    why: string[];
  } | null;
}

/** Can it be joined? `unknown` is always explained by `missing`, `not_stated` or both. */
export type JoinVerdict = "can_join" | "cannot_join" | "unknown";

/** One plan and the question whether it can be joined. */
export interface EnrolmentOption {
  /** Plan id. */
  plan: string;
  /** From-date of the version of the terms that was used, or `"undated"`. */
  terms_from: Day | "undated";
  /** Can it be joined on `join_on`? */
  verdict: JoinVerdict;
  /** `join_by` whatever the verdict; the days of the cover itself unless it cannot be joined. */
  deadlines: Deadline[];
  /** What it costs each month; `max: null` where no source gives the amount. */
  monthly_fee_yen: YenRange;
  /** What it costs once, for joining. */
  one_time_fee_yen: YenRange;
  /** Months that are not charged, on days of joining for which a source tells of it. */
  free_months: {
    /** Fewest. */
    min: number;
    /** Most. */
    max: number;
  };
  /** Tax label of the fees. */
  tax: Tax;
  /** Facts that the person could still tell and that could change the verdict, or the fees where it can be joined. */
  missing: {
    /** The fact, spelled as in the case. */
    fact: string;
  }[];
  /** Points on which the published terms are silent or contradict each other. */
  not_stated: Silence[];
  /** What to bear in mind. */
  cautions: Caution[];
  /** Why. */
  reasons: Reason[];
  /** The sources that the other lists point into. */
  cites: Cite[];
}

/** The answer to "which covers can I still join, until when, for what fee". */
export interface Enrolment {
  /** The day on which the question was asked. */
  as_of: Day;
  /** Version of the catalogue that answered. */
  data_version: string;
  /** Every plan in the catalogue: those that can be joined first, then the unknown ones. */
  options: EnrolmentOption[];
}
