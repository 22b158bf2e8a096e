// Child processes, the same way everywhere. Only node: built-ins.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The top folder of the project, with a slash at its end. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** A program of an npm package, run by this very Node. */
export const packageProgram = (path) => [process.execPath, `${ROOT}node_modules/${path}`];

/**
 * Runs a command in the project's folder and keeps what it prints.
 * @returns {Promise<{ code: number, output: string }>} code 127 if there is no such program
 */
export function run([command, ...args], env = {}) {
  const own = { ...process.env, ...env };
  delete own.NODE_TEST_CONTEXT; // a test runner inside a test is not part of the outer run
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: own,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    const output = () => Buffer.concat(chunks).toString("utf8");
    child.on("error", (error) => resolve({ code: 127, output: `${output()}${error.message}\n` }));
    child.on("close", (code, signal) => resolve({ code: code ?? 1, output: output() + (signal ? `${signal}\n` : "") }));
  });
}
