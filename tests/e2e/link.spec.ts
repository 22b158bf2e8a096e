import { expect, test, type Locator, type Page } from "@playwright/test";

import {
  askOn,
  chooseBought,
  chooseKind,
  chooseModel,
  chooseSeller,
  faults,
  holdCover,
  openForm,
  verdict,
} from "./page.js";

const CASE = "v1:d=2024-03-29&m=xiaomi-11t-pro&b=2022-07&from=iijmio&k=battery_wear";
const SETTLED = "&cond=new";

const WALKS = {
  ja: {
    model: "Xiaomi 11T Pro",
    bought: "2022年7月に購入",
    day: "2024年3月29日（金）",
    other: "English",
    questions: { join: "入るべき？", until: "いつまで？" },
    unread: "このリンクの3か所を読み取れませんでした",
    why: ["この版にはない項目です。", "購入日の値を読み取れません。", "購入日が重複しています。"],
    close: "閉じる",
  },
  en: {
    model: "Xiaomi 11T Pro",
    bought: "bought July 2022",
    day: "Fri 29 March 2024",
    other: "日本語",
    questions: { join: "Should I join?", until: "Until when?" },
    unread: "3 parts of this link could not be read",
    why: ["This version has no such key.", "The value of “date of purchase” cannot be read.", "is there twice"],
    close: "Close",
  },
};

const bar = (page: Page): Locator => page.locator(".device > summary");
const hashOf = (page: Page): string => new URL(page.url()).hash;
const holds = (page: Page, text: string): Promise<void> => expect.poll(() => hashOf(page)).toContain(text);

async function go(page: Page, lang: string, hash: string): Promise<void> {
  await page.goto(`./?lang=${lang}#${hash}`);
  await expect(page.locator(".slip:not([aria-busy])").first()).toBeVisible();
}

/** A phone, a trouble and a cover, as somebody enters them. */
async function enter(page: Page): Promise<void> {
  await askOn(page, "2024-03-29");
  await chooseModel(page, "11t p");
  await chooseSeller(page, "IIJmio");
  await holdCover(page, "Android", "2023", "11", "4");
  await chooseBought(page, "2022", "7");
  await chooseKind(page, "battery_wear");
}

const ENTERED =
  /^#v1:d=2024-03-29&m=xiaomi-11t-pro&b=2022-07&from=iijmio&c=some&c1=[\w-]+&c1\.[js]=2023-11-04&k=battery_wear$/;

