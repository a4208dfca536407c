// What we write we read again: the same figures to the printed digit, the same fields, the same system, in every format.
import {
  type BoundaryFormat,
  boundaryFormats,
  type Feature,
  type Polygon,
  type RawFeature,
  type RawPosition,
} from '@zhenghe/engine/boundaries';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { figuresOf, northFirstOf, systemFor, type WritableCrs } from './outgoing.ts';
import { readBoundaries } from './read-boundaries.ts';
import { polygonAround, someFeatures, zone40 } from './testing.ts';
import { writeBoundaries } from './write-boundaries.ts';

const degrees: WritableCrs = { kind: 'geographic', datum: 'cgcs2000', order: 'lon-lat' };
const systems: readonly WritableCrs[] = [
  degrees,
  zone40,
  { ...zone40, numbered: false },
  { ...zone40, order: 'east-north' },
  { kind: 'gauss-kruger', datum: 'cgcs2000', width: 6, meridian: 117, numbered: true, order: 'north-east' },
  { kind: 'gauss-kruger', datum: 'cgcs2000', width: 6, meridian: 123, numbered: false, order: 'north-east' },
];

const names = fc
  .string({ unit: fc.constantFrom(...'甲乙丙区块一二ABab12-_（）&<>"\'=;'), minLength: 1, maxLength: 12 })
  .filter((name) => name.trim() === name);

/** Blocks far enough apart that none lies in another. */
function features(): fc.Arbitrary<readonly Feature[]> {
  const one = fc.record({
    pieces: fc.integer({ min: 1, max: 3 }),
    holes: fc.integer({ min: 0, max: 2 }),
    size: fc.double({ min: 0.001, max: 0.008, noNaN: true }),
    name: names,
    use: names,
  });
  return fc.array(one, { minLength: 1, maxLength: 4 }).map((blocks) =>
    blocks.map(({ pieces, holes, size, name, use }, index): Feature => {
      const shape = Array.from(
        { length: pieces },
        (_, piece): Polygon => polygonAround([119.6 + piece * 0.01, 29.1 + index * 0.01], size, holes),
      );
      return { code: `b${index + 1}`, name, shape, attributes: { 用途: use } };
    }),
  );
}

/** As the reader should see them: which figures come first depends on the format. */
function expectedRings({ shape }: Feature, format: BoundaryFormat, system: WritableCrs): readonly string[] {
  const figures = figuresOf(orderIn(format, system));
  return shape
    .flat()
    .map((ring) =>
      canonical(
        ring.map((position): RawPosition => {
          const [first, second] = figures(position);
          return [Number(first), Number(second)];
        }),
      ),
    )
    .sort();
}

function orderIn(format: BoundaryFormat, system: WritableCrs): WritableCrs {
  if (format === 'kml' || format === 'kmz') return degrees;
  if (format === 'survey-txt') return northFirstOf(system);
  if (format === 'csv' || format === 'xlsx') return system;
  return system.kind === 'geographic' ? { ...system, order: 'lon-lat' } : { ...system, order: 'east-north' };
}

/** Neither where a ring begins nor which way it runs makes it another. */
function canonical(ring: readonly RawPosition[]): string {
  const open = ring.slice(0, -1).map(String);
  const turns = (texts: readonly string[]) => {
    const least = texts.indexOf([...texts].sort()[0] ?? '');
    return [...texts.slice(least), ...texts.slice(0, least)].join(' ');
  };
  return [turns(open), turns(open.toReversed())].sort()[0] ?? '';
}

function ringsOf(feature: RawFeature | undefined): readonly string[] {
  return (feature?.rings ?? []).map(({ positions }) => canonical(positions)).sort();
}

const field: Readonly<Partial<Record<BoundaryFormat, readonly [string, string]>>> = { shapefile: ['CODE', 'NAME'] };

async function checkRoundTrip(given: readonly Feature[], format: BoundaryFormat, system: WritableCrs): Promise<void> {
  const { bytes } = await writeBoundaries(given, { format, system, training: false, title: '往返' });
  const read = await readBoundaries('x', bytes);
  if (!read.ok) throw new Error(JSON.stringify([read.reason.zh, read.problems]));
  const { raw } = read;
  expect(raw.format).toBe(format);
  expect(raw.training).toBeUndefined();
  const [code, name] = field[format] ?? ['地块编号', '地块名称'];
  expect(raw.features.map(({ attributes }) => attributes[code])).toEqual(given.map((feature) => feature.code));
  expect(raw.features.map(({ attributes }) => attributes[name])).toEqual(given.map((feature) => feature.name));
  if (format !== 'dxf')
    expect(raw.features.map(({ attributes }) => attributes.用途)).toEqual(given.map(({ attributes }) => attributes.用途));
  for (const [index, feature] of given.entries()) expect(ringsOf(raw.features[index])).toEqual(expectedRings(feature, format, system));
  const expected = format === 'kml' || format === 'kmz' ? { ...degrees, datum: 'wgs84' } : orderIn(format, system);
  expect(raw.declared?.crs).toEqual(expected);
}

describe('write, then read', () => {
  test.each(boundaryFormats)('%s gives the same figures, fields and system', async (format) => {
    await fc.assert(
      fc.asyncProperty(features(), fc.constantFrom(...systems), (given, system) => checkRoundTrip(given, format, system)),
      { numRuns: format === 'xlsx' ? 8 : 40 },
    );
  });

  // A workbook lost the apostrophe that such a name began with.
  test.each(boundaryFormats)('%s keeps names that a spreadsheet would run', async (format) => {
    const names = ["'=&一", "'--（二甲", '=1+1', "''=", '-甲', '-12.5', "'-12.5"];
    const given = someFeatures().slice(0, 1);
    for (const name of names)
      await checkRoundTrip(
        given.map((feature) => ({ ...feature, name, attributes: { 用途: name } })),
        format,
        degrees,
      );
  });

  test.each(boundaryFormats)('%s: the same features give the same bytes, and training data says so inside', async (format) => {
    const options = { format, system: zone40, training: true, title: '甲县', on: '2021-06-10' };
    const [first, second] = await Promise.all([writeBoundaries(someFeatures(), options), writeBoundaries(someFeatures(), options)]);
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    expect(first.name).toContain('训练数据 甲县');
    const read = await readBoundaries(first.name, first.bytes);
    expect(read.ok && read.raw.training).toBe(true);
  });
});

it('the middle of the land chooses the zone', () => {
  const at = (lon: number): readonly Feature[] => [{ code: 'a', name: 'a', shape: [polygonAround([lon, 29], 0.01)], attributes: {} }];
  expect(systemFor('gauss-kruger-3', at(118.4))).toMatchObject({ meridian: 117, numbered: false });
  expect(systemFor('gauss-kruger-3-numbered', at(121.6))).toMatchObject({ meridian: 123, numbered: true });
  expect(systemFor('gauss-kruger-6', at(119.9))).toMatchObject({ width: 6, meridian: 117 });
  expect(systemFor('gauss-kruger-6', at(120.1))).toMatchObject({ width: 6, meridian: 123 });
  expect(systemFor('cgcs2000', [])).toMatchObject({ kind: 'geographic' });
});
