// Zones as points: shape by grade, a ring when they do not count. Pure.
import type { LegendEntry, Palette, PointMark, WordsLike } from '../ui/index.ts';
import type { ZoneRow } from './shapes.ts';
import type { words } from './words.ts';

export interface ZonePoint {
  readonly id: string;
  readonly name: string;
  readonly grade: ZoneRow['grade'];
  readonly counted: boolean;
  readonly point: readonly [number, number];
}

type Words = WordsLike<typeof words.zh>;

const shapes = { national: 'square', provincial: 'diamond', local: 'circle' } as const;
const sizes = { national: 6, provincial: 5, local: 3.5 } as const;

export function zonePoints(points: readonly ZonePoint[], palette: Palette): PointMark[] {
  return points.map((zone) => ({
    id: zone.id,
    title: zone.name,
    at: zone.point,
    shape: zone.counted ? shapes[zone.grade] : 'ring',
    color: zone.counted ? palette.blue : palette.inkSoft,
    size: sizes[zone.grade],
  }));
}

export function pointLegend(palette: Palette, w: Words): LegendEntry[] {
  return [
    { label: w.legendNational, color: palette.blue, shape: 'square' },
    { label: w.legendProvincial, color: palette.blue, shape: 'diamond' },
    { label: w.legendLocal, color: palette.blue, shape: 'circle' },
    { label: w.legendUncounted, color: palette.inkSoft, shape: 'ring' },
  ];
}
