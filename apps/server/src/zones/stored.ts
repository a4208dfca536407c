// Reads bodies back as they are handed in: all they have been through, so that a correction changes one fact and keeps the rest.
import { type Cell, type MissingReason, notGiven } from '@zhenghe/engine/kernel';
import type { PartIn, ZoneArea, ZoneBlock, ZonePlate } from '@zhenghe/engine/zones';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { ZoneRecord, ZoneSpan } from './record.ts';

type Measured<T> = Omit<T, 'areaKm2'> & { readonly areaKm2: string | null; readonly missing: MissingReason | null };

interface Stored {
  readonly head: Pick<ZoneRecord, 'id' | 'dataset' | 'jurisdiction' | 'point' | 'approval' | 'note' | 'source' | 'confidence'>;
  readonly life: Pick<ZoneRecord, 'from' | 'fromPrecision' | 'to' | 'industries'> & { readonly fromDocument: string | null };
  readonly spans: readonly Pick<ZoneSpan, 'from' | 'type' | 'grade' | 'label'>[];
  readonly names: ZoneRecord['names'];
  readonly plates: readonly (Omit<ZonePlate, 'to' | 'document'> & { readonly to: string | null; readonly document: string | null })[];
  readonly areas: readonly (Measured<Omit<ZoneArea, 'note'>> & { readonly note: string | null })[];
  readonly blocks: readonly (Measured<ZoneBlock> & { readonly from: string })[];
  readonly acts: readonly PartIn[];
}

export interface StoredZone {
  readonly record: ZoneRecord;
  readonly acts: readonly PartIn[];
}

/** Bodies the register holds now, by id; absent are those it does not, or no longer. */
export async function storedZones(db: Database, dataset: string, ids: readonly string[]): Promise<ReadonlyMap<string, StoredZone>> {
  const { rows } = await sql<{ stored: Stored }>`
    select json_build_object(
      'head', json_build_object('id', z.id, 'dataset', z.dataset, 'jurisdiction', z.jurisdiction, 'point', json_build_array(z.lon, z.lat),
        'approval', z.approval, 'note', z.note, 'source', z.source, 'confidence', z.confidence),
      'life', (select json_build_object('from', f.life_from, 'fromPrecision', f.from_precision, 'to', f.life_to,
          'industries', f.industries, 'fromDocument', f.from_document)
        from zone_facts f where f.zone_id = z.id and f.replaced_at is null order by f.valid_from limit 1),
      'spans', (select json_agg(json_build_object('from', f.valid_from, 'type', f.type, 'grade', f.grade, 'label', f.label)
        order by f.valid_from) from zone_facts f where f.zone_id = z.id and f.replaced_at is null),
      'names', (select json_agg(json_build_object('from', n.valid_from, 'value', n.name) order by n.valid_from)
        from zone_names n where n.zone_id = z.id and n.replaced_at is null),
      'plates', coalesce((select json_agg(json_build_object('name', p.name, 'level', p.level, 'from', p.valid_from,
          'to', p.valid_to, 'document', p.document) order by p.valid_from, p.name)
        from zone_plates p where p.zone_id = z.id and p.replaced_at is null), '[]'::json),
      'areas', coalesce((select json_agg(json_build_object('calibre', a.calibre, 'from', a.valid_from,
          'fromPrecision', a.from_precision, 'areaKm2', a.area_km2::text,
          'missing', a.missing, 'document', a.document, 'note', a.note) order by a.valid_from, a.calibre)
        from zone_areas a where a.zone_id = z.id and a.replaced_at is null), '[]'::json),
      'blocks', coalesce((select json_agg(json_strip_nulls(json_build_object('name', b.name, 'from', b.valid_from,
          'areaKm2', b.area_km2::text, 'missing', b.missing, 'east', b.east, 'south', b.south, 'west', b.west, 'north', b.north))
          order by b.ordinal)
        from zone_blocks b where b.zone_id = z.id and b.replaced_at is null), '[]'::json),
      'acts', coalesce((select json_agg(json_build_object('kind', c.kind, 'on', c.acted_on, 'side', p.side) order by c.acted_on)
        from zone_act_parties p join zone_acts c on c.id = p.act_id where p.zone_id = z.id), '[]'::json)) as stored
    from zones z
    where z.dataset = ${dataset} and z.id = any(${[...ids]})
      and exists (select from zone_facts f where f.zone_id = z.id and f.replaced_at is null)`.execute(db);
  return new Map(rows.map(({ stored }) => [stored.head.id, { record: recordOf(stored), acts: stored.acts }]));
}

