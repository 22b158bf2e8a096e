// What dist/ needs to be put on a host: every file compressed ahead, and the header files of static hosts.

import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

import { hostFiles } from "./headers.mjs";
import { isServed } from "./shipped.mjs";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Names of the files of a built folder that readers get, in order. */
export const servedFiles = async (folder) => (await readdir(folder)).filter(isServed).sort();

async function compress(path) {
  const bytes = await readFile(path);
  const most = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const params = { ...most, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await Promise.all([
    writeFile(`${path}.br`, await brotli(bytes, { params })),
    writeFile(`${path}.gz`, await zip(bytes, { level: 9 })),
  ]);
}

/** Adds to a built folder what a host needs. */
export async function release(folder) {
  const names = await servedFiles(folder);
  await Promise.all(names.map((name) => compress(join(folder, name))));
  const files = Object.entries(hostFiles(names));
  await Promise.all(files.map(([name, text]) => writeFile(join(folder, name), text)));
}
