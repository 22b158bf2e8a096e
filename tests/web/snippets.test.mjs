import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./bundle.mjs";

const { snippetOf, SNIPPETS } = await load("web/elements/snippets.ts");
const { attributesOf, firstSettings, fragmentOf, styleOf } = await load("web/elements/embed-settings.ts");

const PARTS = {
  folder: "https://host.example/hosho/",
  pinned: { name: "embed-pinned-ABCDEFGH.js", integrity: "sha256-xyz=" },
  page: "https://host.example/hosho/?lang=ja#v1:m=a(b)&k=loss",
  title: 'A "b" <c> & [d]',
  age: "Data of a day",
  lang: "en",
};
const EMPTY = firstSettings({ asOf: "2024-03-29", answers: {} });
const CHOSEN = {
  ...EMPTY,
  form: {
    asOf: "2024-03-29",
    answers: {
      "device.model": "a-phone",
      "device.bought_on": { year: "2022", month: "07", day: "" },
      "incident.kind": "loss",
    },
  },
  plans: ["one", "two"],
  lang: "en",
  compact: true,
  look: { accent: "#a02040", width: "480px" },
};
const code = (kind, settings = CHOSEN) => snippetOf(kind, settings, PARTS);

test("what is not chosen is not told", () => {
  assert.deepEqual([attributesOf(EMPTY), styleOf(EMPTY), fragmentOf(EMPTY)], [[], "", ""]);
  assert.match(code("element", EMPTY), /<hosho-calculator>\n/);
});

test("what is chosen is told to the element as attributes, and to a frame behind the #", () => {
  assert.deepEqual(Object.fromEntries(attributesOf(CHOSEN)), {
    plans: "one two",
    device: "a-phone",
    "bought-on": "2022-07",
    incident: "loss",
    lang: "en",
    compact: "",
  });
  assert.equal(styleOf(CHOSEN), "--hosho-accent:#a02040;max-width:480px");
  assert.deepEqual(Object.fromEntries(new URLSearchParams(fragmentOf(CHOSEN))), {
    ...Object.fromEntries(attributesOf(CHOSEN)),
    accent: "#a02040",
  });
  const { plan, plans } = Object.fromEntries(attributesOf({ ...CHOSEN, plans: ["one"] }));
  assert.deepEqual([plan, plans], ["one", undefined]);
});

test("a fault belongs to the question what broke; a model that is in no table, and half a date, to none", () => {
  const attributes = (change) => Object.fromEntries(attributesOf({ ...CHOSEN, ...change }));
  assert.equal(attributes({ question: "until" }).incident, undefined);
  const answers = { "device.model": "other", "device.bought_on": { year: "2022", month: "", day: "" } };
  assert.deepEqual(attributes({ form: { asOf: "2024-03-29", answers }, plans: [], lang: "" }), { compact: "" });
});

test("a frame is told the language of the builder where none is chosen; an element asks its article", () => {
  assert.match(code("frame", EMPTY), /embed\.html#lang=en"/);
  assert.match(code("frame", { ...EMPTY, lang: "ja" }), /embed\.html#lang=ja"/);
  assert.doesNotMatch(code("element", EMPTY), / lang=/);
});

test("names are written so that no host reads markup in them", () => {
  assert.match(code("element"), />A &quot;b&quot; &lt;c&gt; &amp; \[d\]<\/a>/);
  assert.match(code("frame"), / title="A &quot;b&quot; &lt;c&gt; &amp; \[d\]"/);
  assert.equal(code("markdown"), '[A "b" \\<c\\> & \\[d\\]](https://host.example/hosho/?lang=ja#v1:m=a%28b%29&k=loss)');
});

test("each kind is what its host takes", () => {
  const script = '<script type="module" src="https://host.example/hosho/embed.js"></script>\n';
  assert.ok(code("element").startsWith(`${script}<hosho-calculator plans="one two" `));
  assert.ok(
    code("pinned").startsWith(
      '<!-- Data of a day -->\n<script type="module" src="https://host.example/hosho/embed-pinned-ABCDEFGH.js" integrity="sha256-xyz=" crossorigin="anonymous"></script>\n',
    ),
  );
  assert.match(
    code("frame"),
    /^<iframe src="https:\/\/host\.example\/hosho\/embed\.html#[^"]*" .* referrerpolicy="no-referrer"><\/iframe>$/,
  );
  assert.doesNotMatch(code("frame"), /script/);
  assert.match(
    code("frame_height"),
    /\n<script async src="https:\/\/host\.example\/hosho\/embed-frame\.js"><\/script>$/,
  );
  assert.equal(code("wordpress"), `<!-- wp:html -->\n${code("frame")}\n<!-- /wp:html -->`);
  assert.doesNotMatch(code("hatena"), /\n/);
  assert.deepEqual(
    SNIPPETS.filter((kind) => /integrity/.test(code(kind))),
    ["pinned"],
  );
});
