// Three and more zones of a group too large for all its partitions: parks get prices, such that zones chosen without regard for each other
// cost as much as they can; then only zones near that bound are put together. Exact where it ends.
import type { Gains } from '../explain/gains.ts';
import { sumsOver } from '../tables/table-halves.ts';
import { impossible } from '../tables/table-scale.ts';
import { type Searched, type Side, slack, tooMany, type Zones } from '../zones-of-group.ts';
import type { SeveralAsked } from './many-zones.ts';

const turns = 15;
const rounds = 80;
const mostInCore = 20_000;
const mostZones = 200_000;
/** Quanta: no zones lie so far apart. */
const everything = 2 ** 34;
const mostSteps = 60_000_000;

/** null: no such zones. `tooMany`: the bound is too weak here; what is wanted needs another way. */
export function bestPacking({ gains, least }: Side, asked: SeveralAsked): Searched {
  const quanta = new Int32Array(1 << gains.n);
  for (let high = 0; high < 1 << (gains.n - gains.low); high += 1) gains.put(high, quanta, high << gains.low);
  const priced = ascended(gains, quanta, asked.count);
  if (priced === null) return null;
  for (let reach = 2e-3 * (1 + Math.abs(priced.bound)); reach < everything; reach *= 2) {
    // The last zone is the farthest above the least: one before it lies at most half as far.
    const near = nearZones(gains, { quanta, priced, reach: reach / 2, most: mostZones });
    if (near === null) return tooMany;
    near.sort((a, b) => a.above - b.above || a.set - b.set);
    const found = assembled({ gains, least }, { ...asked, near, priced, reach });
    if (found !== null) return found;
  }
  return null;
}

interface Priced {
  /** By unit, in quanta: what standing in a zone costs on top; negative only for units that must. */
  readonly prices: Float64Array;
  /** The least of gain and prices over all zones. */
  readonly least: number;
  /** No zones together gain less: count · least − Σ prices. */
  readonly bound: number;
}

/**
 * Goes up the bound along its subgradient: over zones near the least only, then over all to see what the bound really is, in turn. null: no
 * zone is possible.
 */
function ascended(gains: Gains, quanta: Int32Array, count: number): Priced | null {
  const priced = (prices: Float64Array): Priced => {
    const { least } = cheapest(gains, quanta, prices);
    return { prices, least, bound: count * least - prices.reduce((sum, price) => sum + price, 0) };
  };
  let best = priced(new Float64Array(gains.n));
  if (best.least >= impossible) return null;
  let last = best;
  let reach = 0.1 * (1 + Math.abs(best.bound));
  for (let [turn, theta] = [0, 1]; turn < turns && theta > 0.05; turn += 1) {
    const core = new Set<number>();
    for (const priced of new Set([best, last])) reach = addNear(gains, core, { quanta, priced, reach, most: mostInCore });
    last = priced(climbed(gains, { core: Int32Array.from(core), quanta, from: best, count, theta }));
    if (last.bound <= best.bound + 1e-4 * Math.abs(best.bound)) theta /= 2;
    if (last.bound > best.bound) best = last;
    reach *= 1.2;
  }
  return best;
}

/** Zones near the least at these prices, to a core; nearer ones where they would be too many. Answers how near. */
function addNear(gains: Gains, core: Set<number>, asked: Reach): number {
  for (let { reach } = asked; ; reach /= 2) {
    const near = nearZones(gains, { ...asked, reach });
    if (near === null) continue;
    for (const { set } of near) core.add(set);
    return reach;
  }
}

interface Climb {
  readonly core: Int32Array;
  readonly quanta: Int32Array;
  readonly from: Priced;
  readonly count: number;
  readonly theta: number;
}

/** Prices at which the bound over the core is high. */
function climbed(gains: Gains, { core, quanta, from, count, theta }: Climb): Float64Array {
  const prices = from.prices.slice();
  let best = { prices: from.prices, bound: Number.NEGATIVE_INFINITY };
  let [length, idle] = [theta * 0.02 * (1 + Math.abs(from.bound)), 0];
  for (let round = 0; round < rounds; round += 1) {
    const { zone, least } = cheapestOf(core, { gains, quanta, prices });
    const bound = count * least - prices.reduce((sum, price) => sum + price, 0);
    if (bound > best.bound) {
      best = { prices: prices.slice(), bound };
      idle = 0;
    } else {
      idle += 1;
      if (idle % 5 === 0) {
        length /= 2;
        prices.set(best.prices);
      }
    }
    stepped(gains, prices, { zone, count, length });
  }
  return best.prices;
}

function cheapestOf(
  core: Int32Array,
  { gains, quanta, prices }: { readonly gains: Gains; readonly quanta: Int32Array; readonly prices: Float64Array },
) {
  const [lows, highs] = [sumsOver(prices, 0, gains.low), sumsOver(prices, gains.low, gains.n - gains.low)];
  let [zone, least] = [0, Number.POSITIVE_INFINITY];
  for (const set of core) {
    const sum = (quanta[set] ?? 0) + (lows[set & (lows.length - 1)] ?? 0) + (highs[set >>> gains.low] ?? 0);
    if (sum < least) {
      least = sum;
      zone = set;
    }
  }
  return { zone, least };
}

