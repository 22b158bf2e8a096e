// Every suite, the fast ones first. A suite runs something and hands back { code, output }; `kind` says how to count it.

import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";

import { buildPreset, configurePreset } from "./build.mjs";
import { clangFormat, cppFiles, prettier } from "./format.mjs";
import { ROOT, packageProgram, run } from "./process.mjs";

/** node --test over the test files of a folder: Node 20 does not expand patterns itself. */
function nodeTests(folder) {
  const path = join(ROOT, folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(".test.mjs")) : [];
  if (names.length === 0) return { code: 1, output: `${folder} holds no *.test.mjs\n` };
  const files = names.sort().map((name) => `${folder}/${name}`);
  return run([process.execPath, "--test", "--test-reporter=spec", ...files]);
}

async function afterBuilding(preset, words) {
  const built = await buildPreset(preset);
  return built.code === 0 ? run(words) : built;
}

const ctest = (preset) => afterBuilding(preset, ["ctest", "--preset", preset, "-j", String(availableParallelism())]);

/** Whichever file is next, two at a time: they take unequally long. `checks` beside those of .clang-tidy, or without. */
async function clangTidy(checks) {
  const configured = await configurePreset("native");
  if (configured.code !== 0) return configured;
  const waiting = cppFiles("core/src", "core/json").filter((path) => path.endsWith(".cpp"));
  const done = [];
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      done.push(await run(["clang-tidy-14", "-p", "build/native", "--quiet", `--checks=${checks}`, path]));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const bad = done.filter(({ code }) => code !== 0);
  return { code: bad.length > 0 ? 1 : 0, output: bad.map(({ output }) => output).join("") };
}

const playwright = (...projects) =>
  run([...packageProgram("@playwright/test/cli.js"), "test", ...projects.map((name) => `--project=${name}`)]);

const fuzz = (...args) => afterBuilding("fuzz", [process.execPath, "tests/fuzz/run.mjs", ...args]);

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {"check" | "node" | "ctest" | "gtest" | "cases" | "playwright"} kind
 * @property {() => Promise<{ code: number, output: string }>} run
 * @property {boolean} [dist] it needs dist/
 * @property {boolean} [deep] only in `npm run test:deep`
 */

/** @type {Suite[]} */
export const SUITES = [
  { name: "prettier", kind: "check", run: () => prettier(false) },
  {
    name: "eslint",
    kind: "check",
    run: () => run([...packageProgram("eslint/bin/eslint.js"), "--max-warnings=0", "."]),
  },
  { name: "tsc", kind: "check", run: () => run([...packageProgram("typescript/bin/tsc"), "--noEmit"]) },
  { name: "clang-format", kind: "check", run: () => clangFormat(false) },
  { name: "clang-tidy", kind: "check", run: () => clangTidy("-clang-analyzer-*") },
  { name: "repo", kind: "node", dist: true, run: () => nodeTests("tests/repo") },
  { name: "native", kind: "ctest", run: () => ctest("native") },
  // The same tests once more, with sanitizers and in wasm; of what reads files, the fuzz targets have sanitizers, too.
  { name: "asan", kind: "ctest", deep: true, run: () => ctest("asan") },
  { name: "wasm-test", kind: "gtest", deep: true, run: () => ctest("wasm-test") },
  {
    name: "cases",
    kind: "cases",
    dist: true,
    run: () => afterBuilding("native", [process.execPath, "tests/cases/run.mjs"]),
  },
  { name: "wasm", kind: "node", dist: true, run: () => nodeTests("tests/wasm") },
  { name: "oracle-guards", kind: "node", dist: true, run: () => nodeTests("tests/oracle") },
  { name: "oracle", kind: "cases", dist: true, run: () => run([process.execPath, "tests/oracle/compare.mjs"]) },
  { name: "web", kind: "node", dist: true, run: () => nodeTests("tests/web") },
  { name: "data", kind: "node", dist: true, run: () => nodeTests("tests/data") },
  {
    name: "e2e",
    kind: "playwright",
    dist: true,
    run: () => playwright("chromium", "firefox"),
  },
  { name: "webkit", kind: "node", dist: true, run: () => nodeTests("tests/webkit") },
  { name: "fuzz", kind: "cases", dist: true, run: () => fuzz() },
  // Two thirds of the time of clang-tidy, by itself.
  { name: "clang-analyzer", kind: "check", deep: true, run: () => clangTidy("-*,clang-analyzer-*") },
  // Every pair of holes in fifty seeded cases of every plan.
  {
    name: "exact-pairs",
    kind: "cases",
    dist: true,
    deep: true,
    run: () => afterBuilding("native", [process.execPath, "tests/wasm/exact.mjs"]),
  },
  // The second opinion on as many cases again as make a hundred thousand with those of the gate.
  {
    name: "oracle-deep",
    kind: "cases",
    dist: true,
    deep: true,
    run: () => run(["env", "CASES=99000", "SEED=100001", process.execPath, "tests/oracle/compare.mjs"]),
  },
  { name: "e2e-deep", kind: "playwright", dist: true, deep: true, run: () => playwright("deep") },
  // That it runs; its figures are for reading.
  { name: "bench", kind: "check", dist: true, deep: true, run: () => run(["npm", "run", "--silent", "bench"]) },
  { name: "bench-page", kind: "check", dist: true, deep: true, run: () => run([process.execPath, "bench/page.mjs"]) },
  // Ten minutes a target, each time other numbers.
  { name: "fuzz-long", kind: "cases", dist: true, deep: true, run: () => fuzz("600", String(Date.now() % 2 ** 31)) },
];
