// Makes the machine ready for a command, before `npm ci` ever ran: therefore only node: built-ins, here and in the
// files that this one imports.
//
//     node tools/setup.mjs [start | test | coverage]
//
// HOSHO_SETUP_ROAD=unpacked takes Emscripten out of its package into .cache/emscripten/ and builds with that, also where
// the package could be installed. Without it that is done only where apt-get cannot.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { isLocked } from "./setup-apt.mjs";
import { decide, decideNode, diskProblem, sizeLine } from "./setup-decision.mjs";
import { freeSpace, lookAtMachine } from "./setup-machine.mjs";
import { continueByNewerNode, fetchNewerNode, newerNodeIsThere } from "./setup-node.mjs";
import { unpackEmscripten } from "./setup-unpack.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LOCK = `${ROOT}package-lock.json`;
const STAMP = `${ROOT}node_modules/.hosho-lock`;
const [PAUSE, PATIENCE] = [5, 300]; // seconds

async function askOnTerminal(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // The end of the input (Ctrl+D) is a no.
  const ended = once(terminal, "close").then(() => "");
  const answer = await Promise.race([terminal.question(question).catch(() => ""), ended]);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

function runVisibly([command, ...args], cwd = ROOT) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { cwd, stdio: "inherit", env }).status === 0;
}

/** Runs a command and keeps what it prints; sudo asks for its password on the terminal itself. */
function runQuietly([command, ...args]) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["inherit", "pipe", "pipe"],
    env: { ...process.env, LC_ALL: "C" },
  });
  return { code: status ?? 1, output: `${stdout ?? ""}${stderr ?? ""}${error ? error.message : ""}` };
}

function lockHash() {
  return createHash("sha256").update(readFileSync(LOCK)).digest("hex");
}

/** What setup does to the world; a test puts its own in place. */
const EFFECTS = {
  node: { version: process.versions.node, platform: process.platform, arch: process.arch },
  look: lookAtMachine,
  say: (line) => console.log(line),
  ask: askOnTerminal,
  run: runVisibly,
  listen: runQuietly,
  wait: (seconds) => wait(seconds * 1000),
  places: freeSpace,
  unpack: () => unpackEmscripten(runVisibly),
  newerNodeIsThere,
  fetchNewerNode: () => fetchNewerNode(runVisibly),
  continueByNewerNode,
  modulesAreFresh: () => existsSync(STAMP) && readFileSync(STAMP, "utf8") === lockHash(),
  markModulesFresh: () => writeFileSync(STAMP, lockHash()),
};

/** Says all of `lines`; 1, to be handed on as the exit code. */
function giveUp(effects, ...lines) {
  for (const line of lines) effects.say(line);
  return 1;
}

/** Fetches the package lists; waits while another program has them. True if all went well. */
async function updateLists(command, effects) {
  for (let waited = 0; ; waited += PAUSE) {
    const { code, output } = effects.listen(command);
    if (code === 0) return true;
    if (!isLocked(output) || waited >= PATIENCE) {
      effects.say(output.trimEnd());
      return false;
    }
    if (waited === 0) effects.say("Another program is using apt. Waiting for it, 5 minutes at most …");
    await effects.wait(PAUSE);
  }
}

/** Says what `plan` says; null if it may be carried out, otherwise the exit code. */
async function hearAbout(plan, effects) {
  for (const line of plan.lines) effects.say(line);
  if (plan.action === "ready" || plan.action === "stop") return plan.exit;
  if (plan.action === "ask" && !(await effects.ask("Install now? [y/N] "))) {
    return giveUp(effects, "Nothing was installed. The command above does it.");
  }
  return null;
}

/** Carries out `plan`, or what fresh package lists make of it. Returns the exit code. */
async function install(machine, plan, profile, effects) {
  let chosen = plan;
  if (plan.commands.length > 0) {
    if (!(await updateLists(plan.commands[0], effects))) return 1;
    const fresh = effects.look(profile);
    chosen = decide(fresh);
    if (chosen.lines.at(-1) !== plan.lines.at(-1)) {
      const ended = await hearAbout(chosen, effects);
      if (ended !== null) return ended;
    } else if (!machine.size && fresh.size) effects.say(sizeLine(fresh.size));
  }
  const done = chosen.commands.slice(1).every((command) => effects.run(command));
  return done && (!chosen.unpack || effects.unpack()) ? 0 : 1;
}

async function makePackagesReady(profile, effects) {
  const machine = effects.look(profile);
  const plan = decide(machine);
  const ended = await hearAbout(plan, effects);
  if (ended !== null) return ended;
  if ((await install(machine, plan, profile, effects)) !== 0) {
    return giveUp(effects, "The installation failed. The output above says why.");
  }
  const still = effects.look(profile).missing.map((need) => need.package);
  return still.length > 0 ? giveUp(effects, `Installed, yet still not found: ${still.join(" ")}`) : 0;
}

function makeModulesReady(effects) {
  if (effects.modulesAreFresh()) return 0;
  const tight = diskProblem(effects.places());
  if (tight) return giveUp(effects, tight);
  effects.say("Installing the npm packages of package-lock.json …");
  // Packages run no script of theirs here; development packages are wanted whatever NODE_ENV says.
  const flags = ["--ignore-scripts", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  if (!effects.run(["npm", "ci", ...flags])) return giveUp(effects, "npm ci failed. The output above says why.");
  effects.markModulesFresh();
  return 0;
}

/** Fetches a newer Node where it is not there yet. Returns the exit code. */
function makeNewerNodeReady(lines, effects) {
  if (effects.newerNodeIsThere()) return 0;
  for (const line of lines) effects.say(line);
  const tight = diskProblem(effects.places());
  if (tight) return giveUp(effects, tight);
  if (effects.fetchNewerNode()) return 0;
  return giveUp(effects, "It could not be fetched, or does not run here. Please install Node 20.19 or newer.");
}

/** Makes everything that `profile` needs ready. Returns the exit code: 0, or 1 with the reason said. */
export async function setup(profile, effects = EFFECTS) {
  const node = decideNode(effects.node);
  if (node.action === "stop") return giveUp(effects, ...node.lines);
  const failed =
    (node.action === "newer" && makeNewerNodeReady(node.lines, effects)) ||
    (await makePackagesReady(profile, effects)) ||
    makeModulesReady(effects);
  if (failed) return failed;
  return node.action === "newer" ? effects.continueByNewerNode() : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await setup(process.argv[2] ?? "test");
}
