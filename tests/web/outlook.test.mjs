import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { load } from "./bundle.mjs";

const { costPicture, stepPicture } = await load("web/chart/geometry.ts");
const { shortened } = await load("web/elements/outlook-drawing.ts");
const { FIRST_OUTLOOK, perYear, priceText, prospectOf, ratesFor, unpricedRates } =
  await load("web/elements/outlook-form.ts");
const { silentPlan } = await load("web/elements/outlook-look.ts");
const { OutlookRun } = await load("web/elements/outlook-run.ts");
const { cellsOf, chanceLines, choicesOf, csvOf, drawnKeys, pointsOf, remarkLines, tableMonths, turnLine } =
  await load("web/elements/outlook-view.ts");
const figures = await load("web/text/figures.ts");
const { monthsSince } = await load("web/text/axis.ts");
const { writeEnds } = await load("web/text/format.ts");
const { Words } = await load("web/text/text.ts");

const words = new Words("ja", { plans: ["p", "q"].map((id) => ({ id, name: { ja: `${id}の補償`, en: id } })) });
const { say } = words;
const rate = (id, kind, low, base, high, age) => ({ id, kind, per_year: { low, base, high }, phone_age_months: age });
const file = {
  rates: [
    rate("crack", "screen_crack", 0.035, 0.05, 0.1),
    rate("lost", "loss", 0.002, 0.005, 0.01),
    rate("early", "natural_failure", 0.02, 0.03, 0.04, { from: 0, to: 12 }),
    rate("later", "natural_failure", 0.01, 0.02, 0.03, { from: 12 }),
  ],
  factors: [{ id: "teens", kinds: ["screen_crack"], factor: 1.5 }],
};
const month = (at, fees, mean, low, high) => ({ month: at, fees_yen: fees, expected_yen: mean, p05: low, p50: low, p95: high }); // prettier-ignore
const choice = (plans, more = {}) => ({
  plans,
  mean_yen: 14_648.4,
  cheaper_than_none: 0.13,
  dearer_than_none: 0.8649,
  break_even_rate_multiple: 2,
  best_cancel_after_months: 0,
  best_use: { mean_yen: 14_000, claim_worth_yen: 0 },
  bounds: null,
  readings: [],
  missing: [],
  monthly: [month(1, 550, 600.6, 550, 550), month(2, 1100, 1201.2, 1100, 5000)],
  ...more,
});

describe("a rate", () => {
  test("has its base in the middle of the slider and its ends at the ends", () => {
    const scale = { low: 0.035, base: 0.05, high: 0.1 };
    for (const [position, expected] of [
      [0, 0.035],
      [50, 0.0425],
      [100, 0.05],
      [150, 0.075],
      [200, 0.1],
    ])
      // prettier-ignore
      assert.ok(Math.abs(figures.rateAt(position, scale) - expected) < 1e-12, String(position));
  });

  test("is told both ways", () => {
    assert.equal(figures.writeBothWays(0.05, say), "20年に1回（年5.0％）");
    assert.equal(figures.writeBothWays(0.017, say), "59年に1回（年1.7％）");
    assert.equal(figures.writeBothWays(0.005, say), "200年に1回（年0.50％）");
    assert.equal(figures.writeEvery(0.15, say), "6.7年に1回");
    assert.equal(figures.writeEvery(1.5, say), "1年に1.5回");
  });

  test("is that of the phone's age; an unknown age counts as old", () => {
    const ids = (age) => ratesFor(file, age).map(({ id }) => id);
    assert.deepEqual(ids(11.5), ["crack", "lost", "early"]);
    assert.deepEqual(ids(12), ["crack", "lost", "later"]);
    assert.deepEqual(ids(null), ["crack", "lost", "later"]);
  });

  test("is multiplied for an owner's age, for the kinds of that factor alone", () => {
    const teens = { ...file, form: { ...FIRST_OUTLOOK, owner: "teens" } };
    assert.ok(Math.abs(perYear(file.rates[0], teens) - 0.075) < 1e-12);
    assert.equal(perYear(file.rates[1], teens), 0.005);
  });

  test("is its part of the worst case, whatever the owner's age, where somebody wants that", () => {
    const wet = rate("wet", "water_damage", 0.01, 0.0125, 0.04);
    const worst = { kinds: ["screen_crack", "water_damage"], per_year: 0.375 };
    const form = { ...FIRST_OUTLOOK, owner: "teens", worst: true };
    const rated = { ...file, rates: [...file.rates, wet], worst, form };
    assert.ok(Math.abs(perYear(file.rates[0], rated) - 0.3) < 1e-12);
    assert.ok(Math.abs(perYear(wet, rated) - 0.075) < 1e-12);
    assert.equal(perYear(file.rates[1], rated), 0.005);
    assert.equal(perYear(wet, { ...rated, form: FIRST_OUTLOOK }), 0.0125);
  });
});

