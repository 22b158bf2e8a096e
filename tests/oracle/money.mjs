// Yen as ranges; Infinity is the end that nobody names.

export const OPEN = { min: 0, max: Infinity };
export const NOTHING = { min: 0, max: 0 };

export const rangeOf = (amount) =>
  typeof amount === "number" ? { min: amount, max: amount } : { min: amount.min, max: amount.max ?? Infinity };

export const hull = (ranges) => ({
  min: Math.min(...ranges.map(({ min }) => min)),
  max: Math.max(...ranges.map(({ max }) => max)),
});

export const sum = (ranges) =>
  ranges.reduce((total, { min, max }) => ({ min: total.min + min, max: total.max + max }), NOTHING);

export const withZero = ({ max }) => ({ min: 0, max });

const over = (price, cap) => (price === Infinity ? Infinity : Math.max(0, price - cap));
export const excess = ({ min, max }, cap) => ({ min: over(min, cap), max: over(max, cap) });
export const atMost = ({ min, max }, cap) => ({ min: Math.min(min, cap), max: Math.min(max, cap) });

/** As an answer spells it. */
export const spelled = ({ min, max }) => ({ min, max: max === Infinity ? null : max });
