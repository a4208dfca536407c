// Load → decide → save for papers: asking for one and stopping it, each with its job and its audit entry in one transaction.
import { randomUUID } from 'node:crypto';
import type { DocumentRow } from '@zhenghe/contract/documents';
import type { PaperKind } from '@zhenghe/exchange/documents';
import { hashOf } from '@zhenghe/rulebook';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { cancelJob, queueJob } from '../platform/jobs/index.ts';
import { makerFor, refusedKind } from './authority.ts';
import { newCode } from './code.ts';
import { type Asked, detailOf, paperContent, roundsOf } from './content.ts';
import { appendStep, findDocument, findUnderWay, hold, insertDocument } from './queries.ts';
import { type DocumentLine, isOver, onWire } from './record.ts';
import * as refuse from './refusals.ts';

export const queue = 'documents-make';

export async function makeDocument(context: Context, asked: Asked & { readonly kind: PaperKind }): Promise<DocumentRow> {
  return context.db.transaction().execute(async (tx) => {
    await hold(tx, asked.plan);
    const inside = { ...context, db: tx };
    const detail = await detailOf(inside, asked);
    const by = makerFor(context.caller, detail.plan.jurisdiction);
    if (!by) throw refuse.notAllowed(refuse.notMaker);
    const rounds = await roundsOf(inside, detail);
    const refused = refusedKind(asked.kind, detail, rounds);
    if (refused) throw refuse.notNow(refused);
    const content = await paperContent(inside, { kind: asked.kind, detail, rounds, by });
    const contentSha256 = hashOf(content);
    const same = await findUnderWay(tx, contentSha256);
    if (same) return onWire(same, true);
    const { dataset, id: planId, version } = detail;
    const id = randomUUID();
    await insertDocument(tx, { id, dataset, code: newCode(), kind: asked.kind, planId, version, content, contentSha256, on: asked.on, by });
    await appendStep(tx, id, 'asked');
    await queueJob(tx, queue, id);
    const line = await lineOf(tx, id);
    await audit(tx, context, line, { action: 'documents/make', before: null, after: contentSha256 });
    return onWire(line, true);
  });
}

/** A try that is under way stops at its next step and keeps nothing. */
export async function cancelDocument(context: Context, id: string): Promise<DocumentRow> {
  return context.db.transaction().execute(async (tx) => {
    await hold(tx, id);
    const line = await findDocument(tx, id);
    if (!line || !makerFor(context.caller, line.jurisdiction)) throw refuse.noDocument();
    if (isOver(line.step)) throw refuse.alreadyOver();
    await appendStep(tx, id, 'cancelled');
    await cancelJob(tx, queue, id);
    await audit(tx, context, line, { action: 'documents/cancel', before: line.contentSha256, after: null });
    return onWire(await lineOf(tx, id), true);
  });
}

async function lineOf(tx: Database, id: string): Promise<DocumentLine> {
  const line = await findDocument(tx, id);
  if (!line) throw refuse.noDocument();
  return line;
}

async function audit(
  tx: Database,
  { caller, requestId }: Context,
  { id, dataset }: DocumentLine,
  done: { readonly action: string; readonly before: string | null; readonly after: string | null },
): Promise<void> {
  await recordAudit(tx, { caller, requestId, dataset, object: `documents/${id}`, ...done });
}
