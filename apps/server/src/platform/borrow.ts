// The product's database for a command: through the running server's PostgreSQL when there is one, else started for the command alone.
import { type Config, readConfig } from './config.ts';
import { type Database, openDatabase } from './database.ts';
import { StartFault } from './fault.ts';
import { makeHome, openHome } from './home.ts';
import { holderOf, holdHome } from './lock.ts';
import { ownUrl, startOwnPostgres } from './postgres/index.ts';
import type { Say } from './say.ts';

export interface Borrowed {
  readonly db: Database;
  /** DATABASE_URL, a running server of ours, or our own PostgreSQL started for this command. */
  readonly through: 'database-url' | 'running-server' | 'own';
  readonly config: Config;
  /** The running server, when there is one. */
  readonly holder: { readonly pid: number; readonly address?: string } | null;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whatever was started for the work is stopped after it, also when it fails. The schema is left as it is: call `migrate` yourself. */
export async function withDatabase<T>(say: Say, work: (borrowed: Borrowed) => Promise<T>, env = process.env): Promise<T> {
  const config = readConfig(env);
  const holder = holderOf(config.home);
  if (config.databaseUrl) return using(config.databaseUrl, (db) => work({ db, through: 'database-url', config, holder }));
  if (holder) {
    const url = ownUrl(openHome(config.home));
    if (!url) throw startingNow(holder.pid, config.home);
    return using(url, (db) => work({ db, through: 'running-server', config, holder }));
  }
  return withOwn(config, say, (db) => work({ db, through: 'own', config, holder: null }));
}

function startingNow(pid: number, home: string): StartFault {
  return new StartFault(
    { zh: `进程 ${pid} 正在 ${home} 启动。`, en: `Process ${pid} is just starting in ${home}.` },
    { zh: '请等它就绪后再试。', en: 'Try again when it is ready.' },
  );
}

async function withOwn<T>(config: Config, say: Say, work: (db: Database) => Promise<T>): Promise<T> {
  makeHome(config.home);
  const hold = await holdHome(config.home, say);
  let stop: () => Promise<void> = async () => undefined;
  const end = async () => {
    await stop();
    hold.release();
  };
  // Our PostgreSQL has its own process group, so Ctrl-C alone would leave it running.
  const interrupted = () => void end().finally(() => process.exit(130));
  for (const signal of signals) process.on(signal, interrupted);
  try {
    const { cluster, url } = await startOwnPostgres(config.home, { durable: true }, say);
    stop = cluster.stop;
    return await using(url, work);
  } finally {
    for (const signal of signals) process.removeListener(signal, interrupted);
    await end();
  }
}

async function using<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(url);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
