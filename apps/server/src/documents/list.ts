// The papers of a plan for those who may have them made, and the finished file.
import type { DocumentList } from '@zhenghe/contract/documents';
import type { Context } from '../platform/api.ts';
import { kindsFor, makerFor } from './authority.ts';
import { type Asked, detailOf, roundsOf } from './content.ts';
import { findDocument, findFile, listDocuments } from './queries.ts';
import { onWire } from './record.ts';
import * as refuse from './refusals.ts';

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Others than makers see that there is nothing for them, and why. */
export async function documentList(context: Context, asked: Asked): Promise<DocumentList> {
  const detail = await detailOf(context, asked);
  const kinds = kindsFor(context.caller, detail, await roundsOf(context, detail));
  if (!makerFor(context.caller, detail.plan.jurisdiction)) return { kinds, rows: [] };
  const lines = await listDocuments(context.db, detail.id);
  return { kinds, rows: lines.map((line) => onWire(line, true)) };
}

export async function documentFile(context: Context, id: string): Promise<File> {
  const line = await findDocument(context.db, id);
  if (!line || !makerFor(context.caller, line.jurisdiction)) throw refuse.noDocument();
  const file = await findFile(context.db, id);
  if (!file) throw refuse.noFile();
  const type = types[line.kind === 'answers-sheet' ? 'xlsx' : 'docx'];
  return new File([new Uint8Array(file.bytes)], file.name, { type });
}
