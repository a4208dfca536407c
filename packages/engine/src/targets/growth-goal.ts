// Goals said as growth: +15 % a year, doubled. What they come to over some years, and what a year needs, exactly as far as decimals go.
import { Decimal } from '../kernel/index.ts';

/** What a yearly growth in % multiplies by: 15 over 4 years is 1.74900625. Null for growth of −100 % or less, or no whole year. */
export function compounded(percent: Decimal, years: number): Decimal | null {
  const factor = percent.div(100).plus(1);
  return Number.isInteger(years) && years >= 0 && years <= 100 && factor.greaterThan(0) ? factor.pow(years) : null;
}

/** Yearly growth in % that multiplies by `factor` over the years: 2 over 4 is 18.92…; null for nothing to grow from, or no time left. */
export function yearlyGrowth(factor: Decimal, years: Decimal): Decimal | null {
  if (factor.lessThanOrEqualTo(0) || years.lessThanOrEqualTo(0)) return null;
  return factor.pow(new Decimal(1).div(years)).minus(1).times(100);
}

/** What still has to be grown a year to be `goal` times the base, having come to `value`; null where nothing can be said. */
export function growthStillNeeded(
  { base, goal, value }: { readonly base: Decimal; readonly goal: Decimal; readonly value: Decimal },
  years: Decimal,
): Decimal | null {
  return base.greaterThan(0) && value.greaterThan(0) ? yearlyGrowth(goal.times(base).div(value), years) : null;
}
