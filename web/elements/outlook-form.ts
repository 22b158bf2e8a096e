/** What a reader assumes for the outlook, where it starts from, and what is asked of the engine with it. */
import type {
  BatteryAhead,
  CaseFacts,
  CatalogFactor,
  CatalogRate,
  CatalogRates,
  CatalogWorstCase,
  IncidentKind,
  Prospect,
  Yen,
} from "../api/types.js";
import { readDecimal, rateAt } from "../text/figures.js";
import { readYen } from "../text/format.js";

/** What was assumed; whatever is absent is where one starts. */
export interface OutlookForm {
  /** Where each slider stands, by the id of its rate. */
  positions: Readonly<Record<string, number>>;
  /** Id of the factor for the owner's age; empty: none. */
  owner: string;
  /** The worst case of the sources stands in for the rates of its kinds. */
  worst: boolean;
  /** What a repair costs, as typed, by kind. */
  prices: Readonly<Partial<Record<IncidentKind, string>>>;
  /** What another phone costs, as typed. */
  replacement: string;
  /** How a battery wears, as typed; `null`: it is left out. */
  battery: BatteryForm | null;
  /** The choice that is looked at, as `keyOf` spells it; `null`: the first. */
  chosen: string | null;
}

/** A battery, as typed. */
export interface BatteryForm {
  /** Full cycles a day. */
  cycles: string;
  /** Cycles until 80 %. */
  design: string;
  /** Price of a new one. */
  price: string;
}

/** Nothing assumed yet. */
export const FIRST_OUTLOOK: OutlookForm = {
  positions: {},
  owner: "",
  worst: false,
  prices: {},
  replacement: "",
  battery: null,
  chosen: null,
};

/** Where a slider stands at first: on the base. */
export const MIDDLE = 100;
/** Such a phone is gone for good: what it costs is another phone. */
const FOR_GOOD: readonly IncidentKind[] = ["total_loss", "loss", "theft"];
/** The longest stretch of the table. */
export const LONGEST = 48;

/** Whether an incident of this kind costs another phone. */
export const isForGood = (kind: IncidentKind): boolean => FOR_GOOD.includes(kind);

/** The rates of a phone of so many months, one for each kind; of an unknown age the last, that of older phones. */
export function ratesFor({ rates }: CatalogRates, ageInMonths: number | null): CatalogRate[] {
  const holds = ({ phone_age_months: age }: CatalogRate): boolean =>
    age === undefined ||
    (ageInMonths === null
      ? age.to === undefined
      : ageInMonths >= (age.from ?? 0) && ageInMonths < (age.to ?? Infinity));
  return rates.filter(holds);
}

/** The factor of the owner's age for a kind; 1 where none was chosen. */
export function factorOf(factors: CatalogFactor[], owner: string, kind: IncidentKind): number {
  return factors.find(({ id, kinds }) => id === owner && kinds.includes(kind))?.factor ?? 1;
}

/** What the rates hang on. */
export interface Rated {
  /** The rates in play. */
  rates: CatalogRate[];
  /** Multipliers for owners of an age. */
  factors: CatalogFactor[];
  /** The most that any source gives. */
  worst: CatalogWorstCase | undefined;
  /** What was assumed. */
  form: OutlookForm;
}

/** Incidents a year, as the slider of a rate stands, or in the worst case its part of that. */
export function perYear(rate: CatalogRate, { rates, factors, worst, form }: Rated): number {
  if (form.worst && worst?.kinds.includes(rate.kind)) return worstOf(rate, rates, worst);
  return rateAt(form.positions[rate.id] ?? MIDDLE, rate.per_year) * factorOf(factors, form.owner, rate.kind);
}

/** The worst case is one number for its kinds together: each has the share of it that it has of the bases. */
function worstOf({ per_year }: CatalogRate, rates: CatalogRate[], { kinds, per_year: most }: CatalogWorstCase): number {
  const bases = rates.filter(({ kind }) => kinds.includes(kind)).map((rate) => rate.per_year.base);
  return (most * per_year.base) / bases.reduce((sum, base) => sum + base, 0);
}

/** A typed sum; `null` where it is empty or cannot be read. */
function sumOf(text: string | undefined): Yen | null {
  const sum = readYen(text ?? "");
  return sum === "unreadable" ? null : sum;
}

/** Everything that a question to the engine is made of. */
export interface Assumed extends Rated {
  /** The case. */
  facts: CaseFacts;
  /** The first day. */
  from: string;
  /** For how long the phone is kept. */
  months: number;
  /** List prices, as a field would hold them. */
  listed: Partial<Record<IncidentKind, string>>;
  /** Monthly fees, as typed, by plan. */
  fees: Readonly<Record<string, string>>;
}

/** What a price field holds: what was typed, else the list price. */
export function priceText(kind: IncidentKind, { form, listed }: Pick<Assumed, "form" | "listed">): string {
  return isForGood(kind) ? form.replacement : (form.prices[kind] ?? listed[kind] ?? "");
}

/** Rates whose kind has no price: they are left out, and the page says so. */
export function unpricedRates(assumed: Assumed): CatalogRate[] {
  return assumed.rates.filter(({ kind }) => sumOf(priceText(kind, assumed)) === null);
}

/** What is asked of the engine, but for the choices. */
export function prospectOf(assumed: Assumed): Prospect {
  const { from, months, rates, fees, form } = assumed;
  const without = unpricedRates(assumed);
  const priced = rates.filter((rate) => !without.includes(rate));
  const prices = priced
    .filter(({ kind }) => !isForGood(kind))
    .map(({ kind }) => [kind, sumOf(priceText(kind, assumed))]);
  return {
    from,
    months,
    rates_per_year: Object.fromEntries(priced.map((rate) => [rate.kind, perYear(rate, assumed)])),
    prices_yen: Object.fromEntries(prices) as NonNullable<Prospect["prices_yen"]>,
    replacement_price_yen: sumOf(form.replacement),
    monthly_fees_yen: feesOf(fees),
    battery: batteryOf(assumed),
  };
}

function feesOf(typed: Readonly<Record<string, string>>): Record<string, Yen> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([plan, text]) => {
      const fee = sumOf(text);
      return fee === null ? [] : [[plan, fee]];
    }),
  );
}

/** The battery, once all of it can be read. */
function batteryOf({ form: { battery }, facts }: Assumed): BatteryAhead | null {
  if (battery === null) return null;
  const [cycles, design] = [readDecimal(battery.cycles), readDecimal(battery.design)];
  const price_yen = sumOf(battery.price);
  if (typeof cycles !== "number" || typeof design !== "number" || price_yen === null) return null;
  if (cycles <= 0 || design <= 0) return null;
  const measured = facts.incident?.battery_capacity_percent;
  return {
    cycles_per_day: cycles,
    design_cycles: design,
    price_yen,
    ...(typeof measured === "number" ? { capacity_percent: measured } : {}),
  };
}

/** A choice in one word. */
export const keyOf = (plans: readonly string[]): string => plans.join("+");
