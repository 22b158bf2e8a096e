import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test, type BrowserContext, type Page } from "@playwright/test";

import { bundle, DIST } from "../../tools/bundle.mjs";
import { FaultyServer } from "./faulty-server.js";
import { verdict } from "./page.js";

const CASE = "#v1:d=2024-03-29&m=xiaomi-11t-pro&b=2022-07-15&from=iijmio&k=battery_wear";
const NEW_NAME = "シャオミ 新しい名";

test.use({ serviceWorkers: "allow" });

let folder: string;
let server: FaultyServer;

const pathOf = (build: "first" | "second"): string => join(folder, build);

/** Two real builds: the second has another name in its data. */
test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(join(tmpdir(), "hosho-builds-"));
  await cp(DIST, pathOf("first"), { recursive: true });
  const data = join(folder, "data");
  await cp(join(DIST, "../data"), data, { recursive: true });
  const providers = join(data, "providers.json");
  const text = await readFile(providers, "utf8");
  await writeFile(providers, text.replace("IIJmio", NEW_NAME));
  await bundle({ data, to: pathOf("second") });
});
test.afterAll(() => rm(folder, { recursive: true }));

test.beforeEach(async () => {
  server = new FaultyServer(pathOf("first"));
  await server.start();
});
test.afterEach(() => server.stop());

/** Opens the page and waits until it can answer. */
async function visit(context: BrowserContext, rest = CASE): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.url + rest);
  await expect(page.locator("article.slip:not([aria-busy])")).toBeVisible();
  return page;
}

/** Waits until the whole page is kept. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** The page, once visited, in a tab that the kept version answers for. */
async function visitAgain(context: BrowserContext): Promise<Page> {
  const first = await visit(context);
  await kept(first);
  await first.close();
  const page = await visit(context);
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  return page;
}

/** Has the browser look for a newer version, and waits until the attempt is over. */
const update = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    try {
      await registration.update();
    } catch {
      return "refused";
    }
    const worker = registration.installing ?? registration.waiting;
    if (!worker) return "none";
    while (worker.state === "installing") await new Promise((done) => setTimeout(done, 50));
    return worker.state;
  });

const newer = (page: Page) => page.locator(".bar-note.newer");

for (const lang of ["ja", "en"] as const) {
  test(`from the second visit on every question answers without a server: ${lang}`, async ({ context }) => {
    const page = await visit(context);
    await kept(page);
    await page.close();
    await server.stop();
    for (const question of ["", "&q=join", "&q=until"]) {
      const again = await visit(context, `?lang=${lang}${CASE}${question}`);
      await expect(verdict(again)).toBeVisible();
      await expect(again.locator("html")).toHaveAttribute("lang", lang);
      await again.close();
    }
    await server.start();
  });
}

test("without a server the outlook, the calendar and what-if work, too", async ({ context }) => {
  const page = await visit(context);
  await kept(page);
  await page.close();
  await server.stop();
  await expect((await visit(context)).locator("hosho-what-if")).toBeVisible();
  const join = await visit(context, "#v1:q=join&d=2024-08-01&m=iphone-14-pro&b=2024-08-01&from=apple");
  await join.locator("hosho-outlook").scrollIntoViewIfNeeded();
  await expect(join.locator("hosho-outlook .figures")).toBeVisible();
  await expect(join.locator("hosho-outlook svg.drawing")).toHaveCount(2);
  const until = await visit(context, "#v1:q=until&d=2024-03-29&m=xiaomi-11t-pro&b=2022-07-15&from=iijmio");
  const file = until.waitForEvent("download");
  await until.getByRole("button", { name: "カレンダーに追加（.ics）" }).first().click();
  expect((await file).suggestedFilename()).toMatch(/\.ics$/);
  await server.start();
});

test("a second visit asks the server for nothing but whether there is a newer version", async ({ context }) => {
  const page = await visit(context);
  await kept(page);
  await page.close();
  server.asked.length = 0;
  await visit(context);
  expect(server.asked.filter((name) => name !== "service-worker.js")).toEqual([]);
});

test("a newer version is offered, and taken over when its reader wants it; what was entered stays", async ({
  context,
}) => {
  const page = await visitAgain(context);
  await expect(newer(page)).toHaveCount(0);
  server.root = pathOf("second");
  expect(await update(page)).toBe("installed");
  await expect(newer(page)).toBeVisible();
  await expect(page.locator("hosho-device-bar")).not.toContainText(NEW_NAME);
  const address = page.url();
  await newer(page).getByRole("button").click();
  await expect(page.locator("hosho-device-bar")).toContainText(NEW_NAME);
  expect(page.url()).toBe(address);
  await expect(newer(page)).toHaveCount(0);
});

for (const [name, fault] of [
  ["hosho.wasm", "truncated"],
  ["catalog.json", "missing"],
] as const) {
  test(`an update with a ${fault} ${name} leaves the old version working`, async ({ context }) => {
    const page = await visitAgain(context);
    server.root = pathOf("second");
    server.faults.set("catalog.json", "truncated").set(name, fault);
    expect(await update(page)).toBe("redundant");
    await expect(newer(page)).toHaveCount(0);
    await page.close();
    await server.stop();
    const again = await visit(context);
    await expect(verdict(again)).toBeVisible();
    await expect(again.locator("hosho-device-bar")).not.toContainText(NEW_NAME);
    await server.start();
  });
}

test("an update for which there is no room leaves the old version working", async ({ context }) => {
  const page = await visitAgain(context);
  const session = await context.newCDPSession(page);
  const origin = new URL(server.url).origin;
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });
  server.root = pathOf("second");
  expect(await update(page)).toBe("redundant");
  await expect(newer(page)).toHaveCount(0);
  await page.reload();
  await expect(verdict(page)).toBeVisible();
});

test("of two tabs only the one that asked takes the newer version over; the other goes on, also to what it had not fetched", async ({
  context,
}) => {
  const stays = await visitAgain(context);
  const goes = await visit(context);
  server.root = pathOf("second");
  expect(await update(goes)).toBe("installed");
  await newer(goes).getByRole("button").click();
  await expect(goes.locator("hosho-device-bar")).toContainText(NEW_NAME);
  await expect(stays.locator("hosho-device-bar")).not.toContainText(NEW_NAME);
  await stays.locator(".questions a", { hasText: "入るべき" }).click();
  await stays.locator("hosho-outlook").scrollIntoViewIfNeeded();
  await expect(stays.locator("hosho-outlook .figures")).toBeVisible();
});
