// Puts every case to the native engine and to the library: `node tests/cases/run.mjs`.
// Both engines must agree.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { differencesFromCase } from "./compare.mjs";
import { askLibrary, askNative } from "./engines.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const CALLS = ["assess", "enrolment", "cost"];

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/** All cases, in the order of the folders. */
export function readCases(folder = HERE) {
  const plans = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = plans.flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => join(folder, name, file)));
  return files.sort().flatMap(readJson);
}

/** The period vectors, as cases. */
const readVectors = () =>
  readJson(join(HERE, "dates.json")).map(({ last_day, ...input }, index) => ({
    id: `dates-${index + 1}`,
    input,
    last_day,
  }));

function judgeCase(record, answer) {
  if (!CALLS.includes(record.question)) return [`the engine does not answer ${record.question}`];
  if (answer.problems) return answer.problems.map(({ code, path }) => `${code} at ${path}`);
  if (record.question === "cost") return differencesFromCase(record, answer.ok);
  const option = answer.ok.options.find(({ plan }) => plan === record.plan);
  return option ? differencesFromCase(record, option) : [`no option for ${record.plan}`];
}

function judgeVector({ last_day }, answer) {
  return answer.ok?.on === last_day ? [] : [`expected ${last_day}, got ${JSON.stringify(answer)}`];
}

/** What stands against a run. */
export function verdictOn(judged) {
  const wrong = judged.filter(({ found }) => found.length > 0);
  return {
    passed: judged.length - wrong.length,
    failures: wrong.map(({ id, title, found }) => `${id} ${title}: ${found.join("; ")}`),
  };
}

async function main() {
  const cases = readCases();
  const vectors = readVectors();
  const asked = cases.filter(({ question }) => CALLS.includes(question));
  const requests = [
    ...asked.map((record) => ({ call: record.question, input: record.case, scenario: record.scenario })),
    ...vectors.map(({ input }) => ({ call: "period_end", input })),
  ];
  const answers = { native: askNative(requests), library: await askLibrary(requests) };
  let failed = 0;
  for (const [engine, list] of Object.entries(answers)) {
    const answerTo = new Map(asked.map((record, index) => [record, list[index]]));
    const judged = [
      ...cases.map((record) => ({ ...record, found: judgeCase(record, answerTo.get(record)) })),
      ...vectors.map((vector, index) => ({
        id: vector.id,
        title: JSON.stringify(vector.input),
        found: judgeVector(vector, list[asked.length + index]),
      })),
    ];
    const { passed, failures } = verdictOn(judged);
    for (const line of failures) console.log(`${engine}: ${line}`);
    console.log(`${engine}: ${passed} passed, ${failures.length} failed`);
    failed += failures.length;
  }
  const unequal = requests.filter(
    (_, index) => JSON.stringify(answers.native[index]) !== JSON.stringify(answers.library[index]),
  );
  for (const { input } of unequal) console.log(`the engines differ on ${JSON.stringify(input)}`);
  console.log(`agreement: ${requests.length - unequal.length} passed, ${unequal.length} failed`);
  process.exitCode = failed + unequal.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
