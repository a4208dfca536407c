// A zipped Shapefile: .shp, .shx, .dbf in UTF-8 with its .cpg, and the .prj as ESRI writes it.
import type { Feature } from '@zhenghe/engine/boundaries';
import { pack } from '../kernel/index.ts';
import { datasetField, trainingMark } from './fields.ts';
import { clockwise, codeField, eastFirstOf, fieldsOf, figuresOf, nameField, type Outgoing, type WritableCrs } from './outgoing.ts';

export function writeShapefile(out: Outgoing): Uint8Array {
  const layer = out.training ? `${trainingMark}_boundaries` : 'boundaries';
  const system = eastFirstOf(out.system);
  const { shp, shx } = geometryOf(out.features, figuresOf(system));
  const parts: readonly (readonly [string, Buffer])[] = [
    ['shp', shp],
    ['shx', shx],
    ['dbf', tableOf(out.features, out.training)],
    ['prj', Buffer.from(prjOf(system))],
    ['cpg', Buffer.from('UTF-8')],
  ];
  return pack(new Map(parts.map(([ending, bytes]) => [`${layer}.${ending}`, bytes])), true);
}

/** ESRI's WKT, by the names its programs know. */
export function prjOf(system: WritableCrs): string {
  const [name, datum, spheroid] =
    system.datum === 'wgs84'
      ? ['GCS_WGS_1984', 'D_WGS_1984', 'SPHEROID["WGS_1984",6378137.0,298.257223563]']
      : ['GCS_China_Geodetic_Coordinate_System_2000', 'D_China_2000', 'SPHEROID["CGCS2000",6378137.0,298.257222101]'];
  const base = `GEOGCS["${name}",DATUM["${datum}",${spheroid}],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;
  if (system.kind === 'geographic') return base;
  const { width, meridian, numbered } = system;
  const zone = width === 3 ? Math.round(meridian / 3) : Math.round((meridian + 3) / 6);
  const title = `CGCS2000_${width === 3 ? '3_Degree_' : ''}GK_${numbered ? `Zone_${zone}` : `CM_${meridian}E`}`;
  const easting = 500_000 + (numbered ? zone * 1_000_000 : 0);
  const parameter = (key: string, value: number) => `PARAMETER["${key}",${Number.isInteger(value) ? value.toFixed(1) : value}]`;
  return (
    `PROJCS["${title}",${base},PROJECTION["Gauss_Kruger"],${parameter('False_Easting', easting)},${parameter('False_Northing', 0)},` +
    `${parameter('Central_Meridian', meridian)},${parameter('Scale_Factor', 1)},${parameter('Latitude_Of_Origin', 0)},UNIT["Meter",1.0]]`
  );
}

const polygonType = 5;
type Points = readonly (readonly [number, number])[];

function geometryOf(features: readonly Feature[], figures: ReturnType<typeof figuresOf>): { readonly shp: Buffer; readonly shx: Buffer } {
  const rings = features.map(({ shape }) =>
    shape.flat().map((ring) =>
      clockwise(ring).map((position): [number, number] => {
        const [x, y] = figures(position);
        return [Number(x), Number(y)];
      }),
    ),
  );
  const records = rings.map(recordOf);
  const index = Buffer.alloc(records.length * 8);
  const parts: Buffer[] = [];
  let at = 100;
  for (const [row, record] of records.entries()) {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(row + 1, 0);
    head.writeUInt32BE(record.length / 2, 4);
    index.writeUInt32BE(at / 2, row * 8);
    index.writeUInt32BE(record.length / 2, row * 8 + 4);
    parts.push(head, record);
    at += 8 + record.length;
  }
  const box = boxOf(rings.flat());
  return { shp: Buffer.concat([headerOf(at, box), ...parts]), shx: Buffer.concat([headerOf(100 + index.length, box), index]) };
}

function headerOf(length: number, box: readonly number[]): Buffer {
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeUInt32BE(length / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(polygonType, 32);
  for (const [index, value] of box.entries()) header.writeDoubleLE(value, 36 + index * 8);
  return header;
}

function recordOf(rings: readonly Points[]): Buffer {
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  const record = Buffer.alloc(44 + rings.length * 4 + points * 16);
  record.writeInt32LE(polygonType, 0);
  for (const [index, value] of boxOf(rings).entries()) record.writeDoubleLE(value, 4 + index * 8);
  record.writeInt32LE(rings.length, 36);
  record.writeInt32LE(points, 40);
  let start = 0;
  let at = 44 + rings.length * 4;
  for (const [index, ring] of rings.entries()) {
    record.writeInt32LE(start, 44 + index * 4);
    start += ring.length;
    for (const [x, y] of ring) {
      record.writeDoubleLE(x, at);
      record.writeDoubleLE(y, at + 8);
      at += 16;
    }
  }
  return record;
}

function boxOf(rings: readonly Points[]): readonly [number, number, number, number] {
  let [west, south, east, north] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
  }
  return west <= east ? [west, south, east, north] : [0, 0, 0, 0];
}

const asciiNames: Readonly<Record<string, string>> = { [codeField]: 'CODE', [nameField]: 'NAME', [datasetField]: 'DATASET' };
const longestName = 10;
/** A .dbf has no longer text; what is longer ends in …, and is whole in every other format. */
const longestText = 254;

function tableOf(features: readonly Feature[], training: boolean): Buffer {
  const rows = features.map((feature) => new Map(fieldsOf(feature, training)));
  const keys = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const names = dbfNames(keys);
  const columns = keys.map((key, index) => {
    const texts = rows.map((row) => cut(row.get(key) ?? '', longestText, '…'));
    return { name: names[index] ?? Buffer.alloc(0), texts, width: Math.max(1, ...texts.map((text) => text.length)) };
  });
  const recordLength = 1 + columns.reduce((sum, { width }) => sum + width, 0);
  const header = Buffer.alloc(32 + columns.length * 32 + 1);
  // A fixed day, as the header must have one: the same features give the same bytes.
  header.set([0x03, 80, 1, 1], 0);
  header.writeUInt32LE(features.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(recordLength, 10);
  for (const [index, { name, width }] of columns.entries()) {
    header.set(name, 32 + index * 32);
    header.set([0x43], 32 + index * 32 + 11);
    header.set([width], 32 + index * 32 + 16);
  }
  header.set([0x0d], header.length - 1);
  const records = rows.map((_, row) => {
    const record = Buffer.alloc(recordLength, 0x20);
    let at = 1;
    for (const { texts, width } of columns) {
      record.set(texts[row] ?? [], at);
      at += width;
    }
    return record;
  });
  return Buffer.concat([header, ...records, Buffer.from([0x1a])]);
}

/** At most ten bytes, each once. */
function dbfNames(keys: readonly string[]): readonly Buffer[] {
  const used = new Set<string>();
  return keys.map((key) => {
    let name = cut(asciiNames[key] ?? key, longestName, '').toString();
    for (let number = 1; used.has(name.toLowerCase()); number += 1) {
      name = `${cut(key, longestName - String(number).length, '')}${number}`;
    }
    used.add(name.toLowerCase());
    return Buffer.from(name);
  });
}

/** UTF-8 of at most so many bytes, never half a character. */
function cut(text: string, bytes: number, end: string): Buffer {
  const whole = Buffer.from(text);
  if (whole.length <= bytes) return whole;
  let kept = '';
  for (const letter of text) {
    if (Buffer.byteLength(kept + letter + end) > bytes) break;
    kept += letter;
  }
  return Buffer.from(kept + end);
}
