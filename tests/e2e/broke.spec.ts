import { expect, test } from "@playwright/test";

import type * as Library from "../../web/api/hosho.js";

import {
  askOn,
  card,
  chooseBought,
  chooseModel,
  chooseSeller,
  heldQuestion,
  holdNone,
  open,
  openForm,
  question,
  row,
  showExample,
  verdict,
} from "./page.js";

test.describe("the reported case", () => {
  test("reads right in Japanese", async ({ page }) => {
    await open(page);
    await showExample(page);
    await expect(verdict(page)).toHaveText("無料の見込み");
    await expect(page.locator(".amount")).toHaveText("0円");
    await expect(row(page, "いくら")).toContainText("異常なしと判定されると5,500円かかります。");
    await expect(row(page, "いくら")).toContainText("約7,000〜8,000円");
    await expect(row(page, "いくら")).toContainText("約8,000円");
    await expect(page.locator(".days .safe .day")).toHaveText("6月30日（日）まで確実");
    await expect(page.locator(".days > div").last()).toContainText("7月31日（水）");
    await expect(row(page, "なぜ").locator(".why li")).toHaveCount(5);
    await expect(row(page, "なぜ").locator(".why")).toContainText(
      "無料で交換された例が1件あります。約束ではありません。",
    );
    await expect(row(page, "なぜ").locator(".clash")).toContainText("情報が一致していません");
    await expect(row(page, "かかるかもしれない費用")).toContainText("5,500円");
    await expect(card(page)).not.toContainText("保証します");
  });

  test("says what to do, in order, with whom to ask and what to have at hand", async ({ page }) => {
    await open(page);
    await showExample(page);
    const steps = row(page, "すること").locator("li");
    await expect(steps.filter({ hasText: "申し込む" }).first()).toContainText("チャット・電話・メール");
    await expect(steps.filter({ hasText: "申し込む" }).first()).toContainText("IMEI");
    for (const step of ["購入証明を印刷する", "初期化する", "ケースを外す", "保護フィルムを外す"]) {
      await expect(steps.filter({ hasText: step })).toHaveCount(1);
    }
    const texts = await steps.allTextContents();
    expect(texts.findIndex((text) => text.includes("初期化する"))).toBeGreaterThan(
      texts.findIndex((text) => text.includes("バックアップ")),
    );
    await steps.first().getByRole("checkbox").check();
    await expect(steps.first().locator(".do")).toHaveCSS("text-decoration-line", "line-through");
  });

  test("reads right in English", async ({ page }) => {
    await open(page, "?lang=en");
    await showExample(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(verdict(page)).toHaveText("Probably free");
    await expect(page.locator(".amount")).toHaveText("0 yen");
    await expect(row(page, "How much")).toContainText("If no fault is found, it costs 5,500 yen.");
    await expect(row(page, "How much")).toContainText("about 7,000–8,000 yen");
    await expect(page.locator(".days .safe .day")).toHaveText("certain until Sun 30 June");
    await expect(page.locator(".days > div").last()).toContainText("Wed 31 July");
    await expect(row(page, "Why")).toContainText("One case of a free replacement is reported. It is not a promise.");
    await expect(row(page, "What to do")).toContainText("chat, phone, mail");
    await expect(row(page, "What to do")).toContainText("IMEI");
    await expect(row(page, "What to do")).toContainText("Do a factory reset");
  });

  test("gives its whole trace with sources, days and evidence", async ({ page }) => {
    await open(page);
    await showExample(page);
    await page.locator("hosho-trace > details > summary").click();
    const trace = page.locator("hosho-trace");
    await expect(trace.locator(".cite q").first()).toBeVisible();
    await expect(trace).toContainText("購入日から 24 ヶ月以内であれば");
    await expect(trace).toContainText("2024年4月3日時点");
    await expect(trace.locator(".gap")).toContainText("規約に記載がありません");
    await expect(trace.locator(".sources li")).toHaveCount(2);
    for (const svg of await trace.locator("svg[role=img]").all()) await expect(svg).toHaveAttribute("aria-label", /.+/);
  });
});

test("a language switch keeps everything that was entered", async ({ page }) => {
  await open(page);
  await showExample(page);
  await page.getByRole("link", { name: "English" }).click();
  await expect(verdict(page)).toHaveText("Probably free");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.reload();
  await expect(page.getByRole("link", { name: "日本語" })).toBeVisible();
});

test("the address #en opens the page in English", async ({ page }) => {
  await open(page, "#en");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("the verdict word is on a small screen before any scrolling", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(page);
  await chooseModel(page, "11t pro");
  await chooseBought(page, "2022", "7");
  await chooseSeller(page, "IIJmio");
  await askOn(page, "2024-03-29");
  await page.getByText("電池が弱った", { exact: true }).click();
  await expect(verdict(page)).toHaveText("無料の見込み");
  await expect(verdict(page)).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect((await card(page).boundingBox())?.y).toBeLessThanOrEqual(400);
});

test("a day makes one deadline of two, a month alone is enough", async ({ page }) => {
  await open(page);
  await showExample(page);
  await page.getByRole("link", { name: "買った日を入力する" }).click();
  await expect(page.locator("#f-device-bought_on-day")).toBeFocused();
  await page.locator("#f-device-bought_on-day").selectOption("15");
  await expect(verdict(page)).toHaveText("無料の見込み");
  await expect(page.locator(".days .safe .day")).toHaveText("7月14日（日）まで確実");
  await expect(page.locator(".days > div").last()).toContainText("7月15日（月）");
  await expect(page.locator(".days > div").last()).toContainText("民法の数え方");
  await page.locator("#f-device-bought_on-day").selectOption("");
  await expect(page.locator(".days .safe .day")).toHaveText("6月30日（日）まで確実");
});

test("a request that is too late says so, by how much, and what it costs instead", async ({ page }) => {
  await open(page);
  await showExample(page);
  await openForm(page);
  await page.locator("#f-device-bought_on-day").selectOption("15");
  await askOn(page, "2024-07-31");
  await expect(verdict(page)).toHaveText("有償の修理");
  await expect(page.locator(".tag")).toHaveText("補償に入っていない場合");
  await holdNone(page);
  await expect(page.locator(".tag")).toHaveText("使える保証・補償はありません");
  await expect(row(page, "いくら").first()).toContainText("7,000〜8,000円");
  await expect(row(page, "なぜ").first().locator(".why li").first()).toContainText("24か月を16日すぎています");
  const refused = page.locator(".mini").first();
  await expect(refused).toBeVisible();
  await expect(refused.locator(".miss")).toHaveText("16日すぎています");
  await refused.locator("> summary").click();
  await expect(refused).toContainText("2024年7月15日（月）まででした");
});

test("an impossible day is named beside its field, can be mended in one tap, and loses nothing", async ({ page }) => {
  await open(page);
  await showExample(page);
  await openForm(page);
  await chooseBought(page, "2022", "2", "31");
  const note = page.locator("#p-device-bought_on");
  await expect(note).toContainText("2022年2月31日という日はありません。");
  for (const part of ["year", "month", "day"]) {
    await expect(page.locator(`#f-device-bought_on-${part}`)).toHaveAttribute(
      "aria-describedby",
      /\bp-device-bought_on\b/,
    );
    await expect(page.locator(`#f-device-bought_on-${part}`)).toHaveAttribute("aria-invalid", "true");
  }
  await expect(page.locator("#f-device-bought_on-day")).toHaveValue("31");
  await expect(page.locator("#f-device-model")).toHaveValue(/11T Pro/);
  await expect(page.locator("#f-as_of")).toHaveValue("2024-03-29");
  await page.getByRole("button", { name: "2022年2月（日は不明）にする" }).click();
  await expect(note).toHaveCount(0);
  await expect(verdict(page)).toHaveText("有償の修理");
  await expect(page.locator("#f-device-bought_on-month")).toHaveValue("2");
});

test("what cannot be read stays in its field, with a word on what is wanted", async ({ page }) => {
  await open(page);
  await showExample(page);
  await openForm(page);
  await page.locator(".form details.more > summary").click();
  const price = page.getByLabel("修理の見積もり（円）");
  await price.fill("だいたい1万");
  await expect(page.locator("#p-incident-repair_price_yen")).toBeVisible();
  await expect(price).toHaveValue("だいたい1万");
  await price.fill("9,000円");
  await expect(verdict(page)).toHaveText("無料の見込み");
  await expect(price).toHaveValue("9,000円");
  await page.locator("#f-as_of").fill("");
  await expect(page.locator("#p-as_of")).toBeVisible();
  await page.locator("#p-as_of").getByRole("button").click();
  await expect(page.locator("#f-as_of")).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
});

test("what is missing is asked for, one question at a time, and the answer settles it", async ({ page }) => {
  await open(page);
  await showExample(page);
  await openForm(page);
  await askOn(page, "2024-07-10");
  await expect(verdict(page)).toHaveText("まだ決まりません");
  await expect(page.locator(".tag")).toHaveText("あと1問で決まります");
  await expect(question(page).locator("b")).toHaveText("あと1問：いつ買いましたか");
  await expect(question(page)).toContainText("Xiaomi 11T・11T Pro 特別保証サービスが使えるかどうかが変わります。");
  await expect(page.locator(".amount")).toHaveText("0〜約8,000円");
  await expect(row(page, "いくら")).toContainText("いま分かる範囲です。");
  await expect(row(page, "いくら")).toContainText("約8,000円");
  await page.locator("#next-day").selectOption("20");
  await expect(verdict(page)).toHaveText("無料の見込み");
  await expect(page.locator("#f-device-bought_on-day")).toHaveValue("20");
});

test('"I don\'t know" is an answer: the question goes, the range stays', async ({ page }) => {
  await open(page);
  await showExample(page);
  await openForm(page);
  await askOn(page, "2024-07-10");
  await holdNone(page);
  await question(page).getByRole("button", { name: "わからない" }).click();
  await expect(question(page)).toHaveCount(0);
  await expect(page.locator(".next")).toContainText("分からない点は範囲で示します");
  await expect(verdict(page)).toHaveText("まだ決まりません");
});

test("where the terms are silent, the desk is named, not a verdict", async ({ page }) => {
  await open(page);
  await showExample(page);
  await openForm(page);
  await chooseSeller(page, "個人（フリマ・譲渡）");
  await expect(verdict(page)).toHaveText("窓口に確認が必要です");
  await expect(card(page)).toHaveAttribute("data-v", "silent");
  await expect(row(page, "なぜ").locator("> div > .gap")).toContainText("規約に記載がありません");
});

test("where something else than time stands against it, no day is drawn as if it helped", async ({ page }) => {
  await open(page);
  await showExample(page);
  await page.getByText("画面が割れた", { exact: true }).click();
  await heldQuestion(page).getByRole("button", { name: "どれにも入っていない" }).click();
  await expect(verdict(page)).toHaveText("対象外");
  await expect(row(page, "なぜ").locator(".why li").first()).toContainText("画面割れ");
  await expect(row(page, "いつまで")).toContainText(
    "期間は2024年6月30日（日）まで、遅くとも2024年7月31日（水）までです。",
  );
  await expect(page.locator(".days")).toHaveCount(0);
});

test("a kind beyond the five chips is chosen from a list", async ({ page }) => {
  await open(page);
  await showExample(page);
  await page.getByText("その他", { exact: true }).click();
  await page.getByLabel("そのほかに起きたこと").selectOption({ label: "基板の故障" });
  await expect(verdict(page)).toHaveText("無料の見込み");
  await expect(row(page, "なぜ")).toContainText("基板の故障は対象です。");
});

test("a changed verdict is announced once, after a pause", async ({ page }) => {
  await open(page);
  const status = page.getByRole("status");
  await showExample(page);
  await expect(status).toBeEmpty();
  await expect(status).toContainText("無料の見込み");
});

test("a cover that does not answer stays visible, with how far it was missed and one reason", async ({ page }) => {
  await open(page);
  await page.evaluate(async () => {
    const { loadHosho } = (await import(new URL("hosho.js", location.href).href)) as typeof Library;
    const { catalog } = await loadHosho();
    const twin = JSON.parse(
      JSON.stringify(catalog.plans?.find(({ id }) => id.startsWith("xiaomi"))).replaceAll('"months":24', '"months":12'),
    ) as (typeof catalog.plans & object)[0];
    const plans = [
      ...(catalog.plans ?? []),
      { ...twin, id: "twin-of-one-year", name: { ja: "1年の保証", en: "One-year warranty" } },
    ];
    const element = document.querySelector("hosho-page") as HTMLElement & { load: () => unknown };
    element.load = () => loadHosho({ catalog: { plans } });
    element.remove();
    document.body.append(element);
  });
  await showExample(page);
  await expect(verdict(page)).toHaveText("無料の見込み");
  const other = page.locator(".mini", { hasText: "1年の保証" });
  await expect(other).toBeVisible();
  await expect(other.locator(".miss")).toHaveText("242〜272日すぎています");
  await expect(other.locator(".reason")).toContainText("購入日から12か月を242〜272日すぎています。");
});

test("the answer is painted first; what stands below it follows in the order of the page", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const drawn: [part: string, frame: number][] = [];
    let frame = 0;
    const count = (): number => requestAnimationFrame(() => ((frame += 1), count()));
    count();
    const note = (): void => {
      for (const part of ["#verdict-word", ".why", ".what-if", ".others"])
        if (document.querySelector(part) && !drawn.some(([known]) => known === part)) drawn.push([part, frame]);
    };
    new MutationObserver(note).observe(document, { childList: true, subtree: true });
    Object.assign(globalThis, { drawn });
  });
  await showExample(page);
  await expect(page.locator(".others").first()).toBeVisible();
  const drawn = await page.evaluate(() => (globalThis as unknown as { drawn: [string, number][] }).drawn);
  expect(drawn.map(([part]) => part)).toEqual(["#verdict-word", ".why", ".what-if", ".others"]);
  expect(drawn[1]?.[1]).toBeGreaterThan(drawn[0]?.[1] ?? Infinity);
});
