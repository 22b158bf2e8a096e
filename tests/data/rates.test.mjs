// Rates hang together, and are the numbers that were taken from the sources; each check is also seen to fail.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unknownIds } from "./checks.mjs";
import { devices, rates } from "./files.mjs";
import { clashingRates, idleKinds, modelsOf, repeatedIds, unordered, unpairedTexts, untrusted } from "./rate-checks.mjs";
import { errorsOf } from "./schemas.mjs";

const japan = rates["data/rates/japan.json"];
const deviceIds = devices.map(({ id }) => id);

/** A copy of the shipped file, spoilt. */
function spoilt(spoil) {
  const copy = structuredClone(japan);
  spoil(copy);
  return copy;
}

describe("Rates", () => {
  for (const [path, file] of Object.entries(rates)) {
    it(`${path} is named after its id`, () => assert.equal(path, `data/rates/${file.id}.json`));
    it(`${path} has ends in their order`, () => assert.deepEqual(unordered(file), []));
    it(`${path} leaves no doubt which row counts`, () => assert.deepEqual(clashingRates(file), []));
    it(`${path} has ids of their own`, () => assert.deepEqual(repeatedIds(file), []));
    it(`${path} multiplies only what it has`, () => assert.deepEqual(idleKinds(file), []));
    it(`${path} has a sentence for every code, and no other`, () => assert.deepEqual(unpairedTexts(file), []));
    it(`${path} says how far each source is to be trusted`, () => assert.deepEqual(untrusted(file), []));
    it(`${path} names only models that are in the table`, () => {
      assert.deepEqual(unknownIds(modelsOf(file), deviceIds), []);
    });
  }
});

// Read from the sources a second time, apart from the file.
const RATES = [
  ["screen-crack", "screen_crack", [0.035, 0.05, 0.1], undefined],
  ["other-damage", "water_damage", [0.01, 0.017, 0.04], undefined],
  ["loss-or-theft", "loss", [0.002, 0.005, 0.01], undefined],
  ["natural-failure-first-year", "natural_failure", [0.02, 0.03, 0.04], { from: 0, to: 12 }],
  ["natural-failure-later", "natural_failure", [0.01, 0.02, 0.03], { from: 12 }],
];
const FACTORS = [
  ["teens", 1.5, { from: 15, to: 20 }],
  ["sixty-and-over", 0.74, { from: 60 }],
];
const CYCLES = [
  ["iphone-14-and-older", 500, undefined],
  ["iphone-15", 1000, undefined],
  ["iphone-16", 1000, undefined],
  ["pixel-3-to-8-pro", 800, true],
  ["pixel-8a-and-later", 1000, true],
  ["pixel-9-eu-label", 1000, undefined],
  ["galaxy-s24-s25-eu-label", 2000, undefined],
];
const YEARS = [
  ["two-or-more-persons", 4.5, undefined],
  ["single", 4.6, undefined],
  ["up-to-29", 3.5, { to: 30 }],
  ["thirties", 3.6, { from: 30, to: 40 }],
  ["forties", 4.0, { from: 40, to: 50 }],
  ["fifties", 4.2, { from: 50, to: 60 }],
  ["sixties", 4.7, { from: 60, to: 70 }],
  ["seventy-and-over", 5.4, { from: 70 }],
];

describe("The figures for Japan are those of the sources", () => {
  it("in the rates", () => {
    const row = ({ id, kind, per_year: { low, base, high }, phone_age_months }) => [id, kind, [low, base, high], phone_age_months]; // prettier-ignore
    assert.deepEqual(japan.rates.map(row), RATES);
  });
  it("in the factors of age, on damage alone", () => {
    assert.deepEqual(japan.factors.map(({ id, factor, owner_age }) => [id, factor, owner_age]), FACTORS); // prettier-ignore
    for (const { kinds } of japan.factors) assert.deepEqual(kinds, ["screen_crack", "water_damage"]);
  });
  it("in the worst case, which is an upper bound", () => {
    const { per_year, bound, kinds, cites } = japan.worst_case;
    assert.deepEqual([per_year, bound, kinds], [0.37, "upper", ["screen_crack", "water_damage"]]);
    assert.deepEqual(cites, ["allstate-2024"]);
  });
  it("in the cycles a day, of which no source gives the middle", () => {
    const { low, base, high } = japan.battery.cycles_per_day;
    assert.deepEqual([low, base, high], [0.8, undefined, 1.3]);
  });
  it("in the design cycles", () => {
    assert.deepEqual(japan.battery.design_cycles.map(({ id, cycles, approx }) => [id, cycles, approx]), CYCLES); // prettier-ignore
  });
  it("in the models of which the design cycles are known", () => {
    const phones = devices.filter(({ maker, category }) => maker === "apple" && category === "smartphone");
    const ids = phones.map(({ id }) => id);
    const [older, newer, newest, ...others] = japan.battery.design_cycles.map(({ models }) => models);
    assert.deepEqual(older, ids.slice(ids.indexOf("iphone-14-pro-max")));
    assert.deepEqual(newer, ["iphone-15-pro-max", "iphone-15-pro", "iphone-15-plus", "iphone-15"]);
    assert.deepEqual(newest, ["iphone-16-pro-max", "iphone-16-pro", "iphone-16-plus", "iphone-16"]);
    assert.deepEqual(others.filter(Boolean), []);
  });
  it("in the years that a phone was kept", () => {
    assert.deepEqual(japan.kept.rows.map(({ id, years, owner_age }) => [id, years, owner_age]), YEARS); // prettier-ignore
  });
  it("in what was worked out from the shares of the surveys", () => {
    const aYear = (share, years) => -Math.log(1 - share) / years;
    const near = (found, expected, by) => assert.ok(Math.abs(found - expected) < by, `${found} is not ${expected}`);
    near(aYear(0.31 * 0.307, 2), japan.rates[0].per_year.base, 0.0005);
    near(0.34 * japan.rates[0].per_year.base, japan.rates[1].per_year.base, 1e-9);
    near(aYear(0.43, 2) / aYear(0.31, 2), japan.factors[0].factor, 0.05);
    near(aYear(0.24, 2) / aYear(0.31, 2), japan.factors[1].factor, 0.005);
    near(aYear(0.31, 1), japan.worst_case.per_year, 0.005);
  });
});

