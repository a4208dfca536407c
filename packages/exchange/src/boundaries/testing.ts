// Boundary files for tests, made from features: one of every format, and the faulty ones that an office may send or an attacker make.
import type { BoundaryFormat, Feature, Polygon, Position } from '@zhenghe/engine/boundaries';
import { boundaryFormats } from '@zhenghe/engine/boundaries';
import { pack, unpack } from '../kernel/index.ts';
import { encodeGbk } from './gbk.ts';
import { boundaryLimits, zipBounds } from './limits.ts';
import { systemFor, type WritableCrs } from './outgoing.ts';
import { type BoundaryFile, writeBoundaries } from './write-boundaries.ts';

/** A many-cornered block around a point, `size` degrees across, with holes side by side; the same numbers give the same block. */
export function ringAround([lon, lat]: Position, size: number, corners = 8): Position[] {
  const ring = Array.from({ length: corners }, (_, index): Position => {
    const angle = (2 * Math.PI * index) / corners;
    const reach = (size / 2) * (1 - 0.2 * (index % 2));
    return [fixed(lon + reach * Math.cos(angle)), fixed(lat + reach * Math.sin(angle))];
  });
  return [...ring, ring[0] ?? [lon, lat]];
}

function fixed(value: number): number {
  return Number(value.toFixed(9));
}

export function polygonAround(centre: Position, size: number, holes = 0): Polygon {
  const inner = Array.from({ length: holes }, (_, index): Position[] => {
    const from = size * 0.3 * ((index + 1) / (holes + 1) - 0.5);
    return ringAround([centre[0] + from * 2, centre[1]], (size * 0.3) / (holes + 1), 6).toReversed();
  });
  return [ringAround(centre, size), ...inner];
}

/** Three invented blocks in zone 40: plain, with a hole, of two pieces. */
export function someFeatures(): readonly Feature[] {
  return [
    { code: 'b1', name: '甲区块', shape: [polygonAround([119.9, 29.4], 0.02)], attributes: { 用途: '工业' } },
    { code: 'b2', name: '乙区块', shape: [polygonAround([119.95, 29.4], 0.02, 1)], attributes: { 用途: '研发', 备注: '南侧' } },
    { code: 'b3', name: '丙区块', shape: [polygonAround([120.02, 29.4], 0.01), polygonAround([120.04, 29.41], 0.01, 2)], attributes: {} },
  ];
}

export const zone40: Extract<WritableCrs, { kind: 'gauss-kruger' }> = {
  ...{ kind: 'gauss-kruger', datum: 'cgcs2000', width: 3, meridian: 120 },
  ...{ numbered: true, order: 'north-east' },
};

export function fileOf(features: readonly Feature[], format: BoundaryFormat, system: WritableCrs = zone40): Promise<BoundaryFile> {
  return writeBoundaries(features, { format, system, training: true, title: '区块', on: '2021-06-10' });
}

/** One file of every format; degrees where the format knows nothing else. */
export async function filesOfAllFormats(features: readonly Feature[]): Promise<ReadonlyMap<BoundaryFormat, BoundaryFile>> {
  const system = systemFor('gauss-kruger-3-numbered', features);
  const files = await Promise.all(boundaryFormats.map((format) => fileOf(features, format, system)));
  return new Map(boundaryFormats.map((format, index) => [format, files[index] ?? { name: '', mime: '', bytes: new Uint8Array() }]));
}

export interface FaultyFile {
  /** What is wrong with it. */
  readonly what: string;
  readonly bytes: () => Promise<Uint8Array>;
  /** Part of the Chinese reason or of a problem's that refuses it. */
  readonly says: string;
}

/** Every bad input that a reader refuses: named by what it is. */
export function faultyFiles(features: readonly Feature[]): readonly FaultyFile[] {
  return [...faultyZips(features), ...faultyXml(), ...faultyTexts(features), ...faultyFigures(features)];
}

