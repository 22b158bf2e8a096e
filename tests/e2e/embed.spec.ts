// Calculators and answers in articles, which are on another origin than their scripts.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { expect, type Locator, type Page } from "@playwright/test";

import { DIST } from "../../tools/bundle.mjs";
import { askedOf, calculator, CASE, SCRIPTS, test } from "./article.js";
import { faults } from "./page.js";

const verdict = (page: Page): Locator => page.locator("hosho-calculator #verdict-word");
const line = (page: Page): Locator => page.locator("hosho-answer [part=answer]");

/** Notes on the window what the events of an element told. */
const listen = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const told: [string, unknown][] = [];
    Object.assign(globalThis, { told });
    for (const name of ["hosho-answer", "hosho-change", "answer", "form-change", "bar-toggle"])
      document.addEventListener(name, (event) => told.push([name, (event as CustomEvent<unknown>).detail]));
  });
const told = (page: Page): Promise<[string, Record<string, never>][]> =>
  page.evaluate(() => (globalThis as unknown as { told: [string, Record<string, never>][] }).told);

test("the example answers in its sentence and in its calculator", async ({ page, host }) => {
  await host.open(page);
  await expect(line(page)).toHaveText("0円の見込み（2024年6月30日（日）まで確実に期間内）");
  await expect(verdict(page)).toHaveText("無料の見込み");
  await expect(page.locator("hosho-calculator")).not.toContainText("購入から2年以内なら電池の劣化を無料で直します", {
    useInnerText: true,
  });
});

test("each question has its calculator and its line", async ({ page, host }) => {
  const join = 'plan="linemo-mochikomi-applecare" device="iphone-13" bought-on="2024-05-28" as-of="2024-06-01"';
  await host.open(page, {
    body: `<p><hosho-answer question="until" ${CASE}>?</hosho-answer>
      <hosho-answer question="join" ${join}>?</hosho-answer></p>
      ${calculator(`question="until" ${CASE}`)} ${calculator(`question="join" ${join}`)}`,
  });
  await expect(line(page)).toHaveText(["2024年6月30日（日）まで確実（期間の終わり）", "加入できるかは条件によります"]);
  await expect(verdict(page)).toHaveText(["6月30日（日）まで確実", "加入できるなら、入る方が安い"]);
  await expect(page.getByText("表示する文がありません")).toHaveCount(0);
});

test("what is not known gives the range, and the line says so", async ({ page, host }) => {
  await host.open(page, { body: `<p><hosho-answer ${CASE.replace("2022-07", "2022-03")}>?</hosho-answer></p>` });
  await expect(line(page)).toHaveText("0〜約8,000円（未入力の項目によって変わります）");
});

test("answers and what is entered are told to the article, and nothing of the inside is", async ({ page, host }) => {
  await listen(page);
  await host.open(page, { body: calculator(CASE) });
  await expect(verdict(page)).toBeVisible();
  await page.locator("label[for=k-screen_crack]").click();
  await expect(verdict(page)).not.toHaveText("無料の見込み");
  const events = await told(page);
  const names = events.map(([name]) => name);
  expect(names).toEqual(["hosho-answer", "hosho-change", "hosho-answer"]);
  expect(events[0]?.[1]).toMatchObject({ question: "broke", verdict: "covered", total_yen: { min: 0, max: 0 } });
  expect(events[1]?.[1]).toMatchObject({ incident: { kind: "screen_crack" }, device: { bought_on: "2022-07" } });
});

test("attributes and properties may change, be set before the element is defined, and mean the same", async ({
  page,
  host,
}) => {
  await page.addInitScript(() =>
    addEventListener("DOMContentLoaded", () => {
      const element = document.querySelector("hosho-calculator");
      Object.assign(element ?? {}, { boughtOn: "2022-07", compact: true });
    }),
  );
  await page.route("**/embed.js", async (route) => {
    await page.waitForFunction(() => document.readyState !== "loading" || document.querySelector("hosho-calculator"));
    await route.continue();
  });
  await host.open(page, { body: calculator(CASE.replace('bought-on="2022-07"', "")) });
  await expect(verdict(page)).toHaveText("無料の見込み");
  const element = page.locator("hosho-calculator");
  await expect(element).toHaveAttribute("bought-on", "2022-07");
  await expect(element).toHaveAttribute("compact", "");
  await page.locator("label[for=k-screen_crack]").click();
  await element.evaluate((one) => Object.assign(one, { boughtOn: "2021-01", lang: "en" }));
  await expect(page.locator(".device > summary")).toContainText("January 2021");
  await expect(page.locator("#k-screen_crack")).toBeChecked();
});

