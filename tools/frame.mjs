// The frame in dist/, for articles that may hold no element: its page, what that brings, and the script for its height.

import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { build } from "esbuild";

import { COMMON } from "./bundling.mjs";
import { ROOT } from "./process.mjs";
import { FRAME, FRAME_HEIGHT } from "./shipped.mjs";

const FOLDER = join(ROOT, "web/embed");

/** What the page of the frame names, by the names of dist/: script and style have their content in theirs. */
async function bundleInside(stage) {
  const entryPoints = ["in-frame.ts", "in-frame.css"].map((name) => join(FOLDER, name));
  const { metafile } = await build({ ...COMMON, outdir: stage, entryNames: "embed-[name]-[hash]", entryPoints });
  return Object.entries(metafile.outputs).map(([path, { entryPoint }]) => [
    basename(entryPoint).replace(/ts$/, "js"),
    basename(path),
  ]);
}

/** Leaves the frame in `stage`. */
export async function bundleFrame(stage) {
  const height = join(FOLDER, "frame-height.ts");
  const [names, page] = await Promise.all([
    bundleInside(stage),
    readFile(join(FOLDER, FRAME), "utf8"),
    build({ ...COMMON, format: "iife", entryPoints: [height], outfile: join(stage, FRAME_HEIGHT) }),
  ]);
  const named = names.reduce((text, [name, hashed]) => text.replace(`"${name}"`, `"${hashed}"`), page);
  await writeFile(join(stage, FRAME), named);
}