function recordOf({ head, life, spans, names, plates, areas, blocks }: Stored): ZoneRecord {
  return {
    ...head,
    ...life,
    names,
    kinds: runs(spans.map(({ from, type, grade }) => ({ from, value: { type, grade } }))),
    labels: spans.some(({ label }) => label !== null) ? labelsOf(spans) : [],
    plates: plates.map(({ to, document, ...plate }) => ({
      ...plate,
      ...(to === null || to === life.to ? {} : { to }),
      ...(document === null ? {} : { document }),
    })),
    areas: areas.map(({ note, ...area }) => ({ ...measuredCell(area), ...(note === null ? {} : { note }) })),
    blocks: blocks.map(measuredCell),
  };
}

/** From the first label on; before it the body counts. */
function labelsOf(spans: Stored['spans']): ZoneRecord['labels'] {
  return runs(spans.map(({ from, label }) => ({ from, value: label }))).filter(({ value }, index) => index > 0 || value !== null);
}

/** Only where the value changes. */
function runs<T>(values: readonly { readonly from: string; readonly value: T }[]): readonly { readonly from: string; readonly value: T }[] {
  return values.filter(({ value }, index) => JSON.stringify(value) !== JSON.stringify(values[index - 1]?.value));
}

function measuredCell<T extends { readonly areaKm2?: string | null; readonly missing?: MissingReason | null }>({
  areaKm2,
  missing,
  ...rest
}: T) {
  const cell: Cell<string> = areaKm2 ?? (missing ? { missing } : notGiven);
  return { ...rest, areaKm2: cell };
}

/** Changes with every correction of these bodies, and with every new body; never comes back to what it was. */
export async function registerState(db: Database, dataset: string, ids: readonly string[]): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select md5(coalesce((select string_agg(s.zone_id || ' ' || s.latest, ',' order by s.zone_id)
        from (select f.zone_id, max(f.recorded_at)::text as latest from zone_facts f where f.zone_id = any(${[...ids]}) group by f.zone_id) s), '')
      || coalesce((select max(z.recorded_at)::text from zones z where z.dataset = ${dataset}), '')) as state`.execute(db);
  return rows[0]?.state ?? '';
}

/** Bodies whose rows were written or replaced after that moment, with the name each bears now. */
export async function changedAfter(
  db: Database,
  ids: readonly string[],
  at: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly by: string; readonly at: string }[]> {
  const { rows } = await sql<{ id: string; name: string; by: string; at: string }>`
    select distinct on (f.zone_id) f.zone_id as id, f.name, f.recorded_by as by,
      to_char(f.recorded_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as at
    from zone_facts f
    where f.zone_id = any(${[...ids]}) and (f.recorded_at > ${at}::timestamptz or f.replaced_at > ${at}::timestamptz)
    order by f.zone_id, f.recorded_at desc, f.valid_from desc`.execute(db);
  return rows;
}

/** Ids by name and place, of bodies that stand now. */
export async function namesHeld(db: Database, dataset: string, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ key: string; id: string }>`
    select f.jurisdiction || ' ' || f.name as key, f.zone_id as id from zone_facts f
    where f.dataset = ${dataset} and f.replaced_at is null and f.life_to is null and f.name = any(${[...names]})`.execute(db);
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** Bodies of these places whose first day is only on record. */
export async function withoutFirstDay(
  db: Database,
  dataset: string,
  reach: string,
): Promise<readonly { id: string; name: string; place: string }[]> {
  const { rows } = await sql<{ id: string; name: string; place: string }>`
    select distinct on (f.zone_id) f.zone_id as id, f.name, j.name as place
    from zone_facts f join jurisdictions j on j.code = f.jurisdiction
    where f.dataset = ${dataset} and f.replaced_at is null and f.from_precision = 'on-record' and starts_with(f.jurisdiction, ${reach})
    order by f.zone_id, f.valid_from desc`.execute(db);
  return rows;
}

export async function momentOf(tx: Database): Promise<string> {
  const { rows } = await sql<{ at: string }>`select now()::text as at`.execute(tx);
  return rows[0]?.at ?? '';
}
