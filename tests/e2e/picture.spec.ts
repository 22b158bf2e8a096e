// The chart of the outlook as a file: it stands alone, whatever the screen looks like.

import { readFile } from "node:fs/promises";

import { expect, test, type Page } from "@playwright/test";

import { askOutlook } from "./page.js";

/** The width of the picture; of points it has twice as many. */
const WIDTH = 800;

async function openChart(page: Page, lang: "ja" | "en"): Promise<void> {
  await askOutlook(page, lang);
  await page.locator("hosho-outlook").scrollIntoViewIfNeeded();
  await expect(page.locator("hosho-outlook svg.drawing")).toHaveCount(2);
}

async function saved(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return readFile(await download.path());
}

/** What a reader of the file alone can tell of it. */
const read = (
  page: Page,
  text: string,
): Promise<{ tag: string; words: string; fills: string[]; unstyled: number; outside: string[] }> =>
  page.evaluate((source) => {
    const { documentElement: root } = new DOMParser().parseFromString(source, "image/svg+xml");
    const texts = [...root.querySelectorAll("text")];
    const parts = [...root.querySelectorAll("line, path, circle, rect, text")];
    document.body.append(root);
    const right = root.getBoundingClientRect().right;
    const outside = texts.filter((text) => text.getBoundingClientRect().right > right).map((text) => text.textContent);
    root.remove();
    return {
      outside,
      tag: root.tagName,
      words: texts.map(({ textContent }) => textContent.trim()).join("\n"),
      fills: parts.map((part) => part.getAttribute("fill") ?? ""),
      unstyled: parts.filter((part) => !part.hasAttribute("stroke-width")).length,
    };
  }, text);

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`on a ${colorScheme} screen`, () => {
    test.use({ colorScheme });

    test("the chart is saved as an SVG file that needs nothing beside it", async ({ page }) => {
      await openChart(page, "ja");
      const text = (await saved(page, "図を保存（SVG）")).toString();
      const { tag, words, fills, unstyled, outside } = await read(page, text);
      expect(tag).toBe("svg");
      expect(text).not.toMatch(/var\(|class=|<style|<!--|href=/);
      expect(unstyled).toBe(0);
      expect(outside).toEqual([]);
      expect(fills[0]).toBe("rgb(255, 255, 255)");
      expect(fills).toContain("rgb(26, 32, 35)");
      expect(words).toContain("iPhone 14 Pro：48か月までの累計費用");
      expect(words).toContain("持込端末保証 with AppleCare Services");
      expect(words).toMatch(/24か月で平均[\d,]+円/);
      expect(words).toContain("2024年8月1日時点で計算しました");
      await expect(page.locator(".light")).toHaveCount(0);
    });
  });
}

test("the chart is saved as a PNG file of the same picture", async ({ page }) => {
  await openChart(page, "en");
  const text = (await saved(page, "Save the chart (SVG)")).toString();
  expect((await read(page, text)).outside).toEqual([]);
  const [, height = NaN] = /viewBox="0 0 800 (\d+)"/.exec(text) ?? [];
  const points = await saved(page, "Save the chart (PNG)");
  expect([...points.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect([points.readUInt32BE(16), points.readUInt32BE(20)]).toEqual([2 * WIDTH, 2 * Number(height)]);
  expect(points.length).toBeGreaterThan(40_000); // an empty picture of that size takes a tenth
});
