// Integration tests: one throw-away PostgreSQL for the whole run, one migrated template, one copy of it for each test file; and templates that
// are filled once a run, by the first file that asks.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { ownerRole, startOwnPostgres } from './postgres/index.ts';
import { silent } from './say.ts';
import { grantServing, servingRole } from './serving-role.ts';

const template = 'zhenghe_template';
/** Vitest starts its workers after the global setup, so they inherit this. */
const variable = 'ZHENGHE_TEST_POSTGRES';

export interface TestPostgres {
  readonly adminUrl: (database: string) => string;
  readonly urlOf: (database: string) => string;
  readonly servingUrlOf: (database: string) => string;
  readonly stop: () => Promise<void>;
}

/** A PostgreSQL in a directory of its own, without fsync, holding the migrated template; for tests, benchmarks and generators. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const home = mkdtempSync(join(tmpdir(), 'zhenghe-test-'));
  chmodSync(home, 0o755);
  const own = await startOwnPostgres(home, { durable: false }, silent);
  const stop = async () => {
    await own.cluster.stop();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await query(own.cluster.adminUrl('postgres'), `create database ${template} owner ${ownerRole}`);
    const db = openDatabase(own.urlOf(template));
    await migrate(db, silent)
      .then(() => grantServing(db))
      .finally(() => db.destroy());
    return { adminUrl: own.cluster.adminUrl, urlOf: own.urlOf, servingUrlOf: own.servingUrlOf, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** Vitest's global setup: answers what ends it. */
export async function setup(): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres();
  const { adminUrl, urlOf, servingUrlOf } = postgres;
  process.env[variable] = JSON.stringify({ admin: adminUrl('postgres'), app: urlOf('zhenghe'), serving: servingUrlOf('zhenghe') });
  return postgres.stop;
}

export interface TestDatabase {
  readonly db: Database;
  /** As the role that answers requests, for nobody: row-level security binds it. See `scoped`. */
  readonly served: Database;
  readonly url: string;
  /** As the role that answers requests. */
  readonly servingUrl: string;
  /** Superuser connection to the same database, for tests of what even an owner may not do. */
  readonly adminUrl: string;
  readonly drop: () => Promise<void>;
}

/** A fresh, migrated, empty database; call it in `beforeAll` and its `drop` in `afterAll`. */
export function createTestDatabase(from?: TestPostgres): Promise<TestDatabase> {
  const urls = from ? { admin: from.adminUrl('postgres'), app: from.urlOf('zhenghe'), serving: from.servingUrlOf('zhenghe') } : inherited();
  return copyOf(template, urls);
}

/** As `createTestDatabase`, filled: `fill` runs once a run for each name, and every file has a copy of its own of what it left. */
export async function createFilledDatabase(name: string, fill: (db: Database) => Promise<void>): Promise<TestDatabase> {
  const urls = inherited();
  const filled = `${template}_${name}`;
  await inTurn(urls.admin, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [filled]);
    if (rowCount) return;
    // Under another name until it is whole: a file that failed in between leaves nothing others would copy.
    const made = await copyOf(template, urls);
    await fill(made.db);
    await Promise.all([made.db.destroy(), made.served.destroy()]);
    await client.query(`alter database ${new URL(made.url).pathname.slice(1)} rename to ${filled}`);
  });
  return copyOf(filled, urls);
}

/** Test files run two at a time: the second waits while the first fills. */
async function inTurn(admin: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(1)');
    await work(client);
  } finally {
    await client.end();
  }
}

interface Urls {
  readonly admin: string;
  readonly app: string;
  readonly serving: string;
}

async function copyOf(source: string, { admin, app, serving }: Urls): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await query(admin, `create database ${name} template ${source} owner ${ownerRole}`);
  // A copy does not inherit it: the job queue of the role makes its own schema.
  await query(admin, `grant create on database ${name} to ${servingRole}`);
  const url = inDatabase(app, name);
  const servingUrl = inDatabase(serving, name);
  const [db, served] = [openDatabase(url), openDatabase(servingUrl)];
  return {
    db,
    served,
    url,
    servingUrl,
    adminUrl: inDatabase(admin, name),
    drop: async () => {
      await Promise.all([db.destroy(), served.destroy()]);
      await query(admin, `drop database ${name} with (force)`);
    },
  };
}

function inherited(): Urls {
  const text = process.env[variable];
  if (!text) throw new Error('No test PostgreSQL: run integration tests through vitest (project "integration").');
  return JSON.parse(text);
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

async function query(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
