import { expect, test, type Page } from "@playwright/test";

import {
  askOn,
  chooseBought,
  chooseDay,
  chooseKind,
  chooseModel,
  faults,
  holdCover,
  holdNone,
  keyboard,
  open,
  openForm,
  showExample,
  unfold,
  verdict,
} from "./page.js";

/** The main states of the page. */
const STATES: Record<string, (page: Page) => Promise<void>> = {
  empty: async () => {},
  "the reported case": async (page) => {
    await showExample(page);
    await page.locator("hosho-trace > details > summary").click();
  },
  "not covered": async (page) => {
    await showExample(page);
    await openForm(page);
    await askOn(page, "2025-01-10");
    await expect(verdict(page)).toHaveText(/有償の修理|Paid repair/);
    await page.locator(".mini > summary").filter({ visible: true }).first().click();
    await expect(page.locator(".mini .rows")).toBeVisible();
    await unfold(page);
  },
  "a fact is missing": async (page) => {
    await showExample(page);
    await openForm(page);
    await askOn(page, "2024-07-10");
    await expect(page.locator(".next b")).toBeVisible();
  },
  "the terms are silent": async (page) => {
    await showExample(page);
    await openForm(page);
    await page.locator("#f-device-bought_from").selectOption("individual");
    await expect(verdict(page)).toHaveText(/窓口に確認が必要です|Ask the desk first/);
  },
  "covers held, with earlier claims": async (page) => {
    await chooseModel(page, "iphone 13 mini");
    await chooseBought(page, "2021", "10");
    await holdCover(page, "AppleCare+", "2021", "10");
    await askOn(page, "2021-12-20");
    await chooseKind(page, "water_damage");
    await openForm(page);
    await page.locator("label[for=f-covers-0-claims-1]").click();
    await page.locator("#f-covers-0-claims-0-kind").selectOption("screen_crack");
    await expect(page.locator(".clash").first()).toBeVisible();
  },
  "a paid repair and the capacity of a battery": async (page) => {
    await chooseModel(page, "iphone 6");
    await chooseBought(page, "2015", "4", "10");
    await holdCover(page, "AppleCare+", "2015", "4", "10");
    await askOn(page, "2016-12-01");
    await chooseKind(page, "battery_wear");
    await page.locator("#f-incident-battery_capacity_percent").fill("180");
    await expect(page.locator("#p-incident-battery_capacity_percent")).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await page.locator("#f-incident-battery_capacity_percent").fill("80");
    await page.locator("label[for=next-1]").click();
    await expect(verdict(page)).toHaveText(/有償の修理|Paid repair/);
  },
  "only the desk can tell": async (page) => {
    await chooseModel(page, "iphone 13 mini");
    await chooseBought(page, "2021", "10", "10");
    await holdNone(page);
    await askOn(page, "2023-06-20");
    await chooseKind(page, "battery_swelling");
    await expect(verdict(page)).toHaveText(/窓口に確認が必要です|Ask the desk first/);
  },
  "a phone that is not in the table": async (page) => {
    await chooseKind(page, "battery_wear");
    await page.locator("#f-device-model").fill("no such phone");
    await page.locator("#f-device-model-list [role=option]").first().click();
    await expect(page.locator("#f-device-maker-set")).toBeVisible();
  },
  "an impossible day": async (page) => {
    await showExample(page);
    await openForm(page);
    await chooseBought(page, "2022", "2", "31");
    await expect(page.locator("#p-device-bought_on")).toBeVisible();
  },
  "the list of models": async (page) => {
    await page.locator("#f-device-model").fill("11");
    await expect(page.locator("#f-device-model-list")).toBeVisible();
  },
};

