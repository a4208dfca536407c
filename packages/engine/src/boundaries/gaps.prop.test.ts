import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distance } from './ellipsoid.ts';
import { outlineOf, widthBetween } from './gaps.ts';
import type { Position, Shape } from './shape.ts';

/** A star of so many corners around a place, some tens to hundreds of metres wide. */
function star([lon, lat]: Position, radii: readonly number[]): Shape {
  const corners = radii.map((radius, index): Position => {
    const turn = (2 * Math.PI * index) / radii.length;
    return [lon + radius * Math.cos(turn), lat + radius * Math.sin(turn)];
  });
  return [[[...corners, ...corners.slice(0, 1)]]];
}

const radii = fc.array(fc.double({ min: 0.0003, max: 0.003, noNaN: true }), { minLength: 3, maxLength: 24 });
const shift = fc.double({ min: -0.02, max: 0.02, noNaN: true });

it('the width between two shapes is the same from either side, and no corner of one is nearer to the other', () => {
  fc.assert(
    fc.property(radii, radii, shift, shift, (some, others, east, north) => {
      const [one, other] = [star([119.2, 29.4], some), star([119.2 + east, 29.4 + north], others)];
      const there = widthBetween(outlineOf(one), outlineOf(other), 10_000);
      const back = widthBetween(outlineOf(other), outlineOf(one), 10_000);
      expect(there?.metres).toBeCloseTo(back?.metres ?? Number.NaN, 6);
      const corners = one.flat(2).flatMap((a) => other.flat(2).map((b) => distance(a, b)));
      expect(there?.metres).toBeLessThanOrEqual(Math.min(...corners) + 1e-6);
      if (there && there.metres > 0) expect(distance(there.from, there.to)).toBeCloseTo(there.metres, 6);
    }),
    { numRuns: 100 },
  );
});

it('shapes further apart than the reach have none', () => {
  const far = [star([119.2, 29.4], [0.001, 0.001, 0.001]), star([119.3, 29.4], [0.001, 0.001, 0.001])].map(outlineOf);
  const [one, other] = far;
  if (!one || !other) throw new Error('two were made');
  expect(widthBetween(one, other, 5000)).toBeNull();
  expect(widthBetween(one, other, 20_000)?.metres).toBeGreaterThan(9000);
});
