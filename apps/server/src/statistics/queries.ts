// SQL of filings, cells and versions; the board, the figures and the roster stand beside it. Each question names its filing or unit.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Day, Period } from '@zhenghe/engine/kernel';
import { sql } from 'kysely';
import type { Actor } from '../accounts/index.ts';
import type { Database } from '../platform/database.ts';
import type { FilingHead, FormBody, FrozenCell, Lock, StoredCell, Version } from './record.ts';

/** Columns of a filing's head, of `statistics_filings f`. */
export const headColumns = sql`f.id, f.dataset, f.form, f.form_sha256 as "formSha256", f.period, f.unit, f.name, f.jurisdiction, f.office,
  f.opened_on::text as "openedOn", f.due::text as due, f.asked, f.filled, f.open, f.changed`;

export async function findFiling(db: Database, id: string): Promise<FilingHead | null> {
  const { rows } = await sql<FilingHead>`select ${headColumns} from statistics_filings f where f.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The same, held against everyone else who writes it until the transaction ends. */
export async function findFilingToChange(tx: Database, id: string): Promise<FilingHead | null> {
  const { rows } = await sql<FilingHead>`select ${headColumns} from statistics_filings f where f.id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

export interface KeptForm {
  readonly form: FormBody;
  readonly version: number;
}

const bodies = new Map<string, KeptForm>();
const mostBodies = 200;

/** A form as it was asked. Its content never changes under its hash, so it is read once. */
export async function getFormBody(db: Database, sha256: string): Promise<KeptForm> {
  const known = bodies.get(sha256);
  if (known) return known;
  const { rows } = await sql<KeptForm>`select body as form, version from statistics_forms where sha256 = ${sha256}`.execute(db);
  const [found] = rows;
  if (!found) throw new Error(`no form ${sha256}`);
  if (bodies.size >= mostBodies) bodies.clear();
  bodies.set(sha256, found);
  return found;
}

export type CellToWrite = Omit<StoredCell, 'at' | 'by'>;

export interface Counts {
  readonly filled: number;
  readonly open: number;
  readonly changed: boolean;
}

const counting = (id: string, { filled, open, changed }: Counts) => sql`
  update statistics_filings set filled = ${filled}, open = ${open}, changed = ${changed} where id = ${id}`;

export interface Answered {
  readonly askedSha256: string;
  readonly answer: unknown;
}

export interface AnsweredUnder {
  readonly key: string;
  readonly answered: Answered;
}

const keeping = (filing: string, { key, answered: { askedSha256, answer } }: AnsweredUnder) => sql`
  insert into statistics_requests (filing, key, asked_sha256, answer)
  values (${filing}, ${key}, ${askedSha256}, ${JSON.stringify(answer)}::jsonb)`;

export interface SavedSheet extends AnsweredUnder {
  readonly cells: readonly CellToWrite[];
  readonly by: Actor;
  readonly counts: Counts;
}

/** The cells, the counts and the answer under its key, in one statement. */
export async function saveSheet(tx: Database, filing: string, { cells, by, counts, key, answered }: SavedSheet): Promise<void> {
  await sql`
    with written as (
      insert into statistics_cells (filing, key, value, missing, explanation, comment, revision, changed_by)
      select ${filing}, key, value, missing, explanation, comment, revision, ${JSON.stringify(by)}::jsonb
      from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as t (key text, value numeric, missing text, explanation text, comment text,
        revision int)
      on conflict (filing, key) do update set value = excluded.value, missing = excluded.missing, explanation = excluded.explanation,
        comment = excluded.comment, revision = excluded.revision, changed_at = now(), changed_by = excluded.changed_by),
    counted as (${counting(filing, counts)})
    ${keeping(filing, { key, answered })}`.execute(tx);
}

const version = sql`version, content, sha256, handed_on::text as "on", reason, after_lock as "afterLock",
  recorded_at as at, recorded_by as by`;

export async function findVersion(db: Database, filing: string, asked?: number): Promise<Version | null> {
  const which = asked === undefined ? sql`true` : sql`version = ${asked}`;
  const { rows } = await sql<Version>`
    select ${version} from statistics_versions where filing = ${filing} and ${which} order by version desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Newest first. */
export async function listVersions(db: Database, filing: string): Promise<readonly Version[]> {
  const { rows } = await sql<Version>`
    select ${version} from statistics_versions where filing = ${filing} order by version desc`.execute(db);
  return rows;
}

export interface NewVersion extends Omit<Version, 'at'> {
  readonly filing: string;
  readonly dataset: Dataset;
  readonly counts: Counts;
}

/** The version, the counts and the answer under its key, in one statement. */
export async function insertVersion(tx: Database, one: NewVersion, answered: AnsweredUnder): Promise<void> {
  await sql`
    with counted as (${counting(one.filing, one.counts)}),
    frozen as (
      insert into statistics_versions (filing, version, dataset, content, sha256, handed_on, reason, after_lock, recorded_by)
      values (${one.filing}, ${one.version}, ${one.dataset}, ${JSON.stringify(one.content)}::jsonb, ${one.sha256}, ${one.on}::date,
        ${one.reason}, ${one.afterLock}, ${JSON.stringify(one.by)}::jsonb))
    ${keeping(one.filing, answered)}`.execute(tx);
}

/** What was approved last, with its day; null before. */
export async function findApproved(
  db: Database,
  filing: string,
  on: Day,
): Promise<{ readonly version: number; readonly on: Day; readonly content: readonly FrozenCell[] } | null> {
  const { rows } = await sql<{ version: number; on: Day; content: readonly FrozenCell[] }>`
    select v.version, p.approved_on::text as "on", v.content from statistics_publications p
    join statistics_versions v on v.filing = p.filing and v.version = p.version
    where p.filing = ${filing} and p.approved_on <= ${on}::date order by p.version desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Versions of the filing with the day they were approved. */
export async function listApprovals(db: Database, filing: string): Promise<ReadonlyMap<number, Day>> {
  const { rows } = await sql<{ version: number; on: Day }>`
    select version, min(approved_on)::text as "on" from statistics_publications where filing = ${filing} group by version`.execute(db);
  return new Map(rows.map((row) => [row.version, row.on]));
}

interface PeriodKey {
  readonly dataset: Dataset;
  readonly form: string;
  readonly period: Period;
}

export async function findLock(db: Database, { dataset, form, period }: PeriodKey): Promise<Lock | null> {
  const { rows } = await sql<Lock>`
    select locked_on::text as "on", reason from statistics_locks
    where dataset = ${dataset} and form = ${form} and period = ${period}`.execute(db);
  return rows[0] ?? null;
}

export async function insertLock(tx: Database, key: PeriodKey, lock: Lock & { readonly by: Actor }): Promise<void> {
  await sql`
    insert into statistics_locks (dataset, form, period, locked_on, reason, recorded_by)
    values (${key.dataset}, ${key.form}, ${key.period}, ${lock.on}::date, ${lock.reason}, ${JSON.stringify(lock.by)}::jsonb)`.execute(tx);
}

/** The newest period each form was opened for. */
export async function newestOpened(db: Database, dataset: Dataset, on: Day): Promise<ReadonlyMap<string, Period>> {
  const { rows } = await sql<{ form: string; period: Period }>`
    select form, max(period) as period from statistics_periods
    where dataset = ${dataset} and opened_on <= ${on}::date group by form`.execute(db);
  return new Map(rows.map(({ form, period }) => [form, period]));
}

/** Newest first. */
export async function listPeriods(db: Database, asked: Omit<PeriodKey, 'period'> & { readonly on: Day }): Promise<Period[]> {
  const { rows } = await sql<{ period: Period }>`
    select period from statistics_periods
    where dataset = ${asked.dataset} and form = ${asked.form} and opened_on <= ${asked.on}::date order by period desc`.execute(db);
  return rows.map(({ period }) => period);
}

export async function countFilings(db: Database, { dataset, form, period }: PeriodKey): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from statistics_filings
    where dataset = ${dataset} and form = ${form} and period = ${period}`.execute(db);
  return rows[0]?.count ?? 0;
}
