// Reads a CSV or tab-separated file as Excel and WPS write it: UTF-8 with or without a mark, or GBK; never guessed by its name.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { type DelimitedRow, delimitedRows, longestRow } from './delimited-rows.ts';
import { limits, megabytes } from './limits.ts';
import { type Unreadable, unreadable } from './problem.ts';
import type { RawCell } from './raw-cell.ts';
import { columnLetter, type Sheet, type SheetRow } from './workbook.ts';

export interface DelimitedFile {
  readonly ok: true;
  readonly sheet: Sheet;
  readonly encoding: 'utf-8' | 'gb18030';
}

const sliceCharacters = 256 * 1024;

/** One sheet named by the caller; rows are numbered as lines of the table, the first is 1. */
export function readDelimited(bytes: Uint8Array, name: string): DelimitedFile | Unreadable {
  if (bytes.length > limits.fileBytes) {
    return unreadable({
      zh: `文件 ${megabytes(bytes.length)}，超过上限 ${megabytes(limits.fileBytes)}。`,
      en: `The file has ${megabytes(bytes.length)}; the limit is ${megabytes(limits.fileBytes)}.`,
    });
  }
  const decoded = decode(bytes);
  if (!decoded) return unreadable(notText);
  const read = rowsOf(decoded.text);
  if ('refused' in read) return unreadable(read.refused);
  return { ok: true, encoding: decoded.encoding, sheet: { name, rows: read.rows } };
}

function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: DelimitedFile['encoding'] } | null {
  // Text holds no such byte; a picture or a program renamed to .csv does.
  if (bytes.includes(0)) return null;
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // Not in that encoding; the next one decides.
    }
  }
  return null;
}

/** Refused when a quotation mark is not closed, or closed in the middle of a cell; and at the first row or cell too many. */
function rowsOf(text: string): { readonly rows: readonly SheetRow[] } | { readonly refused: Bilingual } {
  const table = delimitedRows(text.slice(0, sliceCharacters), 1);
  const rows: SheetRow[] = [];
  let cells = 0;
  for (let at = 0; at < text.length; at += sliceCharacters) {
    const last = at + sliceCharacters >= text.length;
    const whole = table.feed(text.slice(at, at + sliceCharacters), last);
    // A row without an end is looked at as it stands, to name what is wrong with it.
    const endless = table.waiting() > longestRow;
    for (const row of endless ? [...whole, ...table.feed('', true)] : whole) {
      cells += row.cells.length;
      const refused = problemOf(row, cells);
      if (refused) return { refused };
      rows.push(...sheetRow(row));
    }
    if (endless) return { refused: longRow(table.read()) };
  }
  return { rows };
}

function problemOf({ number, cells, broken }: DelimitedRow, cellsSoFar: number): Bilingual | null {
  const long = cells.findIndex((cell) => cell.length > limits.cellCharacters);
  if (long >= 0) return longCell(number, long + 1);
  if (broken) return openQuote;
  if (cellsSoFar > limits.cells) return tooManyCells;
  return number > limits.rows ? tooMany : null;
}

function sheetRow({ number, cells: line }: DelimitedRow): readonly SheetRow[] {
  const cells = new Map<number, RawCell>();
  for (const [column, text] of line.entries()) if (text.trim() !== '') cells.set(column + 1, { kind: 'text', text });
  return cells.size > 0 ? [{ number, cells }] : [];
}

const notText: Bilingual = {
  zh: '这不是文本表格：既不是 UTF-8 也不是 GBK 编码。请在 Excel 或 WPS 中另存为 .xlsx 或 CSV UTF-8 后再导入。',
  en: 'This is no table in text: neither UTF-8 nor GBK. Save it as .xlsx or as CSV UTF-8 in Excel or WPS and import that.',
};

const openQuote: Bilingual = {
  zh: 'CSV 中有一个引号没有配对，无法分清各格。请在 Excel 或 WPS 中重新另存后再导入。',
  en: 'A quotation mark in the CSV is never closed, so its cells cannot be told apart. Save it again from Excel or WPS and import that.',
};

const tooMany: Bilingual = {
  zh: `文件超过 ${limits.rows} 行的上限，没有读取。请分成几个文件。`,
  en: `The file has more than ${limits.rows} rows. It was not read. Split the file.`,
};

const longCell = (row: number, column: number): Bilingual => ({
  zh: `第 ${row} 行 ${columnLetter(column)} 列的单元格超过 ${limits.cellCharacters} 个字符的上限，没有读取。请检查引号，或删去多余的文字。`,
  en: `Cell ${columnLetter(column)}${row} has more than ${limits.cellCharacters} characters. The file was not read. Check its quotation marks or shorten the text.`,
});

const longRow = (row: number): Bilingual => ({
  zh: `第 ${row} 行超过 ${longestRow} 个字符，没有读取。请检查引号和换行，或删去多余的文字。`,
  en: `Row ${row} has more than ${longestRow} characters. The file was not read. Check its quotation marks and line ends or shorten the text.`,
});

const tooManyCells: Bilingual = {
  zh: `文件的单元格超过上限 ${limits.cells}，没有读取。请删去多余的列，或分成几个文件。`,
  en: `The file has more than ${limits.cells} cells. It was not read. Remove columns that are not needed or split the file.`,
};
