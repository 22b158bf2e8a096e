// The manifest of the elements, held against the elements themselves.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, type Page } from "@playwright/test";

import { DIST } from "../../tools/bundle.mjs";
import { calculator, CASE, test } from "./article.js";

const KINDS = ["attributes", "members", "events", "slots", "cssParts", "cssProperties"] as const;
/** Names of an element, by what they are names of. */
type Names = Record<(typeof KINDS)[number], string[]>;
type Declaration = { tagName: string } & Record<(typeof KINDS)[number], { name: string }[]>;

/** Notes the events that an element gives an article: its own, and those from its inside that leave it. */
const listen = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const fired: [string, string][] = [];
    Object.assign(globalThis, { fired });
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event: Event): boolean {
      const root = this instanceof Element ? this.getRootNode() : null;
      const host = root instanceof ShadowRoot ? root.host : (this as Element);
      if (event instanceof CustomEvent && (root === document || event.composed))
        fired.push([host.localName, event.type]);
      return dispatch.call(this, event);
    };
  });

/** What the elements of a tag have, as they stand on a page. */
const namesOn = (page: Page, tag: string): Promise<Names> =>
  page.evaluate((name) => {
    const element = customElements.get(name) as CustomElementConstructor & { observedAttributes: string[] };
    const members: string[] = [];
    for (
      let face: object = element.prototype as object;
      face !== HTMLElement.prototype;
      face = Object.getPrototypeOf(face)
    )
      for (const [key, { get }] of Object.entries(Object.getOwnPropertyDescriptors(face))) if (get) members.push(key);
    const roots = [...document.querySelectorAll(name)].map(({ shadowRoot }) => shadowRoot as ShadowRoot);
    const all = (selector: string): Element[] => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
    const sheets = roots.flatMap((root) => root.adoptedStyleSheets).flatMap((sheet) => [...sheet.cssRules]);
    const fired = (globalThis as unknown as { fired: [string, string][] }).fired;
    return {
      attributes: element.observedAttributes,
      members,
      events: fired.filter(([from]) => from === name).map(([, type]) => type),
      slots: all("slot").map((slot) => slot.getAttribute("name") ?? ""),
      cssParts: all("[part]").flatMap((part) => [...part.part]),
      cssProperties: sheets.flatMap(({ cssText }) => cssText.match(/--hosho-\w+/g) ?? []),
    };
  }, tag);

const each = (names: string[]): string[] => [...new Set(names)].sort();

/** What an element has and the manifest does not tell, and the reverse. */
function differences(declared: Declaration, found: Names[]): string[] {
  return KINDS.flatMap((kind) => {
    const told = each(declared[kind].map(({ name }) => name));
    const there = each(found.flatMap((names) => names[kind]));
    const untold = there.filter((name) => !told.includes(name)).map((name) => `${kind}: "${name}" is not told`);
    return [...untold, ...told.filter((name) => !there.includes(name)).map((name) => `${kind}: there is no "${name}"`)];
  });
}

async function declarations(): Promise<Declaration[]> {
  const { modules } = JSON.parse(await readFile(join(DIST, "custom-elements.json"), "utf8")) as {
    modules: { path: string; declarations: Declaration[] }[];
  };
  expect(modules.map(({ path }) => path)).toEqual(["embed.js"]);
  return modules.flatMap((module) => module.declarations);
}

test("the manifest tells what the elements have, and nothing else", async ({ page, host }) => {
  await listen(page);
  const body = ["broke", "join", "until"].map((question) => calculator(`question="${question}" ${CASE}`)).join("");
  await host.open(page, { body: `${body}<p><hosho-answer ${CASE}>?</hosho-answer></p>` });
  const declared = await declarations();
  expect(declared.map(({ tagName }) => tagName)).toEqual(["hosho-calculator", "hosho-answer"]);
  const look = (): Promise<Names[]> => Promise.all(declared.map(({ tagName }) => namesOn(page, tagName)));
  const asleep = await look();
  for (const element of await page.locator("hosho-calculator").all()) await element.scrollIntoViewIfNeeded();
  await expect(page.locator("hosho-calculator #verdict-word")).toHaveCount(3);
  await expect(page.locator("hosho-answer [part=answer]")).toBeVisible();
  await page.locator("label[for=k-screen_crack]").first().click();
  await expect.poll(async () => (await look())[0]?.events).toContain("hosho-change");
  const awake = await look();
  await page.route(/embed-(lean|engine)/, (route) => route.abort());
  await page.reload();
  await expect(page.locator("[part=failed]").last()).toBeVisible();
  const failed = await look();
  declared.forEach((declaration, place) => {
    const found = [asleep, awake, failed].map((looks) => looks[place] as Names);
    expect(differences(declaration, found), declaration.tagName).toEqual([]);
  });
});

test("what is told and not there is found, and what is there and not told", () => {
  const none = Object.fromEntries(KINDS.map((kind) => [kind, []])) as unknown as Names;
  const told = { ...none, slots: [{ name: "" }], events: [{ name: "lamp-on" }] };
  const declared = { tagName: "a-lamp", ...told } as unknown as Declaration;
  const found = [
    { ...none, slots: [""] },
    { ...none, attributes: ["lang", "lang"] },
  ];
  expect(differences(declared, found)).toEqual(['attributes: "lang" is not told', 'events: there is no "lamp-on"']);
});
