// SQL of a single zone, of the map's points and of the acts; the list stands in list.ts, the counts in counts.ts.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { ZoneDetail, ZoneRow } from '@zhenghe/contract/zones';
import type { Cell, Day, DecimalText, MissingReason } from '@zhenghe/engine/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Database } from '../platform/database.ts';
import { findZoneRow } from './list.ts';

export type ZoneDetailView = z.infer<typeof ZoneDetail>;
export type ActView = ZoneDetailView['acts'][number];

export interface ZonePoint {
  readonly id: string;
  readonly name: string;
  readonly type: ZoneRow['type'];
  readonly grade: ZoneRow['grade'];
  readonly counted: boolean;
  readonly point: [number, number];
}

/** Bodies that exist on the day, counted or not. */
export async function listPoints(db: Database, dataset: Dataset, asOf: Day): Promise<ZonePoint[]> {
  const { rows } = await sql<{ points: ZonePoint[] | null }>`
    select json_agg(json_build_object('id', f.zone_id, 'name', f.name, 'type', f.type, 'grade', f.grade,
      'counted', f.label is null, 'point', json_build_array(z.lon, z.lat)) order by f.zone_id) as points
    from zone_facts f join zones z on z.id = f.zone_id
    where f.dataset = ${dataset} and f.replaced_at is null
      and f.valid_from <= ${asOf}::date and (f.valid_to is null or f.valid_to > ${asOf}::date)`.execute(db);
  return rows[0]?.points ?? [];
}

/** A body that counts on a day, with what the planner needs of it. */
export interface ParkOnDay {
  readonly id: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly grade: ZoneRow['grade'];
  readonly type: ZoneRow['type'];
  readonly industries: readonly string[];
  readonly areaKm2: Cell<DecimalText>;
  readonly approvedKm2: Cell<DecimalText>;
  readonly point: readonly [number, number];
}

/** Bodies that count on the day in places whose codes begin so, by id. */
export async function parksOn(
  db: Database,
  asked: { readonly dataset: Dataset; readonly day: Day; readonly within: string },
): Promise<readonly ParkOnDay[]> {
  type Row = Omit<ParkOnDay, 'areaKm2' | 'approvedKm2'> & Measured & { readonly approved: string | null };
  const { rows } = await sql<Row>`
    select f.zone_id as id, f.name, f.jurisdiction, f.grade, f.type, f.industries, f.area_km2::text as "areaKm2", f.area_missing as missing,
      (select a.area_km2::text from zone_areas a where a.zone_id = f.zone_id and a.calibre = 'approved' and a.replaced_at is null
        and a.valid_from <= ${asked.day}::date order by a.valid_from desc limit 1) as approved,
      json_build_array(z.lon, z.lat) as point
    from zone_facts f join zones z on z.id = f.zone_id
    where f.dataset = ${asked.dataset} and f.replaced_at is null and f.label is null and starts_with(f.jurisdiction, ${asked.within})
      and f.valid_from <= ${asked.day}::date and (f.valid_to is null or f.valid_to > ${asked.day}::date)
    order by f.zone_id collate "C"`.execute(db);
  return rows.map(({ approved, ...row }) => ({ ...cellRow(row), approvedKm2: approved ?? { missing: 'not-given' } }));
}

type Own = Pick<
  ZoneDetailView,
  'dataset' | 'approval' | 'fromDocument' | 'note' | 'source' | 'point' | 'names' | 'plateList' | 'blocks'
> & {
  readonly areas: readonly (Omit<ZoneDetailView['areas'][number], 'areaKm2'> & Measured)[];
  readonly blocks: readonly (Omit<ZoneDetailView['blocks'][number], 'areaKm2'> & Measured)[];
};

interface Measured {
  readonly areaKm2: string | null;
  readonly missing: MissingReason | null;
}

/** What was known of the zone on the day: later names, plates, areas and acts are not told. Null before its first day. */
export async function findZone(db: Database, id: string, asOf: Day): Promise<ZoneDetailView | null> {
  const row = await findZoneRow(db, id, asOf);
  if (!row) return null;
  const { rows } = await sql<{ own: Own }>`
    select json_build_object('dataset', z.dataset, 'approval', z.approval, 'note', z.note, 'source', z.source,
      'fromDocument', (select f.from_document from zone_facts f where f.zone_id = z.id and f.replaced_at is null order by f.valid_from limit 1),
      'point', json_build_array(z.lon, z.lat), ${parts(asOf)}) as own
    from zones z where z.id = ${id}`.execute(db);
  const own = rows[0]?.own;
  if (!own) return null;
  return {
    ...row,
    ...own,
    areas: own.areas.map(cellRow),
    blocks: own.blocks.map(cellRow),
    acts: await listActs(db, own.dataset, asOf, id),
  };
}

