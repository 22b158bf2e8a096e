// How fast the outlook is, beside the same code natively and beside a simulation, in one run: `npm run bench`.

import { spawnSync } from "node:child_process";
import { writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { buildDist, buildPreset } from "../tools/build.mjs";
import { SIMULATIONS, catalogOf, planFile, prospectOf, simulate } from "./horizon.mjs";

await buildDist();
const built = await buildPreset("bench");
if (built.code !== 0) throw new Error(built.output);
const { loadHosho } = await import("../dist/hosho.js");

const NATIVE = fileURLToPath(new URL("../build/bench/hosho_bench", import.meta.url));
const ROUNDS = 7;
const WARM_MS = 1000;
const CASE = { as_of: "2024-01-01" };

/** Milliseconds of one call once the browser's compiler is done: the median over rounds, each of some 50 ms. */
function timeOf(call) {
  for (const end = performance.now() + WARM_MS; performance.now() < end;) call();
  let calls = 1;
  const round = () => {
    const start = performance.now();
    for (let i = 0; i < calls; i++) call();
    return (performance.now() - start) / calls;
  };
  for (let warm = round(); warm * calls < 50; warm = round()) calls *= 2;
  return Array.from({ length: ROUNDS }, round).sort((a, b) => a - b)[ROUNDS >> 1];
}

/** The same request, put as often to the same code built with g++ -O3. */
function nativeTime(catalog, request) {
  const folder = mkdtempSync(join(tmpdir(), "hosho-bench-"));
  try {
    writeFileSync(join(folder, "catalog.json"), JSON.stringify(catalog));
    writeFileSync(join(folder, "request.json"), JSON.stringify(request));
    const { status, stdout, stderr } = spawnSync(
      NATIVE,
      [join(folder, "catalog.json"), join(folder, "request.json"), String(ROUNDS)],
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(stderr);
    return Number(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ms = (value) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

async function horizon() {
  const catalog = catalogOf([planFile("horizon")]);
  const hosho = await loadHosho({ catalog });
  const prospect = prospectOf(36, [["horizon"]], { by_month: false });
  const [{ mean_yen, sd_yen, quantiles, lost_mass }] = hosho.outlook(CASE, prospect).choices;
  const wasm = timeOf(() => hosho.outlook(CASE, prospect));
  const native = nativeTime(catalog, { case: CASE, outlook: prospect });
  console.log(
    `horizon: mean ${mean_yen.toFixed(8)}, sd ${sd_yen.toFixed(4)}, 95 % ${quantiles.p95}, 99 % ${quantiles.p99}`,
  );
  console.log(`  lost mass ${lost_mass}`);
  console.log(`  wasm ${ms(wasm)}, native ${ms(native)}: ${(wasm / native).toFixed(2)} times as long`);
  for (const [name, times] of Object.entries(SIMULATIONS)) {
    const start = performance.now();
    const { lives, mean } = simulate(10, 20_261_122, times);
    const took = performance.now() - start;
    console.log(
      `  simulated ${name} to 10 yen: mean ${mean.toFixed(0)}, ${lives} lives, ${ms(took)}: ${(took / wasm).toFixed(0)} times as long as wasm`,
    );
  }
}

async function growth() {
  const ids = Array.from({ length: 30 }, (_, i) => `plan-${i}`);
  const hosho = await loadHosho({ catalog: catalogOf(ids.map((id, i) => planFile(id, 6600 + 100 * i))) });
  console.log("\nms for months × choices, the final distributions (and with the bands of every month)");
  for (const months of [12, 24, 36, 60, 120]) {
    const cells = [1, 10, 30].map((count) => {
      const choices = ids.slice(0, count).map((id) => [id]);
      const time = (by_month) => timeOf(() => hosho.outlook(CASE, prospectOf(months, choices, { by_month })));
      return `${count}: ${ms(time(false))} (${ms(time(true))})`;
    });
    console.log(`  ${String(months).padStart(3)} months × ${cells.join("   ")}`);
  }
  console.log(`  memory of the page's process ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`);
}

await horizon();
await growth();
