/** Has the outlook worked out piece by piece: the choice that is looked at first, and of a slider only where it rests. */
import type { CaseFacts, Cite, Outlook, OutlookChoice, Prospect } from "../api/types.js";
import type { Question } from "./outlook-engine.js";
import { keyOf, LONGEST } from "./outlook-form.js";

/** What is to be worked out. */
export interface OutlookJob {
  /** The case. */
  facts: CaseFacts;
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
  /** The sources that the choices point into. */
  cites: Cite[];
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

/** What answers. */
export interface Asked {
  /** The answer, at once. */
  now: (question: Question) => Outlook;
  /** The answer; `null` if it was dropped before it came. */
  ask: (question: Question) => Promise<Outlook | null>;
  /** Ends what is being worked out. */
  drop: () => void;
}

/** How long a slider has to rest before the months are worked out. */
const REST_MS = 120;
/** How long an answer that is overtaken may still take; to drop it costs the loading of another engine. */
const PATIENCE_MS = 500;

/** Works on one job at a time, and on the newest next: what came between is never begun. */
export class OutlookRun {
  #next: { job: OutlookJob; told: Told } | null = null;
  #isAtWork = false;
  #isAsking = false;
  #stops = 0;
  #known = new Map<string, OutlookChoice>();
  #knownOf = "";
  #wake = (): void => {};
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly engine: Asked) {}

  /** The look at one choice first, then the months, one choice a question; ends when there is nothing newer. */
  async start(job: OutlookJob, told: Told): Promise<void> {
    this.#next = { job, told };
    this.#wake();
    if (this.#isAtWork) {
      if (this.#isAsking) this.#patience ??= setTimeout(() => this.engine.drop(), PATIENCE_MS);
      return;
    }
    this.#isAtWork = true;
    while (this.#next !== null) {
      const { job, told } = this.#next;
      this.#next = null;
      await this.#work(job, told);
    }
    this.#isAtWork = false;
  }

  /** All of one job without a pause: paper does not wait. */
  now(job: OutlookJob): { looked: Looked; byMonth: ByMonth } {
    this.stop();
    const looked = lookedOf(job, this.engine.now(lookAt(job)));
    for (const question of this.#open(job)) this.#keep(this.engine.now(question));
    return { looked, byMonth: new Map(this.#known) };
  }

  /** Ends what is running. */
  stop(): void {
    this.#stops++;
    this.#next = null;
    this.#wake();
    this.engine.drop();
  }

  async #work(job: OutlookJob, told: Told): Promise<void> {
    const stops = this.#stops;
    const isOver = (): boolean => stops !== this.#stops || (this.#next !== null && !isAlike(job, this.#next.job));
    try {
      const found = await this.#ask(lookAt(job));
      if (found === null || isOver()) return;
      told.looked(lookedOf(job, found));
      await this.#rest();
      if (this.#next !== null || isOver()) return;
      for (const question of this.#open(job)) {
        const months = await this.#ask(question);
        if (months === null || this.#next !== null || isOver()) return;
        this.#keep(months);
      }
      told.byMonth(new Map(this.#known));
    } catch (thrown) {
      if (this.#next === null && !isOver()) told.failed(thrown);
    }
  }

  async #ask(question: Question): Promise<Outlook | null> {
    this.#isAsking = true;
    try {
      return await this.engine.ask(question);
    } finally {
      this.#isAsking = false;
      clearTimeout(this.#patience);
      this.#patience = undefined;
    }
  }

  #rest(): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, REST_MS);
      this.#wake = () => (clearTimeout(timer), done());
    });
  }

  /** What is still to be asked for the months: one choice each. */
  #open({ facts, prospect, choices }: OutlookJob): Question[] {
    const asked: Prospect = { ...prospect, months: Math.max(LONGEST, prospect.months), by_month: true };
    const key = JSON.stringify([facts, asked]);
    if (key !== this.#knownOf) [this.#knownOf, this.#known] = [key, new Map()];
    const known = this.#known;
    const open = (choices.length === 0 ? [[]] : choices).filter((plans) => !known.has(keyOf(plans)));
    return open.map((plans) => ({ facts, prospect: { ...asked, choices: plans.length === 0 ? [] : [plans] } }));
  }

  #keep({ none, choices }: Outlook): void {
    this.#known.set("", none);
    for (const choice of choices) this.#known.set(keyOf(choice.plans), choice);
  }
}

/** Only the sliders moved between them: the answer to the older one may still be shown. */
function isAlike(one: OutlookJob, other: OutlookJob): boolean {
  const about = ({ facts, prospect, choices }: OutlookJob): string => JSON.stringify([facts, prospect.from, choices]);
  return about(one) === about(other);
}

function lookAt({ facts, prospect, chosen }: OutlookJob): Question {
  return { facts, prospect: { ...prospect, choices: chosen.length === 0 ? [] : [chosen], by_month: false } };
}

function lookedOf({ prospect }: OutlookJob, { none, choices, battery_month, cites }: Outlook): Looked {
  return { none, choice: choices[0] ?? null, battery_month, cites, months: prospect.months };
}
