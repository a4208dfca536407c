// Subsets of up to thirty units as bits: the low half is looked up, the high half stands still while the low one runs through.

/** Bits of the low half: small enough that its sums stay in the fastest memory of a processor. */
export const lowBits = 11;

/** sums[s] = Σ of `values` over the bits of s, from `first` on. */
export function sumsOver(values: ArrayLike<number>, first: number, bits: number): Float64Array {
  const sums = new Float64Array(1 << bits);
  for (let set = 1; set < sums.length; set += 1) {
    sums[set] = (sums[set & (set - 1)] ?? 0) + (values[first + lowest(set)] ?? 0);
  }
  return sums;
}

/** The place of the lowest bit that is set. */
export function lowest(set: number): number {
  return 31 - Math.clz32(set & -set);
}

/** The places of the bits that are set, ascending. */
export function bitsOf(set: number): number[] {
  const places: number[] = [];
  for (let left = set; left !== 0; left &= left - 1) places.push(lowest(left));
  return places;
}
