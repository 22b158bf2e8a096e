import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, type Page, type Request } from "@playwright/test";

import { SCRIPTS, type Article, type ArticleHost } from "./article.js";

const DIST = new URL("../../dist/", import.meta.url).pathname;

/** What went wrong on a page, in words; noted from its first script on. */
async function complaintsOf(page: Page): Promise<() => Promise<string[]>> {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("requestfailed", (request) => complaints.push(`${request.url()} failed`));
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      refused.push(`${violatedDirective} refused ${blockedURI}`),
    );
  });
  const refusals = (): Promise<string[]> =>
    page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused);
  return async () => [...complaints, ...(await refusals())];
}

/** A request that is no plain one for a file of this build or of the article. */
function isForeign(request: Request, host: string): boolean {
  const { origin, pathname, search, hash } = new URL(request.url());
  if (origin === host) return false;
  const isOurs = `${origin}/` === SCRIPTS && search === "" && hash === "" && request.method() === "GET";
  return !isOurs || !isBuilt(pathname.slice(1));
}

function isBuilt(name: string): boolean {
  try {
    return readFileSync(join(DIST, name)).length > 0;
  } catch {
    return false;
  }
}

/** Opens an example and walks it: it answers, another trouble changes the answer, and nothing is asked of anyone for that. */
export async function walkHost(page: Page, host: ArticleHost, article: Article): Promise<void> {
  const complaints = await complaintsOf(page);
  const requests: Request[] = [];
  page.on("request", (request) => requests.push(request));
  await host.open(page, article);
  const verdict = page.locator("hosho-calculator #verdict-word").first();
  await expect(verdict).toHaveText("無料の見込み");
  await page.waitForLoadState("networkidle");
  const loaded = requests.length;
  await page.locator("hosho-calculator label[for=k-screen_crack]").first().click();
  await expect(verdict).not.toHaveText("無料の見込み");
  expect(requests.slice(loaded).map((request) => request.url())).toEqual([]);
  const { origin } = new URL(page.url());
  expect(requests.filter((request) => isForeign(request, origin)).map((request) => request.url())).toEqual([]);
  expect(requests.filter((request) => request.url() === `${SCRIPTS}embed.js`)).toHaveLength(1);
  expect(await complaints()).toEqual([]);
}
