// Serves a folder on 127.0.0.1 under the strict policy that the page is to run under. Only node: built-ins.

import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

import { headersOf, POLICY, SAFE } from "./headers.mjs";

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
  Vary: "Accept-Encoding",
};

const compress = promisify(brotliCompress);
/** Path and time of change → what was compressed once. */
const compressed = new Map();

async function brotliOf(file, bytes, { mtimeMs }) {
  const key = `${file} ${mtimeMs}`;
  if (!compressed.has(key)) compressed.set(key, compress(bytes));
  return compressed.get(key);
}

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
  response.writeHead(code, {
    ...HEADERS,
    "Cache-Control": "no-cache",
    ...headers,
    "Content-Type": "text/plain; charset=utf-8",
  });
  response.end(`${code}\n`);
}

async function answer(root, request, response, isCompressed) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, { Allow: "GET, HEAD" });
  const file = await fileFor(root, request.url);
  if (!file) return refuse(response, 404);
  const bytes = await readFile(file);
  const tag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 16)}"`;
  const headers = { ...HEADERS, ...headersOf(basename(file)), ETag: tag };
  if (request.headers["if-none-match"] === tag) return response.writeHead(304, headers).end();
  headers["Content-Type"] = TYPES[extname(file)] ?? "application/octet-stream";
  const isBrotli = isCompressed && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
  const body = isBrotli ? await brotliOf(file, bytes, await stat(file)) : bytes;
  if (isBrotli) headers["Content-Encoding"] = "br";
  response.writeHead(200, { ...headers, "Content-Length": body.length });
  return response.end(request.method === "HEAD" ? undefined : body);
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
 * @param {{ first?: number, last?: number, brotli?: boolean }} options `first: 0` takes any free port; `brotli` compresses as a host of the page does
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(root, { first = FIRST_PORT, last = LAST_PORT, brotli = false } = {}) {
  const server = createServer((request, response) => {
    answer(root, request, response, brotli).catch(() => response.destroy());
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
