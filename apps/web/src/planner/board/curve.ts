// Zones against least cost, around the cap, as a line with the cap marked. Pure: points and a chart option.
import type { ChartOption, Palette } from '../../ui/index.ts';
import type { Proposal } from './proposal.ts';

type Curve = Proposal['curve'];

/** Points each side of the cap. */
const reach = 25;

/** Those with a plan, near the cap or, where the cap lies beyond all, the last ones. */
export function nearCap(curve: Curve, cap: number): Curve {
  const known = curve.filter(({ cost }) => cost !== null);
  const most = Math.min(cap, known.at(-1)?.zones ?? cap);
  return known.filter(({ zones }) => Math.abs(zones - most) <= reach);
}

/** What one zone more under the cap would save by the curve alone; null where the curve does not reach so far. */
export function priceByCurve(curve: Curve, cap: number): number | null {
  const least = (most: number) =>
    curve.reduce((sum, { zones, cost }) => (cost !== null && zones <= most ? Math.min(sum, cost) : sum), Number.POSITIVE_INFINITY);
  const price = least(cap) - least(cap + 1);
  return Number.isFinite(price) ? price : null;
}

interface Look {
  readonly palette: Palette;
  readonly cap: string;
  readonly zones: string;
  readonly cost: string;
}

export function curveOption(points: Curve, cap: number, { palette, cap: capWord, zones, cost }: Look): ChartOption {
  const axis = { axisLabel: { color: palette.inkSoft }, nameTextStyle: { color: palette.inkSoft } };
  const marked = points.some((point) => point.zones === cap);
  return {
    grid: { left: 56, right: 24, top: 28, bottom: 36 },
    tooltip: { trigger: 'axis', backgroundColor: palette.paper, borderColor: palette.line, textStyle: { color: palette.ink } },
    xAxis: {
      type: 'value',
      name: zones,
      nameLocation: 'middle',
      nameGap: 22,
      min: 'dataMin',
      max: 'dataMax',
      minInterval: 1,
      ...axis,
      splitLine: { show: false },
    },
    yAxis: { type: 'value', name: cost, scale: true, ...axis, splitLine: { lineStyle: { color: palette.line } } },
    series: [
      {
        ...{ type: 'line', symbolSize: 5, lineStyle: { color: palette.blue }, itemStyle: { color: palette.blue } },
        data: points.map((point) => [point.zones, point.cost ?? 0]),
        ...(marked
          ? {
              markLine: {
                ...{ symbol: 'none', silent: true },
                data: [{ xAxis: cap }],
                label: { formatter: capWord, color: palette.ink },
                lineStyle: { color: palette.ink, type: 'dashed' },
              },
            }
          : {}),
      },
    ],
  };
}
