import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import ICAL from "ical.js";

import { load } from "./bundle.mjs";

const { calendarFile } = await load("web/calendar/calendar.ts");
const { calendarEntries } = await load("web/elements/timeline-calendar.ts");
const rows = await load("web/elements/timeline-rows.ts");
const { axisOf, shareOf, ticksOf } = await load("web/text/axis.ts");
const { dayAfter, daysBetween } = await load("web/text/days.ts");
const { emptyForm, withAnswer } = await load("web/elements/form-state.ts");
const { Words } = await load("web/text/text.ts");

const ASKED = "2024-03-29";
const ZONE = process.env.TZ;
const ja = new Words("ja", {});
const contextIn = (words, form = emptyForm(ASKED)) => ({ asOf: ASKED, form, words });

/** An event; the end of a cover on one day unless `more` says otherwise. */
const event = (more) => ({
  plan: "p",
  kind: "cover_ends",
  on: "2024-07-31",
  safe_on: more.on ?? "2024-07-31",
  counting: "civil_code",
  missing: [],
  not_stated: [],
  reasons: [],
  cites: [],
  ...more,
});
const row = (more) => rows.rowOf(event(more), ASKED);

const SOME = [
  row({ plan: "a", safe_on: "2024-06-30", on: "2024-07-31" }),
  row({ plan: "a", kind: "natural_failure_ends", on: "2024-12-31" }),
  row({ plan: "b", kind: "next_claim_window_opens", on: "2025-02-28" }),
  row({ plan: "b", kind: "join_by", safe_on: "2024-03-01", on: "2024-03-31" }),
];

const fileOf = (some, context) =>
  calendarFile({
    name: "n",
    language: context.words.lang,
    stamp: context.asOf,
    entries: calendarEntries(some, context),
  });
const eventsIn = (text) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
const firstDay = (component) => component.getFirstPropertyValue("dtstart").toString();

afterEach(() => {
  if (ZONE === undefined) delete process.env.TZ;
  else process.env.TZ = ZONE;
});

for (const zone of ["Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"]) {
  test(`another reader of calendars finds the days of the list, wherever the browser stands: ${zone}`, () => {
    process.env.TZ = zone;
    const found = eventsIn(fileOf(SOME, contextIn(ja)));
    assert.deepEqual(
      found.map(firstDay),
      SOME.map(({ day }) => day),
    );
    for (const one of found) {
      const [start, end] = ["dtstart", "dtend"].map((name) => one.getFirstPropertyValue(name));
      assert.ok(start.isDate && end.isDate);
      assert.equal(end.toString(), dayAfter(start.toString()));
      assert.equal(one.getFirstPropertyValue("dtstamp").toString(), `${ASKED}T00:00:00Z`);
    }
  });
}

test("each day reminds at nine in the morning, a week before and the day before", () => {
  for (const one of eventsIn(fileOf(SOME, contextIn(ja)))) {
    const start = one.getFirstPropertyValue("dtstart");
    const told = one.getAllSubcomponents("valarm").map((alarm) => {
      assert.equal(alarm.getFirstPropertyValue("action"), "DISPLAY");
      const when = ICAL.Time.fromString(`${start.toString()}T00:00:00`, null);
      when.addDuration(alarm.getFirstPropertyValue("trigger"));
      return { days: daysBetween(when.toString().slice(0, 10), start.toString()), hour: when.hour };
    });
    assert.deepEqual(told, [
      { days: 7, hour: 9 },
      { days: 1, hour: 9 },
    ]);
  }
});

test("the same days make the same names, without clock or chance, and no two days share one", () => {
  const uids = (asked) =>
    eventsIn(fileOf(SOME, { ...contextIn(ja), asOf: asked })).map((one) => one.getFirstPropertyValue("uid"));
  assert.equal(fileOf(SOME, contextIn(ja)), fileOf(SOME, contextIn(ja)));
  assert.deepEqual(uids(ASKED), uids("2024-04-02"));
  assert.equal(new Set(uids(ASKED)).size, SOME.length);
  assert.equal(uids(ASKED)[0], "a.cover_ends.2024-06-30@hosho");
  assert.equal(eventsIn(fileOf([SOME[0], SOME[0]], contextIn(ja))).length, 1);
});

test("long lines are folded, lines end as the format wants it, and signs with a meaning come back as they went in", () => {
  const summary = String.raw`終わり; 1, 2 \ 3`;
  const description = `${"長い文。".repeat(60)}\n二行目`;
  const entry = { uid: "u@hosho", day: "2024-02-29", next: "2024-03-01", summary, description };
  const text = calendarFile({ name: "n", language: "ja", stamp: ASKED, entries: [entry] });
  assert.doesNotMatch(text, /[^\r]\n/);
  assert.ok(text.endsWith("END:VCALENDAR\r\n"));
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  const [one] = eventsIn(text);
  assert.equal(one.getFirstPropertyValue("summary"), summary);
  assert.equal(one.getFirstPropertyValue("description"), description);
});

test("the words of the file are those of the page", () => {
  for (const words of [ja, new Words("en", {})]) {
    const [one] = eventsIn(fileOf(SOME, contextIn(words)));
    assert.ok(one.getFirstPropertyValue("summary").startsWith(words.say("deadline.cover_ends")));
    assert.ok(one.getFirstPropertyValue("description").includes(rows.whenText(SOME[0], words)));
  }
});

