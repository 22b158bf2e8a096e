/**
 * What goes into the engine and what comes out, exactly as it travels.
 * Dates are civil dates in Japan (`"2024-07-15"`); where a person may know only the month, `"2024-07"`.
 * Money is whole yen. An absent key or `null` in a case means "the person did not say".
 */

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

/** The phone and how it came to its owner. */
export interface DeviceFacts {
  /** Id in the device table, which fills what is not given here; `"other"` for a phone that is not in it. */
  model?: string | null;
  /** Maker id, open vocabulary. */
  maker?: string | null;
  /** What kind of device it is. */
  category?: "smartphone" | "feature_phone" | "tablet" | "watch" | "music_player" | "computer" | "router" | null;
  /** Operating system. */
  os?: "android" | "ios" | "ipados" | "watchos" | "macos" | "windows" | null;
  /** Day on which the maker released the model. */
  released_on?: DayOrMonth | null;
  /** Day of purchase. */
  bought_on?: DayOrMonth | null;
  /** What was paid for it, in yen. */
  price_yen?: Yen | null;
  /** Seller, an id of the provider table. */
  bought_from?: string | null;
  /** State when bought. */
  condition?: "new" | "used" | "refurbished" | null;
  /** The maker's regular product for Japan. */
  sold_in_japan?: boolean | null;
  /** It bears the Japanese radio conformity mark. */
  conformity_mark?: boolean | null;
  /** It takes any carrier's SIM. */
  sim_unlocked?: boolean | null;
  /** No crack, no water and in working order when joining. */
  undamaged?: boolean | null;
  /** Last day of the maker's warranty; `"none"` if it has none. */
  maker_warranty_until?: DayOrMonth | "none" | null;
  /** It was once repaired by an unauthorised shop. */
  repaired_by_third_party?: boolean | null;
  /** It was modified. */
  modified?: boolean | null;
  /** Whose phone it is. */
  owner?: "subscriber" | "family" | "other" | null;
  /** The serial number is at hand. */
  serial_number_known?: boolean | null;
}

/** The mobile line, if there is one. */
export interface LineFacts {
  /** Carrier id of the provider table; `"none"` for no line. */
  carrier?: string | null;
  /** The carrier's price plan, open vocabulary. */
  plan?: string | null;
  /** Day of the contract. */
  contracted_on?: DayOrMonth | null;
  /** Where the contract was made. */
  contracted_via?: "online_store" | "shop" | "phone" | null;
  /** Day on which the line was opened. */
  opened_on?: DayOrMonth | null;
  /** It is a new contract. */
  is_new_contract?: boolean | null;
  /** Carrier from which the number was ported. */
  ported_from?: string | null;
  /** Only a SIM was contracted, no phone bought with it. */
  sim_only?: boolean | null;
  /** The phone is used on this line. */
  in_use_on_device?: boolean | null;
}

/** One earlier use of a cover. */
export interface ClaimFacts {
  /** Day of the use; `null` where it is forgotten. */
  on?: DayOrMonth | null;
  /** What had happened. */
  kind?: IncidentKind | null;
  /** What was given. */
  remedy?: Remedy | null;
}

/** A cover that the person holds or held. It counts as validly joined. */
export interface CoverFacts {
  /** Plan id. */
  plan: string;
  /** Day of joining. */
  joined_on?: DayOrMonth | null;
  /** Day on which use under the plan began. */
  started_on?: DayOrMonth | null;
  /** Day on which the registration was completed. */
  registered_on?: DayOrMonth | null;
  /** False: never registered. */
  registered?: boolean | null;
  /** False: another device is the registered one. */
  is_this_device?: boolean | null;
  /** Last day in force; absent: still in force. */
  ended_on?: DayOrMonth | null;
  /** The cover was prolonged after its first term. */
  extended?: boolean | null;
  /** Earlier uses; `[]` = none; absent = not said. */
  claims?: ClaimFacts[] | null;
}

