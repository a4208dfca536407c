// All SQL of the log. Entries, leaves and heads are only inserted; the product's role may do no more.
import type { AuditFilter } from '@zhenghe/contract/audit';
import type { AuditEntry, SignedHead } from '@zhenghe/engine/audit';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Database } from '../platform/database.ts';
import type { LeafHashes } from './hashes.ts';

/** As an entry is hashed: every field as text, its time to the microsecond, in the order of canonical JSON. */
const fields = sql`e.action, e.actor, e.after_sha256 as after, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  e.before_sha256 as before, e.clause, e.dataset, e.id::text as id, e.jurisdiction, e.object, e.request_id as "requestId", e.role, e.unit`;

/** What a person may look for, within the places their unit answers for: '33' is the province. */
export type Search = z.infer<typeof AuditFilter> & { readonly within: string };

export async function listEntries(
  db: Database,
  search: Search,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: AuditEntry[]; readonly total: number }> {
  const where = conditions(search);
  const { rows } = await sql<AuditEntry>`
    select ${fields} from audit_entries e where ${where} order by e.at desc, e.id desc limit ${page.limit} offset ${page.offset}`.execute(
    db,
  );
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total from audit_entries e where ${where}`.execute(db);
  return { rows, total: counted[0]?.total ?? 0 };
}

function conditions({ within, dataset, unit, object, action, from, to }: Search): RawBuilder<unknown> {
  const all = [sql`starts_with(e.jurisdiction, ${within})`];
  if (dataset) all.push(sql`e.dataset = ${dataset}`);
  if (unit) all.push(sql`strpos(e.unit, ${unit}) > 0`);
  if (object) all.push(sql`starts_with(e.object, ${object})`);
  if (action) all.push(sql`starts_with(e.action, ${action})`);
  // Days are those of the place, not of the server.
  if (from) all.push(sql`e.at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`);
  if (to) all.push(sql`e.at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`);
  return sql.join(all, sql` and `);
}

export async function findEntry(db: Database, id: string, within: string): Promise<{ entry: AuditEntry; leaf: number | null } | null> {
  const { rows } = await sql<AuditEntry & { leaf: number | null }>`
    select ${fields}, l.leaf from audit_entries e left join audit_leaves l on l.entry_id = e.id
    where e.id = ${id}::bigint and starts_with(e.jurisdiction, ${within})`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { leaf, ...entry } = row;
  return { entry, leaf };
}

/** One maker of heads at a time, also from other processes; writers of entries are not held up. */
export async function takeSealLock(tx: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(7300330004)`.execute(tx);
}

/** Committed entries that are no leaves yet, by id. An id that was drawn early but committed late comes with the next head. */
export async function listUnsealed(tx: Database, limit: number, after = '0'): Promise<readonly AuditEntry[]> {
  const { rows } = await sql<AuditEntry>`
    select ${fields} from audit_entries e where e.id > ${after}::bigint and not exists (select from audit_leaves l where l.entry_id = e.id)
    order by e.id limit ${limit}`.execute(tx);
  return rows;
}

export async function insertLeaves(tx: Database, first: number, leaves: readonly (LeafHashes & { readonly id: string })[]): Promise<void> {
  await sql`
    insert into audit_leaves (leaf, entry_id, sha256, sm3)
    select ${first}::bigint + place - 1, id, sha256, sm3
    from unnest(${leaves.map((leaf) => leaf.id)}::bigint[], ${leaves.map((leaf) => Buffer.from(leaf.sha256))}::bytea[],
      ${leaves.map((leaf) => Buffer.from(leaf.sm3))}::bytea[]) with ordinality as given (id, sha256, sm3, place)`.execute(tx);
}

export interface StoredLeaf {
  readonly leaf: number;
  readonly sha256: Buffer;
  readonly sm3: Buffer;
}

export async function listLeaves(db: Database, from: number, limit: number): Promise<readonly StoredLeaf[]> {
  const { rows } = await sql<StoredLeaf>`
    select leaf, sha256, sm3 from audit_leaves where leaf >= ${from} order by leaf limit ${limit}`.execute(db);
  return rows;
}

/** Entries in the order of their leaves; one that is gone from its table is simply not there. */
export async function listSealed(db: Database, from: number, limit: number): Promise<readonly (AuditEntry & { readonly leaf: number })[]> {
  const { rows } = await sql<AuditEntry & { leaf: number }>`
    select ${fields}, l.leaf from audit_leaves l join audit_entries e on e.id = l.entry_id
    where l.leaf >= ${from} and l.leaf < ${from + limit} order by l.leaf`.execute(db);
  return rows;
}

export interface StoredHead extends SignedHead {
  readonly publicKey: string;
}

export async function listHeads(db: Database): Promise<readonly StoredHead[]> {
  const { rows } = await sql<StoredHead>`select ${headFields} from audit_heads order by number`.execute(db);
  return rows;
}

export async function lastHead(db: Database): Promise<StoredHead | null> {
  const { rows } = await sql<StoredHead>`select ${headFields} from audit_heads order by number desc limit 1`.execute(db);
  return rows[0] ?? null;
}

const headFields = sql`size, at, sha256, sm3, algorithm, user_id as "userId", key_id as "keyId", public_key as "publicKey", signature`;

export async function insertHead(tx: Database, head: StoredHead): Promise<void> {
  await sql`insert into audit_heads (size, at, sha256, sm3, algorithm, user_id, key_id, public_key, signature)
    values (${head.size}, ${head.at}::timestamptz, ${head.sha256}, ${head.sm3}, ${head.algorithm}, ${head.userId}, ${head.keyId}, ${head.publicKey},
      ${head.signature})`.execute(tx);
}

export async function countUnsealed(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from audit_entries) - (select count(*) from audit_leaves) as count`.execute(db);
  return Math.max(0, rows[0]?.count ?? 0);
}