function faultyZips(features: readonly Feature[]): readonly FaultyFile[] {
  const shapefile = (change: (parts: Map<string, Buffer>) => void) => editedShapefile(features, change);
  const part = (parts: Map<string, Buffer>, ending: string) => [...parts.keys()].find((name) => name.endsWith(ending)) ?? '';
  const without = (ending: string) => shapefile((parts) => parts.delete(part(parts, ending)));
  const edited = (ending: string, edit: (bytes: Buffer) => Buffer) =>
    shapefile((parts) => parts.set(part(parts, ending), edit(Buffer.from(parts.get(part(parts, ending)) ?? []))));
  const bomb = async () => pack(new Map([['x.shp', Buffer.alloc(zipBounds.ratioFloorBytes + 1)]]), true);
  return [
    { what: 'a zip bomb', says: '压缩炸弹', bytes: bomb },
    {
      what: 'a zip with a path that climbs',
      says: '指向包外',
      bytes: async () => pack(new Map([['../../a.shp', Buffer.from('x')]]), false),
    },
    { what: 'a zip cut in half', says: '已损坏', bytes: async () => (await shapefile(() => {})).subarray(0, 300) },
    { what: 'a zip of something else', says: '没有 Shapefile', bytes: async () => pack(new Map([['a.docx', Buffer.from('x')]]), false) },
    { what: 'a Shapefile without its .shx', says: '.shx', bytes: () => without('.shx') },
    { what: 'a Shapefile without its .dbf', says: '.dbf', bytes: () => without('.dbf') },
    { what: 'a Shapefile without its .shp', says: '.shp', bytes: () => without('.shp') },
    { what: 'a .shp cut short', says: '长度', bytes: () => edited('.shp', (bytes) => bytes.subarray(0, bytes.length - 40)) },
    { what: 'a .dbf cut short', says: '截断', bytes: () => edited('.dbf', (bytes) => bytes.subarray(0, bytes.length - 40)) },
    { what: 'a .dbf with fewer records than shapes', says: '记录数不同', bytes: () => edited('.dbf', (bytes) => withInt(bytes, 1, 4)) },
    {
      what: 'a .shp whose count of points lies',
      says: '环数或点数',
      bytes: () => edited('.shp', (bytes) => withInt(bytes, 1_000_000_000, 108 + 40)),
    },
    { what: 'a .shp whose count of rings lies', says: '环数或点数', bytes: () => edited('.shp', (bytes) => withInt(bytes, -5, 108 + 36)) },
    { what: 'a Shapefile in UTM', says: 'UTM', bytes: () => edited('.prj', () => Buffer.from(utm)) },
    {
      what: 'a .dbf in no encoding',
      says: 'GB 18030',
      bytes: () => edited('.dbf', (bytes) => withBytes(bytes, [0xff, 0xff, 0x20], bytes.indexOf('甲'))),
    },
  ];
}

const utm =
  'PROJCS["WGS_1984_UTM_Zone_51N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000],PARAMETER["Central_Meridian",123],PARAMETER["Scale_Factor",0.9996],UNIT["Meter",1]]';

function withInt(bytes: Buffer, value: number, at: number): Buffer {
  bytes.writeInt32LE(value, at);
  return bytes;
}

function withBytes(bytes: Buffer, values: readonly number[], at: number): Buffer {
  bytes.set(values, at);
  return bytes;
}

export async function editedShapefile(features: readonly Feature[], change: (parts: Map<string, Buffer>) => void): Promise<Uint8Array> {
  const { bytes } = await fileOf(features, 'shapefile');
  const unpacked = await unpack(bytes);
  if (!unpacked.ok) throw new Error(unpacked.reason.en);
  const parts = new Map(unpacked.parts);
  change(parts);
  return pack(parts, true);
}

const placemark = '<Placemark><name>&a;</name></Placemark>';

function faultyXml(): readonly FaultyFile[] {
  const kml = (head: string, body: string) => async () =>
    Buffer.from(`<?xml version="1.0"?>\n${head}\n<kml><Document>${body}</Document></kml>`);
  const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('');
  return [
    { what: 'an XXE in a KML', says: 'DOCTYPE', bytes: kml('<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]>', placemark) },
    { what: 'a billion laughs in a KML', says: 'DOCTYPE', bytes: kml(`<!DOCTYPE kml [<!ENTITY l0 "ha">${laughs}]>`, '<name>&l9;</name>') },
    { what: 'an unknown entity in a KML', says: '不是有效的 XML', bytes: kml('', placemark) },
    { what: 'a KML cut short', says: '不是有效的 XML', bytes: async () => Buffer.from('<kml><Document><Placemark>') },
    { what: 'a KML a thousand levels deep', says: '嵌套', bytes: kml('', '<Folder>'.repeat(1000)) },
    { what: 'an XML that is no KML', says: '不是 KML', bytes: async () => Buffer.from('<gpx><trk/></gpx>') },
  ];
}

