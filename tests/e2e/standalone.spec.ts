import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { expect, test, type Page } from "@playwright/test";

import { DIST } from "../../tools/bundle.mjs";
import { STANDALONE } from "../../tools/shipped.mjs";
import { verdict } from "./page.js";

const CASE = "d=2024-03-29&m=xiaomi-11t-pro&b=2022-07-15&from=iijmio&k=battery_wear";
const JOIN = "#v1:q=join&d=2024-08-01&m=iphone-14-pro&b=2024-08-01&from=apple";
const UNTIL = `#v1:q=until&${CASE}`;

test.use({ serviceWorkers: "allow" });

let folder: string;
let address: string;

/** Alone in a folder: nothing can be found beside it. */
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hosho-alone-"));
  await copyFile(join(DIST, STANDALONE), join(folder, STANDALONE));
  address = pathToFileURL(join(folder, STANDALONE)).href;
});
test.afterAll(() => rm(folder, { recursive: true }));

let asked: string[];
let complaints: string[];

test.beforeEach(({ context }) => {
  asked = [];
  complaints = [];
  context.on("request", (request) => asked.push(request.url()));
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
});

/** Whatever was done: no file but this one, no network, nothing that the policy refused. */
test.afterEach(() => {
  expect(asked.filter((url) => url.split(/[?#]/)[0] !== address && !/^(data|blob):/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
});

async function open(page: Page, rest: string): Promise<void> {
  await page.goto(address + rest);
  await expect(page.locator("article.slip:not([aria-busy])")).toBeVisible();
}

const SAYS = {
  ja: { broke: "無料の見込み", join: "加入できるなら、入る方が安い", until: "7月14日（日）まで確実" },
  en: { broke: "Probably free", join: "Cheaper, if you can join", until: "Certain until Sun 14 July" },
};

for (const lang of ["ja", "en"] as const) {
  test(`a file that is opened answers every question: ${lang}`, async ({ page }) => {
    const said: string[] = [];
    for (const rest of [`#v1:${CASE}`, JOIN, UNTIL]) {
      await open(page, `?lang=${lang}${rest}`);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      said.push(await verdict(page).innerText());
    }
    expect(said).toEqual(Object.values(SAYS[lang]));
  });
}

test("from question to question and into the other language by its own links; what was entered stays", async ({
  page,
}) => {
  await open(page, `#v1:${CASE}`);
  await page.locator(".questions a").nth(2).click();
  await expect(page.locator("hosho-page-until #verdict-word")).toBeVisible();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.goBack();
  await page.reload();
  await expect(page.locator("#verdict-word")).toBeVisible();
  expect(page.url()).toContain("m=xiaomi-11t-pro");
});

test("what if, the outlook, the calendar file and the licences are in it", async ({ page }) => {
  await open(page, `#v1:${CASE}`);
  await expect(page.locator("hosho-what-if")).toBeVisible();
  await page.goto("about:blank");
  await open(page, JOIN);
  await page.locator("hosho-outlook").scrollIntoViewIfNeeded();
  await expect(page.locator("hosho-outlook .figures")).toBeVisible();
  await expect(page.locator("hosho-outlook svg.drawing")).toHaveCount(2);
  await page.goto("about:blank");
  await open(page, UNTIL);
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "カレンダーに追加（.ics）" }).first().click();
  expect(await readFile(await (await file).path(), "utf8")).toMatch(/^BEGIN:VCALENDAR/);
  await page.locator("footer a", { hasText: "ライセンス" }).press("Enter");
  await expect(page.locator("body")).toContainText("lit-html");
});

test("it registers no service worker", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "serviceWorker", {
      value: { register: () => document.documentElement.setAttribute("data-registered", "") },
    });
  });
  await open(page, `#v1:${CASE}`);
  await expect(page.locator("hosho-what-if")).toBeVisible();
  await expect(page.locator("html")).not.toHaveAttribute("data-registered");
});
