// CSV of vertices: comma, tab or semicolon, UTF-8, GBK or UTF-16; parsed in windows, so that a large file is never one string.
import { type DelimitedRow, type DelimitedRows, delimitedRows, longestRow, type Unreadable, unreadable } from '../kernel/index.ts';
import type { Gathering } from './gathering.ts';
import type { ReadRaw, Source } from './source.ts';
import { encodingOf, notText, slicesOf } from './text.ts';
import { noHeadings, type VertexTable, vertexTable } from './vertex-table.ts';

/** Banners and notes may stand above the headings. */
const headLines = 40;

export async function readCsv({ bytes, pace, gathering }: Source): Promise<ReadRaw | Unreadable> {
  const encoding = encodingOf(bytes);
  if (!encoding) return unreadable(notText);
  const table = vertexTable(gathering);
  let rows: DelimitedRows | null = null;
  for await (const slice of slicesOf(bytes, encoding, pace)) {
    rows ??= delimitedRows(slice, headLines);
    takeRows(rows.feed(slice, false), table, gathering);
    if (gathering.full()) break;
    if (rows.waiting() > longestRow) return unreadable(unclosedQuote(rows.read() + 1));
  }
  if (rows) takeRows(rows.feed('', true), table, gathering);
  const { features, statement } = table.finish();
  if (!table.headed()) return unreadable(noHeadings());
  return { ok: true, format: 'csv', encoding: encoding.name, statement, features, leftOut: new Map() };
}

function takeRows(rows: readonly DelimitedRow[], table: VertexTable, gathering: Gathering): void {
  for (const { number, cells, broken } of rows) {
    if (gathering.full()) return;
    if (broken) gathering.problem({ row: number }, badQuote);
    table.row(number, cells);
  }
}

const badQuote = { zh: '引号没有成对，这一行读不了。', en: 'The quotes of this row do not pair; it cannot be read.' };

function unclosedQuote(row: number) {
  return {
    zh: `第 ${row} 行起引号没有闭合，后面的内容都成了一个单元格，没有读取。`,
    en: `A quote opened at row ${row} never closes, so that all that follows is one cell. It was not read.`,
  };
}
