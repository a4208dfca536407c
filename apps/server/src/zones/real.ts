// The 91 zones of public record, read from data/zones: what the sources say and no more.
import { isDecimalText, notGiven, precisions } from '@zhenghe/engine/kernel';
import { actKinds, areaCalibres, zoneTypes } from '@zhenghe/engine/zones';
import { z } from 'zod';
import { type CsvRow, dataText, readCsv, readJurisdictions } from '../territory/index.ts';
import type { ActRecord, ZoneRecord } from './record.ts';

export const realZoneFiles = [
  'zones/zones.csv',
  'zones/zone-names.csv',
  'zones/zone-types.csv',
  'zones/zone-areas.csv',
  'zones/zone-plates.csv',
  'zones/zone-blocks.csv',
  'zones/zone-acts.csv',
] as const;

const orNull = z.string().transform((text) => (text === '' ? null : text));
const optional = z.string().transform((text) => (text === '' ? undefined : text));
const grade = z.enum(['national', 'provincial', 'local']);
const area = z.string().transform((text) => (text !== '' && isDecimalText(text) ? text : notGiven));
const dated = { zone: z.string(), from: z.iso.date() };

const zoneLine = z.object({
  id: z.string(),
  name: z.string().min(1),
  type: z.enum(zoneTypes),
  grade,
  jurisdiction: z.string(),
  from: z.iso.date(),
  from_precision: z.enum(['day', 'month', 'year', 'on-record']),
  to: orNull,
  approval: orNull,
  industries: z.string().transform((text) => (text === '' ? [] : text.split('、'))),
  note: orNull,
  source: orNull,
  confidence: z.enum(['high', 'medium', 'low']),
});
const nameLine = z.object({ ...dated, name: z.string(), to: z.iso.date() });
const typeLine = z.object({ ...dated, type: z.enum(zoneTypes), grade, to: z.iso.date() });
const areaLine = z.object({
  ...dated,
  from_precision: z.enum(precisions),
  calibre: z.enum(areaCalibres),
  area_km2: area,
  document: z.string().min(1),
  note: optional,
});
const plateLine = z.object({ ...dated, name: z.string(), level: grade, to: optional, document: optional });
const blockLine = z.object({
  ...dated,
  name: z.string(),
  area_km2: area,
  east: optional,
  south: optional,
  west: optional,
  north: optional,
});
const ids = z.string().transform((text) => (text === '' ? [] : text.split(' ')));
const actLine = z.object({
  id: z.string(),
  kind: z.enum(actKinds),
  on: z.iso.date(),
  precision: z.enum(['day', 'month', 'year']),
  paper: z.string().min(1),
  from: ids,
  to: ids,
  note: optional,
});
type ZoneLine = z.infer<typeof zoneLine>;

/** What hangs on a zone, by file. */
interface Attached {
  readonly names: readonly z.infer<typeof nameLine>[];
  readonly types: readonly z.infer<typeof typeLine>[];
  readonly areas: readonly z.infer<typeof areaLine>[];
  readonly plates: readonly z.infer<typeof plateLine>[];
  readonly blocks: readonly z.infer<typeof blockLine>[];
}

export function readRealZones(): { readonly zones: readonly ZoneRecord[]; readonly acts: readonly ActRecord[] } {
  const all: Attached = {
    names: lines('zones/zone-names.csv', nameLine),
    types: lines('zones/zone-types.csv', typeLine),
    areas: lines('zones/zone-areas.csv', areaLine),
    plates: lines('zones/zone-plates.csv', plateLine),
    blocks: lines('zones/zone-blocks.csv', blockLine),
  };
  const place = places();
  const zones = lines('zones/zones.csv', zoneLine).map((line) => recordOf(line, attachedTo(all, line.id), place(line.jurisdiction)));
  const acts = lines('zones/zone-acts.csv', actLine).map(
    ({ note, ...act }): ActRecord => ({ ...act, dataset: 'real', ...(note === undefined ? {} : { note }) }),
  );
  return { zones, acts };
}

function recordOf(line: ZoneLine, own: Attached, point: readonly [number, number]): ZoneRecord {
  const { id, jurisdiction, from, to, approval, industries, note, source, confidence } = line;
  const latest = { type: line.type, grade: line.grade };
  const names = own.names.map((former) => ({ from: former.from, value: former.name }));
  const kinds = own.types.map((former) => ({ from: former.from, value: { type: former.type, grade: former.grade } }));
  return {
    ...{ id, jurisdiction, point, from, to, approval, industries, note, source, confidence },
    dataset: 'real',
    fromPrecision: line.from_precision,
    names: [...names, { from: own.names.at(-1)?.to ?? from, value: line.name }],
    kinds: [...kinds, { from: own.types.at(-1)?.to ?? from, value: latest }],
    labels: [],
    plates: [{ name: line.name, level: line.grade, from }, ...own.plates.map(({ zone: _zone, ...plate }) => present(plate))],
    areas: own.areas.map(({ zone: _zone, area_km2, from_precision: fromPrecision, ...rest }) =>
      present({ ...rest, fromPrecision, areaKm2: area_km2 }),
    ),
    blocks: own.blocks.map(({ zone: _zone, area_km2, ...rest }) => present({ ...rest, areaKm2: area_km2 })),
  };
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same record without the columns that hold nothing. */
function present<T extends object>(row: T): Present<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Present<T>;
}

function attachedTo(all: Attached, zone: string): Attached {
  const own = <T extends { readonly zone: string }>(rows: readonly T[]): readonly T[] => rows.filter((row) => row.zone === zone);
  return { names: own(all.names), types: own(all.types), areas: own(all.areas), plates: own(all.plates), blocks: own(all.blocks) };
}

/** The point of the place, and for each further zone there a point on a small ring beside it, so that none hides another. */
function places(): (code: string) => readonly [number, number] {
  const points = new Map(readJurisdictions().map((one) => [one.code, one.point]));
  const seen = new Map<string, number>();
  return (code) => {
    const point = points.get(code);
    if (!point) throw new RangeError(`zone in an unknown place ${code}`);
    const turn = seen.get(code) ?? 0;
    seen.set(code, turn + 1);
    if (turn === 0) return point;
    const angle = (turn - 1) * (Math.PI / 3);
    return [Number((point[0] + 0.035 * Math.cos(angle)).toFixed(4)), Number((point[1] + 0.03 * Math.sin(angle)).toFixed(4))];
  };
}

function lines<T extends z.ZodType>(file: string, shape: T): readonly z.infer<T>[] {
  return readCsv(dataText(file)).map((row: CsvRow, index) => {
    const read = shape.safeParse(row);
    if (!read.success) throw new Error(`data/${file} line ${index + 2}: ${z.prettifyError(read.error)}`);
    return read.data;
  });
}
