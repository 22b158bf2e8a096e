import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { serve } from "../../tools/serve.mjs";

const folder = mkdtempSync(join(tmpdir(), "hosho-serve-"));
const root = join(folder, "dist");
let server;

before(async () => {
  mkdirSync(join(root, "deeper"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  mkdirSync(join(folder, "dist-other"));
  writeFileSync(join(folder, "dist-other/secret.txt"), "secret");
  symlinkSync(join(folder, "secret.txt"), join(root, "link.txt"));
  for (const name of [
    "index.html",
    "hosho.js",
    "hosho.wasm",
    "catalog.json",
    "page.css",
    "保証.html",
    "deeper/index.html",
    "chunk-ABCD2345.js",
  ]) {
    writeFileSync(join(root, name), name);
  }
  server = await serve(root, { first: 0 });
});

after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A request whose path is sent as it is: fetch would tidy it. */
function ask(path, method = "GET", headers = {}, url = server.url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    sent.on("error", reject).end();
  });
}

test("the address is on 127.0.0.1", () => assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+\/$/));

test("a folder answers with its index.html, a query does not matter", async () => {
  assert.equal((await ask("/")).body, "index.html");
  assert.equal((await ask("/deeper/")).body, "deeper/index.html");
  assert.equal((await ask("/hosho.js?v=1")).body, "hosho.js");
  assert.equal((await ask(`/${encodeURIComponent("保証")}.html`)).body, "保証.html");
});

test("each kind of file has its media type", async () => {
  const types = {
    "/": "text/html; charset=utf-8",
    "/hosho.js": "text/javascript; charset=utf-8",
    "/hosho.wasm": "application/wasm",
    "/catalog.json": "application/json; charset=utf-8",
    "/page.css": "text/css; charset=utf-8",
  };
  for (const [path, type] of Object.entries(types)) assert.equal((await ask(path)).headers["content-type"], type);
});

test("every answer carries the strict policy, a refusal too", async () => {
  for (const path of ["/", "/hosho.wasm", "/nothing"]) {
    const { headers } = await ask(path);
    assert.equal(
      headers["content-security-policy"],
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'",
    );
    assert.equal(headers["x-content-type-options"], "nosniff");
  }
});

test("nothing outside the folder is served", async () => {
  const paths = [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/deeper/../../secret.txt",
    "/../dist-other/secret.txt",
    "/..%2fdist-other/secret.txt",
    "/link.txt",
    "//etc/hostname",
    "/%00",
    "/%zz",
    "/deeper%5c..%5c..%5csecret.txt",
  ];
  for (const path of paths) assert.equal((await ask(path)).status, 404, path);
});

test("HEAD has no body, other methods are refused", async () => {
  const head = await ask("/", "HEAD");
  assert.deepEqual([head.status, head.body, head.headers["content-length"]], [200, "", "10"]);
  const post = await ask("/", "POST");
  assert.deepEqual([post.status, post.headers.allow], [405, "GET, HEAD"]);
});

test("what has not changed is not sent again; a name with a hash is not even asked about", async () => {
  const { etag, "cache-control": caching } = (await ask("/hosho.wasm")).headers;
  assert.equal(caching, "public, max-age=0, must-revalidate");
  const again = await ask("/hosho.wasm", "GET", { "If-None-Match": etag });
  assert.deepEqual([again.status, again.body, again.headers.etag], [304, "", etag]);
  assert.equal((await ask("/hosho.wasm", "GET", { "If-None-Match": '"other"' })).status, 200);
  assert.notEqual((await ask("/hosho.js")).headers.etag, etag);
  assert.match((await ask("/chunk-ABCD2345.js")).headers["cache-control"], /max-age=31536000, immutable/);
});

test("where it compresses, it does so for those who can read it", async () => {
  const small = await serve(root, { first: 0, brotli: true });
  const encoding = async (accepted) =>
    (await ask("/hosho.wasm", "GET", { "Accept-Encoding": accepted }, small.url)).headers["content-encoding"];
  assert.equal(await encoding("gzip, br"), "br");
  assert.equal(await encoding("gzip"), undefined);
  await small.close();
  assert.equal((await ask("/hosho.wasm", "GET", { "Accept-Encoding": "br" })).headers["content-encoding"], undefined);
});

test("a port that is taken is passed over; none free is said", async () => {
  const taken = Number(new URL(server.url).port);
  const next = await serve(root, { first: taken, last: taken + 20 });
  assert.ok(Number(new URL(next.url).port) > taken);
  await next.close();
  await assert.rejects(serve(root, { first: taken, last: taken }), /No port from \d+ to \d+ is free/);
});
