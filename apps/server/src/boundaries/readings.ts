// A file handed in: kept by its hash, read in the thread, confirmed by a person, measured into a draft. Each step is told; it can be cancelled.
import { createHash, randomUUID } from 'node:crypto';
import type { Reading } from '@zhenghe/contract/boundaries';
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Crs, isSurveyGrade } from '@zhenghe/engine/boundaries';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import { boundaryLimits } from '@zhenghe/exchange/boundaries';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../platform/api.ts';
import { type Database, scoped, wholeProvince } from '../platform/database.ts';
import { type Jobs, queueJob } from '../platform/jobs/index.ts';
import { findSourceFile, keepSourceFile } from '../platform/source-files.ts';
import { actorFor, placeOf } from './authority.ts';
import { work } from './desk.ts';
import { placedFeatures } from './matching.ts';
import { countyAt, expectedAt } from './outlines.ts';
import { changeReading, findMapping, findReading, insertDraft, insertReading, listUnderWay, rememberMapping } from './reading-queries.ts';
import type { Mapping, ReadingRecord, Target } from './record.ts';
import * as refuse from './refusals.ts';
import type { BoundedNouns } from './subject.ts';
import type { Unread } from './tasks.ts';

/** Where files come in, and how large they may be; a little more for the form around them. */
export const boundaryUploads = {
  paths: ['/rpc/boundaries/upload', '/api/boundaries/readings'],
  maxBytes: boundaryLimits.fileBytes + 64 * 1024,
};

const queue = 'boundaries-read';
const steps = {
  waiting: { zh: '排队等待读取', en: 'Waiting to be read' },
  reading: { zh: '正在读取文件', en: 'Reading the file' },
  queued: { zh: '排队等待测算', en: 'Waiting to be measured' },
  measuring: { zh: '正在规整界线、测算面积', en: 'Putting the boundaries in order and measuring' },
} as const;

interface UploadAsked {
  readonly target: Target;
  readonly dataset: Dataset;
  readonly file: File;
  readonly on: Day;
}

export async function uploadFile(context: Context, nouns: BoundedNouns, { target, dataset, file, on }: UploadAsked): Promise<Reading> {
  const jurisdiction = await placeOf(context, nouns, { target, dataset, on });
  const by = actorFor(context, jurisdiction, dataset);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = randomUUID();
  await context.db.transaction().execute(async (tx) => {
    await keepSourceFile(tx, { sha256, name: file.name, bytes }, by);
    await insertReading(tx, { id, dataset, jurisdiction, target, file: { name: file.name, size: bytes.length, sha256 }, on, by });
    await changeReading(tx, id, 'reading', { doing: steps.waiting });
    await queueJob(tx, queue, id);
    await audit(tx, context, { id, dataset, action: 'boundaries/upload', after: sha256 });
  });
  return readingOf(context, id);
}

export async function readingOf({ db }: Pick<Context, 'db'>, id: string): Promise<Reading> {
  const found = await findReading(db, id);
  if (!found) throw refuse.noReading();
  return onWire(found);
}

interface ConfirmAsked {
  readonly id: string;
  readonly crs: Crs;
  readonly mapping: Mapping;
}

export async function confirmReading(context: Context, { id, crs, mapping }: ConfirmAsked): Promise<Reading> {
  await context.db.transaction().execute(async (tx) => {
    const reading = await findReading(tx, id, true);
    if (!reading) throw refuse.noReading();
    actorFor(context, reading.jurisdiction, reading.dataset);
    if (reading.stage !== 'confirm' || !reading.found) throw refuse.notNow(reading.stage);
    await rememberMapping(tx, reading.jurisdiction, fieldsKey(reading.found.fields), mapping);
    await changeReading(tx, id, 'confirm', { stage: 'measuring', crs, mapping, doing: steps.queued, share: 0 });
    // The job of the first stage has ended: the second is a job of its own.
    await queueJob(tx, queue, randomUUID(), { reading: id });
  });
  return readingOf(context, id);
}

export async function cancelReading(context: Context, id: string): Promise<Reading> {
  // Held, as the queue may go a stage on meanwhile, and the cancellation would change nothing without a word.
  await context.db.transaction().execute(async (tx) => {
    const reading = await findReading(tx, id, true);
    if (!reading) throw refuse.noReading();
    actorFor(context, reading.jurisdiction, reading.dataset);
    if (['done', 'failed', 'cancelled'].includes(reading.stage)) throw refuse.notNow(reading.stage);
    await changeReading(tx, id, reading.stage, { stage: 'cancelled', doing: null });
  });
  underWay.get(id)?.abort(cancelled);
  return readingOf(context, id);
}

/** Also takes up what an earlier run, or a restored backup, left unfinished. */
export async function workOnReadings(jobs: Jobs, db: Database, nouns: BoundedNouns): Promise<void> {
  const whole = scoped(db, wholeProvince);
  await jobs.work(queue, async (job) => {
    const data = job.data;
    await goOn(whole, nouns, typeof data.reading === 'string' ? data.reading : job.id, job.last);
  });
  await whole.transaction().execute(async (tx) => {
    for (const id of await listUnderWay(tx)) await queueJob(tx, queue, randomUUID(), { reading: id });
  });
}

