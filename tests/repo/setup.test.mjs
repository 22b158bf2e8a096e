import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { test } from "node:test";

import { decide } from "../../tools/setup-decision.mjs";
import { REQUIREMENTS, missingFrom } from "../../tools/setup-requirements.mjs";
import { setup } from "../../tools/setup.mjs";
import { ROOT } from "./tree.mjs";

const BARE = { isOnPath: () => false, exists: () => false };
const MISSING = missingFrom("start", BARE);
const INSTALL = "apt-get install -y --no-install-recommends cmake ninja-build emscripten nlohmann-json3-dev";

/** A Debian machine of a plain user, no terminal, on which everything for `npm start` is missing. */
const machine = (change = {}) => ({
  node: "20.19.0",
  missing: MISSING,
  size: { download: 305, disk: 1700 },
  apt: true,
  sudo: true,
  root: false,
  under_sudo: false,
  ci: false,
  terminal: false,
  ...change,
});

const text = (plan) => plan.lines.join("\n");

test("nothing missing: nothing said, nothing done", () => {
  assert.deepEqual(decide(machine({ missing: [] })), { action: "ready", exit: 0, lines: [], commands: [] });
});

test("root: says what is missing, how large it is and the command, and installs without asking", () => {
  const plan = decide(machine({ root: true, sudo: false }));
  assert.equal(plan.action, "install");
  assert.deepEqual(plan.commands, [["apt-get", "update"], INSTALL.split(" ")]);
  assert.match(text(plan), /emscripten +compiles the core to WebAssembly/);
  assert.match(text(plan), /^305 MB to download, 1700 MB on disk\.$/m);
  assert.match(text(plan), new RegExp(`^ {2}apt-get update && ${INSTALL}$`, "m"));
});

test("CI=true as a user: installs by sudo that never asks", () => {
  const plan = decide(machine({ ci: true }));
  assert.equal(plan.action, "install");
  assert.deepEqual(plan.commands[1].slice(0, 3), ["sudo", "-n", "apt-get"]);
});

test("CI=true as a user without sudo: says the line and stops", () => {
  const plan = decide(machine({ ci: true, sudo: false }));
  assert.deepEqual([plan.action, plan.exit, plan.commands], ["stop", 1, []]);
  assert.match(text(plan), /as root/);
});

test("a user on a terminal is asked", () => {
  const plan = decide(machine({ terminal: true }));
  assert.equal(plan.action, "ask");
  assert.match(text(plan), new RegExp(`^ {2}sudo apt-get update && sudo ${INSTALL}$`, "m"));
});

test("a user without a terminal gets the line and exit code 1", () => {
  const plan = decide(machine());
  assert.deepEqual([plan.action, plan.exit, plan.commands], ["stop", 1, []]);
  assert.match(text(plan), new RegExp(`^ {2}sudo apt-get update && sudo ${INSTALL}$`, "m"));
});

test("a user without sudo is told to run the line as root, on a terminal too", () => {
  const plan = decide(machine({ sudo: false, terminal: true }));
  assert.deepEqual([plan.action, plan.exit], ["stop", 1]);
  assert.match(text(plan), /as root/);
  assert.match(text(plan), new RegExp(`^ {2}apt-get update && ${INSTALL}$`, "m"));
});

test("no apt: says exactly what to install, emsdk included, and stops, also as root and in CI", () => {
  for (const change of [{}, { root: true }, { ci: true }, { terminal: true }]) {
    const plan = decide(machine({ apt: false, ...change }));
    assert.deepEqual([plan.action, plan.exit, plan.commands], ["stop", 1, []]);
    for (const need of MISSING) assert.ok(text(plan).includes(need.elsewhere));
    assert.match(text(plan), /emsdk/);
    assert.doesNotMatch(text(plan), /apt-get install/);
  }
});

test("an old Node is named, with the one that is needed, whatever else is there", () => {
  for (const node of ["18.19.0", "20.18.3"]) {
    const plan = decide(machine({ node, missing: [] }));
    assert.deepEqual([plan.action, plan.exit], ["stop", 1]);
    assert.equal(text(plan), `Hosho needs Node 20.19 or newer. This is Node ${node}.`);
  }
  for (const node of ["20.19.0", "22.0.0", "24.1.0"]) {
    assert.equal(decide(machine({ node, missing: [] })).action, "ready", node);
  }
});

test("started by sudo: stops before npm runs as root", () => {
  const plan = decide(machine({ root: true, under_sudo: true }));
  assert.deepEqual([plan.action, plan.exit, plan.commands], ["stop", 1, []]);
});

