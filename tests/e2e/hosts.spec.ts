// Every kind of host in examples/, each on an origin of its own.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "@playwright/test";

import { EXAMPLES, SCRIPTS, test } from "./article.js";
import { walkHost } from "./hosts.js";

for (const name of ["article", "strict-policy", "hostile-styles", "wordpress"])
  test(`the host ${name}`, async ({ page, host }) => walkHost(page, host, { folder: join(EXAMPLES, name) }));

test("a policy that refuses anything is noticed", async ({ page, host }) => {
  const origin = SCRIPTS.slice(0, -1);
  const policy = `default-src 'none'; script-src 'wasm-unsafe-eval' ${origin}; connect-src ${origin}`;
  await expect(walkHost(page, host, { policy })).rejects.toThrow("style-src-elem refused");
});

test("two calculators on one page answer each for itself", async ({ page, host }) => {
  await host.open(page, { folder: join(EXAMPLES, "two-calculators") });
  const verdict = page.locator("hosho-calculator #verdict-word");
  await expect(verdict).toHaveText(["Probably free", "Not covered"]);
  await page.locator("hosho-calculator").nth(1).locator("label[for=k-battery_wear]").click();
  await expect(verdict).toHaveText(["Probably free", "Probably free"]);
});

test("a page that Hugo makes of the example", async ({ page, host }) => {
  const folder = mkdtempSync(join(tmpdir(), "hosho-hugo-"));
  try {
    cpSync(join(EXAMPLES, "hugo"), folder, { recursive: true }); // Hugo leaves locks beside its sources
    execFileSync("hugo", ["--source", folder, "--quiet"]);
    await walkHost(page, host, { folder: join(folder, "public/posts/battery") });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
