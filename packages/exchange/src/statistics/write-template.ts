// One filing as a workbook to fill in: groups, last period and the year before beside each cell, units, what is computed or locked shown
// as such. The same filing gives the same bytes; computed rows are values, for formulas are not read back.
import type { FilingCell } from '@zhenghe/contract/statistics';
import { type Cell, type DecimalText, isMissing, periodAfter, periodName, yearBefore } from '@zhenghe/engine/kernel';
import { absenceWord } from '@zhenghe/engine/statistics';
import type ExcelJs from 'exceljs';
import type { z } from 'zod';
import { withoutClock } from '../kernel/index.ts';
import { type FilingSheet, headLines, type Language, type TemplateColumn, templateColumns, templateOrder, trainingBanner } from './head.ts';

type SheetCell = z.infer<typeof FilingCell>;

export const templateSheetName: Readonly<Record<Language, string>> = { zh: '报表', en: 'Sheet' };

const fill = (argb: string): ExcelJs.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const headFill = fill('FFE8EEF7');
const closedFill = fill('FFEDEDED');
const openFill = fill('FFFFFBE6');
const widths: Readonly<Record<TemplateColumn, number>> = {
  ...{ name: 34, unit: 12, yearBefore: 16, previous: 16, value: 18, explanation: 36, help: 40, key: 24 },
};

export async function sheetTemplate(filing: FilingSheet, { language }: { readonly language: Language }): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  workbook.creator = 'Zhenghe 整合';
  const sheet = workbook.addWorksheet(templateSheetName[language]);
  const start = writeHead(sheet, filing, language);
  writeHeadings(sheet, start, filing, language);
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: start }];
  writeRows(sheet, start + 1, filing, language);
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Answers the row of the column headings. */
function writeHead(sheet: ExcelJs.Worksheet, filing: FilingSheet, language: Language): number {
  const training = filing.dataset === 'training';
  const banner = sheet.getCell('A1');
  banner.value = `${training ? trainingBanner : ''}${filing.form.title[language]}，${periodName(filing.period)[language]}`;
  banner.font = { bold: true, size: 12, color: { argb: training ? 'FFC00000' : 'FF1F3864' } };
  for (const [index, { title, code, shown }] of headLines(filing).entries()) {
    const row = sheet.getRow(index + 2);
    row.getCell(1).value = title[language];
    row.getCell(2).value = code;
    row.getCell(2).numFmt = '@';
    row.getCell(3).value = shown[language];
    row.getCell(1).font = { bold: true };
  }
  sheet.getCell('A7').value = guidance[language];
  sheet.getCell('A7').alignment = { wrapText: false };
  return 9;
}

const guidance = {
  zh: '只填“本期”和“说明”两列；没有数据写：不适用、未统计、保密、缺报，不要写 0。灰色为自动计算或已锁定。不要用公式、合并单元格，不要改表头。',
  en: 'Fill in "This period" and "Explanation" only. Where there is no figure write: not applicable, not collected, secret, not reported; never 0. Grey is computed or locked. No formulas, no merged cells, and leave the head as it is.',
};

function writeHeadings(sheet: ExcelJs.Worksheet, at: number, { period }: FilingSheet, language: Language): void {
  const of: Partial<Record<TemplateColumn, string>> = { yearBefore: yearBefore(period), previous: periodAfter(period, -1), value: period };
  for (const [index, column] of templateOrder.entries()) {
    const shown = of[column];
    const cell = sheet.getCell(at, index + 1);
    cell.value = `${templateColumns[column][language]}${shown === undefined ? '' : `\n${periodName(shown)[language]}`}`;
    cell.font = { bold: true };
    cell.fill = headFill;
    cell.alignment = { wrapText: true, vertical: 'middle' };
    sheet.getColumn(index + 1).width = widths[column];
  }
}

function writeRows(sheet: ExcelJs.Worksheet, start: number, filing: FilingSheet, language: Language): void {
  const cells = new Map(filing.cells.map((cell) => [cell.key, cell]));
  const known = new Map(filing.indicators.map((indicator) => [indicator.code, indicator]));
  let at = start;
  for (const group of filing.form.groups) {
    sheet.getCell(at, 1).value = group.title[language];
    sheet.getCell(at, 1).font = { bold: true };
    at += 1;
    for (const { indicator: code, calibre, required, help } of group.rows) {
      const cell = cells.get(calibre === null ? code : `${code}@${calibre}`);
      const indicator = known.get(cell?.indicator ?? code);
      if (!cell || !indicator) continue;
      const name = `${indicator.name[language]}${calibre === null ? '' : ` (${calibre})`}${required ? ' *' : ''}`;
      writeRow(
        sheet.getRow(at),
        { cell, name, unit: indicator.unit, decimals: indicator.decimals, help: help?.[language] ?? '' },
        language,
      );
      at += 1;
    }
  }
}

interface Line {
  readonly cell: SheetCell;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly help: string;
}

function writeRow(row: ExcelJs.Row, { cell, name, unit, decimals, help }: Line, language: Language): void {
  const closed = cell.computed || !cell.unlocked;
  row.getCell(1).value = name;
  row.getCell(2).value = unit;
  for (const [column, value] of [
    [3, cell.yearBefore],
    [4, cell.previous],
    [5, cell.value],
  ] as const) {
    put(row.getCell(column), value, { decimals: cell.computed ? 6 : decimals, language });
  }
  for (const column of [3, 4]) row.getCell(column).fill = closedFill;
  row.getCell(5).fill = closed ? closedFill : openFill;
  row.getCell(6).value = cell.explanation;
  row.getCell(6).numFmt = '@';
  row.getCell(7).value = cell.computed ? computedWord[language] : cell.unlocked ? help : lockedWord[language];
  row.getCell(8).value = cell.key;
  row.getCell(8).font = { color: { argb: 'FF808080' }, size: 9 };
}

const computedWord = { zh: '自动计算，不用填', en: 'Computed; leave it' };
const lockedWord = { zh: '已锁定，不能改', en: 'Locked' };

/** Excel keeps fifteen digits: a figure with more leaves as text, so that nothing of it is lost. */
export function put(
  cell: ExcelJs.Cell,
  value: Cell<DecimalText> | null,
  { decimals, language }: { readonly decimals: number; readonly language: Language },
): void {
  if (value === null) return;
  cell.alignment = { horizontal: 'right' };
  if (isMissing(value)) cell.value = absenceWord(value.missing)[language];
  else if (value.replace(/[-.]/g, '').length > 15) cell.value = value;
  else cell.value = Number(value);
  // The places that stand there, so that 11.60 reads back as it was.
  const places = isMissing(value) ? 0 : Math.min(value.split('.')[1]?.length ?? 0, decimals);
  cell.numFmt = places === 0 ? '0' : `0.${'0'.repeat(places)}`;
}