test("what an attribute says that cannot be read is told, and nothing breaks", async ({ page, host }) => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await host.open(page, {
    body: calculator('plan="nonsense" question="why" device="nokia" bought-on="yesterday" lang="xx" theme="pink"'),
  });
  for (const value of ["nonsense", "why", "nokia", "yesterday", "xx", "pink"])
    await expect(page.locator(".unread")).toContainText(`"${value}"`);
  expect(errors).toEqual([]);
});

test("several share one engine and one set of scripts", async ({ page, host }) => {
  const asked = askedOf(page);
  await host.open(page, { body: [1, 2, 3].map(() => calculator(CASE)).join("") });
  await expect(verdict(page)).toHaveCount(3);
  expect(asked.filter((name, place) => asked.indexOf(name) !== place)).toEqual([]);
  expect(asked.filter((name) => name.endsWith(".wasm"))).toHaveLength(1);
});

for (const file of ["**/*.wasm", "**/embed-broke-*", "**/embed-ja-base-*"])
  test(`the author's words stay where ${file} cannot be had`, async ({ page, host }) => {
    await page.route(file, (route) => route.abort());
    await host.open(page, { body: `${calculator(CASE)}` });
    await expect(page.locator("hosho-calculator .failed")).toHaveText("計算に必要なファイルを読み込めませんでした。");
    await expect(page.getByText("Fallback.")).toBeVisible();
  });

