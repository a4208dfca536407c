import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { borderOf } from './border.ts';
import { commonLand } from './common-land.ts';
import { areaOf, type Overlay, type Position, type Ring, type Shape } from './index.ts';
import { square, squareShape, star, testIntersection, testOverlay } from './testing.ts';

let overlay: Overlay;
let byGeos: Overlay['intersection'];
beforeAll(async () => {
  overlay = await testOverlay();
  byGeos = await testIntersection();
});

const at: Position = [119.8, 29.3];
const radii = fc.array(fc.double({ min: 0.004, max: 0.02, noNaN: true }), { minLength: 3, maxLength: 24 });
const off = fc.tuple(fc.double({ min: -0.03, max: 0.03, noNaN: true }), fc.double({ min: -0.03, max: 0.03, noNaN: true }));
/** A block, with or without a hole in its middle and an island in the hole, and with or without a second piece beside it. */
const land = fc
  .record({ outer: radii, moved: off, hole: fc.boolean(), island: fc.boolean(), second: fc.option(radii, { nil: null }) })
  .map(({ outer, moved: [x, y], hole, island, second }): Shape => {
    const middle: Position = [at[0] + x, at[1] + y];
    const scaled = (share: number) =>
      star(
        middle,
        outer.map((radius) => radius * share),
      );
    return [
      hole ? [star(middle, outer), scaled(0.6).toReversed()] : [star(middle, outer)],
      ...(hole && island ? [[scaled(0.3)]] : []),
      ...(second ? [[star([middle[0] + 0.05, middle[1]], second)]] : []),
    ];
  });

describe('the common land of two shapes that cross plainly', () => {
  it('is valid and measures what GEOS measures', () => {
    let told = 0;
    let asked = 0;
    fc.assert(
      fc.property(land, land, (a, b) => {
        const common = commonLand(borderOf(a), borderOf(b));
        asked += 1;
        if (!common) return;
        told += 1;
        expect(overlay.isValid(common)).toEqual({ valid: true });
        expect(Math.abs(areaOf(common) - areaOf(byGeos(a, b)))).toBeLessThan(0.01);
      }),
      { numRuns: 500 },
    );
    expect(told / asked).toBeGreaterThan(0.4);
  });
  it('is the same either way round', () => {
    fc.assert(
      fc.property(land, land, (a, b) => {
        const [one, other] = [commonLand(borderOf(a), borderOf(b)), commonLand(borderOf(b), borderOf(a))];
        expect(areaOf(one ?? [])).toBeCloseTo(areaOf(other ?? []), 3);
        expect(one === null).toBe(other === null);
      }),
    );
  });
  it('is the shape itself where it lies in the other altogether, whichever is the smaller', () => {
    const [small, large] = [squareShape([119.802, 29.302], 0.001), squareShape(at, 0.01)];
    expect(commonLand(borderOf(small), borderOf(large))).toBe(small);
    expect(commonLand(borderOf(large), borderOf(small))).toBe(small);
  });
  it('is nothing in a hole, and whatever lies round a hole keeps it', () => {
    const holed: Shape = [[square(at, 0.01), square([119.803, 29.303], 0.004).toReversed()]];
    expect(commonLand(borderOf(squareShape([119.804, 29.304], 0.001)), borderOf(holed))).toEqual([]);
    const around = commonLand(borderOf(squareShape([119.8015, 29.3015], 0.02)), borderOf(holed));
    expect(around?.map((polygon) => polygon.length)).toEqual([2]);
  });
});

describe('what cannot be told plainly is left to GEOS', () => {
  // Short edges: longer ones are divided, and bend.
  const block = squareShape(at, 0.001);
  it.each([
    ['the same shape', block],
    ['a border in common', squareShape([119.801, 29.3], 0.001)],
    ['a corner on an edge', squareShape([119.8005, 29.301], 0.001)],
    ['a corner on a corner', squareShape([119.801, 29.301], 0.001)],
    ['an edge within a hundredth of a millimetre', squareShape([119.8 + 5e-11, 29.3005], 0.001)],
  ])('%s', (_what, other) => {
    expect(commonLand(borderOf(block), borderOf(other))).toBeNull();
  });
  it('a hole that touches its own border, both of them crossed', () => {
    const [lon, lat] = at;
    const hole: Ring = [
      [lon, lat + 0.0005],
      [lon + 0.0004, lat + 0.0003],
      [lon + 0.0004, lat + 0.0007],
      [lon, lat + 0.0005],
    ];
    const holed: Shape = [[square(at, 0.001), hole.toReversed()]];
    expect(overlay.isValid(holed)).toEqual({ valid: true });
    const other = squareShape([lon - 0.0005, lat + 0.0004], 0.0007);
    expect(commonLand(borderOf(holed), borderOf(other))).toBeNull();
    expect(overlay.isValid(overlay.intersection(holed, other))).toEqual({ valid: true });
  });
  it('long edges are told as they bend: two that end on each other’s middle share a sliver', () => {
    const common = commonLand(borderOf(squareShape(at, 0.01)), borderOf(squareShape([119.805, 29.31], 0.01)));
    expect(areaOf(common ?? [])).toBeGreaterThan(0);
    expect(areaOf(common ?? [])).toBeLessThan(20);
  });
});

describe('pairs of one list', () => {
  it('are each told once, and as two lists of the same shapes tell them', () => {
    fc.assert(
      fc.property(fc.array(land, { minLength: 2, maxLength: 5 }), (shapes) => {
        const once = overlay.intersectionsAmong(shapes).map(({ left, right, shape }) => [left, right, areaOf(shape).toFixed(1)]);
        const both = overlay.intersections(shapes, shapes).filter(({ left, right }) => left < right);
        expect(once).toEqual(both.map(({ left, right, shape }) => [left, right, areaOf(shape).toFixed(1)]));
      }),
      { numRuns: 30 },
    );
  });
});
