// npm test: makes the machine ready, builds, runs every suite and counts. The last line is `N passed, N failed`.
//
//     npm test -- [--only NAME,NAME] [--deep]

import { setup } from "./setup.mjs";

const LONGEST_LINE = 400; // Node prints the whole of a minified file before an error

function chosenSuites(suites, args) {
  const deep = args.includes("--deep");
  const only = args.includes("--only") ? (args[args.indexOf("--only") + 1] ?? "").split(",") : null;
  const unknown = (only ?? []).filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new Error(`No suite is called ${unknown.join(", ")}. There are: ${suites.map(({ name }) => name).join(" ")}`);
  }
  return suites.filter((suite) => (only ? only.includes(suite.name) : deep || !suite.deep));
}

const secondsSince = (start) => ((performance.now() - start) / 1000).toFixed(1);

function row({ name, passed, failed, seconds, why }) {
  const mark = failed === 0 ? "ok  " : "FAIL";
  const numbers = `${String(passed).padStart(6)} passed ${String(failed).padStart(5)} failed`;
  return `${mark} ${name.padEnd(13)}${numbers} ${String(seconds).padStart(7)} s${why ? `   ${why}` : ""}`;
}

function showOutput(output) {
  for (const line of output.split("\n")) {
    console.log(line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)} …` : line);
  }
}

async function runSuite({ name, kind, run }, countOf) {
  const start = performance.now();
  const done = await run();
  const result = { name, ...countOf(kind, done), seconds: secondsSince(start) };
  if (result.failed > 0) showOutput(done.output);
  console.log(row(result));
  return result;
}

async function main() {
  const notReady = await setup("test");
  if (notReady) return notReady;
  // Only now are the npm packages there.
  const [{ SUITES }, { countOf }, { run }] = await Promise.all([
    import("./suites.mjs"),
    import("./counts.mjs"),
    import("./process.mjs"),
  ]);

  const suites = chosenSuites(SUITES, process.argv.slice(2));
  const results = [];
  if (suites.some((suite) => suite.dist)) {
    const build = { name: "build", kind: "check", run: () => run([process.execPath, "tools/build.mjs"]) };
    results.push(await runSuite(build, countOf));
  }
  const isBuilt = results.every(({ failed }) => failed === 0);
  for (const suite of suites) {
    const cannotRun = suite.dist && !isBuilt;
    const notRun = { name: suite.name, passed: 0, failed: 1, seconds: "0.0", why: "not run: the build failed" };
    results.push(cannotRun ? notRun : await runSuite(suite, countOf));
  }

  console.log(`\n${results.map(row).join("\n")}\n`);
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  console.log(`${total("passed")} passed, ${total("failed")} failed`);
  return total("failed") > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
