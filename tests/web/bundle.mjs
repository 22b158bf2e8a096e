// TypeScript modules of web/ as plain modules, so that node:test can call them.

import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { PARTS, messages } from "../../tools/messages.mjs";

/** All that web/text can fetch; the others are brought along. */
const LEARNT = PARTS.filter((part) => !["builder", "loader"].includes(part));

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The exports of a module of web/, bundled; of `web/text/text.ts` with all sentences of both languages learnt. */
export async function load(path) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [path],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "warning",
    plugins: [messages],
  });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
  await Promise.all(["ja", "en"].map((lang) => module.learn?.(lang, ...LEARNT)));
  return module;
}