test("chances are told in a hundred, and neither none nor all by rounding", () => {
  const told = (p) => figures.writeChance(p, say);
  assert.equal(told(0.8649), "100回のうち約86回");
  assert.equal(told(0), "0回");
  assert.equal(told(0.001), "100回に1回未満");
  assert.equal(told(0.999), "100回のうち99回より多く");
  assert.equal(told(1), "100回のうち100回");
});

test("sums: rough for a sentence, exact for a table, short on an axis", () => {
  assert.equal(figures.writeRough(5960.2, say), "約6,000円");
  assert.equal(figures.writeRough(18_925, say), "約19,000円");
  assert.equal(figures.writeRough(0, say), "0円");
  assert.equal(figures.writeMean(5960.5, say), "5,961円");
  assert.equal(figures.writeOnAxis(15_000, say), "1.5万円");
  assert.equal(figures.writeOnAxis(5000, say), "5,000円");
  assert.equal(figures.writeOnAxis(15_000, new Words("en", {}).say), "15,000 yen");
  assert.equal(writeEnds(0, 40_000, say).replace("\u200b", ""), "0〜40,000");
  assert.equal(writeEnds(6600, 6600, say), "6,600");
});

test("numbers as typed, and months since a day", () => {
  assert.deepEqual(["1.3", "０．８", "", "x"].map(figures.readDecimal), [1.3, 0.8, null, "unreadable"]);
  assert.equal(monthsSince("2024-08-01", "2024-08-01"), 0);
  assert.equal(monthsSince("2024-08-15", "2025-08-14"), 11);
  assert.equal(monthsSince("2022-07", "2024-08-01"), 25);
});

describe("what is asked of the engine", () => {
  const assumed = {
    facts: { as_of: "2024-08-01" },
    from: "2024-08-01",
    months: 24,
    rates: ratesFor(file, 24),
    factors: file.factors,
    listed: { screen_crack: "36680" },
    fees: { p: "1,180円", q: "" },
    form: FIRST_OUTLOOK,
  };

  test("leaves out what has no price, and takes the list price until one is typed", () => {
    assert.deepEqual(unpricedRates(assumed).map(({ id }) => id), ["lost", "later"]); // prettier-ignore
    const asked = prospectOf(assumed);
    assert.deepEqual(asked.rates_per_year, { screen_crack: 0.05 });
    assert.deepEqual(asked.prices_yen, { screen_crack: 36680 });
    assert.deepEqual(asked.monthly_fees_yen, { p: 1180 });
    assert.equal(asked.battery, null);
    const typed = { ...assumed, form: { ...FIRST_OUTLOOK, prices: { screen_crack: "" }, replacement: "70000" } };
    assert.equal(priceText("screen_crack", typed), "");
    assert.deepEqual(prospectOf(typed).rates_per_year, { loss: 0.005 });
    assert.equal(prospectOf(typed).replacement_price_yen, 70_000);
  });

  test("has a battery only once all of it can be read", () => {
    const battery = { cycles: "1.1", design: "500", price: "14,900" };
    const at = (part) =>
      prospectOf({ ...assumed, form: { ...FIRST_OUTLOOK, battery: { ...battery, ...part } } }).battery;
    assert.deepEqual(at({}), { cycles_per_day: 1.1, design_cycles: 500, price_yen: 14_900 });
    assert.equal(at({ price: "" }), null);
    assert.equal(at({ cycles: "0" }), null);
  });
});

