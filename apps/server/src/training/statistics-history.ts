// Years before the monthly reports, for the figures whose calibre broke in 2011 (Z2-口径): up to 2010 firms above 5 million yuan count, from
// 2011 those above 20 million. Two in three units also hold 2010 by the new calibre, so that growth can be bridged there and not elsewhere.
import type { NewFigure } from '../statistics/index.ts';
import type { TrainingPublication } from './statistics-publication.ts';
import { filedText, type UnitFigures } from './statistics-values.ts';

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
