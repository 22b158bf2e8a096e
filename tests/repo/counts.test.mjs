import assert from "node:assert/strict";
import { test } from "node:test";

import { countOf } from "../../tools/counts.mjs";

const green = (output) => ({ code: 0, output });
const red = (output, code = 1) => ({ code, output });

const NODE = (pass, fail, cancelled = 0) =>
  `ℹ tests ${pass + fail}\nℹ pass ${pass}\nℹ fail ${fail}\nℹ cancelled ${cancelled}\n`;
const CTEST = (failed, all) => `\n${failed ? 60 : 100}% tests passed, ${failed} tests failed out of ${all}\n`;

test("a linter is one check", () => {
  assert.deepEqual(countOf("check", green("")), { passed: 1, failed: 0 });
  assert.deepEqual(countOf("check", red("12 problems")), { passed: 0, failed: 1 });
});

test("each runner's own words are counted", () => {
  assert.deepEqual(countOf("node", green(NODE(7, 0))), { passed: 7, failed: 0 });
  assert.deepEqual(countOf("node", red(NODE(7, 1, 2))), { passed: 7, failed: 3 });
  assert.deepEqual(countOf("ctest", green(CTEST(0, 5))), { passed: 5, failed: 0 });
  assert.deepEqual(countOf("ctest", red(CTEST(2, 5), 8)), { passed: 3, failed: 2 });
  assert.deepEqual(countOf("playwright", green("\n  12 passed (3.4s)\n")), { passed: 12, failed: 0 });
  assert.deepEqual(countOf("playwright", red("  2 failed\n    [chromium] › a\n  3 did not run\n  1 passed (3s)\n")), {
    passed: 1,
    failed: 5,
  });
  assert.deepEqual(countOf("cases", green("native: 70 passed, 0 failed\nwasm: 70 passed, 0 failed\n")), {
    passed: 140,
    failed: 0,
  });
  assert.deepEqual(countOf("cases", red("3 passed, 1 failed\n")), { passed: 3, failed: 1 });
});

test("colour does not hide a count", () => {
  assert.deepEqual(countOf("node", green("\x1b[34mℹ pass 2\x1b[39m\n\x1b[34mℹ fail 0\x1b[39m\n")), {
    passed: 2,
    failed: 0,
  });
});

test("GoogleTest programs are counted by their tests", () => {
  const passing = "1: [  PASSED  ] 3 tests.\n2: [  PASSED  ] 1 test.\n";
  assert.deepEqual(countOf("gtest", green(passing + CTEST(0, 2))), { passed: 4, failed: 0 });
  const failing = "1: [  PASSED  ] 3 tests.\n1: [  FAILED  ] 2 tests, listed below:\n";
  assert.deepEqual(countOf("gtest", red(failing + CTEST(1, 1), 8)), { passed: 3, failed: 2 });
});

test("a GoogleTest program that died is a failure beside the counts of the others", () => {
  const output = "1: [  PASSED  ] 3 tests.\n2: Aborted()\n";
  assert.deepEqual(countOf("gtest", red(output + CTEST(1, 2), 8)), { passed: 3, failed: 1 });
});

test("what was skipped did not pass", () => {
  const output = `1/2 Test #1: core.A.B ...***Skipped   0.00 sec\n${CTEST(0, 2)}`;
  assert.deepEqual(countOf("ctest", green(output)), { passed: 1, failed: 0 });
});

test("a file without a test is a failure, although node counts it as a test that passed", () => {
  const output = `✔ adds (0.3ms)\n✔ /a folder/tests/empty.test.mjs (72.4ms)\n${NODE(2, 0)}`;
  assert.deepEqual(countOf("node", green(output)), { passed: 1, failed: 1 });
});

test("a flaky page test is a failure", () => {
  assert.deepEqual(countOf("playwright", green("  1 flaky\n  4 passed (2s)\n")), { passed: 4, failed: 1 });
});

for (const kind of ["node", "ctest", "gtest", "cases", "playwright"]) {
  test(`${kind}: an output without a count is a failure, whatever the exit code`, () => {
    for (const done of [green(""), green("all good"), red("Cannot find module"), red("Segmentation fault", 139)]) {
      const { passed, failed, why } = countOf(kind, done);
      assert.deepEqual([passed, failed], [0, 1]);
      assert.equal(why, "its output shows no count");
    }
  });
}

test("a suite that ran no test is a failure", () => {
  const nothing = [
    ["node", NODE(0, 0)],
    ["ctest", CTEST(0, 0)],
    ["gtest", `1: [  PASSED  ] 0 tests.\n${CTEST(0, 1)}`],
    ["cases", "native: 0 passed, 0 failed\n"],
    ["playwright", "  0 passed (1s)\n"],
  ];
  for (const [kind, output] of nothing) {
    assert.deepEqual(countOf(kind, green(output)), { passed: 0, failed: 1, why: "it ran no test" }, kind);
  }
});

test("a bad end without a named failure is a failure", () => {
  const { passed, failed, why } = countOf("node", red(NODE(7, 0), 7));
  assert.deepEqual([passed, failed, why], [7, 1, "it ended with exit code 7"]);
});
