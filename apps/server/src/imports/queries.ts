// All SQL of imports. Batches, rows and steps are only added; where a batch stands is its last step.
import type { ImportOrigin, ImportRow } from '@zhenghe/contract/imports';
import type { Dataset } from '@zhenghe/contract/kernel';
import { batchState, type Effect, type PlannedRow, type StepKind } from '@zhenghe/engine/imports';
import type { Remembered } from '@zhenghe/exchange/imports';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Database, Scope } from '../platform/database.ts';
import type { BatchLine, NewBatch, SendingActor, StepDetail } from './record.ts';

const columns = sql`b.id, b.number, b.dataset, b.kind, b.target, b.target_title as "targetTitle", b.jurisdiction, b.unit,
  b.file_name as "fileName", b.file_sha256 as "fileSha256", b.file_size as "fileSize", b.mapping, b.state, b.made_on::text as "on",
  b.made_by as by, to_char(b.recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at,
  coalesce((select json_agg(json_build_object('kind', s.kind, 'detail', s.detail, 'by', s.acted_by,
    'at', to_char(s.recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')) order by s.seq)
    from import_steps s where s.batch_id = b.id), '[]'::json) as steps`;

/** The caller's part: asked here as well as by the policies of the table. */
function within({ reach, unit }: Scope): RawBuilder<unknown> {
  return sql`case when b.kind = 'units' then b.unit = ${unit} else ${reach} <> '' and starts_with(b.jurisdiction, ${reach}) end`;
}

export async function listBatches(
  db: Database,
  asked: { readonly scope: Scope; readonly dataset: Dataset; readonly limit: number; readonly offset: number },
): Promise<{ readonly lines: readonly BatchLine[]; readonly total: number }> {
  const where = sql`b.dataset = ${asked.dataset} and ${within(asked.scope)}`;
  const { rows } = await sql<BatchLine>`select ${columns} from import_batches b where ${where}
    order by b.number desc limit ${asked.limit} offset ${asked.offset}`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from import_batches b where ${where}`.execute(db);
  return { lines: rows, total: counted[0]?.total ?? 0 };
}

export async function findBatch(db: Database, id: string, scope: Scope): Promise<BatchLine | null> {
  const { rows } = await sql<BatchLine>`select ${columns} from import_batches b where b.id = ${id} and ${within(scope)}`.execute(db);
  return rows[0] ?? null;
}

export async function findByTicket(db: Database, ticket: string): Promise<BatchLine | null> {
  const { rows } = await sql<BatchLine>`select ${columns} from import_batches b where b.ticket = ${ticket}`.execute(db);
  return rows[0] ?? null;
}

/** Batches that were asked for and neither written nor given up. */
export async function listUnfinished(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select b.id from import_batches b
    join lateral (select kind from import_steps where batch_id = b.id order by seq desc limit 1) s on true
    where s.kind in ('asked', 'started', 'checked')`.execute(db);
  return rows.map(({ id }) => id);
}

