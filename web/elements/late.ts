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
  const [first] = [...waiting].sort(([one], [other]) => inPageOrder(one, other));
  if (!first) return;
  const [part, serve] = first;
  waiting.delete(part);
  serve();
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
  for (const serve of waiting.values()) serve();
  waiting.clear();
});
addEventListener("afterprint", () => (isPrinting = false));

/** A part that is looked at after the answer: it is drawn, and drawn anew, once what comes before it was painted. */
export abstract class HoshoLatePart extends HoshoPart {
  protected override async scheduleUpdate(): Promise<void> {
    if (!isPrinting) await turnOf(this);
    void super.scheduleUpdate();
  }
}
