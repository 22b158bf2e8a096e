// The direction rule of docs/architecture.md:
// pages, embed → elements → calendar → chart → link → text → api → wasm → core/json → core → standard library, never the reverse.

import { join, normalize } from "node:path/posix";

import typescript from "typescript";

import { codeOf, filesIn, textOf } from "./tree.mjs";

// What a pure core needs. Absent on purpose: clocks, files, streams, locales, threads, random numbers, C's time and stdio.
const STANDARD = new Set(
  `algorithm array bit bitset cassert charconv climits cmath compare concepts cstddef cstdint cstring deque functional
   initializer_list iterator limits list map memory new numbers numeric optional queue ratio set span stack string
   string_view tuple type_traits unordered_map unordered_set utility variant vector`.split(/\s+/),
);

// Text needs these two of C: numbers to and from digits.
const JSON_TOO = new Set(["nlohmann/json.hpp", "cstdio", "cstdlib"]);

const IMPURE =
  /\b(system_clock|steady_clock|high_resolution_clock|getenv|setlocale|localtime|gmtime|fopen|rand|srand|random_device|throw)\b|\bstd::(time|clock|locale)\b/;

/** They hold names and nothing else. */
const BINDINGS = /^wasm\/bindings\w*\.cpp$/;

/** Folders that a C++ folder may include from, nearest first. */
const CPP_REACH = {
  "core/include": ["core/include"],
  "core/src": ["core/src", "core/include"],
  "core/json": ["core/json", "core/include", "core/src"],
  wasm: ["core/json"],
};

const WEB_ORDER = [
  "web/pages",
  "web/embed",
  "web/elements",
  "web/calendar",
  "web/chart",
  "web/link",
  "web/text",
  "web/api",
];

/** Two ends of the house that know nothing of each other. */
const APART = { "web/pages": "web/embed" };

/** The packages that a folder of web/ may import. */
const PACKAGES = {
  "web/pages": /^lit(\/|$)/,
  "web/embed": /^lit(\/|$)/,
  "web/elements": /^lit(\/|$)/,
  "web/calendar": /^ical-generator$/,
  "web/chart": /^d3-(scale|shape)$/,
};

const layerOf = (path, layers) => layers.find((layer) => path.startsWith(`${layer}/`));

function includesOf(text) {
  return [...text.matchAll(/^\s*#\s*include\s*([<"])([^>"]+)[>"]/gm)].map(([, kind, name]) => ({
    own: kind === '"',
    name,
  }));
}

/** The file that a quoted include names, searched as the compiler does; undefined if it is in no folder of ours. */
function resolveInclude(files, from, name) {
  const folders = [from.slice(0, from.lastIndexOf("/")), "core/include", "core/src", "core/json", "core", "wasm", "."];
  return folders.map((folder) => normalize(join(folder, name))).find((path) => files.has(path));
}

function includeProblem(files, layer, path, { own, name }) {
  if (own) {
    const found = resolveInclude(files, path, name);
    return found && layerOf(found, CPP_REACH[layer]) ? null : `${layer} may not include "${name}"`;
  }
  const isAllowed =
    layer === "wasm"
      ? name.startsWith("emscripten/")
      : STANDARD.has(name) || (layer === "core/json" && JSON_TOO.has(name));
  return isAllowed ? null : `${layer} may not include <${name}>`;
}

/** Includes that a file reaches through our own headers. */
function reachedBy(root, files, path, seen = new Set()) {
  return includesOf(textOf(root, path)).flatMap(({ own, name }) => {
    const next = own ? resolveInclude(files, path, name) : undefined;
    if (!next) return [name];
    if (seen.has(next)) return [];
    return reachedBy(root, files, next, seen.add(next));
  });
}

function bindingsProblems(root, files, path) {
  const text = textOf(root, path);
  const found = [];
  if (text.trimEnd().split("\n").length >= 60) found.push("60 lines or more");
  if (includesOf(text).filter(({ own }) => own).length !== 1) found.push("not exactly one project header");
  if (/\b(if|for|while|switch)\b|\?/.test(codeOf(text))) found.push("a branch");
  if (reachedBy(root, files, path).some((name) => name.startsWith("nlohmann"))) found.push("its header shows nlohmann");
  return found.map((what) => `${path}: ${what}`);
}

function cppProblems(root, files) {
  const layers = Object.keys(CPP_REACH);
  return [...files].flatMap((path) => {
    const layer = layerOf(path, layers);
    if (!layer || !/\.(h|cpp)$/.test(path)) return [];
    const text = textOf(root, path);
    const problems = includesOf(text).map((include) => includeProblem(files, layer, path, include));
    const impure = layer === "wasm" ? null : IMPURE.exec(codeOf(text));
    if (impure) problems.push(`${layer} may not use ${impure[0]}`);
    return problems.filter(Boolean).map((problem) => `${path}: ${problem}`);
  });
}

function importProblem(layer, path, name) {
  if (name.startsWith("#hosho-")) return layer === "web/api" ? null : "the raw module is for web/api alone";
  if (name.startsWith("node:")) return layer === "web/api" ? null : `${layer} may not import ${name}`;
  if (!name.startsWith(".")) {
    return PACKAGES[layer]?.test(name) ? null : `${layer} may not import ${name}`;
  }
  const target = layerOf(normalize(join(path, "..", name)), WEB_ORDER);
  const mayReach = WEB_ORDER.slice(WEB_ORDER.indexOf(layer)).filter((other) => other !== APART[layer]);
  return target && mayReach.includes(target) ? null : `${layer} may not import ${name}`;
}

function webProblems(root, files) {
  return [...files].flatMap((path) => {
    const layer = layerOf(path, WEB_ORDER);
    if (!layer || !path.endsWith(".ts")) return [];
    return typescript
      .preProcessFile(textOf(root, path), true, true)
      .importedFiles.map(({ fileName }) => importProblem(layer, path, fileName))
      .filter(Boolean)
      .map((problem) => `${path}: ${problem}`);
  });
}

function dataProblems(files) {
  const code = [...files].filter((path) => path.startsWith("data/") && /\.([cm]?[jt]s|h|cpp|py|sh)$/.test(path));
  return code.map((path) => `${path}: data holds no code`);
}

/** Every breach of the direction rule in the tree at `root`, as `file: what`. */
export function layerProblems(root) {
  const files = new Set(["core", "wasm", "web", "data", "tests"].flatMap((folder) => filesIn(root, folder)));
  return [
    ...cppProblems(root, files),
    ...[...files].filter((path) => BINDINGS.test(path)).flatMap((path) => bindingsProblems(root, files, path)),
    ...webProblems(root, files),
    ...dataProblems(files),
  ];
}
