import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { noticesOf, packagesIn } from "../../tools/notices.mjs";
import { ROOT } from "./tree.mjs";

const root = mkdtempSync(join(tmpdir(), "hosho-notices-"));
after(() => rmSync(root, { recursive: true }));

/** A package with these files, beside the notice of the core. */
function put(folder, files) {
  mkdirSync(join(root, folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, folder, name), text);
}
put("wasm", { "notice.txt": "the core's own\n" });

const metafile = (...paths) => ({
  outputs: { "page.js": { inputs: Object.fromEntries(paths.map((path) => [path, { bytesInOutput: 9 }])) } },
});

test("packages are those of which something is left in a bundle, each once, scopes and nests included", () => {
  const shaken = { outputs: { "b.js": { inputs: { "node_modules/shaken/index.js": { bytesInOutput: 0 } } } } };
  const found = packagesIn([
    metafile("web/page.ts", "node_modules/lit/index.js", "node_modules/@lit/element/a.js", "node_modules/lit/b.js"),
    metafile("node_modules/a/node_modules/b/index.js"),
    shaken,
  ]);
  assert.deepEqual(found, ["node_modules/@lit/element", "node_modules/a/node_modules/b", "node_modules/lit"]);
});

test("each package is named with its version and licence; one text stands once", () => {
  put("one", { "package.json": '{"name":"one","version":"1.0.0"}', LICENSE: "MIT, by A\n" });
  put("two", { "package.json": '{"name":"two","version":"2.0.0"}', "license.md": "MIT, by A" });
  put("three", { "package.json": '{"name":"three","version":"3.0.0"}', "LICENCE.txt": "BSD, by B" });
  const text = noticesOf(root, ["one", "two", "three"]);
  assert.match(text, /^the core's own\n/);
  assert.match(text, /one 1\.0\.0, two 2\.0\.0\n\nMIT, by A\n/);
  assert.match(text, /three 3\.0\.0\n\nBSD, by B\n$/);
  assert.equal(text.split("MIT, by A").length, 2);
});

test("a package without a licence is not shipped", () => {
  put("bare", { "package.json": '{"name":"bare","version":"1.0.0"}', "README.md": "licence: ask" });
  assert.throws(() => noticesOf(root, ["bare"]), /bare: no licence/);
});

test("what was built names every package whose code it carries", () => {
  const text = readFileSync(`${ROOT}dist/notices.txt`, "utf8");
  for (const name of ["Emscripten", "musl", "lit-html ", "@lit/reactive-element ", "ical-generator "])
    assert.ok(text.includes(name), name);
});
