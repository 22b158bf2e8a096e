// TypeScript and the compiled core → dist/.

import { copyFile, cp, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";

import { build } from "esbuild";

import { COMMON, PAGES } from "./bundling.mjs";
import { buildCatalog } from "./catalog.mjs";
import { messages } from "./messages.mjs";
import { noticesOf, packagesIn } from "./notices.mjs";
import { ROOT, packageProgram, run } from "./process.mjs";
import { isKept } from "./shipped.mjs";
import { bundleStandalone } from "./standalone.mjs";

export const DIST = join(ROOT, "dist");
const SERVICE_WORKER = "service-worker";
const LIBRARY = join(ROOT, "web/api/hosho.ts");

/** The page imports the library as a file beside it, so that it exists once, and its errors are of one class. */
const libraryStaysApart = {
  name: "library-stays-apart",
  setup(builder) {
    builder.onResolve({ filter: /^\.{1,2}\/(.*\/)?hosho\.js$/ }, ({ path, resolveDir }) =>
      join(resolveDir, path) === LIBRARY.replace(/ts$/, "js") ? { path: "./hosho.js", external: true } : undefined,
    );
  },
};

async function bundleLibrary(stage, data) {
  // The glue of Emscripten is part of the bundle; `new URL("./hosho.wasm", import.meta.url)` stays as it is.
  const { metafile } = await build({ ...COMMON, entryPoints: [LIBRARY], outfile: join(stage, "hosho.js") });
  await copyFile(join(ROOT, "build/wasm/hosho.wasm"), join(stage, "hosho.wasm"));
  await writeFile(join(stage, "catalog.json"), JSON.stringify(buildCatalog(data)));
  await writeFile(join(stage, "package.json"), '{ "type": "module" }\n');
  return metafile;
}

async function bundlePage(stage) {
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
    outdir: stage,
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
    outdir: stage,
  });
  await Promise.all(assets.map((name) => cp(join(PAGES, name), join(stage, name), { recursive: true })));
  await preloadInPage(stage, metafile);
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
async function preloadInPage(stage, metafile) {
  const path = join(stage, "index.html");
  const links = neededAtOnce(metafile).map((name) => `<link rel="modulepreload" href="${name}" />`);
  const page = await readFile(path, "utf8");
  await writeFile(path, page.replace(/(?= *<script type="module")/, `    ${links.join("\n    ")}\n`));
}

/** Written last: it names every file of the page with its digest. */
async function bundleServiceWorker(stage) {
  const names = (await readdir(stage)).filter(isKept).sort();
  const digest = async (name) =>
    createHash("sha256")
      .update(await readFile(join(stage, name)))
      .digest("base64");
  const files = await Promise.all(names.map(async (name) => [name, await digest(name)]));
  const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  await build({
    ...COMMON,
    format: "iife",
    entryPoints: [join(PAGES, `${SERVICE_WORKER}.ts`)],
    outdir: stage,
    define: { FILES: JSON.stringify(files), VERSION: JSON.stringify(version) },
  });
}

async function declareLibrary(stage) {
  const { code, output } = await run([
    ...packageProgram("typescript/bin/tsc"),
    "-p",
    "tools/tsconfig.declarations.json",
    "--outDir",
    stage,
  ]);
  if (code !== 0) throw new Error(`The declarations of the library could not be written:\n${output}`);
}

/**
 * Leaves in `to` the library, its declarations, the catalogue, the page, the page as one file and the licences of what is
 * in them; where that fails, it stays as it was.
 */
export async function bundle({ data = join(ROOT, "data"), to = DIST } = {}) {
  const stage = join(ROOT, "build", `stage-${basename(to)}`);
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  const [library, page] = await Promise.all([bundleLibrary(stage, data), bundlePage(stage), declareLibrary(stage)]);
  await writeFile(join(stage, "notices.txt"), noticesOf(ROOT, packagesIn([library, page])));
  await Promise.all([bundleServiceWorker(stage), bundleStandalone(stage)]);
  await rm(to, { recursive: true, force: true });
  await rename(stage, to);
}
