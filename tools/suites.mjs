// Every suite, the fast ones first. A suite runs something and hands back { code, output }; `kind` says how to count it.

import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";

import { buildPreset } from "./build.mjs";
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

const clangTidy = () =>
  afterBuilding("native", [
    "clang-tidy-14",
    "-p",
    "build/native",
    "--quiet",
    ...cppFiles("core/src", "core/json").filter((path) => path.endsWith(".cpp")),
  ]);

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
  { name: "repo", kind: "node", dist: true, run: () => nodeTests("tests/repo") },
  { name: "native", kind: "ctest", run: () => ctest("native") },
  { name: "asan", kind: "ctest", run: () => ctest("asan") },
  { name: "wasm-test", kind: "gtest", run: () => ctest("wasm-test") },
  {
    name: "cases",
    kind: "cases",
    dist: true,
    run: () => afterBuilding("native", [process.execPath, "tests/cases/run.mjs"]),
  },
  { name: "wasm", kind: "node", dist: true, run: () => nodeTests("tests/wasm") },
  { name: "web", kind: "node", dist: true, run: () => nodeTests("tests/web") },
  { name: "data", kind: "node", dist: true, run: () => nodeTests("tests/data") },
  {
    name: "e2e",
    kind: "playwright",
    dist: true,
    run: () => run([...packageProgram("@playwright/test/cli.js"), "test"]),
  },
  { name: "clang-tidy", kind: "check", deep: true, run: clangTidy },
];
