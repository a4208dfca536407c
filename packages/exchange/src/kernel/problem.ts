// What reading a file has to say about one cell: a problem (nothing is imported) or a note (read, but not as typed).
import type { Bilingual } from '@zhenghe/engine/kernel';

/** Where a value stands. A workbook names sheet, row and column letter; JSON names its path in `column`. */
export interface Spot {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
}

export interface CellProblem extends Spot {
  readonly value: string | null;
  readonly reason: Bilingual;
}

/** The contract's ImportNote: a note always stands in a row, so a JSON note carries row 0 and its path. */
export interface CellNote {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly note: Bilingual;
}

export interface Unreadable {
  readonly ok: false;
  readonly reason: Bilingual;
  readonly problems: readonly CellProblem[];
}

export function unreadable(reason: Bilingual, problems: readonly CellProblem[] = []): Unreadable {
  return { ok: false, reason, problems };
}

/** One value taken from one cell: what it says, what was changed to read it, or why it cannot be read. */
export interface Reading<T> {
  readonly value?: T;
  readonly notes: readonly Bilingual[];
  readonly problem?: Bilingual;
}

export function read<T>(value: T, notes: readonly Bilingual[] = []): Reading<T> {
  return { value, notes };
}

export function refuse(problem: Bilingual): Reading<never> {
  return { notes: [], problem };
}
