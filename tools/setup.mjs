// Makes the machine ready for a command, before `npm ci` ever ran: therefore only node: built-ins, here and in the
// files that this one imports.
//
//     node tools/setup.mjs [start | test | deep]

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";

import { decide, sizeLine } from "./setup-decision.mjs";
import { aptSize, lookAtMachine } from "./setup-machine.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LOCK = `${ROOT}package-lock.json`;
const STAMP = `${ROOT}node_modules/.hosho-lock`;

async function askOnTerminal(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // The end of the input (Ctrl+D) is a no.
  const ended = once(terminal, "close").then(() => "");
  const answer = await Promise.race([terminal.question(question).catch(() => ""), ended]);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

function runVisibly([command, ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { cwd: ROOT, stdio: "inherit", env }).status === 0;
}

/** What setup does to the world; a test puts its own in place. */
const EFFECTS = {
  look: lookAtMachine,
  say: (line) => console.log(line),
  ask: askOnTerminal,
  run: runVisibly,
  size: aptSize,
  modulesAreFresh: () => existsSync(STAMP) && readFileSync(STAMP, "utf8") === lockHash(),
  markModulesFresh: () => writeFileSync(STAMP, lockHash()),
};

function lockHash() {
  return createHash("sha256").update(readFileSync(LOCK)).digest("hex");
}

/** Runs the commands of `plan`; true if all went well. */
function install(plan, missing, size, effects) {
  const [update, ...rest] = plan.commands;
  if (!effects.run(update)) return false;
  if (!size) effects.say(sizeLine(effects.size(missing.map((need) => need.package))));
  return rest.every((command) => effects.run(command));
}

async function makePackagesReady(profile, effects) {
  const machine = effects.look(profile);
  const plan = decide(machine);
  for (const line of plan.lines) effects.say(line);
  if (plan.action === "ready" || plan.action === "stop") return plan.exit;
  if (plan.action === "ask" && !(await effects.ask("Install now? [y/N] "))) {
    effects.say("Nothing was installed. The command above does it.");
    return 1;
  }
  if (!install(plan, machine.missing, machine.size, effects)) {
    effects.say("The installation failed. The output above says why.");
    return 1;
  }
  const still = effects.look(profile).missing.map((need) => need.package);
  if (still.length > 0) effects.say(`Installed, yet still not found: ${still.join(" ")}`);
  return still.length > 0 ? 1 : 0;
}

function makeModulesReady(effects) {
  if (effects.modulesAreFresh()) return 0;
  effects.say("Installing the npm packages of package-lock.json …");
  // Packages run no script of theirs here; development packages are wanted whatever NODE_ENV says.
  const flags = ["--ignore-scripts", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  if (!effects.run(["npm", "ci", ...flags])) {
    effects.say("npm ci failed. The output above says why.");
    return 1;
  }
  effects.markModulesFresh();
  return 0;
}

/** Makes everything that `profile` needs ready. Returns the exit code: 0, or 1 with the reason said. */
export async function setup(profile, effects = EFFECTS) {
  return (await makePackagesReady(profile, effects)) || makeModulesReady(effects);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await setup(process.argv[2] ?? "test");
}
