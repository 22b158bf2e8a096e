// Lays out the sources: TypeScript, JavaScript, JSON, HTML and CSS by Prettier, C++ by clang-format.
//
//     node tools/format.mjs [--write]      without --write it only says what is not laid out

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { ROOT, packageProgram, run } from "./process.mjs";

/** Our C++ files in `folders`, known-bad examples apart. */
export function cppFiles(...folders) {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(h|cpp)$/.test(entry.name))
        .map((entry) => join(entry.path, entry.name)),
    )
    .filter((path) => !path.startsWith(join(ROOT, "tests/fixtures")))
    .sort();
}

export const prettier = (write) =>
  run([...packageProgram("prettier/bin/prettier.cjs"), write ? "--write" : "--check", "--log-level=warn", "."]);

export const clangFormat = (write) =>
  run(["clang-format-14", ...(write ? ["-i"] : ["--dry-run", "-Werror"]), ...cppFiles("core", "wasm", "tests")]);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const write = process.argv.includes("--write");
  const done = [await prettier(write), await clangFormat(write)];
  process.stdout.write(done.map(({ output }) => output).join(""));
  process.exitCode = done.some(({ code }) => code !== 0) ? 1 : 0;
}
