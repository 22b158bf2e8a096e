/** From which month on a plan costs more than going without it. */
import type { Cost } from "../api/types.js";
import { savingSign } from "../text/format.js";
import type { Gaps } from "../text/message.js";

/** The two months between which it turns. */
export interface BreakEven {
  /** The last month through which the plan surely is the cheaper way; 0 where it never is. */
  cheaperThrough: number;
  /** The first month from which it surely is the dearer one; `null` where it never is. */
  dearerFrom: number | null;
}

/** Looks for the turn among the months 1 … `most`; what a plan saves can only sink from month to month. */
export function breakEven(savingAt: (months: number) => Cost["saving_yen"], most: number): BreakEven {
  const known = new Map<number, ReturnType<typeof savingSign>>();
  const signAt = (months: number): ReturnType<typeof savingSign> => {
    const sign = known.get(months) ?? savingSign(savingAt(months));
    known.set(months, sign);
    return sign;
  };
  const firstNotCheaper = firstWhere((months) => signAt(months) !== "cheaper", most);
  const firstDearer = firstWhere((months) => signAt(months) === "dearer", most);
  return { cheaperThrough: firstNotCheaper - 1, dearerFrom: firstDearer > most ? null : firstDearer };
}

/** The first month for which something that stays true is true; one more than `most` if it never is. */
function firstWhere(isTrue: (months: number) => boolean, most: number): number {
  let low = 1;
  let high = most + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The sentence that tells a turn: its key, and what fills its gaps. */
export function breakEvenText({ cheaperThrough, dearerFrom }: BreakEven, most: number): { key: string; gaps: Gaps } {
  const gaps = { through: cheaperThrough, from: dearerFrom ?? most, most };
  if (cheaperThrough >= most) return { key: "join.even_never", gaps };
  if (dearerFrom === null) return { key: cheaperThrough > 0 ? "join.even_cheaper_then_open" : "join.even_open", gaps };
  if (dearerFrom === 1) return { key: "join.even_at_once", gaps };
  if (cheaperThrough === 0) return { key: "join.even_open_then_dearer", gaps };
  return { key: dearerFrom === cheaperThrough + 1 ? "join.even" : "join.even_between", gaps };
}
