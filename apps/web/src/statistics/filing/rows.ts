// The rows of a filing in the order of its form: a row of the form with its cell, what it is called and measured in, and what
// stands in it now, with what was typed and is not saved yet laid over what the server has.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { sameCell } from '@zhenghe/engine/statistics';
import type { Figure, FilingCell, Form, Sheet, SheetIndicator } from '../shapes.ts';
import type { Pending, Queue } from './queue.ts';

export interface FilingRow {
  readonly key: string;
  readonly cell: FilingCell;
  readonly indicator: SheetIndicator;
  readonly required: boolean;
  readonly help: Bilingual | null;
}

export interface FilingGroup {
  readonly id: string;
  readonly title: Bilingual;
  readonly rows: readonly FilingRow[];
}

/** A row without its cell or its indicator is left out: the server answers for both or neither. */
export function groupsOf(sheet: Pick<Sheet, 'form' | 'indicators'> & { readonly cells: readonly FilingCell[] }): readonly FilingGroup[] {
  const cells = new Map(sheet.cells.map((cell) => [cell.key, cell]));
  const indicators = new Map(sheet.indicators.map((one) => [one.code, one]));
  return sheet.form.groups.map(({ id, title, rows }) => ({
    id,
    title,
    rows: rows.flatMap((row) => {
      const [cell, indicator] = [cells.get(keyOf(row)), indicators.get(row.indicator)];
      return cell && indicator ? [{ key: cell.key, cell, indicator, required: row.required, help: row.help }] : [];
    }),
  }));
}

function keyOf({ indicator, calibre }: Form['groups'][number]['rows'][number]): string {
  return calibre === null ? indicator : `${indicator}@${calibre}`;
}

/** What stands in the cell for its reader: typed before saved. */
export function figureAt(cell: FilingCell, pending: Pending | undefined): Figure {
  return pending?.value === undefined ? cell.value : pending.value;
}

export function explanationOf(cell: FilingCell, pending: Pending | undefined): string {
  return (pending?.explanation === undefined ? cell.explanation : pending.explanation) ?? '';
}

export function commentOf(cell: FilingCell, pending: Pending | undefined): string {
  return (pending?.comment === undefined ? cell.comment : pending.comment) ?? '';
}

export type CellStanding = 'computed' | 'locked' | 'unread' | 'conflict' | 'refused' | 'sending' | 'waiting' | 'saved' | 'empty';

/** The one thing a reader has to know of the cell first. */
export function standingOf({ cell }: Pick<FilingRow, 'cell'>, queue: Queue, open: boolean): CellStanding {
  const pending = queue.pending[cell.key];
  if (pending?.conflict) return 'conflict';
  if (pending?.unread) return 'unread';
  if (pending?.refused) return 'refused';
  if (pending) return queue.sending?.cells.some(({ key }) => key === cell.key) ? 'sending' : 'waiting';
  if (cell.computed) return 'computed';
  if (!open) return 'locked';
  return cell.value === null ? 'empty' : 'saved';
}

/** Cells that differ from what was approved last; none before a first approval. */
export function differencesOf(rows: readonly FilingRow[], queue: Queue): readonly FilingRow[] {
  const approvedOnce = rows.some(({ cell }) => cell.approved !== null);
  return approvedOnce ? rows.filter(({ key, cell }) => !sameCell(figureAt(cell, queue.pending[key]), cell.approved)) : [];
}

/** Asked and neither figure nor reason there. */
export function gapsOf(rows: readonly FilingRow[], queue: Queue): readonly FilingRow[] {
  return rows.filter(({ key, cell, required }) => required && !cell.computed && figureAt(cell, queue.pending[key]) === null);
}
