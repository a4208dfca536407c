// Work after commit: pg-boss in the same PostgreSQL. A job is queued in the transaction that asks for it, so neither stands alone.
import { CompiledQuery } from 'kysely';
import PgBoss from 'pg-boss';
import type { Database } from '../database.ts';

/** One retry: a job that failed twice has a reason that a third time does not mend. */
const retryLimit = 1;
const schema = 'pgboss';

export interface Job {
  readonly id: string;
  /** What was queued with it. */
  readonly data: Readonly<Record<string, unknown>>;
  /** No further try follows when this one fails. */
  readonly last: boolean;
}

export interface Jobs {
  /** Takes the queue's jobs one at a time. A thrown fault fails the try. */
  readonly work: (queue: string, handler: (job: Job) => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Makes the queue's tables where they are missing. Call it before the first job is queued. */
export async function startJobs(url: string, onFault: (fault: Error) => void): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, schema, application_name: 'zhenghe-jobs', max: 3, schedule: false });
  boss.on('error', onFault);
  await boss.start();
  return {
    work: async (queue, handler) => {
      await boss.createQueue(queue);
      await boss.work(queue, { includeMetadata: true, pollingIntervalSeconds: 0.5, batchSize: 1 }, async (jobs) => {
        for (const { id, data, retryCount } of jobs) await handler({ id, data: { ...(data ?? {}) }, last: retryCount >= retryLimit });
      });
    },
    stop: () => boss.stop({ graceful: true, timeout: 3000 }),
  };
}

/** Writes SQL for others' transactions; it never opens a connection of its own. */
const writer = new PgBoss({ db: { executeSql: () => Promise.reject(new Error('a job is queued inside a transaction')) }, schema });

export async function queueJob(tx: Database, queue: string, id: string, data: Readonly<Record<string, string>> = {}): Promise<void> {
  await writer.send(queue, data, { id, db: inside(tx), retryLimit, retryDelay: 1, expireInSeconds: 120 });
}

export async function cancelJob(tx: Database, queue: string, id: string): Promise<void> {
  await writer.cancel(queue, id, { db: inside(tx) });
}

function inside(tx: Database): PgBoss.Db {
  return {
    executeSql: async (text, values) => {
      const { rows } = await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...values]));
      return { rows, rowCount: rows.length };
    },
  };
}
