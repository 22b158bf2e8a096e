/** Has the outlook worked out piece by piece, so that a slider never waits for all of it. */
import type { Outlook, OutlookChoice, Prospect } from "../api/types.js";
import { keyOf, LONGEST } from "./outlook-form.js";

/** What is to be worked out. */
export interface OutlookJob {
  /** Everything but the choices. */
  prospect: Prospect;
  /** The choice that is looked at; empty: no cover. */
  chosen: string[];
  /** The choices of chart and table. */
  choices: string[][];
}

/** The choice that is looked at, over the months that were chosen. */
export interface Looked {
  /** No cover. */
  none: OutlookChoice;
  /** The choice; `null` where no cover is looked at. */
  choice: OutlookChoice | null;
  /** As in the outlook. */
  battery_month: number | null;
  /** For how many months. */
  months: number;
}

/** Every choice month by month, no cover under the empty key. */
export type ByMonth = ReadonlyMap<string, OutlookChoice>;

/** What a run tells as it goes. */
export interface Told {
  /** The choice that is looked at. */
  looked: (looked: Looked) => void;
  /** All choices of one state of the sliders, together. */
  byMonth: (byMonth: ByMonth) => void;
  /** The engine did not answer. */
  failed: (thrown: unknown) => void;
}

/** How long a slider has to rest before the months are worked out. */
const REST_MS = 120;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Runs one job at a time; a newer one ends the older. */
export class OutlookRun {
  #latest = 0;
  #known = new Map<string, OutlookChoice>();
  #knownOf = "";

  constructor(private readonly ask: (prospect: Prospect) => Outlook) {}

  /** The look at one choice first, then the months, one choice a slice. */
  async start(job: OutlookJob, told: Told): Promise<void> {
    const run = ++this.#latest;
    try {
      await pause(0);
      if (run !== this.#latest) return;
      told.looked(this.#look(job));
      await pause(REST_MS);
      const isStale = (): boolean => run !== this.#latest;
      const byMonth = isStale() ? null : await this.#months(job, isStale);
      if (byMonth) told.byMonth(byMonth);
    } catch (thrown) {
      if (run === this.#latest) told.failed(thrown);
    }
  }

  /** All of one job without a pause: paper does not wait. */
  now(job: OutlookJob): { looked: Looked; byMonth: ByMonth } {
    this.stop();
    for (const ask of this.#slices(job)) ask();
    return { looked: this.#look(job), byMonth: new Map(this.#known) };
  }

  /** Ends what is running. */
  stop(): void {
    this.#latest++;
  }

  #look({ prospect, chosen }: OutlookJob): Looked {
    const choices = chosen.length === 0 ? [] : [chosen];
    const { none, choices: found, battery_month } = this.ask({ ...prospect, choices, by_month: false });
    return { none, choice: found[0] ?? null, battery_month, months: prospect.months };
  }

  async #months(job: OutlookJob, isStale: () => boolean): Promise<ByMonth | null> {
    for (const ask of this.#slices(job)) {
      await pause(0);
      if (isStale()) return null;
      ask();
    }
    return isStale() ? null : new Map(this.#known);
  }

  /** What is still to be asked for the months: one choice each. */
  #slices({ prospect, choices }: OutlookJob): (() => void)[] {
    const months = Math.max(LONGEST, prospect.months);
    const asked: Prospect = { ...prospect, months, by_month: true };
    const key = JSON.stringify(asked);
    if (key !== this.#knownOf) [this.#knownOf, this.#known] = [key, new Map()];
    const known = this.#known;
    const open = (choices.length === 0 ? [[]] : choices).filter((plans) => !known.has(keyOf(plans)));
    return open.map((plans) => () => {
      const { none, choices: found } = this.ask({ ...asked, choices: plans.length === 0 ? [] : [plans] });
      known.set("", none);
      for (const choice of found) known.set(keyOf(choice.plans), choice);
    });
  }
}
