/**
 * What goes into the engine and what comes out, exactly as it travels.
 * Dates are civil dates in Japan (`"2024-07-15"`); where a person may know only the month, `"2024-07"`.
 * Money is whole yen.
 */

export type * from "./answer-types.js";
export type * from "./case-types.js";
export type * from "./catalog-types.js";
export type * from "./cost-types.js";
export type * from "./outlook-types.js";
export type * from "./values.js";
export type * from "./what-if-types.js";
