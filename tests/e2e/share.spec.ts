import { readFile } from "node:fs/promises";

import { expect, test, type Locator, type Page } from "@playwright/test";

import { chooseKind, faults, verdict } from "./page.js";

const CASE = "v1:d=2024-03-29&m=xiaomi-11t-pro&b=2022-07&from=iijmio&k=battery_wear";
const MODEL = "Xiaomi 11T Pro";

const WALKS = {
  ja: {
    bought: "2022年7月に購入",
    until: "いつまで？",
    copy: "リンクをコピー",
    copied: "リンクをコピーしました。",
    byHand: "自動ではコピーできません",
    share: "共有",
    save: "テストケースとして保存（JSON）",
    saved: "テストケースのファイルを作りました。",
    keep: "このブラウザーに保存する",
    kept: "このブラウザーに保存しました。",
    other_kept: "このブラウザーには、別の内容が保存されています。",
    forget: "保存した内容を消す",
    forgotten: "このブラウザーから消しました。",
    refused: "このブラウザーでは保存できません。",
  },
  en: {
    bought: "bought July 2022",
    until: "Until when?",
    copy: "Copy the link",
    copied: "The link is copied.",
    byHand: "It could not be copied.",
    share: "Share",
    save: "Save as a test case (JSON)",
    saved: "The file with the test case is ready.",
    keep: "Remember on this device",
    kept: "This device remembers it now.",
    other_kept: "This device remembers something else.",
    forget: "Clear what is remembered",
    forgotten: "It is cleared from this device.",
    refused: "This browser does not let the page store anything.",
  },
};

const bar = (page: Page): Locator => page.locator(".device > summary");

async function go(page: Page, lang: string, hash: string): Promise<void> {
  await page.goto(`./?lang=${lang}#${hash}`);
  await expect(page.locator(".slip:not([aria-busy])").first()).toBeVisible();
}

const share = (page: Page): Locator => page.locator(".share");
const said = (page: Page): Locator => share(page).locator(".said");
const press = (page: Page, name: string): Promise<void> =>
  share(page).getByRole("button", { name, exact: true }).click();

/** Everything that a page may leave on a device. */
const stored = (page: Page): Promise<string[]> =>
  page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(document.cookie === "" ? [] : [document.cookie]),
    ...(await indexedDB.databases()).map(({ name = "" }) => name),
    ...(await caches.keys()),
  ]);

/** What is said to screen readers from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await said(page).evaluate((status) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const note = (): void => void (status.textContent !== "" && heard.push(status.textContent ?? ""));
    new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

/** A browser in which a part of `navigator` or of the window is another one. */
const replaced = (page: Page, part: "clipboard" | "share", value: string): Promise<unknown> =>
  page.addInitScript(`Object.defineProperty(navigator, "${part}", { configurable: true, value: ${value} })`);

