import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillEmptyTables } from './backup-testing.ts';
import { createLoadedDatabase } from './load-testing.ts';
import { restoreBackup } from './platform/backup/restore.ts';
import { tablesInOrder } from './platform/backup/tables.ts';
import { writeBackup } from './platform/backup/write.ts';
import { nobody, scoped } from './platform/database.ts';
import { StartFault } from './platform/fault.ts';
import { silent } from './platform/say.ts';
import { createTestDatabase, type TestDatabase } from './platform/test-database.ts';

let from: TestDatabase;
let folder: string;
let file: string;
const open: TestDatabase[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenghe-backup-'));
  file = join(folder, 'a.backup');
  from = await createLoadedDatabase();
  const entry = { dataset: 'training', actor: 'county', role: 'county', unit: '浦江\n"县"', jurisdiction: '330726' };
  await from.db
    .insertInto('audit_entries')
    .values({ ...entry, action: 'plans/save', object: 'plans/x', request_id: 'r1' })
    .execute();
  // More files than are read at a time.
  for (let n = 0; n < 9; n += 1) {
    await sql`insert into source_files (sha256, name, size, bytes, recorded_by)
      select encode(sha256(b), 'hex'), 'a.xlsx', octet_length(b), b, '{}' from (select sha256(${`${n}`}::bytea) || '\\x00ff'::bytea as b) f`.execute(
      from.db,
    );
  }
  await fillEmptyTables(from.db, folder);
  await writeBackup(from.db, file);
});
afterAll(async () => {
  for (const test of [from, ...open]) await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function fresh(): Promise<TestDatabase> {
  const test = await createTestDatabase();
  open.push(test);
  return test;
}

/** One hash for each table over all its rows, as PostgreSQL prints them. */
async function contents(test: TestDatabase): Promise<Record<string, string>> {
  const answer: Record<string, string> = {};
  for (const { name } of await tablesInOrder(test.db)) {
    const { rows } = await sql<{ hash: string }>`
      select md5(coalesce(string_agg(t::text, chr(10) order by t::text collate "C"), '')) as hash from ${sql.table(name)} t`.execute(
      test.db,
    );
    answer[name] = rows[0]?.hash ?? '';
  }
  return answer;
}

/** Row-level security and the rights of every role, table by table. */
async function guards(test: TestDatabase): Promise<unknown> {
  const { rows: policies } = await sql`select tablename, policyname, permissive, roles::text, cmd, qual, with_check from pg_policies
    where schemaname = 'public' order by tablename, policyname`.execute(test.db);
  const { rows: tables } = await sql`select c.relname, c.relrowsecurity, c.relforcerowsecurity,
      (select array_agg(a::text order by a::text) from unnest(c.relacl) a) as rights
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'S') order by c.relname`.execute(test.db);
  const { rows: functions } = await sql`select p.oid::regprocedure::text as name, p.prosecdef,
      (select array_agg(a::text order by a::text) from unnest(p.proacl) a) as rights
    from pg_proc p where p.pronamespace = 'public'::regnamespace order by 1`.execute(test.db);
  return { policies, tables, functions };
}

describe('a backup', () => {
  it('restores every row of every table as it was', async () => {
    const to = await fresh();
    const end = await restoreBackup(to.db, file, { replace: false, say: silent });
    expect(await contents(to)).toEqual(await contents(from));
    expect(end.rows.audit_entries).toBe(1);
    expect(end.rows.source_files).toBe(9);
  });

  it('is tested with rows in every table there is', async () => {
    const { rows } = await restoreBackup((await fresh()).db, file, { replace: false, say: silent });
    expect(Object.keys(rows).filter((table) => rows[table] === 0)).toEqual([]);
    expect(Object.keys(rows)).toEqual((await tablesInOrder(from.db)).map(({ name }) => name));
  });

  it('restores who may read and write what: the same policies and grants, and they bind', async () => {
    const to = await fresh();
    await restoreBackup(to.db, file, { replace: true, say: silent });
    expect(await guards(to)).toEqual(await guards(from));
    const counted = async (table: string) => {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(
        scoped(to.served, scope),
      );
      return rows[0]?.count;
    };
    let scope = nobody;
    expect(await Promise.all(['consultation_contacts', 'import_rows', 'documents'].map(counted))).toEqual([0, 0, 0]);
    scope = { reach: '330726', unit: '330726' };
    expect(await counted('import_rows')).toBe(1);
    await expect(sql`update audit_entries set actor = 'x'`.execute(to.served)).rejects.toThrow(/permission denied/);
    await expect(sql`delete from audit_heads`.execute(to.served)).rejects.toThrow(/permission denied/);
  });

  it('restores a database that goes on: counters, triggers, migrations', async () => {
    const to = await fresh();
    await restoreBackup(to.db, file, { replace: false, say: silent });
    const entry = { dataset: 'training', actor: 'a', role: 'county', unit: 'u', jurisdiction: '330726' };
    await to.db
      .insertInto('audit_entries')
      .values({ ...entry, action: 'plans/save', object: 'plans/y', request_id: 'r2' })
      .execute();
    await expect(sql`delete from audit_entries`.execute(to.db)).rejects.toThrow(/append-only/);
  });

  it('does not replace data unless told to', async () => {
    const to = await fresh();
    await restoreBackup(to.db, file, { replace: false, say: silent });
    await expect(restoreBackup(to.db, file, { replace: false, say: silent })).rejects.toThrow('already holds data');
    await restoreBackup(to.db, file, { replace: true, say: silent });
    expect(await contents(to)).toEqual(await contents(from));
  });

  it('is never written over an existing file', async () => {
    await expect(writeBackup(from.db, file)).rejects.toThrow('exists already');
  });

  it.each([
    ['cut off', () => readFileSync(file).subarray(0, 5000)],
    [
      'without its end',
      () =>
        gzipSync(
          gunzipSync(readFileSync(file))
            .toString()
            .replace(/^E.*\n/m, ''),
        ),
    ],
    ['changed by one digit', () => gzipSync(gunzipSync(readFileSync(file)).toString().replace('"330726"', '"330727"'))],
    ['no backup at all', () => Buffer.from('hello')],
    ['of another program', () => gzipSync('H{"format":"other"}\n')],
  ])('that is %s is refused, and nothing is changed', async (_what, bytes) => {
    const bad = join(folder, 'bad.backup');
    writeFileSync(bad, bytes());
    const to = await fresh();
    const before = await contents(to);
    await expect(restoreBackup(to.db, bad, { replace: true, say: silent })).rejects.toThrow(bad);
    expect(await contents(to)).toEqual(before);
  });

  it('is not restored over the tables of another program', async () => {
    const to = await fresh();
    await sql`drop schema public cascade`.execute(to.db);
    await sql`create schema public`.execute(to.db);
    await sql`create table theirs (id int)`.execute(to.db);
    await expect(restoreBackup(to.db, file, { replace: true, say: silent })).rejects.toThrow('another program');
  });

  it('into a folder that is not there was told as a fault of ours', async () => {
    const path = join(folder, 'nowhere', 'a.backup');
    await expect(writeBackup(from.db, path)).rejects.toThrow(StartFault);
    await expect(writeBackup(from.db, path)).rejects.toThrow('cannot be written (ENOENT)');
  });
});
