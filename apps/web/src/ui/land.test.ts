import { layerKinds, type Position, type Shape } from '@zhenghe/engine/boundaries';
import { describe, expect, it } from 'vitest';
import { adopting, insertAfter, moveVertex, positionsOf, removeVertex } from './land-figures.ts';
import { began, changed, redone, undone } from './land-history.ts';
import { faded, landLook, patterns, strokesOf } from './land-look.ts';
import type { LandKind } from './land-marks.ts';
import { areaText, lengthText } from './land-measure.ts';
import { paperBar, paperResolution, paperScale } from './land-paper.ts';
import { groundIn } from './land-tiles.ts';
import { dark, light } from './theme.ts';

const square: Shape = [
  [
    [
      [119.2, 29.4],
      [119.21, 29.4],
      [119.21, 29.41],
      [119.2, 29.41],
      [119.2, 29.4],
    ],
  ],
];
const corner = { polygon: 0, ring: 0, vertex: 0 };

describe('corners', () => {
  it('on a known corner take over its very figures, even ones with more digits; new ones are rounded', () => {
    const known: Position = [119.20000000012345, 29.400000000987];
    const figures = adopting([known]);
    expect(figures([119.2000000001235, 29.4000000009869])).toBe(known);
    expect(figures([119.20000001234567, 29.4])).toEqual([119.200000012, 29.4]);
  });
  it('are found across the borders of the search cells', () => {
    const known: Position = [119.200000005, 29.400000005];
    expect(adopting([known])([119.2000000049999, 29.4000000049999])).toBe(known);
  });
  it('moved at the first position keep the ring closed', () => {
    const ring = moveVertex(square, corner, [119.199, 29.4])[0]?.[0] ?? [];
    expect(ring[0]).toEqual([119.199, 29.4]);
    expect(ring.at(-1)).toEqual(ring[0]);
    expect(ring).toHaveLength(5);
  });
  it('are added half-way, also after the last one, and removed down to a triangle', () => {
    const more = insertAfter(square, { ...corner, vertex: 3 });
    expect(more[0]?.[0]?.[4]).toEqual([119.2, 29.405]);
    const less = removeVertex(more, { ...corner, vertex: 4 });
    expect(less).toEqual(square);
    const triangle = removeVertex(less, corner);
    expect(removeVertex(triangle, corner)).toEqual(triangle);
    expect(positionsOf([triangle])).toHaveLength(4);
  });
});

describe('undo and redo', () => {
  it('go back and forth, and a new step forgets what was taken back', () => {
    const two = changed(changed(began('a'), 'b'), 'c');
    const back = undone(undone(two));
    expect(back.now).toBe('a');
    expect(redone(back).now).toBe('b');
    expect(changed(redone(back), 'd').future).toEqual([]);
    expect(undone(began('a')).now).toBe('a');
  });
});

describe('looks', () => {
  it('of layers differ in pattern or dash, not in colour alone', () => {
    for (const palette of [light, dark]) {
      const marks = layerKinds.map((kind) => {
        const { pattern, dash } = landLook(kind, palette, palette === dark);
        return `${pattern} ${dash}`;
      });
      expect(new Set(marks).size).toBe(layerKinds.length);
    }
  });
  it('of kept, gained and lost differ in pattern', () => {
    const of = (kind: LandKind) => landLook(kind, light, false).pattern;
    expect(new Set([of('kept'), of('gained'), of('lost')]).size).toBe(3);
  });
  it('every pattern but none has strokes, and colours fade', () => {
    for (const pattern of patterns) expect(strokesOf(pattern, 10).length > 0).toBe(pattern !== 'none');
    expect(faded('#1d4e9e', 0.5)).toBe('rgba(29,78,158,0.5)');
  });
});

describe('measures', () => {
  it('tell lengths in m and km, areas in all units', () => {
    expect(
      lengthText([
        [120, 29.4],
        [120, 29.401],
      ]),
    ).toMatch(/^110\.\d m$/);
    expect(
      lengthText([
        [120, 29.4],
        [120, 29.42],
      ]),
    ).toMatch(/^2,216\.\d m = 2\.217 km$/);
    expect(areaText(square, { hectare: '公顷', mu: '亩' })).toMatch(/^1\.07\d\d km² = 107\.\d\d 公顷 = 1,61\d\.\d\d 亩$/);
  });
});

describe('a printed sheet', () => {
  it('has a round scale that shows at least what the screen shows', () => {
    const view = { width: 1000, height: 560, resolution: 9.2 };
    const scale = paperScale(view);
    expect(scale).toBe(25_000);
    expect((388 * scale) / 1000).toBeGreaterThanOrEqual(view.width * view.resolution);
    expect(paperResolution(scale)).toBeCloseTo(6.6146, 3);
  });
  it('has a bar of a round length', () => {
    expect(paperBar(25_000)).toEqual({ metres: 1000, millimetres: 40 });
    expect(paperBar(500)).toEqual({ metres: 20, millimetres: 40 });
  });
});

describe('the ground map', () => {
  it('is taken as the server says, and as none when it says nothing', () => {
    expect(groundIn(null)).toBeNull();
    expect(groundIn({ url: 'https://t/{layer}', layers: ['vec', 3], credit: 't' })).toEqual({
      url: 'https://t/{layer}',
      layers: ['vec'],
      credit: 't',
    });
  });
});
