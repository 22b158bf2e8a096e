import { readFile } from "node:fs/promises";

import { expect, test, type Locator, type Page } from "@playwright/test";
import ICAL from "ical.js";

import {
  askOn,
  chooseBought,
  chooseDay,
  chooseModel,
  chooseSeller,
  faults,
  holdCover,
  keyboard,
  openForm,
} from "./page.js";

/** A day of the page's list. */
interface Listed {
  day: string;
  uid: string;
  what: string;
}

const days = (page: Page): Locator => page.locator("ol.time > li[data-day]").filter({ visible: true });
const next = (page: Page): Locator => page.locator("#verdict-word");
const leaving = (page: Page): Locator => page.locator(".leaving > summary");
const changes = (page: Page): Locator => page.locator(".changes > li");

async function open(page: Page, lang = "ja"): Promise<void> {
  await page.goto(`./?lang=${lang}#until`);
  await expect(page.locator("hosho-page-until .slip:not([aria-busy])")).toBeVisible();
}

/** A phone with a warranty of its own, and a cover that was used once. */
async function enter(page: Page, seller: string, cover: string): Promise<void> {
  await askOn(page, "2024-03-29");
  await chooseModel(page, "11t p");
  await chooseBought(page, "2022", "7");
  await chooseSeller(page, seller);
  await holdCover(page, cover, "2023", "11", "4");
  await page.locator("label[for=f-covers-0-claims-1]").click();
  await chooseDay(page, "f-covers-0-claims-0-on", "2024", "1", "10");
  await page.locator(".device .form .btn.main").click();
}

const listed = (page: Page): Promise<Listed[]> =>
  days(page).evaluateAll((items) =>
    items.map((item) => {
      const { day = "", plan = "", kind = "" } = (item as HTMLElement).dataset;
      return { day, uid: `${plan}.${kind}.${day}@hosho`, what: item.querySelector(".what b")?.textContent ?? "" };
    }),
  );

async function saved(page: Page, label: string): Promise<ICAL.Component[]> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: label }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("hosho.ics");
  const text = await readFile(await file.path(), "utf8");
  return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents("vevent");
}

/** The file and the list tell the same days, each with two reminders. */
async function sameDays(page: Page, label: string): Promise<void> {
  const onPage = await listed(page);
  expect(onPage.length).toBeGreaterThan(1);
  const inFile = await saved(page, label);
  const told = inFile.map((event) => ({
    day: String(event.getFirstPropertyValue("dtstart")),
    uid: String(event.getFirstPropertyValue("uid")),
    what: String(event.getFirstPropertyValue("summary")),
  }));
  expect(told.map(({ day, uid }) => ({ day, uid }))).toEqual(onPage.map(({ day, uid }) => ({ day, uid })));
  onPage.forEach(({ what }, index) => expect(told[index]?.what).toContain(what));
  for (const event of inFile) expect(event.getAllSubcomponents("valarm")).toHaveLength(2);
}

const WALKS = {
  ja: {
    seller: "IIJmio",
    cover: "持込端末保証（Android",
    next: "6月30日（日）まで確実",
    first: ["2024年6月30日（日）まで確実", "期間の終わり", "あと93日", "いちばん遅い場合は2024年7月31日（水）まで。"],
    opens: "2025年1月10日（金）から",
    save: "カレンダーに追加（.ics）",
    done: "2件の日付のファイルを作りました",
  },
  en: {
    seller: "IIJmio",
    cover: "cover (Android",
    next: "certain until Sun 30 June",
    first: ["certain until Sun 30 June 2024", "Cover ends", "93 days left", "At the latest until Wed 31 July 2024."],
    opens: "from Fri 10 January 2025",
    save: "Add to my calendar (.ics)",
    done: "The file with 2 dates is ready",
  },
};

