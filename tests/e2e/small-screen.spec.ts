import { expect, test, type Page } from "@playwright/test";

import {
  askOn,
  chooseBought,
  chooseKind,
  chooseModel,
  chooseSeller,
  holdCover,
  open,
  openForm,
  question,
  row,
  verdict,
} from "./page.js";

test.use({ viewport: { width: 360, height: 740 } });

/** Nothing on the page is wider than the screen. */
const fits = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

const WALKS = {
  ja: { word: "無料の見込み", day: "6月30日（日）まで確実", until: "いつまで", todo: "すること", tick: "初期化する" },
  en: {
    word: "Probably free",
    day: "certain until Sun 30 June",
    until: "Until when",
    todo: "What to do",
    tick: "Do a factory reset",
  },
};

for (const [lang, { word, day, until, todo, tick }] of Object.entries(WALKS)) {
  test(`from the empty page to the checklist: ${lang}`, async ({ page }) => {
    await open(page, `?lang=${lang}`);
    await fits(page);
    await chooseModel(page, "11t p");
    await chooseBought(page, "2022", "7");
    await chooseSeller(page, "IIJmio");
    await askOn(page, "2024-03-29");
    await chooseKind(page, "battery_wear");
    await expect(verdict(page)).toHaveText(word);
    await expect(verdict(page)).toBeInViewport();
    await expect(row(page, until).locator(".safe .day")).toHaveText(day);
    await row(page, todo).getByText(tick, { exact: true }).click();
    await expect(row(page, todo).locator("li", { hasText: tick }).getByRole("checkbox")).toBeChecked();
    await page.locator("hosho-trace > details > summary").click();
    await expect(page.locator("hosho-trace .tree").first()).toBeVisible();
    await fits(page);
  });

  test(`should I join: the answer is in the first screen, before what can be adjusted: ${lang}`, async ({ page }) => {
    await open(page, `?lang=${lang}#join`);
    await chooseModel(page, "iphone 14 pro");
    await askOn(page, "2024-08-01");
    await page.locator(".device .form > .btn.main").click();
    await expect(page.locator(".verdict .plan")).toBeInViewport({ ratio: 1 });
    const top = async (selector: string): Promise<number> => (await page.locator(selector).boundingBox())?.y ?? NaN;
    expect(await top("#s-months")).toBeGreaterThan(await top("#verdict-word"));
    expect(await top(".cmp.join")).toBeGreaterThan(await top("#s-months"));
    await page.locator(".imagined > summary").click();
    await page.locator("li:has(#s-water_damage) .step").last().click();
    await expect(page.locator(".imagined > summary")).toContainText(lang === "ja" ? "水濡れ1回" : /water.* × 1/i);
    await fits(page);
  });
}

test("a phone without a maker's warranty can say so, and say it no more", async ({ page }) => {
  await open(page);
  await chooseModel(page, "redmi note 11");
  await chooseBought(page, "2023", "7", "1");
  await chooseSeller(page, "IIJmio");
  await askOn(page, "2024-03-01");
  await holdCover(page, "端末補償オプション（新品", "2023", "7", "3");
  await chooseKind(page, "natural_failure");
  await expect(question(page)).toContainText("メーカーの保証はいつまでですか");
  await question(page).getByRole("button", { name: "保証なし" }).click();
  await expect(question(page)).not.toContainText("メーカーの保証はいつまでですか");
  await openForm(page);
  await page.getByText("くわしく入力する（任意）").click();
  const none = page.locator("#f-device-maker_warranty_until-set").getByRole("button", { name: "保証なし" });
  await expect(none).toHaveAttribute("aria-pressed", "true");
  await none.click();
  await expect(question(page)).toContainText("メーカーの保証はいつまでですか");
});

test("the licences of what is bundled are one tap from the foot of the page", async ({ page }) => {
  await open(page);
  await page.getByRole("link", { name: "使っているソフトウェアのライセンス" }).click();
  await expect(page.locator("body")).toContainText("lit-html");
  await expect(page.locator("body")).toContainText("ical-generator");
  await expect(page.locator("body")).toContainText("Redistributions in binary form");
});
