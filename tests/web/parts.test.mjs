// Sentences are fetched in parts: whatever is drawn finds its own in the parts that are fetched with it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { messages, partTable, PARTS } from "../../tools/messages.mjs";
import { unknownKeys } from "./sentences.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => readFileSync(`${ROOT}${path}`, "utf8");
const ja = JSON.parse(read("web/text/ja.json"));

/** What is fetched as one, and the parts that are there by then. */
const DRAWN = {
  "web/elements/page-shell.ts": ["base", "page"],
  "web/elements/what-if.ts": ["base", "page"],
  "web/elements/page-join.ts": ["base", "page", "join"],
  "web/elements/outlook-section.ts": ["base", "page", "join"],
  "web/elements/page-until.ts": ["base", "page", "until"],
  "web/embed/broke.ts": ["base", "embed"],
  "web/embed/join.ts": ["base", "embed", "join"],
  "web/embed/until.ts": ["base", "embed", "until"],
  "web/embed/answer.ts": ["base", "embed", "until"],
};

const text = {
  name: "text",
  setup: (builder) => builder.onLoad({ filter: /\.css$/ }, () => ({ contents: "", loader: "text" })),
};

/** The modules of web/ that come with an entry, those aside that it imports later. */
async function comesWith(entry) {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    splitting: true,
    format: "esm",
    outdir: "nowhere",
    metafile: true,
    plugins: [messages, text],
    external: ["#hosho-wasm", "node:*"],
  });
  const found = new Set([entry]);
  for (const path of found)
    for (const { path: next, kind } of metafile.inputs[path].imports)
      if (kind === "import-statement" && /^web\/.*\.ts$/.test(next)) found.add(next);
  return [...found];
}

const tableOf = (parts) => Object.assign({}, ...parts.map((part) => partTable(ja, part)));
const missing = (paths, parts) => paths.flatMap((path) => unknownKeys(tableOf(parts), read(path)));

for (const [entry, parts] of Object.entries(DRAWN))
  test(`${entry} needs no sentences but ${parts.join(", ")}`, async () => {
    const paths = await comesWith(entry);
    assert.ok(paths.length > 3);
    assert.deepEqual(missing(paths, parts), []);
  });

test("a sentence of another part is found missing", async () => {
  assert.ok(missing(await comesWith("web/embed/join.ts"), ["base", "embed"]).some((key) => key.startsWith("join.")));
});

test("every sentence is in one part", () => {
  const keys = PARTS.flatMap((part) => Object.keys(partTable(ja, part)));
  assert.deepEqual([...keys].sort(), Object.keys(ja).sort());
  for (const part of PARTS) assert.ok(Object.keys(partTable(ja, part)).length > 0, part);
});
