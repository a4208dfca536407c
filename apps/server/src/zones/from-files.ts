// The same list without a database: the shipped records, filtered and sorted as list.ts does it in SQL. For the command line.
import type { ZoneRow } from '@zhenghe/contract/zones';
import { type Day, Decimal, isMissing } from '@zhenghe/engine/kernel';
import { plain, readJurisdictions, searchTextOf, syllablesOf } from '../territory/index.ts';
import type { ZoneQuery } from './list.ts';
import type { ZoneRecord, ZoneSpan } from './record.ts';
import { spansOf } from './spans.ts';

const gradeOrder: readonly string[] = ['national', 'provincial', 'local'];

/** What decides the order of two rows; null comes last in either direction. */
type Key = string | number | Decimal | null;

const keys: Readonly<Record<ZoneQuery['sort'], (row: ZoneRow) => Key>> = {
  name: (row) => spelling(row.name),
  type: (row) => row.type,
  grade: (row) => gradeOrder.indexOf(row.grade),
  jurisdiction: (row) => row.jurisdiction,
  area: (row) => (isMissing(row.areaKm2) ? null : new Decimal(row.areaKm2)),
  plates: (row) => row.plates,
  from: (row) => row.from,
};

/** All rows that the list would show over its pages. */
export function rowsFromRecords(records: readonly ZoneRecord[], query: Omit<ZoneQuery, 'dataset'>): readonly ZoneRow[] {
  const nameOf = new Map(readJurisdictions().map((place) => [place.code, place.name]));
  const words = query.query ? plain(query.query) : '';
  const rows = records.filter((zone) => words === '' || searchOf(zone).includes(words)).flatMap((zone) => rowsOf(zone, query, nameOf));
  const matching = rows.filter((row) => matches(row, query));
  const sorted = matching.map((row) => ({ row, key: keys[query.sort](row), tie: tieOf(row) }));
  const turn = query.descending ? -1 : 1;
  sorted.sort((a, b) => ordered(a.key, b.key, query.descending) || turn * compare(a.tie, b.tie));
  return sorted.map(({ row }) => row);
}

/** The row of one zone on the day: as it is, or as it last was; null before its first day. */
export function rowOnDay(zone: ZoneRecord, asOf: Day): ZoneRow | null {
  const nameOf = new Map(readJurisdictions().map((place) => [place.code, place.name]));
  const span = spansOf(zone).findLast((one) => one.from <= asOf);
  return span ? rowOf(zone, span, asOf, nameOf) : null;
}

function rowsOf(zone: ZoneRecord, query: Pick<ZoneQuery, 'asOf' | 'status'>, names: ReadonlyMap<string, string>): readonly ZoneRow[] {
  const { asOf, status } = query;
  const spans = spansOf(zone).filter((span) => {
    const alive = span.from <= asOf && (span.to === null || span.to > asOf);
    const gone = span.ends && span.to !== null && span.to <= asOf;
    if (status === 'gone') return gone;
    if (status === 'all') return alive || gone;
    return alive && (span.label === null) === (status === 'counted');
  });
  return spans.map((span) => rowOf(zone, span, asOf, names));
}

function rowOf(zone: ZoneRecord, span: ZoneSpan, asOf: Day, names: ReadonlyMap<string, string>): ZoneRow {
  const county = !zone.jurisdiction.endsWith('00');
  return {
    id: zone.id,
    name: span.name,
    type: span.type,
    grade: span.grade,
    city: names.get(`${zone.jurisdiction.slice(0, 4)}00`) ?? '',
    county: county ? (names.get(zone.jurisdiction) ?? null) : null,
    jurisdiction: zone.jurisdiction,
    plates: span.plates,
    areaKm2: span.area,
    areaCalibre: span.calibre,
    industries: [...zone.industries],
    label: span.label,
    from: zone.from,
    fromPrecision: zone.fromPrecision,
    to: zone.to !== null && zone.to <= asOf ? zone.to : null,
    confidence: zone.confidence,
  };
}

function matches(row: ZoneRow, { type, grade, jurisdiction: code }: Omit<ZoneQuery, 'dataset'>): boolean {
  if (type && row.type !== type) return false;
  if (grade && row.grade !== grade) return false;
  if (!code || code.endsWith('0000')) return true;
  return code.endsWith('00') ? row.jurisdiction.startsWith(code.slice(0, 4)) : row.jurisdiction === code;
}

function searchOf(zone: ZoneRecord): string {
  return searchTextOf([...zone.names.map((name) => name.value), ...zone.plates.map((plate) => plate.name)]);
}

function spelling(name: string): string {
  return syllablesOf(name).join(' ');
}

function tieOf(row: ZoneRow): string {
  return `${spelling(row.name)}\u0000${row.id}`;
}

function ordered(a: Key, b: Key, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = a instanceof Decimal && b instanceof Decimal ? a.comparedTo(b) : compare(String(a), String(b), typeof a === 'number');
  return descending ? -order : order;
}

function compare(a: string, b: string, numeric = false): number {
  if (a === b) return 0;
  return (numeric ? Number(a) < Number(b) : a < b) ? -1 : 1;
}
