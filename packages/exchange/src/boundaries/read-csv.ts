// CSV of vertices: comma, tab or semicolon, UTF-8, GBK or UTF-16; parsed in windows, so that a large file is never one string.
import Papa from 'papaparse';
import { type Unreadable, unreadable } from '../kernel/index.ts';
import type { Gathering } from './gathering.ts';
import type { ReadRaw, Source } from './source.ts';
import { encodingOf, notText, slicesOf } from './text.ts';
import { noHeadings, type VertexTable, vertexTable } from './vertex-table.ts';

/** A row longer than this is a quote that never closes. */
const longestRow = 1024 * 1024;

export async function readCsv({ bytes, pace, gathering }: Source): Promise<ReadRaw | Unreadable> {
  const encoding = encodingOf(bytes);
  if (!encoding) return unreadable(notText);
  const table = vertexTable(gathering);
  let rows: Rows | null = null;
  for await (const slice of slicesOf(bytes, encoding, pace)) {
    rows ??= rowsOf(slice, table, gathering);
    rows.feed(slice, false);
    if (gathering.full()) break;
    if (rows.waiting() > longestRow) return unreadable(unclosedQuote(rows.read() + 1));
  }
  rows?.feed('', true);
  const { features, statement } = table.finish();
  if (!table.headed()) return unreadable(noHeadings());
  return { ok: true, format: 'csv', encoding: encoding.name, statement, features, leftOut: new Map() };
}

interface Rows {
  readonly feed: (text: string, last: boolean) => void;
  /** Characters that do not make a whole row yet. */
  readonly waiting: () => number;
  readonly read: () => number;
}

function rowsOf(head: string, table: VertexTable, gathering: Gathering): Rows {
  const config = { delimiter: delimiterOf(head), newline: head.includes('\r\n') ? '\r\n' : '\n' } as const;
  let rest = '';
  let read = 0;
  return {
    feed: (text, last) => {
      rest += text;
      const { data, errors, meta }: Parsed = new Papa.Parser(config).parse(rest, 0, !last);
      for (const { row, type } of errors) {
        if (type === 'Quotes') gathering.problem({ row: read + (row ?? 0) + 1 }, badQuote);
      }
      for (const cells of data) {
        read += 1;
        table.row(read, cells);
        if (gathering.full()) return;
      }
      rest = last ? '' : rest.slice(meta.cursor);
    },
    waiting: () => rest.length,
    read: () => read,
  };
}

interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly type: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** What most parts the first lines. */
function delimiterOf(head: string): string {
  const lines = head.split(/\r?\n/, 40).join('\n');
  const count = (delimiter: string) => lines.split(delimiter).length;
  return [',', '\t', ';', '，'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

const badQuote = { zh: '引号没有成对，这一行读不了。', en: 'The quotes of this row do not pair; it cannot be read.' };

function unclosedQuote(row: number) {
  return {
    zh: `第 ${row} 行起引号没有闭合，后面的内容都成了一个单元格，没有读取。`,
    en: `A quote opened at row ${row} never closes, so that all that follows is one cell. It was not read.`,
  };
}