for (const [lang, walk] of Object.entries(WALKS)) {
  test(`the link is copied, and said so once for each press: ${lang}`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await go(page, lang, CASE);
    const heard = await listen(page);
    await press(page, walk.copy);
    await expect(said(page)).toHaveText(walk.copied);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(page.url()).toContain(`#${CASE}`);
    await press(page, walk.copy);
    await expect.poll(heard).toEqual([walk.copied, walk.copied]);
    expect(await faults(page)).toEqual([]);
  });

  test(`where nothing may be copied, the link is shown and selected: ${lang}`, async ({ page }) => {
    await replaced(page, "clipboard", "{ writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }");
    await go(page, lang, CASE);
    await press(page, walk.copy);
    await expect(said(page)).toContainText(walk.byHand);
    const field = page.locator("#share-link");
    await expect(field).toBeFocused();
    expect(
      await field.evaluate(({ value, selectionStart, selectionEnd }: HTMLInputElement) =>
        value.slice(selectionStart ?? 0, selectionEnd ?? 0),
      ),
    ).toBe(page.url());
    await expect(page.getByLabel(lang === "ja" ? "このページのリンク" : "Link to this page")).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });

  test(`the case is saved as a record for the tests of a plan: ${lang}`, async ({ page }) => {
    await go(page, lang, CASE);
    const download = page.waitForEvent("download");
    await press(page, walk.save);
    const file = await download;
    expect(file.suggestedFilename()).toBe("hosho-case.json");
    await expect(said(page)).toHaveText(walk.saved);
    const [record] = JSON.parse(await readFile(await file.path(), "utf8")) as Record<string, unknown>[];
    expect(record).toMatchObject({ question: "assess", source: `#${CASE}`, case: { as_of: "2024-03-29" } });
    expect(record?.["title"]).toContain(MODEL);
  });

  test(`nothing is stored unless it is chosen, and one press clears it: ${lang}`, async ({ page }) => {
    await go(page, lang, CASE);
    await chooseKind(page, "water_damage");
    await page.getByRole("link", { name: walk.until }).click();
    await page.goBack();
    await expect(verdict(page)).toBeVisible();
    expect(await stored(page)).toEqual([]);
    await page.getByLabel(walk.keep).check();
    await expect(said(page)).toContainText(walk.kept);
    expect(await stored(page)).toEqual(["hosho"]);
    await chooseKind(page, "screen_crack");
    await page.goto("about:blank");
    await go(page, lang, "until");
    await expect(bar(page)).toContainText(walk.bought);
    await expect(page.getByLabel(walk.keep)).toBeChecked();
    expect(await faults(page)).toEqual([]);
    await press(page, walk.forget);
    await expect(said(page)).toHaveText(walk.forgotten);
    await expect(page.getByLabel(walk.keep)).toBeFocused();
    await expect(page.getByLabel(walk.keep)).not.toBeChecked();
    expect(await stored(page)).toEqual([]);
    await page.goto("about:blank");
    await go(page, lang, "");
    await expect(bar(page)).not.toContainText(MODEL);
  });

  test(`somebody else's link does not overwrite what is remembered: ${lang}`, async ({ page }) => {
    await go(page, lang, CASE);
    await page.getByLabel(walk.keep).check();
    await page.goto("about:blank");
    await go(page, lang, "v1:m=iphone-13&b=2023-05&k=screen_crack");
    await expect(page.getByLabel(walk.keep)).not.toBeChecked();
    await expect(share(page)).toContainText(walk.other_kept);
    await chooseKind(page, "water_damage");
    await page.goto("about:blank");
    await go(page, lang, "");
    await expect(bar(page)).toContainText(MODEL);
  });

  test(`a browser that refuses to store anything says so, and everything else works: ${lang}`, async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("", "SecurityError");
        },
      }),
    );
    await go(page, lang, CASE);
    await page.getByLabel(walk.keep).click();
    await expect(said(page)).toHaveText(walk.refused);
    await expect(page.getByLabel(walk.keep)).not.toBeChecked();
    await expect(bar(page)).toContainText(walk.bought);
  });

  test(`the system's own sharing is offered where there is one: ${lang}`, async ({ page }) => {
    await go(page, lang, CASE);
    await expect(share(page).getByRole("button", { name: walk.share, exact: true })).toHaveCount(0);
    await replaced(page, "share", "(given) => { window.given = given; return Promise.resolve(); }");
    await page.reload();
    await press(page, walk.share);
    const given = await page.evaluate(() => (window as unknown as { given: object }).given);
    expect(given).toEqual({ title: await page.title(), url: page.url() });
  });
}

test("sharing that is broken off says nothing; sharing that fails shows the link", async ({ page }) => {
  await replaced(page, "share", "() => Promise.reject(new DOMException('', window.why))");
  await go(page, "ja", CASE);
  await page.evaluate(() => Object.assign(window, { why: "AbortError" }));
  await press(page, WALKS.ja.share);
  await expect(page.locator("#share-link")).toHaveCount(0);
  await page.evaluate(() => Object.assign(window, { why: "NotAllowedError" }));
  await press(page, WALKS.ja.share);
  await expect(page.locator("#share-link")).toBeFocused();
});

test("there is nothing to share before something was entered", async ({ page }) => {
  await go(page, "ja", "");
  await expect(share(page)).toHaveCount(0);
});
