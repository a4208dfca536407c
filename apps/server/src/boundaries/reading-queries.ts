// SQL of files being read and of drafts on the table.
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { DraftRecord, Mapping, ReadingRecord } from './record.ts';

export async function insertReading(
  tx: Database,
  reading: Pick<ReadingRecord, 'id' | 'dataset' | 'jurisdiction' | 'target' | 'file' | 'on' | 'by'>,
): Promise<void> {
  const { id, dataset, jurisdiction, target, file, on, by } = reading;
  await sql`
    insert into boundary_readings (id, dataset, jurisdiction, target, file_sha256, file_name, stage, asked_on, recorded_by)
    values (${id}, ${dataset}, ${jurisdiction}, ${JSON.stringify(target)}::jsonb, ${file.sha256}, ${file.name}, 'reading', ${on}::date,
      ${JSON.stringify(by)}::jsonb)`.execute(tx);
}

export async function findReading(db: Database, id: string, hold = false): Promise<ReadingRecord | null> {
  const { rows } = await sql<ReadingRecord>`
    select r.id, r.dataset, r.jurisdiction, r.target, r.stage, r.doing, r.share, r.found, r.problems, r.crs, r.mapping, r.draft,
      r.asked_on::text as "on", r.recorded_by as by,
      json_build_object('name', r.file_name, 'size', (select f.size from source_files f where f.sha256 = r.file_sha256), 'sha256', r.file_sha256) as file
    from boundary_readings r where r.id = ${id} ${hold ? sql`for update` : sql``}`.execute(db);
  return rows[0] ?? null;
}

/** Readings that a machine has to go on with: after a restart they are queued again. */
export async function listUnderWay(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from boundary_readings where stage in ('reading', 'measuring')`.execute(db);
  return rows.map(({ id }) => id);
}

type Change = Partial<Pick<ReadingRecord, 'stage' | 'doing' | 'share' | 'found' | 'problems' | 'crs' | 'mapping' | 'draft'>>;

/** Changes a reading that still stands at that stage; false when it was cancelled or moved on meanwhile. */
export async function changeReading(db: Database, id: string, from: ReadingRecord['stage'], change: Change): Promise<boolean> {
  const json = (value: unknown) => (value === null ? null : sql`${JSON.stringify(value)}::jsonb`);
  const { doing, found, problems, crs, mapping, ...plain } = change;
  const objects = { doing, found, problems, crs, mapping };
  const set = [
    ...Object.entries(plain).map(([column, value]) => sql`${sql.id(column)} = ${value}`),
    ...Object.entries(objects).flatMap(([column, value]) => (value === undefined ? [] : [sql`${sql.id(column)} = ${json(value)}`])),
  ];
  const { numAffectedRows } = await sql`
    update boundary_readings set ${sql.join(set)} where id = ${id} and stage = ${from}`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function findMapping(db: Database, unit: string, fields: string): Promise<Mapping | null> {
  const { rows } = await sql<{
    mapping: Mapping;
  }>`select mapping from boundary_mappings where unit = ${unit} and fields = ${fields}`.execute(db);
  return rows[0]?.mapping ?? null;
}

export async function rememberMapping(tx: Database, unit: string, fields: string, mapping: Mapping): Promise<void> {
  await sql`
    insert into boundary_mappings (unit, fields, mapping) values (${unit}, ${fields}, ${JSON.stringify(mapping)}::jsonb)
    on conflict (unit, fields) do update set mapping = excluded.mapping, recorded_at = now()`.execute(tx);
}

export async function insertDraft(tx: Database, draft: DraftRecord): Promise<void> {
  const { id, revision, dataset, jurisdiction, target, file, crs, surveyGrade, features, findings, by } = draft;
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await sql`
    insert into boundary_drafts (id, revision, dataset, jurisdiction, target, file, crs, survey_grade, content, findings, recorded_by)
    values (${id}, ${revision}, ${dataset}, ${jurisdiction}, ${json(target)}::jsonb, ${json(file)}::jsonb, ${json(crs)}::jsonb,
      ${surveyGrade}, ${json(features)}::jsonb, ${json(findings)}::jsonb, ${json(by)}::jsonb)`.execute(tx);
}

/** The newest revision. */
export async function findDraft(db: Database, id: string): Promise<DraftRecord | null> {
  const { rows } = await sql<DraftRecord>`
    select id, revision, dataset, jurisdiction, target, file, crs, survey_grade as "surveyGrade", content as features, findings,
      recorded_by as by
    from boundary_drafts where id = ${id} order by revision desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Holds a draft against other writers until the transaction ends. */
export async function holdDraft(tx: Database, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`boundaries/${id}`}, 0))`.execute(tx);
}
