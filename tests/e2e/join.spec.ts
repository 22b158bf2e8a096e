import { expect, test, type Locator, type Page } from "@playwright/test";

import {
  answerAll,
  askOn,
  chooseBought,
  chooseModel,
  chooseSeller,
  faults,
  keyboard,
  openForm,
  verdict,
  type Reply,
} from "./page.js";

/** Opens the question and says which phone, and on which day. */
async function openJoin(page: Page, model: string, day: string, lang: "ja" | "en" = "ja"): Promise<void> {
  await page.goto(`./?lang=${lang}#join`);
  await expect(page.locator("article.slip:not([aria-busy])")).toBeVisible();
  await chooseModel(page, model);
  await askOn(page, day);
  await page.locator(".device .form > .btn.main").click();
  await expect(verdict(page)).toBeVisible();
}

/** The card of a plan, by its id. */
const cover = (page: Page, plan: string): Locator => page.locator(`.joins .mini[data-plan=${plan}]`);
/** The turning point of a plan, by its name. */
const turn = (page: Page, name: string): Locator => page.locator(".turns > li", { hasText: name });
/** A line of the comparison, by its name. */
const lane = (page: Page, name: string): Locator => page.locator(".cmp.join tr", { hasText: name });
/** How often a kind happens. */
const more = (page: Page, kind: string): Locator => page.locator(`li:has(#s-${kind}) .step`).last();

const PLAN = "linemo-mochikomi-applecare";

/** Walks from the empty page to a cover that can be joined. */
async function walk(page: Page, replies: Record<string, Reply>): Promise<void> {
  await openForm(page);
  await chooseBought(page, "2023", "7");
  await chooseSeller(page, "Apple");
  await page.locator(".device .form > .btn.main").click();
  await answerAll(page, replies);
  await expect(cover(page, PLAN).locator(".pill").first()).toHaveClass(/ y/);
  await expect(cover(page, PLAN)).toHaveAttribute("open");
}

