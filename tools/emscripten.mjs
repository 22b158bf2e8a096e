// Which Emscripten builds the core, and what CMake has to be told about it.

import { existsSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

import { ROOT } from "./process.mjs";
import { UNPACKED_EMSCRIPTEN } from "./setup-requirements.mjs";

const TOOLCHAIN = "cmake/Modules/Platform/Emscripten.cmake";
const DEBIANS = "/usr/share/emscripten";

/** The folder of the Emscripten that is first on PATH; Debian's and emsdk's em++ both point into it. */
function folderOnPath(path) {
  for (const folder of path.split(delimiter)) {
    try {
      return dirname(realpathSync(join(folder, "em++")));
    } catch {
      continue;
    }
  }
  return null;
}

/**
 * The Emscripten to build with: the unpacked one where that is asked for or there is no other.
 * @param {{ forced?: string, onPath: string | null, unpacked: boolean }} seen
 * @returns {{ folder: string, programs?: string }} its folder, and the one to be put first on PATH
 */
export function chooseEmscripten({ forced, onPath, unpacked }) {
  const isUnpacked = forced === "unpacked" || (onPath === null && unpacked);
  if (!isUnpacked) return { folder: onPath ?? DEBIANS };
  return { folder: `${UNPACKED_EMSCRIPTEN}${DEBIANS}`, programs: `${UNPACKED_EMSCRIPTEN}/bin` };
}

/** A build folder keeps the compiler it was configured with: for another toolchain file it has to start afresh. */
export function mustStartAfresh(cache, toolchain) {
  const [, before] = /^CMAKE_TOOLCHAIN_FILE:\w+=(.*)$/m.exec(cache) ?? [];
  return before !== undefined && before !== toolchain;
}

/** Arguments and environment for configuring and building `preset`. */
export function emscriptenFor(preset) {
  if (!preset.startsWith("wasm")) return { args: [], env: {} };
  const path = process.env.PATH ?? "";
  const { folder, programs } = chooseEmscripten({
    forced: process.env.HOSHO_SETUP_ROAD,
    onPath: folderOnPath(path),
    unpacked: existsSync(`${UNPACKED_EMSCRIPTEN}/bin/em++`),
  });
  const toolchain = join(folder, TOOLCHAIN);
  const cacheFile = join(ROOT, "build", preset, "CMakeCache.txt");
  const cache = existsSync(cacheFile) ? readFileSync(cacheFile, "utf8") : "";
  return {
    // The presets name Debian's toolchain file; any other Emscripten has its own.
    args: [`-DCMAKE_TOOLCHAIN_FILE=${toolchain}`, ...(mustStartAfresh(cache, toolchain) ? ["--fresh"] : [])],
    env: programs ? { PATH: [programs, path, dirname(process.execPath)].join(delimiter) } : {},
  };
}
