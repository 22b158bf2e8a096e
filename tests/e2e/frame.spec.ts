// Calculators in frames of articles, which are on another origin; in both browsers.

import { readFile } from "node:fs/promises";

import { expect, type Frame, type Locator, type Page } from "@playwright/test";
import { transform } from "esbuild";

import { SCRIPTS, test, type ArticleHost } from "./article.js";

const CASE =
  "plan=xiaomi-11t-special-warranty&device=xiaomi-11t-pro&bought-on=2022-07&bought-from=iijmio&incident=battery_wear&as-of=2024-03-29";
const SOURCES = new URL("../../web/embed/", import.meta.url);
const FRAME = `${SCRIPTS}embed.html`;
const SCRIPT = `<script src="${SCRIPTS}embed-frame.js"></script>`;

const frame = (fragment: string, id = "first"): string =>
  `<iframe id="${id}" src="${FRAME}#${fragment}" width="100%" height="300" referrerpolicy="no-referrer"></iframe>`;
const heightOf = (page: Page, id = "first"): Promise<number> =>
  page.locator(`#${id}`).evaluate((element) => (element as HTMLElement).offsetHeight);
const verdictIn = (page: Page, id = "first"): Locator =>
  page.frameLocator(`#${id}`).locator("hosho-calculator #verdict-word");
const contentHeight = (page: Page, id = "first"): Promise<number> =>
  page
    .frameLocator(`#${id}`)
    .locator("body")
    .evaluate((body) => Math.ceil(body.getBoundingClientRect().height) + 4);

/** The frames of ours on a page, in their order. */
const framesOf = (page: Page): Frame[] => page.frames().filter((one) => one.url().startsWith(FRAME));

/** Puts something behind the text of the article. */
const add = (page: Page, html: string): Promise<void> =>
  page.locator("article").evaluate((article, text) => article.insertAdjacentHTML("beforeend", text), html);

/** Waits until a frame is as high as what is in it; it has a border of 2 pixels. */
const fits = async (page: Page, id = "first"): Promise<void> => {
  await expect
    .poll(async () => (await heightOf(page, id)) - (await contentHeight(page, id)), { message: `height of ${id}` })
    .toBe(0);
};

test("a fragment is a calculator: it answers, in its language and look, and no server is told", async ({
  page,
  host,
}) => {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(SCRIPTS)) sent.push(`${request.url()} ${request.headers()["referer"] ?? ""}`);
  });
  await host.open(page, { body: frame(`${CASE}&lang=en&accent=%23a02040&radius=0px&ink=url(x)`) });
  await expect(verdictIn(page)).toHaveText("Probably free");
  const inside = page.frameLocator("#first");
  await expect(inside.locator("html")).toHaveAttribute("lang", "en");
  const look = await inside
    .locator("hosho-calculator")
    .evaluate(({ style }) => ["accent", "radius", "ink"].map((name) => style.getPropertyValue(`--hosho-${name}`)));
  expect(look).toEqual(["#a02040", "0px", ""]);
  expect(sent.filter((line) => /xiaomi-11t-pro|2022-07/.test(line))).toEqual([]);
  expect(sent.find((line) => line.startsWith(FRAME))).toBe(`${FRAME} `);
});

test("another fragment is another case; without the script the frame keeps its height", async ({ page, host }) => {
  await host.open(page, { body: frame(CASE) });
  await expect(verdictIn(page)).toHaveText("無料の見込み");
  await page
    .locator("#first")
    .evaluate(
      (element, src) => ((element as HTMLIFrameElement).src = src),
      `${FRAME}#${CASE.replace("&incident=battery_wear", "&incident=screen_crack")}`,
    );
  await expect(verdictIn(page)).not.toHaveText("無料の見込み");
  expect(await heightOf(page)).toBe(304);
});

test("each frame is as high as what is in it, also once there is less, and one that comes later", async ({
  page,
  host,
}) => {
  await host.open(page, { body: `${SCRIPT}${frame(CASE)}${frame(`${CASE}&compact`, "second")}` });
  for (const id of ["first", "second"]) {
    await expect(verdictIn(page, id)).toBeVisible();
    await fits(page, id);
  }
  const high = await heightOf(page);
  expect(await heightOf(page, "second")).toBeLessThan(high);
  await page
    .frameLocator("#first")
    .locator("body")
    .evaluate((body) => body.replaceChildren("short"));
  await fits(page);
  expect(await heightOf(page)).toBeLessThan(60);
  await add(page, frame(CASE, "third"));
  await page.locator("#third").scrollIntoViewIfNeeded();
  await expect(verdictIn(page, "third")).toBeVisible();
  await fits(page, "third");
});

test("the page of a frame may be framed by anyone, the page itself by nobody", async ({ page, host }) => {
  await host.open(page, { body: `${frame(CASE)}<iframe id="whole" src="${SCRIPTS}index.html"></iframe>` });
  await expect(verdictIn(page)).toBeVisible();
  await expect(page.frameLocator("#whole").locator("hosho-page")).toHaveCount(0);
  const { headers } = await fetch(FRAME);
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; .*frame-ancestors \*$/);
  const whole = await fetch(`${SCRIPTS}index.html`);
  expect(whole.headers.get("content-security-policy")).toMatch(/frame-ancestors 'none'$/);
});

/** Whatever was told to the article so far. */
const heardOn = (page: Page): Promise<Message[]> => page.evaluate(() => (globalThis as never)["heard"]);

