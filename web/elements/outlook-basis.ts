/** What the outlook of one case rests on: its choices and list prices, and with what is assumed the job for the engine. */
import type { Hosho } from "../api/hosho.js";
import type { CaseFacts, CatalogRates, EnrolmentOption, IncidentKind, YenRange } from "../api/types.js";
import { monthsSince } from "../text/axis.js";
import type { Words } from "../text/text.js";
import {
  FIRST_OUTLOOK,
  isForGood,
  keyOf,
  prospectOf,
  ratesFor,
  type Assumed,
  type OutlookForm,
} from "./outlook-form.js";
import { listPrice, priceOf } from "./outlook-prices.js";
import type { OutlookJob } from "./outlook-run.js";
import { choicesOf, drawnKeys, type Choices } from "./outlook-view.js";
import type { Stretch } from "./stretch.js";

/** What is given; it is read anew each time. */
export interface Given {
  /** The engine. */
  readonly hosho: Hosho;
  /** The case. */
  readonly facts: CaseFacts;
  /** The day of joining. */
  readonly from: string;
  /** For how long the phone is kept, and fees that were typed. */
  readonly stretch: Stretch;
  /** Covers that can or may be joined. */
  readonly open: EnrolmentOption[];
  /** What was assumed. */
  readonly form: OutlookForm | undefined;
  /** Sentences and names. */
  readonly words: Words;
}

/** All that is asked of the engine hangs on this. */
export class OutlookBasis {
  /** Over what a reader has a say. */
  choices: Choices = { priced: [], feeless: [] };
  #ranges = new Map<IncidentKind, YenRange | undefined>();
  #rangesOf = "";
  #choicesOf = "";

  constructor(private readonly given: Given) {}

  /** The rates of the catalogue; without them there is no outlook. */
  get file(): CatalogRates | undefined {
    return this.given.hosho.catalog.rates?.[0];
  }

  /** What was assumed. */
  get form(): OutlookForm {
    return this.given.form ?? FIRST_OUTLOOK;
  }

  /**
   * The choices of the case as it is now; true if it is another one than before.
   * @throws HoshoError if the engine does not take the case
   */
  learn(): boolean {
    const { hosho, facts, from, open, stretch, words } = this.given;
    const rangesOf = JSON.stringify([facts, from]);
    if (rangesOf !== this.#rangesOf) [this.#rangesOf, this.#ranges] = [rangesOf, new Map()];
    const key = JSON.stringify([rangesOf, stretch.fees]);
    if (key === this.#choicesOf) return false;
    const prospect = prospectOf({ ...this.assumed, form: FIRST_OUTLOOK });
    const answer = hosho.outlook(facts, { ...prospect, months: 1, rates_per_year: {}, by_month: false });
    this.choices = choicesOf(answer, open, words);
    this.#choicesOf = key;
    return true;
  }

  /** What the sources say of a repair's price; asked when it is first needed. */
  readonly rangeOf = (kind: IncidentKind): YenRange | undefined => {
    if (!this.#ranges.has(kind))
      this.#ranges.set(kind, listPrice(this.given.hosho, this.given.facts, this.given.from, kind));
    return this.#ranges.get(kind);
  };

  /** Everything that a question is made of. */
  get assumed(): Assumed {
    const { file } = this;
    const { facts, from, stretch } = this.given;
    const bought = facts.device?.bought_on;
    const age = bought ? monthsSince(bought, from) : null;
    const middle = age === null ? null : age + stretch.months / 2;
    const rates = file ? ratesFor(file, middle) : [];
    const repairs = rates.filter(({ kind }) => !isForGood(kind));
    return {
      facts,
      from,
      months: stretch.months,
      rates,
      factors: file?.factors ?? [],
      worst: file?.worst_case,
      listed: Object.fromEntries(repairs.map(({ kind }) => [kind, priceOf(this.rangeOf(kind))])),
      fees: stretch.fees,
      form: this.form,
    };
  }

  /** The choice that is looked at: the one that was chosen if it is still there, else the first with a fee. */
  get chosen(): string[] {
    const { chosen } = this.form;
    const { priced } = this.choices;
    if (chosen === "") return [];
    return priced.find((plans) => keyOf(plans) === chosen) ?? priced[0] ?? [];
  }

  /** The choices of the drawing, in its order. */
  get drawn(): string[] {
    return drawnKeys(this.choices.priced, this.chosen);
  }

  /** What is to be worked out. */
  get job(): OutlookJob {
    const { facts } = this.given;
    return { facts, prospect: prospectOf(this.assumed), chosen: this.chosen, choices: this.choices.priced };
  }
}
