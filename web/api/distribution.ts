/** A distribution of whole yen, on the lattice that all its amounts share. */
export class Distribution implements Iterable<[yen: number, p: number]> {
  /** Amounts that may come out, ascending, in yen. */
  readonly yen: Float64Array;
  /** The probability of each. */
  readonly p: Float64Array;

  /** `lattice`: a probability for every step from `first_yen` on; it is copied. */
  constructor({ first_yen: first, step_yen: step }: { first_yen: number; step_yen: number }, lattice: Float64Array) {
    const places = [...lattice.keys()].filter((place) => (lattice[place] ?? 0) > 0);
    this.yen = Float64Array.from(places, (place) => first + place * step);
    this.p = Float64Array.from(places, (place) => lattice[place] ?? 0);
  }

  /** `[yen, probability]` in ascending yen. */
  *[Symbol.iterator](): Iterator<[yen: number, p: number]> {
    for (const [place, sum] of this.yen.entries()) yield [sum, this.p[place] ?? 0];
  }
}