test("package lists not there yet: the size is said to be unknown", () => {
  assert.match(text(decide(machine({ root: true, size: null }))), /size is known once the package lists are there/);
});

test("npm start asks for no test tool, npm test for all that npm start does", () => {
  const names = (profile) => REQUIREMENTS[profile].map((need) => need.package);
  for (const name of ["chromium", "g++", "googletest", "clang-format-14"]) assert.ok(!names("start").includes(name));
  for (const name of names("start")) assert.ok(names("test").includes(name));
});

test("an Emscripten of emsdk on PATH is as good as Debian's", () => {
  const missing = missingFrom("start", { isOnPath: (name) => name === "em++", exists: () => false });
  assert.ok(!missing.some((need) => need.package === "emscripten"));
});

// ---- the whole of setup, on a machine that only takes notes --------------------------------------------------------

function notes({ looks, answer = false, runs = () => true, fresh = false }) {
  const taken = { said: [], ran: [], asked: 0, marked: 0 };
  const effects = {
    look: () => (looks.length > 1 ? looks.shift() : looks[0]),
    say: (line) => taken.said.push(line),
    ask: async () => {
      taken.asked += 1;
      return answer;
    },
    run: (command) => {
      taken.ran.push(command.join(" "));
      return runs(command);
    },
    size: () => ({ download: 1, disk: 2 }),
    modulesAreFresh: () => fresh,
    markModulesFresh: () => (taken.marked += 1),
  };
  return { taken, effects };
}

test("the second run does nothing", async () => {
  const { taken, effects } = notes({ looks: [machine({ missing: [] })], fresh: true });
  assert.equal(await setup("start", effects), 0);
  assert.deepEqual(taken, { said: [], ran: [], asked: 0, marked: 0 });
});

test("as root: update, install, npm ci", async () => {
  const { taken, effects } = notes({ looks: [machine({ root: true }), machine({ missing: [] })] });
  assert.equal(await setup("start", effects), 0);
  assert.deepEqual(taken.ran.slice(0, 2), ["apt-get update", INSTALL]);
  assert.match(taken.ran[2], /^npm ci /);
  assert.deepEqual([taken.ran.length, taken.asked, taken.marked], [3, 0, 1]);
});

test("a yes installs by sudo; npm itself never runs under sudo", async () => {
  const { taken, effects } = notes({ looks: [machine({ terminal: true }), machine({ missing: [] })], answer: true });
  assert.equal(await setup("start", effects), 0);
  assert.deepEqual([taken.asked, taken.ran[1]], [1, `sudo ${INSTALL}`]);
  assert.match(taken.ran[2], /^npm ci /);
});

test("a no changes nothing and ends with exit code 1", async () => {
  const { taken, effects } = notes({ looks: [machine({ terminal: true })] });
  assert.equal(await setup("start", effects), 1);
  assert.deepEqual([taken.asked, taken.ran, taken.marked], [1, [], 0]);
});

test("without a terminal nothing is asked or run, exit code 1", async () => {
  const { taken, effects } = notes({ looks: [machine()] });
  assert.equal(await setup("start", effects), 1);
  assert.deepEqual([taken.asked, taken.ran], [0, []]);
  assert.match(taken.said.join("\n"), new RegExp(`sudo ${INSTALL}`));
});

test("an installation that fails, or that does not bring what was missing, ends with exit code 1 before npm", async () => {
  const failing = notes({ looks: [machine({ root: true })], runs: ([, verb]) => verb !== "install" });
  assert.equal(await setup("start", failing.effects), 1);
  const useless = notes({ looks: [machine({ root: true })] });
  assert.equal(await setup("start", useless.effects), 1);
  for (const { taken } of [failing, useless]) assert.ok(!taken.ran.some((command) => command.startsWith("npm")));
});

test("npm ci that fails ends with exit code 1 and is tried again the next time", async () => {
  const { taken, effects } = notes({ looks: [machine({ missing: [] })], runs: () => false });
  assert.equal(await setup("start", effects), 1);
  assert.equal(taken.marked, 0);
});

test("everything that setup loads before npm ci is built into Node", () => {
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const source = readFileSync(`${ROOT}tools/${name}`, "utf8");
    for (const [, imported] of source.matchAll(/^import .*?from "([^"]+)";|^} from "([^"]+)";/gm)) {
      if (!imported) continue;
      if (imported.startsWith("./")) visit(imported.slice(2));
      else
        assert.ok(imported.startsWith("node:") && builtinModules.includes(imported.slice(5)), `${name}: ${imported}`);
    }
  };
  for (const entry of ["setup.mjs", "start.mjs", "test.mjs", "build.mjs"]) visit(entry);
  assert.ok(seen.has("setup-machine.mjs"));
});
