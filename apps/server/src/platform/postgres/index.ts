// The database of this copy: our own PostgreSQL in the state directory, with one ordinary role that owns one database, and one
// that answers requests and owns nothing.
import { createHash, createHmac } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { codeOf, StartFault } from '../fault.ts';
import { openHome, type Remembered, remember } from '../home.ts';
import type { Say } from '../say.ts';
import { servingRole } from '../serving-role.ts';
import { findBinaries } from './binaries.ts';
import { type Cluster, connectionUrl, startCluster } from './cluster.ts';
import { onFreePort } from './on-free-port.ts';
import { recover } from './orphan.ts';
import { mayEnter, runAs } from './run-as.ts';

export const ownerRole = 'zhenghe';
const appDatabase = 'zhenghe';

export interface OwnPostgres {
  /** Connection string of the owner of the tables, which is no superuser. */
  readonly url: string;
  /** Of the role that answers requests. */
  readonly servingUrlOf: (database: string) => string;
  readonly urlOf: (database: string) => string;
  readonly cluster: Cluster;
}

/** How to reach the PostgreSQL of a copy that runs now; null when it never started. */
export function ownUrl({ databasePassword: password, databasePort: port }: Remembered): string | null {
  return port === null ? null : connectionUrl(ownerRole, { port, password }, appDatabase);
}

/** Where the files lie when the state directory is in a home the system user `postgres` may not enter. */
const sharedBase = '/var/lib/zhenghe';

export async function startOwnPostgres(home: string, options: { readonly durable: boolean }, say: Say): Promise<OwnPostgres> {
  const known = openHome(home);
  const place = placeIn(home, say);
  const { databasePassword: password } = known;
  // First, because an orphan of an earlier run holds the remembered port.
  await recover(place.dataDir, say);
  const { started: cluster, port } = await onFreePort(known.databasePort, (free) => {
    if (free !== known.databasePort) remember(home, { ...known, databasePort: free });
    return startCluster({ ...place, port: free, password, durable: options.durable }, say);
  });
  const urlOf = (database: string) => connectionUrl(ownerRole, { port, password }, database);
  const servingPassword = derived(password, servingRole);
  await ownRoles(cluster, { [ownerRole]: password, [servingRole]: servingPassword });
  const servingUrlOf = (database: string) => connectionUrl(servingRole, { port, password: servingPassword }, database);
  return { url: urlOf(appDatabase), urlOf, servingUrlOf, cluster };
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

/** Whoever learns the one does not know the other. */
function derived(password: string, role: string): string {
  return createHmac('sha256', password).update(role).digest('base64url');
}

/** The product never works as superuser, so that row-level rules and revoked rights hold for it too. */
async function ownRoles(cluster: Cluster, passwords: Readonly<Record<string, string>>): Promise<void> {
  const client = new Client({ connectionString: cluster.adminUrl('postgres') });
  await client.connect();
  try {
    for (const [name, password] of Object.entries(passwords)) {
      const role = await client.query('select from pg_roles where rolname = $1', [name]);
      if (role.rowCount === 0) await client.query(`create role ${escapeIdentifier(name)} login password ${escapeLiteral(password)}`);
      // What it refuses it would quote, whole rows and values people sent. We are told of each error and log it without them.
      await client.query(`alter role ${escapeIdentifier(name)} set log_min_messages = 'log'`);
    }
    const database = await client.query('select from pg_database where datname = $1', [appDatabase]);
    if (database.rowCount === 0) {
      await client.query(`create database ${escapeIdentifier(appDatabase)} owner ${escapeIdentifier(ownerRole)}`);
    }
  } finally {
    await client.end();
  }
}
