// What every subset of units saves as one zone, against all its parks standing in none, under the locks, prices and decisions asked for:
// the table's costs and a sum over parks. Negative is good. In quanta rounded down, and exactly.
import type { Frame } from '../large/heuristic-frame.ts';
import type { Table } from '../tables/table.ts';
import { bitsOf, lowest, sumsOver } from '../tables/table-halves.ts';
import { barred, impossible, mostAdded } from '../tables/table-scale.ts';
import type { Units } from '../units.ts';

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

/** `most`: a zone has at most so many pieces. Every unit must be made of units of the table. */
export function gainsOf(table: Table, frame: Frame, { units, most }: { readonly units: Units; readonly most: number }): Gains {
  const n = units.units.length;
  const low = Math.min(table.low, n);
  const lowMask = (1 << low) - 1;
  const sums = linearOf(table, frame, { units, low });
  const places = placesIn(table, units, low);
  const wholes = wholesOf(units, low);
  const { shift, scale } = sums;
  const limited = most <= frame.group.costs.maxDetachedPieces;
  const indexOf = (set: number) => (places.low[set & lowMask] ?? 0) | (places.high[set >>> low] ?? 0);
  const may = (set: number) =>
    ((wholes.marks[set & lowMask] ?? 0) & (wholes.foes[set >>> low] ?? 0)) === 0 &&
    (!limited || (table.pieces[indexOf(set)] ?? 0) <= most) &&
    (!wholes.deep || wholes.platesMay(set));

  function least(set: number): number {
    const cost = table.least[indexOf(set)] ?? barred;
    if (cost >= barred || !may(set)) return impossible;
    const high = set >>> low;
    return (cost >> shift) + (sums.lowQuanta(high)[set & lowMask] ?? 0) + (sums.highQuanta[high] ?? 0);
  }

  function put(high: number, into: Quanta, at: number): boolean {
    const foes = wholes.foes[high] ?? 0;
    if (((wholes.marks[0] ?? 0) & foes) !== 0) {
      into.fill(impossible, at, at + lowMask + 1);
      return false;
    }
    if (shift > 0 || wholes.deep) for (let set = 0; set <= lowMask; set += 1) into[at + set] = least((high << low) | set);
    else if (limited || foes !== wholes.none) putSome(high, into, at);
    else putAll(high, into, at);
    return true;
  }

  /** Where nothing but the table decides: what is barred there stays beyond `impossible`, whatever is added. */
  function putAll(high: number, into: Quanta, at: number): void {
    const [first, add] = [places.high[high] ?? 0, sums.highQuanta[high] ?? 0];
    const own = sums.lowQuanta(high);
    for (let set = 0; set <= lowMask; set += 1) {
      into[at + set] = (table.least[first | (places.low[set] ?? 0)] ?? 0) + (own[set] ?? 0) + add;
    }
  }

  function putSome(high: number, into: Quanta, at: number): void {
    const [first, add, foes] = [places.high[high] ?? 0, sums.highQuanta[high] ?? 0, wholes.foes[high] ?? 0];
    const own = sums.lowQuanta(high);
    const { least, pieces } = table;
    for (let set = 0; set <= lowMask; set += 1) {
      const index = first | (places.low[set] ?? 0);
      const cost = (least[index] ?? 0) + (own[set] ?? 0) + add;
      // All bits where a lock or the number of pieces takes the subset out: a branch that goes either way by chance would cost more.
      const met = (wholes.marks[set] ?? 0) & foes;
      const out = ((met | -met) >> 31) | ((most - (pieces[index] ?? 0)) >> 31);
      into[at + set] = (cost & ~out) | (impossible & out);
    }
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
  const over = Math.max(0, Math.ceil(Math.log2((largest * table.scale) / mostAdded)));
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

/** Bits that no unit has: a half that is impossible by itself, and one that every half has. */
const wrong = 1 << 30;
const always = 1 << 29;

/** Which subsets no lock, and no plate without a decision, takes out: those whose marks meet foes. */
function wholesOf({ units, against, plates, platesAllowed }: Units, low: number) {
  const foesOf = (set: number) => {
    let foes = 0;
    for (let left = set; left !== 0; left &= left - 1) foes |= against[lowest(left)] ?? 0;
    return foes;
  };
  const lowMask = (1 << low) - 1;
  const foesOfHigh = (high: number) => {
    const foes = foesOf(high << low);
    return (foes & lowMask) | wrong | ((foes & (high << low)) === 0 ? 0 : always);
  };
  return {
    marks: Int32Array.from({ length: 1 << low }, (_, set) => set | always | ((foesOf(set) & set) === 0 ? 0 : wrong)),
    foes: Int32Array.from({ length: 1 << (units.length - low) }, (_, high) => foesOfHigh(high)),
    /** The foes of a high half where there are none, if there are none in the low half either. */
    none: against.subarray(0, low).some((foes) => (foes & lowMask) !== 0) ? 0 : wrong,
    /** Plates that may stand in pairs but not all together are seen only in the whole subset. */
    deep: platesAllowed.length > 1,
    platesMay: (set: number) => {
      const own = set & plates;
      return (own & (own - 1)) === 0 || platesAllowed.some((allowed) => (own & ~allowed) === 0);
    },
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
