import { expect, test, type Page } from "@playwright/test";

import {
  askOn,
  card,
  chooseBought,
  chooseKind,
  chooseModel,
  heldQuestion,
  holdCover,
  holdNone,
  open,
  openForm,
  other,
  question,
  row,
  unfold,
  verdict,
} from "./page.js";

const CAPACITY = "#f-incident-battery_capacity_percent";

/** A phone of that day with a cover that runs from another, and a battery that is worn; the question is put in 2016. */
async function wornBattery(page: Page, bought: string, started: string, query = ""): Promise<void> {
  await open(page, query);
  await chooseModel(page, "iphone 6");
  await expect(page.locator("#f-device-model")).toHaveValue("iPhone 6");
  await chooseBought(page, "2015", "4", bought);
  await holdCover(page, "AppleCare+", "2015", "4", started);
  await askOn(page, "2016-12-01");
  await chooseKind(page, "battery_wear");
}

/** Answers the open question with the chip of that position. */
const reply = (page: Page, position: number): Promise<void> => page.locator(`label[for=next-${position}]`).click();

test("bought under the old line, 70 %: not free, by the price list", async ({ page }) => {
  await wornBattery(page, "5", "10");
  await page.locator(CAPACITY).fill("70");
  await expect(verdict(page)).toHaveText("まだ決まりません");
  await expect(question(page).locator("b")).toContainText("製造上の欠陥");
  await reply(page, 1);
  await expect(verdict(page)).toHaveText("有償の修理");
  await expect(page.locator(".tag")).toHaveText("確実に使える補償はありません");
  await expect(page.locator(".amount")).toHaveText("7,800〜8,800円");
  const why = row(page, "なぜ").first().locator(".why li").first();
  await expect(why).toContainText("電池の最大容量（70％）は条件に合いません");
  await expect(why.locator("q")).toContainText("50%");
});

test("bought under the new line: 79.9 % is free, 80 % is not", async ({ page }) => {
  await wornBattery(page, "10", "10");
  await page.locator(CAPACITY).fill("79.9");
  await expect(verdict(page)).toHaveText("無料の見込み");
  await expect(page.locator(".amount")).toHaveText("0円");
  await expect(row(page, "いくら").first()).toContainText("店がサポート料金を加えるときは、その費用が加わります");
  await expect(question(page).locator("b")).toHaveText("あと1問：どこで直しますか");
  await reply(page, 0);
  await expect(verdict(page)).toHaveText("無料");
  await page.locator(CAPACITY).fill("80");
  await expect(page.locator(CAPACITY)).toBeFocused();
  await reply(page, 1);
  await expect(verdict(page)).toHaveText("有償の修理");
  await expect(row(page, "なぜ").first()).toContainText("80％");
});

test("the same in English", async ({ page }) => {
  await wornBattery(page, "10", "10", "?lang=en");
  await page.locator(CAPACITY).fill("79.9%");
  await expect(verdict(page)).toHaveText("Probably free");
  await page.locator(CAPACITY).fill("80");
  await reply(page, 1);
  await expect(verdict(page)).toHaveText("Paid repair");
  await expect(page.locator(".amount")).toHaveText("7,800–8,800 yen");
  await expect(row(page, "Why").first()).toContainText("The battery capacity does not fit: 80%.");
});

test("a swollen battery in month 20: only the maker can tell, and the desk is named", async ({ page }) => {
  await open(page);
  await chooseModel(page, "アイフォン 13");
  await expect(page.locator("#f-device-model")).toHaveValue("iPhone 13");
  await chooseBought(page, "2021", "10", "10");
  await holdNone(page);
  await askOn(page, "2023-06-20");
  await chooseKind(page, "battery_swelling");
  await expect(verdict(page)).toHaveText("窓口に確認が必要です");
  await expect(card(page)).toHaveAttribute("data-v", "silent");
  await expect(row(page, "なぜ").locator("> div > .gap")).toContainText("規約に記載がありません");
  await expect(row(page, "すること")).toContainText("窓口：");
  await expect(row(page, "なぜ").locator(".bear")).toContainText("充電も使用もやめてください");
});

