import { readFile } from "node:fs/promises";

import { expect, test, type Locator, type Page } from "@playwright/test";

import { askOn, askOutlook, chooseModel, faults, keyboard } from "./page.js";

const PLAN = "linemo-mochikomi-applecare";
const section = (page: Page): Locator => page.locator("hosho-outlook");
/** The sentences of the choice that is looked at. */
const tells = (page: Page): Locator => section(page).locator(".tells");
/** A row of the table, by the plans of the choice; no cover: empty. */
const figures = (page: Page, key: string): Locator => section(page).locator(`.figures tr[data-choice="${key}"]`);
const CRACK = "#o-screen-crack";

/** The same, with the outlook on the screen. */
async function openOutlook(page: Page, lang: "ja" | "en" = "ja"): Promise<void> {
  await askOutlook(page, lang);
  await section(page).scrollIntoViewIfNeeded();
  await expect(section(page).locator(".figures")).toBeVisible();
  await expect(section(page).locator("svg.drawing")).toHaveCount(2);
}

interface Figures {
  mean: string;
  band: string;
  dearer: number;
  multiple: number;
}

/** What the library itself says, asked with the same values. */
const asked = (page: Page, screen_crack: number): Promise<Figures> =>
  page.evaluate(
    async ([plan, rate]) => {
      const { loadHosho } = (await import(
        new URL("hosho.js", location.href).href
      )) as typeof import("../../web/api/hosho.js"); // eslint-disable-line
      const hosho = await loadHosho();
      const facts = {
        as_of: "2024-08-01",
        device: { model: "iphone-14-pro", bought_on: "2024-08-01", bought_from: "apple" },
      };
      const { choices } = hosho.outlook(facts as never, {
        from: "2024-08-01",
        months: 24,
        rates_per_year: { screen_crack: rate as number, water_damage: 0.017 },
        prices_yen: { screen_crack: 60400, water_damage: 33800 },
        choices: [[plan as string]],
      });
      const [choice] = choices;
      if (!choice) throw new Error("no choice");
      const grouped = (yen: number): string => Math.round(yen).toLocaleString("en");
      return {
        mean: `${grouped(choice.mean_yen)}円`,
        band: `${grouped(choice.quantiles.p05)}〜${grouped(choice.quantiles.p95)}`,
        dearer: Math.round(choice.dearer_than_none * 100),
        multiple: choice.break_even_rate_multiple ?? NaN,
      };
    },
    [PLAN, screen_crack] as const,
  );

const plain = async (cell: Locator): Promise<string> => (await cell.innerText()).replaceAll("\u200b", "");

test("the outlook has the numbers of the library, and a slider moves them", async ({ page }) => {
  await openOutlook(page);
  const cell = figures(page, PLAN).locator("td.here");
  const first = await asked(page, 0.05);
  expect(await plain(cell.locator("b"))).toBe(first.mean);
  expect(await plain(cell.locator("small"))).toBe(first.band);
  await page.locator(`label[for="o-choice-${PLAN}"]`).click();
  await expect(tells(page)).toContainText(`補償なしの方が安いのは、100回のうち約${first.dearer}回です。`);
  await expect(tells(page)).toContainText("いまの仮定は20年に1回です。");
  await page.locator(CRACK).fill("200");
  await expect(section(page).locator("output[for=o-screen-crack]")).toHaveText("10年に1回（年10.0％）");
  const moved = await asked(page, 0.1);
  expect(moved.mean).not.toBe(first.mean);
  await expect(tells(page)).toContainText(`100回のうち約${moved.dearer}回です。`);
  await expect(tells(page)).toContainText("いまの仮定は10年に1回です。");
  await expect(cell.locator("b")).toHaveText(moved.mean);
});

