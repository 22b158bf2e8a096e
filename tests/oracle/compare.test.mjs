// The comparison itself under test: what passes, what fails, what is known, and what counts as neither.

import assert from "node:assert/strict";
import { test } from "node:test";

import { readCatalog } from "./catalog.mjs";
import { compare } from "./compare.mjs";

const catalog = readCatalog();
const plans = catalog.plans.slice(0, 2);

/** A run of six cases of which every plan's answer differs like this. */
function runOf(differ) {
  const ask = () => (_, only) => ({ options: only.plans.map((plan) => ({ plan })) });
  const subject = { name: "cost", make: (seed) => ({ seed }), ask, differ };
  return compare({ count: 6, seed: 1, subject, library: null, catalog, plans });
}

test("a case passes where no plan's answer differs", () => {
  assert.deepEqual(runOf(() => []).tally, { passed: 6, failed: 0, beyond: 0 });
});

test("a case fails where one plan's answer differs, and is named once for each plan and kind of difference", () => {
  const differ = ({ seed }, plan) =>
    plan === plans[1] && seed < 4 ? [{ name: "cover_ends", wanted: "one", got: "other" }] : [];
  const { tally, groups } = runOf(differ);
  assert.deepEqual(tally, { passed: 3, failed: 3, beyond: 0 });
  assert.deepEqual(
    groups.map(({ name, times, seed }) => [name, times, seed]),
    [
      [`${plans[1].id}: cover_ends`, 2, 1],
      [`${plans[1].id}: cover_ends (hidden)`, 1, 2],
    ],
  );
});

test("a case of which one plan cannot be enumerated did not pass", () => {
  const { tally } = runOf((_, plan) => (plan === plans[0] ? null : []));
  assert.deepEqual(tally, { passed: 0, failed: 0, beyond: 6 });
});

test("a case that the library refuses did not pass, and ends nothing", () => {
  const refusal = Object.assign(new Error("out_of_range at /as_of"), { problems: [] });
  const { tally, groups } = runOf(() => {
    throw refusal;
  });
  assert.equal(tally.failed, 6);
  assert.match(groups[0].name, /: refused$/);
  assert.throws(() => runOf(() => [].at(0).name), TypeError);
});

test("a difference fails beside a plan that cannot be enumerated", () => {
  const found = { name: "cover_ends", wanted: "one", got: "other" };
  assert.equal(runOf((_, plan) => (plan === plans[0] ? null : [found])).tally.failed, 6);
});
