// The page that makes the code for articles; its code is pasted into articles of another origin.

import { expect, type Locator, type Page } from "@playwright/test";

import { askedOf, SCRIPTS, test } from "./article.js";
import { faults, keyboard } from "./page.js";

const form = (page: Page): Locator => page.locator("hosho-embed-form");
const preview = (page: Page): Locator => page.locator("hosho-embed-builder hosho-calculator");
const code = (page: Page): Promise<string> => page.locator("#e-code").inputValue();
const KINDS = ["element", "pinned", "frame", "frame_height", "wordpress", "hatena", "markdown"];

/** Opens it, and waits until it can be used. */
async function open(page: Page, lang = "ja"): Promise<void> {
  await page.goto(`builder.html?lang=${lang}`);
  await expect(page.locator("#e-code")).toBeVisible();
}

/** Presets a case of which the answer is known, whatever the day: a phone that no cover answers for. */
async function choose(page: Page): Promise<void> {
  await form(page).locator("label[for=e-plan-xiaomi-11t-special-warranty]").click();
  await form(page).locator("#f-device-model").fill("11t p");
  await form(page).locator("#f-device-model-list [role=option]").first().click();
  await form(page).locator("#f-device-bought_on-year").selectOption("2021");
  await form(page).locator("#f-device-bought_on-month").selectOption("12");
  await form(page).locator("#f-device-bought_from").selectOption("iijmio");
  await form(page).locator("label[for=k-battery_wear]").click();
}

/** The code of a kind. */
async function codeOf(page: Page, kind: string): Promise<string> {
  await page.locator(`label[for=e-kind-${String(KINDS.indexOf(kind))}]`).click();
  return code(page);
}

for (const kind of KINDS.filter((one) => one !== "markdown")) {
  test(`the code of ${kind} answers in an article of another origin`, async ({ page, host }) => {
    await open(page);
    await choose(page);
    const body = await codeOf(page, kind);
    const asked = askedOf(page);
    await host.open(page, { bare: true, body });
    const inside = body.includes("<iframe") ? page.frameLocator("iframe") : page;
    await expect(inside.locator("hosho-calculator #verdict-word")).toHaveText("有償の修理");
    await expect(inside.locator("hosho-calculator .device summary b")).toHaveText("Xiaomi 11T Pro");
    if (kind === "pinned")
      expect(asked.filter((name) => name.endsWith(".js"))).toEqual([expect.stringMatching(/^embed-pinned-\w{8}\.js$/)]);
  });
}

test("a pinned script that is another one is not run, and the author's own words stay", async ({ page, host }) => {
  await open(page);
  const body = await codeOf(page, "pinned");
  const other = body.replace(/integrity="sha256-./, (found) =>
    found.endsWith("A") ? found.replace(/A$/, "B") : found.replace(/.$/, "A"),
  );
  const refused = page.waitForEvent("console", (message) => /integrity/i.test(message.text()));
  await host.open(page, { bare: true, body: other });
  await refused;
  await expect(page.locator("hosho-calculator a")).toBeVisible();
  expect(await page.evaluate(() => customElements.get("hosho-calculator"))).toBeUndefined();
});

test("the link of Markdown opens the page with what was chosen", async ({ page }) => {
  await open(page);
  await choose(page);
  const [, address = ""] = /\]\((.*)\)$/.exec(await codeOf(page, "markdown")) ?? [];
  expect(address).toMatch(new RegExp(`^${SCRIPTS}\\?lang=ja#v1:`));
  await page.goto(address);
  await expect(page.locator(".device summary")).toContainText("2021年12月に購入");
});

test("the preview is what an article will have, and the addresses are those of this host", async ({ page }) => {
  await open(page);
  await choose(page);
  await form(page).locator("label[for=e-theme-2]").click();
  await form(page).locator("label[for=e-compact]").click();
  await form(page).locator("label[for=e-accent-on]").click();
  await form(page).locator("#e-accent").fill("#a02040");
  await form(page).locator("#e-width").selectOption("480px");
  const attributes = await preview(page).evaluate((element) =>
    Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
  );
  expect(attributes).toMatchObject({
    plan: "xiaomi-11t-special-warranty",
    theme: "dark",
    compact: "",
    "bought-on": "2021-12",
  });
  await expect(preview(page)).toHaveCSS("max-width", "480px");
  await expect(preview(page).locator("#verdict-word")).toHaveText("有償の修理");
  for (const [name, value] of Object.entries(attributes))
    if (name !== "style") expect(await code(page)).toContain(value === "" ? ` ${name}` : `${name}="${value}"`);
  expect(await code(page)).toContain('style="--hosho-accent:#a02040;max-width:480px"');
  const hosts = [...(await code(page)).matchAll(/https?:\/\/[^/"]+\//g)].map(([found]) => found);
  expect(new Set(hosts)).toEqual(new Set([SCRIPTS]));
  await form(page).locator("label[for=e-compact]").click();
  await expect(preview(page)).not.toHaveAttribute("compact");
});

for (const [lang, copied] of [
  ["ja", "コピーしました"],
  ["en", "Copied"],
] as const) {
  test(`it is copied, by keyboard alone: ${lang}`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(page, lang);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    const { press, to } = keyboard(page);
    await page.locator("#e-width").focus();
    await to("#e-kind-0");
    await press("ArrowRight", "ArrowRight");
    expect(await code(page)).toMatch(/^<iframe /);
    await to("hosho-embed-code .btn");
    await press("Enter");
    await expect(page.locator("hosho-embed-code [role=status]")).toContainText(copied);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code(page));
  });
}

test("the other language keeps what was chosen", async ({ page }) => {
  await open(page);
  await choose(page);
  const before = await code(page);
  await page.getByRole("link", { name: "English", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Embed in an article" })).toBeVisible();
  await expect(form(page).locator("#f-device-model")).toHaveValue("Xiaomi 11T Pro");
  expect((await code(page)).split("\n")[1]).toBe(before.split("\n")[1]);
});

for (const [width, scheme] of [
  [360, "light"],
  [768, "dark"],
  [1280, "light"],
] as const) {
  test(`axe finds nothing, and nothing is cut off: ${String(width)} px, ${scheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    await open(page);
    await choose(page);
    await form(page).locator("label[for=e-ink-on]").click();
    await preview(page).scrollIntoViewIfNeeded();
    await expect(preview(page).locator("#verdict-word")).toBeVisible();
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test("the page leads there, and loads nothing of it; it runs under a strict policy of its own", async ({ page }) => {
  const asked = askedOf(page);
  await page.goto("./");
  await page.getByRole("link", { name: "記事に埋め込む" }).click();
  const there = asked.findIndex((name) => name.startsWith("builder.html"));
  expect(asked.slice(0, there).filter((name) => /^(builder|embed)/.test(name))).toEqual([]);
  await expect(page.locator("#e-code")).toBeVisible();
  const { headers } = await fetch(`${SCRIPTS}builder.html`);
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
});
