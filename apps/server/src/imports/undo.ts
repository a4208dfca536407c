// Takes a batch back, or stops one that is still being written. Nothing is deleted: the kind closes or replaces what it wrote.

import type { ImportBatch } from '@zhenghe/contract/imports';
import { mayStep } from '@zhenghe/engine/imports';
import type { Day } from '@zhenghe/engine/kernel';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { cancelJob } from '../platform/jobs/index.ts';
import { queue } from './commit.ts';
import type { AnyImportKind, ImportKinds } from './kind.ts';
import { kindFor } from './preview.ts';
import { appendStep, findBatch, hold, subjectsOf } from './queries.ts';
import { type BatchLine, committedStep, onWire, type StepDetail, stateOf } from './record.ts';
import * as refuse from './refusals.ts';
import { senderOf } from './sender.ts';

interface UndoAsked {
  readonly id: string;
  readonly reason: string;
  readonly on: Day;
}

export function undoImport(context: Context, kinds: ImportKinds, { id, reason, on }: UndoAsked): Promise<ImportBatch> {
  return changing(context, kinds, { id, step: 'undone' }, async (tx, line, kind) => {
    const written = committedStep(line);
    await kind.undo(
      tx,
      { ...context, db: tx },
      {
        ...{ dataset: line.dataset, target: line.target, memo: written?.detail.memo ?? {}, subjects: await subjectsOf(tx, line.id) },
        ...{ reason, on, writtenAt: written?.at ?? line.at },
      },
    );
    return { reason };
  });
}

/** What is being written stops at its next step and leaves nothing. */
export function cancelImport(context: Context, kinds: ImportKinds, id: string): Promise<ImportBatch> {
  return changing(context, kinds, { id, step: 'cancelled' }, async (tx, line) => {
    await cancelJob(tx, queue, line.id);
    return {};
  });
}

type Change = (tx: Database, line: BatchLine, kind: AnyImportKind) => Promise<StepDetail>;

async function changing(
  context: Context,
  kinds: ImportKinds,
  { id: asked, step }: { readonly id: string; readonly step: 'undone' | 'cancelled' },
  change: Change,
): Promise<ImportBatch> {
  const sender = senderOf(context);
  return sender.db.transaction().execute(async (tx) => {
    const found = await findBatch(tx, asked, sender.scope);
    if (!found) throw refuse.noBatch();
    // As it is stored: an id may be sent in capitals, which would be another lock and another object of the audit.
    const { id } = found;
    const about = { kind: found.kind, dataset: found.dataset, target: found.target ?? undefined };
    const kind = await kindFor({ ...context, db: tx }, kinds, about);
    // The kind's lock first, as a commit takes it; then the batch's own, which its worker takes at the end.
    if (step === 'undone') await hold(tx, kind.kind);
    await hold(tx, id);
    const line = (await findBatch(tx, id, sender.scope)) ?? found;
    if (!mayStep(stateOf(line), step)) throw refuse.notNow(step);
    const detail = await change(tx, line, kind);
    await appendStep(tx, line, step, detail, sender.by);
    await recordAudit(tx, {
      ...{ caller: context.caller, requestId: context.requestId, dataset: line.dataset, object: `imports/${id}` },
      ...{ action: step === 'undone' ? 'imports/undo' : 'imports/cancel', before: line.fileSha256, after: null },
    });
    const after = (await findBatch(tx, id, sender.scope)) ?? line;
    return onWire(after, kind.title, { undo: true, cancel: true });
  });
}
