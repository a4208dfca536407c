// Breaks of calibre (口径): where a definition changed so that figures before and after are not comparable (规上 500万 → 2000万 in 2011).
// Growth across a break is refused, or bridged by a period that was filed under both: the base times new ÷ old at the overlap.
import {
  type Cell,
  type Decimal,
  isMissing,
  type Period,
  partsOf,
  periodAfter,
  periodStart,
  perYear,
  yearBefore,
} from '../kernel/index.ts';
import { type Calibre, calibreAt, type Indicator } from './indicator.ts';

/** A figure filed under that calibre, the one in force or another; null where there is none. */
export type FigureUnder = (period: Period, calibre: string) => Cell<Decimal> | null;

export interface CalibreBreak {
  /** First period of the new calibre. */
  readonly period: Period;
  readonly from: Calibre;
  readonly to: Calibre;
}

/** One break crossed: `factor` is new ÷ old at the period that has both. */
export interface Bridge extends CalibreBreak {
  readonly overlap: Period;
  readonly old: Decimal;
  readonly new: Decimal;
  readonly factor: Decimal;
}

/** The figure of an earlier period as the calibre of a later one would have it. */
export type CarriedBase =
  | { readonly kind: 'same'; readonly value: Cell<Decimal> | null }
  | { readonly kind: 'bridged'; readonly value: Decimal; readonly bridges: readonly Bridge[] }
  | { readonly kind: 'refused'; readonly breaks: readonly CalibreBreak[] };

type Dated = Pick<Indicator, 'calibres'>;

/** Breaks between two periods, oldest first; a change of words that stays comparable is none. */
export function breaksBetween(indicator: Dated, first: Period, last: Period): readonly CalibreBreak[] {
  const [start, end] = [periodStart(first), periodStart(last)];
  return indicator.calibres.flatMap((to, index) => {
    const from = indicator.calibres[index - 1];
    if (!from || to.from === null || to.comparable) return [];
    const day = periodStart(to.from);
    return day > start && day <= end ? [{ period: to.from, from, to }] : [];
  });
}

/** Carries the figure of `base` into the calibre in force at `now`, a later period of the same grain. */
export function carriedBase(
  indicator: Dated,
  { base, now }: { readonly base: Period; readonly now: Period },
  figure: FigureUnder,
): CarriedBase {
  const calibre = calibreAt(indicator, periodStart, base);
  const own = calibre && figure(base, calibre.id);
  const breaks = breaksBetween(indicator, base, now);
  if (breaks.length === 0 || own === null || isMissing(own)) return { kind: 'same', value: own };
  const bridges = breaks.map((each) => bridgeOf(each, { base, now }, figure));
  const found = bridges.filter((bridge) => bridge !== null);
  if (found.length < breaks.length) return { kind: 'refused', breaks };
  // One after the other; multiplied before divided, so that a restated base comes out exactly.
  const value = found.reduce((carried, bridge) => carried.times(bridge.new).div(bridge.old), own);
  return { kind: 'bridged', value, bridges: found };
}

/** The base itself filed anew is best, then the later period filed by the old words, then whatever is nearest to the break. */
function bridgeOf(each: CalibreBreak, { base, now }: { readonly base: Period; readonly now: Period }, figure: FigureUnder): Bridge | null {
  for (const overlap of [base, now, ...around(each, now)]) {
    const old = figure(overlap, each.from.id);
    const fresh = figure(overlap, each.to.id);
    if (old === null || fresh === null || isMissing(old) || isMissing(fresh)) continue;
    // A factor over nothing, or one that turns the sign, says nothing about the rest.
    if (old.isZero() || fresh.isZero() || old.isNegative() !== fresh.isNegative()) continue;
    return { ...each, overlap, old, new: fresh, factor: fresh.div(old) };
  }
  return null;
}

/** Periods of the same grain within a year of the break, the nearest first, the new side before the old. */
function around({ period }: CalibreBreak, now: Period): readonly Period[] {
  const { grain } = partsOf(now);
  const first = firstOf(period, now);
  return Array.from({ length: perYear[grain] }, (_, step) => [periodAfter(first, step), periodAfter(first, -1 - step)]).flat();
}

/** The first period of the grain of `now` that starts on or after the break. */
function firstOf(period: Period, now: Period): Period {
  const { grain } = partsOf(now);
  const day = periodStart(period);
  const [year = 0, month = 1] = day.split('-').map(Number);
  const before = Math.ceil(((month - 1) * perYear[grain]) / 12);
  return periodAfter(firstOfYear(year, now), before);
}

function firstOfYear(year: number, like: Period): Period {
  const { grain, year: from, number } = partsOf(like);
  return periodAfter(like, (year - from) * perYear[grain] - (number - 1));
}

/** The period that growth looks back at. */
export function baseOf(period: Period, growth: 'previous' | 'year'): Period {
  return growth === 'year' ? yearBefore(period) : periodAfter(period, -1);
}
