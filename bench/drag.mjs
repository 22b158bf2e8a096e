// What dragging a rate costs the page (part of `npm run bench`): moves a slider of the outlook step by step, at 360 px and
// with 60 months, and prints how long the main thread was taken at a time. CPU=4 slows the processor down so often.

/* global document -- `drag` runs in the page */
import { chromium } from "@playwright/test";

import { buildDist } from "../tools/build.mjs";
import { ROOT } from "../tools/process.mjs";
import { serve } from "../tools/serve.mjs";

const STEPS = 60;
const STEP_MS = 50;
const CASE = "q=join&d=2024-08-01&m=iphone-14-pro&b=2024-08-01&from=apple&t=60";
const { CPU = "1" } = process.env;

/** Moves the slider to and fro, as fast as a hand does, and notes every task that the browser calls long. */
async function drag([steps, pause]) {
  const long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask",
  });
  const handled = [];
  const slider = document.querySelector("#o-screen-crack");
  for (let step = 0; step < steps; step++) {
    slider.value = String(5 * (step % 41));
    const start = performance.now();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((next) => setTimeout(next));
    handled.push(performance.now() - start);
    await new Promise((next) => setTimeout(next, pause));
  }
  return { long, handled: handled.sort((a, b) => a - b) };
}

await buildDist();
const { url, close } = await serve(`${ROOT}dist`, { first: 0 });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium" });
try {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: "ja-JP" });
  const session = await page.context().newCDPSession(page);
  await page.goto(`${url}#v1:${CASE}`);
  await page.locator("hosho-outlook").scrollIntoViewIfNeeded();
  await page.locator("hosho-outlook .figures").waitFor();
  await session.send("Emulation.setCPUThrottlingRate", { rate: Number(CPU) });
  const { long, handled } = await page.evaluate(drag, [STEPS, STEP_MS]);
  const at = (share) => handled[Math.floor(share * (handled.length - 1))].toFixed(1);
  console.log(`${STEPS} steps at 60 months, processor slowed down ${CPU} times`);
  console.log(`  one step takes the main thread ${at(0.5)} ms (median), ${at(0.95)} ms (95 %), ${at(1)} ms at most`);
  console.log(`  tasks over 50 ms: ${long.length === 0 ? "none" : long.map((one) => one.toFixed(0)).join(", ")}`);
} finally {
  await browser.close();
  await close();
}
