// Commits what was looked at: the same file over the same records, all of it or nothing, once however often it is asked.
import { createHash, randomUUID } from 'node:crypto';
import type { HandOut, ImportBatch } from '@zhenghe/contract/imports';
import { countsOf, stopOf } from '@zhenghe/engine/imports';
import type { Mapping } from '@zhenghe/exchange/imports';
import { hashOf } from '@zhenghe/rulebook';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { queueJob } from '../platform/jobs/index.ts';
import type { AnyImportKind, GivenFile, ImportAsked, ImportKinds, ReadImport } from './kind.ts';
import { type Asked, given, isQueued, kindFor } from './preview.ts';
import { appendStep, findByTicket, hold, insertBatch, insertRows, rememberColumns, rememberedColumns } from './queries.ts';
import { type BatchLine, onWire, type SendingActor } from './record.ts';
import * as refuse from './refusals.ts';
import { type Sender, senderOf } from './sender.ts';

export const queue = 'imports-write';

export interface CommitAsked extends Asked {
  readonly sha256: string;
  readonly state: string;
  readonly at: string;
}

interface Done {
  readonly batch: ImportBatch;
  readonly handOut: HandOut | null;
}

export async function commitImport(context: Context, kinds: ImportKinds, asked: CommitAsked): Promise<Done> {
  const kind = await kindFor(context, kinds, asked);
  const sender = senderOf(context);
  const file = await given(asked.file);
  if (file.sha256 !== asked.sha256) throw refuse.otherBytes();
  const ticket = ticketOf(asked, sender.by);
  const inside = { ...context, db: sender.db };
  const read = await kind.open(inside, asked, file, await rememberedColumns(sender.db, sender.unit, kind.kind));
  return sender.db.transaction().execute(async (tx) => {
    await hold(tx, kind.kind);
    const before = await findByTicket(tx, ticket);
    if (before) return { batch: onWire(before, kind.title, { undo: true, cancel: true }), handOut: null };
    const work = { context: { ...inside, db: tx }, kind, sender, asked, file, read };
    const dry = await checkedRun(tx, work);
    const id = randomUUID();
    const batch = { id, dataset: asked.dataset, kind: kind.kind };
    await insertBatch(tx, await newBatch(tx, work, { id, ticket }));
    await remember(tx, kind, sender, asked.mapping);
    const counts = countsOf(dry.rows);
    if (isQueued(kind, dry.rows.length)) {
      const order = { ...orderOf(context), today: context.today };
      await appendStep(tx, batch, 'asked', { counts, progress: { done: 0, of: dry.rows.length }, order }, sender.by);
      await queueJob(tx, queue, id);
      return { batch: onWire(await reread(tx, ticket), kind.title, { undo: true, cancel: true }), handOut: null };
    }
    await appendStep(tx, batch, 'asked', { counts }, sender.by);
    const handOut = await writeBatch(tx, { ...work, batch, dry, tell: () => Promise.resolve() });
    return { batch: onWire(await reread(tx, ticket), kind.title, { undo: true, cancel: true }), handOut };
  });
}

interface Work {
  readonly context: Context;
  readonly kind: AnyImportKind;
  readonly sender: Sender;
  readonly asked: ImportAsked & { readonly state: string; readonly at: string };
  readonly file: GivenFile;
  readonly read: ReadImport;
}

type Run = Awaited<ReturnType<NonNullable<ReadImport['ready']>['dryRun']>>;

/** The dry run again, over the records as they are now: it must rest on the same as what was looked at. */
export async function checkedRun(tx: Database, { kind, asked, read }: Work): Promise<Run> {
  if (!read.ready) throw refuse.stopped(read.unreadable ?? { zh: '文件读不了。', en: 'The file cannot be read.' });
  const dry = await read.ready.dryRun(tx);
  if (dry.state !== asked.state) throw refuse.stale(await kind.changedSince(tx, dry.rows, asked, asked.at));
  const stop = stopOf(countsOf(dry.rows));
  if (stop) throw refuse.stopped(stop);
  return dry;
}

interface Writing extends Work {
  readonly batch: { readonly id: string; readonly dataset: ImportAsked['dataset']; readonly kind: string };
  readonly dry: Run;
  readonly tell: (done: number) => Promise<void>;
}

/** The kind's own rows, the rows of the batch, its step and its audit entry: together or not at all. */
export async function writeBatch(tx: Database, work: Writing): Promise<HandOut | null> {
  const { batch, dry, read, sender, context } = work;
  if (!read.ready) throw refuse.noBatch();
  const { memo, subjects = [], handOut, note } = await read.ready.commit(tx, { batch, rows: dry.rows, tell: work.tell });
  await insertRows(tx, batch, dry.rows, subjects);
  await appendStep(tx, batch, 'committed', { counts: countsOf(dry.rows), memo, ...(note && { note }) }, sender.by);
  await recordAudit(tx, {
    ...{ caller: context.caller, requestId: context.requestId, dataset: batch.dataset },
    ...{ action: 'imports/commit', object: `imports/${batch.id}`, before: work.file.sha256, after: hashOf(dry.rows.map(plainRow)) },
    ...(sender.by.person === null ? {} : { actor: sender.by.person }),
  });
  return handOut ?? null;
}

function plainRow({ sheet, row, effect, label, changes }: Run['rows'][number]) {
  return { sheet, row, effect, label, changes };
}

/** The same file over the same records by the same hands is one batch, however often it is sent. */
function ticketOf(asked: CommitAsked, by: SendingActor): string {
  const { kind, dataset, target = null, sha256, mapping = null, state } = asked;
  return createHash('sha256')
    .update(JSON.stringify([kind, dataset, target, sha256, mapping, state, by]))
    .digest('hex');
}

async function newBatch(tx: Database, { kind, sender, asked, file }: Work, own: { readonly id: string; readonly ticket: string }) {
  const { dataset, target = null, mapping = {}, state, on } = asked;
  const targetTitle = target === null ? null : await kind.titleOf(tx, target);
  return { ...own, kind: kind.kind, dataset, target, targetTitle, unit: sender.unit, file, mapping, state, on, by: sender.by };
}

/** What a person said about columns is kept for the sender's next file. */
async function remember(tx: Database, kind: AnyImportKind, { unit, by }: Sender, mapping: Mapping | undefined): Promise<void> {
  if (!mapping || unit === '') return;
  const said = Object.values(mapping).filter(({ sheet, columns }) => sheet !== '' && Object.keys(columns).length > 0);
  await rememberColumns(tx, unit, kind.kind, Object.fromEntries(said.map(({ sheet, columns }) => [sheet, columns])), by);
}

function orderOf({ caller }: Context) {
  if (!caller.card) throw refuse.notYours();
  return { card: caller.card, profile: caller.profile, person: caller.signedIn?.person.id ?? null };
}

async function reread(tx: Database, ticket: string): Promise<BatchLine> {
  const line = await findByTicket(tx, ticket);
  if (!line) throw refuse.noBatch();
  return line;
}
