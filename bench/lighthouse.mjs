// What Lighthouse says of the page, on its own slow phone: `npm run bench:lighthouse`. It is fetched by npx when this is run,
// some 190 MB, and is no part of the gate: on a busy machine its figures for speed say more about the machine.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

import { buildDist } from "../tools/build.mjs";
import { ROOT } from "../tools/process.mjs";
import { serve } from "../tools/serve.mjs";

const LIGHTHOUSE = "lighthouse@12.8.2"; // the last one that runs on Node 20
const PAGES = ["?lang=ja", "?lang=en", "?lang=ja#join", "?lang=ja#until"];
const WANTED = 98;
const TIMES = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];

/** Lighthouse's report on an address. */
async function reportOn(url) {
  const chrome = "--chrome-flags=--headless=new --no-sandbox";
  const words = ["--yes", LIGHTHOUSE, url, "--output=json", "--quiet", chrome];
  const child = spawn("npx", words, {
    env: { ...process.env, CHROME_PATH: "/usr/bin/chromium" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [report] = await Promise.all([text(child.stdout), once(child, "close")]);
  return JSON.parse(report);
}

/** The scores of a report, its times, and the audits that cost a score points. */
function linesOf({ categories, audits }) {
  const scores = Object.values(categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`);
  const times = TIMES.map((id) => `${audits[id].title} ${audits[id].displayValue}`);
  const low = Object.values(categories)
    .filter(({ score }) => score * 100 < WANTED)
    .flatMap(({ auditRefs }) => auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score < 0.9))
    .map(({ id }) => `  below: ${audits[id].title} ${audits[id].displayValue ?? ""}`);
  return [scores.join(", "), times.join(", "), ...low];
}

await buildDist();
const server = await serve(`${ROOT}dist`, { first: 0, brotli: true });
try {
  await reportOn(server.url); // the server compresses, the machine warms up
  for (const page of PAGES) {
    const report = await reportOn(`${server.url}${page}`);
    console.log(`${page}\n  ${linesOf(report).join("\n  ")}`);
    if (Object.values(report.categories).some(({ score }) => score * 100 < WANTED)) process.exitCode = 1;
  }
} finally {
  await server.close();
}
