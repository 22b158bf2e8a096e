import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { faults, open, showExample } from "./page.js";

test("a reader who knows better saves a correction; broken JSON is told and cannot be saved", async ({ page }) => {
  await open(page, "?lang=en");
  await showExample(page);
  const fix = page.locator("hosho-correction").first();
  await fix.locator("summary").click();
  await fix.getByLabel("Which item?").selectOption({ label: "Within 24 months of the date of purchase." });
  await fix.getByLabel("What is wrong?").fill("36 months since 2025");
  await fix.getByLabel("Where can").fill("https://example.com/terms");
  expect(await faults(page)).toEqual([]);
  const edit = fix.getByLabel("What the data say");
  const save = fix.getByRole("button", { name: "Save as a file" });
  await edit.fill("{");
  await expect(edit).toHaveAttribute("aria-invalid", "true");
  await expect(save).toBeDisabled();
  await edit.fill('{ "id": "within-24-months", "months": 36 }');
  const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
  const made = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(made).toMatchObject({ plan: "xiaomi-11t-special-warranty", clause: "within-24-months" });
  expect(made.wrong).toBe("36 months since 2025");
  expect(made.patch.map(({ op }: { op: string }) => op)).toEqual(["test", "replace"]);
});
