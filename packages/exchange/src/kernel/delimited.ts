// Reads a CSV or tab-separated file as Excel and WPS write it: UTF-8 with or without a mark, or GBK; never guessed by its name.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { limits, megabytes } from './limits.ts';
import { type Unreadable, unreadable } from './problem.ts';
import type { RawCell } from './raw-cell.ts';
import { columnLetter, type Sheet, type SheetRow } from './workbook.ts';

export interface DelimitedFile {
  readonly ok: true;
  readonly sheet: Sheet;
  readonly encoding: 'utf-8' | 'gb18030';
}

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
  const read = split(decoded.text, delimiterOf(decoded.text));
  if ('refused' in read) return unreadable(read.refused);
  return { ok: true, encoding: decoded.encoding, sheet: { name, rows: read.lines.flatMap(rowOf) } };
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

/** What parts the cells of the first line most often; a comma where nothing does. */
function delimiterOf(text: string): string {
  const line =
    text
      .slice(0, 5000)
      .split(/\r?\n/)
      .find((one) => one.trim() !== '') ?? '';
  const counted = [',', '\t', ';', '，'].map((mark) => ({ mark, count: line.split(mark).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best), { mark: ',', count: 1 }).mark;
}

/** Refused when a quotation mark is not closed, or closed in the middle of a cell; and at the first row or cell too many. */
function split(text: string, mark: string): { readonly lines: readonly string[][] } | { readonly refused: Bilingual } {
  const plain = new RegExp(`[^${mark}\r\n]*`, 'y');
  const lines: string[][] = [];
  let [line, cells]: [string[], number] = [[], 0];
  for (let at = 0; at < text.length; ) {
    const cell = text[at] === '"' ? quotedAt(text, at) : plainAt(text, at, plain);
    if (cell === null) return { refused: openQuote };
    line.push(cell.text);
    if (cell.text.length > limits.cellCharacters) return { refused: longCell(lines.length + 1, line.length) };
    cells += 1;
    if (cells > limits.cells) return { refused: tooManyCells };
    const end = text[cell.end];
    at = cell.end + (end === '\r' && text[cell.end + 1] === '\n' ? 2 : 1);
    if (end === mark) continue;
    if (end !== undefined && end !== '\r' && end !== '\n') return { refused: openQuote };
    if (lines.length === limits.rows) return { refused: tooMany };
    lines.push(line);
    line = [];
  }
  if (line.length > 0) lines.push(line);
  return { lines };
}

interface Cell {
  readonly text: string;
  readonly end: number;
}

function plainAt(text: string, start: number, plain: RegExp): Cell {
  plain.lastIndex = start;
  const [found = ''] = plain.exec(text) ?? [];
  return { text: found, end: start + found.length };
}

/** Searched, not matched: a pattern over megabytes of quotation marks ends in the stack. No further than a cell may be long. */
function quotedAt(text: string, start: number): Cell | null {
  let close = text.indexOf('"', start + 1);
  const furthest = start + 2 * limits.cellCharacters + 2;
  while (close !== -1 && close <= furthest && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close === -1 ? null : { text: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
}

function rowOf(line: readonly string[], index: number): readonly SheetRow[] {
  const cells = new Map<number, RawCell>();
  for (const [column, text] of line.entries()) if (text.trim() !== '') cells.set(column + 1, { kind: 'text', text });
  return cells.size > 0 ? [{ number: index + 1, cells }] : [];
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

const tooManyCells: Bilingual = {
  zh: `文件的单元格超过上限 ${limits.cells}，没有读取。请删去多余的列，或分成几个文件。`,
  en: `The file has more than ${limits.cells} cells. It was not read. Remove columns that are not needed or split the file.`,
};
