import { expect, test } from "@playwright/test";
import { faults, open, showExample } from "./page.js";

test("an inquiry in Japanese for the desk is copied, on an English page too", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "?lang=en");
  await showExample(page);
  const inquiry = page.locator("hosho-inquiry").first();
  await inquiry.locator("summary").focus();
  await page.keyboard.press("Enter");
  const text = await inquiry.locator("textarea").inputValue();
  expect(text).toContain("・機種：Xiaomi 11T Pro");
  expect(text).toContain("【お聞きしたいこと】");
  await inquiry.getByRole("button").click();
  await expect(inquiry.getByRole("status")).toHaveText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  expect(await faults(page)).toEqual([]);
});

test("where the clipboard is closed, the text is marked to be copied by hand", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await open(page);
  await showExample(page);
  const inquiry = page.locator("hosho-inquiry").first();
  await inquiry.locator("summary").click();
  await inquiry.getByRole("button").click();
  await expect(inquiry.getByRole("status")).toHaveText("文章を選択しました。手動でコピーしてください。");
  const marked = await inquiry.locator("textarea").evaluate((field: HTMLTextAreaElement) => field.selectionEnd);
  expect(marked).toBeGreaterThan(100);
});
