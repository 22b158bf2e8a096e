// The two roads to Emscripten: its package, and its files unpacked.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { chooseEmscripten, mustStartAfresh } from "../../tools/emscripten.mjs";
import { chooseRoad, isLocked, verdictOn } from "../../tools/setup-apt.mjs";
import { decide } from "../../tools/setup-decision.mjs";
import { UNPACKED_EMSCRIPTEN, missingFrom } from "../../tools/setup-requirements.mjs";
import { DOWNLOAD, EM_CONFIG, unpackEmscripten } from "../../tools/setup-unpack.mjs";

const BARE = { isOnPath: () => false, exists: () => false };
const names = (needs) => needs.map((need) => need.package);

/** What apt-get says of emscripten where Node is of another source than Debian. */
const UNRESOLVABLE = `Reading package lists...
The following packages have unmet dependencies:
 node-acorn : Depends: nodejs:any or
                       nodejs (< 12.22.5~dfsg-4~) but 20.20.2-1nodesource1 is to be installed
E: Unable to correct problems, you have held broken packages.
`;
const ADDS = "Inst emscripten (3.1.6~dfsg-5 Debian:12.15/oldstable [all])\nConf emscripten (3.1.6~dfsg-5)\n";
const REMOVES = `Remv npm [9.2.0]\nRemv nodejs [20.20.2]\n${ADDS}`;

const BLOCKED = { state: "blocked", why: [] };

test("an installation that would only add is clean", () => {
  assert.deepEqual(verdictOn({ code: 0, output: ADDS }), { state: "clean", why: [] });
});

test("one that would remove something is not, although apt-get calls it a success", () => {
  const { state, why } = verdictOn({ code: 0, output: REMOVES });
  assert.deepEqual([state, why], ["blocked", ["It would remove: npm nodejs"]]);
});

test("one that does not resolve is not, and apt's reason is kept", () => {
  const { state, why } = verdictOn({ code: 100, output: UNRESOLVABLE });
  assert.equal(state, "blocked");
  assert.equal(why[0], "node-acorn : Depends: nodejs:any or");
  assert.equal(why.at(-1), "Unable to correct problems, you have held broken packages.");
});

test("before the package lists are there nothing is known", () => {
  assert.equal(verdictOn({ code: 100, output: "E: Unable to locate package emscripten\n" }).state, "unknown");
  const listed = "Package emscripten is not available\nE: Package 'emscripten' has no installation candidate\n";
  assert.equal(verdictOn({ code: 100, output: listed }).state, "unknown");
});

test("apt-get that says nothing and fails is no clean installation", () => {
  for (const output of ["", "Segmentation fault\n"]) assert.equal(verdictOn({ code: 139, output }).state, "blocked");
});

test("a held lock is told from other errors", () => {
  assert.ok(isLocked("E: Could not get lock /var/lib/apt/lists/lock. It is held by process 9 (apt)\n"));
  assert.ok(isLocked("E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend)\n"));
  assert.ok(!isLocked("E: The repository does not have a Release file.\n"));
  assert.ok(!isLocked("W: Could not get lock on a sheep\n"));
});

test("the second road is taken where apt cannot install emscripten, or where it is asked for", () => {
  const missing = missingFrom("start", BARE);
  const without = missing.filter((need) => need.package !== "emscripten");
  assert.equal(chooseRoad({ missing, verdict: { state: "clean" } }), "packages");
  assert.equal(chooseRoad({ missing, verdict: { state: "unknown" } }), "packages");
  assert.equal(chooseRoad({ missing, verdict: BLOCKED }), "unpacked");
  assert.equal(chooseRoad({ missing: without, verdict: BLOCKED }), "packages");
  assert.equal(chooseRoad({ missing: [], verdict: null }), "packages");
  assert.equal(chooseRoad({ forced: "unpacked", missing: [], verdict: null }), "unpacked");
});

test("a road of another name is refused", () => {
  const plan = decide({ forced: "scenic", missing: [], verdict: null });
  assert.deepEqual([plan.action, plan.exit], ["stop", 1]);
  assert.match(plan.lines[0], /HOSHO_SETUP_ROAD .* "scenic"/);
});

