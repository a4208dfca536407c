// The answer on the map: counties shaded in five steps, zones as points of five sizes; limits are figures of the answer itself, so that the
// legend says them exactly. Pure.

import type { Jurisdiction } from '@zhenghe/contract/territory';
import { Decimal } from '@zhenghe/engine/kernel';
import { type AreaMark, type LegendEntry, type Palette, type PointMark, stepOf, type WordsLike } from '../ui/index.ts';
import type { words } from './words.ts';

/** A row of the answer for one indicator and period. */
export interface Shaded {
  readonly key: string;
  readonly value: string | null;
  /** The number as it is shown, or why there is none. */
  readonly text: string;
  /** All of it in words. */
  readonly title: string;
}

const steps = 5;

/** At most four rising limits that part the values into groups of about one size; none where all are equal. */
export function limitsOf(rows: readonly Shaded[]): readonly Shaded[] {
  const known = rows.filter(({ value }) => value !== null).sort((a, b) => new Decimal(a.value ?? 0).comparedTo(b.value ?? 0));
  const limits: Shaded[] = [];
  for (let step = 1; step < steps; step += 1) {
    const limit = known[Math.floor((known.length * step) / steps)];
    const last = limits.at(-1) ?? known[0];
    if (limit?.value && last?.value && new Decimal(limit.value).greaterThan(last.value)) limits.push(limit);
  }
  return limits;
}

/** 0 is the lowest step; null without a figure. */
export function stepFor({ value }: Shaded, limits: readonly Shaded[]): number | null {
  if (value === null) return null;
  return stepOf(
    Number(value),
    limits.map((limit) => Number(limit.value)),
  );
}

/** Few limits use the outer shades too, so that two steps are far apart. */
export function shadeOf(step: number, limits: readonly Shaded[], palette: Palette): string {
  const last = palette.steps.length - 1;
  return palette.steps[limits.length === 0 ? 2 : Math.round((step * last) / limits.length)] ?? palette.steps[0];
}

interface AreaAsk {
  readonly rows: readonly Shaded[];
  readonly places: readonly Jurisdiction[];
  readonly palette: Palette;
}

/** Counties of a city are shaded as the city. */
export function areaMarks({ rows, places, palette }: AreaAsk): Record<string, AreaMark> {
  const limits = limitsOf(rows);
  const byPlace = new Map(rows.map((row) => [row.key, row]));
  return Object.fromEntries(
    countiesOf(places, byPlace).map(({ place, row }) => [place.code, { fill: fillOf(row, limits, palette), title: row.title }]),
  );
}

/** Counties without an outline stand as squares of the same shade. */
export function squareMarks({ rows, places, palette }: AreaAsk): PointMark[] {
  const limits = limitsOf(rows);
  const byPlace = new Map(rows.map((row) => [row.key, row]));
  return countiesOf(places, byPlace)
    .filter(({ place }) => !place.outlined)
    .map(({ place, row }) => ({
      ...{ id: row.key, title: row.title, at: place.point, shape: 'square', size: 7 },
      color: fillOf(row, limits, palette),
      edge: palette.inkSoft,
    }));
}

function countiesOf(places: readonly Jurisdiction[], rows: ReadonlyMap<string, Shaded>) {
  return places
    .filter(({ level }) => level === 'county')
    .flatMap((place) => {
      const row = rows.get(place.code) ?? rows.get(place.parent ?? '');
      return row ? [{ place, row }] : [];
    });
}

function fillOf(row: Shaded, limits: readonly Shaded[], palette: Palette): string {
  const step = stepFor(row, limits);
  return step === null ? palette.ground : shadeOf(step, limits, palette);
}

const smallest = 3.5;
const perStep = 2.2;

export function sizeOf(step: number): number {
  return smallest + perStep * step;
}

export function zoneMarks(rows: readonly Shaded[], points: ReadonlyMap<string, readonly [number, number]>, palette: Palette): PointMark[] {
  const limits = limitsOf(rows);
  // Large points first, so that small ones lie on top and can be met.
  const ordered = [...rows].sort((a, b) => (stepFor(b, limits) ?? -1) - (stepFor(a, limits) ?? -1));
  return ordered.flatMap((row): PointMark[] => {
    const at = points.get(row.key);
    const step = stepFor(row, limits);
    if (!at) return [];
    const mark = { id: row.key, title: row.title, at };
    return step === null
      ? [{ ...mark, shape: 'ring' as const, color: palette.inkSoft, size: smallest }]
      : [{ ...mark, shape: 'circle' as const, color: palette.blue, size: sizeOf(step) }];
  });
}

interface LegendAsk {
  readonly rows: readonly Shaded[];
  readonly points: boolean;
  readonly palette: Palette;
  readonly w: WordsLike<typeof words.zh>;
}

export function shadeLegend({ rows, points, palette, w }: LegendAsk): LegendEntry[] {
  const limits = limitsOf(rows);
  const known = rows.find(({ value }) => value !== null);
  const entries = Array.from({ length: known ? limits.length + 1 : 0 }, (_, step): LegendEntry => {
    const [low, high] = [limits[step - 1], limits[step]];
    const label = rangeOf(low, high, w) ?? w.mapOne(known?.text ?? '');
    return points
      ? { label, color: palette.blue, shape: 'circle', size: sizeOf(step) }
      : { label, color: shadeOf(step, limits, palette), shape: 'area' };
  });
  const missing = rows.some(({ value }) => value === null);
  return missing
    ? [...entries, { label: w.mapNone, color: points ? palette.inkSoft : palette.ground, shape: points ? 'ring' : 'area' }]
    : entries;
}

function rangeOf(low: Shaded | undefined, high: Shaded | undefined, w: WordsLike<typeof words.zh>): string | null {
  if (low && high) return w.mapBetween(low.text, high.text);
  if (low) return w.mapFrom(low.text);
  return high ? w.mapBelow(high.text) : null;
}
