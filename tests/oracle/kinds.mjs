// Kinds of trouble: three of them are natural failures of one part, two mean that nothing is repaired.

export const KINDS = [
  "initial_defect natural_failure camera_failure button_failure board_failure software_fault battery_wear battery_swelling",
  "screen_crack back_glass_crack screen_and_back_crack water_damage partial_damage total_loss fire theft loss",
  "natural_disaster intentional_damage gross_negligence modification sim_damage accessory_damage data_loss",
  "no_fault_found cancelled_by_customer",
].flatMap((line) => line.split(" "));

const PARTS = ["camera_failure", "button_failure", "board_failure"];
const NOTHING_REPAIRED = ["no_fault_found", "cancelled_by_customer"];

export const namesKind = (kinds, kind) =>
  kinds === undefined || kinds.includes(kind) || (PARTS.includes(kind) && kinds.includes("natural_failure"));

export const isNothingRepaired = (kind) => NOTHING_REPAIRED.includes(kind);
