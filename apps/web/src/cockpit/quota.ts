// Zones now against the quota of the place, as shading of the map. Pure. A place without a quota is never shown as within,
// nor one whose register is known to be incomplete: there only an excess is certain.
import type { DayAnswer } from '@zhenghe/contract/cockpit';
import type { Jurisdiction } from '@zhenghe/contract/territory';
import { type AreaMark, type LegendEntry, type Palette, type PointMark, stepOf, type WordsLike } from '../ui/index.ts';
import type { words } from './words.ts';

export type QuotaRow = DayAnswer['quota'][number];
type Words = WordsLike<typeof words.zh>;

type Figures = Pick<QuotaRow, 'now' | 'max' | 'extra'>;

/** Zones that stand above the quota for certain, whether or not the county is industrially strong; null when the texts give none. */
export function excessOf(row: Figures): number | null {
  return row.max === null ? null : Math.max(0, row.now - row.max - row.extra);
}

/** depends: above the quota unless the county is industrially strong, which is not on record. */
export type QuotaState = 'within' | 'over' | 'depends' | 'no-quota' | 'incomplete';

export function quotaState(row: Figures, complete: boolean): QuotaState {
  const excess = excessOf(row);
  if (excess === null || row.max === null) return 'no-quota';
  if (excess > 0) return 'over';
  if (row.now > row.max) return 'depends';
  return complete ? 'within' : 'incomplete';
}

const limits = [1, 3, 6] as const;

export function quotaFill(row: QuotaRow, palette: Palette, complete = true): string {
  const excess = excessOf(row);
  const state = quotaState(row, complete);
  if (excess === null || state === 'no-quota' || state === 'incomplete') return palette.ground;
  const [within, depends, some, more, most] = palette.steps;
  if (state === 'depends') return depends;
  return [within, some, more, most][stepOf(excess, limits)] ?? most;
}

export function quotaWord(row: Figures, complete: boolean, w: Words): string {
  const state = quotaState(row, complete);
  const excess = excessOf(row) ?? 0;
  if (state === 'over') return row.extra > 0 ? w.overAtLeast(excess) : w.over(excess);
  return { within: w.within, depends: w.depends, 'no-quota': w.noQuota, incomplete: w.quotaUnknown }[state];
}

export function quotaTitle(row: QuotaRow, complete: boolean, w: Words): string {
  return `${row.name}: ${w.now} ${row.now} · ${w.max} ${quotaText(row) ?? '—'} · ${quotaWord(row, complete, w)}`;
}

/** '1 (+1)': one, and one more for an industrially strong county. */
export function quotaText({ max, extra }: Figures): string | null {
  return max === null ? null : `${max}${extra > 0 ? ` (+${extra})` : ''}`;
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
  const [within, depends, some, more, most] = palette.steps;
  return [
    ...(complete ? [{ label: w.legendWithin, color: within, shape: 'area' as const }] : []),
    { label: w.depends, color: depends, shape: 'area' },
    { label: w.legendSome, color: some, shape: 'area' },
    { label: w.legendMore, color: more, shape: 'area' },
    { label: w.legendMost, color: most, shape: 'hatched' },
    { label: complete ? w.noQuota : w.quotaUnknown, color: palette.ground, shape: 'area' },
    { label: w.legendPoint, color: palette.inkSoft, shape: 'square' },
  ];
}
