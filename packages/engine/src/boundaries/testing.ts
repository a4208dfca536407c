// Builders for tests: small squares of land near Zhejiang's middle, and one opened GEOS.
import initGeosJs from 'geos-wasm';
import { densified } from './ellipsoid.ts';
import { overlayBy } from './geos.ts';
import { type Geos, geometryOf, shapeOf, using } from './geos-geometry.ts';
import type { Overlay } from './overlay.ts';
import type { Feature, Position, Ring, Shape } from './shape.ts';

let opened: Promise<Geos> | null = null;

function testGeos(): Promise<Geos> {
  opened ??= initGeosJs({ errorHandler: () => undefined, noticeHandler: () => undefined });
  return opened;
}

export async function testOverlay(): Promise<Overlay> {
  return overlayBy(await testGeos());
}

/** What two shapes share as GEOS alone tells it. */
export async function testIntersection(): Promise<Overlay['intersection']> {
  const geos = await testGeos();
  return (a, b) =>
    using(geos, (hold) => {
      const [one, other] = [hold(geometryOf(geos, densified(a))), hold(geometryOf(geos, densified(b)))];
      return shapeOf(geos, hold(geos.GEOSIntersection(one, other)));
    });
}

/** A closed counterclockwise square; degrees. */
export function square([lon, lat]: Position, size: number): Ring {
  return [
    [lon, lat],
    [lon + size, lat],
    [lon + size, lat + size],
    [lon, lat + size],
    [lon, lat],
  ];
}

export function squareShape(at: Position, size: number): Shape {
  return [[square(at, size)]];
}

export function aFeature(code: string, shape: Shape, more: Partial<Feature> = {}): Feature {
  return { code, name: code, attributes: {}, shape, ...more };
}

/** A star-shaped ring around a middle: `radii` in degrees, one for each direction in turn. Never crosses itself. */
export function star([lon, lat]: Position, radii: readonly number[]): Ring {
  const ring = radii.map((radius, index): Position => {
    const angle = (index / radii.length) * 2 * Math.PI;
    return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)];
  });
  const [first] = ring;
  return first ? [...ring, first] : [];
}
