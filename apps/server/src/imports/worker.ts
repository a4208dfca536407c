// Takes long imports from the queue: reads and checks again with the rights they were asked with, writes in one transaction,
// tells how far it is, and stops when somebody cancels.

import { ImportMapping } from '@zhenghe/contract/imports';
import { batchState, mayStep } from '@zhenghe/engine/imports';
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import { scopeOf } from '../accounts/index.ts';
import type { Caller, Context } from '../platform/api.ts';
import { type Database, scoped, wholeProvince } from '../platform/database.ts';
import { type Job, type Jobs, queueJob } from '../platform/jobs/index.ts';
import { checkedRun, queue, writeBatch } from './commit.ts';
import type { AnyImportKind, ImportKinds } from './kind.ts';
import { appendStep, findBatch, findBytes, hold, listUnfinished, rememberedColumns, stepKindsOf } from './queries.ts';
import { type BatchLine, Order, stateOf } from './record.ts';

export interface ImportDesk {
  readonly db: Database;
  readonly rulebook: Rulebook;
  readonly kinds: ImportKinds;
}

/** Somebody cancelled it: what was written is rolled back, and the try counts as done. */
class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Also queues what an earlier run, or a restored backup, left unfinished. */
export async function workOnImports(jobs: Jobs, desk: ImportDesk): Promise<void> {
  await jobs.work(queue, (job) => writeQueued(desk, job));
  await desk.db.transaction().execute(async (tx) => {
    for (const id of await listUnfinished(tx)) await queueJob(tx, queue, id);
  });
}

export async function writeQueued(desk: ImportDesk, { id, last }: Job): Promise<void> {
  const line = await findBatch(desk.db, id, wholeProvince);
  const kind = desk.kinds.find((one) => one.kind === line?.kind);
  if (!line || !kind || stateOf(line) === 'cancelled' || stateOf(line) === 'committed') return;
  try {
    await write(desk, line, kind);
  } catch (fault) {
    if (fault instanceof Cancelled) return;
    const reason = refusalReason(fault);
    if (last || reason) await give(desk.db, line, reason ?? gaveUp);
    if (!reason) throw fault;
  }
}

async function write(desk: ImportDesk, line: BatchLine, kind: AnyImportKind): Promise<void> {
  const order = Order.parse(line.steps[0]?.detail.order);
  const caller: Caller = { profile: order.profile, card: order.card };
  const db = scoped(desk.db, scopeOf(caller));
  const context: Context = { db, caller, rulebook: desk.rulebook, today: order.today, requestId: `job ${line.id}` };
  const sender = { db, scope: scopeOf(caller), unit: line.unit, by: line.by };
  const bytes = await findBytes(db, line.id);
  if (!bytes) return;
  const asked = {
    ...{ dataset: line.dataset, on: line.on, target: line.target ?? undefined, state: line.state, at: line.at },
    mapping: ImportMapping.parse(line.mapping),
  };
  const file = { name: line.fileName, sha256: line.fileSha256, bytes: new Uint8Array(bytes) };
  await advance(db, line, 'started', 0);
  const read = await kind.open(context, asked, file, await rememberedColumns(db, line.unit, kind.kind));
  await db.transaction().execute(async (tx) => {
    await hold(tx, kind.kind);
    const work = { context: { ...context, db: tx }, kind, sender, asked, file, read };
    const dry = await checkedRun(tx, work);
    // Told on a connection of its own: the rows themselves are seen by nobody before the end.
    const tell = (done: number) => advance(db, line, 'checked', done, dry.rows.length);
    await tell(0);
    await writeBatch(tx, { ...work, batch: line, dry, tell });
    await hold(tx, line.id);
    // Cancelled while the last rows were written: the step just added would stand after the cancelling one.
    if ((await stepKindsOf(tx, line.id)).includes('cancelled')) throw new Cancelled();
  });
}

async function advance(db: Database, line: BatchLine, kind: 'started' | 'checked', done: number, of?: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await hold(tx, line.id);
    if (!mayStep(batchState(await stepKindsOf(tx, line.id)), kind)) throw new Cancelled();
    const total = of ?? line.steps[0]?.detail.progress?.of ?? 0;
    await appendStep(tx, line, kind, { progress: { done, of: total } }, line.by);
  });
}

async function give(db: Database, line: BatchLine, note: Bilingual): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await hold(tx, line.id);
    if (mayStep(batchState(await stepKindsOf(tx, line.id)), 'failed')) await appendStep(tx, line, 'failed', { note }, line.by);
  });
}

const gaveUp: Bilingual = {
  zh: '两次都没有成功，什么也没有写入。请重新试运行；仍不成功的，把批次号告诉管理员。',
  en: 'Two tries did not succeed and nothing was written. Look at the dry run again; if that fails too, tell the administrator the batch.',
};

/** A named refusal (others changed the records meanwhile) is an answer, not a fault; it is not tried again. */
function refusalReason(fault: unknown): Bilingual | null {
  const data: unknown = fault instanceof Error ? Reflect.get(fault, 'data') : null;
  const reason: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'reason') : null;
  if (typeof reason !== 'object' || reason === null) return null;
  const [zh, en] = [Reflect.get(reason, 'zh'), Reflect.get(reason, 'en')];
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
}