describe("A broken rate file is refused", () => {
  for (const [what, spoil, path] of [
    ["another format", (file) => (file.format = 2), "/format"],
    ["no rates", (file) => (file.rates = []), "/rates"],
    ["a rate that is not called derived", (file) => delete file.rates[0].derived, "/rates/0"],
    ["a rate without a source", (file) => (file.rates[0].cites = []), "/rates/0/cites"],
    ["a rate without a low end", (file) => delete file.rates[0].per_year.low, "/rates/0/per_year"],
    ["a percentage", (file) => (file.rates[0].per_year.base = 5), "/rates/0/per_year/base"],
    ["a rate of nothing", (file) => (file.rates[0].per_year.low = 0), "/rates/0/per_year/low"],
    ["a text for a number", (file) => (file.rates[0].per_year.base = "0.05"), "/rates/0/per_year/base"],
    ["an incident that is none", (file) => (file.rates[0].kind = "boredom"), "/rates/0/kind"],
    ["an age that says nothing", (file) => (file.factors[0].owner_age = {}), "/factors/0/owner_age"],
    ["a negative factor", (file) => (file.factors[1].factor = -0.74), "/factors/1/factor"],
    ["a worst case that is called an estimate", (file) => (file.worst_case.bound = "base"), "/worst_case/bound"],
    ["half a cycle", (file) => (file.battery.design_cycles[0].cycles = 500.5), "/battery/design_cycles/0/cycles"],
    ["a source without a day", (file) => delete file.sources["which-2023"].as_of, "/sources/which-2023"],
    ["a sentence in one language", (file) => delete file.texts.share_by_age.en, "/texts/share_by_age"],
    ["an unknown key", (file) => (file.rates[0].percent = 5), "/rates/0"],
  ]) {
    it(`by the schema: ${what}`, () => {
      assert.deepEqual([...new Set(errorsOf("rate", spoilt(spoil)).map((error) => error.path))], [path]);
    });
  }
  for (const [what, check, spoil, found] of [
    ["a base above its high end", unordered, (file) => (file.rates[0].per_year.base = 0.2), ["/rates/0/per_year"]],
    ["ends the wrong way round", unordered, (file) => (file.battery.cycles_per_day.low = 2), ["/battery/cycles_per_day"]],
    ["an age that ends first", unordered, (file) => (file.factors[0].owner_age.from = 20), ["/factors/0/owner_age"]],
    ["two rates for one month", clashingRates, (file) => (file.rates[4].phone_age_months.from = 11), ["natural-failure-first-year, natural-failure-later"]],
    ["two factors for one age", clashingRates, (file) => (file.factors[1].owner_age.from = 19), ["teens, sixty-and-over"]],
    ["two figures for one model", clashingRates, (file) => file.battery.design_cycles[1].models.push("iphone-14"), ["iphone-14-and-older, iphone-15"]],
    ["two groups for one age", clashingRates, (file) => (file.kept.rows[3].owner_age.to = 41), ["thirties, forties"]],
    ["an id that stands twice", repeatedIds, (file) => (file.factors[1].id = "teens"), ["teens"]],
    ["a factor on no rate", idleKinds, (file) => file.factors[0].kinds.push("fire"), ["fire"]],
    ["a code without a sentence", unpairedTexts, (file) => (file.rates[0].derived = "guessed"), ["guessed", "crack_share_of_trouble"]],
    ["a caution without a sentence", unpairedTexts, (file) => delete file.texts.age_at_replacement, ["age_at_replacement"]],
    ["a source without a note", untrusted, (file) => delete file.sources["which-2023"].note, ["which-2023"]],
    ["a source of unknown trust", untrusted, (file) => (file.sources["which-2023"].note = "A survey."), ["which-2023"]],
  ]) { // prettier-ignore
    it(`by what a schema cannot say: ${what}`, () => assert.deepEqual(check(spoilt(spoil)), found));
  }
  it("by what a schema cannot say: an unknown model", () => {
    const file = spoilt(({ battery }) => battery.design_cycles[0].models.push("iphone-0"));
    assert.deepEqual(unknownIds(modelsOf(file), deviceIds), ["iphone-0"]);
  });
});
