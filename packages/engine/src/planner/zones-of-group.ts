// One or two zones of a group at least cost: the least sums of lower bounds are looked up, then whatever could still be better is
// compared exactly. So the answer is exact although the tables are rounded.
import { type Gains, type Quanta, unrounded } from './explain/gains.ts';
import { leastInside, zoneInside } from './tables/subset-min.ts';
import type { Table } from './tables/table.ts';
import { impossible } from './tables/table-scale.ts';

/** Zones as subsets of units, and their exact gain together. */
export interface Zones {
  readonly zones: readonly number[];
  readonly gain: number;
}

/** What a search had to give up on: more zones within the rounding than it compares one by one. */
export const tooMany = 'too many';
export type Searched = Zones | null | typeof tooMany;

/** Differences that sums of doubles may have. */
export function slack(gain: number): number {
  return 1e-9 * (1 + Math.abs(gain));
}

/** Gains with the best zone inside every set of units, by its lower bound. */
export interface Side {
  readonly gains: Gains;
  readonly least: Quanta;
}

export function sideOf(gains: Gains): Side {
  const into = gains.rounded ? new Int32Array(1 << gains.n) : new Float64Array(1 << gains.n);
  leastInside(gains, into);
  return { gains, least: into };
}

/** Searches with rounded bounds; where too much lies within them with sharper ones, at last without rounding. */
export function settled<T>(table: Table, search: (wrap: (gains: Gains) => Gains) => T | null): T {
  const quick = search((gains) => gains);
  if (quick !== null) return quick;
  table.sharpen();
  const sharp = search((gains) => gains) ?? search(unrounded);
  if (sharp !== null) return sharp;
  throw new Error('without rounding nothing is left to compare');
}

/** The best zone that holds all units that must stand in one; null: none may be. */
export function bestZone({ gains, least }: Side): Searched {
  const full = (1 << gains.n) - 1;
  const first = zoneInside(least, full, gains);
  if (first === null) return null;
  let best: Zones = { zones: [first], gain: gains.exact(first) };
  if ((least[full] ?? 0) >= endOf(best, gains)) return best;
  const found = below({ gains, least }, endOf(best, gains), null);
  if (found === null) return tooMany;
  for (const key of found) {
    if (boundOf(key) >= endOf(best, gains)) break;
    const gain = gains.exact(setOf(key));
    if (gain < best.gain - slack(best.gain)) best = { zones: [setOf(key)], gain };
  }
  return best;
}

/**
 * The two zones of least gain, the one from `one` and the other from `other` (the same, or with other bounds on pieces); null: there are none,
 * or none that gain less than `beat`.
 */
export function bestTwo(one: Side, other: Side, beat: Zones | null = null): Searched {
  const { gains } = one;
  const full = (1 << gains.n) - 1;
  const at = leastSplit(one.least, other.least, full);
  if (at === null) return null;
  const [a, b] = [zoneInside(one.least, at, gains), zoneInside(other.least, full ^ at, gains)];
  if (a === null || b === null) return null;
  const bound = (one.least[at] ?? 0) + (other.least[full ^ at] ?? 0);
  if (beat !== null && bound >= endOf(beat, gains)) return null;
  const met: Zones = { zones: [a, b], gain: gains.exact(a) + other.gains.exact(b) };
  const first = beat !== null && beat.gain < met.gain ? beat : met;
  const end = endOf(first, gains);
  if (bound >= end) return first;
  const ones = below(one, end, other.least);
  const others = one === other ? ones : below(other, end, one.least);
  return ones === null || others === null ? tooMany : compared(first, { one, other, ones, others });
}

/** A sum of quanta from here on cannot be better. */
function endOf({ gain }: Zones, { scale, rounded }: Gains): number {
  const end = (gain - slack(gain)) * scale;
  return rounded ? Math.ceil(end) : end;
}

/** Where the units are split so that the bounds on both sides add up to least. */
function leastSplit(one: Quanta, other: Quanta, full: number): number | null {
  let best = impossible;
  let at: number | null = null;
  // Where both sides are alike, half of the splits say all.
  const end = one === other ? full >>> 1 : full;
  for (let set = 0; set <= end; set += 1) {
    const sum = (one[set] ?? 0) + (other[full - set] ?? 0);
    if (sum < best) {
      best = sum;
      at = set;
    }
  }
  return at;
}

/** A subset with its bound in one number, so that they sort by the bound: fewer than 2²⁵ subsets, bounds of fewer than 28 bits. */
const sets = 2 ** 24;
const setOf = (key: number) => key - Math.floor(key / sets) * sets;
const boundOf = (key: number) => Math.floor(key / sets);

/** As many zones are looked at one by one at most, and as many pairs of them. */
const mostLooks = (n: number) => 20_000 + (1 << n) / 8;
const mostPairs = 20_000_000;

/** The zones whose bound, with that of the best partner in what they leave, lies below the end; the least first. null: too many. */
function below({ gains, least }: Side, end: number, partner: Quanta | null): Float64Array | null {
  const full = (1 << gains.n) - 1;
  const most = mostLooks(gains.n);
  const keys: number[] = [];
  for (let set = 1; set <= full; set += 1) {
    const rest = partner === null ? 0 : (partner[full - set] ?? 0);
    // The best zone inside of the set first: it stands at hand.
    if ((least[set] ?? 0) + rest >= end || (partner === null && (set & gains.must) !== gains.must)) continue;
    const bound = gains.least(set) + rest;
    if (bound >= end) continue;
    if (keys.length >= most) return null;
    keys.push(bound * sets + set);
  }
  return Float64Array.from(keys).sort();
}

interface Pairing {
  readonly one: Side;
  readonly other: Side;
  readonly ones: Float64Array;
  readonly others: Float64Array;
}

/** Zones that stay below the end with their exact gain. */
interface Kept {
  readonly sets: number[];
  readonly gains: number[];
}

/** Goes up by bounds on both sides; each zone is compared with all that went before on the other side. */
function compared(first: Zones, { one, other, ones, others }: Pairing): Zones | typeof tooMany {
  const same = one === other;
  const [left, right]: [Kept, Kept] = [
    { sets: [], gains: [] },
    { sets: [], gains: [] },
  ];
  let [best, steps] = [first, 0];
  const take = (key: number, { gains }: Side, own: Kept, partners: Kept) => {
    const set = setOf(key);
    const gain = gains.exact(set);
    for (let at = 0; at < partners.sets.length; at += 1) {
      const sum = gain + (partners.gains[at] ?? 0);
      if (sum >= best.gain - slack(best.gain)) continue;
      const partner = partners.sets[at] ?? 0;
      if ((set & partner) === 0 && ((set | partner) & gains.must) === gains.must) best = { zones: [set, partner], gain: sum };
    }
    steps += partners.sets.length;
    own.sets.push(set);
    own.gains.push(gain);
  };
  for (let [a, b] = [0, 0]; ; ) {
    const [next, nextOther] = [
      ones[a] ?? Number.POSITIVE_INFINITY,
      same ? Number.POSITIVE_INFINITY : (others[b] ?? Number.POSITIVE_INFINITY),
    ];
    if (boundOf(Math.min(next, nextOther)) >= endOf(best, one.gains)) return best;
    if (steps > mostPairs) return tooMany;
    if (next <= nextOther) {
      take(next, one, left, same ? left : right);
      a += 1;
    } else {
      take(nextOther, other, right, left);
      b += 1;
    }
  }
}
