import assert from "node:assert/strict";
import { test } from "node:test";

import { layerProblems } from "./layers.mjs";
import { ROOT, filesIn } from "./tree.mjs";

const BAD = `${ROOT}tests/fixtures/layers-bad/`;

const EXPECTED = [
  'core/include/hosho/sees_src.h: core/include may not include "plan_document.h"',
  "core/json/sees_wasm.cpp: core/json may not include <emscripten/bind.h>",
  'core/json/sees_wasm.cpp: core/json may not include "../../wasm/raw.h"',
  "core/json/sees_wasm.cpp: core/json may not include <fstream>",
  "core/src/reads_clock.cpp: core/src may not include <chrono>",
  "core/src/reads_clock.cpp: core/src may not use system_clock",
  "core/src/reads_file.cpp: core/src may not include <fstream>",
  'core/src/sees_json.cpp: core/src may not include "calculator.h"',
  "core/src/sees_json.cpp: core/src may not include <nlohmann/json.hpp>",
  'core/src/sees_tests.cpp: core/src may not include "../../tests/helper.h"',
  "core/src/throws.cpp: core/src may not use throw",
  "data/plans/code.mjs: data holds no code",
  "wasm/bindings.cpp: 60 lines or more",
  "wasm/bindings.cpp: a branch",
  "wasm/bindings.cpp: its header shows nlohmann",
  "wasm/bindings.cpp: not exactly one project header",
  'wasm/bindings.cpp: wasm may not include "hosho/money.h"',
  "wasm/bindings.cpp: wasm may not include <string>",
  "wasm/bindings_more.cpp: a branch",
  "wasm/bindings_more.cpp: its header shows nlohmann",
  "web/api/sees_elements.ts: web/api may not import ../elements/view.js",
  "web/api/sees_elements.ts: web/api may not import lit",
  "web/calendar/sees_elements.ts: web/calendar may not import ../elements/view.js",
  "web/calendar/sees_elements.ts: web/calendar may not import lit",
  "web/elements/sees_much.ts: the raw module is for web/api alone",
  "web/elements/sees_much.ts: web/elements may not import ../../build/wasm/hosho.mjs",
  "web/elements/sees_much.ts: web/elements may not import ../../tests/helper.js",
  "web/elements/sees_much.ts: web/elements may not import ../pages/main.js",
  "web/elements/sees_much.ts: web/elements may not import ical-generator",
  "web/elements/sees_much.ts: web/elements may not import node:fs",
  "web/elements/sees_much.ts: web/elements may not import react",
  "web/embed/sees_pages.ts: the raw module is for web/api alone",
  "web/embed/sees_pages.ts: web/embed may not import ../pages/main.js",
  "web/link/sees_elements.ts: web/link may not import ../elements/view.js",
  "web/pages/main.ts: web/pages may not import ../../data/plans/a.json",
  "web/pages/main.ts: web/pages may not import ../embed/sees_pages.js",
  "web/text/sees_elements.ts: web/text may not import ../elements/view.js",
];

test("the layers depend in one direction only", () => {
  assert.deepEqual(layerProblems(ROOT), []);
});

test("every breach of the direction rule is found, and nothing else", () => {
  assert.deepEqual(layerProblems(BAD).sort(), [...EXPECTED].sort());
});

test("the rule has something to read", () => {
  for (const folder of [
    "core/include",
    "core/src",
    "core/json",
    "wasm",
    "web/api",
    "web/elements",
    "web/embed",
    "web/pages",
  ]) {
    assert.notEqual(filesIn(ROOT, folder).length, 0, folder);
  }
});
