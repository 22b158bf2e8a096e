import { expect, test, type Page } from "@playwright/test";

import {
  answerAll,
  askOn,
  card,
  chooseBought,
  chooseDay,
  chooseKind,
  chooseModel,
  chooseSeller,
  heldQuestion,
  holdCover,
  open,
  openForm,
  other,
  question,
  row,
  verdict,
} from "./page.js";

/** What the person of these stories knows and is asked for. */
const REPLIES = {
  どの種類の端末: "スマートフォン",
  どこのメーカー: "そのほかのメーカー",
  OSは何: "Android",
  誰のもの: "契約者本人",
  改造した: "いいえ",
  正規店以外: "いいえ",
  買ったときの状態: "新品",
  端末の登録は: "はい",
  その回線を: "はい",
  これまでに: "使っていない",
};

/** Says when the cover was used before. */
async function usedOn(page: Page, ...days: [string, string, string][]): Promise<void> {
  await page.locator("label[for=f-covers-0-claims-1]").click();
  for (const [index, day] of days.entries()) {
    if (index > 0) await page.locator(".claims + .btn").click();
    await chooseDay(page, `f-covers-0-claims-${index}-on`, ...day);
  }
}

test.describe("two uses a year, and the year starts with the first use", () => {
  async function thirdClaim(page: Page, on: string): Promise<void> {
    await open(page);
    await chooseModel(page, "redmi");
    await chooseBought(page, "2023", "7", "1");
    await askOn(page, on);
    await chooseKind(page, "screen_crack");
    await openForm(page);
    await holdCover(page, "持込端末保証（Android", "2024", "1", "10");
    await chooseDay(page, "f-covers-0-registered_on", "2024", "1", "12");
    await page.locator(".form > details.more > summary").click();
    await page.locator("#f-incident-repair_price_yen").fill("30000");
    await usedOn(page, ["2024", "3", "10"], ["2024", "9", "1"]);
  }

  test("the day before the anniversary the third is refused, and the day it opens again is named", async ({ page }) => {
    await thirdClaim(page, "2025-03-09");
    await expect(verdict(page)).toHaveText("対象外");
    await expect(row(page, "なぜ").locator(".why li").first()).toContainText("利用できる回数を使い切っています。");
    await expect(row(page, "いつまで")).toContainText("2025年3月10日（月）");
  });

  test("on the anniversary it is covered again", async ({ page }) => {
    await thirdClaim(page, "2025-03-10");
    await expect(verdict(page)).toHaveText("6,600円で直せる見込み");
    await expect(page.locator(".tag")).toHaveText("いちばん負担が少ない方法");
  });
});

test("a free repair by the maker comes before a cover that costs 6,600 yen", async ({ page }) => {
  await open(page);
  await chooseModel(page, "11t pro");
  await chooseBought(page, "2023", "2", "1");
  await chooseSeller(page, "IIJmio");
  await askOn(page, "2024-03-01");
  await chooseKind(page, "natural_failure");
  await openForm(page);
  await holdCover(page, "持込端末保証（Android", "2024", "1", "10");
  await chooseDay(page, "f-covers-0-registered_on", "2024", "1", "12");
  await page.locator("label[for=f-covers-0-claims-0]").click();
  await expect(verdict(page)).toHaveText(/^無料/);
  await expect(page.locator(".tag")).toHaveText("いちばん負担が少ない方法");
  const cover = page.locator("li", { has: other(page, "持込端末保証（Android・iPad）") });
  await expect(cover.locator("b").first()).toHaveText("持込端末保証（Android・iPad）");
  await expect(question(page)).toHaveCount(0);
  await expect(cover.locator(".next.quiet b")).toHaveText("その機種はいつ発売されましたか");
  await page.locator("#aside-year").selectOption("2021");
  await page.locator("#aside-month").selectOption("11");
  await expect(cover.locator(".pill")).toHaveText(/^6,600円/);
  await expect(verdict(page)).toHaveText(/^無料/);
});

