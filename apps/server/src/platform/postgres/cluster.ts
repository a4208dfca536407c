// A PostgreSQL 18 of our own: created once, started on a free port of 127.0.0.1 with a password, stopped in good order.
import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { codeOf, StartFault } from '../fault.ts';
import type { Say } from '../say.ts';
import type { Binaries } from './binaries.ts';
import { stopProcess } from './orphan.ts';
import type { RunAs } from './run-as.ts';

const major = '18';
const superuser = 'postgres';

export interface ClusterPlace {
  readonly dataDir: string;
  readonly logFile: string;
  readonly binaries: Binaries;
  readonly user: RunAs | null;
  readonly port: number;
  readonly password: string;
  /** False only for tests: a machine crash may then lose data. */
  readonly durable: boolean;
}

export interface Cluster {
  /** A connection string of the superuser for that database of this cluster. */
  readonly adminUrl: (database: string) => string;
  /** Resolves when PostgreSQL ended without being told to. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startCluster(place: ClusterPlace, say: Say): Promise<Cluster> {
  if (!existsSync(join(place.dataDir, 'PG_VERSION'))) await createCluster(place, say);
  refuseOtherMajor(place.dataDir);
  const adminUrl = (database: string) => connectionUrl(superuser, place, database);
  const child = await spawnReady(place, adminUrl(superuser));
  let stopping = false;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    adminUrl,
    ended: new Promise((resolve) => void exited.then(() => (stopping ? undefined : resolve()))),
    stop: async () => {
      stopping = true;
      if (child.exitCode === null && child.signalCode === null && child.pid) await stopProcess(child.pid);
      await exited;
    },
  };
}

export function connectionUrl(user: string, place: Pick<ClusterPlace, 'password' | 'port'>, database: string): string {
  return `postgres://${user}:${encodeURIComponent(place.password)}@127.0.0.1:${place.port}/${encodeURIComponent(database)}`;
}

/** Built beside its final place and moved there when complete, so that an interrupted creation leaves nothing behind. */
async function createCluster(place: ClusterPlace, say: Say): Promise<void> {
  say('首次启动，建立数据库目录 Creating the database directory (once).');
  const half = `${place.dataDir}.new`;
  const passwordFile = `${half}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${place.password}\n`, { mode: 0o600 });
  if (place.user) for (const path of [half, passwordFile]) chownSync(path, place.user.uid, place.user.gid);
  try {
    await run(place.binaries.initdb, initArguments(half, passwordFile, place.durable), place.user);
    rmSync(place.dataDir, { recursive: true, force: true });
    renameSync(half, place.dataDir);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initArguments(dataDir: string, passwordFile: string, durable: boolean): string[] {
  // Unicode letters, but the order of code points: the same order on every machine.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${superuser}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  return [`--pgdata=${dataDir}`, ...locale, ...access, ...(durable ? [] : ['--no-sync'])];
}

function refuseOtherMajor(dataDir: string): void {
  const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new StartFault(
    {
      zh: `${dataDir} 中的数据库由 PostgreSQL ${found} 建立；本版随附 PostgreSQL ${major}。`,
      en: `The database in ${dataDir} was made by PostgreSQL ${found}; this version brings PostgreSQL ${major}.`,
    },
    {
      zh: '请用建立它的版本备份（zhenghe db backup），移走该目录，启动后再恢复。',
      en: 'Back it up with the version that made it (zhenghe db backup), move the directory away, start, and restore.',
    },
  );
}

function spawnPostgres(place: ClusterPlace): ChildProcess {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC', 'jit=off'];
  if (!place.durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  mkdirSync(dirname(place.logFile), { recursive: true });
  const log = openSync(place.logFile, 'w', 0o600);
  // Its own process group: Ctrl-C in a terminal reaches the server, which then closes PostgreSQL after its last request.
  const child = spawn(place.binaries.postgres, ['-D', place.dataDir, '-p', String(place.port), ...settings.flatMap((s) => ['-c', s])], {
    ...(place.user ?? {}),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return child;
}

/** Sessions of a PostgreSQL that was killed may hold its memory for a moment longer. */
const stillHeld = 'pre-existing shared memory block';
const startTries = 20;

async function spawnReady(place: ClusterPlace, url: string): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const child = spawnPostgres(place);
    try {
      await ready(child, url, place.logFile);
      return child;
    } catch (fault) {
      const again = fault instanceof StartFault && fault.message.includes(stillHeld) && attempt < startTries;
      if (!again) throw fault;
      await wait(500);
    }
  }
}

async function ready(child: ChildProcess, url: string, logFile: string): Promise<void> {
  let failure: Error | null = null;
  child.once('error', (fault) => {
    failure = fault;
  });
  for (;;) {
    if (failure || child.exitCode !== null || child.signalCode !== null) throw neverStarted(logFile, failure);
    if (await answers(url)) return;
    await wait(40);
  }
}

/** Wrong password: somebody replaced the remembered one, and waiting would never end. */
const wrongPassword = '28P01';

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (fault) {
    if (codeOf(fault) === wrongPassword) {
      throw new StartFault(
        { zh: 'PostgreSQL 不接受已记下的密码。', en: 'PostgreSQL refuses the remembered password.' },
        { zh: '请从备份恢复状态目录中的 remembered.json。', en: 'Restore remembered.json of the state directory from a backup.' },
      );
    }
    return false; // Not yet: it is starting, or recovering from its log.
  }
}

function neverStarted(logFile: string, cause: Error | null): StartFault {
  const last = existsSync(logFile) ? readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n  ') : '';
  return new StartFault(
    { zh: 'PostgreSQL 没有启动。', en: `PostgreSQL did not start.\n  ${last}` },
    { zh: `完整日志在 ${logFile}。`, en: `Its whole log is in ${logFile}.` },
    { cause },
  );
}

function neverCreated(complaint: string, program: string): StartFault {
  return new StartFault(
    { zh: '数据库目录未能建立。', en: `The database directory could not be created: ${complaint}` },
    { zh: `失败的程序：${program}`, en: `Failed program: ${program}` },
  );
}

function run(program: string, args: readonly string[], user: RunAs | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...(user ?? {}), cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(neverCreated(complaint.trim(), program));
    });
  });
}
