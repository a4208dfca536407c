// Reporting periods: '2021', '2021-H1', '2021-Q2', '2021-05'. Text sorts in time only within one grain; use `periodStart` across grains.
import type { Day } from './day.ts';
import type { Bilingual } from './text.ts';
import { dayAfter } from './working-days.ts';

export const grains = ['month', 'quarter', 'half', 'year'] as const;
export type Grain = (typeof grains)[number];
export type Period = string;

const patterns: Readonly<Record<Grain, RegExp>> = {
  month: /^(\d{4})-(0[1-9]|1[0-2])$/,
  quarter: /^(\d{4})-Q([1-4])$/,
  half: /^(\d{4})-H([12])$/,
  year: /^(\d{4})$/,
};
/** How many a year has. */
export const perYear: Readonly<Record<Grain, number>> = { month: 12, quarter: 4, half: 2, year: 1 };

export interface PeriodParts {
  readonly grain: Grain;
  readonly year: number;
  /** From 1; 1 for a year. */
  readonly number: number;
}

/** Null for what is no period. */
export function periodParts(text: string): PeriodParts | null {
  for (const grain of grains) {
    const match = patterns[grain].exec(text);
    if (match && match[1] !== '0000') return { grain, year: Number(match[1]), number: Number(match[2] ?? 1) };
  }
  return null;
}

export function isPeriod(text: string): text is Period {
  return periodParts(text) !== null;
}

/** Throws RangeError for what is no period: check input with `isPeriod` first. */
export function partsOf(period: Period): PeriodParts {
  const parts = periodParts(period);
  if (!parts) throw new RangeError(`not a period: ${period}`);
  return parts;
}

export function periodOf({ grain, year, number }: PeriodParts): Period {
  const y = String(year).padStart(4, '0');
  if (grain === 'year') return y;
  if (grain === 'month') return `${y}-${String(number).padStart(2, '0')}`;
  return `${y}-${grain === 'quarter' ? 'Q' : 'H'}${number}`;
}

/** The period `count` later of the same grain; negative for earlier. */
export function periodAfter(period: Period, count: number): Period {
  const { grain, year, number } = partsOf(period);
  const index = year * perYear[grain] + (number - 1) + count;
  return periodOf({ grain, year: Math.floor(index / perYear[grain]), number: (index % perYear[grain]) + 1 });
}

/** The same period of the year before. */
export function yearBefore(period: Period): Period {
  return periodAfter(period, -perYear[partsOf(period).grain]);
}

export function periodStart(period: Period): Day {
  const { grain, year, number } = partsOf(period);
  const month = (number - 1) * (12 / perYear[grain]) + 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}

/** Its last day. */
export function periodEnd(period: Period): Day {
  const { grain, year, number } = partsOf(period);
  // The year after 9999 has no periods.
  if (number === perYear[grain]) return `${String(year).padStart(4, '0')}-12-31`;
  return dayAfter(periodStart(periodAfter(period, 1)), -1);
}

/** The period of that grain in which the day lies. */
export function periodAt(grain: Grain, day: Day): Period {
  const [year = 1, month = 1] = day.split('-').map(Number);
  return periodOf({ grain, year, number: Math.floor((month - 1) / (12 / perYear[grain])) + 1 });
}

/** The coarser period that holds it; RangeError where `grain` is finer. */
export function within(period: Period, grain: Grain): Period {
  if (perYear[partsOf(period).grain] < perYear[grain]) throw new RangeError(`${period} is longer than a ${grain}`);
  return periodAt(grain, periodStart(period));
}

/** All of one grain from the first to the last, both included; empty where the last is before the first. */
export function periodsBetween(first: Period, last: Period): readonly Period[] {
  const [a, b] = [partsOf(first), partsOf(last)];
  if (a.grain !== b.grain) throw new RangeError(`${first} and ${last} are of different length`);
  const count = (b.year - a.year) * perYear[a.grain] + b.number - a.number + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => periodAfter(first, index));
}

export function periodName(period: Period): Bilingual {
  const { grain, year, number } = partsOf(period);
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  if (grain === 'year') return { zh: `${year}年`, en: String(year) };
  if (grain === 'month') return { zh: `${year}年${number}月`, en: `${months[number - 1] ?? ''} ${year}` };
  if (grain === 'half')
    return { zh: `${year}年${number === 1 ? '上' : '下'}半年`, en: `${number === 1 ? 'first' : 'second'} half of ${year}` };
  return { zh: `${year}年第${number}季度`, en: `quarter ${number} of ${year}` };
}
