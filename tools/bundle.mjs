// TypeScript and the compiled core → dist/.

import { copyFile, cp, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";

import { build } from "esbuild";

import { bundleBuilder } from "./builder.mjs";
import { COMMON, PAGES, bundleStyles, digestOf, hashed } from "./bundling.mjs";
import { buildCatalog } from "./catalog.mjs";
import { manifestOf } from "./elements.mjs";
import { bundleEmbed } from "./embed.mjs";
import { bundleFrame } from "./frame.mjs";
import { messages } from "./messages.mjs";
import { noticesOf, packagesIn } from "./notices.mjs";
import { ROOT, packageProgram, run } from "./process.mjs";
import { EMBED, MANIFEST, isKept } from "./shipped.mjs";
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

async function bundleScripts(stage) {
  const plugins = [libraryStaysApart, messages];
  const page = { in: join(PAGES, "main.ts"), out: "page" };
  // What is asked for by few, such as the calendar file, is a file of its own that is loaded when they ask.
  const { metafile } = await build({ ...COMMON, ...hashed(stage), splitting: true, entryPoints: [page], plugins });
  const worker = join(ROOT, "web/elements/outlook-worker.ts");
  await build({ ...COMMON, entryPoints: [worker], outfile: join(stage, "outlook-worker.js"), plugins });
  return metafile;
}

async function bundlePage(stage) {
  const metafile = await bundleScripts(stage);
  const rest = (await readdir(PAGES)).filter((name) => !/\.(ts|css)$/.test(name));
  await Promise.all(rest.map((name) => cp(join(PAGES, name), join(stage, name), { recursive: true })));
  const path = join(stage, "index.html");
  const page = withIcon(await readFile(path, "utf8"), await readFile(join(stage, "icon.svg")));
  await writeFile(path, withAssets(page, neededAtOnce(metafile), await bundleStyles(stage, page, "page")));
  return metafile;
}

/** Carried by the page: a browser would ask for it again with every change of the address. */
const withIcon = (page, icon) =>
  page.replace('rel="icon" href="icon.svg"', `rel="icon" href="data:image/svg+xml;base64,${icon.toString("base64")}"`);

/** Names of the files that the page needs at once: its script, what that imports, and the sentences of its first language. */
function neededAtOnce({ outputs }) {
  const named = (entry) => Object.keys(outputs).find((path) => outputs[path].entryPoint === entry);
  const script = named("web/pages/main.ts");
  const imported = outputs[script].imports.filter(({ kind, external }) => kind === "import-statement" && !external);
  const words = ["base", "page"].map((part) => named(`sentences:${join(ROOT, "web/text", `ja-${part}.table`)}`));
  return {
    script: basename(script),
    imported: [...imported.map(({ path }) => path), ...words].map((path) => basename(path)),
  };
}

/** The page with the names of what was bundled. All that the first answer needs is asked for beside the script, not after it. */
function withAssets(page, { script, imported }, styles) {
  const links = [
    `<link rel="stylesheet" href="${styles}" />`,
    ...["hosho.js", ...imported].map((name) => `<link rel="modulepreload" href="${name}" />`),
  ];
  const behind = ["catalog.json", "hosho.wasm"].map(
    (name) => `\n    <link rel="preload" as="fetch" href="${name}" crossorigin fetchpriority="low" />`,
  );
  return page
    .replace(/( *<link rel="stylesheet"[^>]*>\n)+/, `${links.map((link) => `    ${link}\n`).join("")}`)
    .replace('src="page.js"></script>', (found) => `${found.replace("page.js", script)}${behind.join("")}`);
}

/** Written last: it names every file of the page with its digest. */
async function bundleServiceWorker(stage) {
  const names = (await readdir(stage)).filter(isKept).sort();
  const files = await Promise.all(names.map(async (name) => [name, digestOf(await readFile(join(stage, name)))]));
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

/** What the elements of articles take and give, for editors. */
async function declareElements(stage) {
  const source = await readFile(join(ROOT, "web/embed/loader.ts"), "utf8");
  await writeFile(join(stage, MANIFEST), `${JSON.stringify(manifestOf(source, EMBED), null, 2)}\n`);
}

/**
 * Leaves in `to` the library, its declarations, the catalogue, the page, the page as one file, the embed and the licences of
 * what is in them; where that fails, it stays as it was.
 */
export async function bundle({ data = join(ROOT, "data"), to = DIST } = {}) {
  const stage = join(ROOT, "build", `stage-${basename(to)}`);
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  const [library, page, embed] = await Promise.all([
    bundleLibrary(stage, data),
    bundlePage(stage),
    bundleEmbed(stage, data),
    declareLibrary(stage),
    declareElements(stage),
    bundleFrame(stage),
  ]);
  const builder = await bundleBuilder(stage, embed.pinned);
  const packages = packagesIn([library, page, ...embed.metafiles, builder]);
  await writeFile(join(stage, "notices.txt"), noticesOf(ROOT, packages));
  await Promise.all([bundleServiceWorker(stage), bundleStandalone(stage)]);
  await rm(to, { recursive: true, force: true });
  await rename(stage, to);
}
