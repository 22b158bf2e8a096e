// Tells everything that is wrong with a plan file:
//
//     npm run check -- data/plans/my-plan.json
//
// Needs dist/ (npm run build). Exit status 0: fit to ship; 1: not; 2: no file was named or it cannot be read.

import { readFileSync } from "node:fs";

const [path] = process.argv.slice(2);

function read() {
  try {
    return readFileSync(path);
  } catch (error) {
    console.error(path ? `${path} cannot be read: ${error.message}` : "usage: npm run check -- FILE");
    process.exit(2);
  }
}

const text = read();
const { loadHosho } = await import("../dist/hosho.js");
const problems = (await loadHosho()).check(text);
for (const { code, path: place, found, expected } of problems) {
  console.log(`${place || "the file"}: ${code}${found ? `, found ${found}` : ""}; expected ${expected}`);
}
console.log(problems.length === 0 ? `${path} is fit to ship.` : `${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;
