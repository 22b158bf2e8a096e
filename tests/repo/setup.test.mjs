import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { test } from "node:test";

import { decide, decideNode, diskProblem } from "../../tools/setup-decision.mjs";
import { REQUIREMENTS, missingFrom } from "../../tools/setup-requirements.mjs";
import { ROOT } from "./tree.mjs";

const BARE = { isOnPath: () => false, exists: () => false };
const MISSING = missingFrom("start", BARE);
const INSTALL_COMMAND = "apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300";
const INSTALL = `${INSTALL_COMMAND} cmake ninja-build emscripten nlohmann-json3-dev`;
const ROOMY = [{ path: "/", free: 40e9 }];

/** A Debian machine of a plain user, no terminal, on which everything for `npm start` is missing. */
const machine = (change = {}) => ({
  missing: MISSING,
  verdict: { state: "clean", why: [] },
  places: ROOMY,
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
  assert.deepEqual(decide(machine({ missing: [] })), {
    action: "ready",
    exit: 0,
    lines: [],
    commands: [],
    unpack: false,
  });
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

test("a Node from any source will do, from 20.19 on", () => {
  for (const version of ["20.19.0", "20.20.2", "22.0.0", "24.1.0"]) {
    assert.equal(decideNode({ version, platform: "linux", arch: "x64" }).action, "ready", version);
    assert.equal(decideNode({ version, platform: "darwin", arch: "arm64" }).action, "ready", version);
  }
});

test("an older Node is named with the one that is needed, and a newer one is fetched where that is known to work", () => {
  for (const version of ["18.20.4", "20.18.3"]) {
    const { action, lines } = decideNode({ version, platform: "linux", arch: "x64" });
    assert.equal(action, "newer");
    assert.match(
      lines[0],
      new RegExp(`^Hosho needs Node 20\\.19 or newer\\. This is Node ${version}\\. .*\\.cache/node/`),
    );
  }
  const elsewhere = [
    { version: "18.20.4", platform: "linux", arch: "arm64" },
    { version: "18.20.4", platform: "darwin", arch: "x64" },
    { version: "16.20.2", platform: "linux", arch: "x64" },
  ];
  for (const node of elsewhere) {
    const { action, lines } = decideNode(node);
    assert.equal(action, "stop");
    assert.match(lines.join("\n"), /Please install Node 20\.19 or newer/);
  }
});

test("under 4 GB free nothing is installed, wherever the 4 GB are lacking", () => {
  const tight = [{ path: "/", free: 40e9 }, { path: "/srv/", free: 3.99e9 }]; // prettier-ignore
  const why = "Setting up Hosho needs 4 GB of free disk space. There are 3.9 GB free at /srv/. Nothing was installed.";
  assert.equal(diskProblem(tight), why);
  for (const change of [{}, { root: true }, { ci: true }, { terminal: true }]) {
    const plan = decide(machine({ places: tight, ...change }));
    assert.deepEqual([plan.action, plan.exit, plan.lines, plan.commands], ["stop", 1, [why], []]);
  }
  assert.equal(diskProblem([{ path: "/", free: 4e9 }]), null);
  assert.equal(decide(machine({ missing: [], places: tight })).action, "ready");
});

test("what apt cannot install is not tried: its own words are shown", () => {
  const verdict = { state: "blocked", why: ["It would remove: nodejs npm"] };
  const plan = decide(machine({ root: true, verdict }));
  assert.deepEqual([plan.action, plan.exit, plan.commands], ["stop", 1, []]);
  assert.match(text(plan), /Nothing was changed\. It says:\n {2}It would remove: nodejs npm$/);
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
