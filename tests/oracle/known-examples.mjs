// The smallest case of every matter in known.mjs: the library and the oracle are known to differ in its plan. Each is
// { known, question, plan, case }.

export const EXAMPLES = [];
