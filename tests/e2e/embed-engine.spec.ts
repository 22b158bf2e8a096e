import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test, type Page } from "@playwright/test";

import { DIST } from "../../tools/bundle.mjs";
import type { Engine } from "../../web/embed/engine.js";
import { FaultyServer } from "./faulty-server.js";

const PLAN = "xiaomi-11t-special-warranty";
const FACTS = { as_of: "2024-03-29", incident: { kind: "battery_wear" as const } };

let folder: string;
let server: FaultyServer;
let names: string[];

/** The file of a part; its hash is none of ours. */
const nameOf = (part: string): string =>
  names.find((name) => name.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, "") === part) ?? "";

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hosho-embed-"));
  await cp(DIST, folder, { recursive: true });
  names = await readdir(folder);
  server = new FaultyServer(folder);
  await server.start();
});
test.afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** The plans of an answer in a page that has nothing to do with ours, or why there is none. */
async function askIn(page: Page): Promise<string[] | string> {
  await page.goto(`${server.url}notices.txt`);
  return page.evaluate(
    async ({ script, plan, facts }) => {
      const { engineFor } = (await import(script)) as { engineFor: (q: "broke", ids: string[]) => Promise<Engine> };
      try {
        const { options } = (await engineFor("broke", [plan])).assess(facts, { plans: [plan] });
        return options.flatMap(({ kind, plan: id }) => (kind === "cover" ? id : []));
      } catch (error) {
        return String(error);
      }
    },
    { script: `/${nameOf("embed-engine.js")}`, plan: PLAN, facts: FACTS },
  );
}

test("what broke is answered by the lean engine and the catalogue of one plan, and nothing else is fetched", async ({
  page,
}) => {
  expect(await askIn(page)).toEqual([PLAN]);
  const parts = server.asked.filter((name) => /\.(wasm|json)$/.test(name));
  expect(parts.sort()).toEqual(["embed-common.json", "embed-lean.wasm", `embed-plan-${PLAN}.json`].map(nameOf).sort());
  expect(server.asked).not.toContain(nameOf("embed-open-hosho.js"));
});

for (const part of [`embed-plan-${PLAN}.json`, "embed-common.json"]) {
  test(`a ${part} that is not of this build is not used, though it can be read`, async ({ page }) => {
    const path = join(folder, nameOf(part));
    await writeFile(path, `${await readFile(path, "utf8")}\n`);
    expect(await askIn(page)).toMatch(/TypeError/);
  });
}

test("nor is an engine that is not of this build", async ({ page }) => {
  await cp(join(folder, nameOf("embed-whole.wasm")), join(folder, nameOf("embed-lean.wasm")));
  expect(await askIn(page)).toMatch(/TypeError/);
});
