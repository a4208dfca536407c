// All SQL of boundaries. Sets, layers and drafts are only added; readings are work under way.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Feature, FeatureSet, BoundaryReport as Report } from '@zhenghe/engine/boundaries';
import type { Day } from '@zhenghe/engine/kernel';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import { areaSum, type Carried, type LayerRecord, type NewLayer, type NewSet, setHash, setOf } from './record.ts';

/** Answers the set's hash; the same content again is no new row. */
export async function keepSet(tx: Database, set: NewSet): Promise<string> {
  const { dataset, jurisdiction, features, surveyGrade, source, by } = set;
  const sha256 = setHash(features);
  await sql`
    insert into boundary_sets (sha256, dataset, jurisdiction, content, features, area, survey_grade, source_sha256, recorded_by)
    values (${sha256}, ${dataset}, ${jurisdiction}, ${JSON.stringify(setOf(features))}::jsonb, ${features.length}, ${areaSum(features)},
      ${surveyGrade}, ${source}, ${JSON.stringify(by)}::jsonb)
    on conflict (sha256) do nothing`.execute(tx);
  return sha256;
}

export async function findSet(db: Database, sha256: string): Promise<(Carried & { readonly features: readonly Feature[] }) | null> {
  const { rows } = await sql<{ content: FeatureSet; surveyGrade: boolean }>`
    select content, survey_grade as "surveyGrade" from boundary_sets where sha256 = ${sha256}`.execute(db);
  const row = rows[0];
  return row ? { sha256, surveyGrade: row.surveyGrade, features: row.content.features } : null;
}

/** Features by the hash of their set; a set that is gone or not open to the caller is left out. */
export async function listFeatures(db: Database, sets: readonly string[]): Promise<ReadonlyMap<string, readonly Feature[]>> {
  if (sets.length === 0) return new Map();
  const { rows } = await sql<{ sha256: string; content: FeatureSet }>`
    select sha256, content from boundary_sets where sha256 = any(${sets})`.execute(db);
  return new Map(rows.map(({ sha256, content }) => [sha256, content.features]));
}

/** Whether a set is there and open to the caller, without reading its shapes. */
export async function hasSet(db: Database, sha256: string): Promise<boolean> {
  const { rows } = await sql`select 1 from boundary_sets where sha256 = ${sha256}`.execute(db);
  return rows.length > 0;
}

export async function insertLayer(tx: Database, layer: NewLayer): Promise<void> {
  const { id, dataset, kind, jurisdiction, title, owner, source, validFrom, set, by } = layer;
  await sql`
    insert into boundary_layers (id, dataset, kind, jurisdiction, title, owner, source, valid_from, set_sha256, recorded_by)
    values (${id}, ${dataset}, ${kind}, ${jurisdiction}, ${JSON.stringify(title)}::jsonb, ${JSON.stringify(owner)}::jsonb, ${source},
      ${validFrom}::date, ${set}, ${JSON.stringify(by)}::jsonb)`.execute(tx);
}

export interface LayerLine extends Omit<LayerRecord, 'features'> {
  readonly count: number;
  readonly area: string;
}

const lines = sql`
  select l.id, l.dataset, l.kind, l.jurisdiction, l.title, l.owner, l.source, l.valid_from::text as "validFrom",
    (select min(n.valid_from)::text from boundary_layers n where n.dataset = l.dataset and n.kind = l.kind
      and n.jurisdiction = l.jurisdiction and n.valid_from > l.valid_from) as "validTo",
    l.set_sha256 as sha256, s.features as count, s.area::text as area, l.recorded_at as "recordedAt"
  from boundary_layers l join boundary_sets s on s.sha256 = l.set_sha256`;

/** In force on a day, for a place: its own and those of the places above and below it. */
export async function listLayers(
  db: Database,
  asked: { dataset: Dataset; on: Day; jurisdiction?: string | undefined },
): Promise<readonly LayerLine[]> {
  const place = asked.jurisdiction ?? '330000';
  const below = place.replace(/(00){1,2}$/, '');
  const { rows } = await sql<LayerLine>`
    select * from (
      select distinct on (t.kind, t.jurisdiction) t.* from (${lines}) t
      where t.dataset = ${asked.dataset} and t."validFrom"::date <= ${asked.on}::date
        and (starts_with(t.jurisdiction, ${below}) or starts_with(${place}, rtrim(t.jurisdiction, '0')))
      order by t.kind, t.jurisdiction, t."validFrom" desc, t."recordedAt" desc, t.id) newest
    order by kind, jurisdiction`.execute(db);
  return rows;
}

/** The day from which the newest version of one kind of layer of a place is in force; null before any. */
export async function newestLayerDay(db: Database, asked: { dataset: Dataset; kind: string; jurisdiction: string }): Promise<Day | null> {
  const { rows } = await sql<{ day: Day | null }>`
    select max(valid_from)::text as day from boundary_layers
    where dataset = ${asked.dataset} and kind = ${asked.kind} and jurisdiction = ${asked.jurisdiction}`.execute(db);
  return rows[0]?.day ?? null;
}

export async function findLayer(db: Database, id: string): Promise<(LayerLine & { readonly features: readonly Feature[] }) | null> {
  const { rows } = await sql<LayerLine>`select * from (${lines}) t where t.id = ${id}`.execute(db);
  const line = rows[0];
  const set = line && (await findSet(db, line.sha256));
  return line && set ? { ...line, features: set.features } : null;
}

/** Layers with their features, in one query: what a check needs once it has to be made. */
export async function withFeatures(db: Database, lines: readonly LayerLine[]): Promise<readonly LayerRecord[]> {
  const sets = await listFeatures(
    db,
    lines.map(({ sha256 }) => sha256),
  );
  return lines.flatMap(({ id, kind, title, jurisdiction, dataset, owner, source, validFrom, validTo, sha256 }) => {
    const features = sets.get(sha256);
    return features ? [{ id, kind, title, jurisdiction, dataset, owner, source, validFrom, validTo, sha256, features }] : [];
  });
}

export async function findReport(db: Database, key: string): Promise<Report | null> {
  const { rows } = await sql<{ report: Report }>`select report from boundary_reports where key = ${key}`.execute(db);
  return rows[0]?.report ?? null;
}

export async function keepReport(
  db: Database,
  row: { key: string; dataset: Dataset; jurisdiction: string; report: Report },
): Promise<void> {
  await sql`
    insert into boundary_reports (key, dataset, jurisdiction, report)
    values (${row.key}, ${row.dataset}, ${row.jurisdiction}, ${JSON.stringify(row.report)}::jsonb)
    on conflict (key) do nothing`.execute(db);
}

/** All training layers, sets, readings and drafts; call it after the training plans are gone. */
export async function deleteTrainingBoundaries(tx: Database): Promise<void> {
  for (const table of ['boundary_readings', 'boundary_drafts', 'boundary_layers', 'boundary_sets', 'boundary_reports']) {
    await sql`delete from ${sql.table(table)} where dataset = 'training'`.execute(tx);
  }
}
