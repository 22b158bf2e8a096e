// The whole of setup, on a machine that only takes notes.

import assert from "node:assert/strict";
import { test } from "node:test";

import { missingFrom } from "../../tools/setup-requirements.mjs";
import { setup } from "../../tools/setup.mjs";

const UPDATE = "apt-get update";
const INSTALL =
  "apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 cmake ninja-build emscripten nlohmann-json3-dev";
const BARE = { isOnPath: () => false, exists: () => false };
const ROOMY = [{ path: "/", free: 40e9 }];
const TIGHT = [{ path: "/", free: 1e9 }];

const machine = (change = {}) => ({
  missing: missingFrom("start", BARE),
  verdict: { state: "clean", why: [] },
  size: { download: 305, disk: 1700 },
  places: ROOMY,
  apt: true,
  sudo: true,
  root: false,
  under_sudo: false,
  ci: false,
  terminal: false,
  ...change,
});
const READY = machine({ missing: [] });

const LOCKED = "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 7 (apt-get)\n";

/** Effects that note what they are asked to do. `looks`: the machine as it is seen, one after another. */
function notes(given) {
  const { looks, answer = false, runs = () => true, fresh = false, hears = () => ({ code: 0, output: "" }) } = given;
  const taken = { said: [], ran: [], asked: 0, marked: 0, unpacked: 0, waited: 0, continued: 0 };
  const count = (key, result) => () => {
    taken[key] += 1;
    return result;
  };
  const effects = {
    node: { version: given.node ?? "20.19.0", platform: "linux", arch: "x64" },
    look: () => (looks.length > 1 ? looks.shift() : looks[0]),
    say: (line) => taken.said.push(line),
    ask: async () => count("asked", answer)(),
    run: (command) => {
      taken.ran.push(command.join(" "));
      return runs(command);
    },
    listen: (command) => {
      taken.ran.push(command.join(" "));
      return hears(taken);
    },
    wait: async (seconds) => (taken.waited += seconds),
    places: () => given.places ?? ROOMY,
    unpack: count("unpacked", given.unpacks ?? true),
    newerNodeIsThere: () => given.newer ?? false,
    fetchNewerNode: () => given.fetches ?? true,
    continueByNewerNode: count("continued", 0),
    modulesAreFresh: () => fresh,
    markModulesFresh: count("marked"),
  };
  return { taken, effects };
}

test("the second run does nothing", async () => {
  const { taken, effects } = notes({ looks: [READY], fresh: true });
  const before = structuredClone(taken);
  assert.equal(await setup("start", effects), 0);
  assert.deepEqual(taken, before);
});

test("as root: update, install, npm ci", async () => {
  const { taken, effects } = notes({ looks: [machine({ root: true }), machine({ root: true }), READY] });
  assert.equal(await setup("start", effects), 0);
  assert.deepEqual(taken.ran.slice(0, 2), [UPDATE, INSTALL]);
  assert.match(taken.ran[2], /^npm ci /);
  assert.deepEqual([taken.ran.length, taken.asked, taken.marked, taken.unpacked], [3, 0, 1, 0]);
});