test("a cracked screen in month 2: paid, from the price list, with its source", async ({ page }) => {
  await open(page);
  await chooseModel(page, "iphone13");
  await chooseBought(page, "2021", "10", "30");
  await holdNone(page);
  await askOn(page, "2021-12-20");
  await chooseKind(page, "screen_crack");
  await expect(verdict(page)).toHaveText("有償の修理");
  await expect(card(page)).toHaveAttribute("data-v", "paid");
  await expect(page.locator(".amount")).toHaveText("36,680円");
  await expect(row(page, "いくら").locator(".source")).toHaveAttribute("href", /^https:/);
  await expect(row(page, "なぜ").locator(".why")).toContainText("画面割れは対象外です。");
  const unheld = other(page, "AppleCare+（iPhone・iPad・iPod・Apple Watch）");
  await expect(unheld).toBeHidden();
  await expect(page.locator(".aside summary").first()).toContainText("加入していないもの 9件");
  await unfold(page);
  await expect(unheld.locator(".pill")).toHaveText("加入なし");
});

test("a cover that answers leads; the paid repairs are rows with price and source; the rest unfolds", async ({
  page,
}) => {
  await open(page);
  await chooseModel(page, "iphone 13");
  await chooseBought(page, "2021", "10", "30");
  await holdCover(page, "AppleCare+", "2021", "10", "30");
  await askOn(page, "2021-12-20");
  await chooseKind(page, "water_damage");
  await openForm(page);
  await page.locator("label[for=f-covers-0-claims-0]").click();
  await expect(verdict(page)).toHaveText("11,000〜12,900円で直せる見込み");
  await expect(row(page, "なぜ").locator(".clash").first()).toContainText("出典によって金額が違う");
  await expect(row(page, "なぜ").locator(".clash").first().locator("q").first()).toBeVisible();
  const price = page.locator(".prices li");
  await expect(price).toContainText("57,980円");
  await expect(price.locator(".source")).toBeVisible();
  const refused = other(page, "Apple 製品限定保証");
  await expect(refused.locator(".reason")).toContainText("水濡れは対象外です。");
  await refused.locator("> summary").click();
  await expect(refused.locator(".rows .why").first()).toBeVisible();
  await refused.locator("> summary").click();
  await expect(refused.locator(".rows")).toHaveCount(0);
});

test("of a cover only what changes the answer is asked; not known is an answer; a cover can be taken back", async ({
  page,
}) => {
  await open(page);
  await chooseModel(page, "iphone 13");
  await chooseBought(page, "2021", "10", "30");
  await askOn(page, "2021-12-20");
  await chooseKind(page, "natural_failure");
  await openForm(page);
  await holdCover(page, "AppleCare+", "2021", "10", "30");
  await expect(page.locator("#f-covers-0-extended-set")).toHaveCount(0);
  await expect(page.locator("#f-covers-0-claims-set")).toHaveCount(0);
  await askOn(page, "2024-01-20");
  await expect(page.locator("#f-covers-0-extended-set")).toBeVisible();
  await page.locator("label[for=f-covers-0-extended-2]").click();
  await expect(page.locator("#f-covers-0-extended-set")).toBeVisible();
  await expect(page.locator(".device > summary")).toContainText("加入：AppleCare+");
  await page.locator("label[for=f-covers-2]").click();
  await expect(page.locator(".held")).toHaveCount(0);
  await page.locator("label[for=f-covers-1]").click();
  await expect(page.locator("#f-covers-0-started_on-day")).toHaveValue("30");
});

