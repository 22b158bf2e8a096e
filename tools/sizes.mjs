// What is shipped may weigh: the sizes of dist/, and the limits that a build must keep. Pure but for `shippedSizes`.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const SHOWN = ["hosho.js", "hosho.wasm", "catalog.json", "page.js"];

/** Bytes after brotli: what a reader on the road waits for. */
export const LIMITS = [
  { name: "hosho.wasm", files: ["hosho.wasm"], brotli: 120_000 },
  { name: "hosho.js + hosho.wasm + catalog.json", files: ["hosho.js", "hosho.wasm", "catalog.json"], brotli: 165_000 },
];

/** @returns {Record<string, { bytes: number, brotli: number }>} of the files in a folder */
export function shippedSizes(folder) {
  return Object.fromEntries(
    SHOWN.map((name) => {
      const bytes = readFileSync(join(folder, name));
      return [name, { bytes: bytes.length, brotli: brotliCompressSync(bytes).length }];
    }),
  );
}

const count = (value) => value.toLocaleString("en");

/** One line a file, and one a limit. */
export function sizeLines(sizes) {
  const files = Object.entries(sizes).map(
    ([name, { bytes, brotli }]) =>
      `${name.padEnd(12)} ${count(bytes).padStart(9)} bytes, ${count(brotli).padStart(9)} brotli`,
  );
  const limits = LIMITS.map(
    (limit) => `${limit.name}: ${count(weight(limit, sizes))} of ${count(limit.brotli)} brotli`,
  );
  return [...files, ...limits];
}

/** Brotli bytes of all the files of a limit: each is sent by itself. */
const weight = ({ files }, sizes) => files.reduce((sum, name) => sum + sizes[name].brotli, 0);

/** The limits that are not kept, each in words. */
export function tooLarge(sizes) {
  return LIMITS.filter((limit) => weight(limit, sizes) > limit.brotli).map((limit) => {
    const over = count(weight(limit, sizes) - limit.brotli);
    return `${limit.name}: ${over} bytes over the limit of ${count(limit.brotli)} bytes brotli`;
  });
}
