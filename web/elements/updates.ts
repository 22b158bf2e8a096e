/** The page on the device: it is kept once it has answered, and a newer version waits until its reader wants it. */

import { SERVICE_WORKER } from "./beside.js";

/**
 * Has the page kept for reading without a network. `tell` is handed what takes a newer version over as soon as one is
 * there in full. Where a browser keeps nothing, as in a private window, nothing happens.
 */
export async function keepPage(tell: (takeOver: () => void) => void): Promise<void> {
  const workers = (navigator as Partial<Navigator>).serviceWorker;
  if (!workers || !SERVICE_WORKER) return;
  try {
    const kept = await workers.register(SERVICE_WORKER);
    const look = (): void => {
      if (kept.waiting && workers.controller) tell(() => takeOver(workers, kept));
    };
    look();
    kept.addEventListener("updatefound", () => kept.installing?.addEventListener("statechange", look));
  } catch {
    // Refused, or broken on the way: the page goes on as it is.
  }
}

/** Only the tab that asked for it is loaded anew; others go on with what they have. */
function takeOver(workers: ServiceWorkerContainer, kept: ServiceWorkerRegistration): void {
  workers.addEventListener("controllerchange", () => location.reload(), { once: true });
  kept.waiting?.postMessage(null);
}
