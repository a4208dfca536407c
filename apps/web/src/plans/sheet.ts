// Moving about a table of inputs as in a spreadsheet, and where a pasted block falls. Cells know their address by
// data-cell, and their column by data-column.
import { type CellRef, cellKey } from './cells.ts';

export type Move = 'up' | 'down' | 'left' | 'right' | 'next' | 'previous';

export interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** The caret stands before the first, or after the last sign; both when all is selected. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** The move a key asks for; null leaves the key to the browser. */
export function moveFor({ key, shiftKey, altKey, atStart, atEnd }: Key): Move | null {
  if (altKey) return null;
  if (key === 'Enter') return shiftKey ? 'up' : 'down';
  if (key === 'Tab') return shiftKey ? 'previous' : 'next';
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowUp') return 'up';
  if (key === 'ArrowLeft' && atStart) return 'left';
  if (key === 'ArrowRight' && atEnd) return 'right';
  return null;
}

export interface Spot {
  readonly column: string;
  readonly row: number;
}

/** Index of the spot to go to, in reading order; null when the table ends there. */
export function spotAfter(spots: readonly Spot[], from: number, move: Move): number | null {
  const here = spots[from];
  if (!here) return null;
  if (move === 'next' || move === 'right') return from + 1 < spots.length ? from + 1 : null;
  if (move === 'previous' || move === 'left') return from > 0 ? from - 1 : null;
  const order = move === 'down' ? spots.map((_, index) => index) : spots.map((_, index) => index).reverse();
  const beyond = (index: number) => (move === 'down' ? index > from : index < from);
  return order.find((index) => beyond(index) && spots[index]?.column === here.column) ?? null;
}

/** Lays a pasted block over rows of cells from `start` on; what falls outside the table is left out. */
export function pasteOver(
  rows: readonly (readonly CellRef[])[],
  start: CellRef,
  grid: readonly (readonly string[])[],
): readonly { readonly cell: CellRef; readonly text: string }[] {
  const key = cellKey(start);
  const top = rows.findIndex((row) => row.some((cell) => cellKey(cell) === key));
  const left = rows[top]?.findIndex((cell) => cellKey(cell) === key) ?? -1;
  if (left < 0) return [];
  return grid.flatMap((texts, down) =>
    texts.flatMap((text, right) => {
      const cell = rows[top + down]?.[left + right];
      return cell ? [{ cell, text }] : [];
    }),
  );
}
