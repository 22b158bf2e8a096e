// Runs every fuzz target for a while, two at a time: `node tests/fuzz/run.mjs [SECONDS [RANDOM_SEED]]`, 30 seconds by
// default. Without a seed of its own each run draws the same numbers. What breaks a target is left in build/fuzz/found/.

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { readCases } from "../cases/run.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BUILD = join(ROOT, "build/fuzz");
const AT_A_TIME = 2;
const FEWEST_RUNS = 100; // fewer than this in half a minute is a target that does not get to work

/** The texts that each target begins with. */
export const SEEDS = {
  read_plan: () =>
    ["data/plans", "tests/fixtures/plans"].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
        .map((entry) => readFileSync(join(entry.path, entry.name))),
    ),
  read_case: () => readCases().map((record) => JSON.stringify(record.case ?? {})),
};

/** libFuzzer's dictionary: the words in quotes that the seeds are made of. */
export function dictionaryOf(texts) {
  const words = new Set(texts.flatMap((text) => String(text).match(/"[\w.-]{2,40}"/g) ?? []));
  return [...words].sort().map((word) => JSON.stringify(word));
}

/** What a target's run came to: null if it went well, else the reason. */
export function failureIn({ code, output }) {
  const runs = /^Done (\d+) runs in \d+ second/m.exec(output);
  if (code !== 0) return `it ended with exit code ${code}`;
  if (!runs) return "it does not say how many inputs it ran";
  return Number(runs[1]) < FEWEST_RUNS ? `it ran ${runs[1]} inputs only` : null;
}

function prepare(target) {
  const folders = { seeds: join(BUILD, "seeds", target), corpus: join(BUILD, "corpus", target) };
  for (const folder of Object.values(folders)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  mkdirSync(join(BUILD, "found"), { recursive: true });
  const texts = SEEDS[target]();
  texts.forEach((text, index) => writeFileSync(join(folders.seeds, String(index)), text));
  const dictionary = join(BUILD, `${target}.dict`);
  writeFileSync(dictionary, dictionaryOf(texts).join("\n"));
  return { ...folders, dictionary };
}

function fuzz(target, seconds, seed) {
  const { seeds, corpus, dictionary } = prepare(target);
  const found = join(BUILD, "found", `${target}-`);
  const limits = [`-max_total_time=${seconds}`, "-rss_limit_mb=2048", "-max_len=65536", "-timeout=20"];
  const args = [...limits, `-seed=${seed}`, `-dict=${dictionary}`, `-artifact_prefix=${found}`, corpus, seeds];
  return new Promise((resolve) => {
    const child = spawn(join(BUILD, `fuzz_${target}`), args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code, signal) => resolve({ code: code ?? signal, output }));
  });
}

/** Runs one target and tells how it went; true if well. */
async function report(target, seconds, seed) {
  const done = await fuzz(target, seconds, seed);
  const failure = failureIn(done);
  const lines = done.output.trimEnd().split("\n");
  if (failure) console.log(`${target}: ${failure}\n${lines.slice(-60).join("\n")}`);
  else console.log(`${target}: ${lines.at(-1)}`);
  return failure === null;
}

async function main(seconds, seed) {
  const names = readdirSync(join(ROOT, "tests/fuzz")).filter((name) => name.endsWith(".cpp"));
  const waiting = names.map((name) => name.replace(/\.cpp$/, "")).sort();
  const results = [];
  const work = async () => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
      results.push(await report(target, seconds, seed));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  const failed = results.filter((went) => !went).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(Number(process.argv[2] ?? 30), Number(process.argv[3] ?? 1));
}
