import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { buildCatalog } from "../../tools/catalog.mjs";
import { load } from "./bundle.mjs";

const { modelNamed, modelsLike } = await load("web/elements/model-match.ts");
const { devices } = buildCatalog(fileURLToPath(new URL("../../data", import.meta.url)));

const first = (text) => modelsLike(text, devices)[0];

test("a model is found by name, alias and kana, however they are mixed", () => {
  for (const text of [
    "11tプロ", "11Tﾌﾟﾛ", "１１ｔ ぷろ", "シャオミ11tプロ", "しゃおみー 11t pro", "xiaomi 11tプロ", "Xiaomi11Tプロ",
    "mi 11t pro", "11t-pro", "11t p",
  ])
    assert.equal(first(text), "xiaomi-11t-pro", text); // prettier-ignore
  for (const text of [
    "アイフォン13",
    "あいふぉん１３",
    "アイフォーン 13",
    "iPhone13",
    "iphone 13",
    "ｉＰｈｏｎｅ１３",
    "アイホン13",
  ])
    assert.equal(first(text), "iphone-13", text);
  for (const text of ["iPhone13プロ", "iphone 13 ぷろ", "アイフォン13 pro", "13プロ"])
    assert.equal(first(text), "iphone-13-pro", text);
  assert.equal(first("iphone 13 プロ まっくす"), "iphone-13-pro-max");
  assert.equal(first("アイフォンSE 第3世代"), "iphone-se-3");
});

test("every model is the first that its own name, id and aliases find", () => {
  const spelled = devices.flatMap(({ id, name, aliases = [] }) =>
    [name.ja, name.en, id, ...aliases].map((text) => ({ id, text })),
  );
  const wrong = spelled.filter(({ id, text }) => first(text) !== id && modelNamed(text, devices) !== undefined);
  assert.deepEqual(wrong, []);
});

test("a text that is no model finds none, an empty one all, and a part of a name chooses nothing", () => {
  assert.deepEqual(modelsLike("アンドロメダ9", devices), []);
  assert.deepEqual(modelsLike("12tプロマックス", devices), []);
  assert.equal(modelsLike(" ", devices).length, devices.length);
  assert.equal(modelNamed("11tプロ", devices), "xiaomi-11t-pro");
  assert.equal(modelNamed("11t p", devices), undefined);
  assert.equal(modelNamed("", devices), undefined);
});
