/** Reasons of an option: which of them an answer hangs on. */
import type { Deadline, Option, Reason } from "../api/types.js";

/** Clauses of the payment: they decide the sum, never the verdict. */
const PAYMENT = new Set<string>([
  "payment",
  "quote",
  "list_price",
  "copay",
  "benefit_cap",
  "customer_max",
  "charge",
  "monthly_fee",
  "one_time_fee",
]);
/** Clauses that only hold others together. */
const FRAMES = new Set<string>(["all_of", "any_of", "applies_to", "in_force"]);

/** The deadlines that settle this question, the most telling first. */
const LEADING: Deadline["kind"][] = [
  "free_repair_ends",
  "cover_ends",
  "natural_failure_ends",
  "claim_by",
  "maker_warranty_ends",
];

/** The deadline that settles an option, if it has one. */
export function leadingDay({ deadlines }: Option): Deadline | undefined {
  const kind = LEADING.find((one) => deadlines.some((deadline) => deadline.kind === one));
  return deadlines.find((deadline) => deadline.kind === kind);
}

/** Every reason of an option, parents before children. */
export function allReasons(reasons: Reason[]): Reason[] {
  return reasons.flatMap((reason) => [reason, ...allReasons(reason.reasons)]);
}

/** The reasons on which the verdict rests, as a tree. */
export function ofVerdict(option: Option): Reason[] {
  return option.reasons.filter((reason) => !PAYMENT.has(reason.code));
}

/** The clauses on which an answer hangs: of alternatives only those that carried the day, of the payment none. */
export function telling(option: Option): Reason[] {
  return ofVerdict(option).flatMap(carriers);
}

function carriers(reason: Reason): Reason[] {
  if (reason.outcome === "not_applicable") return [];
  if (reason.code === "none_of") return [reason];
  // What an exclusion asks for speaks against the cover where it is met: it is told as a whole, unless a fact is open.
  if (reason.code === "incident_excluded" && reason.outcome !== "unknown") return [reason];
  if (reason.reasons.length === 0) return FRAMES.has(reason.code) ? [] : [reason];
  return reason.reasons.filter((part) => carries(part, reason)).flatMap(carriers);
}

/** Of alternatives, one that came out otherwise than the whole decided nothing. */
export function carries(part: Reason, whole: Reason): boolean {
  return whole.code !== "any_of" || part.outcome === whole.outcome;
}

/** What the options would cost if the terms are met; `null` where no source says. */
export function sumIfCovered(option: Option): Option["total_yen"] {
  const paid = option.reasons.find((reason) => reason.code === "payment" && reason.outcome === "yes");
  return paid?.values?.yen ?? null;
}
