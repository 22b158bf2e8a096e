import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { load } from "./bundle.mjs";
import { unknownKeys, withoutSentence, wordsOf } from "./sentences.mjs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const ja = JSON.parse(read("web/text/ja.json"));
const en = JSON.parse(read("web/text/en.json"));
const types = ["answer", "case", "catalog"].map((part) => read(`web/api/${part}-types.ts`)).join("\n");
const { Words } = await load("web/text/text.ts");

const LISTS = [
  ["IncidentKind", "incident"],
  ["Verdict", "verdict"],
  ["Outcome", "outcome"],
  ["Tax", "tax"],
  ["DeadlineKind", "deadline"],
  ["Remedy", "word.incident.remedy"],
  ["RepairPlace", "word.incident.where"],
  ["kind", "source", "Cite"],
  ["counting", "counting", "Deadline"],
  ["rests_on", "rests_on", "Reason"],
  ["category", "word.device.category", "DeviceFacts"],
  ["os", "word.device.os", "DeviceFacts"],
  ["condition", "word.device.condition", "DeviceFacts"],
  ["owner", "word.device.owner", "DeviceFacts"],
  ["contracted_via", "word.line.contracted_via", "LineFacts"],
  ["payment", "word.payment", "CaseFacts"],
  ["state", "word.incident.loaner.state", "IncidentFacts"],
];

for (const [name, prefix, within] of LISTS) {
  test(`every word of ${within ?? ""} ${name} has a sentence`, () => {
    const words = wordsOf(types, name, within);
    assert.ok(words.length > 1, String(words));
    assert.deepEqual(withoutSentence(ja, prefix, words), []);
  });
}

test("every reason has a sentence for each outcome that it can have", () => {
  const codes = wordsOf(types, "ReasonCode");
  assert.ok(codes.length > 20);
  for (const outcome of ["yes", "no", "unknown", "not_stated"]) {
    assert.deepEqual(withoutSentence(ja, "reason", codes, `.${outcome}`), []);
  }
  assert.deepEqual(withoutSentence(ja, "reason", wordsOf(types, "Outcome")), []);
});

test("a word that types.ts gains without a sentence is found", () => {
  const grown = types.replace('"battery_wear"', '"battery_wear" | "bent_frame"');
  assert.deepEqual(withoutSentence(ja, "incident", wordsOf(grown, "IncidentKind")), ["incident.bent_frame"]);
  assert.throws(() => wordsOf(types, "NoSuchList"), /NoSuchList/);
});

test("every fact of the engine has a name", () => {
  const header = read("core/include/hosho/vocabulary.h");
  const facts = [...header.matchAll(/X\(\w+, "([\w.]+)", \w+, \w+\)/g)].map(([, path]) =>
    path.replace(/^cover\./, "covers."),
  );
  assert.ok(facts.length > 50);
  assert.deepEqual(withoutSentence(ja, "fact", facts), []);
  assert.deepEqual(withoutSentence(ja, "fact", ["device.colour"]), ["fact.device.colour"]);
});

test("every sentence that the elements ask for exists", () => {
  const code = [
    ...readdirSync(new URL("../../web/elements/", import.meta.url)).map((name) => `web/elements/${name}`),
    ...["axis", "days", "figures", "format"].map((name) => `web/text/${name}.ts`),
  ];
  assert.deepEqual(
    code.flatMap((path) => unknownKeys(ja, read(path))),
    [],
  );
  assert.deepEqual(unknownKeys(ja, 'say("ui.nonsense") + say(`nonsense.${code}`)'), ["ui.nonsense", "nonsense."]);
});

/** Codes of silent points wherever they stand in a condition or a limit. */
function silencesIn(node) {
  if (typeof node !== "object" || node === null) return [];
  const own = ["code", "outside", "overlap"].filter((key) => typeof node[key] === "string").map((key) => node[key]);
  return [...own, ...Object.values(node).flatMap(silencesIn)];
}

