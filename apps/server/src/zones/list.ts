// The list of zones as of a day: search, filters and sorts, one query a page. Sorts and states come from closed maps, never from a caller's text.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { ZoneRow, zoneSorts } from '@zhenghe/contract/zones';
import type { Day, MissingReason } from '@zhenghe/engine/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import { plain } from '../territory/index.ts';

export interface ZoneQuery {
  readonly dataset: Dataset;
  readonly asOf: Day;
  readonly query?: string | undefined;
  readonly type?: ZoneRow['type'] | undefined;
  readonly grade?: ZoneRow['grade'] | undefined;
  readonly jurisdiction?: string | undefined;
  readonly status: 'counted' | 'uncounted' | 'gone' | 'all';
  readonly sort: (typeof zoneSorts)[number];
  readonly descending: boolean;
}

export interface ZonePage {
  readonly rows: ZoneRow[];
  readonly total: number;
}

/** Every row of the list has this shape; `areaKm2` says why where there is none. */
interface ListedRow extends Omit<ZoneRow, 'areaKm2'> {
  readonly areaKm2: string | null;
  readonly areaMissing: MissingReason | null;
}

const gradeOrder = sql`case f.grade when 'national' then 0 when 'provincial' then 1 else 2 end`;

const sorts: Readonly<Record<ZoneQuery['sort'], RawBuilder<unknown>>> = {
  name: sql`f.spelling`,
  type: sql`f.type`,
  grade: gradeOrder,
  jurisdiction: sql`f.jurisdiction`,
  area: sql`f.area_km2`,
  plates: sql`f.plates`,
  from: sql`f.life_from`,
};

/** Each order is an index of its own; ties are in the order of pinyin, then of ids, and turn round with the rest. */
export async function listZones(
  db: Database,
  query: ZoneQuery,
  page: { readonly limit: number; readonly offset: number },
): Promise<ZonePage> {
  // A search has to read every text once, so it does so for the count and the page together, and keeps of each hit only what orders
  // it; without one each has its own index. The rows of the page are fetched by where they lie, within this one statement.
  const searched = wordsOf(query) !== '';
  const matching = sql`zone_facts f where ${conditions(query)}`;
  const ordered = searched
    ? sql`select f.at from hit f order by ${orderOf(query, sql`f.key`)}`
    : sql`select f.ctid as at from ${matching} order by ${orderOf(query, sorts[query.sort])}`;
  const { rows } = await sql<{ total: number; rows: readonly ListedRow[] }>`
    ${searched ? sql`with hit as materialized (select f.ctid as at, ${sorts[query.sort]} as key, f.spelling, f.zone_id from ${matching})` : sql``}
    select (select count(*) from ${searched ? sql`hit` : matching})::int as total,
      coalesce((select json_agg(json_build_object(${columns(query.asOf)}) order by s.place)
        from (select s.at, row_number() over () as place from (${ordered} limit ${page.limit} offset ${page.offset}) s) s
        join zone_facts f on f.ctid = s.at
        join zones z on z.id = f.zone_id
        join jurisdictions c on c.code = f.city
        left join jurisdictions j on j.code = f.jurisdiction and j.level = 'county'), '[]'::json) as rows`.execute(db);
  return { total: rows[0]?.total ?? 0, rows: (rows[0]?.rows ?? []).map(rowOf) };
}

function orderOf({ sort, descending }: ZoneQuery, key: RawBuilder<unknown>): RawBuilder<unknown> {
  if (!descending) return sql`${key}, f.spelling, f.zone_id`;
  // Only an area can be missing: it stays at the end in either direction.
  return sql`${key} desc ${sort === 'area' ? sql`nulls last` : sql``}, f.spelling desc, f.zone_id desc`;
}

/** One zone as the list would show it on the day, ended or not; null before its first day. */
export async function findZoneRow(db: Database, id: string, asOf: Day): Promise<ZoneRow | null> {
  const { rows } = await sql<{ row: ListedRow }>`
    select json_build_object(${columns(asOf)}) as row
    from zone_facts f
    join zones z on z.id = f.zone_id
    join jurisdictions c on c.code = f.city
    left join jurisdictions j on j.code = f.jurisdiction and j.level = 'county'
    where f.zone_id = ${id} and f.replaced_at is null and f.valid_from <= ${asOf}::date
    order by f.valid_from desc limit 1`.execute(db);
  return rows[0] ? rowOf(rows[0].row) : null;
}

function columns(asOf: Day): RawBuilder<unknown> {
  return sql`'id', f.zone_id, 'name', f.name, 'type', f.type, 'grade', f.grade, 'city', c.name, 'county', j.name,
    'jurisdiction', f.jurisdiction, 'plates', f.plates, 'areaKm2', f.area_km2::text, 'areaMissing', f.area_missing,
    'areaCalibre', f.area_calibre, 'industries', f.industries, 'label', f.label, 'from', f.life_from,
    'fromPrecision', f.from_precision, 'to', case when f.life_to <= ${asOf}::date then f.life_to end, 'confidence', z.confidence`;
}

function rowOf({ areaMissing, areaKm2, ...row }: ListedRow): ZoneRow {
  return { ...row, areaKm2: areaKm2 ?? { missing: areaMissing ?? 'not-given' } };
}

function wordsOf({ query }: ZoneQuery): string {
  return query ? plain(query) : '';
}

function conditions(query: ZoneQuery): RawBuilder<unknown> {
  const { asOf, dataset } = query;
  const words = wordsOf(query);
  const parts = [
    sql`f.dataset = ${dataset}`,
    sql`f.replaced_at is null`,
    states[query.status](asOf),
    ...(words === '' ? [] : [sql`f.search like ${`%${words.replaceAll(/[\\%_]/g, '\\$&')}%`}`]),
    ...(query.type ? [sql`f.type = ${query.type}`] : []),
    ...(query.grade ? [sql`f.grade = ${query.grade}`] : []),
    ...(query.jurisdiction ? [within(query.jurisdiction)] : []),
  ];
  return sql.join(parts, sql` and `);
}

const alive = (asOf: Day): RawBuilder<unknown> => sql`f.valid_from <= ${asOf}::date and f.until > ${asOf}::date`;
const gone = (asOf: Day): RawBuilder<unknown> => sql`f.ends and f.valid_to <= ${asOf}::date`;

const states: Readonly<Record<ZoneQuery['status'], (asOf: Day) => RawBuilder<unknown>>> = {
  counted: (asOf) => sql`${alive(asOf)} and f.label is null`,
  uncounted: (asOf) => sql`${alive(asOf)} and f.label is not null`,
  gone,
  all: (asOf) => sql`f.valid_from <= ${asOf}::date and (f.until > ${asOf}::date or f.ends)`,
};

/** A city takes in its counties, the province everything. */
function within(code: string): RawBuilder<unknown> {
  if (code.endsWith('0000')) return sql`true`;
  return code.endsWith('00') ? sql`f.city = ${code}` : sql`f.jurisdiction = ${code}`;
}
