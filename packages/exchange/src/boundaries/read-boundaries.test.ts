// Each format as offices really send it, an example a sentence.
import type { RawBoundaries } from '@zhenghe/engine/boundaries';
import excel from 'exceljs';
import { describe, expect, it, test } from 'vitest';
import { encodeGbk } from './gbk.ts';
import { readBoundaries } from './read-boundaries.ts';
import { fileOf, filesOfAllFormats, someFeatures } from './testing.ts';
import { editedShapefile, editedSurvey } from './training-file.ts';

async function readText(text: string): Promise<RawBoundaries> {
  return readBytes(Buffer.from(text));
}

async function readBytes(bytes: Uint8Array): Promise<RawBoundaries> {
  const read = await readBoundaries('file', bytes);
  if (!read.ok) throw new Error(JSON.stringify([read.reason.zh, read.problems]));
  return read.raw;
}

function noteOf(raw: RawBoundaries): string {
  return raw.notes.map(({ text }) => text.zh).join('\n');
}

it('every format is told by its bytes, whatever its name', async () => {
  for (const [format, { bytes }] of await filesOfAllFormats(someFeatures())) {
    const read = await readBoundaries('区块.dat', bytes);
    expect(read.ok && read.raw.format).toBe(format);
    expect(read.ok && read.raw.features).toHaveLength(3);
  }
});

describe('GeoJSON', () => {
  const ring = '[[120,29],[120.1,29],[120.1,29.1],[120,29]]';

  it('without a crs says nothing of its system', async () => {
    const raw = await readText(`{"type":"Polygon","coordinates":[${ring}]}`);
    expect(raw).toMatchObject({ declared: null, encoding: 'UTF-8' });
    expect(raw.features[0]?.rings[0]).toMatchObject({
      hole: false,
      at: 1,
      positions: [
        [120, 29],
        [120.1, 29],
        [120.1, 29.1],
        [120, 29],
      ],
    });
  });

  test.each([
    ['urn:ogc:def:crs:OGC:1.3:CRS84', { kind: 'geographic', datum: 'wgs84' }],
    ['urn:ogc:def:crs:EPSG::4490', { kind: 'geographic', datum: 'cgcs2000', order: 'lon-lat' }],
    ['EPSG:4528', { width: 3, meridian: 120, numbered: true, order: 'east-north' }],
    ['urn:ogc:def:crs:EPSG::4549', { width: 3, meridian: 120, numbered: false }],
    ['EPSG:4498', { width: 6, meridian: 117, numbered: true }],
    ['EPSG:4510', { width: 6, meridian: 123, numbered: false }],
  ])('with crs %s', async (name, crs) => {
    const raw = await readText(
      `{"type":"Feature","crs":{"type":"name","properties":{"name":"${name}"}},"geometry":{"type":"Polygon","coordinates":[${ring}]}}`,
    );
    expect(raw.declared).toMatchObject({ crs, refused: null, words: name });
  });

  it('in Xi’an 80 is read as that, in Web Mercator refused', async () => {
    const of = (code: number) =>
      `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:${code}"}},"features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[${ring}]}}]}`;
    expect((await readText(of(2384))).declared?.refused).toBe('xian80');
    expect((await readText(of(4214))).declared?.refused).toBe('beijing54');
    expect((await readBoundaries('x', Buffer.from(of(3857)))).ok).toBe(false);
  });

  it('in GBK, with heights, a collection, points and odd names', async () => {
    const geometry = `{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[120,29,5],[121,29,5],[121,30,5],[120,29,5]]]},{"type":"Point","coordinates":[1,2]}]}`;
    const text = `{"type":"Feature","id":7,"properties":{"名称":"甲","__proto__":"x","n":1.50,"none":null,"list":[1]},"geometry":${geometry}}`;
    const raw = await readBytes(encodeGbk(text) ?? new Uint8Array());
    expect(raw.encoding).toBe('GBK');
    expect(raw.features[0]?.rings[0]?.positions[0]).toEqual([120, 29]);
    expect(Object.entries(raw.features[0]?.attributes ?? {})).toEqual([
      ['id', '7'],
      ['名称', '甲'],
      ['__proto__', 'x'],
      ['n', '1.5'],
      ['list', '[1]'],
    ]);
    expect(noteOf(raw)).toContain('Point × 1');
  });

  it('keeps a feature without a shape, for normalising to find it empty', async () => {
    const raw = await readText('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"a"},"geometry":null}]}');
    expect(raw.features).toEqual([{ rings: [], attributes: { code: 'a' }, at: 1 }]);
  });
});

