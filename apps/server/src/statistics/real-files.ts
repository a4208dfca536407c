// Real figures of public record, read from data/statistics as text: the totals of 2020, the national ranking of 2021, and a case of data
// quality. Pure: what is printed stays beside what it comes to in the indicator's own unit; nothing is filled in.
import { type Indicator, inUnit } from '@zhenghe/engine/indicators';
import { type Bilingual, Decimal, type DecimalText, isDecimalText, isPeriod, type Period } from '@zhenghe/engine/kernel';
import { z } from 'zod';
import { readCsv } from '../territory/index.ts';

export const realStatisticsFiles = [
  'statistics/province-2020.csv',
  'statistics/etdz-ranking-2021.csv',
  'statistics/data-quality.json',
] as const;

export interface RealFigure {
  /** Place the figure is of: '330000' for all zones of the province together. */
  readonly unit: string;
  readonly indicator: string;
  readonly period: Period;
  /** In the indicator's unit, exact. */
  readonly value: DecimalText;
  /** As printed, with its unit: 94.16 亿美元. */
  readonly printed: string;
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Id of the case of data quality it is part of; null for none. */
  readonly qualityCase: string | null;
  readonly note: string | null;
}

export interface RankedZone {
  readonly rank: number;
  readonly zone: string;
  readonly province: string;
  /** Id in the register where the name is certain; null for zones of other provinces. */
  readonly id: string | null;
  /** Year of the figures the ranking rests on. */
  readonly period: Period;
  readonly source: string;
}

const orNull = z.string().transform((text) => (text === '' ? null : text));
const period = z.string().refine(isPeriod);
const confidence = z.enum(['high', 'medium', 'low']);
const totalLine = z.object({
  unit: z.string().regex(/^33\d{4}$/),
  indicator: z.string(),
  period,
  printed: z.string().refine(isDecimalText),
  printed_unit: z.string(),
  note: orNull,
  case: orNull,
  source: z.string().min(1),
  confidence,
});
const rankLine = z.object({
  rank: z.coerce.number().int().min(1),
  zone: z.string().min(1),
  province: z.string().min(1),
  zone_id: orNull,
  data_year: period,
  source: z.string().min(1),
});
const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** A figure with several readings: all of them, which are possible, and why. */
export const QualityCase = z.strictObject({
  id: z.string(),
  title: words,
  unit: z.string(),
  period,
  indicators: z.array(z.string()).min(1),
  readings: z.array(z.strictObject({ figures: z.record(z.string(), z.string()), possible: z.boolean(), why: words })).min(2),
  handling: words,
  confidence,
});
export type QualityCase = z.infer<typeof QualityCase>;

/** Throws for a line that names an indicator nobody has, or a unit that is not of its kind: the files are ours. */
export function readTotals(text: string, indicatorOf: (code: string) => Indicator | undefined): readonly RealFigure[] {
  return readCsv(text).map((row) => {
    const { printed, printed_unit: printedUnit, case: qualityCase, ...line } = totalLine.parse(row);
    const indicator = indicatorOf(line.indicator);
    const value = indicator && inUnit(new Decimal(printed), printedUnit, indicator.unit);
    if (!value) throw new Error(`real figure ${line.indicator} ${line.period}: ${printed} ${printedUnit} has no indicator to be of`);
    return { ...line, value: value.toFixed(), printed: printedUnit === '%' ? `${printed}%` : `${printed} ${printedUnit}`, qualityCase };
  });
}

export function readRanking(text: string): readonly RankedZone[] {
  return readCsv(text).map((row) => {
    const { rank, zone, province, zone_id: id, data_year: year, source } = rankLine.parse(row);
    return { rank, zone, province, id, period: year, source };
  });
}

export function readQualityCases(text: string): readonly QualityCase[] {
  return z.array(QualityCase).parse(JSON.parse(text));
}

const ranks = [
  ['etdz_top10', 10],
  ['etdz_top20', 20],
  ['etdz_top30', 30],
] as const;

/** How many zones of the province stand among the first 10, 20 and 30: counted here, and said so. */
export function ranksCounted(ranking: readonly RankedZone[]): readonly RealFigure[] {
  const [first] = ranking;
  if (!first) return [];
  return ranks.map(([indicator, most]) => {
    const count = ranking.filter(({ rank, province }) => rank <= most && province === '浙江').length;
    const { period: year, source } = first;
    const common = { unit: '330000', period: year, source, confidence: 'medium', qualityCase: null } as const;
    return { ...common, indicator, value: String(count), printed: `${count} 家`, note: '由公布的前 30 位名单清点' };
  });
}

/** The words that stand as the source of a figure taken in. */
export function sourceOf({ source, printed }: RealFigure): Bilingual {
  return { zh: `公开报道，印作 ${printed}：${source}`, en: `Public reports, printed as ${printed}: ${source}` };
}
