// `zhenghe db status`: what the database is, how far its shape goes, and how much it holds.
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { readMigrations } from '../migrate.ts';
import { tablesInOrder } from './tables.ts';

export interface DatabaseStatus {
  readonly version: string;
  readonly bytes: number;
  readonly applied: readonly string[];
  /** Files that the next start will apply. */
  readonly pending: readonly string[];
  readonly rows: Readonly<Record<string, number>>;
}

export async function databaseStatus(db: Database): Promise<DatabaseStatus> {
  const { rows: about } = await sql<{ version: string; bytes: number }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`.execute(db);
  const tables = await tablesInOrder(db);
  const rows: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows: counted } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(db);
    rows[name] = counted[0]?.count ?? 0;
  }
  const applied = 'schema_migrations' in rows ? await appliedIn(db) : [];
  const pending = readMigrations().flatMap(({ name }) => (applied.includes(name) ? [] : [name]));
  return { version: about[0]?.version ?? '', bytes: about[0]?.bytes ?? 0, applied, pending, rows };
}

async function appliedIn(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from schema_migrations order by name`.execute(db);
  return rows.map((row) => row.name);
}
