// The page as one file that is opened with a double click: everything in it, nothing beside it, nothing asked of a network.

import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

import { COMMON, PAGES, digestOf } from "./bundling.mjs";
import { messages } from "./messages.mjs";
import { STANDALONE } from "./shipped.mjs";

/** What the page opens by its address elsewhere; here an element of that name. */
const CARRIED = ["hosho.wasm", "catalog.json", "notices.txt"];

/** Where a module has one of the same name with `.alone` in it, that stands in for it. */
const alone = {
  name: "alone",
  setup(builder) {
    builder.onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir }) => {
      const other = join(resolveDir, path).replace(/\.js$/, ".alone.ts");
      return existsSync(other) ? { path: other } : undefined;
    });
  },
};

async function scriptOf(entry) {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: [join(PAGES, entry)],
    write: false,
    plugins: [alone, messages],
  });
  return outputFiles[0].text;
}

/** Lines of index.html that name a file beside it. */
const LINKS = /^ *<(?:link(?! rel="icon")|script)\b[^>]*>(?:<\/script>)?\n/gm;

const stylesIn = (page) => [...page.matchAll(/<link rel="stylesheet" href="([\w.-]+)"/g)].map(([, name]) => name);

const hashOf = (text) => `'sha256-${digestOf(text)}'`;

/** Nothing may be fetched, and no script run but these. */
const policy = (scripts, style) =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(" ")} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

const carried = (name, bytes) =>
  `<script type="text/plain" id="${name}">${gzipSync(bytes, { level: 9 }).toString("base64")}</script>`;

/** Writes the file into `stage`, of what is there already. */
export async function bundleStandalone(stage) {
  const read = (name) => readFile(join(stage, name));
  const index = await readFile(join(stage, "index.html"), "utf8");
  const [start, script] = await Promise.all([scriptOf("alone.ts"), scriptOf("main.ts")]);
  const style = (await Promise.all(stylesIn(index).map(read))).join("");
  const files = await Promise.all(CARRIED.map(async (name) => carried(name, await read(name))));
  const head = [
    `<style>${style}</style>`,
    ...files,
    carried("page.js", script),
    `<script type="module">${start}</script>`,
  ];
  const security = `<meta http-equiv="Content-Security-Policy" content="${policy([start, script], style)}" />`;
  const page = index
    .replace(LINKS, "")
    .replace(/(?<=<meta charset="utf-8" \/>\n)/, () => `    ${security}\n`)
    .replace(/(?= *<\/head>)/, () => head.map((line) => `    ${line}\n`).join(""));
  await writeFile(join(stage, STANDALONE), page);
}
