// What a runner printed → how many tests passed and failed. Pure.
// A suite that shows no count, ran no test, or ended badly without naming a failure is itself a failure.

const plain = (text) => text.replace(/\x1b\[[0-9;]*m/g, ""); // eslint-disable-line no-control-regex

/** The sum of the first group over all matches; null where there is none. */
function sum(text, pattern) {
  const matches = [...text.matchAll(pattern)];
  return matches.length === 0 ? null : matches.reduce((total, [, number]) => total + Number(number), 0);
}

const isNothing = (...numbers) => numbers.every((number) => number === null);

/** A linter or a build: one check. */
function check(_text, code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** `N passed, N failed` at the end of each engine's run, the engine's name and a colon before it or not. */
function cases(text) {
  const lines = [...text.matchAll(/^(?:[\w -]+: )?(\d+) passed, (\d+) failed$/gm)];
  if (lines.length === 0) return null;
  const total = (group) => lines.reduce((all, line) => all + Number(line[group]), 0);
  return { passed: total(1), failed: total(2) };
}

/** The spec reporter of node --test. A file without a test would count there as a test that passed. */
function node(text) {
  const [passed, failed, cancelled] = ["pass", "fail", "cancelled"].map((word) =>
    sum(text, new RegExp(`^ℹ ${word} (\\d+)$`, "gm")),
  );
  if (passed === null || failed === null) return null;
  const empty = [...text.matchAll(/^✔ .+\.test\.mjs \([\d.]+ms\)$/gm)].length;
  return { passed: passed - empty, failed: failed + (cancelled ?? 0) + empty };
}

/** ctest of discovered tests. What was skipped or disabled did not pass. */
function ctest(text) {
  const found = /^\d+% tests passed, (\d+) tests failed out of (\d+)$/m.exec(text);
  if (!found) return null;
  const [failed, all] = [Number(found[1]), Number(found[2])];
  const skipped = [...text.matchAll(/\*\*\*(?:Skipped|Not Run)/g)].length;
  return { passed: all - failed - skipped, failed };
}

/** Whole GoogleTest programs under ctest --verbose: their own counts, and one for each that died without a count. */
function gtest(text) {
  const passed = sum(text, /\[ {2}PASSED {2}\] (\d+) tests?\./g);
  const failed = sum(text, /\[ {2}FAILED {2}\] (\d+) tests?, listed below/g);
  if (isNothing(passed, failed)) return null;
  const named = [...text.matchAll(/\[ {2}FAILED {2}\] \d+ tests?, listed below/g)].length;
  const programs = sum(text, /^\d+% tests passed, (\d+) tests failed out of \d+$/gm) ?? 0;
  return { passed: passed ?? 0, failed: (failed ?? 0) + Math.max(0, programs - named) };
}

/** The list reporter of Playwright. A flaky test failed once; one that did not run is not known to pass. */
function playwright(text) {
  const passed = sum(text, /^ {2}(\d+) passed\b/gm);
  const failed = sum(text, /^ {2}(\d+) (?:failed|flaky|interrupted|did not run)\b/gm);
  return isNothing(passed, failed) ? null : { passed: passed ?? 0, failed: failed ?? 0 };
}

const PARSERS = { check, cases, node, ctest, gtest, playwright };

/**
 * @param {keyof typeof PARSERS} kind
 * @param {{ code: number, output: string }} done
 * @returns {{ passed: number, failed: number, why?: string }}
 */
export function countOf(kind, { code, output }) {
  const counted = PARSERS[kind](plain(output), code);
  if (!counted) return { passed: 0, failed: 1, why: "its output shows no count" };
  if (counted.passed + counted.failed <= 0) return { passed: 0, failed: 1, why: "it ran no test" };
  if (code !== 0 && counted.failed === 0) return { ...counted, failed: 1, why: `it ended with exit code ${code}` };
  return counted;
}
