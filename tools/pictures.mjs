// Pictures of every state of the page, to be looked at: `node tools/pictures.mjs FOLDER [STATE …]`, after a build. Three
// widths, both schemes, both languages.

import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { chromium } from "@playwright/test";

import { ROOT } from "./process.mjs";
import { serve } from "./serve.mjs";

const WIDTHS = [360, 768, 1280];
const SCHEMES = ["light", "dark"];
const LANGUAGES = ["ja", "en"];

const BATTERY = "d=2024-03-29&m=xiaomi-11t-pro&b=2022-07-15&from=iijmio&cond=new&k=battery_wear&cap=78";
const IPHONE = "d=2024-08-01&m=iphone-14-pro&b=2024-08-01&from=apple";
const COVERED =
  "d=2024-04-01&m=other&mk=other&cat=smartphone&os=android&k=screen_crack&quote=62000" +
  "&c=some&c1=linemo-mochikomi&c1.this=yes&c1.j=2023-11-04&c1.s=2023-11-04&c1.u=some&c1.u1.on=2024-01-10&c1.u1.k=screen_crack";

const wait = (selector) => (page) => page.locator(selector).first().waitFor();
const click = (selector) => (page) => page.locator(selector).first().click();
const inTurn =
  (...steps) =>
  async (page) => {
    for (const step of steps) await step(page);
  };
const openAll = (page) =>
  page.locator("details").evaluateAll((all) => {
    for (const one of all) one.open = true;
  });

/** By name: what stands behind # and what is done there. */
const STATES = {
  empty: { hash: "" },
  broke: { hash: `#v1:${BATTERY}` },
  "broke-open": { hash: `#v1:${BATTERY}`, act: openAll },
  covered: { hash: `#v1:${COVERED}`, act: wait("#verdict-word") },
  waiting: { hash: "#v1:m=iphone-13&k=screen_crack" },
  form: { hash: `#v1:${BATTERY}`, act: click(".device > summary") },
  "what-if": { hash: `#v1:${BATTERY}`, act: inTurn(wait("hosho-what-if .chip"), click("hosho-what-if .chip")) },
  unread: { hash: "#v1:m=iphone-13&colour=red&b=summer&k=battery_wear" },
  join: { hash: `#v1:q=join&${IPHONE}&t=36` },
  until: { hash: `#v1:q=until&${COVERED}` },
  broken: {
    hash: `#v1:${BATTERY}`,
    before: (page) => page.route("**/hosho.wasm", (route) => route.abort()),
    act: (page) => page.waitForTimeout(900),
  },
  loading: {
    hash: `#v1:${BATTERY}`,
    before: (page) => page.route("**/hosho.wasm", () => undefined),
    act: (page) => page.waitForTimeout(900),
  },
};

async function picture(browser, url, name, [width, colorScheme, lang], folder) {
  const { hash, before, act } = STATES[name];
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme,
    locale: lang,
    reducedMotion: "reduce",
  });
  await before?.(page);
  await page.goto(`${url}?lang=${lang}${hash}`);
  await page
    .locator(before ? ".slip, .bar-note" : ".slip:not([aria-busy])")
    .first()
    .waitFor();
  await act?.(page);
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}-${lang}.png`), fullPage: true });
  await page.close();
}

const [folder, ...names] = process.argv.slice(2);
if (!folder) throw new Error("usage: node tools/pictures.mjs FOLDER [STATE …]");
mkdirSync(folder, { recursive: true });
const { url, close } = await serve(`${ROOT}dist`, { first: 0 });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium" });
const looks = WIDTHS.flatMap((width) => SCHEMES.flatMap((scheme) => LANGUAGES.map((lang) => [width, scheme, lang])));
for (const name of names.length > 0 ? names : Object.keys(STATES)) {
  for (const look of looks) await picture(browser, url, name, look, folder);
  console.log(name);
}
await browser.close();
await close();