test.describe("natural failure for 36 months from the release of the model, not from the purchase", () => {
  async function failure(page: Page, on: string): Promise<void> {
    await open(page);
    await chooseModel(page, "no such phone");
    await chooseBought(page, "2022", "7", "1");
    await askOn(page, on);
    await chooseKind(page, "natural_failure");
    await openForm(page);
    await holdCover(page, "IIJmio つながる端末保証", "2023", "10", "7");
    await answerAll(page, {
      ...REPLIES,
      どの会社の回線: "IIJmio",
      いつ端末を登録: ["2023", "10", "8"],
      いつ加入: ["2023", "10", "7"],
      補償はいつ始まり: ["2023", "10", "7"],
      いつ発売: ["2022", "6", "10"],
      メーカーの保証は: ["2023", "7", "1"],
    });
  }

  test("the last day is covered", async ({ page }) => {
    await failure(page, "2025-06-10");
    await expect(verdict(page)).toHaveText(/直せる見込み|無料/);
    await expect(row(page, "いつまで")).toContainText("6月10日（火）");
  });

  test("the day after is not, by one day", async ({ page }) => {
    await failure(page, "2025-06-11");
    await expect(verdict(page)).toHaveText("対象外");
    await expect(page.locator(".tag")).toHaveText("1日すぎています");
    await expect(row(page, "いつまで")).toContainText("2025年6月10日（火）");
  });
});

test("where the terms do not say when the year of the claims starts, the page says so, not a verdict", async ({
  page,
}) => {
  await open(page, "?lang=en");
  await chooseModel(page, "redmi");
  await chooseBought(page, "2023", "10", "7");
  await chooseSeller(page, "IIJmio");
  await askOn(page, "2025-01-15");
  await chooseKind(page, "screen_crack");
  await openForm(page);
  await holdCover(page, "IIJmio device option for new phones", "2023", "10", "10");
  await usedOn(page, ["2024", "5", "1"], ["2024", "11", "20"]);
  await answerAll(page, {
    modified: "No",
    "its condition": "New",
    "did you join": ["2023", "10", "7"],
    "the cover start": ["2023", "10", "10"],
  });
  await expect(verdict(page)).toHaveText("Ask the desk first");
  await expect(card(page)).toHaveAttribute("data-v", "silent");
  await expect(row(page, "Why").locator("> div > .gap").first()).toContainText("The terms do not say");
  await expect(row(page, "Why").locator("> div > .gap").first()).toContainText("year");
});

test.describe("a worn battery, as each cover has it", () => {
  const month14 = async (page: Page, model: string): Promise<void> => {
    await open(page);
    await chooseModel(page, model);
    await chooseBought(page, "2021", "10", "30");
    await askOn(page, "2022-12-20");
    await chooseKind(page, "battery_wear");
  };

  for (const [cover, word] of [
    ["持込端末保証 with AppleCare Services", "無料の見込み"],
    ["ケータイ補償サービス", "窓口に確認が必要です"],
    ["AppleCare+ & au端末サポート", "窓口に確認が必要です"],
    ["あんしん保証パック with AppleCare Services", "窓口に確認が必要です"],
    ["AppleCare+ 盗難・紛失プラン", "有償の修理"],
    ["IIJmio 端末補償オプション（中古用）", "有償の修理"],
    ["IIJmio つながる端末保証", "有償の修理"],
    ["IIJmio 端末補償オプション（新品用）", "窓口に確認が必要です"],
  ] as const) {
    test(`${cover}: ${word}`, async ({ page }) => {
      await month14(page, "iphone 13");
      await openForm(page);
      if (cover.startsWith("IIJmio")) await chooseSeller(page, "IIJmio");
      await holdCover(page, cover, "2022", "4", "10");
      const capacity = page.locator("#f-incident-battery_capacity_percent");
      if (await capacity.isVisible()) await capacity.fill("79");
      await answerAll(page, {
        ...REPLIES,
        どの会社の回線: cover.includes("au") ? "au" : cover.startsWith("ケータイ") ? "ドコモ" : "ソフトバンク",
        いつ端末を登録: ["2022", "4", "11"],
        いつ回線を契約: ["2021", "10", "30"],
      });
      await expect(verdict(page)).toHaveText(word);
    });
  }

  test("the cover of another phone: nothing is asked of it, it is in the line of the others", async ({ page }) => {
    await month14(page, "iphone 13");
    await expect(verdict(page)).toHaveText("有償の修理");
    await expect(page.locator(".tag")).toHaveText("補償に入っていない場合");
    await expect(page.locator(".amount")).toHaveText("9,800円");
    await expect(heldQuestion(page)).not.toContainText("Android");
    await heldQuestion(page).getByText("ほかの補償も見る").click();
    await heldQuestion(page)
      .getByRole("button", { name: /^ケータイ補償サービス/ })
      .click();
    await expect(verdict(page)).toBeFocused();
    await expect(page.locator("#verdict-word + .plan")).toHaveText("ケータイ補償サービス（iPhone）");
  });
});
