// What an article says to readers without scripts. Firefox cannot be told over WebDriver BiDi to run none.

import { join } from "node:path";

import { expect } from "@playwright/test";

import { EXAMPLES, SCRIPTS, test } from "./article.js";

test.use({ javaScriptEnabled: false });

test("what the author wrote is read", async ({ page, host }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await host.open(page, { folder: join(EXAMPLES, "no-script") });
  await expect(page.locator("hosho-answer")).toHaveText("期間内なら無料");
  await expect(page.locator("hosho-calculator p").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "自分の端末で計算する" })).toBeVisible();
  expect(requests.filter((url) => url.startsWith(SCRIPTS))).toEqual([]);
});
