// Figures of whole counties and of the province, made so that the zones' shares come out as they might: what shares are taken of.
import { type Bilingual, type Period, periodAfter, periodEnd } from '@zhenghe/engine/kernel';
import type { NewFigure } from '../statistics/index.ts';
import type { UnitStory } from './acts.ts';
import { daysAfter } from './days.ts';
import { chanceOf } from './statistics-profile.ts';
import { sourceOf, type TrainingPublication } from './statistics-publication.ts';
import { approvedCounts, filedText, firstPeriods, type UnitFigures } from './statistics-values.ts';

const province = '330000';
const purpose = 20_180_101;
const forms: Readonly<Record<'county' | 'province', Bilingual>> = {
  county: { zh: '县（市、区）全域年报', en: 'yearly report of counties' },
  province: { zh: '全省年报', en: 'yearly report of the province' },
};
/** Zones of the province among the first 10, 20 and 30, and so on, of 2016–2020. */
const ranks: Readonly<Record<string, readonly number[]>> = {
  etdz_top10: [0, 0, 0, 0, 1],
  etdz_top20: [1, 1, 2, 2, 2],
  etdz_top30: [2, 3, 3, 4, 4],
  hitech_top10: [1, 1, 1, 1, 1],
  hitech_top30: [2, 2, 2, 3, 3],
};
/** Share of the zones in the province, in ten-thousandths, by year. */
const shares: Readonly<Record<string, readonly [string, readonly number[]]>> = {
  place_value_added: ['value_added', [6820, 6950, 7080, 7240, 7404]],
  place_tax: ['tax_revenue', [3720, 3810, 3880, 3960, 4032]],
  place_trade: ['trade_total', [4520, 4610, 4690, 4760, 5235]],
  place_goods_trade: ['goods_trade', [4460, 4540, 4630, 4700, 5140]],
  place_fdi: ['fdi', [5420, 5560, 5680, 5800, 5965]],
  place_fdi_manufacturing: ['fdi_manufacturing', [5610, 5700, 5780, 5870, 5990]],
  place_gdp: ['gdp', [5150, 5210, 5260, 5330, 5400]],
};
const researchOfGdp = [239, 242, 249, 261, 280];

export function placePublications(stories: readonly UnitStory[], units: readonly UnitFigures[]): readonly TrainingPublication[] {
  const counties = new Set(stories.flatMap(({ unit }) => (unit.place.level === 'county' ? [unit.place.code] : [])));
  return Array.from({ length: approvedCounts.year }, (_, index) => index).flatMap((index) => {
    const period = periodAfter(firstPeriods.year, index);
    const on = daysAfter(periodEnd(period), 90);
    const sums = sumsByPlace(units, index);
    return [
      { on, source: sourceOf(forms.county, period), reason: null, figures: countyFigures(counties, period, sums) },
      { on, source: sourceOf(forms.province, period), reason: null, figures: provinceFigures({ index, period, sums }) },
    ];
  });
}

type Sums = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Of a year, in hundredths, by place and for the province; months and quarters where the year itself does not hold the figure. */
function sumsByPlace(units: readonly UnitFigures[], index: number): Sums {
  const sums = new Map<string, Map<string, number>>();
  const add = (place: string, code: string, value: number) => {
    const of = sums.get(place) ?? new Map<string, number>();
    sums.set(place, of.set(code, (of.get(code) ?? 0) + value));
  };
  for (const one of units) {
    for (const [code, value] of yearOf(one, index)) {
      add(one.unit.jurisdiction, code, value);
      add(province, code, value);
      if (one.unit.park.grade === 'national') add(province, `${code} national`, value);
    }
  }
  return sums;
}

const settled = ['value_added', 'tax_revenue', 'gdp'];
const fromMonths = ['trade_total', 'fdi', 'fdi_manufacturing'];

function yearOf({ sum }: UnitFigures, index: number): readonly (readonly [string, number])[] {
  const months = Array.from({ length: 12 }, (_, month) => index * 12 + month);
  const quarters = Array.from({ length: 4 }, (_, quarter) => index * 4 + quarter);
  return [
    ...settled.map((code) => [code, sum(code, 'year', [index])] as const),
    ...fromMonths.map((code) => [code, sum(code, 'month', months)] as const),
    ['goods_trade', sum('goods_trade', 'quarter', quarters)],
  ];
}

function figureOf(place: string, period: Period): (indicator: string, hundredths: number) => NewFigure {
  const common = { unit: place, jurisdiction: place, period, calibre: null, missing: null, explanation: null };
  return (indicator, hundredths) => ({ ...common, indicator, value: filedText(indicator, Math.round(hundredths)) });
}

/** 亿 of what the zones file in 万. */
const large = 10_000;

function countyFigures(counties: ReadonlySet<string>, period: Period, sums: Sums): readonly NewFigure[] {
  return [...counties].flatMap((place) => {
    const own = sums.get(place);
    if (!own) return [];
    const { whole } = chanceOf(place, purpose);
    const of = figureOf(place, period);
    const value = ((own.get('value_added') ?? 0) / large) * (whole(125, 180) / 100);
    const gdp = value * (whole(210, 320) / 100);
    return [
      of('place_gdp', gdp),
      of('place_value_added', value),
      of('place_tax', ((own.get('tax_revenue') ?? 0) / large) * (whole(200, 290) / 100)),
      of('place_rd', (gdp * whole(120, 340)) / 10_000),
    ];
  });
}

function provinceFigures({
  index,
  period,
  sums,
}: {
  readonly index: number;
  readonly period: Period;
  readonly sums: Sums;
}): readonly NewFigure[] {
  const own = sums.get(province) ?? new Map<string, number>();
  const of = figureOf(province, period);
  const whole = (code: string, share: number) => ((own.get(code) ?? 0) / large / share) * 10_000;
  const gdp = whole('gdp', shares.place_gdp?.[1][index] ?? 10_000);
  const national = ['fdi', 'trade_total', 'tax_revenue'] as const;
  const names = { fdi: 'fdi_national', trade_total: 'trade_national', tax_revenue: 'tax_national' } as const;
  return [
    ...Object.entries(shares).map(([indicator, [code, byYear]]) => of(indicator, whole(code, byYear[index] ?? 10_000))),
    of('place_rd', (gdp * (researchOfGdp[index] ?? 0)) / 10_000),
    ...national.map((code) => of(names[code], own.get(`${code} national`) ?? 0)),
    ...Object.entries(ranks).map(([indicator, byYear]) => of(indicator, (byYear[index] ?? 0) * 100)),
  ];
}
