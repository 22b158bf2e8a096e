// The library as it is shipped, in Node and in a Worker.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { Worker } from "node:worker_threads";

import { HoshoError, loadHosho, today } from "../../dist/hosho.js";

const LIBRARY = new URL("../../dist/hosho.js", import.meta.url).href;
const hosho = await loadHosho();
const { example } = hosho.catalog.plans.find((plan) => plan.example);

/** The error that a call throws; a call that answers is a failure. */
function errorOf(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof HoshoError, String(error));
    return error;
  }
  assert.fail("it answered");
}

describe("assess", () => {
  it("answers the example of every plan that has one", () => {
    for (const plan of hosho.catalog.plans.filter((row) => row.example)) {
      const answer = hosho.assess(plan.example);
      assert.equal(answer.as_of, plan.example.as_of);
      assert.ok(
        answer.options.some((row) => row.plan === plan.id && row.verdict),
        plan.id,
      );
    }
  });
  it("puts the free repair of a worn battery first", () => {
    const { id, example: worn } = hosho.catalog.plans.find(
      (row) => row.example?.incident.kind === "battery_wear" && !row.example.covers,
    );
    const answer = hosho.assess(worn);
    assert.deepEqual([answer.best, answer.options[0].plan, answer.options[0].verdict], [id, id, "covered"]);
  });
  it("keeps what it was given", () => {
    const facts = structuredClone(example);
    hosho.assess(facts);
    assert.deepEqual(facts, example);
  });
  it("answers for the wanted plans alone", () => {
    const [{ id }] = hosho.info().plans;
    const covers = hosho.assess(example, { plans: [id] }).options.filter(({ kind }) => kind === "cover");
    assert.deepEqual(
      covers.map(({ plan }) => plan),
      [id],
    );
  });
  it("points every cite of the answer into its list", () => {
    for (const option of hosho.assess(example).options) {
      JSON.parse(JSON.stringify(option), (key, value) => {
        if (key === "cite" || key === "conflicts_with") assert.ok(option.cites[value], `${option.plan} ${value}`);
        return value;
      });
    }
  });
});

describe("enrolment", () => {
  const facts = { as_of: "2024-06-01", covers: [] };
  it("answers for every plan, those that can be joined first and those that cannot last", () => {
    const order = ["can_join", "unknown", "cannot_join"];
    const { as_of, options } = hosho.enrolment(facts);
    const places = options.map(({ verdict }) => order.indexOf(verdict));
    assert.equal(as_of, facts.as_of);
    assert.deepEqual(options.map(({ plan }) => plan).sort(), hosho.info().plans.map(({ id }) => id).sort()); // prettier-ignore
    assert.deepEqual(places, places.toSorted());
    assert.ok(!places.includes(-1));
  });
  it("explains every unknown, and lets nobody join what comes with the phone", () => {
    const held = new Map(hosho.info().plans.map((plan) => [plan.id, plan.held]));
    for (const option of hosho.enrolment(facts).options) {
      if (held.get(option.plan) === "with_device") assert.equal(option.verdict, "cannot_join");
      if (option.verdict === "unknown") assert.ok(option.missing.length + option.not_stated.length > 0, option.plan);
    }
  });
  it("points every cite of the answer into its list", () => {
    for (const option of hosho.enrolment(facts).options) {
      JSON.parse(JSON.stringify(option), (key, value) => {
        if (key === "cite" || key === "conflicts_with") assert.ok(option.cites[value], `${option.plan} ${value}`);
        return value;
      });
    }
  });
  it("tells of a plan that no day of the month lets join only until when one could", () => {
    const line = { carrier: "linemo", plan: "best_plan", is_new_contract: true, contracted_on: "2022-02-17", opened_on: "2022-02-17" }; // prettier-ignore
    const asked = { as_of: "2022-03-01", join_on: "2022-03", device: { model: "iphone-13" }, line, covers: [] };
    const [option] = hosho.enrolment(asked, { plans: ["linemo-mochikomi-applecare"] }).options;
    assert.equal(option.verdict, "cannot_join"); // offered from the 3rd on, and the 2nd is the last day
    assert.deepEqual(option.deadlines.map(({ kind }) => kind), ["join_by"]); // prettier-ignore
    assert.deepEqual(option.missing, []);
  });
  it("names the cover of which a fact is missing", () => {
    const { id } = hosho.info().plans.find(({ held }) => held === "by_joining");
    const { options } = hosho.enrolment({ ...facts, covers: [{ plan: id, is_this_device: false }, { plan: id }] }, { plans: [id] }); // prettier-ignore
    const asked = options[0].missing.map(({ fact }) => fact);
    assert.ok(options[0].verdict === "cannot_join" || asked.includes("covers[1].is_this_device"), asked.join());
    assert.ok(!asked.includes("covers[0].is_this_device"));
  });
  it("refuses wrong input, and answers the next call", () => {
    assert.equal(errorOf(() => hosho.enrolment({ ...facts, colour: 1 })).path, "/colour");
    assert.equal(errorOf(() => hosho.enrolment(facts, { plans: ["no-such-plan"] })).code, "unknown_plan");
    assert.ok(hosho.enrolment(facts).options.length > 0);
  });
});

