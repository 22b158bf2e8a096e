// Options and reasons as the engine tells them, with only what a test is about spelled out.

/** An option; a cover that answers for nothing unless `more` says otherwise. */
export const option = (more) => ({
  plan: "p",
  kind: "cover",
  verdict: "covered",
  total_yen: { min: 0, max: 0 },
  you_pay_yen: { min: 0, max: 0 },
  charges: [],
  tax: "included",
  deadlines: [],
  missing: [],
  not_stated: [],
  cautions: [],
  reasons: [],
  steps: [],
  contacts: [],
  holds: [],
  cites: [],
  ...more,
});
/** A reason; one that speaks for the cover unless `more` says otherwise. */
export const reason = (more) => ({ clause: "c", code: "flag_is", outcome: "yes", facts: [], reasons: [], ...more });
