import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { buildCatalog, canonical, catalogParts } from "../../tools/catalog.mjs";

/** The catalogue of a data folder that holds `files`. */
function catalogOf(files) {
  const data = mkdtempSync(join(tmpdir(), "hosho-data-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), typeof content === "string" ? content : JSON.stringify(content));
  }
  try {
    return buildCatalog(data);
  } finally {
    rmSync(data, { recursive: true });
  }
}

const FILES = {
  "plans/b.json": { id: "b", checked_on: "2024-04-03" },
  "plans/a.json": { id: "a", checked_on: "2024-05-01" },
  "plans/README.md": "not a plan",
  "devices/x.json": { devices: [{ id: "x-1" }, { id: "x-2" }] },
  "devices/y.json": { devices: [{ id: "y-1" }] },
  "prices/p.json": { format: 1, rows: [] },
  "rates/s.json": { format: 1, id: "s" },
  "rates/r.json": { format: 1, id: "r" },
  "providers.json": { format: 1, providers: [{ id: "maker" }] },
};

test("plans, prices and rates travel as they are, devices and providers as one list each, in the order of names", () => {
  const { data_version, ...rest } = catalogOf(FILES);
  assert.deepEqual(rest, {
    known_plans: ["a", "b"],
    plans: [FILES["plans/a.json"], FILES["plans/b.json"]],
    devices: [{ id: "x-1" }, { id: "x-2" }, { id: "y-1" }],
    prices: [FILES["prices/p.json"]],
    providers: [{ id: "maker" }],
    rates: [FILES["rates/r.json"], FILES["rates/s.json"]],
  });
  assert.match(data_version, /^2024-05-01\+[0-9a-f]{12}$/);
});

test("the version changes with the content and not with the layout", () => {
  const { data_version } = catalogOf(FILES);
  const laidOut = { ...FILES, "plans/b.json": '{\n  "checked_on": "2024-04-03",\n  "id": "b"\n}\n' };
  assert.equal(catalogOf(laidOut).data_version, data_version);
  const changed = { ...FILES, "prices/p.json": { format: 1, rows: [{ yen: 1 }] } };
  assert.notEqual(catalogOf(changed).data_version, data_version);
  const moved = { ...FILES, "rates/r.json": { format: 1, id: "r", rates: [] } };
  assert.notEqual(catalogOf(moved).data_version, data_version);
});

test("canonical JSON sorts keys at every depth and keeps the order of lists", () => {
  assert.equal(canonical({ b: [{ d: 1, c: null }, "é"], a: true }), '{"a":true,"b":[{"c":null,"d":1},"é"]}');
});

test("a file that is not JSON is named, an id that stands twice too", () => {
  assert.throws(() => catalogOf({ "plans/broken.json": "{" }), /plans\/broken\.json: /);
  assert.throws(() => catalogOf({ ...FILES, "plans/c.json": { id: "a" } }), /Two plans have the id "a"/);
});

test("the parts of a catalogue: what is common to all plans, all plans, each alone, the rates; nothing is left out", () => {
  const catalog = catalogOf(FILES);
  const { common, plans, rates, ...each } = catalogParts(catalog);
  assert.deepEqual({ ...common, ...plans, ...rates }, catalog);
  assert.deepEqual(each, {
    "plan-a": { plans: [FILES["plans/a.json"]] },
    "plan-b": { plans: [FILES["plans/b.json"]] },
  });
  assert.equal(common.plans, undefined);
  assert.equal(common.rates, undefined);
});
