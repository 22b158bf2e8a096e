// npm start: makes the machine ready, builds, serves the page.

import { buildDist, exitCodeOf } from "./build.mjs";
import { ROOT } from "./process.mjs";
import { serve } from "./serve.mjs";
import { setup } from "./setup.mjs";

async function start() {
  console.log("Building …");
  await buildDist();
  const { url } = await serve(`${ROOT}dist`);
  console.log(`\nHosho is at ${url}\nCtrl+C ends it.`);
}

process.on("SIGINT", () => process.exit(0));
process.on("SIGTERM", () => process.exit(0));
process.exitCode = (await setup("start")) || (await exitCodeOf(start));
