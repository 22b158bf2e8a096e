import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the page and waits until it can answer. */
export async function open(page: Page, query = ""): Promise<void> {
  await page.goto(`./${query}`);
  await expect(page.locator(".slip:not([aria-busy])")).toBeVisible();
}

/** Shows the example of the catalogue: the reported case. */
export async function showExample(page: Page): Promise<void> {
  await page.locator(".slip .row a").click();
  await expect(verdict(page)).toBeVisible();
}

/** The verdict word. */
export const verdict = (page: Page): Locator => page.locator("#verdict-word");
/** The card. */
export const card = (page: Page): Locator => page.locator("article.slip");
/** The question that the card waits for. */
export const question = (page: Page): Locator => page.locator("hosho-next-question .next:not(.quiet)");
/** The list of the covers that may be held, in the card or beside it. */
export const heldQuestion = (page: Page): Locator => page.locator("hosho-held-question");
/** A cover beside the card, by its name. */
export const other = (page: Page, name: string): Locator => page.locator(".mini", { hasText: name });
/** A row of the card, by its label. */
export const row = (page: Page, label: string): Locator =>
  page.locator("section.row", { has: page.getByRole("heading", { name: label, exact: true }) });

/** Opens the form of the device bar. */
export async function openForm(page: Page): Promise<void> {
  await page.locator(".device > summary").click();
  await expect(page.locator("#f-device-model")).toBeVisible();
}

/** Types a model and takes the first one found. */
export async function chooseModel(page: Page, text: string): Promise<void> {
  await page.locator("#f-device-model").fill(text);
  await page.locator("#f-device-model-list [role=option]").first().click();
}

/** Chooses the seller by name. */
export async function chooseSeller(page: Page, name: string): Promise<void> {
  await page.locator("#f-device-bought_from").selectOption({ label: name });
}

/** Enters a day into the month control whose ids begin so; a day that is left out is not known. */
export async function chooseDay(page: Page, id: string, year: string, month: string, day = ""): Promise<void> {
  for (const [part, value] of Object.entries({ year, month, day }))
    await page.locator(`#${id}-${part}`).selectOption(value);
}

/** Says that a cover is held, by the start of its name, and since when. */
export async function holdCover(page: Page, name: string, ...start: [string, string, string?]): Promise<void> {
  await page.locator("label[for=f-covers-1]").click();
  const options = page.locator("#f-covers-0-plan option", { hasText: name });
  await page.locator("#f-covers-0-plan").selectOption((await options.first().getAttribute("value")) ?? "");
  await chooseDay(
    page,
    (await page.locator("#f-covers-0-started_on-year").isVisible()) ? "f-covers-0-started_on" : "f-covers-0-joined_on",
    ...start,
  );
}

/** Opens what the page tells in one line. */
export async function unfold(page: Page): Promise<void> {
  const folds = page.locator(".fold:not([open]) > summary");
  await page.locator(".others").first().waitFor();
  while ((await folds.count()) > 0) await folds.first().click();
}

/** Says that no cover is held. */
export const holdNone = (page: Page): Promise<void> => page.locator("label[for=f-covers-0]").click();

/** Chooses what happened: one of the chips, or an entry of the list behind the last one. */
export async function chooseKind(page: Page, kind: string): Promise<void> {
  const chip = page.locator(`label[for=k-${kind}]`);
  if (await chip.isVisible()) return chip.click();
  await page.locator("label[for=k-other]").click();
  await page.locator("#k-list").selectOption(kind);
}

/** Enters the purchase by year, month and, if given, day. */
export async function chooseBought(page: Page, year: string, month: string, day = ""): Promise<void> {
  await chooseDay(page, "f-device-bought_on", year, month, day);
}

/** Sets the day of the question. */
export const askOn = (page: Page, day: string): Promise<void> => page.locator("#f-as_of").fill(day);

/** What axe finds wrong: rule and elements. */
export async function faults(page: Page): Promise<string[]> {
  // axe is typed against its own copy of the same browser driver.
  const driven = page as unknown as ConstructorParameters<typeof AxeBuilder>[0]["page"];
  const { violations } = await new AxeBuilder({ page: driven }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/** What a person answers to a question: a word to choose, or a day. */
export type Reply = string | [string, string, string];

/** Answers the questions of the card, one after the other; what there is no answer to is not known. */
export async function answerAll(page: Page, replies: Record<string, Reply>): Promise<void> {
  const ask = question(page).locator("b");
  while ((await ask.count()) > 0) {
    const text = await ask.innerText();
    const reply = Object.entries(replies).find(([part]) => text.includes(part))?.[1];
    const list = question(page).locator("select");
    if (Array.isArray(reply)) await chooseLastTheYear(page, reply);
    else if ((await list.count()) === 1) await list.selectOption(reply ? { label: reply } : "null");
    else if (reply) await question(page).getByText(reply, { exact: true }).click();
    else
      await question(page)
        .locator(".reply")
        .getByText(/わからない|I don’t know/)
        .click();
    await expect(ask.filter({ hasText: text })).toHaveCount(0);
  }
}

/** A question goes as soon as month and year are there, so the day is told first. */
async function chooseLastTheYear(page: Page, [year, month, day]: [string, string, string]): Promise<void> {
  for (const [part, value] of Object.entries({ day, month, year }))
    await page.locator(`#next-${part}`).selectOption(value);
}

/** A keyboard and nothing else: keys one after the other, and Tab until something has the focus. */
export function keyboard(page: Page): {
  press: (...keys: string[]) => Promise<void>;
  to: (target: string | Locator) => Promise<void>;
} {
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const to = async (target: string | Locator): Promise<void> => {
    const wanted = typeof target === "string" ? page.locator(target) : target;
    for (let count = 0; count < 60; count += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await press("Tab");
    }
    throw new Error(`Tab does not reach ${String(wanted)}`);
  };
  return { press, to };
}

/** A phone of which the page knows all that the outlook needs but two prices; nobody scrolls. */
export async function askOutlook(page: Page, lang: "ja" | "en" = "ja"): Promise<void> {
  await page.goto(`./?lang=${lang}#join`);
  await expect(page.locator("article.slip:not([aria-busy])")).toBeVisible();
  await chooseModel(page, "iphone 14 pro");
  await chooseBought(page, "2024", "8", "1");
  await chooseSeller(page, "Apple");
  await askOn(page, "2024-08-01");
  await page.locator(".device .form > .btn.main").click();
  await expect(verdict(page)).toBeVisible();
}
