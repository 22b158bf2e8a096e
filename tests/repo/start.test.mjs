import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";

import { namedBy } from "../../tools/sizes.mjs";
import { ROOT } from "./tree.mjs";

const PATIENCE = 120_000; // milliseconds; the suites before this one have built, so that it takes seconds

/** Runs `npm start` until it names its address. */
function start() {
  // Its own process group: npm, its shell and the server end together.
  const child = spawn("npm", ["start"], { cwd: ROOT, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const address = new Promise((resolve, reject) => {
    const take = (chunk) => {
      output += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("close", () => reject(new Error(`npm start ended:\n${output}`)));
  });
  const stop = () => process.kill(-child.pid, "SIGTERM");
  return { address, stop };
}

test("npm start builds, serves the page and its library, and prints the address", { timeout: PATIENCE }, async () => {
  const { address, stop } = start();
  try {
    const url = await address;
    const page = await fetch(url);
    assert.equal(page.status, 200);
    assert.match(page.headers.get("content-security-policy"), /^default-src 'none'/);
    const named = namedBy(await page.text());
    assert.ok(named.some((name) => /^page-\w+\.js$/.test(name)));
    for (const name of [...named, "hosho.js", "hosho.wasm", "catalog.json"]) {
      const { status } = await fetch(new URL(name, url));
      assert.equal(status, 200, name);
    }
  } finally {
    stop();
  }
});
