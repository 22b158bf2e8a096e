/** From an assessment to what the page shows of it: which option leads, and how the others are grouped beside it. */
import type { Assessment, Option, Reason } from "../api/types.js";
import type { Words } from "../text/text.js";
import { telling } from "./reasons.js";

/** An answer, sorted into what the page shows of it; every part in the order of the answer unless it says otherwise. */
export interface Shown {
  /** The option of which the card speaks; `null` where everything hangs on what was not said yet. */
  lead: Option | null;
  /** Other covers of this person that answer or may answer. */
  possible: Option[];
  /** Covers that may answer if they are held, which was not said; those that are surely for this phone first. */
  ifHeld: Option[];
  /** Other repairs that are paid. */
  paid: Option[];
  /** Covers of this person and this phone that do not answer; those that were joined first. */
  refused: Option[];
  /** Covers with which this person has nothing to do. */
  aside: Aside;
}

/** Covers that do not answer and are told in one line, by the reason that is told. */
export interface Aside {
  /** They are for other phones. */
  foreign: Option[];
  /** They are not held. */
  unheld: Option[];
  /** They do not answer, held or not. */
  excluded: Option[];
}

/** Whether a cover is the person's own: it was joined or came with the phone; `open`: nobody said. */
type Holding = "joined" | "came_along" | "open" | "silent" | "other_device" | "not_held";

/** What leads, and what stands beside it. */
export function shownOf(answer: Assessment, words: Words): Shown {
  const lead = leadOf(answer, words);
  const others = answer.options.filter((option) => option !== lead);
  const covers = others.filter((option) => option.kind === "cover");
  const open = covers.filter((option) => option.verdict !== "not_covered");
  const closed = covers.filter((option) => option.verdict === "not_covered");
  return {
    lead,
    possible: open.filter((option) => holdingOf(option) !== "open"),
    ifHeld: surelyFirst(open.filter((option) => holdingOf(option) === "open")),
    paid: others.filter((option) => option.kind === "paid_repair"),
    refused: nearestFirst(closed.filter(isNear)),
    aside: asideOf(closed.filter((option) => !isNear(option))),
  };
}

/**
 * The best option. While facts are missing: the first cover of this person that answers, then that may answer, then
 * what there is to pay. A cover of which nobody said that it is held, or of which only the terms could say whether it
 * can be had alone, never leads, nor does a service that is part of another plan; where nothing else is left, none
 * does, or the nearest cover says why it does not.
 */
export function leadOf({ options, best }: Assessment, words: Words): Option | null {
  const plans = options.filter((option) => !words.isExtra(option.plan));
  const own = plans.filter(isOwn);
  const isOpen = plans.some((option) => option.verdict === "unknown" && !own.includes(option) && !isSilent(option));
  return (
    options.find((option) => option.plan === best) ??
    own.find((option) => option.verdict === "covered") ??
    own.find((option) => option.verdict === "unknown") ??
    options.find((option) => option.kind === "paid_repair") ??
    (isOpen ? null : (nearestFirst(plans.filter((option) => option.kind === "cover"))[0] ?? null))
  );
}

/** A cover that is this person's and, as far as is known, for this phone. */
function isOwn(option: Option): boolean {
  return option.kind === "cover" && ["joined", "came_along"].includes(holdingOf(option)) && isOfPhone(option);
}

function isSilent(option: Option): boolean {
  return holdingOf(option) === "silent";
}

function holdingOf({ reasons }: Option): Holding {
  const held = reasons.find((reason) => reason.code === "held");
  if (held === undefined) return "came_along";
  if (held.outcome === "yes") return "joined";
  if (held.outcome === "unknown") return "open";
  if (held.outcome === "not_stated") return "silent";
  return held.clause === "not_held" ? "not_held" : "other_device";
}

/** Where it is open whether a warranty came with the phone, something that is known of the phone must speak for it. */
function isOfPhone(option: Option): boolean {
  const applies = appliesOf(option);
  if (applies?.outcome !== "unknown" || holdingOf(option) !== "came_along") return true;
  return applies.reasons.some((part) => part.outcome === "yes" && isAboutDevice(part));
}

/** A cover that does not answer but that its owner asks about: joined, entered for another device, or of this phone. */
function isNear(option: Option): boolean {
  const holding = holdingOf(option);
  if (holding === "joined" || holding === "other_device") return true;
  return holding === "came_along" && isForDevice(option) && isOfPhone(option);
}

function asideOf(options: Option[]): Aside {
  const foreign = options.filter((option) => !isForDevice(option));
  const rest = options.filter((option) => isForDevice(option));
  const unheld = rest.filter((option) => holdingOf(option) === "not_held");
  return { foreign, unheld, excluded: rest.filter((option) => !unheld.includes(option)) };
}

function surelyFirst(covers: Option[]): Option[] {
  const isSure = (option: Option): boolean => appliesOf(option)?.outcome === "yes";
  return [...covers.filter(isSure), ...covers.filter((option) => !isSure(option))];
}

/** The clauses on what the plan is for; where they are alternatives, they have no frame of their own. */
function appliesOf({ reasons }: Option): Reason | undefined {
  return reasons.find(({ code, clause }) => code === "applies_to" || (code === "any_of" && clause === ""));
}

/** Covers of this phone that the person joined, those that came with it, those not held, then those for other phones. */
export function nearestFirst(covers: Option[]): Option[] {
  const rank = (option: Option): number => {
    if (!isForDevice(option)) return 3;
    if (holdingOf(option) === "joined") return 0;
    return holdingOf(option) === "came_along" && isOfPhone(option) ? 1 : 2;
  };
  return [...covers].sort((a, b) => rank(a) - rank(b));
}

/** A reason about what the phone is. */
export const isAboutDevice = (reason: Reason): boolean => DEVICE.test(reason.facts[0] ?? "");

const DEVICE = /^device\.(maker|category|model|os)$/;

/** Whether a cover is for this phone at all, as far as is known; of alternatives only those that failed together tell. */
export function isForDevice(option: Option): boolean {
  if (option.reasons.some((reason) => reason.code === "applies_to" && reason.outcome === "no")) return false;
  return !telling(option).some((reason) => reason.outcome === "no" && isAboutDevice(reason));
}
