// The example in the README runs as it stands there and answers what its comments say.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const LIBRARY = new URL("../../dist/hosho.js", import.meta.url).href;

test("the example of the README answers what its comments say", async () => {
  const [, example] = /```js\n([\s\S]*?)```/.exec(README);
  const program = example.replace('"./dist/hosho.js"', JSON.stringify(LIBRARY)) + "\nexport default answer;";
  const { default: answer } = await import(`data:text/javascript,${encodeURIComponent(program)}`);
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