test.describe("on a small screen", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the whole way in Japanese: questions, last day, fee, cost, turning point", async ({ page }) => {
    await openJoin(page, "iphone 13", "2024-01-15");
    await expect(page.getByRole("link", { name: "入るべき？" })).toHaveAttribute("aria-current", "page");
    await walk(page, {
      どの会社の回線: "LINEMO",
      加入している補償: "加入していない",
      どの料金プラン: "ベストプラン",
      新規の契約: "はい",
      いつ回線が開通: ["2024", "1", "12"],
      いつ回線を契約: ["2024", "1", "10"],
      状態: "新品",
    });
    const card = cover(page, PLAN);
    await expect(card.locator(".pill").first()).toHaveText("加入できます");
    await expect(card.locator(".dates .lead")).toContainText("2024年1月23日（火） あと8日");
    await expect(card.locator(".dates .lead")).toContainText("2024年1月25日（木）");
    await expect(card.locator(".dates")).toContainText("端末登録の期限");
    await expect(card.locator(".fees")).toContainText("月額1,180円（税の表示は出典になし）");
    await expect(verdict(page)).toHaveText("入る方が安い");
    await expect(page.locator(".slip .plan")).toContainText("入らない場合より4,660円安い");
    await expect(turn(page, "持込端末保証")).toContainText(
      "27か月目までは補償なしより安く、28か月目からは高くなります。",
    );
    await page.locator(".refused > summary").click();
    await expect(page.locator(".refused .mini[data-plan=iijmio-tsunagaru]")).toContainText(
      "加入できる最後の日は2023年9月24日（日）でした。",
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test("the whole way in English", async ({ page }) => {
    await openJoin(page, "iphone 13", "2024-01-15", "en");
    await walk(page, {
      "Which carrier": "LINEMO",
      "Do you hold a cover": "I hold none",
      "Which price plan": "Best Plan",
      "new contract": "Yes",
      "line opened": ["2024", "1", "12"],
      "sign for the line": ["2024", "1", "10"],
    });
    const card = cover(page, PLAN);
    await expect(card.locator(".pill").first()).toHaveText("can join");
    await expect(card.locator(".dates .lead")).toContainText("Tue 23 January 2024 8 days left");
    await expect(verdict(page)).toHaveText("Joining is cheaper");
    await expect(turn(page, "LINEMO")).toContainText(
      "Cheaper than no cover through month 27; from month 28 on you pay more than without it.",
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

test("the comparison follows the months: cheaper in month 27, dearer in month 28", async ({ page }) => {
  await openJoin(page, "iphone 13", "2024-08-01");
  await expect(lane(page, "補償なし")).toContainText("36,680円");
  await expect(lane(page, "持込端末保証")).toContainText("料金28,320円＋自己負担3,700円");
  for (const [months, said] of [
    ["27", "1,120円安い"],
    ["28", "60円高い"],
  ] as const) {
    await page.locator("#s-months").fill(months);
    await expect(lane(page, "持込端末保証").locator(".sum small")).toHaveText(said);
  }
  await expect(page.locator(".months output")).toHaveText("28か月（2年4か月）");
});

/** The rows of a table, cell by cell. */
const cells = (table: Locator): Promise<string[][]> =>
  table
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())));

/** What the article says of the newest iPhone: its table on one side, its text and the text's own sums on the other. */
const DISPUTED = [
  ["月額", "1,580円", "1,480円"],
  ["12か月", "18,960円", "17,760円"],
  ["24か月\nあなたの予定", "37,920円", "35,520円"],
  ["36か月", "56,880円", "53,280円"],
];

test("where sources disagree about the fee, both stand beside the comparison with what each comes to", async ({
  page,
}) => {
  await openJoin(page, "iphone 14 pro", "2024-08-01");
  const clash = page.locator(".slip .clash", { hasText: "1480円" });
  await expect(clash).toContainText("情報が一致していません");
  await expect(clash).toContainText("iPhone XS | 1,580円");
  expect(await cells(clash.locator("table"))).toEqual(DISPUTED);
  for (const quote of ["1年間で17760円", "2年間で35520円", "3年間で53280円"]) await expect(clash).toContainText(quote);
  await expect(clash).toContainText("ブログ・日付なし");
  await cover(page, PLAN).locator("summary").first().click();
  await expect(cover(page, PLAN).locator(".clash")).toContainText("月額1480円");
  expect(await cells(cover(page, PLAN).locator(".clash table"))).toEqual(DISPUTED);
  await page.locator("#s-months").fill("30");
  await expect(clash.locator("table .here td").first()).toHaveText("47,400円");
  await expect(clash.locator("table .here td").last()).toHaveText("44,400円月額から計算");
  expect((await cells(clash.locator("table"))).map(([name]) => name)).toEqual([
    "月額",
    "12か月",
    "24か月",
    "30か月\nあなたの予定",
    "36か月",
  ]);
});

test("a plan whose conditions are not told yet is never named as if one could surely join it", async ({ page }) => {
  for (const [lang, word, note] of [
    ["ja", "加入できるなら、入る方が安い", /に加入できれば、/],
    ["en", "Cheaper, if you can join", /, if you can join it:/],
  ] as const) {
    await openJoin(page, "iphone 14 pro", "2024-08-01", lang);
    await expect(page.locator(".joins .pill.y")).toHaveCount(0);
    await expect(verdict(page)).toHaveText(word);
    await expect(page.locator(".slip .verdict .plan")).toHaveText(note);
  }
});

test("the day of joining is today until another one is chosen; a wrong one keeps its field", async ({ page }) => {
  await openJoin(page, "iphone 13", "2023-09-20");
  await expect(page.locator("#f-join_on")).toHaveValue("2023-09-20");
  await expect(cover(page, "iijmio-tsunagaru")).toHaveCount(1);
  await page.locator("#f-join_on").fill("2023-09-30");
  await expect(cover(page, "iijmio-tsunagaru")).toHaveCount(0);
  await expect(page.locator(".refused .mini[data-plan=iijmio-tsunagaru]")).toHaveCount(1);
  await page.locator("#f-join_on").fill("0001-01-01");
  await expect(page.locator("#p-join_on")).toBeVisible();
  await expect(page.locator("#f-join_on")).toHaveAttribute("aria-invalid", "true");
  await page.locator("#f-join_on").fill("2023-09-20");
  await expect(cover(page, "iijmio-tsunagaru")).toHaveCount(1);
  await page.locator("#f-join_on").fill("");
  await expect(page.locator("#p-join_on")).toHaveCount(0);
});

test("a price that no source tells is asked for, and what was typed settles it", async ({ page }) => {
  await openJoin(page, "iphone 13", "2024-08-01");
  await page.getByText("ほかのトラブルも仮定する").click();
  await more(page, "natural_failure").click();
  await expect(lane(page, "補償なし")).toContainText("36,680円以上");
  await page.locator("#s-natural_failure-quote").fill("abc");
  await expect(page.locator("#s-natural_failure-quote")).toHaveAttribute("aria-invalid", "true");
  await page.locator("#s-natural_failure-quote").fill("20,000円");
  await expect(lane(page, "補償なし")).toContainText("56,680円");
});

test("a fee that no source tells can be typed, and is compared", async ({ page }) => {
  await openJoin(page, "iphone 13", "2024-08-01");
  await expect(page.locator(".feeless")).toContainText("AppleCare+");
  const plan = cover(page, "applecare-plus");
  await plan.locator("summary").first().click();
  await plan.locator("#fee-applecare-plus").fill("1000");
  await expect(page.locator(".cmp.join tr th").filter({ hasText: /^AppleCare\+料金24,000円/ })).toHaveCount(1);
});

test("what was entered is there in every question and in both languages, and the address tells the question", async ({
  page,
}) => {
  await openJoin(page, "iphone 13", "2024-08-01");
  await more(page, "water_damage").click();
  await page.getByRole("link", { name: "いつまで？" }).click();
  await expect(page).toHaveURL(/#v1:q=until&/);
  await page.getByRole("link", { name: "壊れた" }).click();
  await expect(page.locator(".device summary b")).toHaveText("iPhone 13");
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/#v1:q=join&/);
  await expect(page.locator("#s-water_damage")).toHaveText("1回");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/lang=en#v1:q=join&/);
  await expect(page).toHaveTitle("Should I join? | Hosho");
  await expect(page.locator(".device summary b")).toHaveText("iPhone 13");
  await expect(page.locator("#s-water_damage")).toHaveText("1 time");
  await page.goto("./#en&join");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("link", { name: "Should I join?" })).toHaveAttribute("aria-current", "page");
});

test("how long others kept their phones stands beside the months, with what it is and where it comes from", async ({
  page,
}) => {
  await openJoin(page, "iphone 13", "2024-08-01");
  await expect(page.locator(".months output")).toHaveText("24か月（2年）");
  const kept = page.locator(".kept");
  await kept.locator("summary", { hasText: "買い替えまでの平均：2人以上の世帯 4.5年" }).click();
  await expect(kept).toContainText("見込みではありません");
  await expect(kept.locator("a[href^=https]").first()).toBeVisible();
  await expect(kept).toContainText("選べる60か月を超えるもの：70歳以上 5.4年");
  await kept.getByRole("button", { name: "2人以上の世帯 4.5年" }).click();
  await expect(page.locator(".months output")).toHaveText("54か月（4年6か月）");
  await expect(kept.getByRole("button", { name: "2人以上の世帯 4.5年" })).toHaveAttribute("aria-pressed", "true");
});

test("the questions, the months and the counts work by keyboard, and the result is announced", async ({ page }) => {
  await page.goto("./");
  await expect(page.locator("article.slip:not([aria-busy])")).toBeVisible();
  await page.getByRole("link", { name: "入るべき？" }).focus();
  await page.keyboard.press("Enter");
  await chooseModel(page, "iphone 13");
  await askOn(page, "2024-08-01");
  await page.locator("#s-months").focus();
  for (let count = 0; count < 4; count += 1) await page.keyboard.press("ArrowRight");
  await expect(page.locator("#s-months")).toHaveAttribute("aria-valuetext", "28か月（2年4か月）");
  await keyboard(page).to(page.locator("li:has(#s-screen_crack) .step").first());
  await page.keyboard.press("Enter");
  await expect(page.locator("#s-screen_crack")).toHaveText("0回");
  await expect(verdict(page)).toHaveText("入らない方が安い");
  await expect(page.locator("[role=status]")).toContainText("入らない方が安い");
  await page.keyboard.press("Enter");
  await expect(page.locator("#s-screen_crack")).toHaveText("0回");
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing: ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`./?lang=${scheme === "dark" ? "en" : "ja"}#join`);
    await expect(page.locator("article.slip:not([aria-busy])")).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await openJoin(page, "iphone 14 pro", "2024-08-01", scheme === "dark" ? "en" : "ja");
    await page.getByText(/ほかのトラブルも仮定する|Imagine other trouble/).click();
    await more(page, "loss").click();
    await page.locator(".refused > summary").click();
    await page.locator(".joins .mini:not([open]) > summary").first().click();
    await cover(page, PLAN).locator("> summary").click();
    await cover(page, PLAN).locator("hosho-trace summary").first().click();
    expect(await faults(page)).toEqual([]);
  });
}
