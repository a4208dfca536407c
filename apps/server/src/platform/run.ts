// One run of the product: state directory, database, migrations, data, web. Whatever was opened is closed again, in reverse order.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Router } from '@orpc/server';
import type { Contract } from '@zhenghe/contract';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import type { Caller, Context } from './api.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase, type Scope, scoped, wholeProvince } from './database.ts';
import { StartFault } from './fault.ts';
import { makeHome, openHome } from './home.ts';
import { createApp, type Incoming, type Return, type Upload } from './http/app.ts';
import { listen } from './http/listen.ts';
import { type Jobs, startJobs } from './jobs/index.ts';
import { holdHome } from './lock.ts';
import { type Log, openLog } from './log.ts';
import { migrate } from './migrate.ts';
import { startOwnPostgres } from './postgres/index.ts';
import { productRoot } from './product.ts';
import type { Say } from './say.ts';
import { grantServing, mustBind, servingUrl } from './serving-role.ts';
import { openSigner, type Signer } from './signing.ts';

/** What the nouns bring; the platform knows none of them. */
export interface Product {
  readonly rulebook: Rulebook;
  readonly router: Router<Contract, Context>;
  /** Fills an empty database and leaves a filled one as it is. */
  readonly load: (db: Database, say: Say) => Promise<void>;
  /** Takes up the work that waits in the queue; `address` is where readers reach the product. */
  readonly work: (jobs: Jobs, desk: { readonly db: Database; readonly address: string }) => Promise<void>;
  /** Called every minute, outside of requests. */
  readonly tick: (db: Database, signer: Signer) => Promise<unknown>;
  /** Who asks. */
  readonly callerOf: (
    call: Incoming,
    open: { readonly db: Database; readonly secret: string; readonly today: string },
  ) => Promise<Pick<Context, 'caller' | 'demo' | 'visit'>>;
  /** What the database lets that caller see. */
  readonly scopeOf: (caller: Caller) => Scope;
  readonly returns: readonly Return[];
  readonly uploads: readonly Upload[];
  /** Asked for each request, as training data can be removed while the server runs. */
  readonly present: (db: Database) => Promise<{ readonly today: string; readonly datasets: readonly Dataset[] }>;
}

export interface Run {
  readonly address: string;
  /** Resolves, with the reason, when the run cannot go on. */
  readonly broken: Promise<StartFault>;
}

/** A query that has not ended by then is cut when its database stops. */
const patienceMs = 4000;
const minuteMs = 60_000;

/** The stop came while the start was still under way. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Closers of what is open, newest last. */
export interface Opened {
  readonly add: (close: () => void | Promise<void>) => void;
  readonly closeAll: () => Promise<void>;
}

export function opened(): Opened {
  const closers: (() => void | Promise<void>)[] = [];
  let closing = false;
  return {
    add: (close) => {
      closers.push(close);
      // The step was under way when the stop came: it goes no further, and the stop closes what it opened.
      if (closing) throw new Interrupted();
    },
    closeAll: async () => {
      closing = true;
      let first: unknown = null;
      for (let close = closers.pop(); close; close = closers.pop()) {
        try {
          await close();
        } catch (fault) {
          first ??= fault; // The rest is closed all the same: PostgreSQL must not be left running.
        }
      }
      if (first !== null) throw first;
    },
  };
}

export async function run(config: Config, product: Product, opens: Opened, say: Say): Promise<Run> {
  makeHome(config.home);
  const hold = await holdHome(config.home, say);
  opens.add(hold.release);
  const { cookieSecret } = openHome(config.home);
  const log = openLog(config.home, say);
  opens.add(log.close);
  const database = await findDatabase(config, opens, say);
  const serving = await prepare(config, product, database, say);
  const db = openWatched(serving, log, opens);
  const signer = openSigner(config.home, config.signing);
  const jobs = await startJobs(serving, (fault) => log.event('job queue', { message: fault.message }));
  opens.add(jobs.stop);
  const listener = await listen(createApp(appParts(config, product, { db, log, cookieSecret, signer })), config, say);
  opens.add(listener.close);
  const own = scoped(db, wholeProvince);
  opens.add(ticking(() => product.tick(own, signer), log));
  await product.work(jobs, { db: own, address: config.publicUrl ?? listener.address });
  opens.add(hold.leaving);
  hold.at(listener.address);
  log.event('started', { address: listener.address, profile: config.profile });
  return { address: listener.address, broken: database.broken };
}

