// Base and now by city, as bars side by side. Pure: a chart option from the meter.
import type { ChartOption, Palette } from '../ui/index.ts';
import type { Meter } from './shapes.ts';

interface ByCityWords {
  readonly base: string;
  readonly now: string;
}

/** Cities top down in the order given; ECharts draws categories upwards, so the axis is turned. */
export function byCityOption(rows: Meter['byCity'], palette: Palette, words: ByCityWords): ChartOption {
  const label = { show: true, position: 'right' as const, color: palette.ink };
  return {
    grid: { left: 110, right: 48, top: 28, bottom: 16 },
    legend: { top: 0, left: 0, textStyle: { color: palette.ink } },
    tooltip: { trigger: 'axis', backgroundColor: palette.paper, borderColor: palette.line, textStyle: { color: palette.ink } },
    xAxis: { type: 'value', axisLabel: { color: palette.inkSoft }, splitLine: { lineStyle: { color: palette.line } } },
    yAxis: { type: 'category', inverse: true, data: rows.map((row) => row.name), axisLabel: { color: palette.ink } },
    series: [
      { type: 'bar', name: words.base, data: rows.map((row) => row.base), label, itemStyle: { color: palette.steps[1] } },
      { type: 'bar', name: words.now, data: rows.map((row) => row.now), label, itemStyle: { color: palette.steps[4] } },
    ],
  };
}
