/** Files of this build, read the same way in a page, in a Worker and in Node. */
import { parseBytes } from "./parse.js";

const isFile = (url: string | URL) => new URL(url, import.meta.url).protocol === "file:";

/** The bytes at `url`. */
export async function fetchBytes(url: string | URL): Promise<Uint8Array> {
  if (isFile(url)) {
    const { readFile } = await import("node:fs/promises");
    return readFile(new URL(url, import.meta.url));
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${String(url)}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The JSON value at `url`. */
export const fetchJson = async (url: string | URL): Promise<unknown> => parseBytes(await fetchBytes(url));
