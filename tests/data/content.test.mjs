// What the data says hangs together; each check is also seen to fail.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { describe, it } from "node:test";
import {
  citedFacts,
  clashingFees,
  clashingNames,
  clashingRows,
  clashingSources,
  codesOf,
  explainedFacts,
  folded,
  idleTexts,
  lineCarriers,
  longQuotes,
  looseSources,
  plansInTheWay,
  silentOnJoining,
  speechlessCodes,
  unaccountedFacts,
  unknownIds,
  walk,
  wordsFor,
} from "./checks.mjs";
import {
  ROOT,
  deviceTables,
  devices,
  plans,
  prices,
  providerTable,
  providers,
  rates,
  readJson,
  readText,
} from "./files.mjs";
import { errorsOf } from "./schemas.mjs";

const sourced = { ...plans, ...prices, ...rates, ...deviceTables };
const providerIds = providers.map(({ id }) => id);
const deviceIds = devices.map(({ id }) => id);
const rows = Object.values(prices).flatMap(({ rows: all }) => all);
const models = [...deviceIds, "other"];
const ROLES = { bought_from: "seller", carrier: "carrier", ported_from: "carrier" };

// Facts of the source texts, by prefix: how many there are. Each is accounted for.
const FACTS = {
  ...{ XI: 23, AP: 19, AC: 15, AB: 17, CA: 4, SB: 5, AU: 6, DC: 4 },
  ...{ IC: 14, IN: 20, IU: 12, IT: 28, LC: 27, LA: 18, LI: 25 },
};
const idsOf = (prefix) =>
  Array.from({ length: FACTS[prefix] }, (_, i) => `${prefix}-${String(i + 1).padStart(2, "0")}`);
const allFacts = Object.keys(FACTS).flatMap(idsOf);

const languages = ["ja", "en"].map((language) => `web/text/${language}.json`);
const spoken = languages.every((path) => existsSync(new URL(path, ROOT)));

describe("Sources", () => {
  it("with one id are one source in every file", () => assert.deepEqual(clashingSources(sourced), []));
  it("that differ under one id are found", () => {
    const [a, b] = [{ sources: { terms: { title: "Terms" } } }, { sources: { terms: { title: "Other terms" } } }];
    assert.deepEqual(clashingSources({ a, b }), ["b: terms"]);
    assert.deepEqual(clashingSources({ a, b: structuredClone(a) }), []);
  });
  for (const [path, document] of Object.entries(sourced)) {
    it(`of ${path} are all listed and all cited`, () => assert.deepEqual(looseSources(document), []));
    it(`of ${path} are quoted with 20 characters at most`, () => assert.deepEqual(longQuotes(document), []));
  }
  it("that are missing or idle are found", () => {
    const document = {
      sources: { idle: {} },
      rows: [{ cite: "terms" }, { cite: { source: "terms" }, conflicts_with: "report" }, { cites: ["survey"] }],
    };
    assert.deepEqual(looseSources(document), [
      "terms is cited and not listed",
      "report is cited and not listed",
      "survey is cited and not listed",
      "idle is listed and not cited",
    ]);
  });
  it("that are quoted at length are found", () => {
    assert.deepEqual(longQuotes({ rows: [{ quote: "あ".repeat(21) }, { quote: "𠮷".repeat(20) }] }), ["/rows/0/quote"]);
  });
});

describe("Facts of the source texts", () => {
  const readme = readText("data/README.md");
  it("are in the data, or data/README.md says why not", () => {
    const cited = citedFacts(Object.values(sourced));
    assert.deepEqual(unaccountedFacts(allFacts, cited, explainedFacts(readme)), []);
  });
  it("that are left out in silence, named in both places, or invented are found", () => {
    const cited = citedFacts([
      { a: { cite: { fact: "XI-01" } }, b: { conflicts_with: { fact: "XI-09" } }, fact: "device.os" },
    ]);
    const explained = explainedFacts("| XI-01 | in both |\n| XI-03 | |\ntext XI-02\n");
    assert.deepEqual(unaccountedFacts([], new Set(["LI-10"]), new Set(), ["LI-10"]), []);
    assert.deepEqual(unaccountedFacts(["XI-01", "XI-02", "XI-03"], cited, explained), [
      "XI-02 is neither in the data nor explained",
      "XI-03 is neither in the data nor explained",
      "XI-01 is in the data and explained as missing",
      "XI-09 is no fact",
    ]);
  });
});

