// The schemas, the fixtures and the engine's own check agree.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { looseSchema } from "./checks.mjs";
import {
  FIXTURES,
  ROOT,
  deviceTables,
  namesIn,
  plans,
  prices,
  providerTable,
  rates,
  readJson,
  readText,
} from "./files.mjs";
import { SCHEMAS, definition, errorsOf, schemas } from "./schemas.mjs";

const { loadHosho } = await import(new URL("dist/hosho.js", ROOT).href);
const hosho = await loadHosho();
const check = (text) => hosho.check(text).filter(({ severity }) => severity === "error");

const expected = readJson("expected.json", FIXTURES);
const fixtures = (folder) => namesIn(`${folder}/`, FIXTURES).map((name) => `${folder}/${name}`);
const parent = (pointer) => pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));

describe("The shipped data is what its schema says", () => {
  const shipped = { plan: plans, price: prices, rate: rates, provider: providerTable, device: deviceTables };
  for (const [kind, files] of Object.entries(shipped)) {
    for (const [path, document] of Object.entries(files))
      it(path, () => assert.deepEqual(errorsOf(kind, document), []));
  }
  for (const path of Object.keys(plans))
    it(`${path} passes the engine's check`, () => assert.deepEqual(check(readText(path)), []));
});

describe("A good fixture is fit for the schema and for the engine", () => {
  for (const path of fixtures("good")) {
    it(path, () => assert.deepEqual(errorsOf("plan", readJson(path, FIXTURES)), []));
    it(`${path}, by the engine`, () => assert.deepEqual(check(readText(path, FIXTURES)), []));
  }
});

describe("A bad fixture is refused by the schema, at the expected place and nowhere else", () => {
  const known = (path) => path.split("/")[1].split("--")[0];
  for (const path of fixtures("bad")) {
    it(path, () => {
      const places = expected[path].map((problem) => problem.path);
      const found = errorsOf("plan", readJson(path, FIXTURES)).map((error) => error.path);
      assert.equal(expected[path][0].code, known(path));
      for (const place of places)
        assert.ok(found.includes(place) || found.includes(parent(place)), `nothing found at ${place}`);
      // A mistake shows at its place, in the objects around it, or within it.
      const explained = (at) => places.some((place) => place.startsWith(at) || at.startsWith(place));
      assert.deepEqual(
        found.filter((at) => !explained(at)),
        [],
      );
    });
  }
});

describe("The schema passes what only the engine can refuse", () => {
  for (const path of fixtures("meaning"))
    it(path, () => assert.deepEqual(errorsOf("plan", readJson(path, FIXTURES)), []));
});

describe("The engine finds every mistake, with its code and place", () => {
  for (const path of [...fixtures("bad"), ...fixtures("meaning"), ...fixtures("bad-text")]) {
    const bytes = readFileSync(new URL(path, FIXTURES));
    it(path, () => {
      assert.deepEqual(
        check(bytes).map(({ code, path: at }) => ({ code, path: at })),
        expected[path],
      );
    });
  }
});

describe("The fixtures", () => {
  it("all have their expectation, and no expectation lacks its fixture", () => {
    const files = ["bad", "meaning", "bad-text"].flatMap(fixtures);
    assert.deepEqual(Object.keys(expected).sort(), files.sort());
  });
  it("hold more than one hundred mistakes and more than thirty good plans", () => {
    assert.ok(fixtures("bad").length > 100 && fixtures("good").length > 30);
  });
});

