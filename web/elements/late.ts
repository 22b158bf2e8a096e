import { HoshoPart } from "./part.js";

/** Calls back once the page has been painted as it stands; a page in the background is not painted and does not wait. */
export function afterPainting(then: () => void): void {
  if (document.hidden) setTimeout(then);
  else requestAnimationFrame(() => setTimeout(then));
}

/** Paper does not wait. */
let isPrinting = false;
/** Parts that wait for their turn, and what lets them go on. */
const waiting = new Map<Element, () => void>();

/** The first of two in the page is the first to be drawn: what is drawn already does not move. */
const inPageOrder = (one: Element, other: Element): number =>
  one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/** Each has a task of its own, so that a key that is pressed meanwhile is heard between two of them. */
function next(): void {
  const [first] = [...waiting.keys()].sort(inPageOrder);
  if (first) serve(first);
  if (waiting.size > 0) setTimeout(next);
}

/** The turn of a part comes after the page has been painted. */
function turnOf(part: Element): Promise<void> {
  return new Promise((served) => {
    waiting.set(part, served);
    if (waiting.size === 1) afterPainting(next);
  });
}

addEventListener("beforeprint", () => {
  isPrinting = true;
  for (const part of [...waiting.keys()]) serve(part);
});
addEventListener("afterprint", () => (isPrinting = false));

/** Lets a part go on if it waits. */
function serve(part: Element): void {
  waiting.get(part)?.();
  waiting.delete(part);
}

/** What a reader does in a part; heard before the part itself hears of it. */
const HANDS_ON = ["click", "input", "change", "toggle"];

/**
 * A part that is looked at after the answer: it is drawn, and drawn anew, once what comes before it was painted. Whoever does
 * something in it does not wait.
 */
export abstract class HoshoLatePart extends HoshoPart {
  #isInHand = false;

  constructor() {
    super();
    for (const type of HANDS_ON) this.addEventListener(type, () => this.#take(), { capture: true });
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!isPrinting && !this.#isInHand && !this.#isNewInArticle) await turnOf(this);
    void super.scheduleUpdate();
  }

  /** In an article all is drawn at first in one step: what stands below it is to move once. */
  get #isNewInArticle(): boolean {
    return !this.hasUpdated && this.getRootNode() instanceof ShadowRoot;
  }

  /** All that follows from it is drawn at once, until the next painting. */
  #take(): void {
    if (!this.#isInHand) afterPainting(() => (this.#isInHand = false));
    this.#isInHand = true;
    serve(this);
  }
}
