/** The stretch over which a cover is weighed: how long the phone is kept, and what is imagined to happen in it. */
import type { IncidentKind, Scenario, ScenarioIncident } from "../api/types.js";
import { readYen } from "../text/format.js";

/** A stretch, as it was chosen. */
export interface Stretch {
  /** Months for which the phone is kept. */
  months: number;
  /** How often each kind happens. */
  counts: Readonly<Partial<Record<IncidentKind, number>>>;
  /** What a repair costs, as typed, for kinds whose price no source tells. */
  quotes: Readonly<Partial<Record<IncidentKind, string>>>;
  /** Monthly fees, as typed, for plans whose fee no source tells. */
  fees: Readonly<Record<string, string>>;
}

/** The longest stretch that is asked about. */
export const MOST_MONTHS = 60;
/** How often one kind can be imagined. */
export const MOST_TIMES = 4;
/** Two years and one broken screen: what most people ask about. */
export const FIRST_STRETCH: Stretch = { months: 24, counts: { screen_crack: 1 }, quotes: {}, fees: {} };

/** A typed sum; `null` where it is empty or cannot be read. */
function sumOf(text: string | undefined): number | null {
  const sum = readYen(text ?? "");
  return sum === "unreadable" ? null : sum;
}

/** What happens in a stretch, one entry for each time. */
export function incidentsOf({ counts, quotes }: Stretch): ScenarioIncident[] {
  return (Object.entries(counts) as [IncidentKind, number][]).flatMap(([kind, times]) => {
    const quote = sumOf(quotes[kind]);
    return Array.from({ length: times }, () => ({ kind, ...(quote === null ? {} : { repair_price_yen: quote }) }));
  });
}

/** What is asked of the engine for one plan. */
export function scenarioOf(plan: string, from: string, stretch: Stretch, months = stretch.months): Scenario {
  const fee = sumOf(stretch.fees[plan]);
  return {
    plan,
    from,
    months,
    incidents: incidentsOf(stretch),
    ...(fee === null ? {} : { monthly_fee_yen: fee }),
  };
}

/** A stretch in which one kind happens so often. */
export function withCount(stretch: Stretch, kind: IncidentKind, times: number): Stretch {
  const others = Object.entries(stretch.counts).filter(([known]) => known !== kind);
  return { ...stretch, counts: Object.fromEntries(times > 0 ? [...others, [kind, times]] : others) };
}

/** A stretch of which nothing is asked but the fees of a plan, at another monthly fee where one is given. */
export function withFee(stretch: Stretch, plan: string, fee: number | undefined): Stretch {
  const fees = fee === undefined ? stretch.fees : { ...stretch.fees, [plan]: String(fee) };
  return { ...stretch, counts: {}, fees };
}

/** The kinds that happen in a stretch. */
export function kindsOf({ counts }: Stretch): IncidentKind[] {
  return Object.keys(counts) as IncidentKind[];
}
