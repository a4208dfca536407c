// For every set of units the best zone inside of it, by halving: the least of a set is the least of it without one unit or with it.
import type { Gains, Quanta } from '../explain/gains.ts';
import { impossible } from './table-scale.ts';

/** least[S] = the least gain of a zone inside S that holds all units of S that must stand in one. */
export function leastInside(gains: Gains, into: Quanta): void {
  const { n, low, must } = gains;
  const free = (bit: number) => ((must >>> bit) & 1) === 0;

  /** The subsets from `at` on as far as the units before `bits` go: two units at a time, so that memory is gone through half as often. */
  function fill(at: number, bits: number): boolean {
    if (bits <= low) return gains.put(at >>> low, into, at) && halved(at, 0, low);
    const own = bits - 2 >= low ? 2 : 1;
    const size = 1 << (bits - own);
    let any = false;
    for (let part = 0; part < 1 << own; part += 1) any = fill(at + part * size, bits - own) || any;
    return any && halved(at, bits - own, bits);
  }

  function halved(at: number, from: number, to: number): boolean {
    const stretch = { at, size: 1 << to };
    for (let bit = from; bit < to; bit += 1) {
      if (bit + 1 < to && free(bit) && free(bit + 1)) {
        halveTwice(into, stretch, 1 << bit);
        bit += 1;
      } else if (free(bit)) halve(into, stretch, 1 << bit);
    }
    return true;
  }
  fill(0, Math.max(n, low));
}

interface Stretch {
  readonly at: number;
  readonly size: number;
}

/** least[s with the unit] = min of itself and s without it, for all s of a stretch. */
function halve(least: Quanta, { at, size }: Stretch, step: number): void {
  for (let from = at + step; from < at + size; from += 2 * step) {
    for (let set = from; set < from + step; set += 1) {
      const without = least[set - step] ?? 0;
      if (without < (least[set] ?? 0)) least[set] = without;
    }
  }
}

/** The same for a unit and the next at once. */
function halveTwice(least: Quanta, { at, size }: Stretch, step: number): void {
  const other = 2 * step;
  const both = 3 * step;
  for (let from = at; from < at + size; from += 4 * step) {
    for (let set = from; set < from + step; set += 1) {
      const none = least[set] ?? 0;
      let one = least[set + step] ?? 0;
      let two = least[set + other] ?? 0;
      let three = least[set + both] ?? 0;
      if (none < one) one = none;
      if (two < three) three = two;
      if (none < two) two = none;
      if (one < three) three = one;
      least[set + step] = one;
      least[set + other] = two;
      least[set + both] = three;
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
