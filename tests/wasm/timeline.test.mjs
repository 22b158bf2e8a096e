// The days that matter from now on are the days that an assessment lists when its day comes.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { HoshoError, loadHosho } from "../../dist/hosho.js";

const hosho = await loadHosho();
const DAYS = 3 * 365 + 1;
/** Days that mean nothing once the cover has ended. */
const OF_THE_COVER = ["natural_failure_ends", "free_repair_ends", "next_claim_window_opens", "register_by"];

const dayAfter = (day, count) => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
const latest = ({ on, safe_on }) => (on > safe_on ? on : safe_on);
const shown = ({ plan, kind, on, safe_on, counting }) => `${plan} ${kind} ${safe_on} ${on} ${counting}`;

/** People with phones, on the first day: one for each plan that has an example, and all its covers from then on. */
const people = hosho.catalog.plans
  .filter((plan) => plan.example)
  .map(({ id, example }) => {
    const facts = structuredClone(example);
    delete facts.incident;
    return { id, facts: { ...facts, as_of: example.incident.on } };
  });

/** Once the next window is open, an assessment tells of the one after it. */
const isOpen = (day, windowUntil) => (row) => row.kind !== "next_claim_window_opens" || day < windowUntil;

/** Days that an assessment on `day` lists and that are still to come; no window after the next one. */
function listedOn(facts, plan, day, windowUntil) {
  const asked = { ...facts, as_of: day, incident: { kind: "screen_crack", on: day } };
  const { deadlines } = hosho.assess(asked, { plans: [plan] }).options.find((option) => option.plan === plan);
  const last = deadlines.filter(({ kind }) => kind === "cover_ends").map(({ on }) => on);
  return deadlines
    .filter((row) => latest(row) >= day)
    .filter(({ kind, on, safe_on }) => !OF_THE_COVER.includes(kind) || last.every((end) => on <= end || safe_on <= end))
    .filter(isOpen(day, windowUntil))
    .map((row) => shown({ ...row, plan }))
    .sort();
}

function foretold(events, plan, day, windowUntil = "9999") {
  return events
    .filter((event) => event.plan === plan && latest(event) >= day)
    .filter(isOpen(day, windowUntil))
    .map(shown)
    .sort();
}

describe("timeline", () => {
  it("foretells for three years what assess will list", () => {
    let compared = 0;
    for (const { id, facts } of people) {
      const { events } = hosho.timeline(facts);
      const windows = events.filter(({ plan, kind }) => plan === id && kind === "next_claim_window_opens");
      const windowUntil = windows.length > 0 ? windows[0].on : "9999";
      for (let count = 0; count < DAYS; count++) {
        const day = dayAfter(facts.as_of, count);
        assert.deepEqual(
          foretold(events, id, day, windowUntil),
          listedOn(facts, id, day, windowUntil),
          `${id} on ${day}`,
        );
        compared += events.length;
      }
    }
    assert.ok(compared > DAYS, String(compared));
  });
  it("says the same on a later first day", () => {
    for (const { id, facts } of people) {
      const { events } = hosho.timeline(facts);
      for (let count = 0; count < DAYS; count += 30) {
        const day = dayAfter(facts.as_of, count);
        const later = hosho.timeline({ ...facts, as_of: day }).events;
        const fixed = ({ kind }) => kind !== "next_claim_window_opens";
        assert.deepEqual(
          foretold(later.filter(fixed), id, day),
          foretold(events.filter(fixed), id, day),
          `${id} ${day}`,
        );
      }
    }
  });
  it("would notice a day that is moved", () => {
    const { id, facts } = people.find(({ id, facts }) => hosho.timeline(facts).events.some(({ plan }) => plan === id));
    const moved = hosho.timeline(facts).events.map((event) => ({ ...event, on: dayAfter(event.on, 1) }));
    assert.notDeepEqual(foretold(moved, id, facts.as_of), listedOn(facts, id, facts.as_of, "9999"));
  });
  it("puts the safest day first, lists nothing past, and cites what it lists", () => {
    for (const { facts } of people) {
      const { as_of, events } = hosho.timeline(facts);
      assert.equal(as_of, facts.as_of);
      assert.deepEqual(events.map(({ safe_on }) => safe_on).toSorted(), events.map(({ safe_on }) => safe_on)); // prettier-ignore
      for (const event of events) {
        assert.ok(latest(event) >= as_of, shown(event));
        JSON.parse(JSON.stringify(event), (key, value) => {
          if (key === "cite") assert.ok(event.cites[value], shown(event));
          return value;
        });
      }
    }
  });
  it("ends a cover with its line, on the day before the new one", () => {
    const bound = hosho.catalog.plans.filter(({ versions }) => versions[0].ends_with_line);
    const carriers = bound.map(({ versions }) => versions[0].ends_with_line.carriers[0]);
    assert.ok(carriers.length > 1);
    for (const { id, versions } of bound) {
      const ends = (carrier) =>
        hosho
          .timeline({
            as_of: "2024-03-01",
            line: { carrier, contracted_on: "2024-06-01" },
            covers: [{ plan: id, is_this_device: true, started_on: "2024-01-01" }],
          })
          .events.filter(({ plan, kind }) => plan === id && kind === "cover_ends")
          .map(({ on }) => on);
      const [own] = versions[0].ends_with_line.carriers;
      const another = carriers.find((carrier) => carrier !== own);
      assert.deepEqual(ends(another), ["2024-05-31"], id);
      for (const carrier of [own, "none"]) assert.ok(!ends(carrier).includes("2024-05-31"), id);
    }
  });
  it("asks for the day of which only the month is known", () => {
    const open = people
      .filter(({ facts: { covers, device } }) => !covers && device.bought_on)
      .flatMap(({ facts }) => {
        const device = { ...facts.device, bought_on: "2022-07" };
        return hosho.timeline({ ...facts, as_of: "2022-08-01", device }).events;
      })
      .filter(({ on, safe_on, counting }) => on > safe_on && counting === "civil_code");
    assert.ok(open.length > 0);
    for (const { missing } of open) assert.ok(missing.some(({ fact }) => fact === "device.bought_on"));
  });
  it("lists of covers that are not held only how long they can be joined, and refuses a wrong case", () => {
    const joined = new Set(hosho.info().plans.filter(({ held }) => held === "by_joining").map(({ id }) => id)); // prettier-ignore
    for (const covers of [undefined, []]) {
      const { events } = hosho.timeline({ as_of: "2024-03-01", device: { model: "iphone-13", bought_on: "2024-02-01" }, covers }); // prettier-ignore
      assert.ok(events.length > 0 && events.every(({ plan, kind }) => kind === "join_by" || !joined.has(plan)));
    }
    const isIt = (error) => error instanceof HoshoError && error.code === "unknown_key" && error.path === "/colour";
    assert.throws(() => hosho.timeline({ as_of: "2024-03-01", colour: 1 }), isIt);
  });
});
