// Which rows and columns of a large table stand in view, and where the keyboard goes next. Pure.

/** Key of the column of names, for sorting. */
export const nameKey = 'name';

export interface Span {
  readonly first: number;
  /** One past the last drawn. */
  readonly end: number;
}

/** Drawn beside what is in view, so that a scroll finds something. */
const spare = 6;
/** Fewer than these are all drawn. */
export const fewRows = 60;
export const fewColumns = 24;

interface Seen {
  readonly from: number;
  readonly length: number;
  readonly each: number;
  readonly few: number;
}

export function spanOf(count: number, { from, length, each, few }: Seen): Span {
  if (count <= few) return { first: 0, end: count };
  const first = Math.max(0, Math.min(count - 1, Math.floor(from / each)) - spare);
  return { first, end: Math.min(count, Math.ceil((from + length) / each) + spare) };
}

export interface CellPlace {
  /** −1 is the head. */
  readonly row: number;
  /** −1 is the first column, of names. */
  readonly column: number;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Arrows by one, PageUp and PageDown by fifteen, Home and End within the row, with Ctrl to the corners; null for another key. */
export function nextCell(key: string, { row, column }: CellPlace, { rows, columns }: Size, ctrl = false): CellPlace | null {
  const [lastRow, lastColumn] = [rows - 1, columns - 1];
  const moves: Readonly<Record<string, CellPlace>> = {
    ArrowDown: { row: Math.min(row + 1, lastRow), column },
    ArrowUp: { row: Math.max(row - 1, -1), column },
    ArrowRight: { row, column: Math.min(column + 1, lastColumn) },
    ArrowLeft: { row, column: Math.max(column - 1, row === -1 ? -1 : 0) },
    PageDown: { row: Math.min(row + 15, lastRow), column },
    PageUp: { row: Math.max(row - 15, 0), column },
    Home: { row: ctrl ? 0 : row, column: 0 },
    End: { row: ctrl ? lastRow : row, column: lastColumn },
  };
  const next = moves[key];
  if (!next || rows === 0 || columns === 0) return null;
  return next.row >= 0 && next.column < 0 ? { row: next.row, column: 0 } : next;
}

/** Groups of columns within the drawn part: a head over each, as wide as what is drawn of it. */
export function groupsWithin(
  groups: readonly string[],
  { first, end }: Span,
): readonly { readonly group: string; readonly from: number; readonly count: number }[] {
  const found: { group: string; from: number; count: number }[] = [];
  for (let index = first; index < end; index += 1) {
    const group = groups[index] ?? '';
    const last = found.at(-1);
    if (last && last.group === group) last.count += 1;
    else found.push({ group, from: index, count: 1 });
  }
  return found;
}

/** How far to scroll so that a cell is in view, in one direction; null when it is. */
export function scrollFor(
  index: number,
  each: number,
  { from, length, covered }: { readonly from: number; readonly length: number; readonly covered: number },
): number | null {
  const start = index * each;
  if (start < from) return start;
  const room = length - covered;
  return start + each > from + room ? start + each - room : null;
}