/** Holds a batch, or all imports of one kind, against other writers until the transaction ends. */
export async function hold(tx: Database, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`imports/${key}`}, 0))`.execute(tx);
}

export async function now(db: Database): Promise<string> {
  const { rows } = await sql<{ at: string }>`select now()::text as at`.execute(db);
  return rows[0]?.at ?? '';
}

export async function insertBatch(tx: Database, batch: NewBatch): Promise<void> {
  const { id, dataset, kind, target, targetTitle, unit, ticket, file, mapping, state, on, by } = batch;
  await sql`
    insert into import_batches (id, dataset, kind, target, target_title, jurisdiction, unit, ticket, file_name, file_sha256, file_size,
      mapping, state, made_on, made_by)
    values (${id}, ${dataset}, ${kind}, ${target}, ${targetTitle}, ${by.jurisdiction}, ${unit}, ${ticket}, ${file.name}, ${file.sha256},
      ${file.bytes.length}, ${JSON.stringify(mapping)}::jsonb, ${state}, ${on}::date, ${JSON.stringify(by)}::jsonb)`.execute(tx);
  await sql`insert into import_files (batch_id, dataset, bytes) values (${id}, ${dataset}, ${Buffer.from(file.bytes)})`.execute(tx);
}

interface Writer {
  readonly id: string;
  readonly dataset: Dataset;
}

export async function appendStep(
  tx: Database,
  { id, dataset }: Writer,
  kind: StepKind,
  detail: StepDetail,
  by: SendingActor,
): Promise<void> {
  await sql`
    insert into import_steps (batch_id, seq, dataset, kind, detail, acted_by)
    select ${id}::uuid, coalesce((select max(seq) from import_steps where batch_id = ${id}::uuid), 0) + 1, ${dataset}, ${kind},
      ${JSON.stringify(detail)}::jsonb, ${JSON.stringify(by)}::jsonb`.execute(tx);
}

export async function stepKindsOf(db: Database, id: string): Promise<readonly StepKind[]> {
  const { rows } = await sql<{ kind: StepKind }>`select kind from import_steps where batch_id = ${id} order by seq`.execute(db);
  return rows.map(({ kind }) => kind);
}

const chunk = 2000;

export async function insertRows(
  tx: Database,
  { id, dataset, kind }: Writer & { readonly kind: string },
  rows: readonly PlannedRow[],
  subjects: readonly (string | null)[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk).map((row, index) => ({
      seq: start + index + 1,
      ...{ sheet: row.sheet, row_number: row.row, effect: row.effect, label: row.label, changes: row.changes, note: row.reason },
      subject: subjects[start + index] ?? row.subject,
    }));
    await sql`
      insert into import_rows (batch_id, seq, dataset, kind, sheet, row_number, effect, subject, label, changes, note)
      select ${id}::uuid, seq, ${dataset}, ${kind}, sheet, row_number, effect, subject, label, changes, note
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as t (seq int, sheet text, row_number int, effect text, subject text,
        label text, changes jsonb, note jsonb)`.execute(tx);
  }
}

type RowView = z.infer<typeof ImportRow>;

export async function listRows(
  db: Database,
  asked: { readonly id: string; readonly effect?: Effect | undefined; readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: RowView[]; readonly total: number }> {
  const where = sql`r.batch_id = ${asked.id} and ${asked.effect === undefined ? sql`true` : sql`r.effect = ${asked.effect}`}`;
  const { rows } = await sql<RowView>`
    select r.sheet, r.row_number as row, r.effect, r.subject, r.label, r.changes, r.note as reason
    from import_rows r where ${where} order by r.seq limit ${asked.limit} offset ${asked.offset}`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from import_rows r where ${where}`.execute(db);
  return { rows, total: counted[0]?.total ?? 0 };
}

/** Records the batch added or changed. */
export async function subjectsOf(db: Database, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ subject: string }>`
    select distinct subject from import_rows where batch_id = ${id} and subject is not null and effect <> 'same'`.execute(db);
  return rows.map(({ subject }) => subject);
}

export async function findBytes(db: Database, id: string): Promise<Uint8Array | null> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from import_files where batch_id = ${id}`.execute(db);
  return rows[0]?.bytes ?? null;
}

interface OriginRow extends Omit<ImportOrigin, 'state' | 'open'> {
  readonly step: StepKind;
}

export async function listOrigins(db: Database, kind: string, subject: string, scope: Scope): Promise<ImportOrigin[]> {
  const { rows } = await sql<OriginRow & { open: boolean }>`
    select o.batch, o.number, o.step, o.file, o.sheet, o.row_number as row, o.effect, o.changes,
      to_char(o.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at,
      exists (select from import_batches b where b.id = o.batch and ${within(scope)}) as open
    from import_origins(${kind}, ${subject}) o
    where o.step in ('committed', 'undone') limit 500`.execute(db);
  return rows.map(({ step, ...row }) => ({ ...row, state: batchState([step]) ?? 'committed' }));
}

/** How the unit's own headings were mapped before, by sheet of the form. */
export async function rememberedColumns(db: Database, unit: string, kind: string): Promise<Remembered> {
  const { rows } = await sql<{ sheet: string; columns: Readonly<Record<string, string>> }>`
    select distinct on (sheet) sheet, columns from import_mappings where unit = ${unit} and kind = ${kind}
    order by sheet, id desc`.execute(db);
  return Object.fromEntries(rows.map(({ sheet, columns: held }) => [sheet, held]));
}

export async function rememberColumns(tx: Database, unit: string, kind: string, columns: Remembered, by: SendingActor): Promise<void> {
  for (const [sheet, held] of Object.entries(columns)) {
    await sql`insert into import_mappings (unit, kind, sheet, columns, recorded_by)
      values (${unit}, ${kind}, ${sheet}, ${JSON.stringify(held)}::jsonb, ${JSON.stringify(by)}::jsonb)`.execute(tx);
  }
}

/** Batches of the training province, with their rows, steps and files. */
export async function deleteBatches(tx: Database, dataset: 'training'): Promise<void> {
  await sql`delete from import_batches where dataset = ${dataset}`.execute(tx);
}

/** Whether people brought anything of that kind into that data set. */
export async function anyCommitted(db: Database, kind: string, dataset: Dataset): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from import_batches b join import_steps s on s.batch_id = b.id and s.kind = 'committed'
      where b.kind = ${kind} and b.dataset = ${dataset}) as any`.execute(db);
  return rows[0]?.any ?? false;
}
