// What every subset of units saves as one zone, against all its parks standing in none, under the locks, prices and decisions asked for:
// the table's costs and a sum over parks. Negative is good. In quanta rounded down, and exactly.
import type { Frame } from './heuristic-frame.ts';
import { impossible, type Table } from './table.ts';
import { bitsOf, lowest, sumsOver } from './table-halves.ts';
import type { Units } from './units.ts';

export interface Gains {
  /** Units; a subset is their bits. */
  readonly n: number;
  readonly low: number;
  readonly must: number;
  /** Quanta in a cost of one. */
  readonly scale: number;
  /** Whole quanta, rounded down. */
  readonly rounded: boolean;
  readonly exact: (set: number) => number;
  /** Quanta, at most the gain; `impossible` where it may be no zone. */
  readonly least: (set: number) => number;
  /** Writes `least` of all subsets with this high half from `at` on; false: none may be a zone. */
  readonly put: (high: number, into: Quanta, at: number) => boolean;
  readonly pieces: (set: number) => number;
  /** Places of its parks, ascending. */
  readonly parks: (set: number) => readonly number[];
}

/** Whole quanta where they are rounded down. */
export type Quanta = Int32Array | Float64Array;

/** Bit that no unit has: marks subsets that are impossible by themselves. */
const wrong = 1 << 30;

/** `most`: a zone has at most so many pieces. Every unit must be made of units of the table. */
export function gainsOf(table: Table, frame: Frame, { units, most }: { readonly units: Units; readonly most: number }): Gains {
  const n = units.units.length;
  const low = Math.min(table.low, n);
  const sums = linearOf(table, frame, { units, low });
  const places = placesIn(table, units, low);
  const wholes = wholesOf(units, low);
  const { shift, scale } = sums;
  const indexOf = (set: number) => (places.low[set & ((1 << low) - 1)] ?? 0) | (places.high[set >>> low] ?? 0);
  const may = (set: number) => wholes.may(set) && (table.pieces[indexOf(set)] ?? 0) <= most;

  function least(set: number): number {
    const cost = table.least[indexOf(set)] ?? impossible;
    if (cost >= impossible || !may(set)) return impossible;
    const high = set >>> low;
    return (cost >> shift) + (sums.lowQuanta(high)[set & ((1 << low) - 1)] ?? 0) + (sums.highQuanta[high] ?? 0);
  }

  function put(high: number, into: Quanta, at: number): boolean {
    if (!wholes.may(high << low)) {
      into.fill(impossible, at, at + (1 << low));
      return false;
    }
    const foes = wholes.foes(high) | wrong;
    const [first, add] = [places.high[high] ?? 0, sums.highQuanta[high] ?? 0];
    const own = sums.lowQuanta(high);
    let any = false;
    for (let set = 0; set < 1 << low; set += 1) {
      const cost = table.least[first | (places.low[set] ?? 0)] ?? impossible;
      if (cost >= impossible || ((wholes.marks[set] ?? 0) & foes) !== 0) {
        into[at + set] = impossible;
        continue;
      }
      any = true;
      into[at + set] = (cost >> shift) + (own[set] ?? 0) + add;
    }
    if (wholes.deep || most <= frame.group.costs.maxDetachedPieces) sieve(into, at, high << low);
    return any;
  }

  function sieve(into: Quanta, at: number, first: number): void {
    for (let set = 0; set < 1 << low; set += 1) if ((into[at + set] ?? 0) < impossible && !may(first | set)) into[at + set] = impossible;
  }

  return {
    n,
    low,
    must: units.must,
    scale,
    rounded: true,
    least,
    put,
    exact: (set) => (may(set) ? table.exact(indexOf(set)) + sums.exact(set) : Number.POSITIVE_INFINITY),
    pieces: (set) => table.pieces[indexOf(set)] ?? 0,
    parks: (set) =>
      bitsOf(set)
        .flatMap((bit) => units.units[bit] ?? [])
        .sort((a, b) => a - b),
  };
}

