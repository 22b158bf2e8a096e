// The oracle on "what ends when": against days that are plain from the terms, that its cases reach every kind of day, and
// that it objects where an answer is altered.

import assert from "node:assert/strict";
import { test } from "node:test";

import { readCatalog } from "./catalog.mjs";
import { differencesOfCase, loadLibrary } from "./compare.mjs";
import { dayAfter } from "./days.mjs";
import { TIMELINE } from "./timeline-differences.mjs";
import { KINDS, timelineOf } from "./timeline.mjs";

const CASES = 300;
const catalog = readCatalog();
const library = await loadLibrary();
const planOf = (id) => catalog.plans.find((plan) => plan.id === id);

const held = (plan, cover, rest = {}) => ({
  as_of: "2024-03-10",
  device: { model: "xiaomi-11t-pro", bought_on: "2023-07-15", condition: "new", bought_from: "iijmio" },
  covers: [{ plan, joined_on: "2024-03-01", started_on: "2024-03-12", is_this_device: true, ...cover }],
  ...rest,
});
const joining = (plan, line) => ({
  ...held(plan),
  covers: [],
  line: { carrier: "linemo", plan: "best_plan", ...line },
});
const online = { contracted_via: "online_store", is_new_contract: true };
const claimed = [{ on: "2024-02-29", kind: "screen_crack" }];

// Plan, case, and what the terms say to a reader: facts LC-09, LC-10, LC-18, LC-21, LA-12, IN-19, IU-04, IT-10, XI-02, CA-04.
const PLAIN = [
  [
    "linemo-mochikomi",
    joining("linemo-mochikomi", { ...online, contracted_on: "2024-03-05" }),
    "join_by 2024-03-18 2024-03-18",
  ],
  ["linemo-mochikomi", held("linemo-mochikomi", { registered: false }), "register_by 2024-03-15 2024-03-14"],
  ["linemo-mochikomi", held("linemo-mochikomi", { registered_on: "2024-03-12" }), "cover_starts 2024-03-12 2024-03-12"],
  ["linemo-mochikomi", held("linemo-mochikomi", { claims: claimed }), "next_claim_window_opens 2025-03-01 2025-03-01"],
  ["linemo-mochikomi", held("linemo-mochikomi", { ended_on: "2024-03-20" }), "cover_ends 2024-03-20 2024-03-20"],
  [
    "linemo-mochikomi",
    held("linemo-mochikomi", {}, { incident: { on: "2024-03-10", loaner: { due_from: "2024-03-11" } } }),
    "return_loaner_by 2024-03-25 2024-03-24",
  ],
  [
    "iijmio-device-option-new",
    held("iijmio-device-option-new", {}, { incident: { on: "2024-03-10", replacement_delivered_on: "2024-03-11" } }),
    "return_old_device_by 2024-03-25 2024-03-24",
  ],
  ["iijmio-tsunagaru", held("iijmio-tsunagaru"), "cover_starts 2024-04-01 2024-04-01"],
  ["xiaomi-11t-special-warranty", held("linemo-mochikomi"), "cover_ends 2025-07-15 2025-07-14"],
];

const wordsOf = (events) => events.map(({ kind, on, safe_on }) => `${kind} ${on} ${safe_on}`);

for (const [id, question, word] of PLAIN) {
  test(`${id}: ${word}`, () => {
    const words = wordsOf(timelineOf(question, planOf(id), catalog));
    assert.ok(words.includes(word), words.join(", "));
  });
}

test("a cover that was left cannot be joined again, and one that hangs on a line ends with it", () => {
  const line = { carrier: "linemo", plan: "best_plan", ...online, contracted_on: "2024-03-05" };
  const left = held("linemo-mochikomi", { ended_on: "2024-03-08" }, { line });
  assert.deepEqual(wordsOf(timelineOf(left, planOf("linemo-mochikomi"), catalog)), []);
  const moved = { ...held("softbank-anshin-hosho-pack", {}, { line: { carrier: "au", contracted_on: "2024-06-01" } }) };
  const own = { ...moved, device: { ...moved.device, model: "iphone-13", owner: "subscriber" } };
  const words = wordsOf(timelineOf(own, planOf("softbank-anshin-hosho-pack"), catalog));
  assert.deepEqual(words, ["cover_ends 2024-05-31 2024-05-31"]);
});

test("the cases reach every kind of day, told and half told", () => {
  const reached = { told: new Set(), unsaid: new Set() };
  for (let seed = 1; seed <= CASES; seed++) {
    const isComplete = seed % 2 === 1;
    const question = TIMELINE.make(seed, catalog, isComplete);
    const events = catalog.plans.flatMap((plan) => timelineOf(question, plan, catalog, TIMELINE.most) ?? []);
    for (const { kind, missing } of events) {
      if (isComplete) reached.told.add(kind);
      else if (missing.length > 0) reached.unsaid.add(kind);
    }
  }
  assert.deepEqual([...reached.told].sort(), [...KINDS].sort());
  assert.ok(reached.unsaid.size >= 7, [...reached.unsaid].join(" "));
});

const GOOD = held("linemo-mochikomi", { registered_on: "2024-03-12", claims: claimed });
const FACT = { fact: "device.modified" };
const [first] = library.timeline(GOOD).events.filter(({ plan }) => plan === "linemo-mochikomi");
const ALTERED = {
  "another last day": (events) => events.map((event) => ({ ...event, on: dayAfter(event.on) })),
  "another safe day": (events) => events.map((event) => ({ ...event, safe_on: dayAfter(event.safe_on) })),
  "a day less": (events) => events.slice(1),
  "a day more": (events) => [...events, { ...first, kind: "claim_by" }],
  "a fact that moves nothing": (events) => events.map((event) => ({ ...event, missing: [FACT] })),
  "a silence of its own": (events) => events.map((event) => ({ ...event, not_stated: [{ code: "whatever" }] })),
  "another order": (events) => events.toReversed(),
};
/** One plan's answer, altered; the library's if `alter` is left out. */
function objectionsTo(alter = (events) => events) {
  const altered = { timeline: (question) => ({ events: alter(library.timeline(question).events) }) };
  const ask = TIMELINE.ask(altered);
  const answers = differencesOfCase(GOOD, [planOf("linemo-mochikomi")], catalog, ask, {}, TIMELINE.differ);
  return answers.flatMap(({ found }) => found.map(({ name }) => name));
}

test("the library's own answer is not objected to", () => assert.deepEqual(objectionsTo(), []));
for (const [name, alter] of Object.entries(ALTERED)) {
  test(`an answer with ${name} is objected to`, () => assert.notDeepEqual(objectionsTo(alter), []));
}
