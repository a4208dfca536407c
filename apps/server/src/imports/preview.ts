// Reads a file and says row by row what it would do. Writes nothing.
import { createHash } from 'node:crypto';
import type { ImportKindRow, ImportPreview } from '@zhenghe/contract/imports';
import { countsOf, type PlannedRow, stopOf } from '@zhenghe/engine/imports';
import type { z } from 'zod';
import type { Context } from '../platform/api.ts';
import type { AnyImportKind, GivenFile, ImportAsked, ImportKinds } from './kind.ts';
import { now, rememberedColumns } from './queries.ts';
import * as refuse from './refusals.ts';
import { senderOf } from './sender.ts';

/** Sent with a commit, to be the same as what was looked at. */
export interface Asked extends ImportAsked {
  readonly kind: string;
  readonly file: File;
}

export async function previewImport(context: Context, kinds: ImportKinds, asked: Asked): Promise<ImportPreview> {
  const kind = await kindFor(context, kinds, asked);
  const { db, unit } = senderOf(context);
  const inside = { ...context, db };
  const file = await given(asked.file);
  const at = await now(db);
  const read = await kind.open(inside, asked, file, await rememberedColumns(db, unit, kind.kind));
  const dry = read.ready ? await read.ready.dryRun(db) : { rows: [], state: '' };
  const counts = countsOf(dry.rows);
  return {
    file: { name: file.name, size: file.bytes.length, sha256: file.sha256 },
    unreadable: read.unreadable,
    problems: [...read.problems],
    notes: [...read.notes],
    sheets: read.sheets.map((sheet) => ({ ...sheet, headings: [...sheet.headings], columns: [...sheet.columns] })),
    rows: dry.rows.map(rowOnWire),
    counts,
    stop: read.unreadable ?? stopOf(counts),
    state: dry.state,
    at,
    queued: isQueued(kind, dry.rows.length),
  };
}

export function isQueued({ inlineRows }: AnyImportKind, rows: number): boolean {
  return inlineRows !== null && rows > inlineRows;
}

function rowOnWire(row: PlannedRow): ImportPreview['rows'][number] {
  return { ...row, changes: [...row.changes] };
}

/** The kind, when the caller may bring such a file for that subject now. */
export async function kindFor(
  context: Context,
  kinds: ImportKinds,
  asked: Pick<ImportAsked, 'dataset' | 'target'> & { readonly kind: string },
): Promise<AnyImportKind> {
  const kind = kinds.find((one) => one.kind === asked.kind);
  if (!kind) throw refuse.noKind();
  if (kind.targeted && asked.target === undefined) throw refuse.noTarget();
  const refused = await kind.refused(context, asked);
  if (refused) throw refuse.notYours(refused);
  return kind;
}

const longestName = 200;

export async function given(file: File): Promise<GivenFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Control characters and marks of direction make a name look like another.
  const name = file.name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(-longestName) || 'file';
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

export async function kindRows(context: Context, kinds: readonly AnyImportKind[], asked: Pick<ImportAsked, 'dataset'>) {
  const rows: z.infer<typeof ImportKindRow>[] = [];
  for (const kind of kinds) {
    const { title, about, targeted, handsOut, filled } = kind;
    const sheets = kind.layout.map((sheet) => ({
      ...{ key: sheet.key, title: sheet.title, about: sheet.about },
      columns: sheet.columns.map(({ key, title: named, needed = false, hint = null }) => ({ key, title: named, needed, hint })),
    }));
    const refused = await kind.refused(context, asked);
    rows.push({ kind: kind.kind, title, about, accepts: [...kind.accepts], targeted, handsOut, filled, sheets, refused });
  }
  return rows;
}
