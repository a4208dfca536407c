// Rates of a period, and the course of two of them over the periods. Pure.
import { Decimal } from '@zhenghe/engine/kernel';
import type { ChartOption } from '../../ui/index.ts';
import type { Rates } from '../shapes.ts';

/** 12.5 %; null where nobody was asked. */
export function shareOf(count: number, due: number): string | null {
  return due === 0 ? null : `${new Decimal(count).div(due).times(100).toDecimalPlaces(1).toFixed()} %`;
}

export type PeriodRates = Rates & { readonly period: string };

/** Oldest at the left. A period in which nobody was asked has no point. */
export function courseOption(
  periods: readonly PeriodRates[],
  words: { readonly late: string; readonly complete: string; readonly name: (period: string) => string },
): ChartOption {
  const past = [...periods].reverse();
  const line = (name: string, of: (rates: Rates) => number, symbol: 'circle' | 'triangle') => ({
    name,
    type: 'line' as const,
    symbol,
    symbolSize: 8,
    data: past.map((one) => (one.due === 0 ? null : Math.round((of(one) / one.due) * 1000) / 10)),
  });
  return {
    color: ['#9a5b00', '#1d4e9e'],
    grid: { left: 48, right: 16, top: 36, bottom: 28 },
    legend: { top: 0 },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: past.map(({ period }) => words.name(period)) },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value} %' } },
    series: [line(words.late, ({ late }) => late, 'triangle'), line(words.complete, ({ complete }) => complete, 'circle')],
  };
}
