// Forms as people leave them: any fact in any state of being entered.

import fc from "fast-check";

import { load } from "./bundle.mjs";

const { ANSWERS } = await load("web/link/keys.ts");
const { KINDS } = await load("web/elements/kinds.ts");
const { isChoice } = await load("web/elements/controls.ts");

/** Objects as the page makes them. */
const PLAIN = { noNullPrototype: true };
/** The day on which all of this is asked. */
export const TODAY = "2024-07-16";

const LISTS = /^(covers|covers\[\d\]\.claims)$/;
/** Words of the closed lists, and ids. */
const WORDS = [
  "new", "used", "smartphone", "tablet", "android", "ios", "family", "other", "shop", "phone", "lump_sum", "repair",
  "exchange", "maker", "none", "some", "best_plan", "iphone-13", "p.q-2", "2024-08-20T15:00", ...KINDS,
]; // prettier-ignore

const part = (most) => fc.oneof(fc.constant(""), fc.integer({ min: 1, max: most }).map(String));
const year = fc.oneof(fc.constant(""), fc.integer({ min: 1900, max: 2199 }).map(String));
const day = fc.record({ year, month: part(12), day: part(31) }, PLAIN);
const day_or_none = fc.oneof(day, fc.constant("none"));
const typed = fc.oneof(
  fc.constantFrom("", "?", "8,000円", "79.9", "７９", "%", "a&b=c#d", "+1", "none", "yes"),
  fc.string({ unit: "grapheme" }),
);

function valueOf(fact, spelling) {
  if (LISTS.test(fact)) return fc.constantFrom("none", "some");
  const words = WORDS.filter((word) => isChoice(fact, word));
  const values = {
    word: fc.constantFrom("", ...words),
    flag: fc.boolean(),
    day,
    day_or_none,
    text: typed,
    sum: fc.nat(999_999_999),
  };
  return fc.oneof({ weight: 8, arbitrary: values[spelling] }, { weight: 1, arbitrary: fc.constant(null) });
}

/** One answer to a fact of the table, in the first entries of its lists. */
const answer = fc
  .tuple(fc.constantFrom(...ANSWERS), fc.nat(2), fc.nat(2))
  .chain(([[, template, spelling], first, second]) => {
    const fact = template.replace("#", first).replace("#", second);
    return valueOf(fact, spelling).map((value) => [fact, value]);
  });

/** The lists that a form says to be there, once one of their entries holds something. */
function withLists(answers) {
  const lists = Object.keys(answers).flatMap((fact) =>
    [...fact.matchAll(/\[\d\]/g)].map(({ index }) => fact.slice(0, index)),
  );
  return { ...Object.fromEntries(lists.map((list) => [list, "some"])), ...answers };
}

const kind = fc.constantFrom(...KINDS);
const plan = fc.constantFrom("p", "plan-2", "a-long-plan-3");
const stretch = fc.record(
  {
    months: fc.integer({ min: 1, max: 60 }),
    counts: fc.dictionary(kind, fc.integer({ min: 1, max: 4 }), PLAIN),
    quotes: fc.dictionary(kind, typed, PLAIN),
    fees: fc.dictionary(plan, typed, PLAIN),
  },
  PLAIN,
);
const outlook = fc.record(
  {
    positions: fc.dictionary(fc.constantFrom("screen-crack", "loss-or-theft"), fc.nat(200), PLAIN),
    owner: fc.constantFrom("", "teens", "sixty-and-over"),
    worst: fc.boolean(),
    prices: fc.dictionary(kind, typed, PLAIN),
    replacement: typed,
    battery: fc.oneof(fc.constant(null), fc.record({ cycles: typed, design: typed, price: typed }, PLAIN)),
    chosen: fc.constantFrom(null, "", "p", "p+plan-2"),
  },
  PLAIN,
);

/** Forms. */
export const forms = fc.record(
  {
    asOf: fc.constantFrom(TODAY, "2024-03-29", "2020-02-29", ""),
    answers: fc.array(answer, { maxLength: 14 }).map((list) => withLists(Object.fromEntries(list))),
    stretch,
    outlook,
  },
  { requiredKeys: ["asOf", "answers"], ...PLAIN },
);
