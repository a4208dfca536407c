// Round trips with an independent reader and writer: GDAL's ogr2ogr, used by tests only. Areas must be ours to the square centimetre.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  areaOf,
  type BoundaryFormat,
  type Crs,
  type Feature,
  project,
  type RawFeature,
  type RawPosition,
  unproject,
} from '@zhenghe/engine/boundaries';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { pack } from '../kernel/index.ts';
import type { WritableCrs } from './outgoing.ts';
import { readBoundaries } from './read-boundaries.ts';
import { fileOf, someFeatures, zone40 } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhenghe-ogr-'));
const degrees: WritableCrs = { kind: 'geographic', datum: 'cgcs2000', order: 'lon-lat' };
const eastFirst: Crs = { ...zone40, order: 'east-north' };

beforeAll(() => {
  if (spawnSync('ogr2ogr', ['--version']).error) {
    throw new Error(
      'ogr2ogr was not found. These tests read and write boundary files with GDAL: install it (Debian: apt-get install gdal-bin) and run them again.',
    );
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ogr2ogr(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('ogr2ogr', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** What GDAL reads in a file, as plain rings with their fields. */
function readByOgr(name: string, ...args: readonly string[]): readonly OgrFeature[] {
  rmSync(join(folder, 'out.geojson'), { force: true });
  ogr2ogr('-f', 'GeoJSON', 'out.geojson', name, '-lco', 'COORDINATE_PRECISION=12', ...args);
  const { features }: { features: OgrFeature[] } = JSON.parse(readFileSync(join(folder, 'out.geojson'), 'utf8'));
  return features;
}

interface OgrFeature {
  readonly properties: Readonly<Record<string, string>>;
  readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] };
}

/** m²: rings as they stand, the biggest less those that lie in it, by the plane's own sum. */
function signedAreas(rings: readonly (readonly RawPosition[])[]): number {
  const areas = rings.map((ring) => {
    const [x0, y0] = ring[0] ?? [0, 0];
    return Math.abs(
      ring.reduce((sum, [x, y], index) => {
        const [nx, ny] = ring[index + 1] ?? [x0, y0];
        return sum + (x - x0) * (ny - y0) - (nx - x0) * (y - y0);
      }, 0) / 2,
    );
  });
  return areas.reduce((sum, area) => sum + area, 0);
}

function isRing(value: unknown): value is readonly RawPosition[] {
  return Array.isArray(value) && Array.isArray(value[0]) && typeof value[0][0] === 'number';
}

function ringsIn(coordinates: unknown): readonly (readonly RawPosition[])[] {
  if (isRing(coordinates)) return [coordinates];
  return Array.isArray(coordinates) ? coordinates.flatMap(ringsIn) : [];
}

function planeRings({ shape }: Feature, crs: Crs): readonly (readonly RawPosition[])[] {
  return shape.flat().map((ring) => ring.map(project(crs)));
}

function put(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return name;
}

describe('our files, read by GDAL', () => {
  const cases: readonly (readonly [BoundaryFormat, string, WritableCrs, Crs])[] = [
    ['geojson', 'a.geojson', degrees, degrees],
    ['geojson', 'p.geojson', zone40, eastFirst],
    ['shapefile', 'a.zip', degrees, degrees],
    ['shapefile', 'p.zip', zone40, eastFirst],
    ['kml', 'a.kml', degrees, degrees],
    ['kmz', 'a.kmz', degrees, degrees],
    ['dxf', 'p.dxf', zone40, eastFirst],
  ];
  test.each(cases)('%s as %s', async (format, name, system, seen) => {
    const { bytes } = await fileOf(someFeatures(), format, system);
    const source = put(name, bytes);
    const read = readByOgr(
      format === 'shapefile' ? `/vsizip/${source}` : source,
      ...(format === 'dxf' ? ['-where', "SubClasses NOT LIKE '%Text%' OR SubClasses IS NULL"] : []),
    );
    const rings = read
      .filter(({ geometry }) => /Polygon|LineString/.test(geometry.type))
      .map(({ geometry }) => ringsIn(geometry.coordinates));
    const expected = someFeatures().map((feature) => planeRings(feature, seen));
    const tolerance = seen.kind === 'geographic' ? 1e-11 : 0.5;
    const [total, ours] = [signedAreas(rings.flat()), signedAreas(expected.flat())];
    expect(Math.abs(total - ours)).toBeLessThan(tolerance);
    expect(rings.flat()).toHaveLength(expected.flat().length);
    if (format !== 'dxf')
      for (const [index, feature] of expected.entries())
        expect(Math.abs(signedAreas(rings[index] ?? []) - signedAreas(feature))).toBeLessThan(tolerance);
  });

  it('keeps the fields and the training mark of a Shapefile', async () => {
    put('f.zip', (await fileOf(someFeatures(), 'shapefile')).bytes);
    expect(readByOgr('/vsizip/f.zip').map(({ properties }) => properties)).toMatchObject([
      { CODE: 'b1', NAME: '甲区块', DATASET: '训练数据', 用途: '工业' },
      { CODE: 'b2', NAME: '乙区块', 备注: '南侧' },
      { CODE: 'b3', NAME: '丙区块' },
    ]);
  });

  it('knows our .prj and crs as the EPSG systems they are', async () => {
    const of = (name: string) => spawnSync('gdalsrsinfo', ['-o', 'epsg', name], { cwd: folder, encoding: 'utf8' }).stdout.trim();
    put('s.zip', (await fileOf(someFeatures(), 'shapefile', zone40)).bytes);
    put('s.geojson', (await fileOf(someFeatures(), 'geojson', { ...zone40, numbered: false })).bytes);
    expect(of('/vsizip/s.zip')).toBe('EPSG:4528');
    expect(of('s.geojson')).toBe('EPSG:4549');
  });

  it('draws the texts of a DXF in Chinese', async () => {
    put('t.dxf', (await fileOf(someFeatures(), 'dxf')).bytes);
    const texts = readByOgr('t.dxf', '-where', 'Text IS NOT NULL').map(({ properties }) => properties.Text);
    expect(texts).toEqual(['b1', '甲区块', 'b2', '乙区块', 'b3', '丙区块']);
  });
});

describe("GDAL's files, read by us", () => {
  /** GDAL's own file of our features, in zone 40, and what we read in it. */
  async function reread(name: string, ...args: readonly string[]) {
    put('in.geojson', (await fileOf(someFeatures(), 'geojson', zone40)).bytes);
    ogr2ogr(name, 'in.geojson', ...args);
    return readFileSync(join(folder, name));
  }

  async function check(bytes: Uint8Array, crs: Crs): Promise<readonly RawFeature[]> {
    const read = await readBoundaries('x', bytes);
    if (!read.ok) throw new Error(JSON.stringify([read.reason.zh, read.problems]));
    const back = unproject(crs);
    const areas = read.raw.features.map(({ rings }) => rings.reduce((sum, { positions }) => sum + areaOf([[positions.map(back)]]), 0));
    const ours = someFeatures().map(({ shape }) => shape.flat().reduce((sum, ring) => sum + areaOf([[ring]]), 0));
    expect(areas).toHaveLength(ours.length);
    for (const [index, area] of areas.entries()) expect(Math.abs(area - (ours[index] ?? 0))).toBeLessThan(0.5);
    if (read.raw.declared) expect(read.raw.declared.crs).toMatchObject({ ...crs, datum: expect.any(String) });
    return read.raw.features;
  }

  async function zipped(folderName: string, encoding: string) {
    await reread(`${folderName}.shp`, '-f', 'ESRI Shapefile', '-lco', `ENCODING=${encoding}`);
    const parts = ['shp', 'shx', 'dbf', 'prj', 'cpg'].map(
      (ending) => [`${folderName}.${ending}`, readFileSync(join(folder, `${folderName}.${ending}`))] as const,
    );
    return new Map<string, Buffer>(parts);
  }

  test.each([
    ['UTF-8', 'UTF-8'],
    ['CP936', 'GBK'],
  ])('a Shapefile in %s', async (encoding, name) => {
    const parts = await zipped(`s${name}`, encoding);
    const features = await check(pack(parts, true), eastFirst);
    expect(Object.keys(features[0]?.attributes ?? {}).join()).toContain('地块编');
    expect(JSON.stringify(features[1]?.attributes)).toContain('乙区块');
    // Without its .cpg the bytes tell the encoding.
    const bare = new Map([...parts].filter(([key]) => !key.endsWith('cpg')));
    const read = await readBoundaries('x', pack(bare, true));
    expect(read.ok && read.raw.encoding).toBe(name);
    expect(JSON.stringify(read.ok && read.raw.features[1]?.attributes)).toContain('乙区块');
  });

  it('a .cpg that lies is told, and the bytes believed', async () => {
    const parts = await zipped('lies', 'CP936');
    const read = await readBoundaries('x', pack(new Map([...parts, ['lies.cpg', Buffer.from('UTF-8')]]), true));
    expect(read.ok && read.raw.encoding).toBe('GBK');
    expect(read.ok && read.raw.notes.map(({ text }) => text.zh).join()).toContain('lies.cpg');
  });

  it('a GeoJSON in zone 40 and one in degrees', async () => {
    await check(await reread('o.geojson', '-f', 'GeoJSON', '-lco', 'RFC7946=NO'), eastFirst);
    await check(await reread('w.geojson', '-f', 'GeoJSON', '-lco', 'RFC7946=YES', '-lco', 'COORDINATE_PRECISION=10'), degrees);
  });

  it('a KML', async () => {
    const features = await check(await reread('o.kml', '-f', 'KML', '-t_srs', 'EPSG:4326'), { ...degrees, datum: 'wgs84' });
    expect(JSON.stringify(features[1]?.attributes)).toContain('乙区块');
  });

  it('a DXF of hatches, one of polygons', async () => {
    put('in.geojson', (await fileOf(someFeatures().slice(0, 2), 'geojson', zone40)).bytes);
    ogr2ogr('-f', 'DXF', 'h.dxf', 'in.geojson', '-explodecollections', '-select', '');
    const read = await readBoundaries('h.dxf', readFileSync(join(folder, 'h.dxf')));
    if (!read.ok) throw new Error(JSON.stringify(read));
    expect(read.raw.features.map(({ rings }) => rings.length)).toEqual([1, 2]);
    const area = signedAreas(read.raw.features.flatMap(({ rings }) => rings.map(({ positions }) => positions)));
    expect(
      Math.abs(
        area -
          signedAreas(
            someFeatures()
              .slice(0, 2)
              .flatMap((feature) => planeRings(feature, eastFirst)),
          ),
      ),
    ).toBeLessThan(0.5);
  });

  it('a DXF of lines', async () => {
    put('in.geojson', (await fileOf(someFeatures().slice(0, 2), 'geojson', zone40)).bytes);
    ogr2ogr('-f', 'DXF', 'l.dxf', 'in.geojson', '-nlt', 'MULTILINESTRING', '-explodecollections', '-select', '');
    const read = await readBoundaries('l.dxf', readFileSync(join(folder, 'l.dxf')));
    expect(read.ok && read.raw.features.map(({ rings }) => rings.length)).toEqual([1, 2]);
    expect(read.ok && read.raw.notes.map(({ text }) => text.zh).join()).toContain('孔洞');
  });
});