test("a yes installs by sudo; npm itself never runs under sudo", async () => {
  const asked = machine({ terminal: true });
  const { taken, effects } = notes({ looks: [asked, asked, READY], answer: true });
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

test("fresh package lists that show another road: it is said, and taken", async () => {
  const blind = machine({ root: true, size: null, verdict: { state: "unknown", why: [] } });
  const along = machine({ root: true, missing: missingFrom("start", BARE, "unpacked") });
  const { taken, effects } = notes({ looks: [blind, along, READY] });
  assert.equal(await setup("start", effects), 0);
  assert.match(taken.ran[1], / clang-14 lld-14 llvm-14 binaryen python3 /);
  assert.doesNotMatch(taken.ran[1], / emscripten/);
  assert.equal(taken.unpacked, 1);
  assert.match(taken.said.join("\n"), /unpacked into \.cache\/emscripten\//);
});

test("a user who has all but the unpacked Emscripten needs no rights for that", async () => {
  const has = { isOnPath: (name) => name !== "em++", exists: (path) => !path.includes(".cache") };
  const looks = [machine({ missing: missingFrom("start", has, "unpacked"), verdict: null }), READY];
  const { taken, effects } = notes({ looks, fresh: true });
  assert.equal(await setup("start", effects), 0);
  assert.deepEqual([taken.ran, taken.asked, taken.unpacked], [[], 0, 1]);
});

test("while another program has the lock, the package lists wait; not for ever, and not for another reason", async () => {
  const looks = () => [machine({ root: true }), machine({ root: true }), READY];
  const busy = notes({ looks: looks(), hears: ({ waited }) => ({ code: waited < 20 ? 100 : 0, output: LOCKED }) });
  assert.equal(await setup("start", busy.effects), 0);
  assert.equal(busy.taken.waited, 20);
  const stuck = notes({ looks: looks(), hears: () => ({ code: 100, output: LOCKED }) });
  assert.equal(await setup("start", stuck.effects), 1);
  assert.equal(stuck.taken.waited, 300);
  const broken = notes({ looks: looks(), hears: () => ({ code: 100, output: "E: The list of sources is broken\n" }) });
  assert.equal(await setup("start", broken.effects), 1);
  assert.equal(broken.taken.waited, 0);
  assert.match(broken.taken.said.join("\n"), /list of sources is broken/);
});

test("an installation that fails, or that does not bring what was missing, ends with exit code 1 before npm", async () => {
  const bare = machine({ root: true });
  const along = machine({ root: true, missing: missingFrom("start", BARE, "unpacked") });
  const failing = notes({ looks: [bare], runs: (words) => !words.includes("install") });
  const useless = notes({ looks: [bare] });
  const packed = notes({ looks: [along], unpacks: false });
  for (const { taken, effects } of [failing, useless, packed]) {
    assert.equal(await setup("start", effects), 1);
    assert.ok(!taken.ran.some((command) => command.startsWith("npm")));
  }
});

test("npm ci that fails ends with exit code 1 and is tried again the next time", async () => {
  const { taken, effects } = notes({ looks: [READY], runs: () => false });
  assert.equal(await setup("start", effects), 1);
  assert.equal(taken.marked, 0);
});

test("under 4 GB free no npm package is fetched; a machine that is ready is left in peace", async () => {
  const { taken, effects } = notes({ looks: [READY], places: TIGHT });
  assert.equal(await setup("start", effects), 1);
  assert.deepEqual(taken.ran, []);
  assert.match(taken.said.join("\n"), /needs 4 GB of free disk space/);
  assert.equal(await setup("start", notes({ looks: [READY], places: TIGHT, fresh: true }).effects), 0);
});

test("an old Node: all is made ready, then a newer Node runs the command again", async () => {
  const first = notes({ looks: [READY], node: "18.20.4" });
  assert.equal(await setup("start", first.effects), 0);
  assert.equal(first.taken.continued, 1);
  assert.match(first.taken.said[0], /This is Node 18\.20\.4/);
  const second = notes({ looks: [READY], node: "18.20.4", newer: true, fresh: true });
  assert.equal(await setup("start", second.effects), 0);
  assert.deepEqual([second.taken.continued, second.taken.said], [1, []]);
});

test("an old Node and none newer: says what to install, exit code 1, nothing is started", async () => {
  const unfetched = notes({ looks: [READY], node: "18.20.4", fetches: false });
  const tight = notes({ looks: [READY], node: "18.20.4", places: TIGHT });
  const ancient = notes({ looks: [READY], node: "16.1.0" });
  for (const { taken, effects } of [unfetched, tight, ancient]) {
    assert.equal(await setup("start", effects), 1);
    assert.deepEqual([taken.continued, taken.ran], [0, []]);
  }
  for (const { taken } of [unfetched, ancient]) assert.match(taken.said.at(-1), /install Node 20\.19 or newer/);
});
