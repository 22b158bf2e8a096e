// One problem, known to ten digits: 36 months at 715 yen, 0.02 incidents a month, two claims in each year that a claim
// opens, 6,600 yen and what lies above 50,000; as a plan file and a prospect, and as a simulation.

import { randomFrom } from "./random.mjs";

const SOURCES = { terms: { title: "Terms", publisher: "Example", kind: "terms", as_of: "2024-01-01" } };
const KINDS = ["screen_crack", "water_damage", "total_loss"];
const PRICES = [20_000, 45_000, 80_000];
const SHARES = [0.4, 0.4, 0.2];
const RATE = 0.02;

/** A plan like the one of the problem, with its own share of every claim. */
export const planFile = (id, copay = 6600) => ({
  format: 1,
  id,
  provider: "example",
  name: { ja: id, en: id },
  held: "by_joining",
  sources: SOURCES,
  checked_on: "2024-01-01",
  still_valid_on: "2024-01-01",
  open_to_new: true,
  versions: [
    {
      from: "2024-01-01",
      from_is: "snapshot",
      chosen_by: "joined_on",
      covered: [{ id: "damage", incidents: KINDS, cite: "terms" }],
      others: "excluded",
      limits: [{ id: "two", claims: 2, per_year_from: "opened_by_claim", cite: "terms" }],
      you_pay: [{ id: "share", yen: copay, tax: "included", cite: "terms" }],
      benefit_cap: { yen: 50_000, tax: "exempt", cite: "terms" },
      monthly_fee: { amounts: [{ id: "fee", yen: 715, tax: "included", cite: "terms" }] },
    },
  ],
});

export const catalogOf = (plans) => ({ data_version: "bench", plans, devices: [], prices: [], providers: [] });

export const prospectOf = (months, choices, more = {}) => ({
  from: "2024-01-01",
  months,
  choices,
  rates_per_year: Object.fromEntries(KINDS.map((kind, i) => [kind, RATE * 12 * SHARES[i]])),
  prices_yen: Object.fromEntries(KINDS.map((kind, i) => [kind, PRICES[i]])),
  ...more,
});

/** The cost of one life, whose incidents come at the times that `next` tells, one after another. */
function costOf(random, next) {
  let [cost, opened, used] = [36 * 715, -12, 0];
  for (let at = next(-1); at < 36; at = next(at)) {
    const month = Math.floor(at);
    const draw = random();
    const price = PRICES[draw < SHARES[0] ? 0 : draw < SHARES[0] + SHARES[1] ? 1 : 2];
    if (month - opened >= 12) [opened, used] = [month, 0];
    cost += used < 2 ? 6600 + Math.max(0, price - 50_000) : price;
    used++;
  }
  return cost;
}

/** From incident to incident, so that quiet months cost nothing. */
const byIncident = (random) => (at) => Math.max(at, 0) - Math.log(1 - random()) / RATE;

/** Month by month: whether there is one more incident in it. */
function byMonth(random) {
  const none = Math.exp(-RATE);
  let left = 1; // what the draws of this month multiply to (Knuth)
  return (at) => {
    let month = at;
    if (month < 0) [month, left] = [0, random()];
    else left *= random();
    while (left <= none && month < 36) [month, left] = [month + 1, random()];
    return month;
  };
}

export const SIMULATIONS = { "month by month": byMonth, "from incident to incident": byIncident };

/** Simulates until the standard error of the mean is below `error` yen. */
export function simulate(error, seed, times) {
  const random = randomFrom(seed);
  const next = times(random);
  let [lives, sum, squares] = [0, 0, 0];
  for (;;) {
    for (let i = 0; i < 65_536; i++) {
      const cost = costOf(random, next);
      sum += cost;
      squares += cost * cost;
    }
    lives += 65_536;
    const mean = sum / lives;
    const standardError = Math.sqrt((squares / lives - mean * mean) / lives);
    if (standardError < error) return { mean, lives, standardError };
  }
}
