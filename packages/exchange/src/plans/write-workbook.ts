// Writes a plan, or an empty form, as a workbook an official can fill in. The same plan gives the same bytes.
import { Decimal, isMissing } from '@zhenghe/engine/kernel';
import type { Plan } from '@zhenghe/engine/plans';
import type ExcelJs from 'exceljs';
import { columnLetter, missingWords, withoutClock } from '../kernel/index.ts';
import { joinNames } from './cell-values.ts';
import {
  type CellKind,
  type Column,
  firstDataRow,
  planLines,
  planSheet,
  type Referable,
  readMe,
  type SheetLayout,
  sheetLayouts,
  sheetTitle,
  trainingMark,
} from './layout.ts';
import { readMeLines } from './read-me.ts';
import { phaseWords } from './words.ts';

/** Rows that carry the drop-down lists beyond those already filled. */
const spareRows = 300;
const headerFill: ExcelJs.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } };
const fixedDate = new Date(0);

export async function writePlanWorkbook(plan: Plan | null): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.created = fixedDate;
  workbook.modified = fixedDate;
  workbook.creator = 'Zhenghe 整合';
  const training = plan?.training === true;
  writeReadMe(workbook, training);
  writePlanSheet(workbook, plan);
  for (const layout of sheetLayouts) writeList(workbook, layout, plan);
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function banner(sheet: ExcelJs.Worksheet, text: string, training: boolean): void {
  const cell = sheet.getCell('A1');
  cell.value = training ? `【${trainingMark} TRAINING DATA】 ${text}` : text;
  cell.font = { bold: true, size: 12, color: { argb: training ? 'FFC00000' : 'FF1F3864' } };
}

function writeReadMe(workbook: ExcelJs.Workbook, training: boolean): void {
  const sheet = workbook.addWorksheet(sheetTitle(readMe));
  banner(sheet, '开发区（园区）整合提升方案 填报说明 — How to fill in this workbook', training);
  sheet.getColumn(1).width = 60;
  sheet.getColumn(2).width = 70;
  for (const [index, [zh, en]] of readMeLines.entries()) {
    const row = sheet.getRow(index + 3);
    row.getCell(1).value = zh;
    row.getCell(2).value = en;
    row.alignment = { wrapText: true, vertical: 'top' };
  }
}

function writePlanSheet(workbook: ExcelJs.Workbook, plan: Plan | null): void {
  const sheet = workbook.addWorksheet(sheetTitle(planSheet), { views: [{ state: 'frozen', ySplit: 2 }] });
  banner(sheet, sheetTitle(planSheet), plan?.training === true);
  writeHeader(sheet, [
    { text: '项目\nItem', width: 26 },
    { text: '填写\nValue', width: 50 },
    { text: '说明\nNote', width: 60 },
  ]);
  const values = plan === null ? null : planRecord(plan);
  for (const [index, line] of planLines.entries()) {
    const row = firstDataRow + index;
    sheet.getCell(row, 1).value = headerText(line).replace('\n', ' ');
    sheet.getCell(row, 3).value = line.hint ?? '';
    const cell = sheet.getCell(row, 2);
    cell.alignment = { wrapText: true, horizontal: 'left' };
    put(cell, line.kind, values?.[line.key], null);
    const list = listOf(line.kind);
    if (list) cell.dataValidation = list;
  }
}

/** The plan's own fields by the keys of planLines. */
function planRecord(plan: Plan): Readonly<Record<string, unknown>> {
  const { organisation } = plan;
  return {
    ...plan,
    'organisation.bodiesBefore': organisation.bodiesBefore,
    'organisation.bodiesAfter': organisation.bodiesAfter,
    'organisation.staffBefore': organisation.staffBefore,
    'organisation.staffAfter': organisation.staffAfter,
  };
}

function writeHeader(sheet: ExcelJs.Worksheet, titles: readonly { text: string; width: number; hint?: string | undefined }[]): void {
  for (const [index, title] of titles.entries()) {
    const cell = sheet.getCell(firstDataRow - 1, index + 1);
    cell.value = title.text;
    cell.font = { bold: true };
    cell.fill = headerFill;
    cell.alignment = { wrapText: true, vertical: 'middle' };
    if (title.hint) cell.note = title.hint;
    sheet.getColumn(index + 1).width = title.width;
  }
}

function headerText(column: Column): string {
  return `${column.title.zh}${column.required ? ' *' : ''}\n${column.title.en}`;
}

function writeList(workbook: ExcelJs.Workbook, layout: SheetLayout, plan: Plan | null): void {
  const sheet = workbook.addWorksheet(sheetTitle(layout.name), { views: [{ state: 'frozen', ySplit: 2 }] });
  banner(sheet, sheetTitle(layout.name), plan?.training === true);
  writeHeader(
    sheet,
    layout.columns.map((column) => ({ text: headerText(column), width: column.width, hint: column.hint })),
  );
  const rows: readonly object[] = plan?.[layout.key] ?? (layout.key === 'milestones' ? emptyMilestones : []);
  for (const [index, column] of layout.columns.entries()) {
    sheet.getColumn(index + 1).numFmt = formatOf(column.kind);
    addDropDown(sheet, index + 1, column, rows.length);
  }
  for (const [index, row] of rows.entries()) writeRow(sheet, firstDataRow + index, layout, new Map(Object.entries(row)), plan);
}

