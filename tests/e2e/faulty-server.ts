import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { extname, join } from "node:path";

/** What may be wrong with a file. */
export type Fault = "missing" | "truncated";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** A server whose folder can be exchanged, whose files can be broken, and that can be gone. It counts what it is asked. */
export class FaultyServer {
  /** The folder that is served. */
  root: string;
  /** Files that are not what they should be. */
  readonly faults = new Map<string, Fault>();
  /** Names that were asked for, one after another. */
  readonly asked: string[] = [];
  #server: Server;
  #sockets = new Set<Socket>();
  #port = 0;

  constructor(root: string) {
    this.root = root;
    this.#server = this.#make();
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}/`;
  }

  /** On the port that it had before, if it had one. */
  async start(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(this.#port, "127.0.0.1", done));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Nobody answers any more. */
  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((done) => this.#server.close(done));
    this.#server = this.#make();
  }

  #make(): Server {
    const server = createServer(
      ({ url = "/" }, response) => void this.#answer(new URL(url, this.url).pathname, response),
    );
    server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
    });
    return server;
  }

  async #answer(path: string, response: ServerResponse): Promise<void> {
    const name = path.slice(1) || "index.html";
    this.asked.push(name);
    const fault = this.faults.get(name);
    const body = fault === "missing" ? null : await readFile(join(this.root, name)).catch(() => null);
    if (body === null) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(name)] ?? "text/plain";
    response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-cache" });
    response.end(fault === "truncated" ? body.subarray(0, body.length >> 1) : body);
  }
}
