import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { test } from "node:test";

import { ROOT } from "./tree.mjs";

function checkPlan(...files) {
  return spawnSync(process.execPath, ["tools/check-plan.mjs", ...files], { cwd: ROOT, encoding: "utf8" });
}

test("npm run check passes every shipped plan", () => {
  for (const name of readdirSync(`${ROOT}data/plans`)) {
    const { status, stdout } = checkPlan(`data/plans/${name}`);
    assert.equal(status, 0, stdout);
    assert.match(stdout, /fit to ship/);
  }
});

test("npm run check tells every mistake with its place", () => {
  const { status, stdout } = checkPlan(
    "tests/fixtures/plans/bad/bad_date--five-mistakes-of-five-kinds-in-file-order.json",
  );
  assert.equal(status, 1);
  assert.match(stdout, /^\/checked_on: bad_date, found .*; expected a date YYYY-MM-DD$/m);
  assert.match(stdout, /^5 problems\.$/m);
});

test("npm run check says how it is used where there is nothing to check", () => {
  assert.equal(checkPlan().status, 2);
  assert.equal(checkPlan("data/plans/no-such-plan.json").status, 2);
});
