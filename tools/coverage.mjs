// npm run coverage: which lines of the core its own tests run, file by file, worst last.

import { buildPreset, exitCodeOf } from "./build.mjs";
import { run } from "./process.mjs";
import { setup } from "./setup.mjs";

async function must(done) {
  const { code, output } = await done;
  if (code !== 0) throw new Error(output);
  return output;
}

async function coverage() {
  await must(buildPreset("coverage"));
  // Counts of earlier runs would add up.
  await must(run(["find", "build/coverage", "-name", "*.gcda", "-delete"]));
  await must(run(["ctest", "--preset", "coverage", "-j", "2"]));
  const own = ["--filter", "core/", "--exclude-throw-branches", "--exclude-unreachable-branches"];
  console.log(await must(run(["gcovr", "-r", ".", ...own, "--sort-percentage", "build/coverage"])));
}

process.exitCode = (await setup("coverage")) || (await exitCodeOf(coverage));
