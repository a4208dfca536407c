// All SQL of the papers. Rows are only added; where a paper stands is its last step.
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { PaperContent } from '@zhenghe/exchange/documents';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { DocumentLine, NewDocument, NewFile, StepKind } from './record.ts';

const lines = sql`
  select d.id, d.dataset, d.code, d.kind, d.plan_id as "planId", p.jurisdiction, d.version, d.content_sha256 as "contentSha256",
    d.made_on::text as "on", d.made_by as by, s.kind as step, s.note,
    case when f.sha256 is not null then jsonb_build_object('sha256', f.sha256, 'size', f.size, 'name', f.name) end as file
  from documents d
  join plans p on p.id = d.plan_id
  join lateral (select kind, note from document_steps where document_id = d.id order by seq desc limit 1) s on true
  left join document_files f on f.document_id = d.id`;

async function linesWhere(db: Database, where: RawBuilder<unknown>): Promise<readonly DocumentLine[]> {
  const { rows } = await sql<DocumentLine>`${lines} where ${where} order by d.recorded_at desc, d.id limit 200`.execute(db);
  return rows;
}

/** Newest first. */
export function listDocuments(db: Database, planId: string): Promise<readonly DocumentLine[]> {
  return linesWhere(db, sql`d.plan_id = ${planId}`);
}

export async function findDocument(db: Database, id: string): Promise<DocumentLine | null> {
  return (await linesWhere(db, sql`d.id = ${id}`))[0] ?? null;
}

/** One under way with the same content; a second click finds it. */
export async function findUnderWay(db: Database, contentSha256: string): Promise<DocumentLine | null> {
  const under = sql`d.content_sha256 = ${contentSha256} and s.kind in ('asked', 'started', 'drawn', 'written', 'stumbled')`;
  return (await linesWhere(db, under))[0] ?? null;
}

/** Papers that were asked for and neither finished nor given up. */
export async function listUnfinished(db: Database): Promise<readonly string[]> {
  const unfinished = sql`s.kind not in ('kept', 'failed', 'cancelled')`;
  return (await linesWhere(db, unfinished)).map(({ id }) => id);
}

/** Holds a paper, or a plan's papers, against other writers until the transaction ends. */
export async function hold(tx: Database, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`documents/${key}`}, 0))`.execute(tx);
}

export async function insertDocument(tx: Database, asked: NewDocument): Promise<void> {
  const { id, dataset, code, kind, planId, version, content, contentSha256, on, by } = asked;
  await sql`
    insert into documents (id, dataset, code, kind, plan_id, version, plan_sha256, packs, content, content_sha256, made_on, made_by)
    values (${id}, ${dataset}, ${code}, ${kind}, ${planId}, ${version}, ${content.planSha256},
      ${JSON.stringify(content.detail.check.packs)}::jsonb, ${JSON.stringify(content)}::jsonb, ${contentSha256}, ${on}::date,
      ${JSON.stringify(by)}::jsonb)`.execute(tx);
}

export async function appendStep(tx: Database, id: string, kind: StepKind, note: Bilingual | null = null): Promise<void> {
  await sql`
    insert into document_steps (document_id, seq, dataset, kind, note)
    select d.id, coalesce((select max(seq) from document_steps where document_id = d.id), 0) + 1, d.dataset, ${kind},
      ${note === null ? null : JSON.stringify(note)}::jsonb
    from documents d where d.id = ${id}`.execute(tx);
}

export interface Order {
  readonly code: string;
  readonly content: PaperContent;
}

export async function findOrder(db: Database, id: string): Promise<Order | null> {
  const { rows } = await sql<Order>`select code, content from documents where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export async function insertFile(tx: Database, id: string, file: NewFile): Promise<void> {
  await sql`
    insert into document_files (document_id, dataset, sha256, size, name, address, bytes)
    select id, dataset, ${file.sha256}, ${file.bytes.length}, ${file.name}, ${file.address}, ${Buffer.from(file.bytes)}
    from documents where id = ${id}`.execute(tx);
}

export async function findFile(db: Database, id: string): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  const { rows } = await sql<{ name: string; bytes: Buffer }>`
    select name, bytes from document_files where document_id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export interface Printed extends Pick<DocumentLine, 'code' | 'by'> {
  readonly content: PaperContent;
  readonly recordedAt: string;
  readonly file: NonNullable<DocumentLine['file']>;
  readonly latest: number;
}

/** By its code, for whoever holds it in hand; a paper without its file was never printed. */
export async function findPrinted(db: Database, code: string): Promise<Printed | null> {
  const { rows } = await sql<Printed>`
    select code, made_by as by, content,
      to_char(recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "recordedAt",
      jsonb_build_object('sha256', sha256, 'size', size, 'name', name) as file, latest
    from printed_document(${code})`.execute(db);
  return rows[0] ?? null;
}
