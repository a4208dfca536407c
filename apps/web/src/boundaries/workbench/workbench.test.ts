import { areaOf, type Feature, overlayBy, type Shape } from '@zhenghe/engine/boundaries';
import initGeosJs from 'geos-wasm';
import { describe, expect, it } from 'vitest';
import { countyFrom } from '../county.ts';
import { asDraft, blocksNow, freeCode, notDrawn } from './blocks.ts';
import { trimmed } from './carving.ts';
import { closedOnto } from './closing.ts';
import { answerTask } from './overlay-tasks.ts';
import { named } from './use-acts.ts';

const overlay = overlayBy(await initGeosJs({ errorHandler: () => undefined, noticeHandler: () => undefined }));

function box(west: number, south: number, east: number, north: number): Shape {
  return [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ];
}
const land = box(119.2, 29.4, 119.23, 29.42);
const feature = (code: string, shape: Shape): Feature => ({ code, name: code, attributes: {}, shape });
/** As the contract has it. */
const mutable = ({ shape, attributes, ...rest }: Feature) => ({
  ...rest,
  attributes: { ...attributes },
  shape: shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y]))),
});

describe('mending', () => {
  it('an overlap goes to one side, and the other follows its border', () => {
    const [one, other] = [land, box(119.229, 29.405, 119.25, 29.415)];
    const after = trimmed(overlay, other, one);
    expect(areaOf(overlay.intersection(after, one))).toBeLessThan(0.01);
    expect(areaOf(after)).toBeLessThan(areaOf(other));
    expect(Math.max(...after.flat(2).map(([lon]) => lon))).toBe(119.25);
  });
  it('a narrow gap closes onto the very figures of the other, and nothing else moves', () => {
    const other = box(119.23001, 29.4, 119.25, 29.42);
    const withCorner: Shape = [[[...(other[0]?.[0]?.slice(0, 3) ?? []), [119.23001, 29.42], [119.230005, 29.41], [119.23001, 29.4]]]];
    const after = closedOnto(land, withCorner, 2.5);
    const ring = after[0]?.[0] ?? [];
    expect(ring).toContainEqual([119.23001, 29.4]);
    expect(ring).toContainEqual([119.230005, 29.41]);
    expect(ring).toContainEqual([119.2, 29.42]);
    expect(ring.at(-1)).toEqual(ring[0]);
    const { findings } = answerTask(overlay, 'check', { features: [feature('a', after), feature('b', withCorner)], county: null });
    expect(findings).toEqual([]);
  });
});

describe('the thread', () => {
  it('finds an overlap with its place and measures every block', () => {
    const features = [feature('a', land), feature('b', box(119.229, 29.4, 119.25, 29.42))];
    const { findings, areas } = answerTask(overlay, 'check', { features, county: null });
    expect(findings.map(({ kind, place, other }) => [kind, place.feature, other])).toEqual([['block-overlap', 'a', 'b']]);
    expect(areas.a).toBe(areaOf(land).toFixed(2));
  });
  it('tells kept, gained and lost; kept and gained make up the new, kept and lost the old', () => {
    const [before, after] = [feature('a', land), feature('a', box(119.21, 29.4, 119.24, 29.42))];
    const { kept, gained, lost } = answerTask(overlay, 'compare', {
      before: [before, feature('x', box(119.3, 29.4, 119.31, 29.41))],
      after: [after],
    });
    const sum = (list: readonly { readonly shape: Shape }[]) => list.reduce((total, { shape }) => total + areaOf(shape), 0);
    expect(sum(kept) + sum(gained)).toBeCloseTo(areaOf(after.shape), 0);
    expect(lost.map(({ code }) => code).sort()).toEqual(['a', 'x']);
  });
});

describe('new codes and names', () => {
  const of = (code: string): Feature => ({ ...feature(code, land), attributes: { use: code } });
  const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);
  it('a block that is renamed stays in its place, with its shape and attributes', () => {
    const naming = { kind: 'rename' as const, pieces: [], replaces: ['b'], of: 'b' };
    const after = named(['a', 'b', 'c'].map(of).map(mutable), naming, [mutable({ ...of('b'), code: 'b9', name: '新名' })]);
    expect(codes(after)).toEqual(['a', 'b9', 'c']);
    expect(after[1]).toMatchObject({ name: '新名', shape: land, attributes: { use: 'b' } });
  });
  it('pieces of a cut take the place of the block, a new block comes last', () => {
    const pieces = ['b', 'b-1'].map(of).map(mutable);
    const cut = { kind: 'cut' as const, pieces, replaces: ['b'], of: 'b' };
    expect(codes(named(['a', 'b', 'c'].map(of).map(mutable), cut, pieces))).toEqual(['a', 'b', 'b-1', 'c']);
    const drawn = { kind: 'drawn' as const, pieces: [], replaces: [], of: '' };
    expect(codes(named([mutable(of('a'))], drawn, [mutable(of('x'))]))).toEqual(['a', 'x']);
  });
});

describe('blocks beside the annex', () => {
  const plan = {
    title: '',
    jurisdiction: '330182',
    parts: [{ code: 'p', zone: 'z' }],
    blocks: [
      { code: 'b01', name: '甲', part: 'p', areaAfter: '6.47' },
      { code: 'b02', name: '乙', part: 'p', areaAfter: { missing: 'not-given' as const } },
    ],
  };
  const drawn = { code: 'b01', name: '甲', attributes: {}, shape: [] };
  it('are compared at the printed digit; what is missing or not in the annex has no difference', () => {
    const features = [drawn, { ...drawn, code: 'b02' }, { ...drawn, code: 'x' }];
    const rows = blocksNow(features, { b01: '6474999.00', b02: '10.00', x: '10.00' }, plan);
    expect(rows.map(({ difference }) => difference)).toEqual(['0.00', null, null]);
    expect(rows[0]).toMatchObject({ zone: 'z', part: 'p' });
    expect(notDrawn([drawn], plan).map(({ code }) => code)).toEqual(['b02']);
  });
  it('get free codes, and pieces of a layer become the blocks they stand for', () => {
    expect(freeCode('b01', new Set(['b01-1']))).toBe('b01-2');
    expect(
      asDraft(
        [
          { ...drawn, code: 'z-b01', name: 'z' },
          { ...drawn, code: 'other' },
        ],
        plan,
      ).map(({ code, name }) => [code, name]),
    ).toEqual([
      ['b01', '甲'],
      ['other', '甲'],
    ]);
  });
});

describe('the county', () => {
  const shapes = [{ shape: land }];
  const outlines = {
    features: [{ properties: { code: '330182' }, geometry: { type: 'Polygon', coordinates: land[0] } }, { properties: { code: null } }],
  };
  it('is its official townships where they are, else the outline for orientation, else not known', () => {
    expect(countyFrom([{ kind: 'township', jurisdiction: '330182', shapes }], outlines, '330182')?.official).toBe(true);
    expect(countyFrom([], outlines, '330182')).toMatchObject({ official: false, shape: land });
    expect(countyFrom([], outlines, '330726')).toBeNull();
    expect(countyFrom([], null, '330726')).toBeNull();
  });
});
