import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { POLICY, headersOf } from "../../tools/headers.mjs";
import { release, servedFiles } from "../../tools/release.mjs";
import { serve } from "../../tools/serve.mjs";
import { ROOT } from "./tree.mjs";

const folder = mkdtempSync(join(tmpdir(), "hosho-host-"));
const dist = join(folder, "dist");
let names;
let nginx;
let port;

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });

/** The example as it stands, on a port and a folder of this test. */
function configuration() {
  const example = readFileSync(`${ROOT}examples/nginx.conf`, "utf8");
  const site = example.replace("listen 80;", `listen 127.0.0.1:${port};`).replace("root /srv/hosho;", `root ${dist};`);
  assert.match(site, /listen 127.*\n\s+root \S+\/dist;/);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
user ${userInfo().username};
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  ${temporary.map((what) => `${what}_temp_path ${folder}/temporary;`).join("\n  ")}
  ${site}
}
`;
}

/** What is sent, as it is sent. */
function ask(path, headers = {}) {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject).end();
  });
}

async function untilItAnswers(tries = 100) {
  try {
    await ask("/");
  } catch (error) {
    if (tries === 0) throw new Error(readFileSync(join(folder, "error.log"), "utf8"), { cause: error });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await untilItAnswers(tries - 1);
  }
}

before(async () => {
  cpSync(`${ROOT}dist`, dist, { recursive: true });
  await release(dist);
  names = await servedFiles(dist);
  mkdirSync(join(folder, "temporary"));
  port = await freePort();
  writeFileSync(join(folder, "nginx.conf"), configuration());
  nginx = spawn("/usr/sbin/nginx", ["-p", folder, "-e", join(folder, "error.log"), "-c", join(folder, "nginx.conf")]);
  await untilItAnswers();
});

after(async () => {
  const ended = new Promise((resolve) => nginx.once("close", resolve));
  nginx.kill();
  await ended;
  rmSync(folder, { recursive: true });
});

/** The headers that the table speaks of, as a server sends them. */
const TOLD = ["Access-Control-Allow-Origin", "Cache-Control", "Content-Security-Policy", "Cross-Origin-Resource-Policy", "Referrer-Policy", "X-Content-Type-Options"]; // prettier-ignore
const told = (headers) =>
  Object.fromEntries(
    TOLD.flatMap((name) => (headers[name.toLowerCase()] ? [[name, headers[name.toLowerCase()]]] : [])),
  );
const sorted = (headers) => Object.fromEntries(Object.entries(headers).sort());

test("the table: what has its content in its name is kept, pages bring the policy, others may load the rest", () => {
  const cached = (name) => headersOf(name)["Cache-Control"];
  for (const name of ["chunk-GMDWOWML.js", "embed-lean-40F6F17D.wasm", "embed-common-3EABB4B9.json"])
    assert.equal(cached(name), "public, max-age=31536000, immutable", name);
  for (const name of ["hosho.js", "hosho.wasm", "index.html", "service-worker.js", "page-join.js", "tokens.css"])
    assert.equal(cached(name), "public, max-age=0, must-revalidate", name);
  assert.equal(headersOf("index.html")["Content-Security-Policy"], POLICY);
  for (const name of ["hosho.js", "hosho.wasm", "catalog.json", "page.js", "chunk-GMDWOWML.js"])
    assert.equal(headersOf(name)["Access-Control-Allow-Origin"], "*", name);
  for (const name of ["index.html", "hosho-standalone.html"])
    assert.equal(headersOf(name)["Access-Control-Allow-Origin"], undefined, name);
});

test("the page as one file is not served under a policy that would stop it", () => {
  assert.equal(headersOf("hosho-standalone.html")["Content-Security-Policy"], undefined);
  assert.match(
    readFileSync(join(dist, "hosho-standalone.html"), "utf8"),
    /<meta\s+http-equiv="Content-Security-Policy"/,
  );
});

test("nginx sends every file by the table, of the type that `npm start` gives it", async () => {
  const own = await serve(dist, { first: 0 });
  try {
    for (const name of names) {
      const { status, headers } = await ask(`/${name}`);
      assert.equal(status, 200, name);
      assert.deepEqual(told(headers), sorted(headersOf(name)), name);
      const { headers: ours } = await fetch(new URL(name, own.url), { method: "HEAD" });
      assert.equal(headers["content-type"], ours.get("content-type"), name);
    }
  } finally {
    await own.close();
  }
  assert.deepEqual(told((await ask("/")).headers), sorted(headersOf("index.html")));
});

test("nginx sends what was compressed ahead: brotli where it is understood, else gzip, else the file", async () => {
  for (const name of names) {
    const plain = readFileSync(join(dist, name));
    const brotli = await ask(`/${name}`, { "Accept-Encoding": "gzip, deflate, br" });
    assert.equal(brotli.headers["content-encoding"], "br", name);
    assert.match(brotli.headers.vary, /accept-encoding/i, name);
    assert.deepEqual(brotli.body, readFileSync(join(dist, `${name}.br`)), name);
    assert.ok(brotliDecompressSync(brotli.body).equals(plain), name);
    const zipped = await ask(`/${name}`, { "Accept-Encoding": "gzip" });
    assert.equal(zipped.headers["content-encoding"], "gzip", name);
    assert.ok(gunzipSync(zipped.body).equals(plain), name);
    const bare = await ask(`/${name}`);
    assert.equal(bare.headers["content-encoding"], undefined, name);
    assert.ok(bare.body.equals(plain), name);
  }
});

test("what is still the same is not sent again", async () => {
  const { headers } = await ask("/hosho.wasm", { "Accept-Encoding": "br" });
  const again = await ask("/hosho.wasm", { "Accept-Encoding": "br", "If-None-Match": headers.etag });
  assert.deepEqual([again.status, again.body.length], [304, 0]);
  assert.equal((await ask("/hosho.wasm", { "If-None-Match": '"other"' })).status, 200);
});

test("nginx does not send what is there for other hosts, nor what is not there", async () => {
  const statuses = { "/_headers": 404, "/vercel.json": 404, "/.htaccess": 404, "/nothing": 404, "/../nginx.conf": 400 };
  for (const [path, expected] of Object.entries(statuses)) {
    const { status, headers } = await ask(path);
    assert.deepEqual([status, headers["x-content-type-options"]], [expected, "nosniff"], path);
  }
});

const built = (name) => readFileSync(join(dist, name), "utf8");
const addresses = () => ["/", ...names.map((name) => `/${name}`)].sort();
const fileOf = (address) => address.slice(1) || "index.html";

test("_headers says the table, each address once", () => {
  const rules = built("_headers")
    .split(/^(?=\/)/m)
    .map((rule) => rule.trim().split(/\n\s*/));
  assert.deepEqual(rules.map(([address]) => address).sort(), addresses());
  for (const [address, ...lines] of rules)
    assert.deepEqual(lines, Object.entries(headersOf(fileOf(address))).map((pair) => pair.join(": "))); // prettier-ignore
});

test("vercel.json says the table, each address once", () => {
  const { headers: rules } = JSON.parse(built("vercel.json"));
  assert.deepEqual(rules.map(({ source }) => source).sort(), addresses());
  for (const { source, headers } of rules)
    assert.deepEqual(Object.fromEntries(headers.map(({ key, value }) => [key, value])), headersOf(fileOf(source)));
});

test(".htaccess says the table", () => {
  const blocks = [...built(".htaccess").matchAll(/<Files "([^"]+)">\n([^<]*)<\/Files>/g)];
  assert.deepEqual(blocks.map(([, name]) => name), names); // prettier-ignore
  for (const [, name, lines] of blocks) {
    const set = [...lines.matchAll(/Header set (\S+) "([^"]*)"/g)].map(([, key, value]) => [key, value]);
    assert.deepEqual(Object.fromEntries(set), headersOf(name));
  }
});
