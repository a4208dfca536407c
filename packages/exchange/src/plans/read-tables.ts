// Takes the cells of each sheet by its layout: values by field, with every problem and note at its cell.
import type { Bilingual } from '@zhenghe/engine/kernel';
import {
  type CellNote,
  type CellProblem,
  columnLetter,
  type RawCell,
  type Sheet,
  type SheetRow,
  type Spot,
  unitInHeader,
} from '../kernel/index.ts';
import { blankValue, type CellContext, readCell } from './cell-values.ts';
import { type Column, headerName, type ListKey, names, planLines, type SheetLayout, sheetLayouts, trainingMark } from './layout.ts';

export interface TableRow {
  readonly number: number;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Table {
  readonly sheet: string;
  /** Column number by field. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly TableRow[];
}

export interface PlanTables {
  readonly plan: { readonly sheet: string; readonly rows: ReadonlyMap<string, number>; readonly values: Readonly<Record<string, unknown>> };
  readonly lists: ReadonlyMap<ListKey, Table>;
  readonly notes: CellNote[];
  readonly problems: CellProblem[];
  /** Cells inside a merged range: it was reported once, at the first of them that was met. */
  readonly covered: readonly Spot[];
  /** A sheet whose banner carries the training mark. */
  readonly trainingBanner: string | null;
}

/** Where problems and notes of one reading are gathered. */
interface Gathered {
  readonly notes: CellNote[];
  readonly problems: CellProblem[];
  /** First cells of merged ranges already reported. */
  readonly merged: Set<string>;
  readonly covered: Spot[];
  readonly context: CellContext;
}

const headerReach = 15;
const totalRow = /^(合计|小计|总计|共计|total|subtotal|sum)/i;

export function readTables(planSheet: Sheet, sheets: ReadonlyMap<ListKey, Sheet>, context: CellContext): PlanTables {
  const gathered: Gathered = { notes: [], problems: [], merged: new Set(), covered: [], context };
  const plan = readPlanLines(planSheet, gathered);
  const lists = new Map<ListKey, Table>();
  for (const layout of sheetLayouts) {
    const sheet = sheets.get(layout.key);
    if (sheet) lists.set(layout.key, readList(sheet, layout, gathered));
  }
  const marked = [planSheet, ...sheets.values()].find((sheet) => bannerOf(sheet).includes(trainingMark));
  return {
    plan,
    lists,
    notes: gathered.notes,
    problems: gathered.problems,
    covered: gathered.covered,
    trainingBanner: marked?.name ?? null,
  };
}

function bannerOf(sheet: Sheet): string {
  const first = sheet.rows[0];
  return first?.number === 1 ? [...first.cells.values()].map((cell) => cell.text).join(' ') : '';
}

function readPlanLines(sheet: Sheet, gathered: Gathered): PlanTables['plan'] {
  const rows = new Map<string, number>();
  const values: Record<string, unknown> = {};
  for (const row of sheet.rows) {
    const label = row.cells.get(1)?.text ?? '';
    const line = planLines.find((candidate) => namesLine(label, candidate));
    if (!line || row.number === 1 || rows.has(line.key)) continue;
    rows.set(line.key, row.number);
    const at = { sheet: sheet.name, row: row.number, column: 2 };
    values[line.key] = take(row.cells.get(2), line, at, gathered);
  }
  for (const line of planLines) {
    if (rows.has(line.key)) continue;
    values[line.key] = blankValue(line.kind);
    if (line.required) gathered.problems.push({ sheet: sheet.name, row: null, column: 'A', value: null, reason: lineMissing(line) });
  }
  return { sheet: sheet.name, rows, values };
}

/** The writer puts both languages on one line: 方案名称 * Title. */
function namesLine(label: string, line: Column): boolean {
  return names(label, line) || headerName(label) === headerName(`${line.title.zh} ${line.title.en}`);
}

function readList(sheet: Sheet, layout: SheetLayout, gathered: Gathered): Table {
  const header = headerOf(sheet, layout);
  if (!header) {
    gathered.problems.push({ sheet: sheet.name, row: null, column: null, value: null, reason: headerMissing(layout) });
    return { sheet: sheet.name, columns: new Map(), rows: [] };
  }
  const columns = columnsOf(header, layout);
  for (const column of layout.columns) {
    if ((column.required || isAnnexArea(layout, column)) && !columns.has(column.key)) {
      gathered.problems.push({ sheet: sheet.name, row: header.number, column: null, value: null, reason: columnMissing(column) });
    }
  }
  const body = sheet.rows.filter((row) => row.number > header.number);
  noteUnknownColumns(sheet, header, body, new Set(columns.values()), gathered);
  const units = new Map([...columns].map(([key, number]) => [key, unitInHeader(header.cells.get(number)?.text ?? '')]));
  const read = (row: SheetRow) => readRow({ sheet, layout, columns, units }, row, gathered);
  const rows = body.filter((row) => [...columns.values()].some((column) => row.cells.has(column))).flatMap(read);
  return { sheet: sheet.name, columns, rows };
}

/** Its cells may be empty, but without the column a header written otherwise would make every area unknown. */
function isAnnexArea(layout: SheetLayout, column: Column): boolean {
  return layout.key === 'blocks' && column.kind.as === 'area';
}

interface ListPlace {
  readonly sheet: Sheet;
  readonly layout: SheetLayout;
  readonly columns: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, string | undefined>;
}

function readRow(place: ListPlace, row: SheetRow, gathered: Gathered): TableRow[] {
  const { sheet, layout, columns, units } = place;
  const nameColumn = columns.get('name');
  const name = nameColumn === undefined ? undefined : row.cells.get(nameColumn);
  if (layout.key === 'blocks' && nameColumn !== undefined && name?.kind === 'text' && totalRow.test(name.text.trim())) {
    gathered.problems.push({
      sheet: sheet.name,
      row: row.number,
      column: columnLetter(nameColumn),
      value: name.text,
      reason: totalInBlocks,
    });
    return [];
  }
  const values: Record<string, unknown> = {};
  for (const column of layout.columns) {
    const number = columns.get(column.key);
    if (number === undefined) {
      values[column.key] = blankValue(column.kind);
      continue;
    }
    const context = { ...gathered.context, headerUnit: units.get(column.key) };
    values[column.key] = take(
      row.cells.get(number),
      column,
      { sheet: sheet.name, row: row.number, column: number },
      { ...gathered, context },
    );
  }
  return [{ number: row.number, values }];
}

interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The value of one cell, or undefined when it could not be read (and was reported). */
function take(raw: RawCell | undefined, column: Column, place: CellPlace, gathered: Gathered): unknown {
  const at = { sheet: place.sheet, row: place.row, column: columnLetter(place.column) };
  if (!raw) {
    if (column.required) gathered.problems.push({ ...at, value: null, reason: needed(column) });
    return blankValue(column.kind);
  }
  if (raw.kind === 'merged') {
    const range = `${place.sheet}!${raw.text}`;
    if (!gathered.merged.has(range)) gathered.problems.push({ ...at, value: raw.text, reason: mergedReason(raw.text) });
    gathered.merged.add(range);
    gathered.covered.push(at);
    return undefined;
  }
  const { value, notes, problem } = readCell(raw, column.kind, gathered.context);
  if (problem) gathered.problems.push({ ...at, value: raw.text, reason: inColumn(column, problem) });
  for (const note of notes) gathered.notes.push({ ...at, value: raw.text, note });
  return problem ? undefined : value;
}

/** The row within reach that names most of the columns. */
function headerOf(sheet: Sheet, layout: SheetLayout): SheetRow | undefined {
  let best: SheetRow | undefined;
  let most = 0;
  for (const row of sheet.rows) {
    if (row.number > headerReach) break;
    const count = columnsOf(row, layout).size;
    if (count > most) [best, most] = [row, count];
  }
  return best;
}

function columnsOf(row: SheetRow, layout: SheetLayout): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [number, cell] of row.cells) {
    const column = layout.columns.find((candidate) => names(cell.text, candidate));
    if (column && !columns.has(column.key)) columns.set(column.key, number);
  }
  return columns;
}

