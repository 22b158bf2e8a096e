import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { ESLint } from "eslint";
import tseslint from "typescript-eslint";

const ROOT = new URL("../../", import.meta.url).pathname;
const BAD = readFileSync(`${ROOT}tests/fixtures/eslint-bad.ts`, "utf8");

/** The findings for a text as if it stood at `filePath`, as `line rule`. */
async function findings(filePath) {
  // The text is in no TypeScript project, so the rules that need types stay out.
  const eslint = new ESLint({ cwd: ROOT, overrideConfig: [tseslint.configs.disableTypeChecked] });
  const [{ messages }] = await eslint.lintText(BAD, { filePath: `${ROOT}${filePath}` });
  return messages
    .filter(({ ruleId }) => ruleId?.startsWith("no-restricted-"))
    .map(({ line, ruleId }) => `${line} ${ruleId}`);
}

const expected = BAD.split("\n").flatMap((text, index) => {
  const marker = /\/\/ bad: (\S+)$/.exec(text);
  return marker ? [`${index + 1} ${marker[1]}`] : [];
});

test("every clock, date library and sum over yen or days in web/ is an error, and nothing else is", async () => {
  assert.ok(expected.length > 15);
  assert.deepEqual([...new Set(await findings("web/elements/bad.ts"))].sort(), [...expected].sort());
});

test("the formatters and today() may do so, but not with a date library", async () => {
  const imports = expected.filter((line) => line.endsWith("no-restricted-imports"));
  assert.deepEqual(await findings("web/text/format.ts"), imports);
  assert.deepEqual(await findings("web/text/days.ts"), imports);
  assert.deepEqual(await findings("web/api/today.ts"), imports);
});
