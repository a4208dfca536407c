import { beforeAll, describe, expect, it } from 'vitest';
import { Decimal } from '../kernel/index.ts';
import {
  areaOf,
  type Crs,
  guessCrs,
  neighboursOf,
  normalise,
  normaliseDrawn,
  type Overlay,
  type Position,
  piecesOf,
  project,
  type RawFeature,
  type Shape,
} from './index.ts';
import { aFeature, square, squareShape, testOverlay } from './testing.ts';

let overlay: Overlay;
beforeAll(async () => {
  overlay = await testOverlay();
});

const zone40: Crs = { kind: 'gauss-kruger', datum: 'cgcs2000', width: 3, meridian: 120, numbered: true, order: 'north-east' };

function rawOf(shape: Shape, crs: Crs): RawFeature {
  const rings = shape.flatMap((polygon) => polygon.map((ring, index) => ({ positions: ring.map(project(crs)), hole: index > 0, at: 1 })));
  return { rings, attributes: {}, at: 1 };
}

function drawn(...shapes: Shape[]) {
  return normaliseDrawn(
    shapes.map((shape, index) => aFeature(`b${index + 1}`, shape)),
    { county: null, overlay },
  );
}

const kinds = (result: ReturnType<typeof drawn>) => result.findings.map(({ kind, standing }) => `${kind} ${standing}`);

describe('guessing the system', () => {
  const shape = squareShape([119.8, 29.3], 0.02);
  const expected = { county: squareShape([119.6, 29.1], 0.5), province: squareShape([118, 27], 5) };
  const systems: readonly [string, Crs][] = [
    ['zone 40, north first', zone40],
    ['zone 40, east first', { ...zone40, order: 'east-north' }],
    ['120° without zone number', { ...zone40, numbered: false }],
    ['6-degree zone 20', { ...zone40, width: 6, meridian: 117 }],
    ['longitude first', { kind: 'geographic', datum: 'cgcs2000', order: 'lon-lat' }],
    ['latitude first', { kind: 'geographic', datum: 'cgcs2000', order: 'lat-lon' }],
  ];
  it.each(systems)('%s is the first guess, and lies in the county', (_name, crs) => {
    const [first] = guessCrs({ declared: null, features: [rawOf(shape, crs)] }, expected);
    expect(first).toMatchObject({ crs, lies: 'county', how: 'inferred' });
  });
  it('a declared system comes first even when the land then lies elsewhere', () => {
    const wrong: Crs = { ...zone40, numbered: false, meridian: 117 };
    const raw = rawOf(shape, { ...zone40, numbered: false });
    const [first, second] = guessCrs({ declared: { crs: wrong, refused: null, words: '带号 39' }, features: [raw] }, expected);
    expect(first).toMatchObject({ how: 'read', crs: wrong, lies: 'elsewhere' });
    expect(second).toMatchObject({ how: 'inferred', lies: 'county' });
  });
  it('figures of two zones in one file fit none', () => {
    const other: Crs = { ...zone40, meridian: 117 };
    expect(guessCrs({ declared: null, features: [rawOf(shape, zone40), rawOf(shape, other)] }, expected)).toEqual([]);
  });
});

