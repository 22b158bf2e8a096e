// Calculators in articles in a second browser.

import { expect } from "@playwright/test";

import { calculator, CASE, SCRIPTS, test } from "./article.js";
import { keyboard } from "./page.js";

const HOSTILE = `body * { color: red !important; font-size: 40px !important; line-height: 3 !important;
  text-transform: uppercase !important; direction: rtl !important } html { font-size: 62.5% }`;

test("in an article with a strict policy and hostile styles the example answers", async ({ page, host }) => {
  const origin = SCRIPTS.slice(0, -1);
  const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${origin}; style-src 'self'; connect-src ${origin}`;
  await host.open(page, { policy, css: HOSTILE });
  await expect(page.locator("hosho-answer [part=answer]")).toHaveText(
    "0円の見込み（2024年6月30日（日）まで確実に期間内）",
  );
  const verdict = page.locator("hosho-calculator #verdict-word");
  await expect(verdict).toHaveText("無料の見込み");
  await expect(verdict).toHaveCSS("color", "rgb(7, 103, 74)");
  await expect(verdict).toHaveCSS("direction", "ltr");
  await expect(page.locator("hosho-calculator .body")).toHaveCSS("font-size", "16px");
});

test("each question answers, and the keyboard enters another trouble", async ({ page, host }) => {
  await host.open(page, { body: `${calculator(CASE)} ${calculator(`question="until" ${CASE}`)}` });
  const verdict = page.locator("hosho-calculator #verdict-word");
  await expect(verdict).toHaveText(["無料の見込み", "6月30日（日）まで確実"]);
  const { press } = keyboard(page);
  await page.locator("#k-battery_wear").focus();
  await press("ArrowRight");
  await expect(page.locator("#k-screen_crack")).toBeChecked();
  await expect(verdict.first()).not.toHaveText("無料の見込み");
});
