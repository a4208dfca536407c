// Opens a workbook handed in by a stranger: sniffed, unpacked under limits, macros refused, then read as plain cells.
import type { Bilingual } from '@zhenghe/engine/kernel';
import type ExcelJs from 'exceljs';
import { corrupt, locked, pack, unpack } from './archive.ts';
import { limits, megabytes, type WorkbookBounds } from './limits.ts';
import { type Unreadable, unreadable } from './problem.ts';
import { type RawCell, rawCell } from './raw-cell.ts';
import { sniff } from './sniff.ts';

export interface SheetRow {
  readonly number: number;
  /** By column number, 1 = A. Blank cells are absent. */
  readonly cells: ReadonlyMap<number, RawCell>;
}

export interface Sheet {
  readonly name: string;
  /** Nobody sees it in Excel; absent for one that is shown. */
  readonly hidden?: true;
  readonly rows: readonly SheetRow[];
}

export interface OpenedWorkbook {
  readonly ok: true;
  readonly sheets: readonly Sheet[];
}

/** Nodes that say nothing about values; some of them (a validation over a whole column) would be unrolled cell by cell. */
const ignoredNodes = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
  'sheetProtection',
  'autoFilter',
  'rowBreaks',
  'colBreaks',
  'headerFooter',
];

/** The only parts that carry values; everything else in the zip is dropped unread. */
const wantedParts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/;
const macroParts = /(^|\/)vbaProject\.bin$|^xl\/(macrosheets|activeX)\//i;

export async function openWorkbook(bytes: Uint8Array, bounds: WorkbookBounds = limits): Promise<OpenedWorkbook | Unreadable> {
  const refused = refusedAtSight(bytes, bounds);
  if (refused) return refused;
  const unpacked = await unpack(bytes, { bounds });
  if (!unpacked.ok) return unpacked;
  const { parts } = unpacked;
  if ([...parts.keys()].some((name) => macroParts.test(name))) return macros();
  if (parts.has('EncryptionInfo') || parts.has('EncryptedPackage')) return locked();
  if (!parts.has('xl/workbook.xml')) return notAWorkbook();
  const wanted = new Map([...parts].filter(([name]) => wantedParts.test(name)));
  const tooLarge = tooLargeToRead(wanted, bounds);
  if (tooLarge) return tooLarge;
  try {
    return { ok: true, sheets: await loadSheets(pack(wanted, false)) };
  } catch {
    // exceljs fails in many ways on damaged XML; for a reader they are one.
    return corrupt();
  }
}

function refusedAtSight(bytes: Uint8Array, bounds: WorkbookBounds): Unreadable | null {
  if (bytes.length > bounds.fileBytes) {
    return unreadable({
      zh: `文件 ${megabytes(bytes.length)}，超过上限 ${megabytes(bounds.fileBytes)}。`,
      en: `The file has ${megabytes(bytes.length)}; the limit is ${megabytes(bounds.fileBytes)}.`,
    });
  }
  switch (sniff(bytes)) {
    case 'zip':
      return null;
    case 'empty':
      return unreadable({ zh: '文件是空的（0 字节）。', en: 'The file is empty (0 bytes).' });
    case 'locked':
      return locked();
    case 'old-xls':
      return unreadable(oldXls);
    case 'ole':
      return unreadable({
        zh: '文件设有密码，或是旧版 Excel 97–2003（.xls）格式，无法读取。请取消密码，并另存为 .xlsx。',
        en: 'The file is locked with a password or is an old Excel 97–2003 (.xls) file. Remove the password and save it as .xlsx.',
      });
    default:
      return notAWorkbook();
  }
}

const oldXls: Bilingual = {
  zh: '这是旧版 Excel 97–2003（.xls）格式。请在 Excel 或 WPS 中另存为 .xlsx 后再导入。',
  en: 'This is an old Excel 97–2003 (.xls) file. Save it as .xlsx in Excel or WPS and import that.',
};

function macros(): Unreadable {
  return unreadable({
    zh: '工作簿含有宏（VBA），不予读取。请另存为不含宏的 .xlsx 后再导入。',
    en: 'The workbook holds macros (VBA) and was not read. Save it as .xlsx without macros and import that.',
  });
}

function notAWorkbook(): Unreadable {
  return unreadable({
    zh: '这不是 Excel 工作簿（.xlsx），或文件已损坏。请导入 .xlsx 或 .json 文件。',
    en: 'This is not an Excel workbook (.xlsx), or the file is damaged. Import an .xlsx or .json file.',
  });
}

/** Counts rows, cells and merged ranges in the sheets' text before any of them becomes an object. */
function tooLargeToRead(parts: ReadonlyMap<string, Buffer>, bounds: WorkbookBounds): Unreadable | null {
  let cells = 0;
  for (const [name, part] of parts) {
    if (!name.startsWith('xl/worksheets/')) continue;
    const xml = part.toString('utf8');
    const rows = countOf(xml, /<row[\s>]/g);
    if (rows > bounds.rows) return tooMany({ zh: '行', en: 'rows in one sheet' }, rows, bounds.rows);
    cells += countOf(xml, /<c[\s>/]/g);
    const merged = mergedCells(xml);
    if (merged > bounds.mergedCells) return tooMany({ zh: '个合并单元格', en: 'merged cells' }, merged, bounds.mergedCells);
  }
  return cells > bounds.cells ? tooMany({ zh: '个单元格', en: 'cells' }, cells, bounds.cells) : null;
}

function tooMany(what: Bilingual, count: number, limit: number): Unreadable {
  return unreadable({
    zh: `工作簿有 ${count} ${what.zh}，超过上限 ${limit}，没有读取。请删去多余内容，或分成几个文件。`,
    en: `The workbook has ${count} ${what.en}; the limit is ${limit}. It was not read. Remove what is not needed or split the file.`,
  });
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  while (pattern.exec(text) !== null) count++;
  return count;
}

function mergedCells(xml: string): number {
  let count = 0;
  for (const [, left = 'A', top, right = 'A', bottom] of xml.matchAll(/<mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)) {
    count += (Math.abs(columnNumber(right) - columnNumber(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);
  }
  return count;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A, B … Z, AA. */
export function columnLetter(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetter((column - 1 - rest) / 26) + letter : letter;
}

async function loadSheets(zip: Buffer): Promise<Sheet[]> {
  // Loaded here, since it is slow to load and JSON needs none of it.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(toArrayBuffer(zip), { ignoreNodes: ignoredNodes });
  return workbook.worksheets.map((sheet) => ({
    name: sheet.name,
    ...(sheet.state === 'visible' ? {} : { hidden: true as const }),
    rows: rowsOf(sheet),
  }));
}

function rowsOf(sheet: ExcelJs.Worksheet): SheetRow[] {
  const rows: SheetRow[] = [];
  sheet.eachRow((row, number) => {
    const cells = new Map<number, RawCell>();
    row.eachCell((cell, column) => {
      const raw = rawCell(cell);
      if (raw) cells.set(column, raw);
    });
    if (cells.size > 0) rows.push({ number, cells });
  });
  return rows;
}

export function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}