/** What can happen to a phone, or come of sending it in. */
export type IncidentKind =
  | "initial_defect"
  | "natural_failure"
  | "camera_failure"
  | "button_failure"
  | "board_failure"
  | "software_fault"
  | "battery_wear"
  | "battery_swelling"
  | "screen_crack"
  | "back_glass_crack"
  | "screen_and_back_crack"
  | "water_damage"
  | "partial_damage"
  | "total_loss"
  | "fire"
  | "theft"
  | "loss"
  | "natural_disaster"
  | "intentional_damage"
  | "gross_negligence"
  | "modification"
  | "sim_damage"
  | "accessory_damage"
  | "data_loss"
  | "no_fault_found"
  | "cancelled_by_customer";

/** What is wanted or was decided. */
export type Remedy = "repair" | "exchange" | "express_exchange";
/** Where the repair is done. */
export type RepairPlace = "maker" | "authorised_provider" | "shop";

/** What happened. */
export interface IncidentFacts {
  /** What happened. */
  kind?: IncidentKind | null;
  /** Day of the incident, also the day of the request. */
  on?: DayOrMonth | null;
  /** What the battery still holds, in percent of its specification; 0 to 100, up to three decimals. */
  battery_capacity_percent?: number | null;
  /** It comes from a defect of material or manufacture. */
  manufacturing_defect?: boolean | null;
  /** A quote for the repair, in yen. */
  repair_price_yen?: Yen | null;
  /** The remedy wished or decided. */
  remedy?: Remedy | null;
  /** Where it is to be repaired. */
  where?: RepairPlace | null;
  /** The broken part, open vocabulary. */
  part?: string | null;
  /** An estimate is wanted first. */
  estimate_wanted?: boolean | null;
  /** The data was erased before sending. */
  data_erased?: boolean | null;
  /** Day on which the phone arrived at the repairer. */
  arrived_on?: DayOrMonth | null;
  /** Day on which the replacement was delivered. */
  replacement_delivered_on?: DayOrMonth | null;
  /** The old device went back. */
  old_device_returned?: boolean | null;
  /** Day on which the old device was sent. */
  old_device_sent_on?: DayOrMonth | null;
  /** Day on which the old device arrived back. */
  old_device_returned_on?: DayOrMonth | null;
  /** The courier took the old device along. */
  old_device_collected_at_delivery?: boolean | null;
  /** The loaner phone, if one was used. */
  loaner?: {
    /** A loaner was used. */
    used?: boolean | null;
    /** When it was asked for, local time: `2024-08-20T15:00`. */
    requested_at?: string | null;
    /** Its value, in yen. */
    value_yen?: Yen | null;
    /** Day from which the time for its return runs. */
    due_from?: DayOrMonth | null;
    /** Day on which it was returned. */
    returned_on?: DayOrMonth | null;
    /** Its state when returned. */
    state?: "ok" | "damaged" | "lost" | null;
  } | null;
}

/** All that a person said. Unknown keys are an error, never ignored. */
export interface CaseFacts {
  /** The day on which the question is asked; a full day, required. */
  as_of: Day;
  /** The phone. */
  device?: DeviceFacts | null;
  /** The mobile line. */
  line?: LineFacts | null;
  /** Covers held; absent = not said, `[]` = none. */
  covers?: CoverFacts[] | null;
  /** Devices of this person that already carry the same option. */
  other_covers_count?: number | null;
  /** How the phone is paid. */
  payment?: "lump_sum" | "instalments" | null;
  /** Day on which the person wants to join; `as_of` if absent. */
  join_on?: DayOrMonth | null;
  /** What happened. */
  incident?: IncidentFacts | null;
  /** Papers at hand. */
  documents?: {
    /** A proof of purchase is at hand. */
    proof_of_purchase?: boolean | null;
    /** A credit card is at hand. */
    credit_card?: boolean | null;
  } | null;
}

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
  | "payment"
  | "quote"
  | "list_price"
  | "copay"
  | "benefit_cap"
  | "customer_max"
  | "charge";

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
  not_stated: {
    /** The silent point; its sentence is in the plan file or in `web/text`. */
    code: string;
    /** Index into `cites`. */
    cite?: number;
  }[];
  /** What to bear in mind. */
  cautions: {
    /** A code with a sentence in the plan file or in `web/text`. */
    code: string;
    /** Index into `cites`. */
    cite?: number;
    /** Index into `cites` of a source that says otherwise. */
    conflicts_with?: number;
  }[];
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
