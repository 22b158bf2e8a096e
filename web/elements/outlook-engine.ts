/** Asks for an outlook beside the page, in a Worker; where there can be none, on the page itself. */
import type { Hosho } from "../api/hosho.js";
import type { CaseFacts, Catalog, Outlook, Prospect } from "../api/types.js";
import { outlookWorker } from "./beside.js";

/** What goes to the Worker: once the catalogue of the page, then one question at a time. */
export type ToWorker = { catalog: Catalog } | Question;
/** What comes back; `broken`: its engine could not be loaded. */
export type Answered = { outlook: Outlook } | { problem: string } | { broken: true };

/** A question to the engine. */
export interface Question {
  /** The case. */
  facts: CaseFacts;
  /** Everything else. */
  prospect: Prospect;
}

interface Waiting {
  question: Question;
  done: (outlook: Outlook | null) => void;
  failed: (thrown: unknown) => void;
}

/** One question at a time. */
export class OutlookEngine {
  #worker: Worker | null = null;
  #waiting: Waiting | null = null;
  #isAlone = false;

  constructor(private readonly hosho: Hosho) {}

  /** The answer, at once; the page waits for it. */
  now({ facts, prospect }: Question): Outlook {
    return this.hosho.outlook(facts, prospect);
  }

  /** The answer; `null` if it was dropped before it came. What a distribution can do stays behind in the Worker: it has its numbers alone. */
  ask(question: Question): Promise<Outlook | null> {
    return new Promise((done, failed) => {
      this.#waiting = { question, done, failed };
      const worker = this.#worker ?? this.#begin();
      if (worker) worker.postMessage(question);
      else setTimeout(() => this.#here());
    });
  }

  /** Ends what is being worked out. */
  drop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#take()?.done(null);
  }

  #begin(): Worker | null {
    if (this.#isAlone) return null;
    try {
      const worker = outlookWorker();
      worker.addEventListener("message", ({ data }: MessageEvent<Answered>) => this.#answered(data));
      worker.addEventListener("error", () => this.#answered({ broken: true }));
      worker.postMessage({ catalog: this.hosho.catalog } satisfies ToWorker);
      return (this.#worker = worker);
    } catch {
      this.#isAlone = true;
      return null;
    }
  }

  #answered(answered: Answered): void {
    if ("outlook" in answered) this.#take()?.done(answered.outlook);
    else if ("problem" in answered) this.#take()?.failed(new Error(answered.problem));
    else {
      this.#isAlone = true;
      this.#worker?.terminate();
      this.#worker = null;
      this.#here();
    }
  }

  /** No Worker: the page answers itself. */
  #here(): void {
    const waiting = this.#take();
    if (!waiting) return;
    try {
      waiting.done(this.now(waiting.question));
    } catch (thrown) {
      waiting.failed(thrown);
    }
  }

  #take(): Waiting | null {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }
}
