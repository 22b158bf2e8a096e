// The two engines that every case is put to: the native build and the library as it is shipped.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = new URL("../../", import.meta.url).pathname;
const NATIVE = join(ROOT, "build/native/hosho_native");
const CATALOG = join(ROOT, "dist/catalog.json");

/** The text of a request, as the library would put it to the core. */
const requestText = ({ call, input, scenario, plans, fact }) =>
  JSON.stringify(call === "period_end" ? input : { case: input, scenario, plans, fact });

const AT_A_GO = 5000; // all answers of one go are one text

/** Answers of the native engine, one for each request: `{ ok }` or `{ problems }`, or what `read` makes of their text. */
export function askNative(requests, read = JSON.parse) {
  if (requests.length > AT_A_GO) {
    return [...askNative(requests.slice(0, AT_A_GO), read), ...askNative(requests.slice(AT_A_GO), read)];
  }
  if (requests.length === 0) return [];
  const input = requests.map((request) => `${request.call}\t${requestText(request)}\n`).join("");
  const { status, stdout, stderr, error } = spawnSync(NATIVE, [CATALOG], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => read(line));
}

/** Answers of the library, in the same form. */
export async function askLibrary(requests) {
  const { loadHosho } = await import(pathToFileURL(join(ROOT, "dist/hosho.js")).href);
  const hosho = await loadHosho();
  const calls = {
    assess: (facts) => hosho.assess(facts),
    enrolment: (facts) => hosho.enrolment(facts),
    cost: (facts, scenario) => hosho.cost(facts, scenario),
    timeline: (facts) => hosho.timeline(facts),
    period_end: (period) => hosho.periodEnd(period),
  };
  return requests.map(({ call, input, scenario }) => {
    try {
      return { ok: calls[call](input, scenario) };
    } catch (error) {
      return { problems: error.problems ?? [{ code: String(error), path: "", found: "", expected: "" }] };
    }
  });
}
