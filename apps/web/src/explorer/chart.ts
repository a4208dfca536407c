// The answer as charts: lines over time, bars over units, one chart for each indicator, so that two units never share an axis. A line stops
// at a break of calibre that nothing bridges: its two sides are two lines of one name. Pure.
import type { Period } from '@zhenghe/engine/kernel';
import type { ChartOption, Measures, Palette } from '../ui/index.ts';
import { cellOf, shownValue } from './answer.ts';
import { figureKey, mostLines, rowId } from './question.ts';
import type { AnswerIndicator, AnswerRow, PivotAnswer } from './shapes.ts';
import { shortPeriod } from './use-reading.ts';

export interface ChartLook {
  readonly palette: Palette;
  readonly measures: Measures;
  readonly grows: boolean;
  readonly rowName: (row: AnswerRow) => string;
  readonly breakName: (period: string) => string;
  /** 1,234.5 with its unit. */
  readonly tell: (value: number) => string;
}

/** More bars than these are a table. */
export const mostBars = 30;

interface Drawable extends Pick<PivotAnswer, 'indicators'> {
  readonly rows: readonly AnswerRow[];
}

/** Those asked for; otherwise the first rows there are, and the whole where it is no sum that would dwarf them. */
export function drawnRows({ rows, indicators }: Drawable, wanted: readonly string[]): readonly AnswerRow[] {
  const asked = rows.filter((row) => wanted.includes(rowId(row)));
  if (asked.length > 0) return asked.slice(0, mostLines);
  const single = rows.filter(({ kind }) => kind !== 'subtotal' && kind !== 'total');
  const total = indicators.some(({ gathering }) => gathering === 'sum') ? [] : rows.filter(({ kind }) => kind === 'total');
  return single.length <= mostLines ? single : [...total, ...single.slice(0, mostLines - total.length)];
}

/** Runs of periods between the breaks that nothing bridges. */
export function unbrokenRuns(periods: readonly Period[], breaks: AnswerIndicator['breaks']): readonly (readonly Period[])[] {
  const cuts = new Set(breaks.filter(({ bridged }) => !bridged).map(({ period }) => period));
  const runs: Period[][] = [];
  for (const period of periods) {
    const run = runs.at(-1);
    if (run && !cuts.has(period)) run.push(period);
    else runs.push([period]);
  }
  return runs;
}

interface Drawn {
  readonly answer: PivotAnswer;
  readonly indicator: AnswerIndicator;
  readonly rows: readonly AnswerRow[];
}

const shapes = ['circle', 'triangle', 'rect', 'diamond', 'arrow', 'roundRect'] as const;
const dashes = ['solid', 'dashed', 'dotted', 'solid', 'dashed', 'dotted'] as const;

export function lineOption({ answer, indicator, rows }: Drawn, look: ChartLook): ChartOption {
  const { palette, rowName } = look;
  const runs = unbrokenRuns(answer.periods, indicator.breaks);
  const marks = indicator.breaks.map(({ period }) => ({
    xAxis: shortPeriod(period),
    label: { formatter: look.breakName(shortPeriod(period)) },
  }));
  return {
    ...frameOf(look),
    legend: { top: 0, type: 'scroll', textStyle: { color: palette.ink }, data: rows.map(rowName) },
    xAxis: { type: 'category', data: answer.periods.map(shortPeriod), ...axisOf(palette) },
    yAxis: { type: 'value', scale: true, ...axisOf(palette), splitLine: { lineStyle: { color: palette.line } } },
    series: rows.flatMap((row, at) =>
      runs.map((run, part) => ({
        ...{
          type: 'line' as const,
          name: rowName(row),
          symbol: shapes[at % shapes.length] ?? 'circle',
          symbolSize: 7,
          connectNulls: false,
        },
        itemStyle: { color: palette.kinds[at % palette.kinds.length] ?? palette.blue },
        lineStyle: {
          color: palette.kinds[at % palette.kinds.length] ?? palette.blue,
          type: dashes[at % dashes.length] ?? 'solid',
          width: 2,
        },
        data: answer.periods.map((period) => (run.includes(period) ? datum({ answer, indicator, row, period }, look) : gap)),
        ...(at === 0 && part === 0 && marks.length > 0 ? { markLine: breakLines(marks, palette) } : {}),
      })),
    ),
  };
}

export function barOption({ answer, indicator, rows }: Drawn, look: ChartLook): ChartOption {
  const { palette, rowName } = look;
  const period = answer.periods.at(-1) ?? '';
  const shown = rows.slice(0, mostBars);
  return {
    ...frameOf(look),
    grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value', ...axisOf(palette), splitLine: { lineStyle: { color: palette.line } } },
    yAxis: { type: 'category', inverse: true, data: shown.map(rowName), ...axisOf(palette) },
    series: [
      {
        ...{ type: 'bar', barMaxWidth: 18, itemStyle: { color: palette.blue } },
        data: shown.map((row) => datum({ answer, indicator, row, period }, look)),
      },
    ],
  };
}

interface At {
  readonly answer: PivotAnswer;
  readonly indicator: AnswerIndicator;
  readonly row: AnswerRow;
  readonly period: Period;
}

/** ECharts' own sign for nothing here. */
const gap = '-';

function datum({ answer, indicator, row, period }: At, { grows, measures, palette }: ChartLook) {
  const outer = answer.indicators.findIndex(({ code }) => code === indicator.code);
  const { value, notes } = cellOf(answer, row, outer * answer.periods.length + answer.periods.indexOf(period));
  const id = figureKey({ row: rowId(row), indicator: indicator.code, period });
  if (value === null) return gap;
  const point = { id, value: Number(shownValue(value, indicator, { grows, measures }).text) };
  // Hollow: some of what belongs to it is missing.
  return notes.includes('partial')
    ? { ...point, itemStyle: { color: palette.paper, borderColor: palette.inkSoft, borderWidth: 2 } }
    : point;
}

function breakLines(data: readonly { readonly xAxis: string; readonly label: { readonly formatter: string } }[], palette: Palette) {
  return {
    ...{ silent: true, symbol: 'none', lineStyle: { color: palette.warn, type: 'dashed' as const }, label: { color: palette.warn } },
    data: [...data],
  };
}

function frameOf({ palette, tell }: ChartLook): ChartOption {
  return {
    grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: palette.paper,
      borderColor: palette.line,
      textStyle: { color: palette.ink },
      valueFormatter: (value) => (typeof value === 'number' ? tell(value) : '—'),
    },
  };
}

function axisOf(palette: Palette) {
  return { axisLine: { lineStyle: { color: palette.inkSoft } }, axisLabel: { color: palette.ink } };
}