function noteUnknownColumns(
  sheet: Sheet,
  header: SheetRow,
  body: readonly SheetRow[],
  known: ReadonlySet<number>,
  gathered: Gathered,
): void {
  const seen = new Set<number>();
  for (const row of body) {
    for (const number of row.cells.keys()) {
      if (known.has(number) || seen.has(number)) continue;
      seen.add(number);
      const value = header.cells.get(number)?.text ?? '';
      gathered.notes.push({ sheet: sheet.name, row: header.number, column: columnLetter(number), value, note: columnUnknown });
    }
  }
}

function inColumn(column: Column, problem: Bilingual): Bilingual {
  return { zh: `${column.title.zh}：${problem.zh}`, en: `${column.title.en}: ${problem.en}` };
}

function needed(column: Column): Bilingual {
  return { zh: `「${column.title.zh}」必填，不能为空。`, en: `${column.title.en} is needed and may not be empty.` };
}

function lineMissing(column: Column): Bilingual {
  return { zh: `缺少「${column.title.zh}」一行。`, en: `The line ${column.title.en} is missing.` };
}

function columnMissing(column: Column): Bilingual {
  return { zh: `缺少「${column.title.zh}」一列。`, en: `The column ${column.title.en} is missing.` };
}

function headerMissing(layout: SheetLayout): Bilingual {
  const zh = layout.columns.map((column) => column.title.zh).join('、');
  const en = layout.columns.map((column) => column.title.en).join(', ');
  return { zh: `找不到表头。应有列：${zh}。`, en: `No header row found. Expected columns: ${en}.` };
}

function mergedReason(address: string): Bilingual {
  return {
    zh: `数据区有合并单元格（从 ${address} 起）。请取消合并，每行都填写。`,
    en: `Merged cells among the data (from ${address}). Unmerge them and fill in every row.`,
  };
}

const totalInBlocks: Bilingual = {
  zh: '「区块」表里有合计行。合计请填在「合计」表，否则会被重复计算。',
  en: 'A total stands among the blocks. Put sums in the sheet 合计 Sums, or they would be counted twice.',
};

const columnUnknown: Bilingual = { zh: '这一列不在格式中，没有读取。', en: 'This column is not part of the format and was not read.' };