interface Step {
  readonly zone: number;
  readonly count: number;
  readonly length: number;
}

/** Units that all zones want become dearer, those that none wants cheaper. */
function stepped({ n, must }: Gains, prices: Float64Array, { zone, count, length }: Step): void {
  const slopes = Float64Array.from({ length: n }, (_, unit) => ((zone >>> unit) & 1 ? count - 1 : -1));
  const norm = slopes.reduce((sum, slope) => sum + slope * slope, 0);
  for (let unit = 0; unit < n; unit += 1) {
    const price = (prices[unit] ?? 0) + ((slopes[unit] ?? 0) * length) / norm;
    prices[unit] = (must >>> unit) & 1 ? price : Math.max(0, price);
  }
}

function cheapest({ n, low }: Gains, quanta: Int32Array, prices: Float64Array): { readonly zone: number; readonly least: number } {
  const [lows, highs] = [sumsOver(prices, 0, low), sumsOver(prices, low, n - low)];
  let [zone, least] = [0, Number.POSITIVE_INFINITY];
  for (let high = 0; high < highs.length; high += 1) {
    const [at, add] = [high << low, highs[high] ?? 0];
    for (let set = 0; set < lows.length; set += 1) {
      const sum = (quanta[at + set] ?? 0) + (lows[set] ?? 0) + add;
      if (sum < least) {
        least = sum;
        zone = at + set;
      }
    }
  }
  return { zone, least };
}

interface Near {
  readonly set: number;
  readonly quanta: number;
  /** Above the least, in quanta. */
  readonly above: number;
}

interface Reach {
  readonly quanta: Int32Array;
  readonly priced: Priced;
  readonly reach: number;
  readonly most: number;
}

/** The zones less than `reach` above the least. null: too many. */
function nearZones({ n, low }: Gains, { quanta, priced, reach, most }: Reach): Near[] | null {
  const [lows, highs] = [sumsOver(priced.prices, 0, low), sumsOver(priced.prices, low, n - low)];
  const near: Near[] = [];
  for (let high = 0; high < highs.length; high += 1) {
    const [at, add] = [high << low, (highs[high] ?? 0) - priced.least];
    for (let set = 0; set < lows.length; set += 1) {
      const gain = quanta[at + set] ?? impossible;
      const above = gain + (lows[set] ?? 0) + add;
      if (above <= reach && gain < impossible) near.push({ set: at + set, quanta: gain, above });
    }
    if (near.length > most) return null;
  }
  return near;
}

interface Assembly extends SeveralAsked {
  readonly near: readonly Near[];
  readonly priced: Priced;
  readonly reach: number;
}

/**
 * The best zones that together lie at most `reach` above the bound. null: there are none, so a higher reach is needed. All but the last are
 * chosen from those near, in their order; the last is looked up in what they leave.
 */
function assembled({ gains, least }: Side, { count, detached, near, priced, reach }: Assembly): Zones | null | typeof tooMany {
  let best: Zones | null = null;
  let [end, steps] = [priced.bound + reach, 0];
  const full = (1 << gains.n) - 1;

  function choose(from: number, { zones, used, above, sum }: Chosen): void {
    const left = count - zones.length;
    if (left === 1) {
      if (sum + (least[full ^ used] ?? impossible) < end) last(zones, full ^ used, 0, end - sum);
      return;
    }
    for (let at = from; at < near.length && steps <= mostSteps; at += 1) {
      const zone = near[at];
      steps += 1;
      if (zone === undefined || priced.bound + above + left * zone.above >= end) return;
      if ((zone.set & used) !== 0) continue;
      choose(at + 1, { zones: [...zones, zone.set], used: used | zone.set, above: above + zone.above, sum: sum + zone.quanta });
    }
  }

  /** Every zone inside the set whose bound lies below the limit, with those chosen: units are taken out from `bit` on. */
  function last(zones: readonly number[], set: number, bit: number, limit: number): void {
    steps += 1;
    if ((least[set] ?? impossible) >= limit || steps > mostSteps) return;
    if (gains.least(set) < limit) leaf([...zones, set]);
    for (let unit = bit; unit < gains.n; unit += 1) {
      const one = 1 << unit;
      if ((set & one) !== 0 && (gains.must & one) === 0) last(zones, set ^ one, unit + 1, limit);
    }
  }

  function leaf(zones: readonly number[]): void {
    if (detached !== undefined && zones.reduce((sum, zone) => sum + gains.pieces(zone) - 1, 0) > detached) return;
    const gain = zones.reduce((sum, zone) => sum + gains.exact(zone), 0);
    if (gain * gains.scale > priced.bound + reach || (best !== null && gain >= best.gain - slack(best.gain))) return;
    best = { zones, gain };
    end = Math.ceil((gain - slack(gain)) * gains.scale);
  }

  choose(0, { zones: [], used: 0, above: 0, sum: 0 });
  return steps > mostSteps ? tooMany : best;
}

interface Chosen {
  readonly zones: readonly number[];
  readonly used: number;
  /** Together above the least, and their bounds, in quanta. */
  readonly above: number;
  readonly sum: number;
}