describe("Plans", () => {
  for (const [path, plan] of Object.entries(plans)) {
    it(`${path} is named after its id`, () => assert.equal(path, `data/plans/${plan.id}.json`));
    it(`${path} names a provider of plans`, () => {
      assert.ok(providers.find(({ id }) => id === plan.provider)?.roles.includes("plan_provider"));
    });
    it(`${path} names only models and providers that are in the tables`, () => {
      assert.deepEqual(unknownIds(wordsFor(plan, "device.model"), models), []);
      for (const fact of ["device.bought_from", "line.carrier", "line.ported_from"]) {
        assert.deepEqual(unknownIds(wordsFor(plan, fact), [...providerIds, "none"]), [], fact);
      }
      assert.deepEqual(unknownIds(lineCarriers(plan), providerIds), []);
    });
    it(`${path} is part of a plan that is there, if of any`, () => {
      if (plan.part_of) assert.ok(`data/plans/${plan.part_of.plan}.json` in plans);
    });
    it(`${path} leaves no doubt which fee is due`, () => assert.deepEqual(clashingFees(plan), []));
    it(`${path} says how it is joined and for what fee, if it is`, () => assert.deepEqual(silentOnJoining(plan), []));
    it(`${path} names only plans of the folder as being in the way`, () => {
      assert.deepEqual(unknownIds(plansInTheWay(plan), Object.values(plans).map(({ id }) => id)), []); // prettier-ignore
    });
    it(`${path} has no sentence that nothing uses`, () => assert.deepEqual(idleTexts(plan), []));
    it(`${path} has a sentence for every code`, { skip: spoken ? false : "web/text is not there" }, () => {
      assert.deepEqual(
        speechlessCodes(
          plan,
          languages.map((language) => readJson(language)),
        ),
        [],
      );
    });
  }
  it("of which two fees are due for one model, or which are silent on joining, are found", () => {
    const fee = (...models) => ({ yen: 1, when: { "device.model": models } });
    const version = { from: "undated", monthly_fee: { amounts: [fee("a", "b"), fee("c", "b")] }, not_with: [{ plans: ["x"] }, {}] }; // prettier-ignore
    assert.deepEqual(clashingFees({ versions: [version, { one_time_fee: { amounts: [{ yen: 1 }] } }] }), ["b"]);
    assert.deepEqual(plansInTheWay({ versions: [version] }), ["x"]);
    assert.deepEqual(silentOnJoining({ held: "by_joining", versions: [version, { from: "2024-01-01", join: {} }] }), [
      "undated: join",
      "2024-01-01: fee",
    ]);
    assert.deepEqual(silentOnJoining({ held: "with_device", versions: [{}] }), []);
  });
  it("that name unknown models are found", () => {
    const plan = {
      versions: [
        { applies_to: { all: [{ "device.model": { in: ["a"], not_stated: ["b"] } }, { "device.model": ["c"] }] } },
      ],
    };
    assert.deepEqual(unknownIds(wordsFor(plan, "device.model"), ["a"]), ["b", "c"]);
  });
  it("with a code that has no sentence are found, whatever the code is for", () => {
    const plan = {
      versions: [
        {
          applies_to: { "device.os": { not_stated: ["windows"], code: "os" } },
          covered: [{ rests_on: { kind: "reported_case", code: "wear", caution: "one_case" } }],
          not_stated: [{ code: "fires" }],
          documents: [{ code: "receipt" }],
          charges: [{ kind: "fee" }],
          holds: [{ kind: "card" }],
          cautions: [{ code: "late" }],
          steps: [{ code: "reset" }],
          contacts: [{ have_ready: ["imei"] }],
          limits: [{ code: "count" }],
          register: { never: "not_stated", code: "unregistered" },
          ends: { unless: { by: { pieces: [{ if: { "device.os": { code: "system" } } }], outside: "before", overlap: "twice" } } },
        },
      ],
      part_of: { plan: "whole", alone: "had_alone" },
      texts: { idle: {}, reset_note: {}, late_note: {} },
    };
    const keys = [
      "not_stated.had_alone",
      "not_stated.os",
      "not_stated.wear",
      "caution.one_case",
      "not_stated.fires",
      "not_stated.receipt",
      "charge.fee",
      "hold.card",
      "caution.late",
      "step.reset",
      "ready.imei",
      "not_stated.count",
      "not_stated.unregistered",
      "not_stated.before",
      "not_stated.twice",
      "not_stated.system",
    ];
    assert.deepEqual(
      codesOf(plan).map(({ key }) => key),
      keys,
    );
    const whole = Object.fromEntries(keys.map((key) => [key, "A sentence."]));
    assert.deepEqual(speechlessCodes(plan, [whole, whole]), []);
    assert.deepEqual(speechlessCodes(plan, [whole, {}]), keys);
    assert.deepEqual(
      speechlessCodes({ ...plan, texts: { os: {} } }, [{}, {}]),
      keys.filter((key) => key !== "not_stated.os"),
    );
    assert.deepEqual(idleTexts(plan), ["idle", "late_note"]);
  });
});

