import { afterPainting } from "./late.js";

/** Browsers refuse more than a hundred changes of an address in half a minute. */
const PAUSE_MS = 350;
/** In the place of a pause: the address is written after the next painting. */
const SOON = -1;

/**
 * The address bar and the history behind it. Each entry bears the mark of the case that was open in it: going back
 * within one case keeps what was entered since, going back to another one opens what the entry's address says.
 */
export class AddressBar {
  readonly #moved: () => void;
  #mark = "";
  #next: string | null = null;
  #pause = 0;

  /** `moved` is called after back, forward, and whenever another address was put behind `#`. */
  constructor(moved: () => void) {
    this.#moved = moved;
  }

  /** Begins to listen. */
  open(): void {
    this.adopt();
    addEventListener("popstate", this.#left);
    addEventListener("hashchange", this.#left);
    addEventListener("pagehide", this.#flush);
  }

  /** Listens no more. */
  close(): void {
    this.#flush();
    removeEventListener("popstate", this.#left);
    removeEventListener("hashchange", this.#left);
    removeEventListener("pagehide", this.#flush);
  }

  /** Whether the entry that is shown belongs to the case that was open before. */
  get isSameCase(): boolean {
    return markOf(history.state) === this.#mark;
  }

  /** The case of this entry is now the open one. */
  adopt(): void {
    this.#mark = markOf(history.state) ?? Math.random().toString(36).slice(2);
    change(() => history.replaceState(this.#state, ""));
  }

  /** Puts another address in the place of this one: once the page is painted, or after a pause while somebody types. */
  replace(address: string): void {
    this.#next = address;
    if (this.#pause !== 0) return;
    this.#pause = SOON;
    afterPainting(this.#flush);
  }

  /** Puts another address in the place of this one without a pause. */
  replaceNow(address: string): void {
    this.#next = address;
    this.#flush();
  }

  /** Goes on to another address of the same case. */
  push(address: string): void {
    this.#flush();
    change(() => history.pushState(this.#state, "", address));
  }

  get #state(): { case: string } {
    return { case: this.#mark };
  }

  readonly #flush = (): void => {
    clearTimeout(this.#pause);
    this.#pause = 0;
    const address = this.#next;
    if (address === null) return;
    this.#next = null;
    change(() => history.replaceState(this.#state, "", address));
    this.#pause = setTimeout(this.#flush, PAUSE_MS) as unknown as number;
  };

  /** What was to be written belongs to the entry that was left. */
  readonly #left = (): void => {
    this.#next = null;
    this.#moved();
  };
}

function markOf(state: unknown): string | null {
  const mark = (state as { case?: unknown } | null)?.case;
  return typeof mark === "string" ? mark : null;
}

/** A browser that refuses a change of its address keeps the old one; what was entered is on the page all the same. */
function change(make: () => void): void {
  try {
    make();
  } catch {
    // It was refused.
  }
}
