// A page that Astro makes of the example: some 160 MB are fetched for it.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { EXAMPLES, test } from "./article.js";
import { walkHost } from "./hosts.js";

test("the host astro", async ({ page, host }) => {
  test.setTimeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), "hosho-astro-"));
  try {
    cpSync(join(EXAMPLES, "astro"), folder, { recursive: true });
    const run = (...words: string[]): Buffer =>
      execFileSync("npm", words, { cwd: folder, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" } });
    run("install", "--no-audit", "--no-fund");
    run("run", "build");
    await walkHost(page, host, { folder: join(folder, "dist") });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
