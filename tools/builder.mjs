// The page that makes the code for articles: its script and its styles are its own, so that the page knows nothing of them.

import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { build } from "esbuild";

import { COMMON, PAGES, bundleStyles, hashed } from "./bundling.mjs";
import { messages } from "./messages.mjs";
import { BUILDER } from "./shipped.mjs";

/**
 * Leaves it in `stage`.
 * @param {{ name: string, integrity: string }} pinned the script of this version of the embed
 * @returns {Promise<object>} what esbuild tells of its script
 */
export async function bundleBuilder(stage, pinned) {
  const { metafile } = await build({
    ...COMMON,
    ...hashed(stage),
    chunkNames: "builder-[name]-[hash]",
    splitting: true,
    entryPoints: [join(PAGES, "builder.ts")],
    define: Object.fromEntries(Object.entries(pinned).map(([key, value]) => [`PINNED.${key}`, JSON.stringify(value)])),
    plugins: [messages],
  });
  const script = Object.keys(metafile.outputs).find(
    (path) => metafile.outputs[path].entryPoint === "web/pages/builder.ts",
  );
  const page = await readFile(join(PAGES, BUILDER), "utf8");
  const styles = `    <link rel="stylesheet" href="${await bundleStyles(stage, page, "builder")}" />\n`;
  const named = page
    .replace(/( *<link rel="stylesheet"[^>]*>\n)+/, styles)
    .replace('"builder.js"', `"${basename(script)}"`);
  await writeFile(join(stage, BUILDER), named);
  return metafile;
}
