// Robust statistics of short series, exact: median, median absolute deviation, and how far a figure stands out (modified z).
// Method: Iglewicz and Hoaglin 1993: 0.6745 (x − median) / MAD; where the MAD is 0, (x − median) / (1.2533 × mean deviation).
import { Decimal, type DecimalText } from '../kernel/index.ts';

const ofMad = new Decimal('0.6745');
const ofMean = new Decimal('1.253314');

/** Ascending. Cached by the list itself: the figures of peers are the same list for many sheets. */
export function ascending(values: readonly DecimalText[]): readonly Decimal[] {
  const known = sortedLists.get(values);
  if (known) return known;
  const sorted = sortExact(values.map((text) => new Decimal(text)));
  sortedLists.set(values, sorted);
  return sorted;
}

const sortedLists = new WeakMap<readonly DecimalText[], readonly Decimal[]>();

/** Doubles order decimals rightly wherever they differ as doubles; only what is equal as doubles needs the exact comparison. */
function sortExact(values: readonly Decimal[]): readonly Decimal[] {
  return values
    .map((value) => ({ value, rough: value.toNumber() }))
    .sort((a, b) => a.rough - b.rough || a.value.comparedTo(b.value))
    .map(({ value }) => value);
}

/** Of a list in order; null for an empty one. */
export function medianOf(sorted: readonly Decimal[]): Decimal | null {
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (!low || !high) return null;
  return low === high ? low : low.plus(high).dividedBy(2);
}

export interface Standing {
  readonly median: Decimal;
  /** Null: all of them are equal, so that any other figure stands out without measure. */
  readonly z: Decimal | null;
}

/** How far a figure stands out from the others; null when there are none. */
export function standingOf(value: Decimal, sorted: readonly Decimal[]): Standing | null {
  const spread = spreadOf(sorted);
  if (!spread) return null;
  const distance = value.minus(spread.median);
  if (!spread.mad.isZero()) return { median: spread.median, z: distance.times(ofMad).dividedBy(spread.mad) };
  if (!spread.mean.isZero()) return { median: spread.median, z: distance.dividedBy(spread.mean.times(ofMean)) };
  return { median: spread.median, z: null };
}

interface Spread {
  readonly median: Decimal;
  readonly mad: Decimal;
  readonly mean: Decimal;
}

const spreads = new WeakMap<readonly Decimal[], Spread>();

function spreadOf(sorted: readonly Decimal[]): Spread | null {
  const known = spreads.get(sorted);
  if (known) return known;
  const median = medianOf(sorted);
  if (!median) return null;
  const away = sorted.map((one) => one.minus(median).abs());
  const spread = {
    median,
    mad: medianOf(sortExact(away)) ?? new Decimal(0),
    mean: away.reduce((sum, one) => sum.plus(one), new Decimal(0)).dividedBy(away.length),
  };
  spreads.set(sorted, spread);
  return spread;
}

/** Enough for a natural logarithm that is only held against a limit. */
const Short = Decimal.clone({ precision: 16 });

export function lnOf(value: Decimal): Decimal {
  return new Decimal(new Short(value).ln());
}
