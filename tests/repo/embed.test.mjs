import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { insideElement, styleOf } from "../../tools/embed.mjs";
import { headersOf } from "../../tools/headers.mjs";
import { isKept } from "../../tools/shipped.mjs";
import { ROOT } from "./tree.mjs";

const scripts = readdirSync(`${ROOT}dist`).filter((name) => /^embed.*\.js$/.test(name));
const read = (name) => readFileSync(`${ROOT}dist/${name}`, "utf8");

/** What styles say of the document, its root's letters or the window's width: an article has its own. */
const ofDocument = (css) =>
  css.match(/:root|(?<=^|[{},])(?:html|body)(?=[{,])|[\d.]rem\b|@media ?\((?:min|max)-width[^)]*\)/g) ?? [];

test("root, body, widths, rems, theme and what an article gives are those of an element", () => {
  assert.equal(insideElement(":root,.light{--ink: #123;--s-1: .5rem}"), ".hosho,.light{--ink:var(--hosho-ink,#123);--s-1: calc(.5*var(--rem))}"); // prettier-ignore
  assert.equal(insideElement("html{a:b}body{margin:0}tbody{c:d}"), ".hosho{a:b}.body{margin:0}tbody{c:d}");
  assert.equal(insideElement("a{left:-9rem}"), "a{left:calc(-9*var(--rem))}");
  assert.equal(insideElement("@media(min-width:62rem){a{b:c}}"), "@container hosho (min-width:992px){a{b:c}}");
  const dark = "@media screen and (prefers-color-scheme:dark){:root{--x: 1}}";
  assert.equal(
    insideElement(dark),
    "@media screen and (prefers-color-scheme:dark){.hosho[data-theme=auto]{--x: 1}}.hosho[data-theme=dark]{--x: 1}",
  );
});

test("no style of a calculator is about the document", async () => {
  for (const name of ["base", "join", "until"]) {
    const { text } = await styleOf(`${ROOT}web/embed/${name}.css`);
    assert.ok(text.length > 1000, name);
    assert.deepEqual(ofDocument(text), [], name);
  }
  assert.deepEqual(ofDocument(":root{a:1rem}body{}@media(max-width:3rem){html{b:c}}tbody{}"), [
    ":root",
    "1rem",
    "body",
    "@media(max-width:3rem)",
    "html",
  ]);
});

test("the scripts that articles name are asked for again after minutes, what those fetch never; the page keeps none of it", () => {
  assert.ok(scripts.length > 6);
  for (const name of scripts) {
    const { "Cache-Control": caching, "Access-Control-Allow-Origin": origins } = headersOf(name);
    assert.match(
      caching,
      ["embed.js", "embed-frame.js"].includes(name) ? /max-age=300$/ : /max-age=31536000, immutable$/,
      name,
    );
    assert.equal(origins, "*");
    assert.equal(isKept(name), false);
  }
  assert.equal(isKept("page-ABCD2345.js"), true);
});

test("all that the loader imports at once is in it", () => {
  assert.doesNotMatch(read("embed.js"), /\b(import|from)"\.\//);
  assert.match(read("embed.js"), /import\("\.\/embed-broke-[A-Z0-9]{8}\.js"\)/);
});
