// What stands in an article: one script of a stable name, and beside it what that fetches, with its content in its names:
// scripts, and the engine and the catalogue in parts.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { build } from "esbuild";

import { COMMON, digestOf } from "./bundling.mjs";
import { buildCatalog, catalogParts } from "./catalog.mjs";
import { messages } from "./messages.mjs";
import { ROOT } from "./process.mjs";
import { EMBED } from "./shipped.mjs";

const FOLDER = join(ROOT, "web/embed");
const PX_A_REM = 16;

/** What an article may give, by the token in whose place it stands. */
const GIVEN = {
  "--ink": "ink",
  "--ground": "ground",
  "--surface": "surface",
  "--accent": "accent",
  "--r-2": "radius",
};
/** What goes with what was given. */
const DERIVED = { "--accent-soft": "color-mix(in srgb,var(--accent) 12%,var(--surface))" };

const tokenInside = (found, token, value) => {
  if (token in GIVEN) return `${token}:var(--hosho-${GIVEN[token]},${value.trim()})`;
  return token in DERIVED ? `${token}:${DERIVED[token]}` : found;
};

/**
 * The styles of the page as they are inside an element: its root and body are elements there, its width is that of
 * the element, its letters have a size that no article has changed, and its theme is told by an attribute.
 * @param {string} css minified
 */
export function insideElement(css) {
  return css
    .replace(/(?<=^|[{},])(:root|html)(?=[{,])/g, ".hosho")
    .replace(/(?<=^|[{},])body(?=[{,])/g, ".body")
    .replace(
      /@media ?\((min|max)-width: ?([\d.]+)rem\)/g,
      (_, end, rem) => `@container hosho (${end}-width:${rem * PX_A_REM}px)`,
    )
    .replace(/(?<![\w.#-])(-?[\d.]+)rem\b/g, "calc($1*var(--rem))")
    .replace(/(--[\w-]+):([^;}]+)/g, tokenInside)
    .replace(
      /(@media screen and \(prefers-color-scheme: ?dark\)\{)\.hosho(\{[^}]*\})\}/g,
      "$1.hosho[data-theme=auto]$2}.hosho[data-theme=dark]$2",
    );
}

/**
 * A stylesheet of web/embed with all that it imports, as it is inside an element.
 * @returns {Promise<{ text: string, inputs: string[] }>} `inputs`: the files that it is made of
 */
export async function styleOf(path) {
  const { outputFiles, metafile } = await build({ ...COMMON, entryPoints: [path], write: false, outdir: FOLDER });
  return { text: insideElement(outputFiles[0].text.trim()), inputs: Object.keys(metafile.inputs) };
}

/** A stylesheet that a script imports is its text. */
const styles = {
  name: "styles",
  setup(builder) {
    builder.onLoad({ filter: /\/web\/embed\/[\w-]+\.css$/ }, async ({ path }) => {
      const { text, inputs } = await styleOf(path);
      return { contents: text, loader: "text", watchFiles: inputs.map((name) => join(ROOT, name)) };
    });
  },
};

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

const LOADER = "loader";
/** What the loader fetches. Each is bundled by itself: one file is compressed better, and most articles need one of them. */
const FETCHED = ["broke", "join", "until", "answer", "engine"];

/** How each of them is bundled. What is not needed at once is in files of its own, which are the same for all of them. */
const options = (stage, name, parts) => ({
  ...COMMON,
  entryPoints: [join(FOLDER, `${name}.ts`)],
  outdir: stage,
  entryNames: "embed-[name]-[hash]",
  chunkNames: "embed-[name]-[hash]",
  splitting: true,
  define: { ENGINE_FILES: JSON.stringify(parts) },
  plugins: [messages, styles],
});

/** It is imported by the name that it has got. */
const named = (files) => ({
  name: "named",
  setup(builder) {
    const filter = new RegExp(`^\\./(${FETCHED.join("|")})\\.js$`);
    builder.onResolve({ filter }, ({ path, importer }) =>
      importer === join(FOLDER, `${LOADER}.ts`) ? { path: `./${files[path]}`, external: true } : undefined,
    );
  },
});

/** All scripts of this version in one, for authors who want nothing to change: one digest tells all of it. */
async function bundlePinned(stage, parts) {
  const common = { ...options(stage, LOADER, parts), splitting: false, entryNames: "embed-pinned-[hash]" };
  const { metafile } = await build(common);
  const name = basename(Object.keys(metafile.outputs)[0]);
  return { name, integrity: `sha256-${digestOf(await readFile(join(stage, name)))}` };
}

/**
 * Bundles all of it into `stage`; `data` is the folder of the catalogue.
 * @returns {Promise<{ metafiles: object[], pinned: { name: string, integrity: string } }>} what esbuild tells of each bundle,
 *   and the one script of this version
 */
export async function bundleEmbed(stage, data) {
  const parts = await writeParts(stage, buildCatalog(data));
  const fetched = await Promise.all(FETCHED.map((name) => build(options(stage, name, parts))));
  const fileOf = ({ outputs }, name) =>
    basename(Object.keys(outputs).find((path) => outputs[path].entryPoint === `web/embed/${name}.ts`));
  const files = Object.fromEntries(
    FETCHED.map((name, place) => [`./${name}.js`, fileOf(fetched[place].metafile, name)]),
  );
  const common = options(stage, LOADER, parts);
  const loader = await build({
    ...common,
    entryPoints: [{ in: join(FOLDER, `${LOADER}.ts`), out: EMBED.replace(".js", "") }],
    entryNames: "[name]",
    plugins: [...common.plugins, named(files)],
  });
  const metafiles = [...fetched, loader].map(({ metafile }) => metafile);
  return { metafiles, pinned: await bundlePinned(stage, parts) };
}
