// Looks at this machine. Fast when nothing is missing: no process is started then.

import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { missingFrom } from "./setup-requirements.mjs";

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

function read(command, args) {
  const done = spawnSync(command, args, { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  return done.status === 0 ? done.stdout : null;
}

const MEGABYTE = 1_000_000;

/** Megabytes that apt would fetch and unpack for `packages` and what they need; null if it does not know them (yet). */
export function aptSize(packages) {
  const listed = read("apt-get", ["-qq", "--print-uris", "install", "--no-install-recommends", ...packages]);
  // 'address' file_version_arch.deb bytes checksum
  const files = [...(listed ?? "").matchAll(/^'[^']*' (\S+?)_\S+\.deb (\d+)/gm)];
  if (files.length === 0) return null;
  const shown = read("apt-cache", ["show", "--no-all-versions", ...files.map(([, name]) => name)]) ?? "";
  const kilobytes = [...shown.matchAll(/^Installed-Size: (\d+)/gm)].reduce((sum, [, size]) => sum + Number(size), 0);
  const bytes = files.reduce((sum, [, , size]) => sum + Number(size), 0);
  return { download: Math.ceil(bytes / MEGABYTE), disk: Math.ceil((kilobytes * 1024) / MEGABYTE) };
}

/** The machine as `decide` wants to know it. */
export function lookAtMachine(profile) {
  const missing = missingFrom(profile, { isOnPath, exists: existsSync });
  const apt = isOnPath("apt-get");
  const root = process.getuid?.() === 0;
  return {
    node: process.versions.node,
    missing,
    size: apt && missing.length > 0 ? aptSize(missing.map((need) => need.package)) : null,
    apt,
    sudo: isOnPath("sudo"),
    root,
    under_sudo: root && process.env.SUDO_UID !== undefined,
    ci: process.env.CI === "true",
    terminal: Boolean(process.stdin.isTTY && process.stdout.isTTY),
  };
}
