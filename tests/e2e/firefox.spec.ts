// Each question in each language in a second browser, by keyboard alone.

import { expect, test, type Page } from "@playwright/test";

import { keyboard, verdict } from "./page.js";

type Lang = "ja" | "en";

/** The day on which the walks are walked, so that nobody has to type it. */
const TODAY = new Date("2024-03-29T03:00:00Z");

const SAYS = {
  broke: { ja: "無料の見込み", en: "Probably free" },
  until: { ja: "7月9日（火）まで確実", en: "certain until Tue 9 July" },
  join: { ja: "加入できるなら、入る方が安い", en: "Cheaper, if you can join" },
};

/** Opens the page; the question is chosen with Enter. */
async function start(page: Page, lang: Lang, question: string): Promise<ReturnType<typeof keyboard>> {
  await page.clock.setFixedTime(TODAY);
  await page.goto(`./?lang=${lang}`);
  await expect(page.locator(".slip:not([aria-busy])")).toBeVisible();
  const keys = keyboard(page);
  await keys.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  if (question === "broke") return keys;
  await keys.to(page.locator(`.questions a[href$="${question}"]`));
  await keys.press("Enter");
  await expect(page.locator(`hosho-page-${question}`)).toBeVisible();
  return keys;
}

/** A phone: what is typed for its model, its seller, and year, month and day of purchase; months have names in English. */
interface Phone {
  model: string;
  seller: string;
  year: string;
  month: Record<Lang, string>;
  day: string;
}

const XIAOMI: Phone = { model: "11t p", seller: "IIJ", year: "2022", month: { ja: "7", en: "Jul" }, day: "10" };
const IPHONE: Phone = {
  model: "iphone 14 pro",
  seller: "Apple",
  year: "2024",
  month: { ja: "3", en: "Mar" },
  day: "29",
};

/** Tells which phone it is. */
async function tellPhone(page: Page, lang: Lang, { model, seller, year, month, day }: Phone): Promise<void> {
  const { press, to } = keyboard(page);
  await to("#f-device-model");
  await page.keyboard.type(model);
  await expect(page.locator("#f-device-model-list [role=option]").first()).toBeVisible();
  await press("ArrowDown", "Enter");
  for (const [part, typed] of Object.entries({ year, month: month[lang], day })) {
    await to(`#f-device-bought_on-${part}`);
    await page.keyboard.type(typed);
    await expect(page.locator(`#f-device-bought_on-${part}`)).not.toHaveValue("");
  }
  await to("#f-device-bought_from");
  await page.keyboard.type(seller);
}

for (const lang of ["ja", "en"] as const) {
  test(`it broke: ${lang}`, async ({ page }) => {
    const { press, to } = await start(page, lang, "broke");
    await tellPhone(page, lang, XIAOMI);
    await to("#k-battery_wear");
    await press("Space");
    await expect(verdict(page)).toHaveText(SAYS.broke[lang]);
    await to("hosho-trace > details > summary");
    await press("Enter");
    await expect(page.locator("hosho-trace .tree").first()).toBeVisible();
    const box = page.locator(".todo input").first();
    await to(box);
    await press("Space");
    await expect(box).toBeChecked();
  });

  test(`should I join: ${lang}`, async ({ page }) => {
    const { press, to } = await start(page, lang, "join");
    await tellPhone(page, lang, IPHONE);
    await to(".device .form > .btn.main");
    await press("Enter");
    await expect(verdict(page)).toHaveText(SAYS.join[lang]);
    const times = page.locator("#s-screen_crack");
    const before = await times.innerText();
    await to(page.locator("li:has(#s-screen_crack) .step").last());
    await press("Enter");
    await expect(times).not.toHaveText(before);
  });

  test(`until when: ${lang}`, async ({ page }) => {
    const { press, to } = await start(page, lang, "until");
    await tellPhone(page, lang, XIAOMI);
    await to(".device .form > .btn.main");
    await press("Enter");
    await expect(verdict(page)).toHaveText(SAYS.until[lang]);
    const why = page.locator(".time > li details > summary").filter({ visible: true }).last();
    await to(why);
    await press("Enter");
    await expect(page.locator(".time .tree").last()).toBeVisible();
  });
}
