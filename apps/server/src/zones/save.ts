// Writes zone bodies and acts in bulk: one statement a table and a thousand bodies.
import { isMissing } from '@zhenghe/engine/kernel';
import { type RawBuilder, sql } from 'kysely';
import { deleteBatches } from '../imports/index.ts';
import type { Database } from '../platform/database.ts';
import { searchTextOf, syllablesOf } from '../territory/index.ts';
import type { ActRecord, ZoneRecord } from './record.ts';
import { spansOf } from './spans.ts';

const chunk = 1000;

/** Answers how many rows were written. Ids must be new. */
export async function insertZones(tx: Database, zones: readonly ZoneRecord[], by: string): Promise<number> {
  let written = 0;
  for (let start = 0; start < zones.length; start += chunk) {
    const part = zones.slice(start, start + chunk);
    for (const [table, rows] of tablesOf(part, by)) written += await insertRows(tx, table, rows);
  }
  return written;
}

export async function insertActs(tx: Database, acts: readonly ActRecord[], by: string): Promise<number> {
  const heads = acts.map((act) => ({
    id: act.id,
    dataset: act.dataset,
    kind: act.kind,
    acted_on: act.on,
    precision: act.precision,
    paper: act.paper,
    note: act.note ?? null,
    recorded_by: by,
  }));
  const parties = acts.flatMap((act) => [...partiesOf(act, 'from'), ...partiesOf(act, 'to')]);
  const shares = acts.flatMap((act) =>
    (act.shares ?? []).map(({ from, to, share }) => ({ dataset: act.dataset, act_id: act.id, from_zone: from, to_zone: to, share })),
  );
  return (
    (await insertRows(tx, 'zone_acts', heads)) +
    (await insertRows(tx, 'zone_act_parties', parties)) +
    (await insertRows(tx, 'zone_act_shares', shares))
  );
}

/** All rows of the data set; facts, plates, areas, blocks and parties go with their zone and act. */
export async function deleteZones(tx: Database, dataset: 'training' | 'real'): Promise<void> {
  // What was brought into the training province goes with it.
  if (dataset === 'training') await deleteBatches(tx, dataset);
  await sql`delete from zone_acts where dataset = ${dataset}`.execute(tx);
  await sql`delete from zones where dataset = ${dataset}`.execute(tx);
}

/** A body's rows anew; those that held until now are marked as replaced, never changed. Heads stay as they are. */
export async function replaceZones(tx: Database, zones: readonly ZoneRecord[], by: string): Promise<void> {
  for (let start = 0; start < zones.length; start += chunk) {
    const part = zones.slice(start, start + chunk);
    const ids = part.map(({ id }) => id);
    for (const table of factTables) await closeRows(tx, table, ids);
    for (const [table, rows] of tablesOf(part, by)) if (table !== 'zones') await insertRows(tx, table, rows);
  }
}

