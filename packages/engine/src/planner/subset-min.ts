// For every set of units the best zone inside of it, by halving: the least of a set is the least of it without one unit or with it.
import type { Gains, Quanta } from './gains.ts';
import { impossible } from './table-scale.ts';

/** least[S] = the least gain of a zone inside S that holds all units of S that must stand in one. */
export function leastInside(gains: Gains, into: Quanta): void {
  const { low, must } = gains;
  const size = 1 << low;

  /** The subsets with high halves from `high` on, as far as `bits` go; false: none is possible. */
  function fill(high: number, bits: number): boolean {
    const at = high << low;
    if (bits === 0) {
      const any = gains.put(high, into, at);
      if (any) for (let bit = 0; bit < low; bit += 1) if (((must >>> bit) & 1) === 0) halve(into, { at, size, step: 1 << bit });
      return any;
    }
    const half = 1 << (bits - 1);
    const [without, with_] = [fill(high, bits - 1), fill(high + half, bits - 1)];
    if (without && ((must >>> (low + bits - 1)) & 1) === 0) {
      halve(into, { at, size: size << bits, step: half << low });
      return true;
    }
    return without || with_;
  }
  fill(0, gains.n - low);
}

/** least[s with the unit] = min of itself and s without it, for all s of a stretch. */
function halve(least: Quanta, { at, size, step }: { readonly at: number; readonly size: number; readonly step: number }): void {
  for (let from = at + step; from < at + size; from += 2 * step) {
    for (let set = from; set < from + step; set += 1) {
      const without = least[set - step] ?? 0;
      if (without < (least[set] ?? 0)) least[set] = without;
    }
  }
}

/** The zone whose gain stands at least[set]. */
export function zoneInside(least: Quanta, set: number, { n, must }: Pick<Gains, 'n' | 'must'>): number | null {
  const gain = least[set] ?? impossible;
  if (gain >= impossible) return null;
  let zone = set;
  for (let bit = 0; bit < n; bit += 1) {
    const one = 1 << bit;
    if ((zone & one) !== 0 && (must & one) === 0 && least[zone ^ one] === gain) zone ^= one;
  }
  return zone;
}