describe("Wrong input", () => {
  const before = JSON.stringify(hosho.assess(example));
  const cycle = { as_of: "2024-03-29" };
  cycle.device = cycle;
  const nested = (depth) => Array.from({ length: depth }).reduce((inside) => ({ deeper: inside }), {});
  const wrong = [
    ["an unknown key", { as_of: "2024-03-29", colour: 1 }, "unknown_key", "/colour"],
    [
      "an impossible date",
      { as_of: "2024-03-29", device: { bought_on: "2023-02-29" } },
      "bad_date",
      "/device/bought_on",
    ],
    ["a day that is none", { as_of: "0000-00-00" }, "bad_date", "/as_of"],
    ["a thirteenth month", { as_of: "2024-03-29", incident: { on: "2023-13" } }, "bad_date", "/incident/on"],
    ["a number for a word", { as_of: "2024-03-29", incident: { kind: 7 } }, "wrong_type", "/incident/kind"],
    ["an unknown kind", { as_of: "2024-03-29", incident: { kind: "boredom" } }, "unknown_kind", "/incident/kind"],
    ["an unknown model", { as_of: "2024-03-29", device: { model: "no-such-phone" } }, "unknown_model", "/device/model"],
    ["an unknown plan", { as_of: "2024-03-29", covers: [{ plan: "no-such-plan" }] }, "unknown_plan", "/covers/0/plan"],
    [
      "a fraction of a yen",
      { as_of: "2024-03-29", incident: { repair_price_yen: 0.5 } },
      "out_of_range",
      "/incident/repair_price_yen",
    ],
    ["NaN", { as_of: "2024-03-29", incident: { repair_price_yen: NaN } }, "not_json", "/incident/repair_price_yen"],
    [
      "Infinity",
      { as_of: "2024-03-29", incident: { repair_price_yen: -Infinity } },
      "not_json",
      "/incident/repair_price_yen",
    ],
    ["a BigInt", { as_of: "2024-03-29", incident: { repair_price_yen: 1n } }, "not_json", "/incident/repair_price_yen"],
    ["a Date", { as_of: new Date(0) }, "not_json", "/as_of"],
    ["a function", { as_of: () => "2024-03-29" }, "not_json", "/as_of"],
    ["a Map", { as_of: "2024-03-29", device: new Map() }, "not_json", "/device"],
    ["a cycle", cycle, "not_json", "/device"],
    ["deep nesting", { as_of: "2024-03-29", device: nested(20_000) }, "too_deep", /^(\/device)(\/deeper)+$/],
    ["a lone surrogate", { as_of: "2024-03-29", device: { maker: "\ud800" } }, "bad_json", ""],
    ["__proto__", JSON.parse('{"as_of":"2024-03-29","__proto__":{}}'), "unknown_key", "/__proto__"],
    ["no object", 7, "wrong_type", ""],
    ["nothing", undefined, "wrong_type", ""],
  ];
  for (const [what, facts, code, path] of wrong) {
    it(`is refused with code and path: ${what}`, () => {
      const error = errorOf(() => hosho.assess(facts));
      assert.equal(error.code, code);
      if (path instanceof RegExp) assert.match(error.path, path);
      else assert.equal(error.path, path);
      assert.ok(error.message.includes(code));
      assert.equal(JSON.stringify(hosho.assess(example)), before);
    });
  }
  it("is told all at once", () => {
    const { problems } = errorOf(() => hosho.assess({ as_of: "2024-3-29", tone: 1, device: { modified: "no" } }));
    assert.deepEqual(
      problems.map(({ path }) => path),
      ["/as_of", "/tone", "/device/modified"],
    );
  });
  it("of a megabyte is refused like any other", () => {
    const error = errorOf(() => hosho.assess({ as_of: "x".repeat(1_000_000) }));
    assert.equal(error.code, "bad_date");
    assert.ok(error.message.length < 300);
  });
});

