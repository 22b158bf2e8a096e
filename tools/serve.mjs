// Serves a folder on 127.0.0.1 under the strict policy that the page is to run under. Only node: built-ins.

import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { pipeline } from "node:stream";

import { POLICY, SAFE } from "./headers.mjs";

const HOST = "127.0.0.1";
const FIRST_PORT = 4173;
const LAST_PORT = 4273;

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const HEADERS = {
  ...SAFE,
  "Content-Security-Policy": POLICY,
  "Cache-Control": "no-cache",
};

/** The file that an address names, or null: a folder is its index.html; nothing outside `root`, also not by a link. */
async function fileFor(root, address) {
  try {
    const path = decodeURIComponent(address.split(/[?#]/, 1)[0]);
    const named = join(root, path);
    const file = await realpath((await stat(named)).isDirectory() ? join(named, "index.html") : named);
    return file.startsWith((await realpath(root)) + sep) ? file : null;
  } catch {
    return null;
  }
}

function refuse(response, code, headers = {}) {
  response.writeHead(code, { ...HEADERS, ...headers, "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${code}\n`);
}

async function answer(root, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, { Allow: "GET, HEAD" });
  const file = await fileFor(root, request.url);
  if (!file) return refuse(response, 404);
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  response.writeHead(200, { ...HEADERS, "Content-Type": type, "Content-Length": (await stat(file)).size });
  if (request.method === "HEAD") return response.end();
  return pipeline(createReadStream(file), response, () => {});
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/**
 * Serves `root` on the first free port.
 * @param {string} root
 * @param {{ first?: number, last?: number }} ports `first: 0` takes any free port
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(root, { first = FIRST_PORT, last = LAST_PORT } = {}) {
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy());
  });
  for (let port = first; ; port += 1) {
    try {
      await listen(server, port);
      break;
    } catch (error) {
      if (error.code !== "EADDRINUSE") throw error;
      if (port >= last) throw new Error(`No port from ${first} to ${last} is free.`, { cause: error });
    }
  }
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://${HOST}:${server.address().port}/`, close };
}