describe('KML', () => {
  it('gives name, data and schema data, outer and inner rings; lines are left out', async () => {
    const ring = (x: number) => `<LinearRing><coordinates>\n${x},29,0 ${x + 1},29,0\n${x + 1},30 ${x},29</coordinates></LinearRing>`;
    const raw = await readText(
      `<?xml version="1.0"?><kml:kml xmlns:kml="x"><kml:Document><name>层</name><kml:Placemark><name>甲&amp;乙</name><description><![CDATA[<b>x</b>]]></description>
      <ExtendedData><Data name="code"><displayName>编码</displayName><value>b1</value></Data><SchemaData><SimpleData name="用途">工业</SimpleData></SchemaData></ExtendedData>
      <MultiGeometry><Polygon><outerBoundaryIs>${ring(120)}</outerBoundaryIs><innerBoundaryIs>${ring(121)}</innerBoundaryIs></Polygon></MultiGeometry></kml:Placemark>
      <Placemark><name>路</name><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark></kml:Document></kml:kml>`,
    );
    expect(raw.features).toHaveLength(1);
    expect(raw.features[0]?.attributes).toEqual({ name: '甲&乙', description: '<b>x</b>', code: 'b1', 用途: '工业' });
    expect(raw.features[0]?.rings.map(({ hole }) => hole)).toEqual([false, true]);
    expect(raw.declared?.crs).toEqual({ kind: 'geographic', datum: 'wgs84', order: 'lon-lat' });
    expect(noteOf(raw)).toContain('LineString × 1');
  });
});

describe('a Shapefile', () => {
  test.each([
    ['CGCS2000_3_Degree_GK_CM_120E', 500_000, 120, { width: 3, meridian: 120, numbered: false }],
    ['CGCS2000_3_Degree_GK_Zone_40', 40_500_000, 120, { width: 3, meridian: 120, numbered: true }],
    ['CGCS2000_GK_Zone_20', 20_500_000, 117, { width: 6, meridian: 117, numbered: true }],
    ['CGCS2000_GK_CM_123E', 500_000, 123, { width: 6, meridian: 123, numbered: false }],
    ['CGCS2000_3_Degree_GK_CM_117E', 500_000, 117, { width: 3, meridian: 117, numbered: false }],
  ])('with the .prj %s', async (name, easting, meridian, crs) => {
    const raw = await readBytes(
      await withPrj(
        `PROJCS["${name}",${cgcs},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`,
      ),
    );
    expect(raw.declared).toMatchObject({ crs: { ...crs, order: 'east-north' }, words: name });
  });

  it('in Xi’an 80, in Beijing 54, in WGS 84, with a .prj that says nothing', async () => {
    const of = async (prj: string) => (await readBytes(await withPrj(prj))).declared;
    expect(
      await of(
        'PROJCS["Xian_1980_3_Degree_GK_CM_120E",GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]]]]',
      ),
    ).toMatchObject({ refused: 'xian80' });
    expect(await of('GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]]]')).toMatchObject({
      refused: 'beijing54',
    });
    expect(await of('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]')).toMatchObject({
      crs: { datum: 'wgs84' },
    });
    expect(await of('LOCAL_CS["unnamed"]')).toMatchObject({ crs: null, refused: null, words: 'unnamed' });
  });

  it('of two layers names the layer of each feature, and must say one system', async () => {
    const twoLayers = (change: (prj: Buffer) => Buffer) =>
      editedShapefile(someFeatures(), (parts) => {
        for (const [name, bytes] of [...parts]) parts.set(name.replace(/^.*\./, '河道.'), name.endsWith('prj') ? change(bytes) : bytes);
      });
    const raw = await readBytes(await twoLayers((prj) => prj));
    expect(raw.features.map(({ attributes }) => attributes.图层)).toEqual([
      ...Array(3).fill('河道'),
      ...Array(3).fill('训练数据_boundaries'),
    ]);
    const other = await readBoundaries('x', await twoLayers(() => Buffer.from(cgcs)));
    expect(other.ok ? '' : other.problems[0]?.reason.zh).toContain('坐标系不同');
  });
});

const cgcs =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

function withPrj(prj: string): Promise<Uint8Array> {
  return editedShapefile(someFeatures(), (parts) => parts.set('训练数据_boundaries.prj', Buffer.from(prj)));
}

