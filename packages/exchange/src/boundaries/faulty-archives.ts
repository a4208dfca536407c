// Shapefiles and zips that are refused, each with what is wrong with it: half sent, cut short, lying about their sizes, or an attack.
import type { Feature } from '@zhenghe/engine/boundaries';
import { pack } from '../kernel/index.ts';
import { zipBounds } from './limits.ts';
import { editedShapefile, type FaultyFile } from './training-file.ts';

export function faultyArchives(features: readonly Feature[]): readonly FaultyFile[] {
  return [...faultyZips(features), ...halfShapefiles(features), ...lyingShapefiles(features)].map((file) => ({ ...file, ending: '.zip' }));
}

type Zipped = Omit<FaultyFile, 'ending'>;

function faultyZips(features: readonly Feature[]): readonly Zipped[] {
  const bomb = async () => pack(new Map([['x.shp', Buffer.alloc(zipBounds.ratioFloorBytes + 1)]]), true);
  const climbing = async () => pack(new Map([['../../a.shp', Buffer.from('x')]]), false);
  const half = async () => (await editedShapefile(features, () => {})).subarray(0, 300);
  const other = async () => pack(new Map([['a.docx', Buffer.from('x')]]), false);
  return [
    { what: 'a zip bomb', zh: '压缩炸弹', says: '压缩炸弹', bytes: bomb, testsOnly: true },
    { what: 'a zip with a path that climbs', zh: '压缩包路径指向包外', says: '指向包外', bytes: climbing, testsOnly: true },
    { what: 'a zip cut in half', zh: '压缩包只有一半', says: '已损坏', bytes: half },
    { what: 'a zip of something else', zh: '压缩包里不是边界', says: '没有 Shapefile', bytes: other },
  ];
}

function halfShapefiles(features: readonly Feature[]): readonly Zipped[] {
  const without = (ending: string) => () =>
    editedShapefile(features, (parts) => {
      parts.delete(partOf(parts, ending));
    });
  const edited = editorOf(features);
  const cut = (bytes: Buffer) => bytes.subarray(0, bytes.length - 40);
  return [
    { what: 'a Shapefile without its .shx', zh: 'Shapefile 缺 shx', says: '.shx', bytes: without('.shx') },
    { what: 'a Shapefile without its .dbf', zh: 'Shapefile 缺 dbf', says: '.dbf', bytes: without('.dbf') },
    { what: 'a Shapefile without its .shp', zh: 'Shapefile 缺 shp', says: '.shp', bytes: without('.shp') },
    { what: 'a .shp cut short', zh: 'shp 不完整', says: '长度', bytes: edited('.shp', cut) },
    { what: 'a .dbf cut short', zh: 'dbf 不完整', says: '截断', bytes: edited('.dbf', cut) },
    {
      ...{ what: 'a .dbf with fewer records than shapes', zh: 'dbf 记录比图形少', says: '记录数不同' },
      bytes: edited('.dbf', (bytes) => withInt(bytes, 1, 4)),
    },
    { what: 'a Shapefile in UTM', zh: 'Shapefile 用 UTM 坐标', says: 'UTM', bytes: edited('.prj', () => Buffer.from(utm)) },
    {
      ...{ what: 'a .dbf in no encoding', zh: 'dbf 编码无法辨认', says: 'GB 18030' },
      bytes: edited('.dbf', (bytes) => withBytes(bytes, [0xff, 0xff, 0x20], bytes.indexOf(features[0]?.name.charAt(0) ?? ''))),
    },
  ];
}

/** Byte of the first record's first part: after the file's head and the record's. */
const record = 108;

function lyingShapefiles(features: readonly Feature[]): readonly Zipped[] {
  const edited = editorOf(features);
  const counts = (value: number, at: number) => edited('.shp', (bytes) => withInt(bytes, value, record + at));
  const figure = (value: number) =>
    edited('.shp', (bytes) => {
      bytes.writeDoubleLE(value, record + 44 + 4);
      return bytes;
    });
  const none = '不是坐标数值';
  return [
    { what: 'a .shp whose count of points lies', zh: 'shp 点数不实', says: '环数或点数', bytes: counts(1_000_000_000, 40) },
    { what: 'a .shp whose count of rings lies', zh: 'shp 环数不实', says: '环数或点数', bytes: counts(-5, 36) },
    { what: 'NaN in a .shp', zh: 'shp 含 NaN', says: none, bytes: figure(Number.NaN) },
    { what: '1e308 in a .shp', zh: 'shp 含 1e308', says: none, bytes: figure(1e308) },
    { what: '-Infinity in a .shp', zh: 'shp 含负无穷', says: none, bytes: figure(Number.NEGATIVE_INFINITY) },
  ];
}

function editorOf(features: readonly Feature[]) {
  return (ending: string, edit: (bytes: Buffer) => Buffer) => () =>
    editedShapefile(features, (parts) => {
      const name = partOf(parts, ending);
      parts.set(name, edit(Buffer.from(parts.get(name) ?? [])));
    });
}

function partOf(parts: ReadonlyMap<string, Buffer>, ending: string): string {
  return [...parts.keys()].find((name) => name.endsWith(ending)) ?? '';
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
