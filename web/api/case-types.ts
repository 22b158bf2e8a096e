/** What goes in: all that a person said. An absent key or `null` means "did not say". */

import type { Day, DayOrMonth, Yen } from "./values.js";

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
