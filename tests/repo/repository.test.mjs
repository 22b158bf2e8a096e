import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync } from "node:fs";
import { test } from "node:test";

import { ROOT, filesIn } from "./tree.mjs";

const read = (path) => readFileSync(`${ROOT}${path}`, "utf8");
const TEXT = /\.(c?m?[jt]s|json|md|txt|cpp|h|html|css|sh|ya?ml)$|^CMakeLists\.txt$|^\.\w/;

/** Registry addresses in a lock file. */
const registryHosts = (lock) => lock.match(/"resolved": *"[^"]*:\/\/[^"]*"/g) ?? [];

/** Places of one machine: a home, a work folder. */
const machinePaths = (text) => text.match(/(?<![\w.~-])\/(?:work|home|root|Users)\/[\w.-]+/g) ?? [];

/** Versions that are not one exact version. */
const loosePins = ({ dependencies = {}, devDependencies = {} }) =>
  Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    .map(([name]) => name);

test("no lock file names a registry, and npm is told to keep it so", () => {
  for (const lock of ["package-lock.json", "tools/newer-node/package-lock.json"]) {
    assert.deepEqual(registryHosts(read(lock)), [], lock);
  }
  assert.match(read(".npmrc"), /^omit-lockfile-registry-resolved=true$/m);
  assert.equal(registryHosts('{ "resolved": "https://registry.example/a.tgz" }').length, 1);
});

test("every package is pinned to one version, the two that must not move to theirs", () => {
  const manifest = JSON.parse(read("package.json"));
  assert.deepEqual(loosePins(manifest), []);
  assert.deepEqual(loosePins(JSON.parse(read("tools/newer-node/package.json"))), []);
  assert.deepEqual(loosePins({ dependencies: { a: "^1.0.0", b: "1.0.0" }, devDependencies: { c: "latest" } }), [
    "a",
    "c",
  ]);
  assert.equal(manifest.devDependencies["@playwright/test"], "1.64.0");
  const [major, minor] = manifest.devDependencies.typescript.split(".").map(Number);
  assert.ok(major < 6 || (major === 6 && minor < 1), "typescript-eslint asks for TypeScript below 6.1");
});

test("the engine has the version of the package", () => {
  const [, version] = /kVersion = "([^"]+)"/.exec(read("core/include/hosho/version.h"));
  assert.equal(version, JSON.parse(read("package.json")).version);
});

test("no file names a path of one machine", () => {
  const folders = [".ci", "bench", "cmake", "core", "data", "docs", "examples", "tests", "tools", "wasm", "web"];
  const top = ["CMakeLists.txt", "CMakePresets.json", "README.md", "package.json", "tsconfig.json", "eslint.config.js"];
  const files = [...folders.flatMap((folder) => filesIn(ROOT, folder)), ...top];
  const own = "tests/repo/repository.test.mjs";
  const found = files
    .filter((path) => path !== own && (TEXT.test(path) || path.startsWith(".ci/")))
    .flatMap((path) => machinePaths(read(path)).map((named) => `${path}: ${named}`));
  assert.deepEqual(found, []);
  const checkout = ["", "work", "hosho"].join("/"); // in one piece it would be a find of its own
  const relative = `.${["", "work", "x"].join("/")}`;
  assert.deepEqual(machinePaths(`cd /home/me/hosho && ls "${checkout}" ${relative} https://a.example/home/`), [
    "/home/me",
    checkout,
  ]);
});

test(".ci/run is a program that runs npm test", () => {
  accessSync(`${ROOT}.ci/run`, constants.X_OK);
  assert.match(read(".ci/run"), /npm test/);
});

test("an unknown suite is refused with the names of those that exist", () => {
  const { status, stderr } = spawnSync(process.execPath, ["tools/test.mjs", "--only", "nonsense"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  assert.equal(status, 1);
  assert.match(stderr, /No suite is called nonsense\. There are: prettier eslint /);
});