const cancelled = new Error('cancelled by a person');
const underWay = new Map<string, AbortController>();

async function goOn(db: Database, nouns: BoundedNouns, id: string, last: boolean): Promise<void> {
  const reading = await findReading(db, id);
  if (!reading || (reading.stage !== 'reading' && reading.stage !== 'measuring') || underWay.has(id)) return;
  const stop = new AbortController();
  underWay.set(id, stop);
  try {
    if (reading.stage === 'reading') await read(db, reading, stop.signal);
    else await measure(db, nouns, reading, stop.signal);
  } catch (fault) {
    if (fault === cancelled) return;
    if (last)
      await changeReading(db, id, reading.stage, { stage: 'failed', doing: null, problems: [{ at: null, value: null, reason: gaveUp }] });
    throw fault;
  } finally {
    underWay.delete(id);
  }
}

const gaveUp: Bilingual = {
  zh: '读取时程序出错，已记入日志；原文件已保存。请再试一次，仍不成功的请告诉管理员。',
  en: 'The program failed while reading; it is in the log, and the file is kept. Try once more, then tell the administrator.',
};

async function read(db: Database, reading: ReadingRecord, signal: AbortSignal): Promise<void> {
  const { id, jurisdiction } = reading;
  const file = { name: reading.file.name, bytes: await bytesOf(db, reading) };
  await changeReading(db, id, 'reading', { doing: steps.reading, share: 0 });
  const done = await work<'read'>(
    { kind: 'read', file, dataset: reading.dataset, expected: expectedAt(jurisdiction) },
    { signal, progress: told(db, id, 'reading') },
  );
  if (!done.ok) return failed(db, id, 'reading', done);
  const remembered = await findMapping(db, jurisdiction, fieldsKey(done.found.fields));
  const found = { ...done.found, mapping: remembered ?? done.found.mapping };
  await changeReading(db, id, 'reading', { stage: 'confirm', doing: null, share: 1, found });
}

async function measure(db: Database, nouns: BoundedNouns, reading: ReadingRecord, signal: AbortSignal): Promise<void> {
  const { id, crs, mapping, dataset, jurisdiction, on, target, file, by } = reading;
  if (!crs || !mapping) throw new Error(`reading ${id} is measured before it was confirmed`);
  await changeReading(db, id, 'measuring', { doing: steps.measuring, share: 0 });
  const source = { name: file.name, bytes: await bytesOf(db, reading) };
  const county = await countyAt(db, { dataset, on, jurisdiction });
  const done = await work<'measure'>(
    { kind: 'measure', file: source, crs, mapping, county },
    { signal, progress: told(db, id, 'measuring') },
  );
  if (!done.ok) return failed(db, id, 'measuring', done);
  const placed = await placedFeatures(db, nouns, target, done);
  const draft = randomUUID();
  await db.transaction().execute(async (tx) => {
    const moved = await changeReading(tx, id, 'measuring', { stage: 'done', doing: null, share: 1, draft });
    if (!moved) return;
    const kept = { name: file.name, sha256: file.sha256 };
    await insertDraft(tx, {
      id: draft,
      revision: 1,
      dataset,
      jurisdiction,
      target,
      file: kept,
      crs,
      surveyGrade: isSurveyGrade(crs),
      ...placed,
      by,
    });
  });
}

async function failed(db: Database, id: string, from: ReadingRecord['stage'], unread: Unread): Promise<void> {
  const problems = unread.problems.map(({ sheet, row, column, value, reason }) => ({
    at: [sheet, row, column].filter((part) => part !== null).join(' ') || null,
    value,
    reason,
  }));
  await changeReading(db, id, from, {
    stage: 'failed',
    doing: null,
    problems: [{ at: null, value: null, reason: unread.reason }, ...problems],
  });
}

function told(db: Database, id: string, stage: ReadingRecord['stage']): (share: number) => void {
  // Told to the row as it comes; a lost one is made good by the next.
  return (share) => void changeReading(db, id, stage, { share: Math.min(1, Math.max(0, share)) }).catch(() => undefined);
}

async function bytesOf(db: Database, { file }: ReadingRecord): Promise<Uint8Array> {
  const kept = await findSourceFile(db, file.sha256);
  if (!kept) throw new Error(`the file ${file.sha256} is gone`);
  return kept.bytes;
}

function fieldsKey(fields: readonly { readonly name: string }[]): string {
  return fields
    .map(({ name }) => name)
    .sort()
    .join('\n');
}

function onWire(record: ReadingRecord): Reading {
  const { id, target, dataset, stage, doing, share, file, found, problems, draft } = record;
  return { id, target, dataset, stage, doing, share, file, found, problems, draft };
}

async function audit(
  tx: Database,
  { caller, requestId }: Context,
  { id, ...done }: { readonly id: string; readonly dataset: Dataset; readonly action: string; readonly after: string },
): Promise<void> {
  await recordAudit(tx, { caller, requestId, object: `boundary-readings/${id}`, before: null, ...done });
}
