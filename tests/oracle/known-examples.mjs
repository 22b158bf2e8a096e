// The smallest case of every matter in known.mjs: the library and the oracle are known to differ in its plan. Each is
// { known, question, plan, case }.

export const EXAMPLES = [
  {
    known: "the day of a claim of a month is asked for where it moves only how many are left",
    question: "assess",
    plan: "iijmio-device-option-new",
    case: {
      as_of: "2022-03-11",
      device: {
        bought_on: "2020-02-29",
        bought_from: "iijmio",
        condition: "refurbished",
        maker_warranty_until: "none",
      },
      covers: [
        {
          plan: "iijmio-device-option-new",
          joined_on: "2020-02-29",
          started_on: "2020-02-29",
          claims: [{ on: "2020-03-11" }, { on: "2021-03" }],
        },
      ],
      incident: { kind: "button_failure", on: "2022-03-11", repair_price_yen: 50_000 },
    },
  },
  {
    known: "the lock of a phone is asked for where the terms are silent anyway and a cover may be for another phone",
    question: "enrolment",
    plan: "iijmio-tsunagaru",
    case: {
      as_of: "2020-06-01",
      device: {
        model: "xiaomi-12t-pro",
        released_on: "2025-11-29",
        bought_from: "iijmio",
        condition: "used",
        repaired_by_third_party: false,
        sold_in_japan: true,
        conformity_mark: true,
        undamaged: true,
      },
      line: { carrier: "iijmio", contracted_on: "2027-11-27", is_new_contract: true },
      covers: [{ plan: "iijmio-tsunagaru" }],
      join_on: "2027-11-27",
    },
  },
];
