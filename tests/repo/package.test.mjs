import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { chromium } from "@playwright/test";
import { build, createServer } from "vite";

import { packageProgram } from "../../tools/process.mjs";
import { serve } from "../../tools/serve.mjs";
import { ROOT } from "./tree.mjs";

/* global document -- the page runs what is handed to it */

const project = mkdtempSync(join(tmpdir(), "hosho-package-"));
let packed;

/** Someone else's project, with the package as npm would have it, and nothing from a network. */
before(() => {
  const npm = (cwd, ...words) =>
    execFileSync("npm", words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  [packed] = JSON.parse(npm(ROOT, "pack", "--ignore-scripts", "--json", "--pack-destination", project));
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }');
  npm(project, "install", "--offline", "--no-audit", "--no-fund", `./${packed.filename}`);
});
after(() => rmSync(project, { recursive: true }));

/** The example of the README, as one writes it with the package. */
function example() {
  const [, code] = /```js\n(import \{ loadHosho \}.*?)```/s.exec(readFileSync(`${ROOT}README.md`, "utf8"));
  return code.replace('"./dist/hosho.js"', '"hosho"');
}
const SAID = { verdict: "covered", total: { min: 0, max: 0 } };
const SAY = "{ verdict: answer.options[0].verdict, total: answer.options[0].total_yen }";

test("the package holds the library, what editors read of the elements, and nothing of the page", () => {
  const names = packed.files.map(({ path }) => path).filter((path) => !path.endsWith(".d.ts"));
  assert.deepEqual(names.sort(), [
    "README.md",
    "dist/catalog.json",
    "dist/custom-elements.json",
    "dist/hosho.js",
    "dist/hosho.wasm",
    "dist/notices.txt",
    "package.json",
  ]);
  const inside = (name) => JSON.parse(readFileSync(join(project, "node_modules/hosho", name), "utf8"));
  const { dependencies = {}, customElements } = inside("package.json");
  assert.deepEqual(dependencies, {}, "what is bundled is not installed once more");
  const tags = inside(customElements).modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName));
  assert.deepEqual(tags, ["hosho-calculator", "hosho-answer"]);
});

test("Node runs the example of the README with it", () => {
  writeFileSync(join(project, "example.mjs"), `${example()}\nconsole.log(JSON.stringify(${SAY}));\n`);
  const { stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], { cwd: project, encoding: "utf8" });
  assert.equal(stderr, "");
  assert.deepEqual(JSON.parse(stdout), SAID);
});

test("the engine and the catalogue have addresses of their own, the inside has none", () => {
  const code = `for (const name of ["hosho.wasm", "catalog.json"]) import.meta.resolve("hosho/" + name);
    await import("hosho/dist/to-json.js").then(() => process.exit(1), ({ code }) => console.log(code));`;
  const words = ["--input-type=module", "--eval", code];
  const { status, stdout } = spawnSync(process.execPath, words, { cwd: project, encoding: "utf8" });
  assert.deepEqual([status, stdout.trim()], [0, "ERR_PACKAGE_PATH_NOT_EXPORTED"]);
});

test("TypeScript reads its types, strictly, in both ways of finding them; a wrong name is an error", () => {
  const compile = (file, ...how) => {
    const options = ["--noEmit", "--strict", "--target", "es2022", ...how];
    const [command, ...words] = [...packageProgram("typescript/bin/tsc"), ...options, file];
    return spawnSync(command, words, { cwd: project, encoding: "utf8" });
  };
  const typed = `${example()}\nexport const total: number | undefined = answer.options[0]?.total_yen?.min;\n`;
  writeFileSync(join(project, "good.mts"), typed.replaceAll("options[0].", "options[0]!."));
  writeFileSync(join(project, "bad.mts"), example().replace("bought_on", "bought_at"));
  for (const how of [
    ["--module", "nodenext"],
    ["--module", "esnext", "--moduleResolution", "bundler"],
  ]) {
    const { stdout, status } = compile("good.mts", ...how);
    assert.deepEqual([status, stdout], [0, ""]);
    assert.match(compile("bad.mts", ...how).stdout, /'bought_at' does not exist in type 'DeviceFacts'/);
  }
});

/** What a page at an address says of the answer, in its title. */
async function titleAt(url) {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium" });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => document.title !== "a page");
    return JSON.parse(await page.title());
  } finally {
    await browser.close();
  }
}

/** Someone's page in `folder`, whose script says the answer. */
function writePage(folder, script) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "index.html"),
    '<!doctype html><title>a page</title><script type="module" src="main.js"></script>',
  );
  writeFileSync(join(folder, "main.js"), `${script}\ndocument.title = JSON.stringify(${SAY});\n`);
}

test("a plain page runs it from where npm has put it, under the strict policy", async () => {
  writePage(project, example().replace('"hosho"', '"./node_modules/hosho/dist/hosho.js"'));
  const server = await serve(project, { first: 0 });
  try {
    assert.deepEqual(await titleAt(server.url), SAID);
  } finally {
    await server.close();
  }
});

test("Vite bundles it: engine and catalogue become assets of the app, which answers under the strict policy", async () => {
  const root = join(project, "app");
  writePage(root, example());
  await build({ root, configFile: false, logLevel: "error" });
  const assets = readdirSync(join(root, "dist/assets")).map((name) => name.replace(/-[\w-]{8}(?=\.\w+$)/, ""));
  assert.deepEqual(assets.filter((name) => /\.(wasm|json)$/.test(name)).sort(), ["catalog.json", "hosho.wasm"]);
  // Nothing but the build is there to be found.
  const server = await serve(join(root, "dist"), { first: 0 });
  try {
    assert.deepEqual(await titleAt(server.url), SAID);
  } finally {
    await server.close();
  }
});

test("Vite's own server finds them, too, while an app is written", async () => {
  const root = join(project, "app");
  writePage(root, example());
  const server = await createServer({ root, configFile: false, logLevel: "error", server: { host: "127.0.0.1" } });
  try {
    await server.listen();
    assert.deepEqual(await titleAt(server.resolvedUrls.local[0]), SAID);
  } finally {
    await server.close();
  }
});
