// How every script of dist/ is bundled.

import { join } from "node:path";

import { ROOT } from "./process.mjs";

export const PAGES = join(ROOT, "web/pages");

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