test("a day that cannot be is named at the cover that it belongs to", async ({ page }) => {
  await wornBattery(page, "10", "10");
  await openForm(page);
  await page.locator("#f-covers-0-started_on-month").selectOption("2");
  await page.locator("#f-covers-0-started_on-day").selectOption("31");
  await expect(page.locator("#p-covers-0-started_on")).toContainText("2015年2月31日という日はありません。");
  await expect(page.locator("#f-covers-0-started_on-day")).toHaveAttribute("aria-invalid", "true");
  await page.locator("#p-covers-0-started_on").getByRole("button").click();
  await expect(page.locator("#p-covers-0-started_on")).toHaveCount(0);
});

test("a capacity that cannot be is named beside its field and keeps what was typed", async ({ page }) => {
  await wornBattery(page, "10", "10");
  for (const typed of ["180", "-5", "80くらい"]) {
    await page.locator(CAPACITY).fill(typed);
    await expect(page.locator("#p-incident-battery_capacity_percent")).toContainText("0から100まで");
    await expect(page.locator(CAPACITY)).toHaveValue(typed);
  }
  await page.locator(CAPACITY).fill("７９．９％");
  await expect(verdict(page)).toHaveText("無料の見込み");
});

test.describe("search by name", () => {
  const found = (page: Page) => page.locator("#f-device-model-list [role=option]");

  for (const [typed, name] of [
    ["ｉＰｈｏｎｅ１３", "iPhone 13"],
    ["あいふぉん13", "iPhone 13"],
    ["アイフォン 13 ミニ", "iPhone 13 mini"],
    ["13 mini", "iPhone 13 mini"],
    ["mini 13", "iPhone 13 mini"],
    ["IPHONE-6", "iPhone 6"],
    ["11tプロ", "Xiaomi 11T Pro"],
  ] as const) {
    test(`${typed} finds ${name} first`, async ({ page }) => {
      await open(page);
      await page.locator("#f-device-model").fill(typed);
      await expect(found(page).first()).toHaveText(name);
    });
  }

  test("the list holds every device, is walked by arrows around its ends, and Escape empties the field", async ({
    page,
  }) => {
    await open(page);
    const field = page.locator("#f-device-model");
    await field.focus();
    await field.press("ArrowDown");
    const count = await page.evaluate(async () => {
      const catalog = (await (await fetch("catalog.json")).json()) as { devices: unknown[] };
      return catalog.devices.length;
    });
    await expect(found(page)).toHaveCount(count + 1);
    await expect(found(page).first()).toHaveAttribute("aria-selected", "true");
    await field.press("ArrowUp");
    await expect(found(page).last()).toHaveAttribute("aria-selected", "true");
    await expect(found(page).last()).toHaveText("機種が見つからない");
    await expect(found(page).last()).toBeInViewport();
    await expect(field).toHaveAttribute("aria-activedescendant", (await found(page).last().getAttribute("id")) ?? "");
    await field.press("Escape");
    await expect(field).toHaveAttribute("aria-expanded", "false");
    await field.pressSequentially("redmi");
    await field.press("Enter");
    await expect(field).toHaveValue("Redmi Note 11");
    await field.press("Escape");
    await expect(field).toHaveValue("");
  });

  test("a phone that is not in the table is asked for its maker", async ({ page }) => {
    await open(page);
    await page.locator("#f-device-model").fill("no such phone");
    await expect(found(page)).toHaveCount(1);
    await found(page).click();
    await chooseBought(page, "2021", "10");
    await chooseKind(page, "battery_wear");
    await expect(question(page).locator("b")).toContainText("どの種類の端末ですか");
    await question(page).locator("select").selectOption({ label: "スマートフォン" });
    await expect(question(page).locator("b")).toContainText("どこのメーカーですか");
    await question(page).getByText("そのほかのメーカー").click();
    await expect(verdict(page)).toHaveText("まだ決まりません");
    await expect(heldQuestion(page)).toBeVisible();
    await expect(page.locator(".aside summary").first()).toContainText("別の端末のもの");
    await openForm(page);
    await expect(page.locator("#f-device-maker-set")).toContainText("そのほかのメーカー");
  });
});
