// Paper: what a person takes to the counter of a shop is one sheet; the other questions are printed whole.

import { execFileSync } from "node:child_process";

import { expect, test, type Page } from "@playwright/test";

import { verdict } from "./page.js";

const OTHER = "m=other&mk=other&cat=smartphone&os=android";
const LINEMO = `${OTHER}&b=2023-07-01&c=some&c1=linemo-mochikomi&c1.j=2024-01-10&c1.rd=2024-01-12&c1.u=some&c1.u1.on=2024-03-10&c1.u2.on=2024-09-01&k=screen_crack&quote=30,000`;
const IIJMIO = `${OTHER}&b=2022-07-01&from=retailer&3p=no&mod=no&own=subscriber&l=iijmio&lu=yes&c=some&c1=iijmio-tsunagaru&c1.s=2023-10-07&c1.rd=2023-10-08&c1.u=none`;
const USED = `${OTHER}&b=2022-10-05&from=iijmio&cond=used&mod=no&c=some&c1=iijmio-device-option-used&c1.s=2022-10-07&c1.u=none`;
const APPLECARE = "m=iphone-6&c=some&c1=applecare-plus&c1.s=2015-04-10&k=battery_wear&cap=70&md=no";

/** The stories as links, and a sum of each. */
const SHEETS: Record<string, { link: string; ja: string; en: string }> = {
  "a battery that is free": { link: "d=2024-03-29&m=xiaomi-11t-pro&b=2022-07&from=iijmio&k=battery_wear", ja: "5,500円", en: "5,500 yen" },
  "a battery by the old line": { link: `d=2016-12-01&b=2015-04-05&${APPLECARE}`, ja: "7,800〜8,800円", en: "7,800–8,800 yen" },
  "a battery by the new line": { link: `d=2016-12-01&b=2015-04-10&${APPLECARE}`, ja: "0円", en: "0 yen" },
  "a third claim too early": { link: `d=2025-03-09&${LINEMO}`, ja: "30,000円", en: "30,000 yen" },
  "a third claim in time": { link: `d=2025-03-10&${LINEMO}`, ja: "6,600円", en: "6,600 yen" },
  "a repair above the cap": { link: `d=2024-02-01&${IIJMIO}&k=screen_crack&quote=62,000&r=repair`, ja: "12,000円", en: "12,000 yen" },
  "a used phone in month 24": { link: `d=2024-10-06&${USED}&k=natural_failure`, ja: "40,000円", en: "40,000 yen" },
  "a month that is forgotten": { link: "d=2024-06-15&m=xiaomi-11t-pro&from=iijmio&k=battery_wear", ja: "0〜約8,000円", en: "0 to about 8,000 yen" },
}; // prettier-ignore

async function openLink(page: Page, lang: "ja" | "en", link: string): Promise<void> {
  await page.goto("about:blank"); // the same page with another link would not be loaded anew
  await page.goto(`./?lang=${lang}#v1:${link}`);
  await expect(verdict(page)).toBeVisible();
}

/** The page as a printer gets it. */
const printed = (page: Page): Promise<Buffer> => page.pdf({ format: "A4", printBackground: false });

const pagesOf = (paper: Buffer): number =>
  Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", ["-"], { input: paper }).toString())?.[1]);

/** All words on paper, without blanks, as lines break where they will, and without the marks around quotes. */
const wordsOn = (paper: Buffer): string =>
  bare(execFileSync("pdftotext", ["-raw", "-", "-"], { input: paper }).toString());
const bare = (text: string): string => text.normalize("NFKC").replace(/[\s\u200b「」]/g, "");

/** What the paper looks like. */
const looksOf = (paper: Buffer): Buffer => execFileSync("pdftoppm", ["-r", "60", "-"], { input: paper });

for (const lang of ["ja", "en"] as const) {
  test(`each story is one sheet, with its verdict, sum, sources and steps: ${lang}`, async ({ page }) => {
    for (const [name, { link, ...sums }] of Object.entries(SHEETS)) {
      await openLink(page, lang, link);
      const sources = page.locator("article.slip hosho-trace .sources > li > :first-child");
      await expect(sources.first()).toBeAttached();
      const titles = await sources.allTextContents();
      const steps = await page.locator("article.slip .todo .do").allTextContents();
      const paper = await printed(page);
      expect(pagesOf(paper), name).toBe(1);
      const words = wordsOn(paper);
      for (const text of [await verdict(page).innerText(), sums[lang], ...titles, ...steps])
        expect(words, name).toContain(bare(text));
      expect(titles.length, name).toBeGreaterThan(0);
      await expect(page.locator(".sheet")).toHaveCount(0);
    }
  });
}

test("the sheet names what was entered, and the address of a source", async ({ page }) => {
  await openLink(page, "ja", `${SHEETS["a battery by the old line"]?.link ?? ""}`);
  const words = wordsOn(await printed(page));
  for (const text of [
    "iPhone 6",
    "2015年4月5日（日）",
    "70％",
    "2016年12月1日（木）時点で計算",
    "http://appleifix.jp/",
  ])
    expect(words).toContain(bare(text));
});

test("a box that is ticked on the screen is ticked on paper", async ({ page }) => {
  await openLink(page, "ja", SHEETS["a battery that is free"]?.link ?? "");
  const before = looksOf(await printed(page));
  expect(looksOf(await printed(page)).equals(before)).toBe(true);
  await page.locator(".todo input").nth(1).check();
  expect(looksOf(await printed(page)).equals(before)).toBe(false);
});

const WHOLE = {
  join: "q=join&d=2024-08-01&m=iphone-14-pro&b=2024-08-01&from=apple",
  until: "q=until&d=2024-03-29&m=xiaomi-11t-pro&b=2022-07-10&from=iijmio",
};

for (const [name, link] of Object.entries(WHOLE)) {
  test(`nothing of "${name}" is cut off`, async ({ page }) => {
    await openLink(page, "ja", link);
    await page.locator("main").evaluate((main) => main.lastElementChild?.scrollIntoView());
    if (name === "join") await expect(page.locator("hosho-outlook svg.drawing")).toHaveCount(2);
    await page.emulateMedia({ media: "print" });
    const shown = page.locator("main :is(h2, h3, th, dt, p)").filter({ visible: true });
    const texts = (await shown.allInnerTexts()).filter((text) => text !== "");
    expect(texts.length).toBeGreaterThan(10);
    const words = wordsOn(await printed(page));
    for (const text of texts) expect(words).toContain(bare(text));
  });
}
