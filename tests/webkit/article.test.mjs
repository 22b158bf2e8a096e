import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { DIST } from "../../tools/bundle.mjs";
import { ROOT } from "../../tools/process.mjs";
import { serve } from "../../tools/serve.mjs";
import { WebKit } from "./driver.mjs";

const EXAMPLE = readFileSync(`${ROOT}examples/article/index.html`, "utf8");
const CASE =
  "plan=xiaomi-11t-special-warranty&device=xiaomi-11t-pro&bought-on=2022-07&bought-from=iijmio&incident=battery_wear&as-of=2024-03-29";

let scripts;
let article;
let webkit;
let text;
before(async () => {
  scripts = await serve(DIST, { first: 0 });
  // Another origin than that of the scripts.
  article = createServer((_, response) => response.setHeader("Content-Type", "text/html; charset=utf-8").end(text));
  await once(article.listen(0, "127.0.0.1"), "listening");
  webkit = await WebKit.open();
});
after(async () => {
  await webkit?.close();
  article?.close();
  article?.closeAllConnections();
  await scripts?.close();
});

const open = (html) => {
  text = html;
  return webkit.goto(`http://127.0.0.1:${article.address().port}/`);
};

test("the calculator and the line of an article answer, and what is entered changes the calculator", async () => {
  await open(EXAMPLE.replace("https://hosho.example/", scripts.url));
  await webkit.says("[part=answer]", "0円の見込み");
  await webkit.says("#verdict-word", "無料の見込み");
  await webkit.click("label[for=k-screen_crack]");
  await webkit.says("#verdict-word", "対象外");
});

test("a frame answers and is as high as what is in it", async () => {
  const frame = `<iframe src="${scripts.url}embed.html#${CASE.replaceAll("&", "&amp;")}" width="600" height="300"></iframe>`;
  await open(`<!doctype html><title>an article</title>${frame}<script src="${scripts.url}embed-frame.js"></script>`);
  await webkit.enter("iframe");
  await webkit.says("#verdict-word", "無料の見込み");
  await webkit.says(".others", "有償で直す方法"); // the last that is drawn
  const height = await webkit.run("return Math.ceil(document.body.getBoundingClientRect().height)");
  await webkit.enter();
  assert.ok(height > 300);
  await webkit.until("return document.querySelector('iframe').clientHeight === arguments[0]", height);
});
