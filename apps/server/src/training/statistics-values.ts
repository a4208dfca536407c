// Figures of reporting units by period: sums over the parks a unit holds then, as text in the indicator's digits.
import { type Day, type DecimalText, type Period, periodAfter, periodEnd, periodStart } from '@zhenghe/engine/kernel';
import type { TrainingPark } from './parks.ts';
import { type Columns, type ParkSeries, seriesOf } from './statistics-series.ts';
import { partsOn, type ReportingUnit } from './statistics-units.ts';

export type FiledGrain = 'month' | 'quarter' | 'year';

export const firstPeriods: Readonly<Record<FiledGrain, Period>> = { month: '2016-01', quarter: '2016-Q1', year: '2016' };
/** Periods that are approved by the training day, of one city the last quarter but in part; one month after them is under way. */
export const approvedCounts: Readonly<Record<FiledGrain, number>> = { month: 64, quarter: 21, year: 5 };
/** Where sheets of months and quarters begin: of the years before, their figures are held by the year. */
export const firstSheets: Readonly<Record<FiledGrain, number>> = { month: 36, quarter: 12, year: 0 };

export interface UnitFigures {
  readonly unit: ReportingUnit;
  /** By code, in hundredths; null where the unit does not file for the period. */
  readonly of: (grain: FiledGrain, index: number) => ReadonlyMap<string, number> | null;
  /** What is filed by the month or quarter, of a whole year: sums, and of what is counted at an end, the last. Null as `of`. */
  readonly yearly: (index: number) => ReadonlyMap<string, number> | null;
  /** One figure of several periods added up; periods without the unit count nothing. */
  readonly sum: (code: string, grain: FiledGrain, indexes: readonly number[]) => number;
}

/**
 * By which day a unit holds what it files for, found once: the end of a month or quarter. A year is filed as it began: who was merged during it
 * still files its last year, so that no yearly figure speaks of more land than the months beside it.
 */
function daysOf(grain: FiledGrain): readonly Day[] {
  const dayOf = grain === 'year' ? periodStart : periodEnd;
  return Array.from({ length: approvedCounts[grain] + 1 }, (_, index) => dayOf(periodAfter(firstPeriods[grain], index)));
}

export function figuresOfUnits(units: readonly ReportingUnit[]): readonly UnitFigures[] {
  const held = new Map<string, ParkSeries>();
  const series = (park: TrainingPark): ParkSeries => {
    const known = held.get(park.id) ?? seriesOf(park);
    held.set(park.id, known);
    return known;
  };
  const days = { month: daysOf('month'), quarter: daysOf('quarter'), year: daysOf('year') };
  return units.map((unit) => {
    const columns = (grain: FiledGrain, index: number) =>
      partsOn(unit, days[grain][index] ?? '').map((park) => columnsFor(series(park), grain));
    return {
      unit,
      of: (grain, index) => {
        const found = columns(grain, index);
        return found.length === 0 ? null : summed(found, index);
      },
      yearly: (index) => {
        const parks = partsOn(unit, days.year[index] ?? '').map(series);
        return parks.length === 0 ? null : yearlyOf(parks, index);
      },
      sum: (code, grain, indexes) =>
        indexes.reduce((all, index) => columns(grain, index).reduce((total, one) => total + (one.get(code)?.[index] ?? 0), all), 0),
    };
  });
}

function columnsFor({ months, quarters, years }: ParkSeries, grain: FiledGrain): Columns {
  return { month: months, quarter: quarters, year: years }[grain];
}

function summed(columns: readonly Columns[], index: number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const one of columns) {
    for (const [code, values] of one) sums.set(code, (sums.get(code) ?? 0) + (values[index] ?? 0));
  }
  return sums;
}

/** Counted at the end of a period, not over it. */
const atEnd = new Set(['firms_above_scale', 'employees_end']);

function yearlyOf(parks: readonly ParkSeries[], index: number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { months, quarters, years } of parks) {
    for (const [columns, length] of [[months, 12] as const, [quarters, 4] as const]) {
      for (const [code, values] of columns) {
        if (years.has(code)) continue;
        const held = values.slice(index * length, (index + 1) * length);
        const value = atEnd.has(code) ? (held.at(-1) ?? 0) : held.reduce((sum, one) => sum + one, 0);
        sums.set(code, (sums.get(code) ?? 0) + value);
      }
    }
  }
  return sums;
}

/** Indicators counted in whole things. */
const whole = new Set(
  `firms_above_scale new_projects employees_end new_jobs fdi_firms employees rd_staff rd_firms hitech_firms rd_institutes
  provincial_institutes incubators patents large_manufacturers coop_parks carbon`.split(/\s+/),
);

export function filedText(code: string, hundredths: number): DecimalText {
  if (whole.has(code)) return String(Math.round(hundredths / 100));
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
