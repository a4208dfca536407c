// One or two zones of a group at least cost: the least sums of lower bounds are looked up, then whatever could still be better is
// compared exactly. So the answer is exact although the tables are rounded.
import { type Gains, type Quanta, unrounded } from './gains.ts';
import { leastInside, zoneInside } from './subset-min.ts';
import { impossible, type Table } from './table.ts';

/** Zones as subsets of units, and their exact gain together. */
export interface Zones {
  readonly zones: readonly number[];
  readonly gain: number;
}

/** What a search had to give up on: more zones within the rounding than it compares one by one. */
export const tooMany = 'too many';
export type Searched = Zones | null | typeof tooMany;

/** As many subsets are looked at exactly at most. */
const mostLooks = (n: number) => 20_000 + (1 << n) / 8;
const mostPairs = 20_000_000;

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
  let limit = limitOf(best.gain, gains);
  if ((least[full] ?? 0) >= limit) return best;
  let looks = 0;
  for (let set = 1; set <= full; set += 1) {
    if ((least[set] ?? 0) >= limit || (set & gains.must) !== gains.must || gains.least(set) >= limit) continue;
    looks += 1;
    if (looks > mostLooks(gains.n)) return tooMany;
    const gain = gains.exact(set);
    if (gain >= best.gain - slack(best.gain)) continue;
    best = { zones: [set], gain };
    limit = limitOf(gain, gains);
  }
  return best;
}

/** A sum of quanta from here on cannot be better than the gain. */
function limitOf(gain: number, { scale }: Gains): number {
  return Math.ceil((gain - slack(gain)) * scale);
}

/** The two zones of least gain, the one from `one` and the other from `other` (the same, or with other bounds on pieces). */
export function bestTwo(one: Side, other: Side): Searched {
  const { gains } = one;
  const full = (1 << gains.n) - 1;
  const at = leastSplit(one.least, other.least, full);
  if (at === null) return null;
  const [a, b] = [zoneInside(one.least, at, gains), zoneInside(other.least, full ^ at, gains)];
  if (a === null || b === null) return null;
  const first: Zones = { zones: [a, b], gain: gains.exact(a) + other.gains.exact(b) };
  if ((one.least[at] ?? 0) + (other.least[full ^ at] ?? 0) >= limitOf(first.gain, gains)) return first;
  const limit = limitOf(first.gain, gains);
  const ones = within(one, other.least, limit);
  const others = one === other ? ones : within(other, one.least, limit);
  return ones === null || others === null ? tooMany : compare(first, { ones, others, must: gains.must });
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

interface Candidates {
  readonly sets: Int32Array;
  readonly gains: Float64Array;
}

/** The zones that, with the best of what is left, could stay below the limit; the best first. null: too many. */
function within({ gains, least }: Side, partner: Quanta, limit: number): Candidates | null {
  const full = (1 << gains.n) - 1;
  const found: { readonly set: number; readonly gain: number }[] = [];
  let looks = 0;
  for (let set = 1; set <= full; set += 1) {
    const rest = partner[full - set] ?? impossible;
    if ((least[set] ?? 0) + rest >= limit || gains.least(set) + rest >= limit) continue;
    looks += 1;
    if (looks > mostLooks(gains.n)) return null;
    const gain = gains.exact(set);
    if (Math.floor(gain * gains.scale) + rest < limit) found.push({ set, gain });
  }
  found.sort((a, b) => a.gain - b.gain || a.set - b.set);
  return { sets: Int32Array.from(found, ({ set }) => set), gains: Float64Array.from(found, ({ gain }) => gain) };
}

function compare(first: Zones, { ones, others, must }: { readonly ones: Candidates; readonly others: Candidates; readonly must: number }) {
  let best = first;
  let steps = 0;
  for (const [at, set] of ones.sets.entries()) {
    const gain = ones.gains[at] ?? 0;
    for (let by = 0; by < others.sets.length; by += 1) {
      const sum = gain + (others.gains[by] ?? 0);
      if (sum >= best.gain - slack(best.gain)) break;
      steps += 1;
      if (steps > mostPairs) return tooMany;
      const other = others.sets[by] ?? 0;
      if ((set & other) === 0 && ((set | other) & must) === must) best = { zones: [set, other], gain: sum };
    }
  }
  return best;
}
