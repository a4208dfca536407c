import { areaOf, overlayBy, type Position, type Shape } from '@zhenghe/engine/boundaries';
import fc from 'fast-check';
import initGeosJs from 'geos-wasm';
import { describe, expect, it } from 'vitest';
import { mergeOf } from './carving.ts';
import { cutBy } from './cutting.ts';
import { answerTask } from './overlay-tasks.ts';

const overlay = overlayBy(await initGeosJs({ errorHandler: () => undefined, noticeHandler: () => undefined }));

function closed(corners: readonly Position[]): Shape {
  return [[[...corners, ...corners.slice(0, 1)]]];
}
const land = closed([
  [119.2, 29.4],
  [119.23, 29.4],
  [119.23, 29.42],
  [119.2, 29.42],
]);
/** Two arms to the north, each 0.01° wide, over a foot 0.005° high. */
const twoArms = closed([
  [119.2, 29.4],
  [119.23, 29.4],
  [119.23, 29.42],
  [119.22, 29.42],
  [119.22, 29.405],
  [119.21, 29.405],
  [119.21, 29.42],
  [119.2, 29.42],
]);
const cut = (shape: Shape, ...line: readonly Position[]) => cutBy(overlay, shape, line);

function sidesOf(shape: Shape, ...line: readonly Position[]): readonly [Shape, Shape] {
  const result = cut(shape, ...line);
  if (result.kind !== 'cut') throw new Error(`not cut: ${result.kind}`);
  return result.sides;
}

describe('a cut', () => {
  it('gives two sides that share the very figures of the cut, and keeps the old corners', () => {
    const sides = sidesOf(land, [119.21, 29.39], [119.2123456789123, 29.43]);
    const [bigger, smaller] = sides.map((side) => new Set(side.flat(2).map(String)));
    const shared = [...(bigger ?? [])].filter((position) => smaller?.has(position));
    expect(shared).toHaveLength(2);
    expect(smaller?.has('119.2,29.4')).toBe(true);
    expect(bigger?.has('119.23,29.42')).toBe(true);
    const figures = [...(bigger ?? []), ...(smaller ?? [])].flatMap((position) => position.split(','));
    expect(figures.every((figure) => (figure.split('.')[1] ?? '').length <= 9)).toBe(true);
  });
  it('is not where the line ends within the block, nor beyond its end', () => {
    expect(cut(land, [119.21, 29.405], [119.21, 29.41]).kind).toBe('short');
    expect(cut(land, [119.21, 29.39], [119.21, 29.41]).kind).toBe('short');
    expect(cut(land, [119.21, 29.38], [119.21, 29.39]).kind).toBe('missed');
    expect(cut(land, [119.3, 29.39], [119.3, 29.43]).kind).toBe('missed');
    expect(cut(land, [119.21, 29.4]).kind).toBe('missed');
  });
  it('may end on the edge of the block', () => {
    const [bigger, smaller] = sidesOf(land, [119.21, 29.4], [119.21, 29.41], [119.23, 29.41]);
    expect(areaOf(bigger) + areaOf(smaller)).toBeCloseTo(areaOf(land), 0);
    const corners = smaller.flat(2).map(String);
    expect(corners).toHaveLength(5);
    expect(corners).toEqual(expect.arrayContaining(['119.21,29.41', '119.23,29.41', '119.23,29.4']));
  });
  it('parts one arm where the line ends between the two, and both where it crosses both', () => {
    const [rest, arm] = sidesOf(twoArms, [119.19, 29.41], [119.215, 29.41]);
    expect(Math.max(...arm.flat(2).map(([lon]) => lon))).toBe(119.21);
    expect(rest).toHaveLength(1);
    expect(rest.flat(2).some(([lon, lat]) => lon > 119.215 && lat === 29.41)).toBe(false);
    const both = sidesOf(twoArms, [119.19, 29.41], [119.24, 29.41]);
    expect(both.map((side) => side.length).sort()).toEqual([1, 2]);
  });
  it('goes through a line that bends back on itself without crossing itself', () => {
    const sides = sidesOf(land, [119.19, 29.405], [119.225, 29.405], [119.225, 29.415], [119.19, 29.414]);
    expect(areaOf(sides[0]) + areaOf(sides[1])).toBeCloseTo(areaOf(land), 0);
  });
  it('leaves what lies apart with the bigger side', () => {
    const apart = closed([
      [119.3, 29.4],
      [119.31, 29.4],
      [119.31, 29.41],
    ]);
    const [bigger, smaller] = sidesOf([...land, ...apart], [119.21, 29.39], [119.21, 29.43]);
    expect([bigger.length, smaller.length]).toEqual([2, 1]);
  });
  it('conserves the area, whatever the line', () => {
    const at = fc.tuple(fc.double({ min: 119.19, max: 119.24, noNaN: true }), fc.double({ min: 29.39, max: 29.43, noNaN: true }));
    fc.assert(
      fc.property(fc.constantFrom(land, twoArms), at, at, fc.option(at, { nil: undefined }), (shape, a, b, c) => {
        const result = cut(shape, a, b, ...(c ? [c] : []));
        if (result.kind !== 'cut') return;
        const [one, other] = result.sides;
        // An edge of kilometres that is parted bends anew, by centimetres.
        expect(Math.abs(areaOf(one) + areaOf(other) - areaOf(shape))).toBeLessThan(2);
        expect(overlay.isValid(one).valid && overlay.isValid(other).valid).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
  it('along a line that all but turns back upon itself ended in a fault of GEOS', () => {
    const back = [
      [119.19, 29.394851995061327],
      [119.23163695724645, 29.43],
      [119.20371625213612, 29.39],
    ] as const;
    expect(['cut', 'missed']).toContain(cut(twoArms, ...back).kind);
  });
  it('is undone by merging the two sides', () => {
    const whole = mergeOf(overlay, sidesOf(land, [119.21, 29.39], [119.22, 29.43]));
    expect(whole).toHaveLength(1);
    expect(whole[0]).toHaveLength(1);
    expect(Math.abs(areaOf(whole) - areaOf(land))).toBeLessThan(0.5);
  });
  it('over several blocks tells which it only enters', () => {
    const east = closed([
      [119.23, 29.4],
      [119.26, 29.4],
      [119.26, 29.42],
      [119.23, 29.42],
    ]);
    const features = [
      { code: 'a', name: 'a', shape: land },
      { code: 'b', name: 'b', shape: east },
    ];
    const { cuts, short } = answerTask(overlay, 'cut', {
      features,
      line: [
        [119.19, 29.41],
        [119.24, 29.41],
      ],
    });
    expect([cuts.map(({ code }) => code), short]).toEqual([['a'], ['b']]);
  });
});