function faultyTexts(features: readonly Feature[]): readonly FaultyFile[] {
  const survey = (edit: (text: string) => string) => () => editedSurvey(features, edit);
  const first = features[0]?.code ?? '';
  const second = features[1]?.code ?? '';
  const csv = (text: string) => async () => Buffer.from(text);
  return [
    { what: 'an empty file', says: '空的', bytes: async () => new Uint8Array() },
    { what: 'a GeoJSON without features', says: '空图层', bytes: csv('{"type":"FeatureCollection","features":[]}') },
    {
      what: 'a GeoJSON of points only',
      says: 'Point × 1',
      bytes: csv('{"type":"Feature","geometry":{"type":"Point","coordinates":[120,29]}}'),
    },
    {
      what: 'a GeoJSON a hundred thousand lists deep',
      says: '不是坐标数值',
      bytes: csv(`{"type":"Polygon","coordinates":[[${'['.repeat(1e5)}${']'.repeat(1e5)}]]}`),
    },
    { what: 'more than 200,000 features', says: '要素超过上限', bytes: csv(`[地块坐标]\n${'0,,,,面,,,,@\n'.repeat(200_002)}`) },
    { what: 'a JSON that is no GeoJSON', says: '不是 GeoJSON', bytes: csv('{"type":"Topology"}') },
    { what: 'a GeoJSON cut short', says: '不是有效的 JSON', bytes: csv('{"type":"FeatureCollection","features":[{') },
    {
      what: 'a text in no encoding',
      says: 'GB 18030',
      bytes: async () => Buffer.concat([Buffer.from('地块编号,x,y\n'), Buffer.from([0xff, 0xff, 0x0a])]),
    },
    { what: 'a CSV without headings', says: '表头', bytes: csv('J1,3252345.1,40512345.2\nJ2,3252346.1,40512345.2\n') },
    { what: 'a CSV with a quote that never closes', says: '引号', bytes: csv('地块编号,x,y\n"b1,3252345.1,40512345.2\n') },
    { what: 'a survey with a code twice', says: '重复', bytes: survey((text) => text.replace(`,${second},`, `,${first},`)) },
    { what: 'a survey whose count of points lies', says: '点', bytes: survey((text) => text.replace(/^J2,.*\r\n/m, '')) },
    { what: 'a survey in zone 40 that says 39', says: '带号', bytes: survey((text) => text.replace('带号=40', '带号=39')) },
    {
      what: 'a survey that mixes zones 39 and 40',
      says: '混有',
      bytes: survey((text) => text.replaceAll(/^(J\d+,2,\d+\.\d+),40/gm, '$1,39')),
    },
    { what: 'a survey in feet', says: '计量单位', bytes: survey((text) => text.replace('计量单位=米', '计量单位=英尺')) },
    { what: 'a DXF cut short', says: 'EOF', bytes: async () => Buffer.from((await fileOf(features, 'dxf')).bytes).subarray(0, -8) },
    { what: 'a DWG', says: 'DXF', bytes: async () => Buffer.from('AC1032\0\0\0\0') },
  ];
}

/** The survey text of these features with some of it changed, in GBK again. */
export async function editedSurvey(features: readonly Feature[], edit: (text: string) => string): Promise<Uint8Array> {
  const { bytes } = await fileOf(features, 'survey-txt');
  const text = edit(new TextDecoder('gb18030').decode(bytes));
  return encodeGbk(text) ?? Buffer.from(text);
}

function faultyFigures(features: readonly Feature[]): readonly FaultyFile[] {
  const geojson = (figure: string) => async () =>
    Buffer.from(`{"type":"Polygon","coordinates":[[[120,29],[${figure},29],[120.1,29.1],[120,29]]]}`);
  const csv = (figure: string) => async () =>
    Buffer.from(`地块编号,x,y\nb1,3252345.1,40512345.2\nb1,${figure},40512345.2\nb1,3252395.1,40512375.2\n`);
  const shp = (value: number) => () =>
    editedShapefile(features, (parts) => {
      const name = [...parts.keys()].find((key) => key.endsWith('.shp')) ?? '';
      const bytes = Buffer.from(parts.get(name) ?? []);
      bytes.writeDoubleLE(value, 108 + 44 + 4);
      parts.set(name, bytes);
    });
  const manyVertices = async () =>
    Buffer.concat([Buffer.from('地块编号,经度,纬度\n'), Buffer.from('b,120,29\n'.repeat(boundaryLimits.vertices + 1))]);
  const none = '不是坐标数值';
  return [
    { what: 'NaN in a GeoJSON', says: none, bytes: geojson('NaN') },
    { what: '1e308 in a GeoJSON', says: none, bytes: geojson('1e308') },
    { what: '1e999 in a GeoJSON', says: none, bytes: geojson('1e999') },
    { what: 'a text for a figure in a GeoJSON', says: none, bytes: geojson('"120"') },
    { what: 'NaN in a CSV', says: none, bytes: csv('NaN') },
    { what: 'Infinity in a CSV', says: none, bytes: csv('Infinity') },
    { what: '1e308 in a CSV', says: none, bytes: csv('1e308') },
    { what: 'a blank figure in a CSV', says: none, bytes: csv('') },
    { what: 'NaN in a .shp', says: none, bytes: shp(Number.NaN) },
    { what: '1e308 in a .shp', says: none, bytes: shp(1e308) },
    { what: '-Infinity in a .shp', says: none, bytes: shp(Number.NEGATIVE_INFINITY) },
    { what: 'more than 2,000,000 vertices', says: `${boundaryLimits.vertices}`, bytes: manyVertices },
    {
      what: 'more than 2,000,000 vertices in a GeoJSON',
      says: `${boundaryLimits.vertices}`,
      bytes: async () => Buffer.from(`[${'[1,2],'.repeat(3_100_000)}[1,2]]`),
    },
  ];
}