/** The first day of a zone, for the answer to whoever asks for an earlier one; null when there is no such zone. */
export async function findFirstDay(db: Database, id: string): Promise<{ readonly name: string; readonly from: Day } | null> {
  const { rows } = await sql<{ name: string; from: Day }>`
    select name, life_from as from from zone_facts where zone_id = ${id} and replaced_at is null order by valid_from limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Acts up to the day, oldest first; only those of one zone when `zone` is given. Parties carry the names they had then. */
export async function listActs(db: Database, dataset: Dataset, asOf: Day, zone?: string): Promise<ActView[]> {
  const own = zone === undefined ? sql`true` : sql`exists (select 1 from zone_act_parties o where o.act_id = a.id and o.zone_id = ${zone})`;
  const { rows } = await sql<{ acts: ActView[] | null }>`
    select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'on', a.acted_on, 'paper', a.paper,
      'from', ${party('from')}, 'to', ${party('to')}, 'note', a.note) order by a.acted_on, a.id) as acts
    from zone_acts a
    where a.dataset = ${dataset} and a.acted_on <= ${asOf}::date and ${own}`.execute(db);
  return rows[0]?.acts ?? [];
}

/** The names the zones bear on the day, or bore last, with their first and last days. */
export async function listLives(db: Database, ids: readonly string[], asOf: Day): Promise<ReadonlyMap<string, Life>> {
  const { rows } = await sql<Life & { id: string }>`
    select distinct on (zone_id) zone_id as id, name, life_from as from, case when life_to <= ${asOf}::date then life_to end as to
    from zone_facts
    where zone_id = any(${[...ids]}::text[]) and replaced_at is null and valid_from <= ${asOf}::date
    order by zone_id, valid_from desc`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface Life {
  readonly name: string;
  readonly from: Day;
  readonly to: Day | null;
}

function cellRow<T extends Measured>({ missing, areaKm2, ...rest }: T): Omit<T, keyof Measured> & { areaKm2: Cell<string> } {
  return { ...rest, areaKm2: areaKm2 ?? { missing: missing ?? 'not-given' } };
}

function party(side: 'from' | 'to'): RawBuilder<unknown> {
  const known = side === 'from' ? sql`n.valid_from < a.acted_on` : sql`n.valid_from <= a.acted_on`;
  return sql`coalesce((
    select json_agg(json_build_object('id', p.zone_id, 'name', (
      select n.name from zone_names n where n.zone_id = p.zone_id and n.replaced_at is null order by (${known}) desc, case when ${known} then n.valid_from end desc, n.valid_from limit 1
    )) order by p.ordinal)
    from zone_act_parties p where p.act_id = a.id and p.side = ${sql.lit(side)}), '[]'::json)`;
}

function parts(asOf: Day): RawBuilder<unknown> {
  const day = sql`${asOf}::date`;
  return sql`
    'names', coalesce((select json_agg(json_build_object('name', n.name, 'from', n.valid_from,
        'to', case when n.valid_to <= ${day} then n.valid_to end) order by n.valid_from)
      from zone_names n where n.zone_id = z.id and n.replaced_at is null and n.valid_from <= ${day}), '[]'::json),
    'plateList', coalesce((select json_agg(json_build_object('name', p.name, 'level', p.level, 'from', p.valid_from,
        'to', case when p.valid_to <= ${day} then p.valid_to end, 'document', p.document) order by p.valid_from, p.name)
      from zone_plates p where p.zone_id = z.id and p.replaced_at is null and p.valid_from <= ${day}), '[]'::json),
    'areas', coalesce((select json_agg(json_build_object('calibre', r.calibre, 'areaKm2', r.area_km2::text, 'missing', r.missing,
        'from', r.valid_from, 'fromPrecision', r.from_precision, 'document', r.document, 'note', r.note) order by r.valid_from, r.calibre)
      from zone_areas r where r.zone_id = z.id and r.replaced_at is null and r.valid_from <= ${day}), '[]'::json),
    'blocks', coalesce((select json_agg(json_build_object('name', b.name, 'areaKm2', b.area_km2::text, 'missing', b.missing,
        'east', b.east, 'south', b.south, 'west', b.west, 'north', b.north) order by b.ordinal)
      from zone_blocks b where b.zone_id = z.id and b.replaced_at is null and b.valid_from <= ${day}), '[]'::json)`;
}
