// The smallest case of every matter in known.mjs: the library and the oracle are known to differ in its plan.

const linemo = (claims, on) => ({
  as_of: on,
  device: { model: "other", os: "android", category: "smartphone" },
  covers: [
    { plan: "linemo-mochikomi", joined_on: "2020-02-29", registered_on: "2020-03-01", is_this_device: true, claims },
  ],
  incident: { kind: "screen_crack", on, repair_price_yen: 4000, remedy: "repair", where: "maker" },
});
const joiningLinemo = { carrier: "linemo", plan: "best_plan", is_new_contract: true };
const fromIijmio = { bought_on: "2024-07-15", bought_from: "iijmio", condition: "new" };
const joiningIijmio = { covers: [], payment: "lump_sum", other_covers_count: 0 };

export const EXAMPLES = [
  {
    known: "a door that opens only later",
    question: "timeline",
    plan: "iijmio-device-option-new",
    case: { as_of: "2024-07-14", device: { ...fromIijmio, model: "xiaomi-11t" }, ...joiningIijmio },
  },
  {
    known: "a window after a claim of which the month is said, or beside an incident",
    question: "timeline",
    plan: "linemo-mochikomi",
    case: (({ as_of, device, covers }) => ({ as_of, device, covers }))(
      linemo([{ on: "2022-08", kind: "screen_crack" }], "2022-09-10"),
    ),
  },
  {
    known: "a window after a claim of which the month is said, or beside an incident",
    question: "timeline",
    plan: "linemo-mochikomi",
    case: { ...linemo([{ on: "2021-08-31", kind: "screen_crack" }], "2022-08-29"), as_of: "2022-09-10" },
  },
  {
    known: "a silence on the fee stands beside a door",
    question: "timeline",
    plan: "iijmio-device-option-new",
    case: { as_of: "2024-07-15", device: { ...fromIijmio, model: "xiaomi-11t" }, ...joiningIijmio },
  },
  {
    known: "a silence is not told where a fact is missing",
    question: "timeline",
    plan: "xiaomi-11t-special-warranty",
    case: { as_of: "2022-09-10", device: { model: "xiaomi-11t-pro", bought_on: "2022-09-01" } },
  },
  {
    known: "whether the cover was prolonged is not asked for",
    question: "timeline",
    plan: "applecare-plus",
    case: {
      as_of: "2022-08-01",
      device: { model: "iphone-13" },
      covers: [{ plan: "applecare-plus", started_on: "2022-07-15", is_this_device: true }],
    },
  },
  {
    known: "a fact that moves a day that another one bounds is not asked for",
    question: "timeline",
    plan: "linemo-mochikomi",
    case: {
      as_of: "2024-01-10",
      device: { model: "xiaomi-11t-pro" },
      line: { ...joiningLinemo, contracted_on: "2024-01-10" },
      covers: [],
    },
  },
  {
    known: "a fact that moves a day that another one bounds is not asked for",
    question: "timeline",
    plan: "linemo-mochikomi-applecare",
    case: {
      as_of: "2023-10-07",
      device: { model: "iphone-13" },
      line: { ...joiningLinemo, contracted_on: "2023-10", opened_on: "2023-10-07" },
      covers: [],
    },
  },
  {
    known: "a fact that moves a day that another one bounds is not asked for",
    question: "timeline",
    plan: "applecare-plus",
    case: {
      as_of: "2017-01-24",
      device: { model: "iphone-x", bought_on: "2018-01-31" },
      covers: [{ plan: "applecare-plus", is_this_device: true, extended: false, ended_on: "2018-01-23" }],
    },
  },
  {
    known: "a fact that moves a day that another one bounds is not asked for",
    question: "timeline",
    plan: "au-device-support",
    case: {
      as_of: "2023-01-01",
      device: { model: "iphone-13", owner: "subscriber" },
      line: { contracted_on: "2023-06-01" },
      covers: [{ plan: "au-device-support", started_on: "2022-07-15", is_this_device: true }],
    },
  },
  {
    known: "a fact is asked for that moves no day",
    question: "timeline",
    plan: "xiaomi-11t-special-warranty",
    case: { as_of: "2018-06-11", device: { model: "xiaomi-12t-pro", bought_on: "2018-05-30" } },
  },
  {
    known: "a fact is asked for that moves no day",
    question: "timeline",
    plan: "iijmio-tsunagaru",
    case: {
      as_of: "2016-12-28",
      device: { model: "iphone-13" },
      covers: [{ plan: "iijmio-tsunagaru", started_on: "2017-11", is_this_device: true }],
    },
  },
];