test("while a slider is held only the outlook follows; the rest of the page hears of it when it is let go", async ({
  page,
}) => {
  await openOutlook(page);
  await page.locator(`label[for="o-choice-${PLAN}"]`).click();
  const before = new URL(page.url()).hash;
  await page.locator(CRACK).evaluate((slider: HTMLInputElement) => {
    slider.value = "200";
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await expect(section(page).locator("output[for=o-screen-crack]")).toHaveText("10年に1回（年10.0％）");
  await expect(tells(page)).toContainText("いまの仮定は10年に1回です。");
  expect(new URL(page.url()).hash).toBe(before);
  await page.locator(CRACK).dispatchEvent("change");
  await expect.poll(() => new URL(page.url()).hash).toContain("rate.screen-crack=200");
});

test("the turning point is the assumed rate times the multiple of the library", async ({ page }) => {
  await openOutlook(page);
  await page.locator(`label[for="o-choice-${PLAN}"]`).click();
  const { multiple } = await asked(page, 0.05);
  const years = 1 / (0.05 * multiple);
  const text = years < 10 ? String(Math.round(years * 10) / 10) : String(Math.round(years));
  await expect(tells(page)).toContainText(`画面割れが${text}年に1回より多いなら`);
});

test("what has no price is left out and said so, until somebody enters one", async ({ page }) => {
  await openOutlook(page);
  const left = section(page).locator(".left-out");
  await expect(left).toContainText("紛失・自然故障");
  await page.locator("#o-replacement").fill("119800");
  await expect(left).not.toContainText("紛失");
  await page.locator("#o-natural-failure-later-price").fill("80000");
  await expect(left).toHaveCount(0);
});

test("a cover whose fee no source tells is drawn once its fee was entered", async ({ page }) => {
  await openOutlook(page);
  await expect(figures(page, "applecare-plus")).toHaveCount(0);
  await page.locator("#o-fee-applecare-plus").fill("1180");
  await expect(figures(page, "applecare-plus")).toBeVisible();
  await expect(section(page).locator(".legend")).toContainText("AppleCare+");
});

test("the worst case is off until somebody wants it, and ends where a slider is moved", async ({ page }) => {
  await openOutlook(page);
  const rate = section(page).locator("output[for=o-screen-crack]");
  await expect(rate).toHaveText("20年に1回（年5.0％）");
  await page.locator("label[for=o-worst]").click();
  await expect(rate).toHaveText("3.6年に1回（年27.6％）");
  await expect(section(page).locator("output[for=o-other-damage]")).toHaveText("11年に1回（年9.4％）");
  await expect(tells(page)).toContainText("いまの仮定は3.6年に1回です。");
  await section(page).locator(".worst summary").click();
  await expect(section(page).locator(".worst .from")).toContainText("上限とみてください");
  await page.locator(CRACK).fill("100");
  await expect(page.locator("#o-worst")).not.toBeChecked();
  await expect(rate).toHaveText("20年に1回（年5.0％）");
});

test("the battery is off until somebody wants it", async ({ page }) => {
  await openOutlook(page);
  const before = await figures(page, "").locator("td.here b").innerText();
  await expect(page.locator("#o-cycles")).toHaveCount(0);
  await page.locator("label[for=o-battery]").click();
  await expect(page.locator("#o-design")).toHaveValue("500");
  await expect(section(page).locator(".look")).toContainText("17か月目に80％を下回る");
  await expect(figures(page, "").locator("td.here b")).not.toHaveText(before);
});

test("table and file say the same", async ({ page }) => {
  await openOutlook(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "月ごとの数字を保存" }).click(),
  ]);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv.startsWith("\uFEFF")).toBe(true);
  const [head = "", ...lines] = csv.slice(1).trim().split("\r\n");
  expect(lines).toHaveLength(48);
  const rows = section(page).locator(".figures tbody tr");
  expect(head.split(",")).toHaveLength(1 + 5 * (await rows.count()));
  for (const [place, row] of (await rows.all()).entries()) {
    const cells = await row.locator("td").all();
    for (const [year, cell] of cells.entries()) {
      const at = (lines[(year + 1) * 12 - 1] ?? "")
        .split(",")
        .map(Number)
        .slice(1 + 5 * place);
      const [, mean = NaN, low = NaN, , high = NaN] = at;
      const grouped = (yen: number): string => yen.toLocaleString("en");
      expect(await plain(cell.locator("b"))).toBe(`${grouped(mean)}円`);
      expect(await plain(cell.locator("small"))).toBe(
        low === high ? grouped(low) : `${grouped(low)}〜${grouped(high)}`,
      );
    }
  }
});

