import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { DIST } from "../../tools/bundle.mjs";
import { serve } from "../../tools/serve.mjs";
import { WebKit } from "./driver.mjs";

let server;
let webkit;
before(async () => {
  server = await serve(DIST, { first: 0 });
  webkit = await WebKit.open();
});
after(async () => {
  await webkit?.close();
  await server?.close();
});
beforeEach(() => webkit.goto("about:blank"));

const SAYS = { ja: "無料の見込み", en: "Probably free" };
const ENTERED = "#v1:d=2024-03-29&m=xiaomi-11t-pro&b=2022-07&from=iijmio&k=battery_wear";

test("a phone is told, the fault is chosen: the answer, its reasons and sources, the other language", async () => {
  await webkit.goto(`${server.url}#v1:d=2024-03-29`);
  await webkit.type("#f-device-model", "11t p");
  await webkit.click("#f-device-model-list [role=option]");
  await webkit.choose("#f-device-bought_on-year", "2022");
  await webkit.choose("#f-device-bought_on-month", "7");
  await webkit.choose("#f-device-bought_from", "iijmio");
  await webkit.click("label[for=k-battery_wear]");
  await webkit.says("#verdict-word", SAYS.ja);
  await webkit.until("return location.hash === arguments[0]", ENTERED);

  await webkit.click("hosho-trace > details > summary");
  assert.match(await webkit.text("hosho-trace .tree"), /「.+」/);

  await webkit.click("a[hreflang=en]");
  await webkit.says("#verdict-word", SAYS.en);
  assert.equal(await webkit.run("return document.documentElement.lang"), "en");
});

test("a link brings back what was entered, also after a reload", async () => {
  await webkit.goto(`${server.url}${ENTERED}`);
  await webkit.says("#verdict-word", SAYS.ja);
  await webkit.says(".device > summary", "2022年7月に購入");
  await webkit.reload();
  await webkit.says("#verdict-word", SAYS.ja);
  assert.equal(new URL(await webkit.url()).hash, ENTERED);
});

test("the strict policy is kept, and does not stop the engine", async () => {
  await webkit.goto(`${server.url}${ENTERED}`);
  await webkit.says("#verdict-word", SAYS.ja);
  const refused = `
    const script = document.createElement("script");
    script.textContent = "document.title = 'ran'";
    return new Promise((resolve) => {
      document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective), { once: true });
      document.body.append(script);
    });`;
  assert.equal(await webkit.run(refused), "script-src-elem");
});
