import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";

import fc from "fast-check";

import { load } from "./bundle.mjs";
import { brokenTable, factsWithoutKey, fieldsOf, keysWithoutFact } from "./link-table.mjs";
import { forms, TODAY } from "./link-forms.mjs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const { ANSWERS, SETTINGS } = await load("web/link/keys.ts");
const { readLink, writeLink } = await load("web/link/link.ts");
const { linkOf, openLink } = await load("web/elements/form-link.ts");
const { toCase } = await load("web/elements/form-state.ts");
const { FIRST_STRETCH } = await load("web/elements/stretch.ts");
const { FIRST_OUTLOOK } = await load("web/elements/outlook-form.ts");

const RUNS = { numRuns: 2000 };
const open = (link) => openLink(`#${link}`, TODAY);
const codes = (link) => open(link).problems.map(({ code, part }) => `${code} ${part}`);

/** A setting as the engine is asked for it: what stands as at first need not be told. */
const inUse = ({ stretch = FIRST_STRETCH, outlook = FIRST_OUTLOOK }) => {
  const times = Object.entries(stretch.counts).filter(([, count]) => count > 0);
  return { stretch: { ...stretch, counts: Object.fromEntries(times) }, outlook };
};

test("any case → link → the same case, the same stretch, the same assumptions", () => {
  fc.assert(
    fc.property(forms, fc.constantFrom("broke", "join", "until"), (form, question) => {
      const link = linkOf(form, question, TODAY);
      const { form: restored, problems } = open(link === "" ? "v1:" : link);
      assert.deepEqual(problems, []);
      assert.deepEqual(toCase(restored), toCase(form));
      assert.deepEqual(inUse(restored), inUse(form));
      assert.equal(restored.search ?? "", form.search ?? "");
      assert.equal(linkOf(restored, question, TODAY), link);
      const isNamed = link !== "" && question !== "broke";
      assert.equal(readLink(link)?.entered.question, isNamed ? question : undefined);
    }),
    RUNS,
  );
});

