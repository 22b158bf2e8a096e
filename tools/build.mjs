// Builds everything that is shipped: core → wasm → library, catalogue and page in dist/.
//
//     node tools/build.mjs
//     node tools/build.mjs --release   with what a host needs beside it: docs/hosting.md

import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { emscriptenFor } from "./emscripten.mjs";
import { ROOT, run } from "./process.mjs";
import { release } from "./release.mjs";
import { setup } from "./setup.mjs";
import { shippedSizes, sizeLines, tooLarge } from "./sizes.mjs";

/** Configures one CMake preset. */
export function configurePreset(preset) {
  const { args, env } = emscriptenFor(preset);
  return run(["cmake", "--preset", preset, ...args], env);
}

/** Configures and builds one CMake preset. Returns the first command that failed, or the last one. */
export async function buildPreset(preset) {
  const configured = await configurePreset(preset);
  if (configured.code !== 0) return configured;
  return run(["cmake", "--build", "--preset", preset], emscriptenFor(preset).env);
}

/** Builds dist/. Throws with the output of what failed. */
export async function buildDist() {
  const { code, output } = await buildPreset("wasm");
  if (code !== 0) throw new Error(`The core could not be built:\n${output}`);
  const { bundle } = await import("./bundle.mjs");
  await bundle();
}

/** Prints what dist/ weighs. Throws where that is more than it may. */
function weighDist() {
  const sizes = shippedSizes(join(ROOT, "dist"));
  console.log(sizeLines(sizes).join("\n"));
  const over = tooLarge(sizes);
  if (over.length > 0) throw new Error(`Too large to ship:\n${over.join("\n")}`);
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
      weighDist();
      if (process.argv.includes("--release")) await release(join(ROOT, "dist"));
    }));
}
