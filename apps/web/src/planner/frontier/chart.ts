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

interface Shown {
  readonly points: readonly FrontierPoint[];
  readonly line: readonly FrontierPoint[];
  readonly cap: number;
  readonly chosen: string | null;
}

export function frontierOption({ points, line, cap, chosen }: Shown, palette: Palette, words: FrontierWords): ChartOption {
  const axis = {
    axisLine: { lineStyle: { color: palette.inkSoft } },
    axisLabel: { color: palette.ink },
    nameTextStyle: { color: palette.ink },
  };
  const split = { splitLine: { lineStyle: { color: palette.line } } };
  const bounds = line.map(({ zones }) => zones);
  const shown = points.filter((point) => line.some(({ zones }) => zones === point.zones));
  return {
    grid: { left: 72, right: 64, top: 36, bottom: 44 },
    legend: { top: 0, textStyle: { color: palette.ink }, data: [words.cost, words.pieces] },
    tooltip: { trigger: 'axis' },
    xAxis: {
      ...{ type: 'value', name: words.zones, nameLocation: 'middle', nameGap: 28, minInterval: 1, ...axis, splitLine: { show: false } },
      ...{ min: Math.min(cap, ...bounds), max: Math.max(cap, ...bounds) },
    },
    yAxis: [
      { type: 'value', name: words.cost, scale: true, ...axis, ...split },
      { type: 'value', name: words.pieces, minInterval: 1, ...axis, splitLine: { show: false } },
    ],
    series: [
      {
        ...{ type: 'scatter', name: words.cost, silent: false, symbolSize: 3, itemStyle: { color: palette.inkSoft, opacity: 0.35 } },
        data: shown.map((point) => ({ id: pointId(point), value: [point.zones, point.cost] })),
        tooltip: { show: false },
      },
      {
        ...{ type: 'line', name: words.cost, lineStyle: { color: palette.blue }, itemStyle: { color: palette.blue } },
        data: line.map((point) => ({
          ...{ id: pointId(point), value: [point.zones, point.cost], symbolSize: pointId(point) === chosen ? 12 : 5 },
          symbol: 'circle',
        })),
        markLine: {
          ...{ silent: true, symbol: 'none', lineStyle: { color: palette.bad, type: 'dashed' } },
          label: { formatter: words.cap, color: palette.bad },
          data: [{ xAxis: cap }],
        },
      },
      {
        ...{ type: 'line', step: 'middle', name: words.pieces, yAxisIndex: 1, symbol: 'none' },
        lineStyle: { color: palette.warn, type: 'dotted' },
        itemStyle: { color: palette.warn },
        data: line.map((point) => [point.zones, point.detachedPieces]),
      },
    ],
  };
}
