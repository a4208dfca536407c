// Saving cells (F34, F41): each has its own fate, none stops another. Two people in one sheet: a cell that changed meanwhile is a
// conflict and keeps what came first. The same request again is answered as the first time and writes nothing.
import type { CellChange, CellFate } from '@zhenghe/contract/statistics';
import { type Bilingual, Decimal, isDecimalText } from '@zhenghe/engine/kernel';
import { type CellKey, type SheetRow, sameCell } from '@zhenghe/engine/statistics';
import { hashOf } from '@zhenghe/rulebook';
import type { z } from 'zod';
import { type Actor, actorOf } from '../accounts/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { type Asked, askedOf, type Checked, checkedSheet, onWire, sheetCells } from './checking.ts';
import { pastOf } from './context.ts';
import { differsFrom } from './frozen.ts';
import { type CellToWrite, saveSheet } from './queries.ts';
import { readSheetToChange } from './read-sheet.ts';
import { cellOf, type StoredCell } from './record.ts';
import * as refuse from './refusals.ts';
import { openKeys, readOnlyFor, standsOn } from './standing.ts';

export type Change = z.infer<typeof CellChange>;
export type Fate = z.infer<typeof CellFate>;

export interface SaveAsked {
  readonly id: string;
  readonly cells: readonly Change[];
  readonly key: string;
}

export interface Saved {
  fates: Fate[];
  findings: Checked['findings'];
  computed: { key: CellKey; value: ReturnType<typeof onWire> }[];
}

export async function saveCells(context: Context, asked: SaveAsked): Promise<Saved> {
  return context.db.transaction().execute((tx) => saveWithin(tx, context, asked));
}

/** Within the transaction of whoever saves more than one sheet. */
export async function saveWithin(tx: Database, context: Context, asked: SaveAsked): Promise<Saved> {
  const { caller } = context;
  const read = await readSheetToChange(tx, asked.id, asked.key);
  if (!read || !caller.card) throw refuse.noFiling(asked.id);
  const { head, answered: known } = read;
  const askedSha256 = hashOf(['save', asked.cells]);
  if (known && known.askedSha256 !== askedSha256) throw refuse.otherQuestion();
  // It was written by this very function, under this key.
  if (known) return known.answer as Saved;
  const stands = await standsOn(tx, head.id);
  const readOnly = readOnlyFor(caller, head, stands);
  if (readOnly) throw refuse.notAllowed(readOnly);
  const sheet = await askedOf(tx, context.rulebook, head);
  const before = new Map(read.cells.map((cell) => [cell.key, cell]));
  const { fates, write } = judge(asked.cells, { rows: sheet.rows, before, open: openKeys(stands.standing, sheet.rows) });
  const by = actorOf(caller.card);
  const filed = sheetCells(sheet.rows, afterWriting(before, write, by));
  const { context: past } = await pastOf(tx, sheet, read.published);
  const { computed, findings, filled, open } = checkedSheet(sheet, filed, past);
  const answer: Saved = { fates, findings, computed: [...computed].map(([key, value]) => ({ key, value: onWire(value) })) };
  const counts = { filled, open, changed: differsFrom(read.newest, filed) };
  await saveSheet(tx, head.id, { cells: write, by, counts, key: asked.key, answered: { askedSha256, answer } });
  if (write.length > 0) await audit(tx, context, sheet, write);
  return answer;
}

function afterWriting(
  before: ReadonlyMap<CellKey, StoredCell>,
  written: readonly CellToWrite[],
  by: Actor,
): ReadonlyMap<CellKey, StoredCell> {
  return new Map([...before, ...written.map((cell): [CellKey, StoredCell] => [cell.key, { ...cell, at: '', by }])]);
}

async function audit(tx: Database, { caller, requestId }: Context, { head }: Asked, written: readonly CellToWrite[]): Promise<void> {
  const object = `statistics/${head.id}`;
  await recordAudit(tx, {
    caller,
    requestId,
    dataset: head.dataset,
    action: 'statistics/save',
    object,
    before: null,
    after: hashOf(written),
  });
}

