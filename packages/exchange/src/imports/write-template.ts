// Writes the template of a form, empty or with rows to go on from. The same rows give the same bytes; no cell can run.
import type { Bilingual } from '@zhenghe/engine/kernel';
import type ExcelJs from 'exceljs';
import { withoutClock } from '../kernel/index.ts';
import type { ImportColumn, ImportLayout, ImportSheet } from './layout.ts';

export interface TemplateAsked {
  readonly title: Bilingual;
  readonly training: boolean;
  /** By sheet of the form: rows by field, as words to be read again. */
  readonly rows?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

const headerFill: ExcelJs.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } };
/** Rows beyond those filled that carry the drop-down lists. */
const spareRows = 200;

export async function writeTemplate(layout: ImportLayout, { title, training, rows = {} }: TemplateAsked): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  workbook.creator = 'Zhenghe 整合';
  writeReadMe(workbook, layout, title, training);
  for (const sheet of layout) writeSheet(workbook, sheet, rows[sheet.key] ?? [], training);
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function writeReadMe(workbook: ExcelJs.Workbook, layout: ImportLayout, title: Bilingual, training: boolean): void {
  const sheet = workbook.addWorksheet('说明 Read me');
  sheet.getColumn(1).width = 60;
  sheet.getColumn(2).width = 70;
  const lines: readonly Bilingual[] = [
    { zh: training ? `【训练数据】${title.zh}` : title.zh, en: training ? `[Training data] ${title.en}` : title.en },
    ...general,
    ...layout.map((one) => ({ zh: `${one.title.zh}：${one.about.zh}`, en: `${one.title.en}: ${one.about.en}` })),
  ];
  for (const [index, { zh, en }] of lines.entries()) {
    const row = sheet.getRow(index + 1);
    row.getCell(1).value = zh;
    row.getCell(2).value = en;
    row.alignment = { wrapText: true, vertical: 'top' };
    if (index === 0) row.font = { bold: true };
  }
}

const general: readonly Bilingual[] = [
  {
    zh: '第 2 行是表头，从第 3 行起填写。带 * 的列必填。用不到的表可以空着。',
    en: 'Row 2 is the header; write from row 3. Columns with * are needed. Leave sheets you do not need empty.',
  },
  { zh: '空格的意思是“不改”，不是 0，也不是删除。', en: 'An empty cell means "leave as it is": not 0, and not taken away.' },
  { zh: '不要用公式、合并单元格和宏。', en: 'No formulas, merged cells or macros.' },
  {
    zh: '导入时先试运行，逐行说明会怎样；有一行不行就全部不写入。',
    en: 'A dry run comes first and says what each row would do; one bad row, and nothing is written.',
  },
];

function writeSheet(
  workbook: ExcelJs.Workbook,
  { title, about, columns }: ImportSheet,
  rows: readonly Readonly<Record<string, string>>[],
  training: boolean,
): void {
  const sheet = workbook.addWorksheet(`${title.zh} ${title.en}`, { views: [{ state: 'frozen', ySplit: 2 }] });
  const banner = sheet.getCell('A1');
  banner.value = `${training ? '【训练数据 TRAINING DATA】 ' : ''}${about.zh} ${about.en}`;
  banner.font = { bold: true };
  for (const [index, column] of columns.entries()) {
    const cell = sheet.getCell(2, index + 1);
    cell.value = `${column.title.zh}${column.needed ? ' *' : ''}\n${column.title.en}`;
    cell.font = { bold: true };
    cell.fill = headerFill;
    cell.alignment = { wrapText: true, vertical: 'middle' };
    if (column.hint) cell.note = `${column.hint.zh} ${column.hint.en}`;
    sheet.getColumn(index + 1).width = column.width ?? 18;
    sheet.getColumn(index + 1).numFmt = '@';
    addDropDown(sheet, index + 1, column, rows.length);
  }
  for (const [index, row] of rows.entries()) {
    for (const [at, { key }] of columns.entries()) {
      const text = row[key];
      if (text !== undefined && text !== '') sheet.getCell(index + 3, at + 1).value = text;
    }
  }
}

function addDropDown(sheet: ExcelJs.Worksheet, index: number, { form }: ImportColumn, filled: number): void {
  if (form.as !== 'word') return;
  const words = Object.values(form.words).map(([first = '']) => first);
  for (let row = 3; row < 3 + Math.min(filled + spareRows, 2 * spareRows); row++) {
    sheet.getCell(row, index).dataValidation = { type: 'list', allowBlank: true, formulae: [`"${words.join(',')}"`] };
  }
}