/** As the owner of the tables: migrations, rights, data. Answers how requests are to be served. */
async function prepare(config: Config, product: Product, database: Found, say: Say): Promise<string> {
  const owner = openDatabase(database.ownerUrl);
  try {
    const fresh = await migrate(owner, say).catch((cause) => {
      throw unreachable(config, cause);
    });
    say(fresh.length > 0 ? `Database brought up to date: ${fresh.length} migrations.` : 'Database is up to date.');
    await product.load(owner, say);
    if (database.servingUrl === null) {
      const url = await servingUrl(owner, database.ownerUrl, say);
      return config.profile === 'production' ? mustBind(url, database.ownerUrl) : url;
    }
    await grantServing(owner);
    return database.servingUrl;
  } finally {
    await owner.destroy();
  }
}

/** A fault of a tick is logged, and the next comes all the same. */
function ticking(tick: () => Promise<unknown>, log: Log): () => void {
  const timer = setInterval(() => void tick().catch((fault) => log.fault('-', 'tick', fault)), minuteMs);
  timer.unref();
  return () => clearInterval(timer);
}

function openWatched(url: string, log: Log, opens: Opened): Database {
  let closing = false;
  const db = openDatabase(url, (fault) => {
    if (!closing) log.event('database connection lost', { message: fault.message });
  });
  opens.add(() => {
    closing = true;
    return Promise.race([db.destroy(), wait(patienceMs, undefined, { ref: false })]);
  });
  return db;
}

interface Found {
  readonly ownerUrl: string;
  /** Null with a database of the operator's, where the role has yet to be found. */
  readonly servingUrl: string | null;
  readonly broken: Promise<StartFault>;
}

async function findDatabase(config: Config, opens: Opened, say: Say): Promise<Found> {
  if (config.databaseUrl) {
    say(`使用 DATABASE_URL 的 PostgreSQL of DATABASE_URL (${new URL(config.databaseUrl).host}).`);
    return { ownerUrl: config.databaseUrl, servingUrl: null, broken: new Promise(() => undefined) };
  }
  const { cluster, url, servingUrlOf } = await startOwnPostgres(config.home, { durable: true }, say);
  opens.add(cluster.stop);
  say(`数据库已启动 PostgreSQL 18 started on ${new URL(url).host}.`);
  const log = join(config.home, 'postgres.log');
  const fault = () =>
    new StartFault(
      { zh: 'PostgreSQL 意外停止。', en: 'PostgreSQL ended unexpectedly.' },
      {
        zh: `日志在 ${log}。请重新启动：已提交的数据会恢复。`,
        en: `Its log is in ${log}. Start again: it recovers what was committed.`,
      },
    );
  return { ownerUrl: url, servingUrl: servingUrlOf(new URL(url).pathname.slice(1)), broken: cluster.ended.then(fault) };
}

function unreachable(config: Config, cause: unknown): unknown {
  if (cause instanceof StartFault || !config.databaseUrl) return cause;
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new StartFault(
    { zh: `DATABASE_URL 指向的数据库不能使用：${reason}`, en: `The server of DATABASE_URL cannot be used: ${reason}` },
    { zh: '请检查地址、账号和权限（须能建表）。', en: 'Check address, account and rights (it must create tables).' },
    { cause },
  );
}

function appParts(
  config: Config,
  product: Product,
  open: { db: Database; log: Log; cookieSecret: string; signer: Signer },
): Parameters<typeof createApp>[0] {
  const { db, log, cookieSecret, signer } = open;
  return {
    router: product.router,
    profile: config.profile,
    secure: config.publicUrl?.startsWith('https:') ?? false,
    ground: config.ground,
    webFolder: join(productRoot, 'apps/web/dist'),
    dataFolder: join(productRoot, 'data'),
    log,
    returns: product.returns,
    uploads: product.uploads,
    contextOf: async (call) => {
      const { today, datasets } = await product.present(db);
      const asks = await product.callerOf(call, { db, secret: cookieSecret, today });
      const forCaller = scoped(db, product.scopeOf(asks.caller));
      return { db: forCaller, rulebook: product.rulebook, signer, log, requestId: call.requestId, today, datasets, ...asks };
    },
    isHealthy: () =>
      sql`select 1`.execute(db).then(
        () => true,
        () => false, // The answer is the finding: the health of the database is what was asked.
      ),
  };
}