/** An article with a frame of ours and one of nobody's; the id of the first, as the article itself can hear it. */
async function openBesideHostile(page: Page, host: ArticleHost): Promise<string> {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    addEventListener("message", ({ data }) => heard.push(data));
  });
  await host.open(page, { body: `${SCRIPT}${frame("")}<iframe id="hostile" src="article.css"></iframe>` });
  await expect(page.frameLocator("#first").locator("hosho-calculator article.slip")).toBeVisible();
  await fits(page);
  return (await heardOn(page))[0]?.hosho ?? "";
}

const hostile = (page: Page): Frame => page.frames().find((one) => one.url().endsWith("article.css")) as Frame;
const ours = (page: Page): Frame => framesOf(page)[0] as Frame;
/** Sends what is no height of ours from a frame to the article. */
const send = (from: Frame, data: unknown): Promise<void> =>
  from.evaluate((message) => parent.postMessage(message, "*"), data);

/** What is told to the article. */
interface Message {
  hosho: string;
  height: unknown;
}

/** A message, who sends it, and the guard of the script that stands against it. */
const ATTACKS: Record<
  string,
  { guard: string; height?: unknown; attack: (page: Page, told: Message) => Promise<void> }
> = {
  "another window": {
    guard: "find(({ contentWindow }) => contentWindow === source)",
    attack: async (page, told) => {
      await add(page, frame("", "second"));
      await expect.poll(() => framesOf(page).length).toBe(2);
      await send(framesOf(page)[1] as Frame, told);
    },
  },
  "another id": {
    guard: " || data?.hosho !== IDS.get(frame)",
    attack: (page, { height }) => send(ours(page), { hosho: "0-0-0-0", height }),
  },
  "another origin in the same window": {
    guard: "origin !== HOME.origin || ",
    attack: async (page, told) => {
      await ours(page).evaluate((url) => location.replace(url), new URL("article.css", page.url()).href);
      await expect.poll(() => framesOf(page).length).toBe(0);
      await send(page.frames()[1] as Frame, told);
    },
  },
  "a number that is none": {
    guard: "Number.isInteger(data?.height) ? (data?.height as number) : 0",
    height: "4711",
    attack: (page, told) => send(ours(page), told),
  },
  "a height that is no page's": {
    guard: " && height <= MOST",
    height: 25_601,
    attack: (page, told) => send(ours(page), told),
  },
};

/** What stands there without the guard; nothing if it is not here. */
const CUT: Record<string, string> = {
  "find(({ contentWindow }) => contentWindow === source)": "at(0)",
  "Number.isInteger(data?.height) ? (data?.height as number) : 0": "data?.height as number",
};

/** Brings a script of ours without one of its guards. */
async function withoutGuard(page: Page, guard: string, source: string, pattern: string): Promise<void> {
  const text = await readFile(new URL(source, SOURCES), "utf8");
  expect(text).toContain(guard);
  const { code } = await transform(text.replace(guard, CUT[guard] ?? ""), { loader: "ts" });
  const body = `(async () => {${code}})();`.replace("export {};", "");
  await page.route(pattern, (route) => route.fulfill({ body, contentType: "text/javascript" }));
}

for (const [what, { guard, height = 4711, attack }] of Object.entries(ATTACKS)) {
  for (const isGuarded of [true, false]) {
    test(`${what} ${isGuarded ? "moves nothing" : "would move it without its guard"}`, async ({ page, host }) => {
      if (!isGuarded) await withoutGuard(page, guard, "frame-height.ts", "**/embed-frame.js");
      const hosho = await openBesideHostile(page, host);
      const before = await heightOf(page);
      await attack(page, { hosho, height });
      await expect.poll(async () => (await heardOn(page)).some((told) => told.height === height)).toBe(true);
      const after = await heightOf(page);
      if (isGuarded) expect(after).toBe(before);
      else expect(after).not.toBe(before);
    });
  }
}

test("what is no number, or none of a page, is not taken from the frame itself", async ({ page, host }) => {
  const hosho = await openBesideHostile(page, host);
  const before = await heightOf(page);
  for (const height of [NaN, Infinity, -1, 0, 12.5, 1e9, null, [500], { valueOf: 500 }])
    await send(ours(page), { hosho, height });
  for (const data of [null, "hosho", 500]) await send(ours(page), data);
  expect(await heightOf(page)).toBe(before);
  // The next height is. It is more than there is: a frame that is too low gets a scrollbar and tells its height again.
  await send(ours(page), { hosho, height: 2000 });
  await expect.poll(() => heightOf(page)).toBe(2004);
});

for (const isGuarded of [true, false]) {
  test(`a frame ${isGuarded ? "listens to the page around it alone" : "would listen to others without its guard"}`, async ({
    page,
    host,
  }) => {
    if (!isGuarded) await withoutGuard(page, "source !== parent || ", "in-frame.ts", "**/embed-in-frame-*.js");
    const hosho = await openBesideHostile(page, host);
    await hostile(page).evaluate(() => {
      addEventListener("message", () => (document.title = "heard"));
      parent.frames[0]?.postMessage({ hosho: "hostile" }, "*");
    });
    await ours(page).evaluate(() => document.body.append(document.createElement("hr")));
    await expect
      .poll(async () => new Set((await heardOn(page)).map((told) => told.hosho)))
      .toEqual(new Set(isGuarded ? [hosho] : [hosho, "hostile"]));
    if (isGuarded) await fits(page);
    expect(await hostile(page).title()).not.toBe("heard");
  });
}
