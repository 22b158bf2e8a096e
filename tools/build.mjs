// Builds everything that is shipped: core → wasm → library, catalogue and page in dist/.
//
//     node tools/build.mjs

import { readFileSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

import { ROOT, run } from "./process.mjs";
import { setup } from "./setup.mjs";

const TOOLCHAIN = "cmake/Modules/Platform/Emscripten.cmake";
const DEBIAN_EMSCRIPTEN = "/usr/share/emscripten";

/** The folder of the Emscripten that is first on PATH; Debian's and emsdk's em++ both point into it. */
function emscriptenFolder() {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    try {
      return dirname(realpathSync(join(folder, "em++")));
    } catch {
      continue;
    }
  }
  return DEBIAN_EMSCRIPTEN;
}

/** The presets name Debian's toolchain file; any other Emscripten has its own. */
function toolchainArguments(preset) {
  const folder = emscriptenFolder();
  const isDebians = !preset.startsWith("wasm") || folder === DEBIAN_EMSCRIPTEN;
  return isDebians ? [] : [`-DCMAKE_TOOLCHAIN_FILE=${join(folder, TOOLCHAIN)}`];
}

/** Configures and builds one CMake preset. Returns the first command that failed, or the last one. */
export async function buildPreset(preset) {
  const configured = await run(["cmake", "--preset", preset, ...toolchainArguments(preset)]);
  return configured.code === 0 ? run(["cmake", "--build", "--preset", preset]) : configured;
}

/** Builds dist/. Throws with the output of what failed. */
export async function buildDist() {
  const { code, output } = await buildPreset("wasm");
  if (code !== 0) throw new Error(`The core could not be built:\n${output}`);
  const { bundle } = await import("./bundle.mjs");
  await bundle();
}

/** One line a shipped file: its size as it is and as brotli sends it, in bytes. */
export function sizeLines() {
  return ["hosho.js", "hosho.wasm", "catalog.json", "page.js"].map((name) => {
    const bytes = readFileSync(join(ROOT, "dist", name));
    const count = (value) => value.toLocaleString("en").padStart(9);
    return `${name.padEnd(12)} ${count(bytes.length)} bytes, ${count(brotliCompressSync(bytes).length)} brotli`;
  });
}

/** Runs `work`, and on failure says why without a stack trace. Returns the exit code. */
export async function exitCodeOf(work) {
  try {
    await work();
    return 0;
  } catch (error) {
    console.error(error.message);
    return 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const notReady = await setup("start");
  process.exitCode =
    notReady ||
    (await exitCodeOf(async () => {
      await buildDist();
      console.log(sizeLines().join("\n"));
    }));
}
