// TypeScript and the compiled core → dist/.

import { copyFile, cp, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { build } from "esbuild";

import { buildCatalog } from "./catalog.mjs";
import { messages } from "./messages.mjs";
import { noticesOf, packagesIn } from "./notices.mjs";
import { ROOT, packageProgram, run } from "./process.mjs";

export const DIST = join(ROOT, "dist");
const STAGE = join(ROOT, "build/dist");
const PAGES = join(ROOT, "web/pages");
const LIBRARY = join(ROOT, "web/api/hosho.ts");

const COMMON = {
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

/** The page imports the library as a file beside it, so that it exists once, and its errors are of one class. */
const libraryStaysApart = {
  name: "library-stays-apart",
  setup(builder) {
    builder.onResolve({ filter: /^\.{1,2}\/(.*\/)?hosho\.js$/ }, ({ path, resolveDir }) =>
      join(resolveDir, path) === LIBRARY.replace(/ts$/, "js") ? { path: "./hosho.js", external: true } : undefined,
    );
  },
};

async function bundleLibrary() {
  // The glue of Emscripten is part of the bundle; `new URL("./hosho.wasm", import.meta.url)` stays as it is.
  const { metafile } = await build({ ...COMMON, entryPoints: [LIBRARY], outfile: join(STAGE, "hosho.js") });
  await copyFile(join(ROOT, "build/wasm/hosho.wasm"), join(STAGE, "hosho.wasm"));
  await writeFile(join(STAGE, "catalog.json"), JSON.stringify(buildCatalog(join(ROOT, "data"))));
  await writeFile(join(STAGE, "package.json"), '{ "type": "module" }\n');
  return metafile;
}

async function bundlePage() {
  const entryPoints = [
    { in: join(PAGES, "main.ts"), out: "page" },
    { in: join(ROOT, "web/elements/outlook-worker.ts"), out: "outlook-worker" },
  ];
  // What is asked for by few, such as the calendar file, is a file of its own that is loaded when they ask.
  const apart = { splitting: true, chunkNames: "[name]-[hash]" };
  const { metafile } = await build({
    ...COMMON,
    ...apart,
    entryPoints,
    outdir: STAGE,
    plugins: [libraryStaysApart, messages],
  });
  const rest = (await readdir(PAGES)).filter((name) => !name.endsWith(".ts"));
  const styles = rest.filter((name) => name.endsWith(".css"));
  const assets = rest.filter((name) => !styles.includes(name));
  await build({
    ...COMMON,
    bundle: false,
    external: [],
    entryPoints: styles.map((name) => join(PAGES, name)),
    outdir: STAGE,
  });
  await Promise.all(assets.map((name) => cp(join(PAGES, name), join(STAGE, name), { recursive: true })));
  await preloadInPage(metafile);
  return metafile;
}

/** Names of the files that the page needs at once: what it imports, and the sentences of its first language. */
function neededAtOnce({ outputs }) {
  const named = (test) => Object.keys(outputs).find((path) => test(outputs[path]));
  const page = outputs[named(({ entryPoint }) => entryPoint === "web/pages/main.ts")];
  const words = named(({ entryPoint }) => entryPoint === "web/text/ja.ts");
  const imported = page.imports.filter(({ kind, external }) => kind === "import-statement" && !external);
  return ["hosho.js", ...imported.map(({ path }) => basename(path)), basename(words)];
}

/** They are asked for beside the page, not after it. */
async function preloadInPage(metafile) {
  const path = join(STAGE, "index.html");
  const links = neededAtOnce(metafile).map((name) => `<link rel="modulepreload" href="${name}" />`);
  const page = await readFile(path, "utf8");
  await writeFile(path, page.replace(/(?= *<script type="module")/, `    ${links.join("\n    ")}\n`));
}

async function declareLibrary() {
  const { code, output } = await run([
    ...packageProgram("typescript/bin/tsc"),
    "-p",
    "tools/tsconfig.declarations.json",
  ]);
  if (code !== 0) throw new Error(`The declarations of the library could not be written:\n${output}`);
}

/** Leaves in dist/ the library, its declarations, the catalogue, the page and the licences of what is in them; where that fails, dist/ stays as it was. */
export async function bundle() {
  await rm(STAGE, { recursive: true, force: true });
  await mkdir(STAGE, { recursive: true });
  const [library, page] = await Promise.all([bundleLibrary(), bundlePage(), declareLibrary()]);
  await writeFile(join(STAGE, "notices.txt"), noticesOf(ROOT, packagesIn([library, page])));
  await rm(DIST, { recursive: true, force: true });
  await rename(STAGE, DIST);
}