test("the second road asks for what Emscripten calls, not for its package, and names each once", () => {
  const wanted = names(missingFrom("start", BARE, "unpacked"));
  assert.deepEqual(wanted, "cmake ninja-build clang-14 lld-14 llvm-14 binaryen python3 emscripten nlohmann-json3-dev".split(" ")); // prettier-ignore
  const [emscripten] = missingFrom("start", BARE, "unpacked").filter((need) => need.package === "emscripten");
  assert.ok(emscripten.unpacked);
  const all = names(missingFrom("test", BARE, "unpacked"));
  assert.equal(new Set(all).size, all.length);
});

test("on the second road an em++ on PATH does not count; without it the unpacked one does, if it is whole", () => {
  const onPath = { isOnPath: () => true, exists: () => false };
  assert.ok(names(missingFrom("start", onPath, "unpacked")).includes("emscripten"));
  assert.ok(!names(missingFrom("start", onPath)).includes("emscripten"));
  const unpacked = { isOnPath: (name) => name !== "em++", exists: () => true };
  assert.deepEqual(missingFrom("start", unpacked), []);
  const half = { isOnPath: (name) => !["em++", "wasm-opt"].includes(name), exists: () => true };
  assert.deepEqual(names(missingFrom("start", half)), ["emscripten"]);
});

// ---- unpacking ------------------------------------------------------------------------------------------------------

/** Runs `work` on a folder that does not exist yet, in one that is removed afterwards. */
function inFolder(work) {
  const home = mkdtempSync(join(tmpdir(), "hosho-"));
  try {
    return work(join(home, "emscripten"));
  } finally {
    rmSync(home, { recursive: true });
  }
}

test("unpacking leaves programs and settings of its own, and no archive", () => {
  inFolder((folder) => {
    const ran = [];
    const run = (words, where) => {
      ran.push(words[0] === "dpkg" ? words.slice(0, 3).join(" ") : words);
      if (words[0] === "apt-get") writeFileSync(join(where, "emscripten_1_all.deb"), "");
      return true;
    };
    assert.ok(unpackEmscripten(run, folder));
    assert.deepEqual(ran, [DOWNLOAD, "dpkg -x emscripten_1_all.deb"]);
    assert.equal(readFileSync(join(folder, "em-config.py"), "utf8"), EM_CONFIG);
    assert.equal(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).type, "commonjs");
    for (const name of ["em++", "emcc", "emar", "emranlib", "em-config"]) {
      assert.ok(statSync(join(folder, "bin", name)).mode & 0o100, name);
      assert.match(readFileSync(join(folder, "bin", name), "utf8"), /EM_CONFIG=/);
    }
    assert.ok(!existsSync(join(folder, "emscripten_1_all.deb")));
  });
});

test("unpacking that fails half way leaves nothing that looks whole", () => {
  for (const failing of ["apt-get", "dpkg"]) {
    inFolder((folder) => {
      const run = ([program], where) => {
        if (program === "apt-get") writeFileSync(join(where, "a.deb"), "");
        return program !== failing;
      };
      assert.equal(unpackEmscripten(run, folder), false);
      assert.ok(!existsSync(folder));
    });
  }
});

// ---- building -------------------------------------------------------------------------------------------------------

test("the build takes the em++ of PATH, else the unpacked one, and the unpacked one where it is asked for", () => {
  const debians = "/usr/share/emscripten";
  const own = { folder: `${UNPACKED_EMSCRIPTEN}${debians}`, programs: `${UNPACKED_EMSCRIPTEN}/bin` };
  assert.deepEqual(chooseEmscripten({ onPath: "/opt/emsdk", unpacked: true }), { folder: "/opt/emsdk" });
  assert.deepEqual(chooseEmscripten({ onPath: null, unpacked: true }), own);
  assert.deepEqual(chooseEmscripten({ forced: "unpacked", onPath: debians, unpacked: true }), own);
  assert.deepEqual(chooseEmscripten({ onPath: null, unpacked: false }), { folder: debians });
});

test("a build folder of another Emscripten starts afresh", () => {
  const cache = "CMAKE_AR:FILEPATH=emar\nCMAKE_TOOLCHAIN_FILE:FILEPATH=/one/Emscripten.cmake\n";
  assert.ok(mustStartAfresh(cache, "/another/Emscripten.cmake"));
  assert.ok(!mustStartAfresh(cache, "/one/Emscripten.cmake"));
  assert.ok(!mustStartAfresh("", "/one/Emscripten.cmake"));
});