const emptyMilestones = Object.keys(phaseWords).map((phase) => ({ phase }));

function writeRow(
  sheet: ExcelJs.Worksheet,
  number: number,
  layout: SheetLayout,
  values: ReadonlyMap<string, unknown>,
  plan: Plan | null,
): void {
  for (const [index, column] of layout.columns.entries()) {
    put(sheet.getCell(number, index + 1), column.kind, values.get(column.key), plan);
  }
}

/** Writes one value in the form that reads back as the same value. */
function put(cell: ExcelJs.Cell, kind: CellKind, value: unknown, plan: Plan | null): void {
  if (value === undefined) return;
  if (isMissing(value)) {
    if (value.missing !== 'not-given') cell.value = missingWords[value.missing];
    return;
  }
  if (typeof value === 'boolean') cell.value = value ? '是' : '否';
  else if (typeof value === 'number') cell.value = value;
  else if (Array.isArray(value)) cell.value = listText(value.map(String), kind, plan);
  else putText(cell, String(value), kind, plan);
}

function putText(cell: ExcelJs.Cell, text: string, kind: CellKind, plan: Plan | null): void {
  if (kind.as === 'area' || kind.as === 'share') putDecimal(cell, text);
  else if (kind.as === 'word') cell.value = kind.words[text] ?? text;
  else if (kind.as === 'one') cell.value = nameOf(plan, kind.of, text);
  else if (text !== '') cell.value = text;
}

function listText(values: readonly string[], kind: CellKind, plan: Plan | null): string | null {
  if (values.length === 0) return null;
  if (kind.as === 'words') return values.map((value) => kind.words[value] ?? value).join('、');
  if (kind.as === 'many') return joinNames(values.map((value) => nameOf(plan, kind.of, value)));
  return joinNames(values);
}

/** A number where Excel holds it exactly (15 digits, plain form), else text: an area is never rounded on the way. */
function putDecimal(cell: ExcelJs.Cell, text: string): void {
  const places = text.split('.')[1]?.length ?? 0;
  const exact = new Decimal(text);
  const plain = exact.toFixed(places) === text && exact.precision(true) <= 15 && places <= 12;
  cell.value = plain ? exact.toNumber() : text;
  cell.numFmt = plain && places > 0 ? `0.${'0'.repeat(places)}` : plain ? '0' : '@';
}

/** Rows are referred to by name; by code only where a name would not lead back to the row. */
function nameOf(plan: Plan | null, list: Referable, code: string): string {
  const rows = plan?.[list] ?? [];
  const row = rows.find((candidate) => candidate.code === code);
  if (!row) return code;
  const shared = rows.filter((candidate) => candidate.name === row.name).length > 1;
  return shared ? code : row.name;
}

function formatOf(kind: CellKind): string {
  if (kind.as === 'area') return '0.00####';
  if (kind.as === 'share' || kind.as === 'count') return 'General';
  return '@';
}

function addDropDown(sheet: ExcelJs.Worksheet, index: number, column: Column, filled: number): void {
  const validation = listOf(column.kind);
  if (!validation) return;
  for (let row = firstDataRow; row < firstDataRow + Math.min(filled + spareRows, 2 * spareRows); row++) {
    sheet.getCell(row, index).dataValidation = validation;
  }
}

function listOf(kind: CellKind): ExcelJs.DataValidation | null {
  switch (kind.as) {
    case 'word':
      return dropDown(`"${Object.values(kind.words).join(',')}"`, 'stop');
    case 'words':
      return dropDown(`"${Object.values(kind.words).join(',')}"`, 'warning');
    case 'flag':
    case 'known-flag':
      return dropDown('"是,否"', 'warning');
    case 'one':
      return dropDown(nameColumn(kind.of), 'warning');
    default:
      return null;
  }
}

function nameColumn(list: Referable): string {
  const layout = sheetLayouts.find((candidate) => candidate.key === list);
  const column = columnLetter((layout?.columns.findIndex((candidate) => candidate.key === 'name') ?? 0) + 1);
  const name = sheetTitle(layout?.name ?? planSheet);
  return `'${name}'!$${column}$${firstDataRow}:$${column}$${firstDataRow + 2 * spareRows}`;
}

function dropDown(formula: string, errorStyle: 'stop' | 'warning'): ExcelJs.DataValidation {
  return {
    type: 'list',
    allowBlank: true,
    formulae: [formula],
    showErrorMessage: true,
    errorStyle,
    error: '请从列表中选择。 Choose from the list.',
  };
}