for (const [lang, walk] of Object.entries(WALKS)) {
  test(`from the phone to the calendar, on a small screen: ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, lang);
    await enter(page, walk.seller, walk.cover);
    await expect(next(page)).toHaveText(walk.next);
    await expect(days(page)).toHaveCount(2);
    for (const text of walk.first) await expect(days(page).first()).toContainText(text);
    await expect(days(page).last()).toContainText(walk.opens);
    await expect(page.locator(".lanes .lane:not(.past)")).toHaveCount(2);
    await sameDays(page, walk.save);
    await expect(page.locator(".acts [role=status]")).toContainText(walk.done);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
}

test("why a day is a day stands behind a fold, with its source", async ({ page }) => {
  await open(page);
  await enter(page, "IIJmio", "持込端末保証（Android");
  await days(page).first().getByText("この日の理由と出典").click();
  await expect(days(page).first().locator(".tree")).toContainText("民法の数え方");
  await expect(days(page).first().locator(".cite").first()).toContainText("購入日から 24 ヶ月以内であれば");
  await days(page).first().getByRole("link", { name: "買った日を入力する" }).click();
  await expect(page.locator("#f-device-bought_on-day")).toBeFocused();
  await page.locator("#f-device-bought_on-day").selectOption("15");
  await expect(days(page).first()).toContainText("2024年7月14日（日）まで確実");
  await expect(days(page).first()).toContainText("数え方が2通り");
});

test("what is over is folded, and is not in the file", async ({ page }) => {
  await open(page);
  await enter(page, "IIJmio", "持込端末保証（Android");
  await openForm(page);
  await askOn(page, "2024-12-01");
  await expect(days(page)).toHaveCount(1);
  await page.locator("details.over > summary").click();
  const over = page.locator("details.over li", { hasText: "特別保証" }).last();
  await expect(over).toContainText("2024年6月30日（日）まで確実でした");
  await expect(over).toContainText("154日すぎています");
  expect(await saved(page, "カレンダーに追加（.ics）")).toHaveLength(1);
});

test("a cover that is given up, or left behind with its line, shows what ends", async ({ page }) => {
  await open(page);
  await askOn(page, "2020-08-01");
  await chooseModel(page, "iphone 8");
  await chooseBought(page, "2018", "1", "20");
  await chooseSeller(page, "au");
  await holdCover(page, "au端末サポート", "2018", "1", "20");
  await expect(days(page)).toHaveCount(1);
  await expect(changes(page)).toHaveCount(0);
  await leaving(page).click();
  await page.locator("#leave-carrier").selectOption("iijmio");
  await chooseDay(page, "leave-line", "2021", "5", "1");
  await expect(next(page)).toHaveText("4月30日（金）まで");
  await expect(changes(page)).toHaveText([/新しい日付.*2021年4月30日（金）まで/, /なくなる日付.*2022年1月19日（水）/]);
  await chooseDay(page, "leave-0", "2020", "12", "31");
  await expect(next(page)).toHaveText("12月31日（木）まで");
});

test("the days follow the person from one question to the other", async ({ page }) => {
  await open(page);
  await page.locator(".slip .row a").click();
  await expect(next(page)).toBeVisible();
  const before = await listed(page);
  await page.locator(".questions a").first().click();
  await page.locator(".questions a").last().click();
  expect(await listed(page)).toEqual(before);
});

test("the calendar file is asked for only when it is wanted, and needs no other place", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page);
  await page.locator(".slip .row a").click();
  expect(asked.filter((url) => url.includes("calendar"))).toEqual([]);
  await saved(page, "カレンダーに追加（.ics）");
  expect(asked.filter((url) => url.includes("calendar"))).toHaveLength(1);
  expect(asked.filter((url) => !url.startsWith("blob:") && new URL(url).origin !== new URL(page.url()).origin)).toEqual(
    [],
  );
});

test("where the part that makes the file does not come, the page says so and the button can be pressed again", async ({
  page,
}) => {
  await open(page);
  await page.locator(".slip .row a").click();
  await page.route("**/calendar-*.js", (route) => route.abort());
  await page.getByRole("button", { name: "カレンダーに追加（.ics）" }).click();
  await expect(page.locator(".acts [role=status]")).toContainText("ファイルを作れませんでした");
  await page.unroute("**/calendar-*.js");
  expect((await saved(page, "カレンダーに追加（.ics）")).length).toBeGreaterThan(0);
});

test("without a connection the page says so in a sentence, and the file is made once it is back", async ({
  page,
  context,
}) => {
  await open(page);
  await page.locator(".slip .row a").click();
  await context.setOffline(true);
  await page.getByRole("button", { name: "カレンダーに追加（.ics）" }).click();
  await expect(page.locator(".acts [role=status]")).toHaveText("ファイルを作れませんでした。もう一度お試しください。");
  await expect(days(page).first()).toBeVisible();
  await context.setOffline(false);
  expect((await saved(page, "カレンダーに追加（.ics）")).length).toBeGreaterThan(0);
});

test("a day that hangs on what was not said is not drawn as if it were sure", async ({ page }) => {
  await open(page);
  await askOn(page, "2024-03-29");
  await chooseModel(page, "11t p");
  await chooseBought(page, "2024", "3", "29");
  await chooseSeller(page, "IIJmio");
  const door = days(page).filter({ hasText: "加入の期限" }).first();
  await expect(door.locator(".pill.q")).toHaveText("条件によります");
  await expect(door.locator(".dot")).not.toHaveClass(/fill/);
  await expect(door.locator(".gap")).toContainText("規約に記載がありません");
  await expect(page.locator("hosho-next-question .next")).toBeVisible();
  const sure = days(page).filter({ hasText: "特別保証" }).last();
  await expect(sure.locator(".pill.q")).toHaveCount(0);
  expect(await faults(page)).toEqual([]);
});

test("list, folds and file can be reached by keyboard alone", async ({ page }) => {
  await open(page);
  await enter(page, "IIJmio", "持込端末保証（Android");
  await expect(next(page)).toBeFocused();
  const { press, to } = keyboard(page);
  await to(page.getByRole("button", { name: "カレンダーに追加（.ics）" }));
  const download = page.waitForEvent("download");
  await press("Enter");
  await download;
  await to(days(page).first().locator("summary"));
  await press("Enter");
  await expect(days(page).first().locator(".tree")).toBeVisible();
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, scheme === "dark" ? "en" : "ja");
    expect(await faults(page)).toEqual([]);
    await enter(page, "IIJmio", scheme === "dark" ? "cover (Android" : "持込端末保証（Android");
    await leaving(page).click();
    await chooseDay(page, "leave-0", "2024", "6", "10");
    await expect(changes(page).first()).toBeVisible();
    await page.locator("details.over > summary").click();
    await days(page).last().locator("summary").click();
    expect(await faults(page)).toEqual([]);
  });
}

test("what stays in view beside the answer does not lie over the foot of the page", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 480 });
  await page.goto("./?lang=ja#v1:q=until&d=2024-03-29&m=xiaomi-11t-pro&b=2022-07-15&from=iijmio");
  await expect(page.locator("#verdict-word")).toBeVisible();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.locator(".foot a").last().click({ trial: true, timeout: 5000 });
  await page.locator(".foot summary").first().click({ trial: true, timeout: 5000 });
});
