// The embed in dist/: its scripts, and the engine and the catalogue in parts, each with what is in it in its name.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { build } from "esbuild";

import { COMMON, digestOf } from "./bundling.mjs";
import { buildCatalog, catalogParts } from "./catalog.mjs";
import { ROOT } from "./process.mjs";

/** As esbuild names its own: eight letters and digits of the content. */
const nameOf = (part, type, content) =>
  `embed-${part}-${createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase()}.${type}`;

async function writePart(stage, part, type, content) {
  const name = nameOf(part, type, content);
  await writeFile(join(stage, name), content);
  return [part, [name, `sha256-${digestOf(content)}`]];
}

/** Name and digest of each file that web/embed/engine.ts may ask for, by what it holds. */
async function writeParts(stage, catalog) {
  const wasm = (name) => readFile(join(ROOT, "build/wasm", name));
  const parts = Object.entries(catalogParts(catalog));
  const written = await Promise.all([
    writePart(stage, "lean", "wasm", await wasm("hosho-lean.wasm")),
    writePart(stage, "whole", "wasm", await wasm("hosho.wasm")),
    ...parts.map(([part, content]) => writePart(stage, part, "json", JSON.stringify(content))),
  ]);
  return Object.fromEntries(written);
}

/** Leaves the embed in `stage`; `data` is the folder of the catalogue. */
export async function bundleEmbed(stage, data) {
  const files = await writeParts(stage, buildCatalog(data));
  const { metafile } = await build({
    ...COMMON,
    outdir: stage,
    entryNames: "embed-[name]-[hash]",
    chunkNames: "embed-[name]-[hash]",
    splitting: true,
    entryPoints: [join(ROOT, "web/embed/engine.ts")],
    define: { ENGINE_FILES: JSON.stringify(files) },
  });
  return metafile;
}
