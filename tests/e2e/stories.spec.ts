// Six people and what they told: each enters it with the controls of the page, answers what the page asks, and reads the
// verdict, what it costs and by when.

import { expect, test, type Page } from "@playwright/test";

import {
  answerAll,
  askOn,
  chooseBought,
  chooseDay,
  chooseKind,
  chooseModel,
  chooseSeller,
  holdCover,
  open,
  openForm,
  question,
  row,
  verdict,
  type Reply,
} from "./page.js";

const amount = "article.slip .amount";

/** A smartphone with Android that the list does not know, of a maker that it does not know either. */
async function chooseOther(page: Page): Promise<void> {
  await page.locator("#f-device-model").fill("ほかの機種");
  await page.locator("#f-device-model-list [role=option]").last().click();
  await page.locator(".device .form").getByText("そのほかのメーカー", { exact: true }).click();
  await page.locator("#f-device-category").selectOption({ label: "スマートフォン" });
  await page.locator("#f-device-os").selectOption({ label: "Android" });
}

/** What a shop has said that the repair costs. */
async function enterEstimate(page: Page, yen: string): Promise<void> {
  await page.locator(".form > details.more > summary").click();
  await page.getByLabel("修理の見積もり（円）").fill(yen);
}

test("a Xiaomi 11T Pro in its 21st month: the worn battery is free, and 5,500 yen if no fault is found", async ({
  page,
}) => {
  await open(page);
  await chooseModel(page, "11t pro");
  await chooseBought(page, "2022", "7");
  await chooseSeller(page, "IIJmio");
  await askOn(page, "2024-03-29");
  await chooseKind(page, "battery_wear");
  await expect(verdict(page)).toHaveText("無料の見込み");
  await expect(page.locator(".plan").first()).toContainText("Xiaomi 11T・11T Pro 特別保証サービス");
  await expect(page.locator(amount)).toHaveText("0円");
  await expect(row(page, "いくら")).toContainText("異常なしと判定されると5,500円かかります。");
  await expect(row(page, "いくら")).toContainText("約8,000円");
  await expect(page.locator(".days .safe .day")).toHaveText("6月30日（日）まで確実");
  await expect(page.locator(".days .safe .left")).toContainText("あと93日");
  await expect(page.locator(".days > div").last()).toContainText("7月31日（水）");
  await expect(row(page, "なぜ")).toContainText("無料で交換された例が1件あります。約束ではありません。");
});

test("an iPhone bought on 2015-04-05, AppleCare+ from 04-10, battery at 70 %: the line is the 50 % of the day of purchase", async ({
  page,
}) => {
  await open(page);
  await chooseModel(page, "iphone 6");
  await chooseBought(page, "2015", "4", "5");
  await holdCover(page, "AppleCare+", "2015", "4", "10");
  await askOn(page, "2016-12-01");
  await chooseKind(page, "battery_wear");
  await page.locator("#f-incident-battery_capacity_percent").fill("70");
  await expect(page.locator(".days .safe .day")).toHaveText("4月9日（日）まで確実");
  await answerAll(page, { "製造上の欠陥": "いいえ" }); // prettier-ignore
  await expect(verdict(page)).toHaveText("有償の修理");
  await expect(page.locator(amount)).toHaveText("7,800〜8,800円");
  const why = row(page, "なぜ").first().locator(".why li").first();
  await expect(why).toContainText("AppleCare+：電池の最大容量（70％）は条件に合いません。");
  await expect(why.locator("q")).toHaveText("50% 以下しか発揮できなくなった");
  await openForm(page);
  await page.locator("#f-device-bought_on-day").selectOption("10");
  await expect(verdict(page)).toHaveText("無料の見込み");
  await expect(page.locator(amount)).toHaveText("0円");
});

