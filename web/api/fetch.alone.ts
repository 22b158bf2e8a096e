/** In the page that is one file: what would be files beside it, carried in it as elements with their names, gzipped, in base64. */
import type * as apart from "./fetch.js";
import { parseBytes } from "./parse.js";

/** The bytes of the element that has the name at the end of `url`. */
export const fetchBytes = (async (url: string | URL): Promise<Uint8Array<ArrayBuffer>> => {
  const { pathname } = new URL(url, document.baseURI);
  const name = pathname.slice(pathname.lastIndexOf("/") + 1);
  const carried = document.getElementById(name);
  if (!carried) throw new Error(`${name} is not in this page`);
  const packed = Uint8Array.from(atob(carried.textContent), (letter) => letter.charCodeAt(0));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}) satisfies typeof apart.fetchBytes;

/** The JSON value of such an element. */
export const fetchJson: typeof apart.fetchJson = async (url) => parseBytes(await fetchBytes(url));
