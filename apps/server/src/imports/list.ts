// Batches as lists and one by one, their rows and files, and where a record's rows came from.
import type { ImportBatch } from '@zhenghe/contract/imports';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Effect } from '@zhenghe/engine/imports';
import { scopeOf } from '../accounts/index.ts';
import type { Context } from '../platform/api.ts';
import type { ImportKinds } from './kind.ts';
import { findBatch, findBytes, listBatches, listOrigins, listRows } from './queries.ts';
import { type BatchLine, onWire } from './record.ts';
import * as refuse from './refusals.ts';
import { senderOf } from './sender.ts';

interface Paged {
  readonly page: number;
  readonly size: number;
}

export async function batchList(context: Context, kinds: ImportKinds, { dataset, page, size }: Paged & { readonly dataset: Dataset }) {
  const { db, scope } = senderOf(context);
  const { lines, total } = await listBatches(db, { scope, dataset, limit: size, offset: (page - 1) * size });
  const rows: ImportBatch[] = lines.map((line) => onWire(line, titleOf(kinds, line), { undo: false, cancel: false }));
  return { rows, total, page, size };
}

export async function batchDetail(context: Context, kinds: ImportKinds, id: string): Promise<ImportBatch> {
  const { db, line } = await found(context, id);
  const kind = kinds.find((one) => one.kind === line.kind);
  const refused = await kind?.refused({ ...context, db }, { dataset: line.dataset, target: line.target ?? undefined });
  const may = kind !== undefined && refused === null;
  return onWire(line, titleOf(kinds, line), { undo: may, cancel: may });
}

export async function batchRows(
  context: Context,
  { id, effect, page, size }: Paged & { readonly id: string; readonly effect?: Effect | undefined },
) {
  const { db } = await found(context, id);
  return { ...(await listRows(db, { id, effect, limit: size, offset: (page - 1) * size })), page, size };
}

export async function batchFile(context: Context, id: string): Promise<File> {
  const { db, line } = await found(context, id);
  const bytes = await findBytes(db, id);
  if (!bytes) throw refuse.noBatch();
  return new File([new Uint8Array(bytes)], line.fileName, { type: 'application/octet-stream' });
}

export function originsOf(context: Context, { kind, subject }: { readonly kind: string; readonly subject: string }) {
  return listOrigins(context.db, kind, subject, scopeOf(context.caller));
}

async function found(context: Context, id: string) {
  const { db, scope } = senderOf(context);
  const line = await findBatch(db, id, scope);
  if (!line) throw refuse.noBatch();
  return { db, line };
}

function titleOf(kinds: ImportKinds, { kind }: BatchLine) {
  return kinds.find((one) => one.kind === kind)?.title ?? { zh: kind, en: kind };
}
