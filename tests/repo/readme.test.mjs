import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { SUITES } from "../../tools/suites.mjs";
import { ROOT } from "./tree.mjs";

const README = readFileSync(`${ROOT}README.md`, "utf8");
const SUITE = SUITES.map(({ name }) => name).join("|");

/** The commands that a README may show, each with what runs it. */
const RUN_BY = [
  [/^npm start$/, "start.test.mjs"],
  [/^npm test$/, "the command that runs this"],
  [/^npm run check -- data\/plans\/[a-z0-9-]+\.json$/, "check-plan.test.mjs"],
  [/^npm run build$/, "the first step of npm test"],
  [/^npm run build -- --release$/, "npm test, and hosting.test.mjs for what it adds"],
  [/^npm run test:deep$/, "npm test with the deep suites"],
  [/^npm run bench$/, "the deep suite bench"],
  [/^npm run bench:page$/, "the deep suite bench-page"],
  [/^npm run lint$/, "the suite eslint"],
  [/^npm run typecheck$/, "the suite tsc"],
  [/^npm run format$/, "the suites prettier and clang-format, which only check"],
  [new RegExp(`^npm test -- --only (${SUITE})(,(${SUITE}))*$`), "npm test, which runs these suites"],
  [/^(git clone|cd) /, "getting the project, not using it"],
];

/** The command lines in the shell blocks of a text, without what follows a #. */
function commandsIn(markdown) {
  return [...markdown.matchAll(/^```(?:sh|bash|shell|console)\n([\s\S]*?)^```/gm)]
    .flatMap(([, block]) => block.split("\n"))
    .map((line) =>
      line
        .replace(/^\$ /, "")
        .replace(/\s+#.*$/, "")
        .trim(),
    )
    .filter((line) => line !== "" && !line.startsWith("#"));
}

const notRun = (markdown) => commandsIn(markdown).filter((line) => !RUN_BY.some(([pattern]) => pattern.test(line)));

test("every command in the README is run by a test", () => {
  assert.deepEqual(notRun(README), []);
  assert.deepEqual(notRun("```sh\nnpm start   # serves\n$ make install\nnpm test -- --only nonsense\n```\n"), [
    "make install",
    "npm test -- --only nonsense",
  ]);
});

test("the README shows the two commands that do everything", () => {
  for (const command of ["npm start", "npm test"]) assert.ok(commandsIn(README).includes(command), command);
});
