// What is missing → what to do. Pure: the machine comes in, words and commands go out.

import { installCommand, updateCommand } from "./setup-apt.mjs";

const OLDEST_NODE = [20, 19];
const GIGABYTE = 1e9;
const LEAST_FREE = 4 * GIGABYTE; // all packages of `npm test` with what they build

const stop = (...lines) => ({ action: "stop", exit: 1, lines, commands: [], unpack: false });
const READY = { action: "ready", exit: 0, lines: [], commands: [], unpack: false };

/**
 * Whether this Node will do: "ready", "newer" (one is fetched by npm into .cache/, and runs the rest) or "stop".
 * @param {{ version: string, platform: string, arch: string }} node
 */
export function decideNode({ version, platform, arch }) {
  const [major, minor] = version.split(".").map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  if (!isOld) return { action: "ready", lines: [] };
  const wanted = `Hosho needs Node ${OLDEST_NODE.join(".")} or newer. This is Node ${version}.`;
  if (platform === "linux" && arch === "x64" && major >= 18) {
    return { action: "newer", lines: [`${wanted} A newer one is fetched into .cache/node/ (about 190 MB).`] };
  }
  const cure = "Please install Node 20.19 or newer (https://nodejs.org/ has it for every system), then try again.";
  return { action: "stop", lines: [wanted, cure] };
}

/** Why nothing can be installed for want of space; null if there is enough. `places` are { path, free } in bytes. */
export function diskProblem(places) {
  const tight = places.find(({ free }) => free < LEAST_FREE);
  if (!tight) return null;
  const gigabytes = (bytes) => `${(Math.floor(bytes / (GIGABYTE / 10)) / 10).toFixed(1)} GB`;
  const needed = `Setting up Hosho needs ${LEAST_FREE / GIGABYTE} GB of free disk space.`;
  return `${needed} There are ${gigabytes(tight.free)} free at ${tight.path}. Nothing was installed.`;
}

function listOf(needs, key) {
  const width = Math.max(...needs.map((need) => need[key].length));
  return needs.map((need) => `  ${need[key].padEnd(width)}   ${need.purpose}`);
}

/** The size in words; `size` is { download, disk } in megabytes, or null while the package lists are not there. */
export function sizeLine(size) {
  return size
    ? `${size.download} MB to download, ${size.disk} MB on disk.`
    : "The size is known once the package lists are there (apt-get update).";
}

const UNPACKING = "Emscripten itself is unpacked into .cache/emscripten/, without installing its package.";

const asLine = (commands) => commands.map((words) => words.join(" ")).join(" && ");

function aptCommands(packages, prefix) {
  return packages.length > 0 ? [updateCommand(prefix), installCommand(prefix, packages)] : [];
}

function installation(machine, lines, packages, unpack) {
  if (packages.length === 0) {
    // Unpacking needs no rights; fresh package lists would, so they are left alone.
    return { action: "install", exit: 0, lines, commands: [], unpack };
  }
  const commands = aptCommands(packages, machine.root ? [] : machine.ci ? ["sudo", "-n"] : ["sudo"]);
  const shown = [...lines, `  ${asLine(commands)}`];
  if (machine.root || (machine.ci && machine.sudo)) {
    return { action: "install", exit: 0, lines: shown, commands, unpack };
  }
  if (machine.sudo && machine.terminal) return { action: "ask", exit: 0, lines: shown, commands, unpack };
  const command = asLine(aptCommands(packages, machine.sudo ? ["sudo"] : []));
  return stop(...lines, `Please run${machine.sudo ? "" : " as root"}, then try again:`, `  ${command}`);
}

/**
 * @param {object} machine
 * @param {{ package: string, purpose: string, elsewhere: string, unpacked?: boolean }[]} machine.missing
 * @param {string} [machine.forced] HOSHO_SETUP_ROAD
 * @param {{ state: string, why: string[] } | null} machine.verdict on installing the missing packages
 * @param {{ download: number, disk: number } | null} machine.size in megabytes
 * @param {{ path: string, free: number }[]} machine.places where it will be written
 * @param {boolean} machine.apt apt-get is there
 * @param {boolean} machine.sudo sudo is there
 * @param {boolean} machine.root this process may install
 * @param {boolean} machine.under_sudo this process was itself started by sudo
 * @param {boolean} machine.ci CI=true
 * @param {boolean} machine.terminal a person can be asked
 * @returns {{ action: "ready" | "install" | "ask" | "stop", exit: 0 | 1, lines: string[], commands: string[][],
 *   unpack: boolean }}
 */
export function decide(machine) {
  const { missing, verdict } = machine;
  if (machine.under_sudo && !machine.ci) {
    return stop(
      "Please run this without sudo: npm would leave files of root here. Where sudo is needed, you are asked.",
    );
  }
  if (!["", "unpacked"].includes(machine.forced ?? "")) {
    return stop(`HOSHO_SETUP_ROAD can be "unpacked" or left out. It is ${JSON.stringify(machine.forced)}.`);
  }
  if (missing.length === 0) return READY;
  if (!machine.apt) {
    return stop("Missing on this machine, which has no apt-get. Please install:", ...listOf(missing, "elsewhere"));
  }
  const tight = diskProblem(machine.places);
  if (tight) return stop(tight);

  const lines = ["Missing on this machine:", ...listOf(missing, "package")];
  if (verdict?.state === "blocked") {
    const why = verdict.why.map((line) => `  ${line}`);
    return stop(...lines, "apt-get cannot install these packages here. Nothing was changed. It says:", ...why);
  }
  const unpack = missing.some((need) => need.unpacked);
  const packages = missing.filter((need) => !need.unpacked).map((need) => need.package);
  return installation(machine, [...lines, sizeLine(machine.size), ...(unpack ? [UNPACKING] : [])], packages, unpack);
}