/** As the register said until that moment: its rows of then are written again, those since are marked as replaced. */
export async function restoreZones(tx: Database, ids: readonly string[], until: string, by: string): Promise<void> {
  for (const table of factTables) {
    await closeRows(tx, table, ids);
    const columns = await writtenColumns(tx, table);
    await sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from (select (jsonb_populate_record(null::${sql.table(table)},
        to_jsonb(t) || jsonb_build_object('recorded_at', now(), 'replaced_at', null, 'recorded_by', ${by}::text))).*
      from ${sql.table(table)} t where t.zone_id = any(${[...ids]}) and t.replaced_at = ${until}::timestamptz) r`.execute(tx);
  }
}

/** Without those the database computes. */
async function writtenColumns(tx: Database, table: string): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(tx);
  return sql.join(rows.map(({ name }) => sql.ref(name)));
}

/** Those of the bodies of which the register no longer says what was written at that moment. */
export async function changedFrom(tx: Database, ids: readonly string[], at: string): Promise<readonly string[]> {
  const changed = new Set<string>();
  for (const table of factTables) {
    const said = (when: RawBuilder<unknown>) => sql`select t.zone_id, to_jsonb(t) - 'recorded_at' - 'recorded_by' - 'replaced_at'
      from ${sql.table(table)} t where t.zone_id = any(${[...ids]}) and ${when}`;
    const now = said(sql`t.replaced_at is null`);
    const then = said(sql`t.recorded_at = ${at}::timestamptz`);
    const { rows } = await sql<{ zone_id: string }>`
      select distinct d.zone_id from ((${now} except ${then}) union all (${then} except ${now})) d`.execute(tx);
    for (const { zone_id } of rows) changed.add(zone_id);
  }
  return [...changed];
}

const factTables = ['zone_facts', 'zone_names', 'zone_plates', 'zone_areas', 'zone_blocks'] as const;

async function closeRows(tx: Database, table: (typeof factTables)[number], ids: readonly string[]): Promise<void> {
  await sql`update ${sql.table(table)} set replaced_at = now() where zone_id = any(${[...ids]}) and replaced_at is null`.execute(tx);
}

type Rows = readonly object[];
type Table =
  | 'zones'
  | 'zone_facts'
  | 'zone_names'
  | 'zone_plates'
  | 'zone_areas'
  | 'zone_blocks'
  | 'zone_acts'
  | 'zone_act_parties'
  | 'zone_act_shares';

async function insertRows(tx: Database, table: Table, rows: Rows): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
  return rows.length;
}

function tablesOf(zones: readonly ZoneRecord[], by: string): readonly (readonly [Table, Rows])[] {
  return [
    ['zones', zones.map((zone) => headRow(zone, by))],
    ['zone_facts', zones.flatMap((zone) => factRows(zone, by))],
    ['zone_names', zones.flatMap((zone) => nameRows(zone, by))],
    ['zone_plates', zones.flatMap((zone) => plateRows(zone, by))],
    ['zone_areas', zones.flatMap((zone) => areaRows(zone, by))],
    ['zone_blocks', zones.flatMap((zone) => blockRows(zone, by))],
  ];
}

function headRow(zone: ZoneRecord, by: string): object {
  const { id, dataset, jurisdiction, approval, note, source, confidence } = zone;
  const [lon, lat] = zone.point;
  return { id, dataset, jurisdiction, lon, lat, approval, note, source, confidence, recorded_by: by };
}

function factRows(zone: ZoneRecord, by: string): Rows {
  const search = searchTextOf([...zone.names.map((name) => name.value), ...zone.plates.map((plate) => plate.name)]);
  return spansOf(zone).map((span) => ({
    dataset: zone.dataset,
    zone_id: zone.id,
    valid_from: span.from,
    valid_to: span.to,
    recorded_by: by,
    name: span.name,
    type: span.type,
    grade: span.grade,
    label: span.label,
    jurisdiction: zone.jurisdiction,
    city: `${zone.jurisdiction.slice(0, 4)}00`,
    industries: zone.industries,
    plates: span.plates,
    area_km2: isMissing(span.area) ? null : span.area,
    area_missing: isMissing(span.area) ? span.area.missing : null,
    area_calibre: span.calibre,
    life_from: zone.from,
    from_precision: zone.fromPrecision,
    from_document: zone.fromDocument ?? null,
    life_to: zone.to,
    ends: span.ends,
    spelling: syllablesOf(span.name).join(' '),
    search,
  }));
}

function nameRows(zone: ZoneRecord, by: string): Rows {
  return zone.names.map((name, index) => ({
    dataset: zone.dataset,
    zone_id: zone.id,
    name: name.value,
    valid_from: name.from,
    valid_to: zone.names[index + 1]?.from ?? zone.to,
    recorded_by: by,
  }));
}

function plateRows(zone: ZoneRecord, by: string): Rows {
  return zone.plates.map((plate) => ({
    dataset: zone.dataset,
    zone_id: zone.id,
    name: plate.name,
    level: plate.level,
    valid_from: plate.from,
    valid_to: plate.to ?? zone.to,
    document: plate.document ?? null,
    recorded_by: by,
  }));
}

function areaRows(zone: ZoneRecord, by: string): Rows {
  return zone.areas.map((area) => ({
    dataset: zone.dataset,
    zone_id: zone.id,
    calibre: area.calibre,
    valid_from: area.from,
    from_precision: area.fromPrecision ?? 'day',
    area_km2: isMissing(area.areaKm2) ? null : area.areaKm2,
    missing: isMissing(area.areaKm2) ? area.areaKm2.missing : null,
    document: area.document,
    note: area.note ?? null,
    recorded_by: by,
  }));
}

function blockRows(zone: ZoneRecord, by: string): Rows {
  return zone.blocks.map((block, ordinal) => ({
    dataset: zone.dataset,
    zone_id: zone.id,
    name: block.name,
    valid_from: block.from,
    valid_to: zone.to,
    area_km2: isMissing(block.areaKm2) ? null : block.areaKm2,
    missing: isMissing(block.areaKm2) ? block.areaKm2.missing : null,
    east: block.east ?? null,
    south: block.south ?? null,
    west: block.west ?? null,
    north: block.north ?? null,
    ordinal,
    recorded_by: by,
  }));
}

function partiesOf(act: ActRecord, side: 'from' | 'to'): Rows {
  return act[side].map((zone_id, ordinal) => ({ dataset: act.dataset, zone_id, act_id: act.id, side, ordinal }));
}
