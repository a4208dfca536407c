// Which rows of a long table stand in view, and where the keyboard goes next. Pure.

export const rowHeight = 32;
export const virtualFrom = 200;

export interface RowWindow {
  readonly first: number;
  /** One past the last row drawn. */
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

export function windowOf(count: number, scrollTop: number, viewHeight: number, height = rowHeight): RowWindow {
  if (count <= virtualFrom) return { first: 0, end: count, before: 0, after: 0 };
  const spare = 12;
  const first = Math.max(0, Math.min(count - 1, Math.floor(scrollTop / height)) - spare);
  const end = Math.min(count, Math.ceil((scrollTop + viewHeight) / height) + spare);
  return { first, end, before: first * height, after: (count - end) * height };
}

export function nextRow(key: string, index: number, count: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const moves: Record<string, number> = {
    ArrowDown: Math.min(index + 1, last),
    ArrowUp: Math.max(index - 1, 0),
    PageDown: Math.min(index + 15, last),
    PageUp: Math.max(index - 15, 0),
    Home: 0,
    End: last,
  };
  return moves[key] ?? null;
}