for (const scheme of ["light", "dark"] as const) {
  for (const [name, reach] of Object.entries(STATES)) {
    test(`axe finds nothing: ${name}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, scheme === "dark" ? "?lang=en" : "");
      await reach(page);
      expect(await faults(page)).toEqual([]);
    });
  }
}

test("axe does find a field without a label", async ({ page }) => {
  await open(page);
  await page.evaluate(() => document.querySelector("main")?.append(document.createElement("input")));
  expect((await faults(page)).join()).toContain("label: ");
});

test("the whole way can be walked by keyboard alone", async ({ page }) => {
  await open(page);
  const { press, to } = keyboard(page);
  await press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await to("#f-device-model");
  await page.keyboard.type("11t p");
  await press("ArrowDown", "Enter");
  await expect(page.locator("#f-device-model")).toHaveValue("Xiaomi 11T Pro");
  await to("#f-device-bought_on-year");
  await page.keyboard.type("2022");
  await to("#f-device-bought_on-month");
  await page.keyboard.type("7");
  await to("#f-device-bought_from");
  await page.keyboard.type("IIJ");
  await to("#f-as_of");
  await page.locator("#f-as_of").fill("2024-03-29");
  await to("#k-battery_wear");
  await press("Space");
  await expect(verdict(page)).toHaveText("無料の見込み");
  await to("hosho-trace > details > summary");
  await press("Enter");
  await expect(page.locator("hosho-trace .tree").first()).toBeVisible();
  await to(".todo li:first-child input");
  await press("Space");
  await expect(page.locator(".todo li:first-child input")).toBeChecked();
});

test("covers held can be entered, changed and taken back by keyboard alone", async ({ page }) => {
  await open(page);
  await chooseModel(page, "iphone 13 mini");
  await chooseBought(page, "2021", "10");
  await askOn(page, "2021-12-20");
  await chooseKind(page, "water_damage");
  await openForm(page);
  const { press, to } = keyboard(page);
  await page.locator("#f-device-bought_from").focus();
  await to("#f-covers-0");
  await press("Space", "ArrowRight");
  await expect(page.locator("#f-covers-1")).toBeFocused();
  await to("#f-covers-0-plan");
  await page.keyboard.type("AppleCare");
  await to("#f-covers-0-started_on-year");
  await page.keyboard.type("2021");
  await to("#f-covers-0-started_on-month");
  await page.keyboard.type("10");
  await to("#f-covers-0-claims-0");
  await press("Space", "ArrowRight");
  await to("#f-covers-0-claims-0-kind");
  await press("ArrowDown", "ArrowDown");
  await expect(page.locator("#f-covers-0-claims-0-kind")).toHaveValue("screen_crack");
  await to(".claims + .btn");
  await press("Enter");
  await expect(page.locator(".claims > li")).toHaveCount(2);
  await page.locator(".claims > li").last().getByRole("button").focus();
  await press("Enter");
  await expect(page.locator(".claims > li")).toHaveCount(1);
  await expect(verdict(page)).toHaveText(/円で直せる見込み/);
  await page.locator("#f-covers-1").focus();
  await press("ArrowLeft");
  await expect(page.locator(".held")).toHaveCount(0);
  await expect(verdict(page)).toHaveText("有償の修理");
});

test("year, month and day stand on one line on a small screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const query of ["", "?lang=en"]) {
    await open(page, query);
    await chooseDay(page, "f-device-bought_on", "2022", "9");
    const tops = await page
      .locator("#f-device-bought_on-set select")
      .evaluateAll((selects) => selects.map((select) => select.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
  }
});

test("every focus can be seen", async ({ page }) => {
  await open(page);
  for (let count = 0; count < 25; count += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return "";
      const shown = [active, active.closest("label")].filter((element) => element !== null);
      const isSeen = shown.some((element) => getComputedStyle(element).outlineStyle !== "none");
      return isSeen ? "" : active.outerHTML.slice(0, 200);
    });
    expect(seen).toBe("");
  }
});

for (const width of [320, 360, 768, 1280]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const query of ["", "?lang=en"]) {
      await open(page, query);
      const over = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await over()).toBeLessThanOrEqual(0);
      await showExample(page);
      await page.locator("hosho-trace > details > summary").click();
      expect(await over()).toBeLessThanOrEqual(0);
      await openForm(page);
      expect(await over()).toBeLessThanOrEqual(0);
      await unfold(page);
      await page.locator(".mini > summary").last().click();
      await page.locator("label[for=f-covers-1]").click();
      await page.locator("#f-covers-0-plan").selectOption({ index: 1 });
      expect(await over()).toBeLessThanOrEqual(0);
    }
  });
}

test("twice the text size still fits, one column, nothing cut", async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 740 });
  await open(page);
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await showExample(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("no request leaves the origin, and none carries what was entered", async ({ page, baseURL }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await open(page);
  const isOther = (request: string): boolean => /\/en-until-\w+\.js$/.test(request);
  await expect.poll(() => requests.some(isOther)).toBe(true); // the last of what is fetched ahead
  await page.waitForLoadState("networkidle");
  const loaded = requests.length;
  await showExample(page);
  await openForm(page);
  await askOn(page, "2024-07-10");
  await page.getByRole("link", { name: "English" }).click();
  await expect(verdict(page)).toHaveText("Not settled yet");
  expect(requests.slice(loaded)).toEqual([]);
  const outside = requests.filter(
    (request) => !request.startsWith(`GET ${baseURL}`) && !request.startsWith("GET data:"),
  );
  expect(outside).toEqual([]);
  expect(complaints).toEqual([]);
});

test("where the engine does not come, the page says so, keeps what was typed, and can try again", async ({ page }) => {
  await page.route("**/hosho.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("計算を始められませんでした");
  await page.locator("#f-device-model").fill("11t p");
  await page.unroute("**/hosho.wasm");
  await page.getByRole("button", { name: "もう一度読み込む" }).click();
  await expect(page.locator(".slip:not([aria-busy])")).toBeVisible();
  await expect(page.locator("#f-device-model")).toHaveValue("11t p");
});

test("while the engine takes its time, the page says so and takes input", async ({ page }) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/hosho.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("./");
  await expect(page.locator(".slip[aria-busy=true]")).toBeVisible();
  await page.locator("#f-device-bought_on-month").selectOption("7");
  release();
  await expect(page.locator(".slip[aria-busy=true]")).toHaveCount(0);
  await expect(page.locator("#f-device-bought_on-month")).toHaveValue("7");
});

test("while the catalogue is not there, nothing is called by an id or by no name", async ({ page }) => {
  await page.route("**/catalog.json", () => undefined);
  await page.goto("./#v1:m=xiaomi-11t-pro&b=2022-07-15&from=iijmio&c=some&c1=applecare-plus");
  const bar = page.locator("hosho-device-bar");
  await expect(bar).toContainText("2022年7月15日に購入");
  await expect(bar.locator("summary").first()).toContainText("あなたの端末");
  await expect(bar.locator("summary").first()).not.toContainText("iijmio");
  await expect(bar.locator("summary").first()).not.toContainText("applecare");
  await bar.locator("summary").first().click();
  await expect(page.locator("#f-device-model")).toHaveValue("");
});
