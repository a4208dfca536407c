// Coordinate systems as a reader names them, and all that a file may be in.
import { type Crs, project, unproject, zoneNumber } from '@zhenghe/engine/boundaries';
import type { WordsLike } from '../ui/index.ts';
import type { Feature } from './shapes.ts';
import type { words } from './words-upload.ts';

type Words = WordsLike<typeof words.zh>['systems'];

/** “2000 国家大地坐标系，3 度带第 40 带（中央经线 120°），X 北在前，坐标带带号” */
export function crsWords(crs: Crs, w: Words): string {
  if (crs.kind === 'geographic') return [w.datums[crs.datum], w.degrees, w.order[crs.order]].join(w.comma);
  const zone = w.zone(crs.width, zoneNumber(crs), crs.meridian);
  return [w.datums[crs.datum], zone, w.order[crs.order], crs.numbered ? w.numbered : w.plain].join(w.comma);
}

export function crsKey(crs: Crs): string {
  return crs.kind === 'geographic'
    ? `${crs.datum}/${crs.order}`
    : `gk${crs.width}/${crs.meridian}/${crs.numbered ? 'numbered' : 'plain'}/${crs.order}`;
}

const meridians = [
  [3, 117],
  [3, 120],
  [3, 123],
  [6, 117],
  [6, 123],
] as const;

/** Every system there is for Zhejiang, survey grade first. */
export const allCrs: readonly Crs[] = [
  ...meridians.flatMap(([width, meridian]) =>
    [true, false].flatMap((numbered) =>
      (['north-east', 'east-north'] as const).map(
        (order): Crs => ({ kind: 'gauss-kruger', datum: 'cgcs2000', width, meridian, numbered, order }),
      ),
    ),
  ),
  ...(['cgcs2000', 'wgs84', 'gcj02', 'bd09'] as const).flatMap((datum) =>
    (['lon-lat', 'lat-lon'] as const).map((order): Crs => ({ kind: 'geographic', datum, order })),
  ),
];

/** Where the sketch, drawn as `drawn`, would lie if its figures were of another system. Figures that cannot be are left out. */
export function sketchedIn(sketch: readonly Feature[], drawn: Crs | undefined, chosen: Crs): readonly Feature[] {
  if (!drawn || crsKey(drawn) === crsKey(chosen)) return sketch;
  const figures = project(drawn);
  const back = unproject(chosen);
  return sketch.flatMap((feature) => {
    const shape = feature.shape.map((polygon) =>
      polygon.map((ring) =>
        ring.map((position): [number, number] => {
          const [lon, lat] = back(figures(position));
          return [lon, lat];
        }),
      ),
    );
    const onEarth = shape.flat(2).every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
    return onEarth ? [{ ...feature, shape }] : [];
  });
}
