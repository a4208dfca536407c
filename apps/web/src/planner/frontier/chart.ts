// The frontier as a chart: zones against cost, the cap as a line, detached pieces on a second axis. Pure.
import type { ChartOption, Palette } from '../../ui/index.ts';
import type { FrontierPoint } from '../shapes.ts';

/** For each number of zones, the least cost with at most so many detached pieces. */
export function leastCosts(points: readonly FrontierPoint[], atMost: number | null): readonly FrontierPoint[] {
  const best = new Map<number, FrontierPoint>();
  for (const point of points) {
    if (atMost !== null && point.detachedPieces > atMost) continue;
    const held = best.get(point.zones);
    if (!held || point.cost < held.cost || (point.cost === held.cost && point.detachedPieces < held.detachedPieces))
      best.set(point.zones, point);
  }
  return [...best.values()].sort((a, b) => a.zones - b.zones);
}

/** How far from the cap the curve is shown unless all of it is asked for. */
const usual = 40;

export function nearCap(line: readonly FrontierPoint[], cap: number, nearBy = usual): readonly FrontierPoint[] {
  const near = line.filter(({ zones }) => Math.abs(zones - cap) <= nearBy);
  return near.length > 0 ? near : line;
}

/** Of the bounds, those drawn beside the whole curve, from many to none. */
export function drawnBounds(bounds: readonly number[]): readonly number[] {
  const [fewest, ...others] = bounds;
  return fewest === undefined ? [] : [...others.slice(-3).reverse(), fewest];
}

/** Bounds worth choosing: none, few, and up to what the dearest plan has. */
export function pieceBounds(points: readonly FrontierPoint[]): readonly number[] {
  const most = Math.max(0, ...points.map(({ detachedPieces }) => detachedPieces));
  return [...new Set([0, 1, 2, 5, 10, 20, 50, 100, 200].filter((bound) => bound < most))];
}

export function pointId({ zones, detachedPieces }: Pick<FrontierPoint, 'zones' | 'detachedPieces'>): string {
  return `${zones}-${detachedPieces}`;
}

/** '12-3'; null for anything else. */
export function pointOf(id: string | undefined): { readonly zones: number; readonly detachedPieces: number } | null {
  const read = /^(\d{1,4})-(\d{1,5})$/.exec(id ?? '');
  return read ? { zones: Number(read[1]), detachedPieces: Number(read[2]) } : null;
}

export interface FrontierWords {
  readonly zones: string;
  readonly cost: string;
  readonly pieces: string;
  readonly cap: string;
}

/** A curve of least costs with at most so many pieces; null: with any. */
export interface FrontierLine {
  readonly atMost: number | null;
  readonly name: string;
  readonly points: readonly FrontierPoint[];
}

interface Shown {
  /** The one in question first. */
  readonly lines: readonly [FrontierLine, ...FrontierLine[]];
  readonly cap: number;
  readonly chosen: string | null;
}

export function frontierOption({ lines, cap, chosen }: Shown, palette: Palette, words: FrontierWords): ChartOption {
  const [main, ...others] = lines;
  const text = { color: palette.ink };
  const axis = { axisLine: { lineStyle: { color: palette.inkSoft } }, axisLabel: text, nameTextStyle: text };
  const bounds = main.points.map(({ zones }) => zones);
  return {
    grid: { left: 72, right: 64, top: 84, bottom: 44 },
    legend: { top: 0, textStyle: text, data: [...lines.map(({ name }) => name), words.pieces] },
    tooltip: { trigger: 'axis' },
    xAxis: {
      ...{ type: 'value', name: words.zones, nameLocation: 'middle', nameGap: 28, minInterval: 1, ...axis, splitLine: { show: false } },
      ...{ min: Math.min(cap, ...bounds), max: Math.max(cap, ...bounds) },
    },
    yAxis: [
      { type: 'value', name: words.cost, scale: true, ...axis, splitLine: { lineStyle: { color: palette.line } } },
      { type: 'value', name: words.pieces, minInterval: 1, ...axis, splitLine: { show: false } },
    ],
    series: [
      {
        ...{ type: 'line', name: main.name, lineStyle: { color: palette.blue, width: 2 }, itemStyle: { color: palette.blue } },
        ...{ data: main.points.map((point) => datum(point, chosen)), symbol: 'circle' },
        markLine: {
          ...{ silent: true, symbol: 'none', lineStyle: { color: palette.bad, type: 'dashed' } },
          label: { formatter: words.cap, color: palette.bad },
          data: [{ xAxis: cap }],
        },
      },
      ...others.map((line, at) => ({
        ...{ type: 'line' as const, name: line.name, symbol: shapes[at % shapes.length] ?? 'circle', symbolSize: 4 },
        ...{ lineStyle: { color: palette.inkSoft, width: 1 }, itemStyle: { color: palette.inkSoft } },
        data: line.points.map((point) => datum(point, chosen)),
      })),
      {
        ...{ type: 'line', step: 'middle', name: words.pieces, yAxisIndex: 1, symbol: 'none' },
        lineStyle: { color: palette.warn, type: 'dotted' },
        itemStyle: { color: palette.warn },
        data: main.points.map((point) => [point.zones, point.detachedPieces]),
      },
    ],
  };
}

/** Told apart by shape, as all are of one colour. */
const shapes = ['triangle', 'diamond', 'rect', 'emptyCircle'] as const;

function datum(point: FrontierPoint, chosen: string | null) {
  const id = pointId(point);
  return { id, value: [point.zones, Number(point.cost.toFixed(2))], symbolSize: id === chosen ? 12 : 5 };
}