test("the safe day leads; once it is over, the latest day does, and nothing is called certain any more", () => {
  assert.equal(rows.whenText(SOME[0], ja), "2024年6月30日（日）まで確実");
  assert.equal(rows.whenText(SOME[1], ja), "2024年12月31日（火）まで");
  assert.equal(rows.whenText(SOME[2], ja), "2025年2月28日（金）から");
  const open = SOME[3];
  assert.deepEqual([open.day, open.past, open.maybe], ["2024-03-31", false, true]);
  assert.equal(rows.whenText(open, ja), "遅くとも2024年3月31日（日）まで");
  assert.match(rows.twoDaysText(open, contextIn(ja)), /^確実なのは2024年3月1日（金）まででした。/);
  const over = row({ on: "2024-03-28", safe_on: "2024-03-27" });
  assert.deepEqual([over.past, rows.leftText(over, contextIn(ja))], [true, "2日すぎています"]);
});

test("on the last day itself nothing is over yet", () => {
  const last = row({ on: ASKED });
  assert.deepEqual([last.past, last.maybe], [false, false]);
  const opens = row({ kind: "cover_starts", on: ASKED });
  assert.equal(rows.leftText(opens, contextIn(ja)), ja.say("until.today_from"));
});

test("two days are explained by the month that was entered, else by the two ways of counting", () => {
  const missing = [{ fact: "device.bought_on" }];
  const two = row({ safe_on: "2024-06-30", missing });
  const month = withAnswer(emptyForm(ASKED), {
    fact: "device.bought_on",
    value: { year: "2022", month: "7", day: "" },
  });
  assert.match(rows.twoDaysText(two, contextIn(ja, month)), /購入日は月だけ/);
  assert.match(rows.twoDaysText(two, contextIn(ja)), /数え方が2通り/);
  assert.equal(rows.twoDaysText(row({}), contextIn(ja)), null);
});

test("a day is open while a word or a day is not said or no source states a point, not for a month alone", () => {
  const form = withAnswer(emptyForm(ASKED), {
    fact: "device.bought_on",
    value: { year: "2022", month: "7", day: "" },
  });
  const month = row({ safe_on: "2024-06-30", missing: [{ fact: "device.bought_on" }] });
  assert.equal(rows.isOpen(month, form), false);
  assert.equal(rows.dependsText(month, contextIn(ja, form)), null);
  const word = row({ missing: [{ fact: "device.bought_on" }, { fact: "device.condition" }] });
  assert.equal(rows.isOpen(word, form), true);
  assert.ok(rows.dependsText(word, contextIn(ja, form)).endsWith(ja.say("fact.device.condition")));
  assert.equal(rows.isOpen(row({ not_stated: [{ code: "x" }] }), form), true);
  const [told] = eventsIn(fileOf([word], contextIn(ja, form)));
  assert.ok(told.getFirstPropertyValue("description").includes(ja.say("fact.device.condition")));
});

test("what is over is asked of the engine on the first day that the case tells of", () => {
  const asked = [];
  const hosho = {
    timeline: (facts) => {
      asked.push(facts.as_of);
      const events = [event({ on: "2023-01-01" }), event({ on: "2025-01-01" })];
      return { as_of: facts.as_of, events };
    },
  };
  const facts = { as_of: ASKED, device: { bought_on: "2022-07" }, covers: [{ plan: "p", joined_on: "2022-06-15" }] };
  assert.deepEqual(
    rows.rowsBehind(hosho, facts).map(({ day }) => day),
    ["2023-01-01"],
  );
  assert.deepEqual(asked, ["2022-06-15"]);
  assert.deepEqual(rows.rowsBehind(hosho, { as_of: ASKED, device: { bought_on: "2024-05" } }), []);
});

test("the day after any day is one day on", () => {
  for (const [day, next] of [
    ["2024-02-28", "2024-02-29"],
    ["2023-02-28", "2023-03-01"],
    ["2024-12-31", "2025-01-01"],
    ["2024-04-30", "2024-05-01"],
  ])
    assert.equal(dayAfter(day), next);
  for (let day = "2023-12-01"; day < "2025-02-01"; day = dayAfter(day))
    assert.equal(daysBetween(day, dayAfter(day)), 1);
});

test("the picture holds every day inside its width, in order, with a few marks that do not run out of it", () => {
  for (const days of [
    ["2024-03-29", "2024-03-31"],
    ["2024-03-29", "2024-06-30", "2025-01-10"],
    ["2015-04-10", "2029-12-31"],
  ]) {
    const axis = axisOf(days);
    const shares = days.map((day) => shareOf(axis, day));
    assert.deepEqual(shares.toSorted((a, b) => a - b), shares); // prettier-ignore
    assert.ok(shares[0] >= 0 && shares.at(-1) <= 100);
    const ticks = ticksOf(axis, ja.say);
    assert.ok(ticks.length <= 4, JSON.stringify(ticks));
    for (const { share, label } of ticks) assert.ok(share < 85 && /\d年/.test(label), label);
  }
});
