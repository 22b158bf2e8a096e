// What so many readers a day cost a host in requests and bytes, of the files as they are built.
//
//     npm run build -- --release && node tools/traffic.mjs [readers a day]

import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { ROOT } from "./process.mjs";
import { servedFiles } from "./release.mjs";
import { STANDALONE, isKept } from "./shipped.mjs";
import { LIBRARY, calculatorFiles, namedBy } from "./sizes.mjs";

const SECONDS_A_DAY = 86_400;
const SERVICE_WORKER = "service-worker.js";

/**
 * One visit of each kind. A first visit loads the page, then keeps all of it: for what it has loaded it asks whether that
 * still holds, so that at most two requests a file are made, and none is sent twice but index.html: it has two addresses.
 * @param {Record<string, number>} bytes of each served file, as it is sent
 * @param {string} index the text of index.html
 * @param {string[]} calculator names of the files that a calculator of one plan asks for
 */
export function visits(bytes, index, calculator) {
  const sum = (names) => names.reduce((all, name) => all + bytes[name], 0);
  const kept = Object.keys(bytes).filter((name) => isKept(name) && name !== SERVICE_WORKER);
  const first = [...new Set(["index.html", ...namedBy(index), ...LIBRARY])];
  return {
    "until the first answer": { requests: first.length, bytes: sum(first) },
    "a first visit in all, at most": {
      requests: 2 * kept.length + 1,
      bytes: sum([...kept, "index.html", SERVICE_WORKER]),
    },
    "a later visit with nothing new, at most": { requests: 1, bytes: 0 },
    "a calculator of one plan in an article": { requests: calculator.length, bytes: sum(calculator) },
    "the library on another site": { requests: LIBRARY.length, bytes: sum(LIBRARY) },
    "the page as one file": { requests: 1, bytes: bytes[STANDALONE] },
  };
}

const count = (value, digits = 0) => value.toLocaleString("en", { maximumFractionDigits: digits });

/** One line a kind of visit: of one reader, then of all readers of a day, spread evenly over it. */
export function trafficLines(kinds, readers) {
  return Object.entries(kinds).map(([name, { requests, bytes }]) => {
    const all = [
      `${count((requests * readers) / 1e6, 1)} M requests`,
      `${count((bytes * readers) / 1e9, 1)} GB`,
      `${count((requests * readers) / SECONDS_A_DAY)} requests/s`,
      `${count((bytes * readers * 8) / SECONDS_A_DAY / 1e6)} Mbit/s`,
    ];
    return `${name}: ${count(requests)} requests, ${count(bytes)} bytes; a day: ${all.join(", ")}`;
  });
}

async function sentSizes(folder) {
  const names = await servedFiles(folder);
  const sizes = await Promise.all(names.map(async (name) => [name, (await stat(join(folder, `${name}.br`))).size]));
  return Object.fromEntries(sizes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = join(ROOT, "dist");
  const index = await readFile(join(dist, "index.html"), "utf8");
  const readers = Number(process.argv[2] ?? 1_000_000);
  const calculator = Object.values(calculatorFiles(dist)).flat();
  console.log(trafficLines(visits(await sentSizes(dist), index, calculator), readers).join("\n"));
}