for (const [lang, walk] of Object.entries(WALKS)) {
  test(`what is entered stands in the address while it is entered, and survives a reload: ${lang}`, async ({
    page,
  }) => {
    await go(page, lang, "");
    expect(hashOf(page)).toBe("");
    await enter(page);
    await expect.poll(() => hashOf(page)).toMatch(ENTERED);
    const word = await verdict(page).innerText();
    const address = page.url();
    await page.reload();
    await expect(verdict(page)).toHaveText(word);
    for (const text of [walk.model, walk.bought, walk.day]) await expect(bar(page)).toContainText(text);
    expect(page.url()).toBe(address);
  });

  test(`a link opens the case at once, with the form closed: ${lang}`, async ({ page }) => {
    await go(page, lang, CASE + SETTLED);
    await expect(verdict(page)).toBeVisible();
    await expect(bar(page)).toContainText(walk.bought);
    await expect(page.locator("#f-device-model")).toBeHidden();
    await expect(page.locator(".unread")).toHaveCount(0);
    expect(await faults(page)).toEqual([]);
  });

  test(`the other language and the other questions keep everything: ${lang}`, async ({ page }) => {
    await go(page, lang, CASE);
    await page.getByRole("link", { name: walk.other }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", lang === "ja" ? "en" : "ja");
    await holds(page, CASE);
    await page.getByRole("link", { name: WALKS[lang === "ja" ? "en" : "ja"].questions.join }).click();
    await expect(page.locator("hosho-page-join")).toBeVisible();
    await holds(page, "v1:q=join&d=2024-03-29&m=xiaomi-11t-pro");
    await page.reload();
    await expect(page.locator("hosho-page-join")).toBeVisible();
    await expect(bar(page)).toContainText(walk.model);
  });

  test(`what cannot be read is told and stays in the address until something is entered: ${lang}`, async ({ page }) => {
    await go(page, lang, "v1:m=xiaomi-11t-pro&colour=red&b=summer&b=2022-07&b=2023-01");
    const note = page.locator(".unread");
    await expect(note).toContainText(walk.unread);
    for (const why of walk.why) await expect(note).toContainText(why);
    await expect(note).toHaveAttribute("role", "alert");
    await expect(bar(page)).toContainText(walk.bought);
    expect(hashOf(page)).toContain("colour=red");
    expect(await faults(page)).toEqual([]);
    await note.getByRole("button", { name: walk.close }).click();
    await expect(note).toHaveCount(0);
    await chooseKind(page, "battery_wear");
    await expect.poll(() => hashOf(page)).toBe("#v1:m=xiaomi-11t-pro&b=2022-07&k=battery_wear");
  });
}

test("stretch and assumptions stand in the address, and come back", async ({ page }) => {
  await go(page, "ja", "v1:q=join&m=iphone-13&b=2024-01");
  await page.locator(".months .chip").nth(2).click();
  await holds(page, "t=36&n.screen_crack=1");
  const times = page.locator(".times li").filter({ has: page.locator("#s-screen_crack-name") });
  await times.locator(".step").first().click();
  await holds(page, "t=36&n.screen_crack=0");
  await page.reload();
  await expect(page.locator("#s-months")).toHaveValue("36");
  await expect(page.locator("#s-screen_crack")).toHaveText("0回");
});

test("what is half chosen or cannot be is kept, too", async ({ page }) => {
  await go(page, "ja", "v1:m=iphone-13&k=screen_crack");
  await openForm(page);
  await page.locator("#f-device-bought_on-month").selectOption("7");
  await page.locator("summary", { hasText: "くわしく入力する" }).click();
  await page.locator("#f-incident-repair_price_yen").fill("やすい & 8千円?");
  await holds(page, "b=-07");
  await holds(page, "quote=");
  await page.reload();
  await openForm(page);
  await page.locator("summary", { hasText: "くわしく入力する" }).click();
  await expect(page.locator("#f-device-bought_on-month")).toHaveValue("7");
  await expect(page.locator("#f-incident-repair_price_yen")).toHaveValue("やすい & 8千円?");
});

test("a name that is no model yet is kept on reload and in the other questions, and goes once a model is chosen", async ({
  page,
}) => {
  await go(page, "ja", "");
  const field = page.locator("#f-device-model");
  await field.fill("AQUOS なに");
  await holds(page, "find=AQUOS%20");
  await page.reload();
  await expect(field).toHaveValue("AQUOS なに");
  await page.getByRole("link", { name: WALKS.ja.questions.join }).click();
  await expect(page.locator("hosho-page-join #f-device-model")).toHaveValue("AQUOS なに");
  await chooseModel(page, "アイフォン13");
  await expect.poll(() => hashOf(page)).toBe("#v1:q=join&m=iphone-13");
});

test("back to another question keeps what was entered since", async ({ page }) => {
  await go(page, "ja", CASE);
  await page.getByRole("link", { name: WALKS.ja.questions.until }).click();
  await expect(page.locator("hosho-page-until")).toBeVisible();
  await openForm(page);
  await chooseBought(page, "2021", "12");
  await holds(page, "b=2021-12");
  await page.goBack();
  await expect(page.locator("hosho-page-broke")).toBeVisible();
  await expect(bar(page)).toContainText("2021年12月に購入");
  await holds(page, "b=2021-12");
  await page.goForward();
  await expect(page.locator("hosho-page-until")).toBeVisible();
  await expect(bar(page)).toContainText("2021年12月に購入");
});

test("another link in the same tab opens; back and forward change between the two cases", async ({ page }) => {
  await go(page, "ja", CASE);
  await page.evaluate(() => (location.hash = "#v1:q=until&m=iphone-13&b=2023-05"));
  await expect(page.locator("hosho-page-until")).toBeVisible();
  await expect(bar(page)).toContainText("iPhone 13");
  await page.goBack();
  await expect(page.locator("hosho-page-broke")).toBeVisible();
  await expect(bar(page)).toContainText("Xiaomi 11T Pro");
  await page.goForward();
  await expect(bar(page)).toContainText("iPhone 13");
});

test("from another page and back, everything is there", async ({ page }) => {
  await go(page, "ja", CASE);
  await page.goto("about:blank");
  await page.goBack();
  await expect(bar(page)).toContainText("2022年7月に購入");
});

test("old addresses open their question and language", async ({ page }) => {
  for (const [hash, element, lang] of [
    ["#join", "hosho-page-join", "ja"],
    ["#until&en", "hosho-page-until", "en"],
    ["#en", "hosho-page-broke", "en"],
  ] as const) {
    await page.goto(`./${hash}`);
    await page.reload();
    await expect(page.locator(element)).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
  }
});

test("an old address in the same tab keeps what was entered", async ({ page }) => {
  await go(page, "ja", CASE);
  await page.evaluate(() => (location.hash = "#until"));
  await expect(page.locator("hosho-page-until")).toBeVisible();
  await expect(bar(page)).toContainText("2022年7月に購入");
});

test("a link with a model that no table has is told at its field", async ({ page }) => {
  await go(page, "ja", "v1:m=iphone-99&b=2022-07");
  await expect(page.locator(".slip")).toContainText("この機種は一覧にありません");
  await holds(page, "m=iphone-99");
});
