// Looks at this machine. Fast when nothing is missing: no process is started then.

import { spawnSync } from "node:child_process";
import fs, { accessSync, constants, existsSync } from "node:fs"; // `fs.statfsSync`: an old Node is told so, not lost here
import { delimiter, join } from "node:path";

import { ROOT } from "./process.mjs";
import { chooseRoad, simulateCommand, verdictOn } from "./setup-apt.mjs";
import { missingFrom } from "./setup-requirements.mjs";
import { UNPACKED_PACKAGES } from "./setup-unpack.mjs";

function isOnPath(name) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** What a command prints, in English. */
function listen([command, ...args]) {
  const done = spawnSync(command, args, { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  return { code: done.status ?? 1, output: `${done.stdout ?? ""}${done.stderr ?? ""}` };
}

const MEGABYTE = 1_000_000;

/** Megabytes that apt would fetch and unpack for `packages` and what they need; null if it does not know them (yet). */
function aptSize(packages, unpack) {
  const install = ["install", "--no-install-recommends", ...packages];
  const asked = [...(packages.length > 0 ? [install] : []), ...(unpack ? [["download", ...UNPACKED_PACKAGES]] : [])];
  const listed = asked.map((words) => listen(["apt-get", "-qq", "--print-uris", ...words]).output).join("\n");
  // 'address' file_version_arch.deb bytes checksum
  const files = [...listed.matchAll(/^'[^']*' (\S+?)_\S+\.deb (\d+)/gm)];
  if (files.length === 0) return null;
  const shown = listen(["apt-cache", "show", "--no-all-versions", ...files.map(([, name]) => name)]).output;
  const kilobytes = [...shown.matchAll(/^Installed-Size: (\d+)/gm)].reduce((sum, [, size]) => sum + Number(size), 0);
  const bytes = files.reduce((sum, [, , size]) => sum + Number(size), 0);
  return { download: Math.ceil(bytes / MEGABYTE), disk: Math.ceil((kilobytes * 1024) / MEGABYTE) };
}

/** Free bytes where packages, and where modules and builds go. */
export function freeSpace() {
  return ["/", ROOT].map((path) => {
    const { bavail, bsize } = fs.statfsSync(path);
    return { path, free: bavail * bsize };
  });
}

/** What is missing along a road, and what apt would make of installing it. */
function lookAlong(road, profile, apt) {
  const missing = missingFrom(profile, { isOnPath, exists: existsSync }, road);
  const packages = missing.filter((need) => !need.unpacked).map((need) => need.package);
  const isAsked = apt && packages.length > 0;
  return { road, missing, packages, verdict: isAsked ? verdictOn(listen(simulateCommand(packages))) : null };
}

/** The machine as `decide` wants to know it. HOSHO_SETUP_ROAD=unpacked takes the second road to Emscripten at once. */
export function lookAtMachine(profile) {
  const apt = isOnPath("apt-get");
  const root = process.getuid?.() === 0;
  const plain = lookAlong("packages", profile, apt);
  const forced = process.env.HOSHO_SETUP_ROAD;
  const road = chooseRoad({ forced, ...plain });
  const { missing, packages, verdict } = road === "packages" ? plain : lookAlong(road, profile, apt);
  const unpack = missing.some((need) => need.unpacked);
  return {
    forced,
    missing,
    verdict,
    size: apt && missing.length > 0 ? aptSize(packages, unpack) : null,
    places: missing.length > 0 ? freeSpace() : [],
    apt,
    sudo: isOnPath("sudo"),
    root,
    under_sudo: root && process.env.SUDO_UID !== undefined,
    ci: process.env.CI === "true",
    terminal: Boolean(process.stdin.isTTY && process.stdout.isTTY),
  };
}