describe("the choices", () => {
  const open = [{ plan: "p", verdict: "unknown" }, { plan: "q", verdict: "can_join" }, { plan: "r", verdict: "unknown" }]; // prettier-ignore

  test("are those that can be joined, sure ones first, pairs last, and without a fee apart", () => {
    const outlook = {
      choices: [["p", "q"], ["p"], ["q"], ["held"]].map((plans) => choice(plans)).concat(choice(["r"], { break_even_code: "fee_not_known" })),
    }; // prettier-ignore
    assert.deepEqual(choicesOf(outlook, open, words), { priced: [["q"], ["p"], ["p", "q"]], feeless: ["r"] });
  });

  test("of which six are drawn, the one that is looked at among them", () => {
    const many = ["a", "b", "c", "d", "e", "f"].map((plan) => [plan]);
    assert.deepEqual(drawnKeys(many, ["a"]), ["", "a", "b", "c", "d", "e"]);
    assert.deepEqual(drawnKeys(many, ["f"]), ["", "a", "b", "c", "d", "f"]);
    assert.deepEqual(drawnKeys(many, []), ["", "a", "b", "c", "d", "e"]);
  });

  test("are named beside their lines so that no two read alike", () => {
    const names = ["IIJ 端末補償オプション（新品用）", "IIJ 端末補償オプション（中古用）", "短い名"];
    const short = shortened(names);
    assert.equal(new Set(short).size, 3);
    assert.equal(short[2], "短い名");
  });
});

test("a silence is told in the words of the plan that is silent, also where it comes with the phone", () => {
  const plan = (id, codes, source) => ({ id, name: { ja: id, en: id }, sources: { [source]: {} }, texts: Object.fromEntries(codes.map((code) => [code, { ja: `${id}-${code}`, en: code }])) }); // prettier-ignore
  const plans = [plan("p", ["fee"], "a"), plan("other", ["where"], "b"), plan("warranty", ["where"], "c")];
  const own = new Words("ja", { plans });
  assert.equal(silentPlan("fee", ["p"], { source: "a" }, own), "p");
  assert.equal(silentPlan("where", ["p"], { source: "c" }, own), "warranty");
  assert.equal(silentPlan("general", ["p"], { source: "a" }, own), "p");
});

test("the turning point is the assumed rate times the multiple", () => {
  const told = { kind: "screen_crack", perYear: 0.05 };
  assert.match(turnLine(choice(["p"]), told, words), /^画面割れが10年に1回より多いなら.*いまの仮定は20年に1回です/);
  const code = turnLine(choice(["p"], { break_even_rate_multiple: null, break_even_code: "never_pays" }), told, words);
  assert.match(code, /どれだけ増えても/);
});

test("remarks: leaving, claims, ranges, readings and missing facts, each only where there is something to say", () => {
  assert.deepEqual(remarkLines(choice(["p"]), 24, words), []);
  const full = choice(["p"], {
    best_cancel_after_months: 12,
    best_use: { mean_yen: 1, claim_worth_yen: 308.2 },
    bounds: { low: { mean_yen: 10_766 }, high: { mean_yen: 13_966 } },
    readings: [{ claim_year: "joined", mean_yen: 13_966 }, { claim_year: "bought", mean_yen: 13_951 }],
    missing: [{ fact: "device.bought_from" }],
    rounded: true,
  }); // prettier-ignore
  const lines = remarkLines(full, 24, words);
  for (const part of ["12か月で解約", "308円より", "10,766〜13,966円", "13,951〜13,966円", "購入先", "丸めて"])
    assert.ok(
      lines.some((line) => line.includes(part)),
      part,
    );
  assert.equal(lines.length, 6);
  assert.equal(remarkLines({ ...full, best_cancel_after_months: 24 }, 24, words).length, 5);
  assert.deepEqual(chanceLines(full, words), ["補償なしの方が安いのは、100回のうち約86回です。", "この補償の方が安いのは、100回のうち約13回です。"]); // prettier-ignore
});

