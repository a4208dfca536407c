// One PostgreSQL, one typed handle. `Tables` is generated from the migrations (see rows.ts). Each handle works for one caller:
// before a connection is lent, it is told for whom, and the database itself keeps the rows apart (migration 0070, ADR 14).
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolClient } from 'pg';
import type { Tables } from './rows.ts';
import { valueTypes } from './values.ts';

/** A pool or an open transaction: queries take either as their first argument. */
export type Database = Kysely<Tables>;

/** For whom a connection works. */
export interface Scope {
  /** How the codes of the places begin that the unit answers for: '33', '3307', '330726'; empty for none. */
  readonly reach: string;
  /** The unit as cases name it; empty for none. */
  readonly unit: string;
}

export const nobody: Scope = { reach: '', unit: '' };
/** The product's own work outside of requests: papers in the queue, ticks. */
export const wholeProvince: Scope = { reach: '33', unit: '' };

/** Every session: times in UTC, no statement without an end. */
export const sessionOptions = '-c timezone=UTC -c statement_timeout=60000';

/** Works for nobody, until `scoped`. Close it with `db.destroy()`. A lost idle connection is reported, and replaced by the pool. */
export function openDatabase(url: string, onLost: (fault: Error) => void = () => undefined): Database {
  const pool = new Pool({
    connectionString: url,
    types: valueTypes,
    max: 12,
    application_name: 'zhenghe',
    options: sessionOptions,
  });
  pool.on('error', onLost);
  return databaseOver(pool, () => pool.end());
}

/** The same over connections that come from elsewhere. */
export function databaseOver(pool: Connections, end: () => Promise<void>): Database {
  return handle(pool, nobody, end);
}

/** The same connections, for one caller. Nothing is opened, so nothing has to be closed. */
export function scoped(db: Database, scope: Scope): Database {
  const lender = lenders.get(db);
  if (!lender) throw new Error('an open transaction keeps the scope it began with');
  return handle(lender.pool, scope, () => Promise.resolve());
}

type Connections = Pick<Pool, 'connect'>;

interface Lender {
  readonly pool: Connections;
  readonly scope: Scope;
}

/** Whose connections a handle lends and for whom; null for an open transaction. */
export function lenderOf(db: Database): Lender | null {
  return lenders.get(db) ?? null;
}

const lenders = new WeakMap<Database, Lender>();
/** What each connection was told last; one that was told nothing works for nobody. */
const told = new WeakMap<PoolClient, Scope>();

function handle(pool: Connections, scope: Scope, end: () => Promise<void>): Database {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: { connect: () => lend(pool, scope), end } }) });
  lenders.set(db, { pool, scope });
  return db;
}

/** Told before the transaction begins, so that no rollback takes it back; for the session, until the next caller is another. */
async function lend(pool: Connections, scope: Scope): Promise<PoolClient> {
  const client = await pool.connect();
  const last = told.get(client) ?? nobody;
  if (last.reach === scope.reach && last.unit === scope.unit) return client;
  try {
    await client.query({ name: 'zhenghe-scope', text: tell, values: [scope.reach, scope.unit] });
  } catch (fault) {
    client.release(true); // Nobody knows what it holds now: it is closed.
    throw fault;
  }
  told.set(client, scope);
  return client;
}

const tell = "select set_config('zhenghe.reach', $1, false), set_config('zhenghe.unit', $2, false)";
