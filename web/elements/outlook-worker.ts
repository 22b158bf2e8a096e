/** The engine once more, in a Worker: an outlook can take seconds, and nothing on the page is to wait for it. */
import { loadHosho } from "../api/hosho.js";
import type { Hosho } from "../api/hosho.js";
import type { Outlook } from "../api/types.js";
import type { Answered, ToWorker } from "./outlook-engine.js";

let engine: Promise<Hosho> | null = null;

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => void answer(data));

async function answer(asked: ToWorker): Promise<void> {
  if ("catalog" in asked) {
    engine = loadHosho({ catalog: asked.catalog });
    engine.catch(() => tell({ broken: true }));
    return;
  }
  const hosho = await engine;
  if (hosho === null) return;
  try {
    const outlook = hosho.outlook(asked.facts, asked.prospect);
    tell({ outlook }, latticesOf(outlook));
  } catch (thrown) {
    tell({ problem: thrown instanceof Error ? thrown.message : "" });
  }
}

/** They can be large: they are handed over, not copied. */
function latticesOf({ none, choices }: Outlook): ArrayBufferLike[] {
  return [none, ...choices].flatMap(({ distribution: { yen, p } }) => [yen.buffer, p.buffer]);
}

function tell(answered: Answered, transfer: ArrayBufferLike[] = []): void {
  postMessage(answered, { transfer: transfer as ArrayBuffer[] });
}