describe("table and file", () => {
  test("have the same figures", () => {
    assert.deepEqual(tableMonths(30), [12, 24, 30, 36, 48]);
    assert.deepEqual(tableMonths(24), [12, 24, 36, 48]);
    const [cell] = cellsOf(choice(["p"]), 2, say);
    assert.deepEqual([cell.month, cell.mean, cell.band.replace("\u200b", "")], [2, "1,201円", "1,100〜5,000"]);
    const csv = csvOf(new Map([["", choice([])], ["p", choice(["p"])]]), words); // prettier-ignore
    assert.ok(csv.startsWith("\uFEFF月,補償なし 料金（円）,"));
    const rows = csv.trim().split("\r\n");
    assert.equal(rows[2], "2,1100,1201,1100,1100,5000,1100,1201,1100,1100,5000");
  });

  test("quote a name with a comma", () => {
    const named = new Words("en", { plans: [{ id: "p", name: { ja: "p", en: 'A, "B"' } }] });
    assert.match(csvOf(new Map([["p", choice(["p"])]]), named), /"A, ""B"": fees \(yen\)"/);
  });
});

describe("the drawing", () => {
  const frame = { width: 500, height: 300, left: 50, right: 50, top: 20, bottom: 30 };

  test("has the chosen month and its means at their places", () => {
    const points = [{ month: 0, mean: 0, low: 0, high: 0 }, { month: 24, mean: 5000, low: 0, high: 10_000 }, { month: 48, mean: 10_000, low: 0, high: 10_000 }]; // prettier-ignore
    const { here, lines, months, sums } = costPicture(frame, [points], 24);
    assert.equal(here, 250);
    assert.equal(lines[0].here, 145);
    assert.equal(lines[0].mean, "M50,270L250,145L450,20");
    assert.deepEqual(months.map(({ value }) => value), [0, 12, 24, 36, 48]); // prettier-ignore
    assert.deepEqual(sums.at(-1), { at: 20, value: 10_000 });
  });

  test("keeps names apart, and above the axis", () => {
    const flat = (mean) => [{ month: 0, mean: 0, low: 0, high: 0 }, { month: 12, mean, low: 0, high: 100 }]; // prettier-ignore
    const labels = costPicture(frame, [flat(0), flat(1), flat(2)], 12).lines.map(({ label }) => label);
    assert.ok(labels[0] <= 270 && labels[0] - labels[1] >= 34 && labels[1] - labels[2] >= 34, String(labels));
  });

  test("starts with nothing paid", () => {
    assert.deepEqual(pointsOf(choice(["p"]))[0], { month: 0, mean: 0, low: 0, high: 0 });
  });

  test("adds the distribution up, step by step", () => {
    const { steps, dots } = stepPicture(frame, [0, 100], [0.75, 0.25], [{ sum: 0, share: 0.5 }], 100);
    assert.equal(steps, "M50,270L50,270L50,82.5L450,82.5L450,20L450,20L450,20");
    assert.deepEqual(dots, [{ x: 50, y: 145 }]);
    const many = Array.from({ length: 50_000 }, (_, yen) => yen);
    const fine = stepPicture(frame, many, many.map(() => 1 / 50_000), [], 50_000).steps; // prettier-ignore
    assert.ok(fine.length < 50_000 && fine.endsWith("L450,20"), "what is smaller than a pixel is not drawn");
    const narrow = stepPicture({ ...frame, width: 290 }, [0], [1], [], 60_000).sums.map(({ at }) => at);
    assert.ok(
      narrow.length > 1 && narrow.every((at, place) => place === 0 || at - narrow[place - 1] >= 70),
      String(narrow),
    );
  });
});

