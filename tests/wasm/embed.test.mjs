// The engine of an embed, in Node: with one plan loaded it answers for this plan as the whole engine does.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, it } from "node:test";

import { loadHosho } from "../../dist/hosho.js";
import { readCases } from "../cases/run.mjs";

const DIST = new URL("../../dist/", import.meta.url);
const [script] = readdirSync(DIST).filter((name) => /^embed-engine-[A-Z0-9]{8}\.js$/.test(name));
const { engineFor } = await import(new URL(script, DIST).href);

const hosho = await loadHosho();
const ids = hosho.info().plans.map(({ id }) => id);
const cases = readCases();

/** The case, and as often as it has facts once more without one of them. */
function withHoles(facts) {
  const inner = Object.entries(facts).flatMap(([key, value]) =>
    typeof value === "object" && !Array.isArray(value)
      ? Object.keys(value).map((name) => ({ ...facts, [key]: { ...value, [name]: undefined } }))
      : [],
  );
  const outer = Object.keys(facts).filter((key) => key !== "as_of");
  return [facts, ...outer.map((key) => ({ ...facts, [key]: undefined })), ...inner];
}

/** Of every plan the cases, of this one with holes, too. */
const casesFor = (id) => cases.flatMap((row) => (row.plan === id ? withHoles(row.case) : [row.case]));

/** The cases to which two engines answer differently for one plan. */
const differences = (one, other, id) =>
  casesFor(id).filter((facts) => {
    const [a, b] = [one, other].map((engine) => JSON.stringify(engine.assess(facts, { plans: [id] })));
    return a !== b;
  });

describe("With one plan loaded", () => {
  for (const id of ids) {
    it(`${id}: every answer is that of the whole engine`, async () => {
      const lean = await engineFor("broke", [id]);
      assert.deepEqual(lean.info().plans, hosho.info().plans.filter((plan) => plan.id === id)); // prettier-ignore
      assert.equal(lean.info().data_version, hosho.info().data_version);
      assert.deepEqual(differences(lean, hosho, id), []);
    });
  }
  it("and another engine is told from it: without prices, or with a sum that is another", async () => {
    const id = "applecare-plus";
    const lean = await engineFor("broke", [id]);
    const without = await loadHosho({ catalog: { prices: [] } });
    assert.notDeepEqual(differences(lean, without, id), []);
    const dearer = JSON.parse(JSON.stringify(hosho.catalog.plans), (key, value) =>
      key === "yen" && value > 0 ? value + 1 : value,
    );
    assert.notDeepEqual(differences(lean, await loadHosho({ catalog: { plans: dearer } }), id), []);
  });
});

describe("An embed's engine", () => {
  const [first, second] = ids;
  it("is shared by those who ask the same, however they say it, and by nobody else", () => {
    const engine = engineFor("broke", [first, second]);
    assert.equal(engineFor("broke", [second, first, first]), engine);
    assert.notEqual(engineFor("broke", [first]), engine);
    assert.notEqual(engineFor("join", [first, second]), engine);
  });
  it("answers for several plans, and for all where none is named", async () => {
    assert.deepEqual((await engineFor("broke", [second, first])).info().plans.map(({ id }) => id), [first, second]); // prettier-ignore
    assert.deepEqual((await engineFor("broke", [])).info(), hosho.info());
  });
  it("has for joining every call and the whole catalogue, for the days to come all of it but the rates", async () => {
    const [join, until] = await Promise.all([engineFor("join", [first]), engineFor("until", [first])]);
    assert.deepEqual(join.catalog, hosho.catalog);
    assert.deepEqual({ ...until.catalog, rates: hosho.catalog.rates }, hosho.catalog);
    assert.equal(until.catalog.rates, undefined);
    assert.deepEqual(Object.keys(join).sort(), Object.keys(hosho).sort());
    const [{ case: facts }] = cases.filter(({ question }) => question === "enrolment");
    assert.deepEqual(until.timeline(facts), hosho.timeline(facts));
    assert.deepEqual(join.enrolment(facts), hosho.enrolment(facts));
  });
  it("tells what is wrong with a case as the library does", async () => {
    const lean = await engineFor("broke", [first]);
    assert.throws(() => lean.assess({ as_of: "2024-02-30" }), { name: "HoshoError", code: "bad_date", path: "/as_of" });
  });
  it("cannot be had for a plan that is not shipped, and is then asked for afresh", async () => {
    const engine = engineFor("broke", ["no-such-plan"]);
    await assert.rejects(engine, /no-such-plan/);
    const again = engineFor("broke", ["no-such-plan"]);
    assert.notEqual(again, engine);
    await assert.rejects(again, /no-such-plan/);
  });
});