interface Judging {
  readonly rows: readonly SheetRow[];
  readonly before: ReadonlyMap<CellKey, StoredCell>;
  readonly open: ReadonlySet<CellKey>;
}

/** The fate of each change, and what is to be written. Of two changes of one cell in one request the second finds the first. */
function judge(changes: readonly Change[], { rows, before, open }: Judging) {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const now = new Map(before);
  const write = new Map<CellKey, CellToWrite>();
  const fates = changes.map((change): Fate => {
    const held = now.get(change.key);
    const revision = held?.revision ?? 0;
    const theirs = held ? onWire(cellOf(held)) : null;
    const reason = problemOf(change, byKey.get(change.key), open);
    if (reason) return { key: change.key, fate: 'refused', revision, theirs, reason };
    const next = applied(change, held);
    if (held ? isSame(held, next) : isEmpty(next)) return { key: change.key, fate: 'same', revision, theirs: null, reason: null };
    if (change.seen !== revision) return { key: change.key, fate: 'conflict', revision, theirs, reason: meanwhile(held) };
    write.set(change.key, next);
    now.set(change.key, { ...next, at: '', by: held?.by ?? nobody });
    return { key: change.key, fate: 'saved', revision: next.revision, theirs: null, reason: null };
  });
  return { fates, write: [...write.values()] };
}

const nobody: Actor = { card: '', unit: { zh: '', en: '' }, jurisdiction: '' };

function applied({ key, value, explanation, comment }: Change, held: StoredCell | undefined): CellToWrite {
  const before = { value: held?.value ?? null, missing: held?.missing ?? null };
  const after =
    value === undefined
      ? before
      : value === null || typeof value === 'string'
        ? { value, missing: null }
        : { value: null, missing: value.missing };
  return {
    ...{ key, ...after, revision: (held?.revision ?? 0) + 1 },
    explanation: explanation === undefined ? (held?.explanation ?? null) : explanation?.trim() || null,
    comment: comment === undefined ? (held?.comment ?? null) : comment?.trim() || null,
  };
}

function isSame(held: StoredCell, next: CellToWrite): boolean {
  return sameCell(cellOf(held), cellOf(next)) && held.explanation === next.explanation && held.comment === next.comment;
}

function isEmpty({ value, missing, explanation, comment }: CellToWrite): boolean {
  return value === null && missing === null && explanation === null && comment === null;
}

function meanwhile(held: StoredCell | undefined): Bilingual {
  const who = held?.by.unit ?? nobody.unit;
  return {
    zh: `${who.zh}的另一人已先改过这一格。请看现在的值，再决定是否覆盖。`,
    en: `Somebody else at ${who.en} changed this cell first. Look at what stands there now, then decide.`,
  };
}

function problemOf(change: Change, row: SheetRow | undefined, open: ReadonlySet<CellKey>): Bilingual | null {
  if (!row) return { zh: '这张表没有这一格，可能是别的年度的表样。', en: 'The sheet has no such cell; it may be of another year’s form.' };
  if (row.computed) return { zh: '这一格由公式计算，不能填写。', en: 'This cell is computed by its formula and cannot be filled in.' };
  if (!open.has(change.key)) return { zh: '这一格没有退回，已锁定。', en: 'This cell was not returned; it is locked.' };
  const { value } = change;
  return typeof value === 'string' ? numberProblem(value, row) : null;
}

function numberProblem(value: string, { indicator: { decimals, name } }: SheetRow): Bilingual | null {
  if (!isDecimalText(value)) {
    return {
      zh: `“${value}”不是可以记录的数：只用数字和小数点，整数部分至多 15 位，小数至多 12 位。`,
      en: `"${value}" cannot be kept as a number: digits and a point only, at most 15 before it and 12 after.`,
    };
  }
  if (new Decimal(value).decimalPlaces() <= decimals) return null;
  return {
    zh: decimals === 0 ? `${name.zh}应填整数。` : `${name.zh}至多 ${decimals} 位小数。`,
    en: decimals === 0 ? `${name.en} is a whole number.` : `${name.en} has at most ${decimals} decimals.`,
  };
}
