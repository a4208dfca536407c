// Opens a file of rows whatever its kind, told by its bytes: workbook, JSON, or text with cells. All of them come out as sheets.
import type { Bilingual } from '@zhenghe/engine/kernel';
import {
  type CellNote,
  limits,
  openWorkbook,
  type RawCell,
  readDelimited,
  type Sheet,
  type SheetRow,
  sniff,
  type Unreadable,
  unreadable,
} from '../kernel/index.ts';

export interface OpenedTables {
  readonly ok: true;
  readonly sheets: readonly Sheet[];
  readonly notes: readonly CellNote[];
}

export async function openTables(bytes: Uint8Array, fileName: string): Promise<OpenedTables | Unreadable> {
  const kind = sniff(bytes);
  if (kind === 'json') return openJson(bytes, plainName(fileName));
  if (kind !== 'other' || /\.(xlsx|xlsm|xls)$/i.test(fileName)) {
    const opened = await openWorkbook(bytes);
    return opened.ok ? { ...opened, notes: [] } : opened;
  }
  const read = readDelimited(bytes, plainName(fileName));
  if (!read.ok) return read;
  const gbk = { sheet: read.sheet.name, row: 1, column: 'A', value: 'GBK', note: gbkRead };
  return { ok: true, sheets: [read.sheet], notes: read.encoding === 'gb18030' ? [gbk] : [] };
}

function plainName(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]+$/, '').slice(0, 60) || 'file';
}

/** A list of records, or lists by name of sheet. Keys are headings. */
function openJson(bytes: Uint8Array, name: string): OpenedTables | Unreadable {
  if (bytes.length > limits.fileBytes) return unreadable(tooLarge);
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return unreadable(badJson);
  }
  const lists: readonly (readonly [string, unknown])[] = Array.isArray(parsed) ? [[name, parsed]] : Object.entries(Object(parsed));
  const sheets = lists.flatMap(([sheet, rows]) => (Array.isArray(rows) ? [sheetOf(sheet.slice(0, 60), rows)] : []));
  if (sheets.length === 0) return unreadable(noLists);
  if (sheets.some(({ rows }) => rows.length > limits.rows)) return unreadable(tooLarge);
  return { ok: true, sheets, notes: [] };
}

/** The first row holds the keys, so that a record stands one row below its number, as in a workbook. */
function sheetOf(name: string, records: readonly unknown[]): Sheet {
  const keys = [...new Set(records.flatMap((record) => (isRecord(record) ? Object.keys(record) : [])))].slice(0, 200);
  const rows = records.map((record, index): SheetRow => {
    const own = new Map(isRecord(record) ? Object.entries(record) : []);
    const cells = keys.flatMap((key, column): readonly [number, RawCell][] => {
      const value = own.get(key);
      if (value === undefined || value === null || String(value).trim() === '') return [];
      return [[column + 1, typeof value === 'object' ? { kind: 'error', text: 'JSON' } : { kind: 'text', text: String(value) }]];
    });
    return { number: index + 2, cells: new Map(cells) };
  });
  const head = new Map(keys.map((key, column): [number, RawCell] => [column + 1, { kind: 'text', text: key }]));
  return { name, rows: [{ number: 1, cells: head }, ...rows.filter(({ cells }) => cells.size > 0)] };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const gbkRead: Bilingual = { zh: '文件按 GBK 编码读取。', en: 'The file was read as GBK.' };
const tooLarge: Bilingual = { zh: `文件太大：最多 ${limits.rows} 行。`, en: `The file is too large: at most ${limits.rows} rows.` };
const badJson: Bilingual = { zh: '不是有效的 JSON 文件。', en: 'This is not a valid JSON file.' };
const noLists: Bilingual = {
  zh: 'JSON 里没有记录列表。应为记录的数组，或按表名分组的数组。',
  en: 'The JSON holds no list of records. It should be a list, or lists by the name of the sheet.',
};