describe("The schemas", () => {
  for (const name of SCHEMAS) {
    it(`close every object and describe every property of a ${name} file`, () => {
      assert.deepEqual(looseSchema(schemas[name], ["/properties/example"]), []);
    });
  }
  it("are told to be loose when they are", () => {
    const loose = {
      type: "object",
      properties: { id: { type: "string" }, name: { description: "A name.", type: "object", properties: {} } },
    };
    assert.deepEqual(looseSchema(loose), [" is open", "/properties/id has no description", "/properties/name is open"]);
  });
  it("know every day from 1900 to 2199 and no other", () => {
    const isDay = definition("day");
    const two = (number) => String(number).padStart(2, "0");
    const wrong = [];
    for (let year = 1899; year <= 2200; year++) {
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      const lengths = [0, 31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0];
      for (let month = 0; month <= 13; month++) {
        for (let day = 0; day <= 32; day++) {
          const real = year >= 1900 && year <= 2199 && day >= 1 && day <= lengths[month];
          const text = `${year}-${two(month)}-${two(day)}`;
          if (isDay(text) !== real) wrong.push(text);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });
});

describe("The words of the plan schema are those of the engine", () => {
  const header = readText("core/include/hosho/vocabulary.h");
  const source = readText("core/src/vocabulary.cpp");
  const { definitions } = schemas.plan;
  const facts = [...header.matchAll(/^ {2}X\(\w+, "([\w.]+)", (\w+), (\w+)\)/gm)].map(([, path, type, vocabulary]) => ({
    path,
    type,
    vocabulary,
  }));
  // A moment has no test yet, and a list has none at all.
  const testable = facts.filter(({ type }) => type !== "moment" && type !== "list");

  it("in the facts that a condition may test", () => {
    const keys = Object.keys(definitions.condition.properties).slice(
      ["id", "cite", "inference", "all", "any", "not", "by", "not_stated"].length,
    );
    assert.deepEqual(keys.sort(), testable.map(({ path }) => path).sort());
    const branches = definitions.condition.oneOf.map(({ required }) => required[0]);
    assert.deepEqual(branches.sort(), [...keys, "all", "any", "not", "by", "not_stated"].sort());
  });
  it("in the kind of test that each fact has", () => {
    const closed = { place: "place_test", condition: "bought_as_test" };
    const open = ["open", "device", "provider", "carrier"];
    for (const { path, type, vocabulary } of testable) {
      const words = open.includes(vocabulary) ? "word_test" : (closed[vocabulary] ?? `${vocabulary}_test`);
      const test = type === "word" ? words : `${type === "day" ? "date" : type}_test`;
      assert.equal(definitions.condition.properties[path].$ref, `#/definitions/${test}`, path);
    }
  });
  for (const [what, name, types] of [
    ["days from which a period may count", "date_fact", ["day"]],
    ["answers of yes or no", "flag_fact", ["flag"]],
    ["figures by which a sum may go", "figure_fact", ["yen", "percent", "count"]],
  ]) {
    it(`in the ${what}`, () => {
      assert.deepEqual(
        definitions[name].enum.toSorted(),
        testable
          .filter(({ type }) => types.includes(type))
          .map(({ path }) => path)
          .sort(),
      );
    });
  }
  for (const [what, name, list, type] of [
    ["incident kinds", "incident_kind", "HOSHO_INCIDENT_KINDS", "IncidentKind"],
    ["deadline kinds", "deadline_kind", "HOSHO_DEADLINE_KINDS", "DeadlineKind"],
    ["ways to count a claim year", "claim_year", "HOSHO_CLAIM_YEARS", "ClaimYear"],
  ]) {
    it(`in the ${what}`, () => {
      const text = header.slice(header.indexOf(`#define ${list}`), header.indexOf(`enum class ${type}`));
      assert.deepEqual(
        definitions[name].enum,
        [...text.matchAll(/ X\((\w+)\)/g)].map((match) => match[1]),
      );
    });
  }
  it("in the closed vocabularies", () => {
    const words = (name) =>
      [...source.match(new RegExp(`\\b${name} = \\{([^}]*)\\}`))[1].matchAll(/"(\w+)"/g)].map((match) => match[1]);
    const lists = {
      category: "kCategories",
      os: "kSystems",
      bought_as: "kConditions",
      owner: "kOwners",
      contracted_via: "kContractedVia",
      payment: "kPayments",
      remedy: "kRemedies",
      place: "kPlaces",
      loaner_state: "kLoanerStates",
    };
    for (const [name, list] of Object.entries(lists)) assert.deepEqual(definitions[name].enum, words(list), name);
  });
});
