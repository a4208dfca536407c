// The geometry of a Shapefile (.shp with its index .shx): polygons only; every offset and count is checked before it is followed.
import type { RawPosition, RawRing } from '@zhenghe/engine/boundaries';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { isCoordinate, notACoordinate } from './figure.ts';
import type { Gathering } from './gathering.ts';
import type { Pace } from './pace.ts';

const headerBytes = 100;
const polygonTypes = new Set([5, 15, 25]);
const typeNames: Readonly<Record<number, string>> = { 1: 'Point', 3: 'LineString', 8: 'MultiPoint', 11: 'PointZ', 13: 'LineStringZ' };

export interface ShpFiles {
  readonly shp: Buffer;
  readonly shx: Buffer;
  /** Name of the layer, for problems. */
  readonly part: string;
}

/** The kind of shapes: 'Polygon', or what it is instead; null when the bytes are no .shp. */
export function shapeKind(shp: Buffer): string | null {
  if (shp.length < headerBytes || shp.readInt32BE(0) !== 9994) return null;
  const type = shp.readInt32LE(32);
  return polygonTypes.has(type) ? 'Polygon' : (typeNames[type] ?? `type ${type}`);
}

/** Rings of each record in the order of the index; an empty list for a record without a shape. Problems are gathered. */
export async function readShp(files: ShpFiles, gathering: Gathering, pace: Pace): Promise<readonly (readonly RawRing[])[]> {
  const { shp, shx, part } = files;
  if (!headersFit(files, gathering)) return [];
  const records: (readonly RawRing[])[] = [];
  const count = Math.floor((shx.length - headerBytes) / 8);
  for (let index = 0; index < count; index += 1) {
    const entry = headerBytes + index * 8;
    const at = shx.readUInt32BE(entry) * 2;
    const length = shx.readUInt32BE(entry + 4) * 2;
    const fail = (reason: Bilingual, value?: string) =>
      gathering.problem({ part: `${part}.shp`, row: index + 1, ...(value === undefined ? {} : { value }) }, reason);
    if (at < headerBytes || at + 8 + length > shp.length || length < 4) fail(beyond);
    else if (shp.readUInt32BE(at + 4) * 2 !== length) fail(indexDiffers);
    else records.push(ringsOf(shp.subarray(at + 8, at + 8 + length), index + 1, { gathering, fail }));
    if (gathering.full()) return records;
    if (pace.due()) await pace.rest((0.8 * index) / count);
  }
  return records;
}

function headersFit({ shp, shx, part }: ShpFiles, gathering: Gathering): boolean {
  let fit = true;
  for (const [bytes, ending] of [
    [shp, 'shp'],
    [shx, 'shx'],
  ] as const) {
    const where = { part: `${part}.${ending}` };
    if (bytes.length < headerBytes || bytes.readInt32BE(0) !== 9994) {
      gathering.problem(where, noHeader);
      fit = false;
    } else if (bytes.readUInt32BE(24) * 2 !== bytes.length) {
      gathering.problem({ ...where, value: `${bytes.readUInt32BE(24) * 2} ≠ ${bytes.length}` }, lengthLies);
      fit = false;
    }
  }
  return fit;
}

interface RecordContext {
  readonly gathering: Gathering;
  readonly fail: (reason: Bilingual, value?: string) => void;
}

const partsAt = 44;

function ringsOf(record: Buffer, at: number, { gathering, fail }: RecordContext): readonly RawRing[] {
  const type = record.readInt32LE(0);
  if (type === 0) return [];
  if (!polygonTypes.has(type)) {
    fail(notPolygon, String(type));
    return [];
  }
  const parts = record.length < partsAt ? -1 : record.readInt32LE(36);
  const points = record.length < partsAt ? -1 : record.readInt32LE(40);
  const pointsAt = partsAt + parts * 4;
  if (parts < 0 || points < 0 || pointsAt + points * 16 > record.length) {
    fail(countsLie, `${parts}, ${points}`);
    return [];
  }
  if (!gathering.vertices(points)) return [];
  const starts = Array.from({ length: parts }, (_, index) => record.readInt32LE(partsAt + index * 4));
  if (
    starts.some(
      (start, index) => start < 0 || start >= points || (index > 0 && start <= (starts[index - 1] ?? 0)) || (index === 0 && start !== 0),
    )
  ) {
    fail(countsLie, starts.slice(0, 10).join(', '));
    return [];
  }
  return starts.map((start, index) => {
    const positions = positionsOf(
      record.subarray(pointsAt + start * 16, pointsAt + (starts[index + 1] ?? points) * 16),
      (vertex, value) => {
        gathering.problem({ row: at, column: `ring ${index + 1} vertex ${vertex + 1}`, value }, notACoordinate);
      },
    );
    // Which way a ring runs should tell a hole, but too many programs write it the wrong way: containment tells it.
    return { positions, hole: null, at };
  });
}

function positionsOf(bytes: Buffer, bad: (vertex: number, value: string) => void): readonly RawPosition[] {
  const positions: RawPosition[] = [];
  for (let at = 0; at + 16 <= bytes.length; at += 16) {
    const position: RawPosition = [bytes.readDoubleLE(at), bytes.readDoubleLE(at + 8)];
    if (isCoordinate(position[0]) && isCoordinate(position[1])) positions.push(position);
    else bad(at / 16, position.join(', '));
  }
  return positions;
}

const noHeader: Bilingual = {
  zh: '不是 Shapefile 的文件，或文件头残缺。请重新导出整套文件。',
  en: 'This is no part of a Shapefile, or its header is cut. Export the whole set again.',
};
const lengthLies: Bilingual = {
  zh: '文件头写明的长度（字节）与实际不符：文件被截断或改动过。请重新导出整套文件。',
  en: 'The length in the header (bytes) is not that of the file: it was cut or changed. Export the whole set again.',
};
const beyond: Bilingual = {
  zh: '索引（.shx）指向文件之外：.shp 被截断，或 .shx 属于另一个文件。',
  en: 'The index (.shx) points outside the file: the .shp is cut, or the .shx belongs to another one.',
};
const indexDiffers: Bilingual = {
  zh: '.shx 与 .shp 中这条记录的长度不一致，两者不是一套。',
  en: 'The .shx and the .shp give different lengths for this record; they do not belong together.',
};
const notPolygon: Bilingual = { zh: '这条记录不是面。', en: 'This record is no polygon.' };
const countsLie: Bilingual = {
  zh: '这条记录写明的环数或点数与内容不符。',
  en: 'The numbers of rings or points this record gives do not fit its content.',
};
