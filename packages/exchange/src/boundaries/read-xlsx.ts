// A workbook of vertices: every sheet with headings of coordinates; formulas and merged cells among the figures are refused.
import type { RawFeature } from '@zhenghe/engine/boundaries';
import { columnLetter, openWorkbook, type Sheet, type SheetRow, type Unreadable, unreadable } from '../kernel/index.ts';
import type { Gathering } from './gathering.ts';
import { workbookBounds } from './limits.ts';
import type { ReadRaw, Source } from './source.ts';
import type { Statement } from './statement.ts';
import { noHeadings, vertexTable } from './vertex-table.ts';

export async function readXlsx({ bytes, pace, gathering }: Source): Promise<ReadRaw | Unreadable> {
  const opened = await openWorkbook(bytes, workbookBounds);
  if (!opened.ok) return opened;
  const features: RawFeature[] = [];
  const statements: Statement[] = [];
  let headed = false;
  for (const sheet of opened.sheets) {
    if (sheet.rows.length === 0) continue;
    const read = readSheet(sheet, features.length, gathering);
    await pace.rest(0.9);
    if (!read) continue;
    headed = true;
    features.push(...read.features);
    if (read.statement) statements.push(read.statement);
  }
  if (!headed) return unreadable(noHeadings());
  const words = [...new Set(statements.map(({ declared }) => declared.words))];
  if (words.length > 1) gathering.problem({ value: words.join(' ≠ ') }, sheetsDiffer);
  return { ok: true, format: 'xlsx', encoding: null, statement: statements[0] ?? null, features, leftOut: new Map() };
}

function readSheet(sheet: Sheet, from: number, gathering: Gathering) {
  const table = vertexTable(gathering, { part: sheet.name, from });
  for (const row of sheet.rows) {
    if (table.headed()) refuseMerged(row, sheet.name, gathering);
    table.row(row.number, textsOf(row, sheet.name, gathering));
    if (gathering.full()) break;
  }
  return table.headed() ? table.finish() : null;
}

/** A merged block code stands for many rows or for one: nobody can tell. */
function refuseMerged({ number, cells }: SheetRow, part: string, gathering: Gathering): void {
  for (const [column, cell] of cells) {
    if (cell.kind === 'merged') gathering.problem({ part, row: number, column: columnLetter(column) }, merged);
  }
}

/** Cells left to right; a merged heading or banner is harmless, a formula or an error is not. */
function textsOf({ number, cells }: SheetRow, part: string, gathering: Gathering): readonly string[] {
  const texts: string[] = [];
  for (const [column, cell] of cells) {
    if (cell.kind === 'formula' || cell.kind === 'error') {
      gathering.problem({ part, row: number, column: columnLetter(column), value: cell.text }, formula);
    }
    texts[column - 1] = cell.kind === 'merged' ? '' : cell.text;
  }
  return Array.from(texts, (text) => text ?? '');
}

const formula = {
  zh: '公式或错误值不能当作坐标或属性。请复制后「选择性粘贴」为数值。',
  en: 'A formula or error is no coordinate and no attribute. Copy it and paste it as a value.',
};
const merged = {
  zh: '界址点行里有合并单元格。请取消合并，并在每行填写地块编号。',
  en: 'There is a merged cell among the vertices. Unmerge it and write the block code in each row.',
};
const sheetsDiffer = {
  zh: '各工作表声明的坐标系不同。请统一，或分别上传。',
  en: 'The sheets state different coordinate systems. Convert them to one, or upload them one by one.',
};
