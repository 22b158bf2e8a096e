// The second road to Emscripten: the files of its packages in a folder of the project.
//
// A Node from elsewhere than Debian does not satisfy `node-acorn : Depends: nodejs:any`, so that apt refuses to install
// `emscripten` beside it, although it works with that Node.

import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { UNPACKED_EMSCRIPTEN } from "./setup-requirements.mjs";

/** Emscripten and, for its JavaScript optimiser, acorn with the one library that it needs. */
export const UNPACKED_PACKAGES = ["emscripten", "node-acorn", "node-xtend"];

const PROGRAMS = ["em++", "emcc", "emar", "emranlib", "em-config"];

/** The settings of the unpacked Emscripten. It finds itself by EM_CONFIG: the folder may be moved. */
export const EM_CONFIG = `import os
HERE = os.path.dirname(os.path.abspath(os.environ['EM_CONFIG']))
EMSCRIPTEN_ROOT = HERE + '/usr/share/emscripten'
LLVM_ROOT = '/usr/bin'
BINARYEN_ROOT = '/usr'
NODE_JS = ['/usr/bin/env', 'NODE_PATH=' + HERE + '/usr/share/nodejs', 'node']
FROZEN_CACHE = True  # every system library is in the package
LLVM_ADD_VERSION = '14'
CLANG_ADD_VERSION = '14'
`;

/** A program of the unpacked Emscripten: Debian's own name /usr/share/emscripten in themselves. */
export const programText = (name) => `#!/bin/sh
here=$(cd "$(dirname "$0")/.." && pwd)
EM_CONFIG="$here/em-config.py" exec python3 "$here/usr/share/emscripten/${name}.py" "$@"
`;

/** Fetches into the folder that the command runs in. */
export const DOWNLOAD = ["apt-get", "download", "-o", "APT::Sandbox::User=root", ...UNPACKED_PACKAGES];

/**
 * Leaves Emscripten in `folder`, whole or not at all. Needs no rights.
 * @param {(words: string[], folder: string) => boolean} run runs a command in a folder; true if it went well
 * @returns {boolean} false if a command failed
 */
export function unpackEmscripten(run, folder = UNPACKED_EMSCRIPTEN) {
  const stage = `${folder}.part`;
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(join(stage, "bin"), { recursive: true });
  if (!run(DOWNLOAD, stage)) return false;
  for (const archive of readdirSync(stage).filter((name) => name.endsWith(".deb"))) {
    if (!run(["dpkg", "-x", archive, "."], stage)) return false;
    rmSync(join(stage, archive));
  }
  writeFileSync(join(stage, "em-config.py"), EM_CONFIG);
  // Else the nearest one would be the project's, which says that .js files are modules.
  writeFileSync(join(stage, "package.json"), '{ "type": "commonjs" }\n');
  for (const name of PROGRAMS) {
    writeFileSync(join(stage, "bin", name), programText(name));
    chmodSync(join(stage, "bin", name), 0o755);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(stage, folder);
  return true;
}
