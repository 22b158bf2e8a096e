/** Files of this build, read the same way in a page, in a Worker and in Node. */
import { parseBytes } from "./parse.js";

const isFile = (url: string | URL) => new URL(url, import.meta.url).protocol === "file:";

/** The bytes at `url`. `integrity`: what they must be, as in `sha256-…`; a file on one's own disk is not held to it. */
export async function fetchBytes(url: string | URL, integrity = ""): Promise<Uint8Array> {
  if (isFile(url)) {
    const { readFile } = await import("node:fs/promises");
    return readFile(new URL(url, import.meta.url));
  }
  const response = await fetch(url, { integrity });
  if (!response.ok) throw new Error(`${String(url)}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The JSON value at `url`; `integrity` as above. */
export const fetchJson = async (url: string | URL, integrity = ""): Promise<unknown> =>
  parseBytes(await fetchBytes(url, integrity));
