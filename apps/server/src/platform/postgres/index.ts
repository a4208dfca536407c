// The database of this copy: our own PostgreSQL in the state directory, with one ordinary role that owns one database.
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { codeOf, StartFault } from '../fault.ts';
import { openHome, type Remembered, remember } from '../home.ts';
import { freePort } from '../ports.ts';
import type { Say } from '../say.ts';
import { findBinaries } from './binaries.ts';
import { type Cluster, connectionUrl, startCluster } from './cluster.ts';
import { recover } from './orphan.ts';
import { mayEnter, runAs } from './run-as.ts';

export const appRole = 'zhenghe';
const appDatabase = 'zhenghe';

export interface OwnPostgres {
  /** Connection string of the ordinary role, which is no superuser. */
  readonly url: string;
  readonly urlOf: (database: string) => string;
  readonly cluster: Cluster;
}

/** How to reach the PostgreSQL of a copy that runs now; null when it never started. */
export function ownUrl({ databasePassword: password, databasePort: port }: Remembered): string | null {
  return port === null ? null : connectionUrl(appRole, { port, password }, appDatabase);
}

/** Where the files lie when the state directory is in a home the system user `postgres` may not enter. */
const sharedBase = '/var/lib/zhenghe';

export async function startOwnPostgres(home: string, options: { readonly durable: boolean }, say: Say): Promise<OwnPostgres> {
  const known = openHome(home);
  const place = placeIn(home, say);
  const { databasePassword: password } = known;
  // First, because an orphan of an earlier run holds the remembered port.
  await recover(place.dataDir, say);
  const port = await freePort(known.databasePort);
  if (port !== known.databasePort) remember(home, { ...known, databasePort: port });
  const cluster = await startCluster({ ...place, port, password, durable: options.durable }, say);
  const urlOf = (database: string) => connectionUrl(appRole, { port, password }, database);
  await ownRole(cluster, password);
  return { url: urlOf(appDatabase), urlOf, cluster };
}

function placeIn(home: string, say: Say) {
  const inHome = join(home, 'postgres');
  const shared = join(sharedBase, createHash('sha256').update(home).digest('hex').slice(0, 12));
  const user = runAs(inHome, say);
  const logFile = join(home, 'postgres.log');
  if (mayEnter(home, user)) return { dataDir: inHome, logFile, user, binaries: findBinaries(user, sharedBase, say) };
  openToAll(sharedBase);
  openToAll(shared);
  const dataDir = join(shared, 'postgres');
  say(`用户 postgres 不能进入 ${home}，数据库文件改放在 ${dataDir}`);
  say(`The user "postgres" may not enter ${home}: the database files are in ${dataDir}.`);
  return { dataDir, logFile, user: runAs(dataDir, say), binaries: findBinaries(user, sharedBase, say) };
}

function openToAll(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o755);
  } catch (cause) {
    if (codeOf(cause) === null) throw cause;
    throw new StartFault(
      { zh: `${path} 不能写入。`, en: `${path} cannot be written.` },
      {
        zh: '请把 ZHENGHE_HOME 设为用户 postgres 可以进入的目录。',
        en: 'Set ZHENGHE_HOME to a directory the user "postgres" may enter.',
      },
      { cause },
    );
  }
}

/** The product never works as superuser, so that row-level rules and revoked rights hold for it too. */
async function ownRole(cluster: Cluster, password: string): Promise<void> {
  const client = new Client({ connectionString: cluster.adminUrl('postgres') });
  await client.connect();
  try {
    const role = await client.query('select from pg_roles where rolname = $1', [appRole]);
    if (role.rowCount === 0) await client.query(`create role ${escapeIdentifier(appRole)} login password ${escapeLiteral(password)}`);
    const database = await client.query('select from pg_database where datname = $1', [appDatabase]);
    if (database.rowCount === 0) {
      await client.query(`create database ${escapeIdentifier(appDatabase)} owner ${escapeIdentifier(appRole)}`);
    }
  } finally {
    await client.end();
  }
}
