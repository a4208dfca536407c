// The approved figures of the training province, 2009 to April 2021, as the publications that brought them: each year of 2016 to 2020, and from
// 2019 each month and quarter, of the kept zones and of the largest that were merged, late sheets after the others, corrections after that. Pure: same seed, same bytes.
import { type Bilingual, type Period, periodAfter, periodEnd } from '@zhenghe/engine/kernel';
import type { NewFigure } from '../statistics/index.ts';
import type { UnitStory } from './acts.ts';
import { daysAfter } from './days.ts';
import { bySheet } from './statistics-filings.ts';
import { flawOfSheet, slipped } from './statistics-flaws.ts';
import { earlierYears, yearsBeforeSheets } from './statistics-history.ts';
import { placePublications } from './statistics-places.ts';
import { sourceOf, type TrainingPublication } from './statistics-publication.ts';
import { approvedCounts, type FiledGrain, filedText, firstPeriods, firstSheets, type UnitFigures } from './statistics-values.ts';

const forms: Readonly<Record<FiledGrain, Bilingual>> = {
  month: { zh: '开发区月报', en: 'monthly report of zones' },
  quarter: { zh: '开发区季报', en: 'quarterly report of zones' },
  year: { zh: '开发区年报', en: 'yearly report of zones' },
};
/** Days after the end of a period until its figures are approved; late ones and corrections come that much later. */
const approvedAfter: Readonly<Record<FiledGrain, number>> = { month: 21, quarter: 30, year: 75 };
const lateBy = 15;
const correctedAfter = 50;
const slipReason = '训练：单位误填（亿元与万元），更正';

/** In the order of their days. */
export function trainingPublications(stories: readonly UnitStory[], units: readonly UnitFigures[]): readonly TrainingPublication[] {
  const grains: readonly FiledGrain[] = ['month', 'quarter', 'year'];
  const all = [
    earlierYears(units),
    ...yearsBeforeSheets(units),
    ...grains.flatMap((grain) => publicationsOf(grain, units)),
    ...placePublications(stories, units),
  ];
  return all
    .filter(({ figures }) => figures.length > 0)
    .map((one, order) => ({ one, order }))
    .sort((a, b) => (a.one.on < b.one.on ? -1 : a.one.on > b.one.on ? 1 : a.order - b.order))
    .map(({ one }) => one);
}

function publicationsOf(grain: FiledGrain, units: readonly UnitFigures[]): readonly TrainingPublication[] {
  const first = firstSheets[grain];
  return Array.from({ length: approvedCounts[grain] - first }, (_, at) => first + at).flatMap((index) => {
    const period = periodAfter(firstPeriods[grain], index);
    const due = daysAfter(periodEnd(period), approvedAfter[grain]);
    const asked = units.filter(({ unit }) => !bySheet(grain, index, unit));
    const sheets = asked.flatMap((one) => sheetOf({ grain, index, period }, one) ?? []);
    const of = (late: boolean) => sheets.filter((sheet) => sheet.late === late).flatMap(({ figures }) => figures);
    const corrected = sheets.flatMap(({ corrections }) => corrections);
    const common = { source: sourceOf(forms[grain], period), reason: null };
    return [
      { ...common, on: due, figures: of(false) },
      { ...common, on: daysAfter(due, lateBy), figures: of(true) },
      { ...common, on: daysAfter(due, correctedAfter), reason: slipReason, figures: corrected },
    ];
  });
}

interface Sheet {
  readonly late: boolean;
  readonly figures: readonly NewFigure[];
  readonly corrections: readonly NewFigure[];
}

interface Spot {
  readonly grain: FiledGrain;
  readonly index: number;
  readonly period: Period;
}

function sheetOf({ grain, index, period }: Spot, { unit, of }: UnitFigures): Sheet | null {
  const values = of(grain, index);
  if (!values) return null;
  const { late, missing, slip } = flawOfSheet(unit.id, { grain, index }, [...values.keys()]);
  const common = { unit: unit.id, jurisdiction: unit.jurisdiction, period, calibre: null, explanation: null };
  const right = (indicator: string, hundredths: number): NewFigure => ({
    ...common,
    indicator,
    value: filedText(indicator, hundredths),
    missing: null,
  });
  const figures = [...values].map(([indicator, hundredths]): NewFigure => {
    const reason = missing.get(indicator);
    if (reason) return { ...common, indicator, value: null, missing: reason };
    return slip?.code === indicator ? right(indicator, slipped(hundredths, slip.up)) : right(indicator, hundredths);
  });
  const mended = slip ? values.get(slip.code) : undefined;
  return { late, figures, corrections: slip && mended !== undefined ? [right(slip.code, mended)] : [] };
}