test("under a strict policy of the article nothing is refused", async ({ page, host }) => {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    document.addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective));
  });
  const origin = SCRIPTS.slice(0, -1);
  const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${origin}; style-src 'self'; connect-src ${origin}; img-src 'self'`;
  await host.open(page, { policy });
  await expect(verdict(page)).toHaveText("無料の見込み");
  await page.locator(".device > summary").click();
  await expect(page.locator("#f-device-model")).toBeVisible();
  expect(await page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused)).toEqual([]);
});

/** Where everything inside a calculator stands, and how large its letters are. */
const layout = (page: Page): Promise<unknown[]> =>
  page.locator("hosho-calculator").evaluate((element) => {
    const root = element.shadowRoot as ShadowRoot;
    const start = (root.querySelector(".body") as HTMLElement).getBoundingClientRect();
    const shown = [...root.querySelectorAll(".body *")].filter((part) => part.getClientRects().length > 0);
    return shown.map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      const { fontSize, color, direction, textTransform, letterSpacing } = getComputedStyle(part);
      const place = [x - start.x, y - start.y, width, height].map(Math.round);
      return [part.localName, ...place, fontSize, color, direction, textTransform, letterSpacing];
    });
  });

const HOSTILE = {
  "that unset everything": "body * { all: unset } article { display: block }",
  "of huge letters":
    "html { font-size: 40px } hosho-calculator { font-size: 5em; line-height: 4; letter-spacing: 1em }",
  "of small rems": "html { font-size: 62.5% }",
  "that shout": `body * { color: red !important; font-size: 40px !important; line-height: 3 !important;
    text-transform: uppercase !important; direction: rtl !important; text-align: center !important;
    box-sizing: content-box !important; word-spacing: 2em !important; background: yellow !important }`,
  "from right to left": "html { direction: rtl }",
};

for (const [name, css] of Object.entries(HOSTILE))
  test(`host styles ${name} do not reach inside`, async ({ page, host }) => {
    const frame =
      "article { width: 600px !important; max-width: none !important; padding: 0 !important; font-family: sans-serif !important }";
    await host.open(page, { body: calculator(CASE), css: frame });
    await expect(verdict(page)).toBeVisible();
    const calm = await layout(page);
    await host.open(page, { body: calculator(CASE), css: `${css} ${frame}` });
    await expect(verdict(page)).toBeVisible();
    expect(await layout(page)).toEqual(calm);
    expect(calm.length).toBeGreaterThan(100);
  });

test("font, size, colours and roundness are the article's where its author says so", async ({ page, host }) => {
  const css = `article { font-family: monospace } hosho-calculator { --hosho-size: 20px; --hosho-ink: rgb(1, 2, 3);
    --hosho-surface: rgb(250, 251, 252); --hosho-accent: rgb(90, 0, 90); --hosho-radius: 3px }`;
  await host.open(page, { body: calculator(CASE), css });
  await expect(verdict(page)).toBeVisible();
  const style = (selector: string, name: string): Promise<string> =>
    page
      .locator(`hosho-calculator ${selector}`)
      .first()
      .evaluate((part, key) => getComputedStyle(part).getPropertyValue(key), name);
  expect(await style(".body", "font-family")).toBe("monospace");
  expect(await style(".body", "font-size")).toBe("20px");
  expect(await style(".body", "color")).toBe("rgb(1, 2, 3)");
  expect(await style(".slip", "background-color")).toBe("rgb(250, 251, 252)");
  expect(await style(".slip", "border-bottom-left-radius")).toBe("3px");
  expect(await style(".foot a", "color")).toBe("rgb(90, 0, 90)");
});

for (const [attribute, css, system, dark] of [
  ["", "", "dark", false],
  ["", ":root { color-scheme: light dark }", "dark", true],
  ["", ":root { color-scheme: dark }", "light", true],
  ['theme="auto"', "", "dark", true],
  ['theme="auto"', "", "light", false],
  ['theme="dark"', "", "light", true],
  ['theme="light"', ":root { color-scheme: dark }", "dark", false],
] as const)
  test(`theme ${attribute} in an article ${css} on a ${system} system`, async ({ page, host }) => {
    await page.emulateMedia({ colorScheme: system });
    await host.open(page, { body: `<h1>Title</h1>${calculator(`${CASE} ${attribute}`)}`, css });
    await expect(verdict(page)).toBeVisible();
    await expect(page.locator(".slip")).toHaveCSS("background-color", dark ? "rgb(26, 33, 37)" : "rgb(255, 255, 255)");
    expect(await faults(page)).toEqual([]);
  });

test("compact shows verdict, sum and days, and the rest when asked", async ({ page, host }) => {
  await host.open(page, { body: calculator(`${CASE} compact`) });
  await expect(page.locator(".slip .row:visible")).toHaveCount(2);
  await expect(page.locator("hosho-other-ways")).toBeHidden();
  await page.getByRole("button", { name: "理由・することも見る" }).click();
  await expect(page.locator("hosho-other-ways")).toBeVisible();
  await expect(page.locator(".slip .row:visible")).toHaveCount(5);
  await page.getByRole("button", { name: "要点だけにする" }).click();
  await expect(page.locator("hosho-other-ways")).toBeHidden();
  await host.open(page, { body: calculator(`compact`) });
  await expect(page.locator("#f-device-model")).toBeHidden();
});

test("two calculators have no faults for axe, in both languages", async ({ page, host }) => {
  await host.open(page, {
    body: `<h1>Title</h1><h2>One</h2>${calculator(CASE)}<h2>Two</h2>${calculator(`${CASE} lang="en" compact`)}`,
  });
  await expect(verdict(page)).toHaveText(["無料の見込み", "Probably free"]);
  expect(await faults(page)).toEqual([]);
});

test("the keyboard walks in from the article, through the calculator and out again", async ({ page, host }) => {
  await host.open(page, { body: `<a href="#a">before</a>${calculator(CASE)}<a href="#b">after</a>` });
  await expect(verdict(page)).toBeVisible();
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      return inner?.id || inner?.textContent?.trim().slice(0, 20) || "";
    });
  await page.getByText("before").focus();
  await page.keyboard.press("Tab");
  expect(await focused()).toContain("Xiaomi 11T Pro");
  await page.keyboard.press("Enter");
  await expect(page.locator("#f-device-model")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("k-battery_wear");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#k-screen_crack")).toBeChecked();
  for (let count = 0; count < 60 && (await focused()) !== "after"; count += 1) await page.keyboard.press("Tab");
  expect(await focused()).toBe("after");
});

test("focus in the author's words wakes it, and goes on inside", async ({ page, host }) => {
  const far = '<div style="height: 5000px"></div>';
  await host.open(page, { body: `${far}${calculator(CASE, '<a href="#x">words</a>')}${far}` });
  await page.getByText("words").evaluate((link: HTMLElement) => link.focus({ preventScroll: true }));
  await expect(verdict(page)).toBeAttached();
  const inside = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.localName ?? "");
  await expect.poll(inside).toBe("summary");
});

test("ten below the fold fetch nothing but the loader, and shift nothing when they come", async ({ page, host }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  const asked = askedOf(page);
  const far = `<p class="far">far</p>`;
  const css = ".far { height: 4000px }";
  await host.open(page, { body: `<p>Text.</p>${far}${calculator(CASE).repeat(10)}<p>End.</p>`, css });
  await page.evaluate(() => customElements.whenDefined("hosho-calculator").then(() => undefined));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  expect(asked).toEqual(["embed.js"]);
  await page.mouse.move(100, 100);
  for (let drawn = 1; drawn <= 3; drawn += 1) {
    await page.mouse.wheel(0, 2700);
    await expect.poll(() => verdict(page).count()).toBeGreaterThanOrEqual(drawn);
  }
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBe(0);
});

/** Milliseconds that a file kept the main thread busy, by a trace of the browser: its evaluation and what it was called for. */
function busyWith(file: string, trace: Buffer): number {
  type Event = { name: string; ts: number; dur?: number; args: { data?: { url?: string }; fileName?: string } };
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Event[] };
  const own = traceEvents.filter(
    ({ name, dur, args }) =>
      dur !== undefined &&
      /^(v8\.compileModule|v8\.evaluateModule|EvaluateScript|FunctionCall)$/.test(name) &&
      (args.data?.url ?? args.fileName ?? "").includes(file),
  );
  const isInside = (one: Event): boolean =>
    own.some((other) => other !== one && other.ts <= one.ts && one.ts + (one.dur ?? 0) <= other.ts + (other.dur ?? 0));
  return own.filter((one) => !isInside(one)).reduce((sum, { dur = 0 }) => sum + dur / 1000, 0);
}

test("ten below the fold cost the main thread next to nothing", async ({ page, host, browser }) => {
  await browser.startTracing(page, { categories: ["devtools.timeline", "v8", "disabled-by-default-v8.compile"] });
  await host.open(page, {
    body: `<p class="far">far</p>${calculator(CASE).repeat(10)}`,
    css: ".far { height: 4000px }",
  });
  await page.evaluate(() => customElements.whenDefined("hosho-answer").then(() => undefined));
  const busy = busyWith("embed.js", await browser.stopTracing());
  test.info().annotations.push({ type: "main thread", description: `${busy.toFixed(1)} ms` });
  expect(busy).toBeGreaterThan(0); // the trace knows the file
  expect(busy).toBeLessThan(50);
});

test("after the load only files of the build are asked for, and none carries what was typed", async ({
  page,
  host,
}) => {
  const all: string[] = [];
  page.on("request", (request) => all.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
  await host.open(page, { body: calculator('plan="xiaomi-11t-special-warranty"') });
  await expect(page.locator("#f-device-model")).toBeVisible();
  await page.waitForLoadState("networkidle");
  const loaded = all.length;
  await page.locator("#f-device-model").fill("xiaomi 11t pro");
  await page.locator("#f-device-model-list [role=option]").first().click();
  await page.locator("label[for=k-battery_wear]").click();
  await expect(verdict(page)).toBeVisible();
  const own = new URL(page.url()).origin;
  const elsewhere = all.filter((one) => !one.startsWith(`GET ${own}/`) && !one.startsWith(`GET ${SCRIPTS}`));
  expect(elsewhere).toEqual([]);
  expect(all.slice(loaded)).toEqual([]);
  const full = page.getByRole("link", { name: "Hosho のページで続ける" });
  expect(await full.getAttribute("href")).toMatch(new RegExp(`^${SCRIPTS}\\?lang=ja#v1:`));
});

test("all that a calculator of one plan asks for weighs at most 150 kB", async ({ page, host }) => {
  const asked = askedOf(page);
  await host.open(page, { body: calculator(CASE) });
  await expect(verdict(page)).toBeVisible();
  await page.waitForLoadState("networkidle");
  const weight = asked.map((name) => brotliCompressSync(readFileSync(join(DIST, name))).length);
  const sum = weight.reduce((all, bytes) => all + bytes, 0);
  test
    .info()
    .annotations.push({ type: "weight", description: `${String(sum)} bytes in ${String(asked.length)} files` });
  expect(asked).toContain("embed.js");
  expect(asked.filter((name) => /^embed-(lean|common|plan)-/.test(name))).toHaveLength(3);
  expect(sum).toBeLessThanOrEqual(150_000);
});

test("a second copy of the scripts does no harm", async ({ page, host }) => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await host.open(page, {
    body: `<script type="module" src="${SCRIPTS}embed.js?again"></script>${calculator(CASE)}`,
  });
  await expect(verdict(page)).toHaveText("無料の見込み");
  expect(errors).toEqual([]);
});
