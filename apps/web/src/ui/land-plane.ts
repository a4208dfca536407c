// The plane a map of land is drawn in: the CGCS2000 3-degree Gauss–Krüger zone of its middle, so that shapes, lengths and the printed
// scale are true. Transforms are the engine's own. Loaded with the map only.
import { type Box, type Crs, type Position, project, type Shape, unproject } from '@zhenghe/engine/boundaries';
import { addCoordinateTransforms, addProjection, get } from 'ol/proj';
import Projection from 'ol/proj/Projection';

export interface Plane {
  readonly projection: Projection;
  readonly meridian: number;
  readonly forward: (position: Position) => [number, number];
  readonly back: (coordinate: readonly number[]) => Position;
}

export function gaussKruger(meridian: number, numbered = false): Extract<Crs, { kind: 'gauss-kruger' }> {
  return { kind: 'gauss-kruger', datum: 'cgcs2000', width: 3, meridian, numbered, order: 'east-north' };
}

/** Central meridian of the 3-degree zone a longitude lies in. */
export function meridianOf(longitude: number): number {
  return Math.round(longitude / 3) * 3;
}

export function planeAt(meridian: number): Plane {
  const there = project(gaussKruger(meridian));
  const home = unproject(gaussKruger(meridian));
  const forward = (position: Position): [number, number] => [...there(position)];
  const back = ([x = Number.NaN, y = Number.NaN]: readonly number[]): Position => home([x, y]);
  return { projection: projectionAt(meridian, forward, back), meridian, forward, back };
}

function projectionAt(meridian: number, forward: Plane['forward'], back: Plane['back']): Projection {
  const code = `CGCS2000-GK3-${meridian}`;
  const known = get(code);
  if (known) return known;
  const projection = new Projection({
    code,
    units: 'm',
    extent: [-500_000, 2_000_000, 1_500_000, 4_500_000],
    getPointResolution: (resolution) => resolution,
  });
  addProjection(projection);
  for (const geographic of [geographicProjection(), get('EPSG:4326')]) {
    if (geographic) {
      addCoordinateTransforms(
        geographic,
        projection,
        ([lon = 0, lat = 0]) => forward([lon, lat]),
        (coordinate) => [...back(coordinate)],
      );
    }
  }
  return projection;
}

/** EPSG:4490 is not among those OpenLayers knows; tiles of 天地图 come in it. */
function geographicProjection(): Projection {
  const known = get('EPSG:4490');
  if (known) return known;
  const projection = new Projection({ code: 'EPSG:4490', units: 'degrees', extent: [-180, -90, 180, 90] });
  addProjection(projection);
  return projection;
}

export function drawnIn(plane: Plane, shape: Shape): number[][][][] {
  return shape.map((polygon) => polygon.map((ring) => ring.map(plane.forward)));
}

/** The box around boxes; null when there is none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  const finite = boxes.filter((box) => box.every(Number.isFinite));
  if (finite.length === 0) return null;
  return finite.reduce(([w, s, e, n], [west, south, east, north]) => [
    Math.min(w, west),
    Math.min(s, south),
    Math.max(e, east),
    Math.max(n, north),
  ]);
}