describe("Models", () => {
  const asked = [
    "iphone-5",
    "iphone-5s",
    "iphone-5c",
    "iphone-6",
    "iphone-6-plus",
    "iphone-6s",
    "iphone-6s-plus",
    "iphone-se-1",
    "iphone-7",
    "iphone-7-plus",
    "iphone-8",
    "iphone-8-plus",
    "iphone-x",
    "iphone-xr",
    "iphone-xs",
    "iphone-xs-max",
    "iphone-11",
    "iphone-11-pro",
    "iphone-11-pro-max",
    "iphone-se-2",
    "iphone-12-mini",
    "iphone-12",
    "iphone-12-pro",
    "iphone-12-pro-max",
    "iphone-13-mini",
    "iphone-13",
    "iphone-13-pro",
    "iphone-13-pro-max",
    "iphone-se-3",
    "iphone-14",
    "iphone-14-plus",
    "iphone-14-pro",
    "iphone-14-pro-max",
    "iphone-15",
    "iphone-15-plus",
    "iphone-15-pro",
    "iphone-15-pro-max",
    "iphone-16",
    "iphone-16-plus",
    "iphone-16-pro",
    "iphone-16-pro-max",
    "iphone-16e",
    "iphone-17",
    "iphone-17-pro",
    "iphone-17-pro-max",
    "iphone-air",
    "iphone-17e",
    "iphone-18-pro",
    "iphone-18-pro-max",
    "ipad",
    "ipad-air-2",
    "apple-watch-sport",
    "xiaomi-11t",
    "xiaomi-11t-pro",
    "xiaomi-12t-pro",
    "redmi-note-11",
  ];
  it("that the table must hold are in it", () => assert.deepEqual(unknownIds(asked, deviceIds), []));
  it("share no name and no alias", () => assert.deepEqual(clashingNames(devices), []));
  it("that share an alias are found, whatever its width and case", () => {
    const phone = (id, ...aliases) => ({ id, name: { ja: id, en: id }, aliases });
    assert.deepEqual(clashingNames([phone("a-1", "アイフォン ＳＥ"), phone("a-2", "アイフォンse")]), [
      "アイフォンse: a-1, a-2",
    ]);
    assert.equal(folded("iPhone １３ Pro"), "iphone13pro");
  });
  it("come from makers that are in the provider table", () => {
    const makers = providers.filter(({ roles }) => roles.includes("maker")).map(({ id }) => id);
    assert.deepEqual(
      unknownIds(
        devices.map(({ maker }) => maker),
        makers,
      ),
      [],
    );
  });
  it("have no release day without a source", () => {
    const table = structuredClone(Object.values(deviceTables)[0]);
    table.devices[0].released_on = "2020-01-01";
    delete table.devices[0].cite;
    assert.notDeepEqual(errorsOf("device", table), []);
  });
});

describe("Prices", () => {
  it("have ids of their own", () => {
    const ids = [...rows.map(({ id }) => id), ...Object.values(plans).map(({ id }) => id)];
    assert.equal(new Set(ids).size, ids.length);
  });
  it("name only models that are in the table", () =>
    assert.deepEqual(
      unknownIds(
        rows.flatMap((row) => row.models ?? []),
        deviceIds,
      ),
      [],
    ));
  it("name only makers that make a device of the table, of the kind they name", () => {
    for (const { id, maker, category } of rows.filter((row) => row.maker)) {
      const made = devices.filter((row) => row.maker === maker && (!category || row.category === category));
      assert.notEqual(made.length, 0, id);
    }
  });
  it("leave no doubt which row counts for a phone on a day", () => assert.deepEqual(clashingRows(rows), []));
  it("that leave doubt are found", () => {
    const row = (id, more) => ({ id, where: "maker", models: ["a-1"], incidents: ["fire"], from: "undated", ...more });
    const wrong = clashingRows([
      row("all"),
      row("later", { from: "2024-01-01" }),
      row("shop", { where: "shop" }),
      row("part", { parts: ["camera"] }),
      row("maker", { models: undefined, maker: "a" }),
      row("again", { models: ["a-2", "a-1"] }),
    ]);
    assert.deepEqual(wrong, ["maker / a-1 / fire / any part / undated: all, again"]);
  });
});

describe("Closed files", () => {
  it("refuse unknown keys wherever they stand", () => {
    const shipped = { plan: plans, price: prices, rate: rates, provider: providerTable, device: deviceTables };
    for (const [kind, files] of Object.entries(shipped)) {
      const [document] = Object.values(files);
      for (const [pointer, value] of walk(document)) {
        if (value === null || typeof value !== "object" || Array.isArray(value) || pointer.startsWith("/example"))
          continue;
        const spoilt = structuredClone(document);
        const target = pointer
          .split("/")
          .slice(1)
          .reduce((at, key) => at[key.replaceAll("~1", "/").replaceAll("~0", "~")], spoilt);
        target["unknown key"] = 1;
        assert.notDeepEqual(errorsOf(kind, spoilt), [], `${kind} ${pointer}`);
      }
    }
  });
});

describe("The visible cases", () => {
  const folders = readdirSync(new URL("tests/cases/", ROOT), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const cases = folders.flatMap(({ name }) => readJson(`tests/cases/${name}/visible.json`));
  it("name only models of the table", () => {
    assert.ok(cases.length > 100);
    assert.deepEqual(
      unknownIds(
        cases.map((row) => row.case.device?.model ?? "other"),
        models,
      ),
      [],
    );
  });
  it("name only providers of the table, in their roles", () => {
    for (const { case: facts_ } of cases) {
      for (const [key, id] of Object.entries({ ...facts_.device, ...facts_.line })) {
        if (!(key in ROLES) || id === null || id === "none") continue;
        assert.ok(providers.find((row) => row.id === id)?.roles.includes(ROLES[key]), `${key}: ${id}`);
      }
    }
  });
});
