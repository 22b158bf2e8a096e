// How every script of dist/ is bundled.

import { createHash } from "node:crypto";
import { join } from "node:path";

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