describe('DXF', () => {
  const dxf = (entities: string) => `0\nSECTION\n2\nENTITIES\n${entities}0\nENDSEC\n0\nEOF\n`;
  const square = (x: number, size: number, layer: string, closed = 1) =>
    `0\nLWPOLYLINE\n8\n${layer}\n90\n4\n70\n${closed}\n10\n${x}\n20\n3200000\n10\n${x + size}\n20\n3200000\n10\n${x + size}\n20\n${3200000 + size}\n10\n${x}\n20\n${3200000 + size}\n`;
  const text = (x: number, words: string) => `0\nTEXT\n8\n注记\n10\n${x}\n20\n3200002\n40\n5\n1\n${words}\n`;

  it('an arc is drawn out as chords: a circle of two bulges has the area of a circle', async () => {
    const raw = await readText(dxf('0\nLWPOLYLINE\n8\n0\n90\n2\n70\n1\n10\n500000\n20\n3200000\n42\n1\n10\n500100\n20\n3200000\n42\n1\n'));
    const ring = raw.features[0]?.rings[0]?.positions ?? [];
    const area = ring.reduce((sum, [x, y], index) => {
      const [nx, ny] = ring[index + 1] ?? [x, y];
      return sum + ((x - 500050) * (ny - 3200000) - (nx - 500050) * (y - 3200000)) / 2;
    }, 0);
    expect(Math.abs(area - Math.PI * 2500)).toBeLessThan(0.3);
    expect(ring.every(([x, y]) => Math.abs(Math.hypot(x - 500050, y - 3200000) - 50) < 1e-6)).toBe(true);
    expect(noteOf(raw)).toContain('2 段圆弧');
  });

  it('texts name outlines, an unnamed outline inside is a hole, a named one a block of its own', async () => {
    const raw = await readText(
      dxf(
        square(500000, 100, '区块') + square(500010, 20, '区块') + square(500050, 20, '区块') + text(500002, 'A-1') + text(500052, 'A-2'),
      ),
    );
    expect(raw.features.map(({ attributes, rings }) => [attributes.文字, attributes.图层, rings.length])).toEqual([
      ['A-1', '区块', 2],
      ['A-2', '区块', 1],
    ]);
  });

  it('an open line is read as it stands, so that normalising finds it unclosed', async () => {
    const raw = await readText(dxf(square(500000, 100, '区块', 0)));
    expect(raw.features[0]?.rings[0]?.positions).toHaveLength(4);
  });

  it('lines, circles and inserted blocks are left out and counted', async () => {
    const raw = await readText(
      dxf(`${square(500000, 100, '0')}0\nLINE\n8\n0\n10\n1\n20\n2\n11\n3\n21\n4\n0\nCIRCLE\n8\n0\n10\n1\n20\n2\n40\n3\n`),
    );
    expect(noteOf(raw)).toContain('LINE × 1, CIRCLE × 1');
  });
});

describe('a table of vertices', () => {
  test.each([
    ['lon-lat by heading', '地块编号,环号,点号,经度,纬度\nb1,1,1,120,29\n', null],
    ['north first by heading', '坐标系,2000国家大地坐标系 3度带 带号40\n地块编号,X（北）,Y（东）\nb1,3200000,40500000\n', 'north-east'],
    ['east first by heading', '坐标系：EPSG:4549\nblock;X(East);Y(North)\nb1;500000;3200000\n', 'east-north'],
    ['north first by figures', '坐标系\tEPSG:4528\n编号\tX\tY\nb1\t3200000\t40500000\n', 'north-east'],
    ['east first by figures', 'CRS,EPSG:4528\ncode,x,y\nb1,40500000,3200000\n', 'east-north'],
  ])('%s', async (_, text, order) => {
    const raw = await readText(text);
    expect(raw.declared?.crs ?? null).toEqual(order === null ? null : expect.objectContaining({ order, meridian: 120 }));
    expect(raw.features[0]?.rings[0]?.positions).toHaveLength(1);
  });

  it('in GBK with blocks, rings, holes, blanks below a code, and fields', async () => {
    const text =
      '地块编号,地块名称,环号,点号,x,y,用途\nb1,甲,1,J1,1,1,工业\n,,1,J2,1,9,\n,,1,J3,9,9,\n,,2,J1,3,3,\n,,2,J2,3,4,\n,,2,J3,4,4,\n\nb2,乙,1,J1,20,20,\n';
    const raw = await readBytes(encodeGbk(text) ?? new Uint8Array());
    expect(raw.encoding).toBe('GBK');
    expect(
      raw.features.map(({ rings, attributes }) => [
        attributes.地块编号,
        attributes.用途,
        rings.map(({ positions, at }) => [positions.length, at]),
      ]),
    ).toEqual([
      [
        'b1',
        '工业',
        [
          [4, 2],
          [4, 5],
        ],
      ],
      ['b2', undefined, [[1, 9]]],
    ]);
    expect(noteOf(raw)).toContain('2 个环');
  });

  it('without ring numbers a ring ends where it comes back', async () => {
    const raw = await readText('code,lon,lat\na,1,1\na,2,1\na,2,2\na,1,1\na,1.2,1.1\na,1.4,1.1\na,1.4,1.2\n');
    expect(raw.features[0]?.rings.map(({ positions }) => positions.length)).toEqual([4, 4]);
  });

  it('full-width digits, degrees, minutes and seconds are read with a note', async () => {
    const raw = await readText('code,经度,纬度\na,120°30′36″,２９.５\n');
    expect(raw.features[0]?.rings[0]?.positions[0]?.map((value) => value.toFixed(6))).toEqual(['120.510000', '29.500000']);
    expect(noteOf(raw)).toContain('全角');
  });

  it('a code that comes back after another is refused with both rows', async () => {
    const read = await readBoundaries('x', Buffer.from('code,lon,lat\na,1,1\nb,2,1\na,2,2\n'));
    expect(read.ok ? null : read.problems).toMatchObject([{ row: 4, value: 'a' }]);
    expect(read.ok ? '' : read.problems[0]?.reason.zh).toContain('第 2 行');
  });

  it('in UTF-16, as Excel saves Unicode text', async () => {
    const raw = await readBytes(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('编号\t经度\t纬度\r\n甲\t120\t29\r\n', 'utf16le')]));
    expect(raw).toMatchObject({ encoding: 'UTF-16', features: [{ attributes: { 编号: '甲' } }] });
  });

  it('a workbook with a formula or merged cells among the figures is refused with the cell', async () => {
    const workbook = new excel.Workbook();
    const sheet = workbook.addWorksheet('界址点');
    sheet.addRows([
      ['地块编号', 'X', 'Y'],
      ['b1', 3200000, 500000],
      ['b1', 3200001, 500000],
    ]);
    sheet.getCell('C3').value = { formula: 'C2+1', result: 1 };
    sheet.mergeCells('A2:A3');
    const read = await readBoundaries('x', new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(read.ok ? [] : read.problems.map(({ sheet: name, row, column }) => `${name} ${column}${row}`)).toEqual([
      '界址点 A2',
      '界址点 A3',
      '界址点 C3',
    ]);
  });
});

