// Brings a database to the newest shape: numbered SQL files, forward only, one at a time. An applied file never changes again.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Kysely, sql } from 'kysely';
import { StartFault } from './fault.ts';
import { refuseOldServer } from './postgres/server-version.ts';
import type { Tables } from './rows.ts';
import type { Say } from './say.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

const folder = fileURLToPath(new URL('../../migrations', import.meta.url));
/** Any number of ours: two starts at once take turns. */
const lock = 7_300_330_000;

export function readMigrations(from: string = folder): readonly Migration[] {
  const names = readdirSync(from)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort();
  return names.map((name) => {
    const text = readFileSync(join(from, name), 'utf8');
    return { name, sql: text, sha256: createHash('sha256').update(text).digest('hex') };
  });
}

/** Answers the names applied now; an empty list when nothing was new. */
export async function migrate(db: Kysely<Tables>, say: Say, migrations = readMigrations()): Promise<readonly string[]> {
  return db.connection().execute(async (session) => {
    await checkServer(session);
    await sql`select pg_advisory_lock(${lock})`.execute(session);
    try {
      await session.transaction().execute((tx) => sql.raw(ledger).execute(tx));
      const applied = await appliedIn(session);
      refuseChanged(applied, migrations);
      const fresh = migrations.filter((migration) => !applied.has(migration.name));
      for (const migration of fresh) await apply(session, migration, say);
      return fresh.map((migration) => migration.name);
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(session);
    }
  });
}

async function apply(session: Kysely<Tables>, migration: Migration, say: Say): Promise<void> {
  say(`  数据库升级 migration ${migration.name}`);
  try {
    await session.transaction().execute(async (tx) => {
      await sql.raw(migration.sql).execute(tx);
      await sql`insert into schema_migrations (name, sha256) values (${migration.name}, ${migration.sha256})`.execute(tx);
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartFault(
      {
        zh: `数据库升级 ${migration.name} 失败，已撤回：${reason}`,
        en: `Migration ${migration.name} failed and was undone: ${reason}`,
      },
      { zh: '没有任何改动；数据库停在前一步。', en: 'Nothing was changed by it; the database stays at the step before.' },
      {
        cause,
      },
    );
  }
}

async function appliedIn(session: Kysely<Tables>): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ name: string; sha256: string }>`select name, sha256 from schema_migrations`.execute(session);
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

function refuseChanged(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.sha256]));
  const problems = [...applied].flatMap(([name, sha256]) => {
    const now = known.get(name);
    if (now === undefined) return [`${name} was applied, and this version does not know it`];
    return now === sha256 ? [] : [`${name} was applied with another content (checksum ${sha256.slice(0, 12)}, now ${now.slice(0, 12)})`];
  });
  if (problems.length === 0) return;
  throw new StartFault(
    {
      zh: '数据库不是由这些升级步骤建立的。',
      en: `The database was not made by these migrations:\n  ${problems.join('\n  ')}`,
    },
    {
      zh: '请使用与数据库相符的版本，或把改动写成新的升级步骤。',
      en: 'Use the version of the product that matches the database, or put the change into a new migration.',
    },
  );
}

async function checkServer(session: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ number: string; name: string }>`
    select current_setting('server_version_num') as number, current_setting('server_version') as name`.execute(session);
  const [server] = rows;
  if (server) refuseOldServer(server.number, server.name);
}

/** The table of applied migrations itself, made before the first of them. */
export const ledger = `
create table if not exists schema_migrations (
  name text primary key,
  sha256 text not null,
  applied_at timestamptz not null default now()
);
comment on table schema_migrations is 'Which migration files this database has had; an applied file never changes';
comment on column schema_migrations.name is 'File name in apps/server/migrations';
comment on column schema_migrations.sha256 is 'Checksum of the file as it was applied';
comment on column schema_migrations.applied_at is 'When it was applied';
`;
