// Robust statistics of series: median, median absolute deviation, and how far a figure stands out (modified z).
// Method: Iglewicz and Hoaglin 1993: 0.6745 (x − median) / MAD; where the MAD is 0, (x − median) / (1.2533 × mean deviation).
// What is told is exact; doubles only order the figures and spare the arithmetic where nothing stands out.
import { Decimal, type DecimalText } from '../kernel/index.ts';

const ofMad = new Decimal('0.6745');
const ofMean = new Decimal('1.253314');

/** Ascending. */
export interface Ordered {
  readonly texts: readonly DecimalText[];
  readonly rough: readonly number[];
}

const orders = new WeakMap<readonly DecimalText[], Ordered>();

/** Cached by the list itself: the figures of peers are one list for many sheets. */
export function ascending(values: readonly DecimalText[]): Ordered {
  const known = orders.get(values);
  if (known) return known;
  const pairs = values.map((text) => ({ text, rough: Number(text) }));
  // Doubles order decimals rightly wherever they differ as doubles.
  pairs.sort((a, b) => a.rough - b.rough || new Decimal(a.text).comparedTo(b.text));
  const ordered = { texts: pairs.map(({ text }) => text), rough: pairs.map(({ rough }) => rough) };
  orders.set(values, ordered);
  return ordered;
}

/** Null for an empty list. */
export function medianOf({ texts }: Pick<Ordered, 'texts'>): Decimal | null {
  const middle = texts.length >> 1;
  const [low, high] = [texts[texts.length % 2 === 0 ? middle - 1 : middle], texts[middle]];
  if (low === undefined || high === undefined) return null;
  return low === high ? new Decimal(low) : new Decimal(low).plus(high).dividedBy(2);
}

export interface Standing {
  readonly median: Decimal;
  /** Null: all of them are equal, so that any other figure stands out without measure. */
  readonly z: Decimal | null;
}

/** How far a figure stands out from the others; null when there are none. */
export function standingOf(value: Decimal, ordered: Ordered): Standing | null {
  const median = medianOf(ordered);
  if (!median) return null;
  const { texts } = ordered;
  const distance = value.minus(median);
  const away = texts.map((text) => new Decimal(text).minus(median).abs().toFixed());
  const mad = medianOf(ascending(away));
  if (mad && !mad.isZero()) return { median, z: distance.times(ofMad).dividedBy(mad) };
  const mean = away.reduce((sum, text) => sum.plus(text), new Decimal(0)).dividedBy(texts.length);
  return { median, z: mean.isZero() ? null : distance.dividedBy(mean.times(ofMean)) };
}

/**
 * The same in proportions, as of logarithms, for figures above zero; null unless it stands out beyond `limit`.
 * Ranks of proportions need no logarithm; two are taken, and only for what is near the limit or beyond.
 */
export function outOfProportion(value: Decimal, ordered: Ordered, limit: Decimal): Standing | null {
  const spread = proportionsOf(ordered);
  if (!spread?.width.greaterThan(1)) return null;
  const far = Math.abs(Math.log(value.toNumber() / spread.median.toNumber())) * 0.6745;
  if (far < limit.toNumber() * Math.log(spread.width.toNumber()) * 0.999) return null;
  const z = ln(value.dividedBy(spread.median)).times(ofMad).dividedBy(ln(spread.width));
  return z.abs().greaterThan(limit) ? { median: spread.median, z } : null;
}

interface Proportions {
  readonly median: Decimal;
  /** Median of how many times the figures are the median, the larger over the smaller. */
  readonly width: Decimal;
}

const proportions = new WeakMap<Ordered, Proportions>();

function proportionsOf(ordered: Ordered): Proportions | null {
  const known = proportions.get(ordered);
  if (known) return known;
  const median = medianOf(ordered);
  if (!median) return null;
  const times = ordered.texts.map((text) => timesOf(new Decimal(text).dividedBy(median)).toFixed());
  const found = { median, width: medianOf(ascending(times)) ?? new Decimal(1) };
  proportions.set(ordered, found);
  return found;
}

/** How many times one is the other, the larger over the smaller. */
export function timesOf(ratio: Decimal): Decimal {
  return ratio.lessThan(1) ? new Decimal(1).dividedBy(ratio) : ratio;
}

const Short = Decimal.clone({ precision: 16 });

/** Sixteen digits: it is held against a limit and shown with one decimal. */
function ln(value: Decimal): Decimal {
  return new Decimal(new Short(value).ln());
}
