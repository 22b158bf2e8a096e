// How every script of dist/ is bundled.

import { createHash } from "node:crypto";
import { basename, join } from "node:path";

import { build } from "esbuild";

import { ROOT } from "./process.mjs";

export const PAGES = join(ROOT, "web/pages");

/** SHA-256 as browsers read it, in base64. */
export const digestOf = (content) => createHash("sha256").update(content).digest("base64");

export const COMMON = {
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  external: ["node:*"],
  logLevel: "warning",
  metafile: true,
  absWorkingDir: ROOT,
};

/** Names with the hash of what is in them: a browser that has such a file need not ask for it again. */
export const hashed = (stage) => ({ outdir: stage, entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]" });

/** All styles of a page as one file, in the order in which the page names them; its name, which begins with `name`. */
export async function bundleStyles(stage, page, name) {
  const names = [...page.matchAll(/href="([\w-]+\.css)"/g)].map(([, file]) => file);
  const contents = names.map((file) => `@import "./${file}";`).join("\n");
  const stdin = { contents, resolveDir: PAGES, sourcefile: `all-of-${name}.css`, loader: "css" };
  const { metafile } = await build({ ...COMMON, ...hashed(stage), entryNames: `${name}-[hash]`, external: [], stdin });
  return basename(Object.keys(metafile.outputs)[0]);
}
