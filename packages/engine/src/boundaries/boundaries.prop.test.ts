import fc from 'fast-check';
import geodesicModule from 'geographiclib-geodesic';
import { beforeAll, describe, expect, it } from 'vitest';
import { areaOf, normaliseDrawn, type Overlay, project, type Ring, type Shape, unproject } from './index.ts';
import { aFeature, star, testOverlay } from './testing.ts';

let overlay: Overlay;
beforeAll(async () => {
  overlay = await testOverlay();
});

const place = fc.tuple(fc.double({ min: 118.2, max: 122.8, noNaN: true }), fc.double({ min: 27.2, max: 31, noNaN: true }));
const radii = (least: number, most: number) => fc.array(fc.double({ min: least, max: most, noNaN: true }), { minLength: 3, maxLength: 24 });
/** Blocks of 0.2–3 km. */
const block = fc.tuple(place, radii(0.002, 0.03)).map(([at, all]): Shape => [[star(at, all)]]);
/** Two that may share land. */
const couple = fc
  .tuple(place, radii(0.002, 0.03), radii(0.002, 0.03), fc.double({ min: -0.03, max: 0.03, noNaN: true }))
  .map(([at, one, other, off]): [Shape, Shape] => [[[star(at, one)]], [[star([at[0] + off, at[1] + off / 2], other)]]]);

const reference = new geodesicModule.Geodesic.Geodesic(6378137, 1 / 298.257222101);

function geodesicArea(ring: Ring): number {
  const polygon = reference.Polygon(false);
  for (const [lon, lat] of ring.slice(0, -1)) polygon.AddPoint(lat, lon);
  return Math.abs(polygon.Compute(false, true).area ?? Number.NaN);
}

describe('an area', () => {
  it('lies within 5 ppm of geographiclib (whose own error is some 0.1 m² a vertex), from 50 m to 100 km', () => {
    const sizes = fc.constantFrom(0.0005, 0.005, 0.05, 0.5, 1).chain((size) => fc.tuple(place, radii(size * 0.4, size)));
    fc.assert(
      fc.property(sizes, ([at, all]) => {
        const ring = star(at, all);
        const exact = geodesicArea(ring);
        expect(Math.abs(areaOf([[ring]]) - exact)).toBeLessThan(exact * 5e-6 + 0.05 * ring.length);
      }),
    );
  });
  it('does not depend on orientation, start vertex or order of rings', () => {
    fc.assert(
      fc.property(block, fc.nat(30), (shape, turn) => {
        const ring = shape[0]?.[0] ?? [];
        const open = ring.slice(0, -1);
        const at = turn % open.length;
        const moved = [...open.slice(at), ...open.slice(0, at)];
        const again: Ring = [...moved, ...moved.slice(0, 1)];
        expect(areaOf([[again]])).toBeCloseTo(areaOf(shape), 3);
        expect(areaOf([[again.toReversed()]])).toBeCloseTo(areaOf(shape), 3);
      }),
    );
  });
  it('of a whole is that of the overlap and the rest: area(A) = area(A∩B) + area(A−B)', () => {
    fc.assert(
      fc.property(couple, ([a, b]) => {
        const parts = areaOf(overlay.intersection(a, b)) + areaOf(overlay.difference(a, b));
        expect(Math.abs(parts - areaOf(a))).toBeLessThan(Math.max(1, areaOf(a) * 1e-6));
      }),
      { numRuns: 200 },
    );
  });
  it('of an overlap is the same either way', () => {
    fc.assert(
      fc.property(couple, ([a, b]) => {
        expect(areaOf(overlay.intersection(a, b))).toBeCloseTo(areaOf(overlay.intersection(b, a)), 2);
      }),
    );
  });
});

describe('a position', () => {
  it('comes back from every Gauss–Krüger plane to a nanodegree', () => {
    const planes = fc.record({
      kind: fc.constant('gauss-kruger' as const),
      datum: fc.constant('cgcs2000' as const),
      width: fc.constantFrom(3 as const, 6 as const),
      meridian: fc.constantFrom(117, 120, 123),
      numbered: fc.boolean(),
      order: fc.constantFrom('north-east' as const, 'east-north' as const),
    });
    fc.assert(
      fc.property(planes, place, (crs, at) => {
        const [lon, lat] = unproject(crs)(project(crs)(at));
        expect(Math.abs(lon - at[0]) + Math.abs(lat - at[1])).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('normalising', () => {
  it('is idempotent: what is clean stays as it is, and nothing is repaired twice', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (shapes) => {
        const features = shapes.map((shape, index) =>
          aFeature(
            `b${index}`,
            shape.map((polygon) => polygon.map((ring) => ring.toReversed())),
          ),
        );
        const once = normaliseDrawn(features, { county: null, overlay });
        const twice = normaliseDrawn(once.features, { county: null, overlay });
        expect(twice.features).toEqual(once.features);
        expect(twice.findings.filter(({ standing }) => standing === 'repaired')).toEqual([]);
      }),
    );
  });
  it('never changes an area beyond a square metre for each repair', () => {
    fc.assert(
      fc.property(block, (shape) => {
        const { features, findings } = normaliseDrawn([aFeature('b', shape)], { county: null, overlay });
        const after = features[0] ? areaOf(features[0].shape) : 0;
        expect(Math.abs(after - areaOf(shape))).toBeLessThan(1 + findings.length);
      }),
    );
  });
});