describe("a run", () => {
  const answer = ({ prospect }) => ({
    none: choice([]),
    choices: prospect.choices.map((plans) => choice(plans)),
    battery_month: null,
  });
  const job = (screen_crack, facts = {}) => ({
    facts,
    prospect: { from: "2024-08-01", months: 24, rates_per_year: { screen_crack } },
    chosen: ["p"],
    choices: [["p"], ["q"]],
  });
  /** An engine that answers when it is told to, and what it was asked. */
  function engine({ waits = false } = {}) {
    const asked = [];
    const open = [];
    const ask = (question) =>
      new Promise((done) => {
        asked.push(question);
        if (waits) open.push({ done, question });
        else done(answer(question));
      });
    return {
      asked,
      ask,
      now: (question) => (asked.push(question), answer(question)),
      drop: () => open.shift()?.done(null),
      next: async () => {
        const { done, question } = open.shift();
        done(answer(question));
        await new Promise((then) => setTimeout(then, 130));
      },
    };
  }
  function listener() {
    const told = [];
    return {
      told,
      looked: () => told.push("looked"),
      byMonth: (map) => told.push([...map.keys()].join()),
      failed: assert.fail,
    };
  }
  const rates = ({ asked }) => asked.map(({ prospect }) => prospect.rates_per_year.screen_crack);

  test("looks at the chosen one first, then asks for the months one by one, and never twice", async () => {
    const beside = engine();
    const run = new OutlookRun(beside);
    const listen = listener();
    await run.start(job(0.05), listen);
    assert.deepEqual(listen.told, ["looked", ",p,q"]);
    assert.deepEqual(beside.asked.map(({ prospect: { choices, by_month, months } }) => [choices.join(), by_month, months]), [["p", false, 24], ["p", true, 48], ["q", true, 48]]); // prettier-ignore
    await run.start({ ...job(0.05), chosen: ["q"] }, listen);
    assert.equal(beside.asked.length, 4);
    await run.start(job(0.05, { line: { carrier: "docomo" } }), listen);
    assert.equal(beside.asked.length, 7, "the months of another case");
  });

  test("of a drag works on what was newest, and shows each look that it had begun", async () => {
    const beside = engine({ waits: true });
    const run = new OutlookRun(beside);
    const listen = listener();
    const ended = run.start(job(0.05), listen);
    for (const rate of [0.06, 0.07, 0.08]) void run.start(job(rate), listen);
    await beside.next();
    assert.deepEqual(rates(beside), [0.05, 0.08]);
    for (let count = 0; count < 3; count += 1) await beside.next();
    await ended;
    assert.deepEqual(rates(beside), [0.05, 0.08, 0.08, 0.08]);
    assert.deepEqual(listen.told, ["looked", "looked", ",p,q"]);
  });

  test("shows nothing of a case that is no longer asked", async () => {
    const beside = engine({ waits: true });
    const run = new OutlookRun(beside);
    const [before, after] = [listener(), listener()];
    const ended = run.start(job(0.05), before);
    void run.start(job(0.05, { line: { carrier: "docomo" } }), after);
    for (let count = 0; count < 4; count += 1) await beside.next();
    await ended;
    assert.deepEqual([before.told, after.told], [[], ["looked", ",p,q"]]);
  });

  test("drops an answer that is overtaken and takes too long", async () => {
    const beside = engine({ waits: true });
    const run = new OutlookRun(beside);
    const listen = listener();
    const ended = run.start(job(0.05), listen);
    void run.start(job(0.06), listen);
    await new Promise((then) => setTimeout(then, 600));
    assert.deepEqual(rates(beside), [0.05, 0.06]);
    for (let count = 0; count < 3; count += 1) await beside.next();
    await ended;
    assert.deepEqual(listen.told, ["looked", ",p,q"]);
  });

  test("does all at once for paper, and what it did before not again", async () => {
    const beside = engine();
    const run = new OutlookRun(beside);
    const { looked, byMonth } = run.now(job(0.05));
    assert.deepEqual([looked.choice.plans, [...byMonth.keys()]], [["p"], ["", "p", "q"]]);
    run.now(job(0.05));
    assert.equal(beside.asked.length, 4);
  });

  test("tells nothing once it was stopped", async () => {
    const beside = engine({ waits: true });
    const run = new OutlookRun(beside);
    const listen = listener();
    const ended = run.start(job(0.05), listen);
    run.stop();
    await ended;
    assert.deepEqual(listen.told, []);
  });
});
