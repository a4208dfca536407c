// A day as papers give it: a day, a month or a year, in the ways people write them. What is not said is not made up.
import { type Day, isDay } from './day.ts';

export const precisions = ['day', 'month', 'year'] as const;
export type Precision = (typeof precisions)[number];

export interface RoughDay {
  /** The first day of the month or year where only that is known. */
  readonly day: Day;
  readonly precision: Precision;
}

const written = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/;

/** "2015", "2015年6月", "2015.6", "2015-06-01"; null for what is no date of the calendar. */
export function roughDay(text: string): RoughDay | null {
  const match = written.exec(text.normalize('NFKC').replace(/\s+/g, ''));
  if (!match) return null;
  const [, year = '', month, date] = match;
  const day = `${year}-${(month ?? '1').padStart(2, '0')}-${(date ?? '1').padStart(2, '0')}`;
  if (!isDay(day)) return null;
  return { day, precision: date !== undefined ? 'day' : month !== undefined ? 'month' : 'year' };
}

/** As it is shown: 2015, 2015-06, 2015-06-01. */
export function roughText({ day, precision }: RoughDay): string {
  return day.slice(0, precision === 'day' ? 10 : precision === 'month' ? 7 : 4);
}
