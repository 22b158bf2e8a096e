/** The files beside the page that are opened by their address. */

/** Keeps the page on the device; `null` where it has no such file. */
export const SERVICE_WORKER: URL | null = new URL("./service-worker.js", import.meta.url);

/** The licences of what is bundled. */
export const NOTICES = "notices.txt";

/** The page that makes the code for articles; `null` where there is none. */
export const BUILDER: string | null = "builder.html";

/** The Worker that answers outlooks. Throws where there can be none. */
export const outlookWorker = (): Worker =>
  new Worker(new URL("./outlook-worker.js", import.meta.url), { type: "module" });
