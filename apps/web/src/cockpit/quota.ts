// Zones now against the quota of the place, as shading of the map. Pure. A place without a quota is never shown as within,
// nor one whose register is known to be incomplete: there only an excess is certain.
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

export type QuotaState = 'within' | 'over' | 'no-quota' | 'incomplete';

export function quotaState(row: Pick<QuotaRow, 'now' | 'max'>, complete: boolean): QuotaState {
  const excess = excessOf(row);
  if (excess === null) return 'no-quota';
  if (excess > 0) return 'over';
  return complete ? 'within' : 'incomplete';
}

const limits = [1, 3, 6] as const;

export function quotaFill(row: QuotaRow, palette: Palette, complete = true): string {
  const excess = excessOf(row);
  const state = quotaState(row, complete);
  if (excess === null || state === 'no-quota' || state === 'incomplete') return palette.ground;
  const [within, , some, more, most] = palette.steps;
  return [within, some, more, most][stepOf(excess, limits)] ?? most;
}

export function quotaWord(row: Pick<QuotaRow, 'now' | 'max'>, complete: boolean, w: Words): string {
  const state = quotaState(row, complete);
  if (state === 'over') return w.over(excessOf(row) ?? 0);
  return { within: w.within, 'no-quota': w.noQuota, incomplete: w.quotaUnknown }[state];
}

export function quotaTitle(row: QuotaRow, complete: boolean, w: Words): string {
  return `${row.name}: ${w.now} ${row.now} · ${w.max} ${row.max ?? '—'} · ${quotaWord(row, complete, w)}`;
}

export interface QuotaLook {
  readonly palette: Palette;
  readonly w: Words;
  readonly complete: boolean;
}

export function quotaAreas(rows: readonly QuotaRow[], { palette, w, complete }: QuotaLook): Record<string, AreaMark> {
  return Object.fromEntries(
    rows.map((row) => [
      row.code,
      {
        fill: quotaFill(row, palette, complete),
        hatched: (excessOf(row) ?? 0) >= limits[2],
        label: row.max === null ? String(row.now) : `${row.now}/${row.max}`,
        title: quotaTitle(row, complete, w),
      },
    ]),
  );
}

/** Counties without an outline stand on the map as squares of the same shade. */
export function quotaPoints(rows: readonly QuotaRow[], places: readonly Jurisdiction[], { palette, w, complete }: QuotaLook): PointMark[] {
  const points = new Map(places.filter((place) => place.level === 'county' && !place.outlined).map((place) => [place.code, place.point]));
  return rows.flatMap((row) => {
    const at = points.get(row.code);
    return at
      ? [
          {
            id: row.code,
            title: quotaTitle(row, complete, w),
            at,
            shape: 'square' as const,
            color: quotaFill(row, palette, complete),
            size: 7,
          },
        ]
      : [];
  });
}

export function quotaLegend({ palette, w, complete }: QuotaLook): LegendEntry[] {
  const [within, , some, more, most] = palette.steps;
  return [
    ...(complete ? [{ label: w.legendWithin, color: within, shape: 'area' as const }] : []),
    { label: w.legendSome, color: some, shape: 'area' },
    { label: w.legendMore, color: more, shape: 'area' },
    { label: w.legendMost, color: most, shape: 'hatched' },
    { label: complete ? w.noQuota : w.quotaUnknown, color: palette.ground, shape: 'area' },
    { label: w.legendPoint, color: palette.inkSoft, shape: 'square' },
  ];
}