interface Asked {
  readonly units: Units;
  readonly low: number;
}

/** Sums over parks: what they cost inside less what they would outside; the zone itself; the price of its platform. */
function linearOf(table: Table, frame: Frame, { units, low }: Asked) {
  const { inside, outside, prices, platform } = frame;
  const values = units.units.map((unit, bit) =>
    unit.reduce((sum, park) => sum + (inside[park] ?? 0) - ((units.must >> bit) & 1 ? 0 : (outside[park] ?? 0)), 0),
  );
  const carriers = units.units.reduce((mask, unit, bit) => (unit.some((park) => platform[park]) ? mask | (1 << bit) : mask), 0);
  const zone = frame.group.costs.zone;
  const [lowSums, highSums] = [sumsOver(values, 0, low), sumsOver(values, low, units.units.length - low)];
  const largest = values.reduce((sum, value) => sum + Math.abs(value), zone + Math.abs(prices.platform));
  const over = Math.max(0, Math.ceil(Math.log2((largest * table.scale) / 2 ** 28)));
  const scale = table.scale / 2 ** over;
  const priced = (set: number) => ((set & carriers) === 0 ? 0 : prices.platform);
  const plain = Int32Array.from(lowSums, (sum) => Math.floor(sum * scale));
  const withPlatform = Int32Array.from(lowSums, (sum, set) => Math.floor((sum + priced(set)) * scale));
  return {
    shift: Math.min(31, over),
    scale,
    exact: (set: number) => (lowSums[set & ((1 << low) - 1)] ?? 0) + (highSums[set >>> low] ?? 0) + zone + priced(set),
    lowQuanta: (high: number) => (((high << low) & carriers) === 0 ? withPlatform : plain),
    highQuanta: Int32Array.from(highSums, (sum, high) => Math.floor((sum + zone + priced(high << low)) * scale)),
  };
}

/** Subsets of the units as places in the table. */
function placesIn(table: Table, { units }: Units, low: number) {
  const bitOf = new Map(table.units.flatMap((unit, bit) => unit.map((park) => [park, bit] as const)));
  const masks = units.map((unit) => unit.reduce((mask, park) => mask | (1 << (bitOf.get(park) ?? 0)), 0));
  const spread = (first: number, bits: number) => {
    const all = new Int32Array(1 << bits);
    for (let set = 1; set < all.length; set += 1) all[set] = (all[set & (set - 1)] ?? 0) | (masks[first + lowest(set)] ?? 0);
    return all;
  };
  return { low: spread(0, low), high: spread(low, units.length - low) };
}

/** Which subsets no lock, and no plate without a decision, takes out. */
function wholesOf({ against, plates, platesAllowed }: Units, low: number) {
  /** Plates that may stand in pairs but not all together are seen only in the whole subset. */
  const deep = platesAllowed.length > 1;
  const foesOf = (set: number) => bitsOf(set).reduce((mask, bit) => mask | (against[bit] ?? 0), 0);
  const platesMay = (own: number) => (own & (own - 1)) === 0 || platesAllowed.some((allowed) => (own & ~allowed) === 0);
  return {
    deep,
    may: (set: number) => (foesOf(set) & set) === 0 && (!deep || platesMay(set & plates)),
    /** Of the low half, those that stand against a unit of the high one. */
    foes: (high: number) => foesOf(high << low) & ((1 << low) - 1),
    marks: Int32Array.from({ length: 1 << low }, (_, set) => ((foesOf(set) & set) === 0 ? set : set | wrong)),
  };
}

/** The same without rounding, still in quanta: for where very many zones cost almost the same. */
export function unrounded(gains: Gains): Gains {
  const least = (set: number) => Math.min(impossible, gains.exact(set) * gains.scale);
  return {
    ...gains,
    rounded: false,
    least,
    put: (high, into, at) => {
      let any = false;
      for (let set = 0; set < 1 << gains.low; set += 1) {
        const value = least((high << gains.low) | set);
        into[at + set] = value;
        if (value < impossible) any = true;
      }
      return any;
    },
  };
}
