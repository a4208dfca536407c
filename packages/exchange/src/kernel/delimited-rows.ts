// The rows of a table in text, slice by slice, so that a large file is never one string. Papa Parse tells the cells apart; here the
// rows are counted, and a slice may end anywhere.
import Papa from 'papaparse';

export interface DelimitedRow {
  /** Of the table's lines, 1-based: a line end inside of quotation marks begins no new one. */
  readonly number: number;
  readonly cells: readonly string[];
  /** A quotation mark of it is never closed, or closed in the middle of a cell. */
  readonly broken: boolean;
}

export interface DelimitedRows {
  /** The rows that this slice completes; with `last` also the one that is still open. */
  readonly feed: (slice: string, last: boolean) => readonly DelimitedRow[];
  /** Characters that do not make a whole row yet. */
  readonly waiting: () => number;
  readonly read: () => number;
}

/** Characters; a row longer than this is a quotation mark that never closes, and no row that people fill in. */
export const longestRow = 1024 * 1024;

/** `head`: where the table begins; `within`: how many of its first lines that are not empty tell what parts the cells. */
export function delimitedRows(head: string, within: number): DelimitedRows {
  const config = { delimiter: delimiterOf(head, within), newline: head.includes('\n') || !head.includes('\r') ? '\n' : '\r' } as const;
  let rest = '';
  let read = 0;
  return {
    feed: (slice, last) => {
      rest += slice;
      const { data: lines, errors, meta }: Parsed = new Papa.Parser(config).parse(rest, 0, !last);
      // After the last line end stands nothing, which is no row.
      const data = last && lines.at(-1)?.join('') === '' && lines.at(-1)?.length === 1 ? lines.slice(0, -1) : lines;
      // What is said of a row that is not whole may be the slice's end only: it is parsed again with the next.
      const broken = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : [])));
      const before = read;
      read += data.length;
      rest = last ? '' : rest.slice(meta.cursor);
      return data.map((cells, index) => ({ number: before + index + 1, cells: unended(cells), broken: broken.has(index) }));
    },
    waiting: () => rest.length,
    read: () => read,
  };
}

interface Parsed {
  readonly data: readonly (readonly string[])[];
  /** `row`: index into the rows of this slice. */
  readonly errors: readonly { readonly type: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** Lines end with LF or CRLF, also in one file: the CR of the latter is no part of the last cell. */
function unended(cells: readonly string[]): readonly string[] {
  const last = cells.at(-1);
  return last?.endsWith('\r') ? cells.with(-1, last.slice(0, -1)) : cells;
}

/** What most parts the first lines; a comma where nothing does. */
function delimiterOf(head: string, within: number): string {
  const lines = head
    .split(/\r\n|\n|\r/, 1000)
    .filter((line) => line.trim() !== '')
    .slice(0, within)
    .join('\n');
  const count = (delimiter: string) => lines.split(delimiter).length;
  return [',', '\t', ';', '，'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
