// Zones now against the quota of the place, as shading of the map. Pure. A place without a quota is never shown as within.
import type { DayAnswer } from '@zhenghe/contract/cockpit';
import type { Jurisdiction } from '@zhenghe/contract/territory';
import { type AreaMark, type LegendEntry, type Palette, type PointMark, stepOf, type WordsLike } from '../ui/index.ts';
import type { words } from './words.ts';

export type QuotaRow = DayAnswer['quota'][number];
type Words = WordsLike<typeof words.zh>;

/** Zones above the quota; null when the texts give none. */
export function excessOf(row: Pick<QuotaRow, 'now' | 'max'>): number | null {
  return row.max === null ? null : Math.max(0, row.now - row.max);
}

const limits = [1, 3, 6] as const;

export function quotaFill(row: QuotaRow, palette: Palette): string {
  const excess = excessOf(row);
  if (excess === null) return palette.ground;
  const [within, , some, more, most] = palette.steps;
  return [within, some, more, most][stepOf(excess, limits)] ?? most;
}

export function quotaTitle(row: QuotaRow, w: Words): string {
  const excess = excessOf(row);
  const state = excess === null ? w.noQuota : excess === 0 ? w.within : w.over(excess);
  return `${row.name}：${w.now} ${row.now}，${w.max} ${row.max ?? '—'}，${state}`;
}

export function quotaAreas(rows: readonly QuotaRow[], palette: Palette, w: Words): Record<string, AreaMark> {
  return Object.fromEntries(
    rows.map((row) => [
      row.code,
      {
        fill: quotaFill(row, palette),
        hatched: (excessOf(row) ?? 0) >= limits[2],
        label: row.max === null ? String(row.now) : `${row.now}/${row.max}`,
        title: quotaTitle(row, w),
      },
    ]),
  );
}

/** Counties without an outline stand on the map as squares of the same shade. */
export function quotaPoints(rows: readonly QuotaRow[], places: readonly Jurisdiction[], palette: Palette, w: Words): PointMark[] {
  const points = new Map(places.filter((place) => place.level === 'county' && !place.outlined).map((place) => [place.code, place.point]));
  return rows.flatMap((row) => {
    const at = points.get(row.code);
    return at ? [{ id: row.code, title: quotaTitle(row, w), at, shape: 'square' as const, color: quotaFill(row, palette), size: 7 }] : [];
  });
}

export function quotaLegend(palette: Palette, w: Words): LegendEntry[] {
  const [within, , some, more, most] = palette.steps;
  return [
    { label: w.legendWithin, color: within, shape: 'area' },
    { label: w.legendSome, color: some, shape: 'area' },
    { label: w.legendMore, color: more, shape: 'area' },
    { label: w.legendMost, color: most, shape: 'hatched' },
    { label: w.noQuota, color: palette.ground, shape: 'area' },
    { label: w.legendPoint, color: palette.inkSoft, shape: 'square' },
  ];
}
