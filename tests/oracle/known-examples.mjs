// The smallest case of every matter in known.mjs: the library and the oracle are known to differ in its plan.

const linemo = (claims, on) => ({
  as_of: on,
  device: { model: "other", os: "android", category: "smartphone" },
  covers: [
    { plan: "linemo-mochikomi", joined_on: "2020-02-29", registered_on: "2020-03-01", is_this_device: true, claims },
  ],
  incident: { kind: "screen_crack", on, repair_price_yen: 4000, remedy: "repair", where: "maker" },
});

export const EXAMPLES = [
  {
    known: "a claim day is asked for that moves nothing",
    question: "assess",
    plan: "linemo-mochikomi",
    case: linemo(
      [null, "2021-08-02", "2022-05-17"].map((on) => ({ on, kind: "screen_crack" })),
      "2023-03-26",
    ),
  },
  {
    known: "a cover joined after the incident and never registered",
    question: "assess",
    plan: "linemo-mochikomi-applecare",
    case: {
      as_of: "2024-05-20",
      device: { model: "iphone-13-mini" },
      covers: [
        {
          plan: "linemo-mochikomi-applecare",
          joined_on: "2024-11-23",
          registered: false,
          is_this_device: true,
          claims: [],
        },
      ],
      incident: { kind: "screen_crack", on: "2024-05-19", repair_price_yen: 30080, remedy: "repair", where: "maker" },
    },
  },
];