describe("check", () => {
  it("finds nothing wrong with the shipped plans", () => {
    for (const plan of hosho.catalog.plans) assert.deepEqual(hosho.check(JSON.stringify(plan)), []);
  });
  it("reads bytes, too, and refuses those that are no UTF-8", () => {
    const folder = new URL("../fixtures/plans/bad-text/", import.meta.url);
    const bytes = readFileSync(new URL("bad_json--bytes-that-are-no-utf-8.json", folder));
    assert.deepEqual(
      hosho.check(bytes).map(({ code }) => code),
      ["bad_json"],
    );
  });
  it("takes a text of ten megabytes", () => {
    assert.equal(hosho.check(`"${"x".repeat(10_000_000)}"`)[0].code, "wrong_type");
  });
});

describe("periodEnd", () => {
  it("gives the legal and the safe day", () => {
    const period = { from: "2023-02-28", months: 12, first_day: "excluded" };
    assert.deepEqual(hosho.periodEnd(period), { on: "2024-02-29", safe_on: "2024-02-27" });
  });
  it("gives the third reading of silent terms", () => {
    const period = { from: "2023-02-28", months: 12, first_day: "not_stated" };
    assert.equal(hosho.periodEnd(period).same_day_on, "2024-02-28");
  });
  for (const [what, period, code, path] of [
    ["a month for a day", { from: "2023-02", months: 1, first_day: "excluded" }, "bad_date", "/from"],
    ["no length", { from: "2023-02-28", first_day: "excluded" }, "ambiguous_condition", ""],
    ["no counting", { from: "2023-02-28", months: 1 }, "missing_key", ""],
    ["a length of nothing", { from: "2023-02-28", months: 0, first_day: "excluded" }, "out_of_range", "/months"],
  ]) {
    it(`refuses ${what}`, () => {
      const error = errorOf(() => hosho.periodEnd(period));
      assert.deepEqual([error.code, error.path], [code, path]);
    });
  }
});

describe("loadHosho", () => {
  it("tells its version, which is that of the package", () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    assert.equal(hosho.info().version, version);
    assert.equal(hosho.info().data_version, hosho.catalog.data_version);
  });
  it("takes own plans beside the bundled tables, and knows the shipped ids still", async () => {
    const [plan] = hosho.catalog.plans;
    const mine = await loadHosho({ catalog: { plans: [{ ...plan, id: "my-plan" }] } });
    assert.deepEqual(
      mine.info().plans.map(({ id }) => id),
      ["my-plan"],
    );
    assert.ok(mine.assess({ ...example, covers: [{ plan: plan.id }] }));
  });
  it("brings the rates of data/ for the page, and answers whatever stands in them", async () => {
    const japan = JSON.parse(readFileSync(new URL("../../data/rates/japan.json", import.meta.url), "utf8"));
    assert.deepEqual(hosho.catalog.rates, [japan]);
    const mine = await loadHosho({ catalog: { rates: [{ id: "mine", rates: [{ kind: "boredom" }] }] } });
    assert.deepEqual(mine.catalog.rates[0].id, "mine");
    assert.deepEqual(mine.assess(example), hosho.assess(example));
  });
  it("refuses a broken plan with its place", async () => {
    const [plan] = hosho.catalog.plans;
    await assert.rejects(loadHosho({ catalog: { plans: [{ ...plan, held: "maybe" }] } }), {
      code: "bad_value",
      path: "/plans/0/held",
    });
  });
  it("runs in a Worker", async () => {
    const program = `import { parentPort } from "node:worker_threads";
      const { loadHosho } = await import(${JSON.stringify(LIBRARY)});
      parentPort.postMessage((await loadHosho()).assess(${JSON.stringify(example)}));`;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`), { type: "module" });
    const answer = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
    assert.deepEqual(answer, hosho.assess(example));
  });
});

describe("today", () => {
  it("is the civil date in Japan, wherever the machine is", () => {
    const program = `import { today } from ${JSON.stringify(LIBRARY)}; console.log(today(new Date("2024-07-15T15:30Z")));`;
    for (const zone of ["America/Los_Angeles", "Asia/Tokyo", "UTC"]) {
      const options = { encoding: "utf8", env: { ...process.env, TZ: zone } };
      const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], options);
      assert.equal(stdout.trim(), "2024-07-16");
    }
    assert.equal(today(new Date("2024-07-15T14:59Z")), "2024-07-15");
  });
});