describe('normalising a file', () => {
  const one = squareShape([119.8, 29.3], 0.01);
  it('reads survey coordinates to the same area', () => {
    const asked = {
      features: [rawOf(one, zone40)],
      crs: zone40,
      nameOf: () => ({ code: 'b1', name: 'B1', attributes: {} }),
      county: null,
      overlay,
    };
    const { features, findings } = normalise(asked);
    expect(findings).toEqual([]);
    expect(areaOf(features[0]?.shape ?? [])).toBeCloseTo(areaOf(one), 1);
  });
  it('turns a ring, drops a repeated point and a needle, and says so', () => {
    const ring = square([119.8, 29.3], 0.01);
    const [a, b, c, d] = ring as [Position, Position, Position, Position];
    const needle: Position = [b[0] + 0.001, b[1] + 0.005];
    const base: Position = [b[0], b[1] + 0.005];
    const result = drawn([[[a, b, b, base, needle, base, c, d, a].toReversed()]]);
    expect(kinds(result)).toEqual(expect.arrayContaining(['duplicate-vertex repaired', 'spike repaired', 'wrong-orientation repaired']));
    expect(areaOf(result.features[0]?.shape ?? [])).toBeCloseTo(areaOf([[ring]]), 1);
  });
  it('names the crossing of a bow tie and mends nothing', () => {
    const result = drawn([
      [
        [
          [119.8, 29.3],
          [119.81, 29.31],
          [119.81, 29.3],
          [119.8, 29.31],
          [119.8, 29.3],
        ],
      ],
    ]);
    expect(kinds(result)).toContain('self-intersection mend');
    const [lon, lat] = result.findings.find(({ kind }) => kind === 'self-intersection')?.place.point ?? [0, 0];
    expect([lon.toFixed(3), lat.toFixed(3)]).toEqual(['119.805', '29.305']);
  });
  it('closes a ring over less than a metre, and sends a wider one back', () => {
    const open = (by: number) =>
      square([119.8, 29.3], 0.01).map(([lon, lat], index): Position => (index === 4 ? [lon + by, lat] : [lon, lat]));
    expect(kinds(drawn([[open(0.000_004)]]))).toContain('unclosed-ring repaired');
    expect(kinds(drawn([[open(0.001)]]))).toContain('unclosed-ring mend');
  });
  it('finds a figure that is no coordinate, an empty feature, a sliver and a ring that stands twice', () => {
    expect(
      kinds(
        drawn([
          [
            [
              [Number.NaN, 1],
              [1, 1],
              [1, 2],
              [Number.NaN, 1],
            ],
          ],
        ]),
      ),
    ).toEqual(['not-finite mend', 'empty mend']);
    expect(
      kinds(
        drawn([
          [
            [
              [1e308, 1],
              [1, 1],
              [1, 2],
              [1e308, 1],
            ],
          ],
        ]),
      ),
    ).toContain('not-finite mend');
    expect(kinds(drawn([[square([119.8, 29.3], 0.01)], [square([119.9, 29.3], 0.000_003)]]))).toEqual(['sliver repaired']);
    expect(kinds(drawn([[square([119.8, 29.3], 0.01)], [square([119.8, 29.3], 0.01)]]))).toEqual(['duplicate-ring repaired']);
  });
  it('keeps a hole a hole when the file gives no roles', () => {
    const outer = square([119.8, 29.3], 0.02);
    const inner = square([119.805, 29.305], 0.005);
    const raw = { rings: [inner, outer].map((positions) => ({ positions, hole: null, at: 1 })), attributes: {}, at: 1 };
    const crs: Crs = { kind: 'geographic', datum: 'cgcs2000', order: 'lon-lat' };
    const { features } = normalise({
      features: [raw],
      crs,
      nameOf: () => ({ code: 'b', name: 'b', attributes: {} }),
      county: null,
      overlay,
    });
    expect(areaOf(features[0]?.shape ?? [])).toBeCloseTo(areaOf([[outer]]) - areaOf([[inner]]), 1);
  });
  it('two blocks that overlap, and two that nearly touch, are told with both names and the place', () => {
    const overlap = drawn(squareShape([119.8, 29.3], 0.01), squareShape([119.809, 29.3], 0.01));
    expect(overlap.findings).toMatchObject([{ kind: 'block-overlap', standing: 'mend', other: 'b2', place: { feature: 'b1' } }]);
    const gap = drawn(squareShape([119.8, 29.3], 0.01), squareShape([119.810_01, 29.3], 0.01));
    expect(gap.findings).toMatchObject([{ kind: 'gap', standing: 'warning', other: 'b2', measured: { value: '0.971', unit: 'm' } }]);
  });
  it('land outside an official county is sent back; outside an outline for orientation it is pointed out only when far', () => {
    const county = { name: '训练县', shape: squareShape([119.8, 29.3], 0.02) };
    const features = [aFeature('b', squareShape([119.815, 29.305], 0.01))];
    const asked = (official: boolean) =>
      normaliseDrawn(features, { county: { ...county, official }, overlay }).findings.map(({ kind, standing }) => `${kind} ${standing}`);
    expect(asked(true)).toEqual(['outside-county mend']);
    expect(asked(false)).toEqual([]);
    const far = normaliseDrawn([aFeature('b', squareShape([119.85, 29.3], 0.01))], { county: { ...county, official: false }, overlay });
    expect(far.findings).toMatchObject([{ kind: 'outside-county', standing: 'warning' }]);
  });
});

describe('pieces', () => {
  const a = aFeature('a', squareShape([119.8, 29.3], 0.01));
  const b = aFeature('b', squareShape([119.8101, 29.3], 0.01));
  const c = aFeature('c', squareShape([119.83, 29.3], 0.01));
  const river = aFeature(
    'river',
    [
      [
        [
          [119.810_04, 29.2],
          [119.810_06, 29.2],
          [119.810_06, 29.4],
          [119.810_04, 29.4],
          [119.810_04, 29.2],
        ],
      ],
    ],
    { name: '浦阳江（训练）' },
  );
  const areas = new Map([a, b, c].map(({ code, shape }) => [code, new Decimal(areaOf(shape).toFixed(2))]));
  const zones = new Map([['z', ['a', 'b', 'c']]]);
  it('a gap within the threshold joins, a barrier parts, a far block stands alone', () => {
    const open = neighboursOf([a, b, c], { gap: 50, listed: 5000, barriers: [] });
    expect(open).toMatchObject([
      { a: 'a', b: 'b', gap: '9.7', adjacent: true, barrier: null },
      { a: 'a', b: 'c', adjacent: false },
      { a: 'b', b: 'c', adjacent: false },
    ]);
    expect(piecesOf(zones, open, areas)[0]?.pieces.map(({ features }) => features)).toEqual([['a', 'b'], ['c']]);
    const cut = neighboursOf([a, b, c], { gap: 50, listed: 5000, barriers: [river] });
    expect(cut[0]).toMatchObject({ barrier: '浦阳江（训练）', adjacent: false });
    expect(piecesOf(zones, cut, areas)[0]?.pieces).toHaveLength(3);
  });
});
