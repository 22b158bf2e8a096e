// The inquiry for the desk, made from answers of the engine.

import assert from "node:assert/strict";
import { test } from "node:test";

import { loadHosho } from "../../dist/hosho.js";
import { load } from "./bundle.mjs";

const { inquiryText } = await load("web/elements/inquiry-text.ts");
const { fromCase } = await load("web/elements/form-state.ts");
const { Words } = await load("web/text/text.ts");
const hosho = await loadHosho();

/** The lines of the inquiry about one cover. */
function inquiry(facts, plan) {
  const option = hosho.assess(facts).options.find((one) => one.plan === plan);
  const text = inquiryText({ option, form: fromCase(facts), words: new Words("ja", hosho.catalog) });
  return { option, text, lines: text.split("\n") };
}

const BATTERY = {
  as_of: "2024-06-01",
  device: { model: "xiaomi-11t-pro", bought_on: "2022-07", condition: "new" },
  incident: { kind: "battery_wear" },
};
const CRACK = {
  as_of: "2024-06-01",
  device: { model: "other", category: "smartphone", os: "android", bought_on: "2022-07-10", condition: "new" },
  covers: [
    { plan: "applecare-plus", is_this_device: false, joined_on: "2021-05-01", claims: [] },
    {
      plan: "linemo-mochikomi",
      is_this_device: true,
      joined_on: "2022-07-10",
      registered: true,
      registered_on: "2022-07-11",
      claims: [{ on: "2024-02-01" }, { on: "2024-03-01" }],
    },
  ],
  incident: { kind: "screen_crack", on: "2024-06-01", repair_price_yen: 30_000 },
};

test("the inquiry tells what happened, by what clause, and what to ask", () => {
  const { option, lines } = inquiry(BATTERY, "xiaomi-11t-special-warranty");
  assert.equal(option.verdict, "unknown");
  for (const line of ["・機種：Xiaomi 11T Pro", "・購入日：2022年7月", "・起きたこと：電池の劣化"])
    assert.ok(lines.includes(line), line);
  assert.ok(lines.includes("・上の内容で対象になりますか。"));
  assert.equal(lines.filter((line) => line.startsWith("・次の点は")).length, option.not_stated.length);
});

test("clauses stand with their source and the words they rest on, each once", () => {
  const { option, lines } = inquiry(CRACK, "linemo-mochikomi");
  assert.equal(option.verdict, "not_covered");
  const clauses = lines.slice(lines.indexOf("【根拠と考えている規定】") + 1, lines.indexOf("【お聞きしたいこと】") - 1);
  assert.ok(clauses.some((line) => line.includes("「1つの登録端末につき1年間に2回限り」")));
  assert.equal(new Set(clauses).size, clauses.length);
  assert.ok(lines.includes("・上の理由で対象外になるという理解で合っていますか。"));
});

test("other covers are nobody's business, and no word of the format is left", () => {
  const { text, lines } = inquiry(CRACK, "linemo-mochikomi");
  assert.ok(lines.includes("・加入日：2022年7月10日（日）"));
  assert.doesNotMatch(text, /2021年|AppleCare/);
  assert.ok(lines.includes("・契約者名") || lines.some((line) => /契約者/.test(line)));
  assert.doesNotMatch(text, /\{\w+\}|[a-z]+_[a-z]+/);
});