/** Codes of a plan file that neither the plan nor web/text has a sentence for. */
function silentCodes(plan, table) {
  const known = (family, code) => plan.texts?.[code] !== undefined || `${family}.${code}` in table;
  const wanted = plan.versions.flatMap((version) => [
    ...(version.steps ?? []).flatMap(({ code, at }) => [
      ["step", code],
      ["step_when", at],
    ]),
    ...(version.charges ?? []).map(({ kind }) => ["charge", kind]),
    ...(version.holds ?? []).map(({ kind }) => ["hold", kind]),
    ...(version.cautions ?? []).map(({ code }) => ["caution", code]),
    ...(version.not_stated ?? []).map(({ code }) => ["not_stated", code]),
    ...(version.documents ?? []).map(({ code }) => ["not_stated", code]),
    ...["applies_to", "starts", "ends", "covered", "excluded", "limits"].flatMap((part) =>
      silencesIn(version[part]).map((code) => ["not_stated", code]),
    ),
    ...(version.covered ?? []).filter((row) => row.rests_on).map(({ rests_on }) => ["not_stated", rests_on.code]),
    ...(version.contacts ?? []).flatMap(({ channels, have_ready }) => [
      ...channels.map((channel) => ["channel", channel]),
      ...have_ready.map((thing) => ["ready", thing]),
    ]),
  ]);
  return wanted.filter(([family, code]) => code !== undefined && !known(family, code)).map((entry) => entry.join("."));
}

test("every code of a shipped plan has a sentence, the plan's own or a general one", () => {
  const names = readdirSync(new URL("../../data/plans/", import.meta.url));
  assert.ok(names.length > 0);
  for (const name of names) assert.deepEqual(silentCodes(JSON.parse(read(`data/plans/${name}`)), ja), [], name);
  assert.deepEqual(silentCodes({ versions: [{ steps: [{ code: "sing", at: "dawn" }] }] }, ja), [
    "step.sing",
    "step_when.dawn",
  ]);
  const dark = { when: { by: { fact: "device.bought_on", pieces: [], outside: "fog", overlap: "mist" } } };
  assert.deepEqual(silentCodes({ versions: [{ covered: [dark], limits: [{ code: "haze" }] }] }, ja), [
    "not_stated.fog",
    "not_stated.mist",
    "not_stated.haze",
  ]);
});

test("a sentence that is missing reads as a general one, with its code, never as nothing", () => {
  for (const lang of ["ja", "en"]) {
    const words = new Words(lang, {});
    const families = [
      "step",
      "step_when",
      "charge",
      "charge_if",
      "hold",
      "caution",
      "not_stated",
      "deadline",
      "channel",
      "ready",
      "error",
      "fact",
      "reason",
      "verdict",
    ];
    for (const family of families) assert.notEqual(words.say(`${family}.bent_frame`).trim(), "", family);
    assert.match(words.say("step.bent_frame"), /bent_frame/);
    assert.match(words.say("nonsense.bent_frame"), /bent_frame/);
  }
});

test("the plan's own sentence comes before the general one", () => {
  const plan = {
    id: "p",
    name: { ja: "名", en: "name" },
    texts: { factory_reset: { ja: "消す", en: "wipe" }, blank: { ja: "", en: "" } },
  };
  const words = new Words("en", { plans: [plan] });
  assert.equal(words.code("step", "factory_reset", "p"), "wipe");
  assert.equal(words.code("step", "factory_reset", "q"), en["step.factory_reset"]);
  assert.notEqual(words.code("step", "blank", "p"), "");
  assert.equal(words.planName("p"), "name");
});

test("of several sentences the first is said whose gaps can all be filled", () => {
  const words = new Words("en", {});
  const keys = ["reason.within_period.yes", "reason.within_period.yes.bare", "reason.yes"];
  assert.doesNotMatch(words.fitting(keys, { of: "date of purchase", length: "24 months" }), /[{}]/);
  assert.equal(words.fitting(keys, {}), en["reason.yes"]);
});
