// What is held by the year only. Before 2016, for the figures whose calibre broke in 2011 (Z2-口径): up to 2010 firms above 5 million yuan count, from
// 2011 those above 20 million. Two in three units also hold 2010 by the new calibre, so that growth can be bridged there and not elsewhere.
import { type Period, periodAfter, periodEnd } from '@zhenghe/engine/kernel';
import type { NewFigure } from '../statistics/index.ts';
import { daysAfter } from './days.ts';
import { sourceOf, type TrainingPublication } from './statistics-publication.ts';
import { filedText, firstPeriods, firstSheets, type UnitFigures } from './statistics-values.ts';

const first = 2009;
const breakYear = 2011;
const last = 2015;
const newCalibre = 'above-20m';
/** How much more counted under the lower threshold, in hundredths. */
const wider: Readonly<Record<string, number>> = { gross_output: 112, value_added: 110, firms_above_scale: 235 };

export function earlierYears(units: readonly UnitFigures[]): TrainingPublication {
  return {
    on: '2016-03-31',
    source: { zh: `训练数据 · 历年年报，${first}–${last} 年`, en: `Training data · yearly reports ${first}–${last}` },
    reason: null,
    figures: units.flatMap(yearsOf),
  };
}

const late = { zh: '开发区月报、季报指标的全年数', en: 'whole years of the monthly and quarterly items of zones' } as const;

/** Of 2016 to 2018, what has been filed by the month and quarter since. */
export function yearsBeforeSheets(units: readonly UnitFigures[]): readonly TrainingPublication[] {
  return Array.from({ length: firstSheets.month / 12 }, (_, index): TrainingPublication => {
    const period = periodAfter(firstPeriods.year, index);
    const figures = units.flatMap((one) => wholeYear(one, index, period));
    return { on: daysAfter(periodEnd(period), 80), source: sourceOf(late, period), reason: null, figures };
  });
}

function wholeYear({ unit, yearly }: UnitFigures, index: number, period: Period): readonly NewFigure[] {
  const common = { unit: unit.id, jurisdiction: unit.jurisdiction, period, calibre: null, missing: null, explanation: null };
  return [...(yearly(index) ?? [])].map(([indicator, value]) => ({ ...common, indicator, value: filedText(indicator, value) }));
}

function yearsOf({ unit, of }: UnitFigures, order: number): readonly NewFigure[] {
  const base = of('year', 0);
  if (!base) return [];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const bridged = order % 3 !== 0;
  return Object.entries(wider).flatMap(([indicator, more]) => {
    const figure = (year: number, calibre: string | null): NewFigure => {
      const narrow = ((base.get(indicator) ?? 0) * 100) / 109 ** (2016 - year) / 100 ** (year - 2015);
      const counted = year < breakYear && calibre === null ? (narrow * more) / 100 : narrow;
      const common = { unit: unit.id, jurisdiction: unit.jurisdiction, period: String(year), calibre, missing: null, explanation: null };
      return { ...common, indicator, value: filedText(indicator, Math.round(counted)) };
    };
    return [...years.map((year) => figure(year, null)), ...(bridged ? [figure(breakYear - 1, newCalibre)] : [])];
  });
}