test("a link is made of characters that every address may hold", () => {
  fc.assert(
    fc.property(forms, (form) => assert.match(linkOf(form, "broke", TODAY), /^(v1:[\w.:,+\-~!*'()=&?%]*)?$/)),
    RUNS,
  );
});

test("whatever stands behind #, it is opened or told, and nothing is thrown", () => {
  const keys = [...ANSWERS, ...SETTINGS].map(([key]) => key.replace(/#/g, "1").replace("*", "loss"));
  const part = fc.tuple(fc.oneof(fc.constantFrom(...keys), fc.string()), fc.string({ unit: "binary" }));
  const parts = fc.array(part.map(([key, value]) => `${key}=${value}`.replace(/&/g, "")));
  fc.assert(
    fc.property(parts, (made) => {
      const { entered, problems } = readLink(`v1:${made.join("&")}`);
      const { form } = open(`v1:${made.join("&")}`);
      assert.equal(Object.keys(entered).length + problems.length, made.length);
      toCase(form);
    }),
    RUNS,
  );
});

/** What a link opens, in the shape of the fixtures. */
function openedBy(link, today) {
  const { form, problems } = openLink(link, today);
  const { search, stretch, outlook } = form;
  const unread = problems.map(({ part }) => part);
  return {
    question: readLink(link).entered.question ?? "broke",
    case: toCase(form),
    ...(search && { search }),
    ...(stretch && { stretch }),
    ...(outlook && { outlook }),
    ...(unread.length > 0 && { unread }),
  };
}

test("every link that was ever given out opens with the same case", () => {
  const folder = new URL("links/", import.meta.url);
  const fixtures = readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  assert.ok(fixtures.length >= 8);
  const wrong = ({ link, today, opens }) => !isDeepStrictEqual(openedBy(link, today), opens);
  assert.deepEqual(fixtures.filter(wrong).map(({ title }) => title), []); // prettier-ignore
  const [one] = fixtures;
  assert.ok(wrong({ ...one, link: one.link.replace("m=", "mk=") }));
  assert.ok(wrong({ ...one, today: "2031-01-01" }));
});

test("an unknown key, a value that cannot be read, a repetition and a newer version are told", () => {
  assert.deepEqual(codes("v1:colour=red&b=2022-07&m"), ["unknown_key colour=red", "unknown_key m"]);
  for (const part of [
    "b=summer", "b=none", "b=2022-13", "b=2022-07-32", "d=2024-07", "jp=maybe", "jp=toString", "price=cheap", "t=0", "t=61", "t=1.5",
    "rate.loss=201", "n.loss=5", "n.banana=1", "q=why", "cond=broken", "k=bored", "c=all", "c1.u1.k=bored", "c1.u1.r=hug",
    "m=%E3", "m=a%20b", "d=?", "t=?", "bat.cyc=?", "fee.p=?",
  ])
    assert.deepEqual(codes(`v1:${part}`), [`unreadable ${part}`]); // prettier-ignore
  for (const part of ["c0=p", "c100=p", "c01=p", "c1.u0.on=2022", "fee.=1", "fee.__proto__=1", "fee.Ab=1"])
    assert.deepEqual(codes(`v1:${part}`), [`unknown_key ${part}`]);
  assert.deepEqual(codes("v1:b=2022-07&b=2023-01"), ["repeated b=2023-01"]);
  assert.deepEqual(toCase(open("v1:b=2022-07&b=2023-01").form).device, { bought_on: "2022-07" });
  assert.deepEqual(codes("v2:m=x"), ["unknown_version v2:"]);
});

test("what is no link is none", () => {
  for (const hash of ["", "#", "#join", "#until&en", "#answer", "#v1", "#v:m=x"]) assert.equal(readLink(hash), null);
});

test("entries of a list are a list, also where the link does not say so", () => {
  const { covers } = toCase(open("v1:c1=p&c1.u2.on=2023-05").form);
  assert.deepEqual(covers, [{ is_this_device: true, plan: "p", claims: [{ on: null }, { on: "2023-05" }] }]);
});

test("today is no part of a link, any other day is", () => {
  assert.equal(linkOf({ asOf: TODAY, answers: {} }, "join", TODAY), "");
  assert.equal(linkOf({ asOf: "2024-03-29", answers: {} }, "broke", TODAY), "v1:d=2024-03-29");
  assert.equal(open("v1:m=x").form.asOf, TODAY);
});

test("each fact of the form has one key, and each key is a fact of the form", () => {
  const rows = [...ANSWERS, ...SETTINGS];
  const facts = fieldsOf({
    vocabulary: read("core/include/hosho/vocabulary.h"),
    types: read("web/api/case-types.ts"),
    stretch: read("web/elements/stretch.ts"),
    outlook: read("web/elements/outlook-form.ts"),
  });
  assert.ok(facts.length > 75, String(facts.length));
  assert.deepEqual(factsWithoutKey(facts, rows), []);
  assert.deepEqual(keysWithoutFact(facts, rows), []);
  assert.deepEqual(brokenTable(rows), []);
});

test("a fact without a key, a key without a fact, and a key that is used twice are found", () => {
  const rows = [
    ["m", "device.model", "word"],
    ["x", "device.colour", "word"],
    ["m", "payment", "word"],
  ];
  assert.deepEqual(factsWithoutKey(["device.model", "join_on"], rows), ["join_on"]);
  assert.deepEqual(keysWithoutFact(["device.model", "payment"], rows), ["device.colour"]);
  assert.deepEqual(brokenTable(rows), ["m"]);
  assert.deepEqual(brokenTable([["a", "payment", "word"], ["b", "payment", "word"]]), ["payment"]); // prettier-ignore
  assert.throws(() => writeLink({ "device.colour": "red" }), /device\.colour/);
});
