// What is doubtful about a figure of public record: every reading that was printed, which can be true, and what was done about it (F41).
import { dataText } from '../territory/index.ts';
import { type QualityCase, readQualityCases } from './real-files.ts';

export interface QualityNote extends Pick<QualityCase, 'title' | 'handling'> {
  readonly readings: readonly { readonly printed: string; readonly possible: boolean; readonly why: QualityCase['title'] }[];
}

let read: readonly QualityCase[] | null = null;

/** Of real figures only; empty for most. */
export function qualityOf(figure: { readonly unit: string; readonly indicator: string; readonly period: string }): readonly QualityNote[] {
  read ??= readQualityCases(dataText('statistics/data-quality.json'));
  return read
    .filter(({ unit, period, indicators }) => unit === figure.unit && period === figure.period && indicators.includes(figure.indicator))
    .map(({ title, readings, handling }) => ({
      title,
      handling,
      readings: readings.map(({ figures, possible, why }) => ({ printed: figures[figure.indicator] ?? '', possible, why })),
    }));
}
