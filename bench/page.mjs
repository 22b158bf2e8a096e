// How soon the page answers on a slow phone and a slow line: `npm run bench:page`. Chromium slows itself down by the figures
// of the profile below; the page comes from its own server, compressed as a host does it.

import { cpus } from "node:os";

import { chromium } from "@playwright/test";

import { buildDist } from "../tools/build.mjs";
import { ROOT } from "../tools/process.mjs";
import { serve } from "../tools/serve.mjs";

const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const SLOWDOWN = 4;
const ROUNDS = 5;
/** A battery that wore out: its capacity is typed while the answer stands there. */
const CASE =
  "#v1:d=2016-12-01&m=iphone-6&b=2015-04-10&c=some&c1=applecare-plus&c1.s=2015-04-10&k=battery_wear&cap=79&md=no";
const FIELD = "#f-incident-battery_capacity_percent";
const TYPED = "7069797881798079".match(/../g);

/** In milliseconds; what is wanted of each. */
const WANTED = { first: 2500, second: 700, keystroke: 50 };

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[values.length >> 1];
const p95 = (values) => sorted(values)[Math.ceil(values.length * 0.95) - 1];

/** Runs in the page: notes when a verdict was painted first, and how long each key took until the next painting. */
function watch() {
  const painted = (then) => requestAnimationFrame(() => setTimeout(() => then(performance.now())));
  window.bench = { answered: null, keys: [] };
  const seen = new MutationObserver(() => {
    if (!document.querySelector("#verdict-word")) return;
    seen.disconnect();
    painted((at) => (window.bench.answered = at));
  });
  seen.observe(document, { childList: true, subtree: true });
  addEventListener("keydown", ({ timeStamp }) => painted((at) => window.bench.keys.push(at - timeStamp)), true);
}

async function slowPage(context) {
  const page = await context.newPage();
  await page.addInitScript(watch);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", LINE);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  return page;
}

/** Milliseconds from the start of the navigation until the answer is painted, and until the first key after it is. */
async function visit(page, url) {
  await page.goto(`${url}?lang=ja${CASE}`, { waitUntil: "commit" });
  await page.waitForFunction(() => window.bench.answered !== null, undefined, { polling: 20 });
  const { answered } = await page.evaluate(() => window.bench);
  await page.locator(FIELD).focus();
  await page.keyboard.press("End");
  await page.waitForFunction(() => window.bench.keys.length === 1);
  const [served] = await page.evaluate(() => window.bench.keys.splice(0));
  return { answered, served };
}

/** Milliseconds from each key until the answer to it is painted. */
async function type(page) {
  for (const capacity of TYPED) {
    await page.locator(FIELD).selectText();
    for (const key of capacity) {
      await page.keyboard.press(key);
      await page.waitForTimeout(100);
    }
  }
  return page.evaluate(() => window.bench.keys);
}

async function round(browser, url) {
  const context = await browser.newContext({ locale: "ja-JP", timezoneId: "Asia/Tokyo" });
  const first = await slowPage(context);
  const cold = await visit(first, url);
  const keys = await type(first);
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined)); // the page is kept
  await first.close();
  const warm = await visit(await slowPage(context), url);
  await context.close();
  return { cold, warm, keys };
}

function print(rounds) {
  const rows = [
    ["first visit: answer painted", median(rounds.map(({ cold }) => cold.answered)), WANTED.first],
    ["first visit: first key served after that", median(rounds.map(({ cold }) => cold.served)), WANTED.keystroke],
    ["second visit: answer painted", median(rounds.map(({ warm }) => warm.answered)), WANTED.second],
    ["key until the answer to it is painted, p95", p95(rounds.flatMap(({ keys }) => keys)), WANTED.keystroke],
  ];
  const { latency, downloadThroughput } = LINE;
  console.log(
    `${(downloadThroughput * 8) / 1e6} Mbit/s, ${latency} ms a request, ${SLOWDOWN} times slower than ${cpus()[0]?.model}; median of ${ROUNDS}`,
  );
  for (const [name, found, wanted] of rows)
    console.log(`${name.padEnd(44)} ${found.toFixed(0).padStart(5)} ms of ${wanted}`);
}

await buildDist();
const server = await serve(`${ROOT}dist`, { first: 0, brotli: true });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium" });
try {
  await round(browser, server.url); // the server compresses, the disk caches
  const rounds = [];
  for (let count = 0; count < ROUNDS; count += 1) rounds.push(await round(browser, server.url));
  print(rounds);
} finally {
  await browser.close();
  await server.close();
}
