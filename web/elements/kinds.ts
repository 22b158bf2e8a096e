/** Kinds of incidents in the order in which the page offers them. */
import type { IncidentKind } from "../api/types.js";

/** The five that most people come with, in their own words. */
export const COMMON: IncidentKind[] = ["battery_wear", "screen_crack", "water_damage", "natural_failure", "loss"];
/** All the others, in the select behind the sixth chip. */
export const OTHERS: IncidentKind[] = [
  "initial_defect",
  "camera_failure",
  "button_failure",
  "board_failure",
  "software_fault",
  "battery_swelling",
  "back_glass_crack",
  "screen_and_back_crack",
  "partial_damage",
  "total_loss",
  "fire",
  "theft",
  "natural_disaster",
  "intentional_damage",
  "gross_negligence",
  "modification",
  "sim_damage",
  "accessory_damage",
  "data_loss",
  "no_fault_found",
  "cancelled_by_customer",
];

/** All of them. */
export const KINDS: IncidentKind[] = [...COMMON, ...OTHERS];
