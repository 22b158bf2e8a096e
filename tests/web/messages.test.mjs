// The sentences as the build takes them apart, and as the page puts them together again.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { argumentsOf, compileSentence, compileSentences } from "../../tools/messages.mjs";
import { load } from "./bundle.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const { fill, gapsOf, plain } = await load("web/text/message.ts");

test("the sentences of the page can be taken apart, the same in both languages", () => {
  const { ja, en } = compileSentences({ ja: read("web/text/ja.json"), en: read("web/text/en.json") });
  assert.deepEqual(Object.keys(ja).sort(), Object.keys(en).sort());
  assert.ok(Object.keys(ja).length > 1000);
});

const KNOWN_BAD = [
  ["a brace that stays open", { ja: { a: "{days日" }, en: { a: "{days}" } }, /^ja\.json: a: /m],
  ["a brace that opens nothing", { ja: { a: "{days} 日 {" }, en: { a: "{days}" } }, /^ja\.json: a: a brace alone/m],
  ["a gap without a name", { ja: { a: "{}日" }, en: { a: "{days}" } }, /^ja\.json: a: a brace alone/m],
  ["an argument of another type", { ja: { a: "{n, number}" }, en: { a: "{n}" } }, /^ja\.json: a: .*number/m],
  ["a plural without other", { ja: { a: "{n}" }, en: { a: "{n, plural, one {day}}" } }, /^en\.json: a: .*"other"/m],
  ["a plural class that the language has not", { ja: { a: "{n, plural, one {日} other {日}}" }, en: { a: "{n}" } }, /^ja\.json: a: .*one/m],
  ["an offset", { ja: { a: "{n}" }, en: { a: "{n, plural, offset:1 other {day}}" } }, /^en\.json: a: .*offset/m],
  ["an ordinal", { ja: { a: "{n}" }, en: { a: "{n, selectordinal, other {#th}}" } }, /^en\.json: a: .*selectordinal/m],
  ["other arguments in one language", { ja: { a: "{days}日" }, en: { a: "some days" } }, /^a: its arguments differ/m],
  ["an argument in one case only", { ja: { a: "{n}" }, en: { a: "{n, plural, one {x} other {{m}}}" } }, /^a: its arguments/m],
  ["a sentence that one language lacks", { ja: { a: "x", b: "y" }, en: { a: "x" } }, /^en\.json: b: no sentence$/m],
  ["an empty sentence", { ja: { a: " " }, en: { a: "x" } }, /^ja\.json: a: no sentence$/m],
]; // prettier-ignore

for (const [name, tables, told] of KNOWN_BAD) {
  test(`${name} stops the build, by its key`, () => assert.throws(() => compileSentences(tables), { message: told }));
}

test("every broken sentence is told, not only the first", () => {
  const tables = { ja: { a: "{", b: "}", c: "{" }, en: { a: "x", b: "y", c: "z" } };
  assert.throws(() => compileSentences(tables), { message: /: a: [^]*: c: / });
});

const said = (sentence, gaps, lang = "en") => fill(compileSentence(sentence, lang), gaps, lang);

test("words follow their number, by class or by value", () => {
  const days = "{n} {n, plural, one {day} other {days}}";
  assert.deepEqual([0, 1, 2, 1.5].map((n) => said(days, { n })), ["0 days", "1 day", "2 days", "1.5 days"]); // prettier-ignore
  assert.equal(said(days, { n: "about 1" }), "about 1 days");
  assert.equal(said("{n, plural, other {#日}}", { n: 1 }, "ja"), "1日");
  const nested = "{n, plural, =0 {nothing} one {# day at {place}} other {# days at {place}}}.";
  assert.deepEqual([0, 1, 3].map((n) => said(nested, { n, place: "sea" })), ["nothing.", "1 day at sea.", "3 days at sea."]); // prettier-ignore
});

test("a gap without a value stays visible", () => {
  assert.equal(said("{a} of {all}: {n, plural, one {x} other {y}}", { a: 0 }), "0 of {all}: {n}");
});

test("signs of the format can be said", () => {
  assert.equal(said("it's '{'this'}', *#06#", {}), "it's {this}, *#06#");
  assert.equal(compileSentence("no gaps", "en"), "no gaps");
});

test("all gaps of a sentence are found, those within a word that follows a number, too", () => {
  const sentence = compileSentence("{b} {n, plural, one {{a}} other {#}} {b}", "en");
  assert.deepEqual(argumentsOf(sentence), ["a", "b", "n"]);
  assert.deepEqual([...new Set(gapsOf(sentence))].sort(), ["a", "b", "n"]);
  assert.deepEqual(gapsOf("none"), []);
});

/** Sentences of a plan that the page, which has no parser, would read in another way than the build reads its own. */
const unlike = ({ texts = {} }) =>
  Object.entries(texts).flatMap(([code, text]) => {
    const isUnlike = (lang) => fill(plain(text[lang]), {}, lang) !== fill(compileSentence(text[lang], lang), {}, lang);
    return Object.keys(text).some(isUnlike) ? [code] : [];
  });

test("a plan's own sentences have plain gaps only", () => {
  const names = readdirSync(new URL("../../data/plans/", import.meta.url));
  assert.ok(names.length > 0);
  for (const name of names) assert.deepEqual(unlike(read(`data/plans/${name}`)), [], name);
  assert.equal(fill(plain("{yen} on {day}"), { yen: "5円", day: "Monday" }, "en"), "5円 on Monday");
  const texts = {
    plain: { en: "{yen} for it" },
    counted: { en: "{n} {n, plural, one {day} other {days}}" },
    quoted: { en: "'{'x'}'" },
  };
  assert.deepEqual(unlike({ texts }), ["counted", "quoted"]);
});
