// Where a pasted block falls: by the names in its first column when it has them, else row by row from the cell it was pasted on.
// Every pasted cell has a fate, told before anything is taken.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { sameCell } from '@zhenghe/engine/statistics';
import type { Figure } from '../shapes.ts';
import { type Entered, readEntry } from './entry.ts';
import type { FilingRow } from './rows.ts';

export type PasteFate = 'take' | 'same' | 'blank' | 'unread' | 'computed' | 'locked' | 'outside' | 'unknown' | 'twice';

export interface PastedCell {
  /** 1-based line of the block. */
  readonly line: number;
  readonly text: string;
  /** The name it stood beside, where the block has names. */
  readonly name: string | null;
  readonly row: FilingRow | null;
  readonly before: Figure;
  readonly after: Entered;
  readonly fate: PasteFate;
  /** Why it cannot be read, or how it was read where that is not plain. */
  readonly note: Bilingual | null;
}

interface Target {
  readonly rows: readonly FilingRow[];
  /** Index of the row pasted on. */
  readonly from: number;
  readonly isOpen: (row: FilingRow) => boolean;
  readonly figureAt: (row: FilingRow) => Figure;
}

export function pasteInto(target: Target, grid: readonly (readonly string[])[]): readonly PastedCell[] {
  const names = namesOf(target.rows);
  const named = grid.some((line) => line.length > 1 && names.has(plain(line[0] ?? '')));
  const taken = new Set<string>();
  return grid.flatMap((line, index) => {
    const name = named ? (line[0] ?? '') : null;
    const text = (named ? figureIn(line.slice(1)) : line[0]) ?? '';
    if (named && name === '' && text === '') return [];
    const row = (named ? names.get(plain(name ?? '')) : target.rows[target.from + index]) ?? null;
    const cell = fated(target, { line: index + 1, text, name, row });
    if (cell.fate === 'take' && row && taken.has(row.key)) return [{ ...cell, after: null, fate: 'twice' as const }];
    if (row) taken.add(row.key);
    return [cell];
  });
}

function fated(target: Target, at: Pick<PastedCell, 'line' | 'text' | 'name' | 'row'>): PastedCell {
  const { row } = at;
  const told = (fate: PasteFate, over: Partial<PastedCell> = {}): PastedCell => ({
    ...at,
    before,
    after: null,
    note: null,
    ...over,
    fate,
  });
  const before = row ? target.figureAt(row) : null;
  if (!row) return told(at.name === null ? 'outside' : 'unknown');
  if (row.cell.computed) return told('computed');
  if (!target.isOpen(row)) return told('locked');
  const entry = readEntry(at.text, row.indicator);
  if (entry.kind === 'unread') return told('unread', { note: entry.unread.message });
  if (entry.value === null) return told('blank');
  return told(sameCell(before, entry.value) ? 'same' : 'take', { after: entry.value, note: entry.note });
}

/** Names of a row as sheets and templates head it: in both languages and by code. A name that two rows share names none. */
function namesOf(rows: readonly FilingRow[]): ReadonlyMap<string, FilingRow> {
  const found = new Map<string, FilingRow | null>();
  for (const row of rows) {
    for (const name of new Set([row.key, row.indicator.name.zh, row.indicator.name.en].map(plain))) {
      found.set(name, found.has(name) ? null : row);
    }
  }
  return new Map([...found].flatMap(([name, row]) => (row ? [[name, row] as const] : [])));
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*]+/g, '')
    .replace(/\([^()]*\)$/, '');
}

/** Beside the name a unit may stand: the figure is the first cell that reads as one, or says why there is none. */
function figureIn(cells: readonly string[]): string | undefined {
  const reads = (text: string) => {
    const entry = readEntry(text, { unit: '', decimals: null });
    return /\d/.test(text.normalize('NFKC')) || (entry.kind === 'read' && entry.value !== null);
  };
  return cells.find(reads) ?? cells[0];
}
