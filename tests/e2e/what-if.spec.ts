import { expect, test, type Locator, type Page } from "@playwright/test";

import { faults, keyboard, open, verdict } from "./page.js";

/** A warranty that ends on a day; from then on a swap is paid. */
const WARRANTY = "#v1:m=xiaomi-11t-pro&b=2022-07-15&from=iijmio&cond=new&k=battery_wear&c=none&d=2024-03-29";
/** AppleCare+, its battery line by the day of purchase. */
const battery = (bought: string, capacity: number): string =>
  `#v1:m=iphone-6&b=${bought}&k=battery_wear&cap=${capacity}&md=no&d=2016-12-01` +
  `&c=some&c1=applecare-plus&c1.j=${bought}&c1.s=${bought}&c1.this=yes&c1.ext=no`;
/** A cover with a fixed copay, and a quote by the maker. */
const QUOTE =
  "#v1:m=iphone-13&b=2022-01-05&from=apple&k=screen_crack&r=repair&at=maker&l=linemo&lp=best_plan&ld=2024-01-10" +
  "&lo=2024-01-10&d=2024-06-01&quote=30000&c=some&c1=linemo-mochikomi-applecare&c1.j=2024-01-10&c1.rd=2024-01-11" +
  "&c1.this=yes&c1.u=none";

const section = (page: Page): Locator => page.locator(".what-if");
const slider = (page: Page): Locator => page.getByRole("slider");
const lines = (page: Page): Locator => section(page).locator(".stretches li");
const choose = (page: Page, fact: string): Promise<void> => page.locator(`label[for=w-incident-${fact}]`).click();

async function show(page: Page, link: string, fact: string, lang = "ja"): Promise<void> {
  await open(page, `?lang=${lang}${link}`);
  await choose(page, fact);
  await expect(lines(page).first()).toBeVisible();
}

test("the day on which a warranty ends is the day on which the answer flips", async ({ page }) => {
  await show(page, WARRANTY, "on");
  await expect(page.locator(".days > div").last()).toContainText("7月15日（月）");
  await expect(section(page).locator(".flip")).toHaveText(
    "2024年7月15日までは「無料の見込み」、翌日からは「有償の修理（約7,000〜8,000円）」です。",
  );
  await expect(lines(page)).toHaveCount(2);
  await expect(lines(page).first()).toContainText("2024年7月15日まで");
  await expect(lines(page).first()).toContainText("いまの入力");
  await expect(lines(page).last()).toContainText("2024年7月16日から");
  await expect(section(page).locator(".strip .turn")).toHaveCount(1);
  await expect(section(page).getByRole("button", { name: "この値で計算する" })).toBeDisabled();
});

for (const [bought, under, over] of [
  ["2015-04-05", "50％以下", "50％超"],
  ["2015-09-25", "80％未満", "80％以上"],
] as const) {
  test(`a battery flips where the terms of its day say so: ${under}`, async ({ page }) => {
    await show(page, battery(bought, 100), "battery_capacity_percent");
    await expect(lines(page)).toHaveCount(2);
    await expect(lines(page).first()).toContainText(under);
    await expect(lines(page).last()).toContainText(over);
    await expect(lines(page).last()).toContainText("いまの入力");
    const below = under.slice(0, 2) === "50" ? "50" : "79";
    await slider(page).fill(below);
    await expect(section(page).locator("output > span").first()).toHaveText(`${below}％`);
    const there = await section(page).locator("output b").innerText();
    await expect(lines(page).first()).toContainText(there);
    await slider(page).fill(under.slice(0, 2) === "50" ? "51" : "80");
    await expect(section(page).locator("output b")).not.toHaveText(there);
  });
}

test("a capacity is asked for only of batteries", async ({ page }) => {
  await show(page, QUOTE, "on");
  await expect(page.locator("#w-incident-battery_capacity_percent")).toHaveCount(0);
});

test("a price flips what is cheaper, and the payment goes with it up to the copay", async ({ page }) => {
  await show(page, QUOTE, "repair_price_yen");
  await expect(lines(page)).toHaveCount(2);
  await expect(section(page).locator(".flip")).toHaveText(
    "修理代が3,700円までなら「有償の修理（0〜3,700円）」、それより高いと「3,700円で直せる見込み」です。",
  );
  await expect(lines(page).first()).toContainText("3,700円まで");
  await expect(lines(page).first()).toContainText("有償の修理（0〜3,700円）");
  await expect(lines(page).last()).toContainText("3,701円から");
  await expect(lines(page).last()).toContainText("いまの入力");
  await slider(page).fill("2000");
  await expect(section(page).locator("output")).toContainText("有償の修理（2,000円）");
});

test("nothing changes until a value is taken over; then the page answers as the slider said", async ({ page }) => {
  await show(page, WARRANTY, "on");
  const { press, to } = keyboard(page);
  await page.locator("#w-incident-on").focus();
  await to("#what-if-value");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", "2024年3月29日：無料の見込み");
  await press("End");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^2024年9月14日：有償の修理/);
  await expect(verdict(page)).toHaveText("無料の見込み");
  expect(page.url()).toContain("d=2024-03-29");
  await press("Tab", "Enter");
  await expect(verdict(page)).toHaveText("有償の修理");
  await expect(page).toHaveURL(/d=2024-09-14/);
  await expect(slider(page)).toBeFocused();
  await expect(lines(page).last()).toContainText("いまの入力");
  for (let count = 0; count < 61; count += 1) await press("ArrowLeft");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", "2024年7月15日：無料の見込み");
});

test("it moves with what is entered", async ({ page }) => {
  await show(page, battery("2015-09-25", 100), "battery_capacity_percent");
  await page.locator("#f-incident-battery_capacity_percent").fill("79.9");
  await expect(lines(page).first()).toContainText("いまの入力");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^79\.9％：/);
  await page.locator("#f-incident-battery_capacity_percent").fill("abc");
  await expect(section(page)).toHaveCount(0);
});

test("it is printed as its sentences", async ({ page }) => {
  await open(page, `?lang=ja${WARRANTY}`);
  await page.emulateMedia({ media: "print" });
  await expect(section(page)).toBeHidden();
  await page.emulateMedia({ media: null });
  await choose(page, "on");
  await expect(lines(page)).toHaveCount(2);
  await page.emulateMedia({ media: "print" });
  await expect(slider(page)).toBeHidden();
  await expect(section(page).locator(".facts")).toBeHidden();
  await expect(lines(page).last()).toBeVisible();
});

const FLIPS = {
  ja: "2024年7月15日までは",
  en: "Until 15 July 2024: “Probably free”; from the next day: “Paid repair (about 7,000–8,000 yen)”.",
};

for (const scheme of ["light", "dark"] as const) {
  for (const [lang, flip] of Object.entries(FLIPS)) {
    test(`on a small screen axe finds nothing, and nothing is wider: ${lang}, ${scheme}`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await show(page, WARRANTY, "on", lang);
      await expect(section(page).locator(".flip")).toContainText(flip);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await faults(page)).toEqual([]);
    });
  }
}
