// One PostgreSQL, one typed handle. `Tables` is generated from the migrations (see rows.ts).
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { Tables } from './rows.ts';
import { valueTypes } from './values.ts';

/** A pool or an open transaction: queries take either as their first argument. */
export type Database = Kysely<Tables>;

/** Every session: times in UTC, no statement without an end. */
export const sessionOptions = '-c timezone=UTC -c statement_timeout=60000';

/** Close it with `db.destroy()`. A lost idle connection is reported, and replaced by the pool. */
export function openDatabase(url: string, onLost: (fault: Error) => void = () => undefined): Database {
  const pool = new Pool({
    connectionString: url,
    types: valueTypes,
    max: 12,
    application_name: 'zhenghe',
    options: sessionOptions,
  });
  pool.on('error', onLost);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