test("a keyboard is enough: a slider, a choice, where a figure comes from", async ({ page }) => {
  await openOutlook(page);
  const { press, to } = keyboard(page);
  await page.locator(`input[name=o-choice]:checked`).focus();
  await press("ArrowRight");
  await expect(section(page).locator(".look")).toContainText("で24か月使う場合の平均です");
  await to(CRACK);
  await press("ArrowRight", "ArrowRight");
  await expect(page.locator(CRACK)).toHaveAttribute("aria-valuetext", "18年に1回（年5.5％）");
  await press("Tab", "Enter");
  await expect(section(page).locator(".from[open]")).toContainText("国内の調査");
  await expect(section(page).locator(".from[open] a").first()).toHaveAttribute("href", /^https/);
});

test("where the drawing does not come, a sentence and the table stand in for it", async ({ page }) => {
  await page.route("**/geometry-*.js", (route) => route.abort());
  await page.goto("./?lang=ja#join");
  await expect(page.locator("article.slip:not([aria-busy])")).toBeVisible();
  await chooseModel(page, "iphone 14 pro");
  await askOn(page, "2024-08-01");
  await page.locator(".device .form > .btn.main").click();
  await section(page).scrollIntoViewIfNeeded();
  await expect(section(page).getByText("図を読み込めませんでした").first()).toBeVisible();
  await expect(figures(page, "")).toBeVisible();
});

test.describe("on a small screen", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("paper has all of it, also where nobody has scrolled to it", async ({ page }) => {
    await askOutlook(page);
    await expect.poll(() => section(page).evaluate((part) => "geometry" in part && part.geometry !== null)).toBe(true);
    await expect(section(page).locator("h3")).toHaveCount(0);
    await page.evaluate(() => {
      const count = (parts: string): number => document.querySelectorAll(`hosho-outlook ${parts}`).length;
      addEventListener("beforeprint", () => {
        document.body.dataset["printed"] = [
          count("svg.drawing"),
          count(".tells li"),
          count(".figures tbody tr"),
        ].join();
      });
    });
    await page.pdf();
    const [drawings, sentences, rows] = ((await page.locator("body").getAttribute("data-printed")) ?? "").split(",").map(Number); // prettier-ignore
    expect(drawings).toBe(2);
    expect(sentences).toBeGreaterThan(2);
    expect(rows).toBeGreaterThan(3);
    await page.emulateMedia({ media: "print" });
    await expect(section(page).locator("svg.drawing").first()).toBeVisible();
    await expect(section(page).locator(".figures")).toBeVisible();
    await expect(section(page).locator("input[type=range]").first()).toBeHidden();
  });

  for (const lang of ["ja", "en"] as const) {
    test(`it fits, has no faults, and its charts have names: ${lang}`, async ({ page }) => {
      await openOutlook(page, lang);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await faults(page)).toEqual([]);
      const chart = page.getByRole("img", {
        name: lang === "ja" ? "48か月までの累計費用" : "Total cost up to month 48",
      });
      await expect(chart).toBeVisible();
      expect(await chart.locator("desc").textContent()).toContain(lang === "ja" ? "24か月で平均" : "after 24 months");
      const size = await chart
        .locator("text")
        .first()
        .evaluate((text) => getComputedStyle(text).fontSize);
      expect(size).toBe("12px");
      const outside = await section(page)
        .locator("svg.drawing text")
        .evaluateAll((texts) =>
          texts
            .filter((text) => {
              const [own, whole] = [text, text.closest("svg")].map((part) => part?.getBoundingClientRect());
              return !own || !whole || own.left < whole.left - 1 || own.right > whole.right + 1;
            })
            .map((text) => text.textContent),
        );
      expect(outside).toEqual([]);
      const months = await chart
        .locator("text:not(.heretag)")
        .evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect()).map(({ left, right, bottom }) => ({ left, right, bottom }))); // prettier-ignore
      const lowest = months.filter(({ bottom }) => bottom > Math.max(...months.map((one) => one.bottom)) - 2);
      expect(lowest.length).toBeGreaterThan(3);
      for (const [place, { left }] of lowest.entries()) expect(left).toBeGreaterThan(lowest[place - 1]?.right ?? 0);
      const box = await chart.boundingBox();
      expect(String(Math.round(box?.width ?? 0))).toBe(await chart.getAttribute("width"));
    });
  }
});

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });

  test("it has no faults", async ({ page }) => {
    await openOutlook(page);
    expect(await faults(page)).toEqual([]);
  });
});
