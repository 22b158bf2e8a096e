// The example in the README runs as it stands there and answers what its comments say.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const LIBRARY = new URL("../../dist/hosho.js", import.meta.url).href;

const EXAMPLES = [...README.matchAll(/```js\n([\s\S]*?)```/g)].map(([, text]) => text);

const run = (text, result) =>
  import(
    `data:text/javascript,${encodeURIComponent(`${text.replace('"./dist/hosho.js"', JSON.stringify(LIBRARY))}\nexport default ${result};`)}`
  );

test("the example of the README answers what its comments say", async () => {
  const [example] = EXAMPLES;
  const { default: answer } = await run(example, "answer");
  const [option] = answer.options;
  const said = [...example.matchAll(/^answer\.options\[0\]\.(\w+); \/\/ (.*)$/gm)].map(([, key, comment]) => [
    key,
    comment,
  ]);
  assert.deepEqual(said, [
    ["verdict", JSON.stringify(option.verdict)],
    ["total_yen", `{ min: ${option.total_yen.min}, max: ${option.total_yen.max} }`],
    ["deadlines", said[2][1]],
    ["charges", said[3][1]],
  ]);
  const ends = option.deadlines.find(({ kind }) => kind === "cover_ends");
  assert.equal(said[2][1], `cover_ends: on ${ends.on}, safe_on ${ends.safe_on}`);
  assert.equal(said[3][1], `${option.charges[0].yen.min.toLocaleString("en")} yen if no fault is found`);
});

test("the other questions of the README answer, too", async () => {
  const { default: got } = await run(EXAMPLES.join("\n"), "{ cost, outlook, options: hosho.enrolment(facts).options }");
  const [, min, max] = /^cost\.saving_yen; \/\/ \{ min: (\d+), max: (\d+) \}/m.exec(EXAMPLES[1]);
  assert.deepEqual(got.cost.saving_yen, { min: Number(min), max: Number(max) });
  assert.ok(got.options.every(({ verdict }) => ["can_join", "cannot_join", "unknown"].includes(verdict)));
  const said = [...EXAMPLES[1].matchAll(/outlook\.(?:none|choices\[0\])\S+ \/\/ ([\d.]+)/g)].map(
    ([, number]) => number,
  );
  const [choice] = got.outlook.choices;
  const told = [Math.round(got.outlook.none.mean_yen), choice.quantiles.p95, choice.dearer_than_none.toFixed(2)];
  assert.deepEqual(said, told.map(String));
});
