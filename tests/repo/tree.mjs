import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The top folder of the project. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Paths, from `root`, of the files in `folder` and below. */
export function filesIn(root, folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.path, entry.name)))
    .sort();
}

export const textOf = (root, path) => readFileSync(join(root, path), "utf8");

/** C++ without comments and without what stands between quotes. */
export function codeOf(text) {
  return text
    .replace(/R"(\w*)\([\s\S]*?\)\1"/g, '""')
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'/g, (part) =>
      part.startsWith('"') ? '""' : " ",
    );
}
