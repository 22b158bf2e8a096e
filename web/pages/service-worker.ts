/**
 * Keeps one version of the page on the device, whole or not at all, and answers with it, also without a network. The
 * list of its files with their digests is written when the page is built; a file that is not what the list says is no
 * part of any version, and the version before it stays.
 */

/** Name and SHA-256 (base64) of every file of this version. */
declare const FILES: [name: string, digest: string][];
/** Changes with any of the files. */
declare const VERSION: string;

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly registration: { readonly scope: string };
  addEventListener(type: "install" | "activate" | "message", listener: (event: Lasting) => void): void;
  addEventListener(type: "fetch", listener: (event: Asking) => void): void;
  skipWaiting(): Promise<void>;
}

const FAMILY = "hosho-";
const NAME = FAMILY + VERSION;
const INDEX = "index.html";
const NAMES = new Set(FILES.map(([name]) => name));
const worker = self as unknown as Worker;
const addressOf = (name: string): string => new URL(name, worker.registration.scope).href;

worker.addEventListener("install", (event) => event.waitUntil(keepAll()));
worker.addEventListener("activate", (event) => event.waitUntil(forgetOldest()));
// The page asks for it once its reader has said so.
worker.addEventListener("message", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (name !== null) event.respondWith(answer(name, event.request));
});

async function keepAll(): Promise<void> {
  try {
    const cache = await caches.open(NAME);
    await Promise.all(FILES.map(async ([name, digest]) => cache.put(addressOf(name), await found(name, digest))));
  } catch (thrown) {
    await caches.delete(NAME);
    throw thrown;
  }
}

/** A file as the list has it: from an earlier version if it is still the same, else fetched. */
async function found(name: string, digest: string): Promise<Response> {
  const known = await caches.match(addressOf(name));
  if (known && (await digestOf(known.clone())) === digest) return known;
  const fetched = await fetch(addressOf(name), { cache: "no-cache", integrity: `sha256-${digest}` });
  if (!fetched.ok) throw new Error(`${name}: ${fetched.status}`);
  return fetched;
}

async function digestOf(response: Response): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return btoa(String.fromCharCode(...digest));
}

/** A tab may still run the version before this one, and fetch what it has not needed so far. */
async function forgetOldest(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(FAMILY) && name !== NAME);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** The name of the file that is asked for; `null`: it is none of the page's. */
function nameOf({ method, url }: Request): string | null {
  const { origin, pathname } = new URL(url);
  const scope = new URL(worker.registration.scope);
  if (method !== "GET" || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return null;
  return pathname.slice(scope.pathname.length) || INDEX;
}

/** From this version, else from the one before it, else from the network. */
async function answer(name: string, request: Request): Promise<Response> {
  const kept = NAMES.has(name) ? await caches.match(addressOf(name), { cacheName: NAME }) : undefined;
  return kept ?? (await caches.match(addressOf(name))) ?? fetch(request);
}