test("a third claim at LINEMO: not covered the day before the anniversary of the first one, 6,600 yen on it", async ({
  page,
}) => {
  await open(page);
  await chooseOther(page);
  await chooseBought(page, "2023", "7", "1");
  await holdCover(page, "持込端末保証（", "2024", "1", "10");
  await askOn(page, "2025-03-09");
  await chooseKind(page, "screen_crack");
  await openForm(page);
  await chooseDay(page, "f-covers-0-registered_on", "2024", "1", "12");
  await page.locator("label[for=f-covers-0-claims-1]").click();
  await chooseDay(page, "f-covers-0-claims-0-on", "2024", "3", "10");
  await page.getByRole("button", { name: "もう1回追加" }).click();
  await chooseDay(page, "f-covers-0-claims-1-on", "2024", "9", "1");
  await enterEstimate(page, "30,000円");
  await expect(verdict(page)).toHaveText("対象外");
  await expect(page.locator(amount)).toHaveText("30,000円");
  await expect(row(page, "いつまで")).toContainText("次に利用できる日：2025年3月10日（月）");
  await expect(row(page, "なぜ")).toContainText("利用できる回数を使い切っています。");
  await askOn(page, "2025-03-10");
  await answerAll(page, OWN);
  await expect(verdict(page)).toHaveText("6,600円で直せる見込み");
  await expect(page.locator(amount)).toHaveText("6,600円");
});

/** Nothing unusual: the person's own phone, on the line of the cover, never opened by anybody. */
const OWN: Record<string, Reply> = {
  どの会社の回線: "IIJmio",
  端末は誰のもの: "契約者本人",
  この端末で使って: "はい",
  改造: "いいえ",
  正規店以外: "いいえ",
  使いましたか: "使っていない",
  買ったときの状態: "中古",
  修理と交換: "修理",
};

test("a phone brought to IIJmio whose repair costs 62,000 yen: 12,000 yen, what is above the 50,000", async ({
  page,
}) => {
  await open(page);
  await chooseOther(page);
  await chooseBought(page, "2022", "7", "1");
  await chooseSeller(page, "家電量販店・通販などの販売店");
  await holdCover(page, "IIJmio つながる端末保証", "2023", "10", "7");
  await askOn(page, "2024-02-01");
  await chooseKind(page, "screen_crack");
  await openForm(page);
  await enterEstimate(page, "62,000");
  await expect(page.locator(amount)).toHaveText("12,000〜62,000円");
  await answerAll(page, { ...OWN, いつ端末を登録: ["2023", "10", "8"] });
  await expect(verdict(page)).toHaveText("12,000円で直せる見込み");
  await expect(page.locator(amount)).toHaveText("12,000円");
});

test("a used phone fails by itself in month 24: free until the day on which it began, not the day after", async ({
  page,
}) => {
  await open(page);
  await chooseOther(page);
  await chooseBought(page, "2022", "10", "5");
  await chooseSeller(page, "IIJmio");
  await holdCover(page, "IIJmio 端末補償オプション（中古用）", "2022", "10", "7");
  await askOn(page, "2024-10-06");
  await chooseKind(page, "natural_failure");
  await answerAll(page, OWN);
  await expect(verdict(page)).toHaveText("無料の見込み");
  await expect(page.locator(amount)).toHaveText("0円");
  await expect(page.locator(".days .safe .day")).toHaveText("10月6日（日）まで確実");
  await openForm(page);
  await askOn(page, "2024-10-07");
  await expect(verdict(page)).toHaveText("無料の見込み");
  await askOn(page, "2024-10-08");
  await expect(verdict(page)).toHaveText("対象外");
  await expect(row(page, "なぜ")).toContainText("24か月を1日すぎています。");
});

test("somebody remembers no more than the summer of 2022: a range, then the safe side of the season", async ({
  page,
}) => {
  await open(page);
  await chooseModel(page, "11t pro");
  await chooseSeller(page, "IIJmio");
  await askOn(page, "2024-06-15");
  await chooseKind(page, "battery_wear");
  await page.locator("#next-year").selectOption("2022");
  await expect(verdict(page)).toHaveText("まだ決まりません");
  await expect(page.locator(amount)).toHaveText("0〜約8,000円");
  await expect(question(page)).toContainText("季節しか分からないときは");
  await page.locator("#next-month").selectOption("7");
  await expect(verdict(page)).toHaveText("無料の見込み");
  await expect(page.locator(".days .safe .day")).toHaveText("6月30日（日）まで確実");
  await page.locator("#f-device-bought_on-month").selectOption("6");
  await expect(verdict(page)).toHaveText("まだ決まりません");
  await expect(page.locator(".days .safe")).toContainText("5月31日");
  await expect(page.locator(amount)).toHaveText("0〜約8,000円");
});