describe('the land survey’s text', () => {
  it('in GBK with CRLF says its system, fields, rings and lines', async () => {
    const raw = await readBytes((await fileOf(someFeatures(), 'survey-txt')).bytes);
    expect(raw).toMatchObject({
      encoding: 'GBK',
      declared: { crs: { width: 3, meridian: 120, numbered: true, order: 'north-east' }, refused: null },
    });
    expect(raw.features[1]).toMatchObject({
      attributes: { 地块编号: 'b2', 图形属性: '面', 备注: '训练数据' },
      rings: [{ hole: null }, { hole: null }],
    });
    expect(raw.features[0]?.rings[0]?.positions[0]?.[0]).toBeGreaterThan(3_000_000);
  });

  it('in UTF-8 with LF is the same', async () => {
    const text = new TextDecoder('gb18030').decode((await fileOf(someFeatures(), 'survey-txt')).bytes).replaceAll('\r\n', '\n');
    const raw = await readText(`\uFEFF${text}`);
    expect(raw.encoding).toBe('UTF-8');
    expect(raw.features).toEqual((await readBytes((await fileOf(someFeatures(), 'survey-txt')).bytes)).features);
  });

  test.each([
    ['the meridian where the zone belongs', (text: string) => text.replace('带号=40', '带号=120'), { meridian: 120, numbered: true }],
    ['no zone, told by the figures', (text: string) => text.replace('带号=40', '带号='), { meridian: 120, numbered: true }],
    ['no width, told by the zone', (text: string) => text.replace('几度分带=3', '几度分带='), { width: 3, meridian: 120 }],
    ['figures without their zone', (text: string) => text.replaceAll(/^(J\d+,\d+,[\d.]+,)40/gm, '$1'), { meridian: 120, numbered: false }],
    ['a count without the repeated points', (text: string) => text.replace(/^9,/m, '8,'), { meridian: 120 }],
  ])('with %s', async (_, edit, crs) => {
    const raw = await readBytes(await editedSurvey(someFeatures(), edit));
    expect(raw.declared?.crs).toMatchObject(crs);
  });

  it('without a head says nothing of its system; points and lines are left out', async () => {
    const raw = await readText(
      '[地块坐标]\n3,0.1,1,甲,面,,,,@\nJ1,1,3200000,500000\nJ2,1,3200100,500000\nJ3,1,3200100,500100\n1,,2,乙,点,,,,@\nJ1,1,3200000,500000\n',
    );
    expect(raw).toMatchObject({ declared: null, features: [{ attributes: { 面积: '0.1', 地块编号: '1', 地块名称: '甲' } }] });
    expect(noteOf(raw)).toContain('点 × 1');
  });
});
