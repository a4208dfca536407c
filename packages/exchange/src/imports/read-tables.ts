// Reads the rows of a file by a form: workbook, CSV or JSON. Finds sheets and columns, takes every cell, gathers every problem.

import { findColumns, headingRow, plainHeading } from '@zhenghe/engine/imports';
import type { Bilingual } from '@zhenghe/engine/kernel';
import {
  type CellNote,
  type CellProblem,
  columnLetter,
  type Sheet,
  type SheetRow,
  type Unreadable,
  unitInHeader,
} from '../kernel/index.ts';
import { readImportCell, unitInBrackets } from './cells.ts';
import type { ImportColumn, ImportLayout, ImportRow, ImportSheet, Mapping, Remembered, SheetFound } from './layout.ts';
import { openTables } from './open-tables.ts';

export interface KnownColumns {
  readonly mapping?: Mapping | undefined;
  readonly remembered?: Remembered | undefined;
}

export interface TablesRead {
  readonly ok: true;
  readonly sheets: readonly SheetFound[];
  readonly rows: readonly ImportRow[];
  readonly notes: readonly CellNote[];
  readonly problems: readonly CellProblem[];
}

const headerReach = 15;

export async function readTables(
  bytes: Uint8Array,
  fileName: string,
  layout: ImportLayout,
  known: KnownColumns = {},
): Promise<TablesRead | Unreadable> {
  const opened = await openTables(bytes, fileName);
  if (!opened.ok) return opened;
  const reading: Reading = { layout, known, notes: [...opened.notes], problems: [], sheets: [], rows: [] };
  for (const sheet of opened.sheets) readSheet(sheet, reading);
  if (reading.rows.length === 0 && reading.problems.length === 0) reading.problems.push(nothingRead(layout, opened.sheets));
  return { ok: true, ...reading };
}

interface Reading {
  readonly layout: ImportLayout;
  readonly known: KnownColumns;
  readonly notes: CellNote[];
  readonly problems: CellProblem[];
  readonly sheets: SheetFound[];
  readonly rows: ImportRow[];
}

function readSheet(sheet: Sheet, reading: Reading): void {
  const { layout, known } = reading;
  const head = sheet.rows.filter(({ number }, at) => at < headerReach && number <= headerReach);
  const asked = Object.hasOwn(known.mapping ?? {}, sheet.name) ? known.mapping?.[sheet.name] : undefined;
  const form = asked ? layout.find(({ key }) => key === asked.sheet) : formOf(sheet.name, head, reading);
  const chosen = asked?.columns;
  const at = form ? headingRow(head.map(textsOf), form.columns, { ...columnsKnown(form, known, chosen), least: 1 }) : null;
  const heading = (at === null ? undefined : head[at]) ?? head.find(({ cells }) => cells.size > 1);
  const headings = heading ? textsOf(heading).filter((text) => text !== '') : [];
  const columns = form && heading ? findColumns(form.columns, headings, columnsKnown(form, known, chosen)) : [];
  if (sheet.rows.length > 0) reading.sheets.push({ sheetName: sheet.name, sheet: form?.key ?? null, headings, columns });
  if (!form || !heading) return;
  const places = new Map(columns.map(({ key, heading: text }) => [key, columnNumber(heading, text)]));
  for (const column of form.columns) {
    if (column.needed && !places.has(column.key)) {
      reading.problems.push({ sheet: sheet.name, row: heading.number, column: null, value: null, reason: columnMissing(column) });
    }
  }
  const counted = new Set(form.columns.flatMap((column) => (column.form.as === 'figure' ? [column.key] : [])));
  const units = new Map(columns.map(({ key, heading: text }) => [key, counted.has(key) ? unitInBrackets(text) : unitInHeader(text)]));
  for (const row of sheet.rows) if (row.number > heading.number) readRow({ row, sheet: sheet.name, form, places, units }, reading);
}

interface RowAt {
  readonly row: SheetRow;
  readonly sheet: string;
  readonly form: ImportSheet;
  readonly places: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, string | undefined>;
}

function readRow({ row, sheet, form, places, units }: RowAt, { problems, notes, rows }: Reading): void {
  const values: Record<string, string> = {};
  const missing: Record<string, string> = {};
  const before = problems.length;
  if (![...places.values()].some((place) => row.cells.has(place))) return;
  for (const column of form.columns) {
    const place = places.get(column.key);
    if (place === undefined) continue;
    const raw = row.cells.get(place);
    const at = { sheet, row: row.number, column: columnLetter(place) };
    if (!raw) {
      if (column.needed) problems.push({ ...at, value: null, reason: neededCell(column) });
      continue;
    }
    const { value, notes: said, problem } = readImportCell(raw, column.form, units.get(column.key));
    if (problem) problems.push({ ...at, value: raw.text, reason: inColumn(column, problem) });
    for (const note of said) notes.push({ ...at, value: raw.text, note });
    if (value && 'text' in value) values[column.key] = value.text;
    else if (value) missing[column.key] = value.missing;
  }
  if (problems.length === before) rows.push({ sheet: form.key, sheetName: sheet, row: row.number, values, missing });
}

/** By the sheet's name, else by its headings: the form that most of them belong to. */
function formOf(name: string, head: readonly SheetRow[], { layout, known }: Reading): ImportSheet | undefined {
  const plain = plainHeading(name);
  const named = layout.find(({ key, title }) =>
    [key, title.zh, title.en, `${title.zh}${title.en}`].some((one) => plainHeading(one) === plain),
  );
  if (named) return named;
  const rated = layout.map((form) => {
    const at = headingRow(head.map(textsOf), form.columns, { ...columnsKnown(form, known, undefined), least: 2 });
    const row = at === null ? undefined : head[at];
    return { form, fit: row ? fitOf(form, textsOf(row), known) : 0 };
  });
  const best = rated.reduce<{ form: ImportSheet; fit: number } | null>((top, one) => (one.fit > (top?.fit ?? 0) ? one : top), null);
  return best?.form;
}

/** A form all of whose needed columns are there wins over one with more columns but not those. */
function fitOf(form: ImportSheet, headings: readonly string[], known: KnownColumns): number {
  const found = new Set(findColumns(form.columns, headings, columnsKnown(form, known, undefined)).map(({ key }) => key));
  const whole = form.columns.every(({ key, needed }) => !needed || found.has(key));
  return (whole ? 100 : 0) + found.size;
}

function columnsKnown(form: ImportSheet, { remembered }: KnownColumns, chosen: Mapping[string]['columns'] | undefined) {
  const before = remembered && Object.hasOwn(remembered, form.key) ? remembered[form.key] : undefined;
  return { ...(chosen ? { chosen } : {}), ...(before ? { remembered: before } : {}) };
}

function textsOf(row: SheetRow): readonly string[] {
  return [...row.cells].sort(([a], [b]) => a - b).map(([, cell]) => (cell.kind === 'merged' ? '' : cell.text.trim()));
}

function columnNumber(row: SheetRow, text: string): number {
  return [...row.cells].sort(([a], [b]) => a - b).find(([, cell]) => cell.text.trim() === text)?.[0] ?? 0;
}

function nothingRead(layout: ImportLayout, sheets: readonly Sheet[]): CellProblem {
  const names = layout.map(({ title }) => title);
  return {
    sheet: sheets[0]?.name ?? null,
    ...{ row: null, column: null, value: null },
    reason: {
      zh: `没有读到任何一行。应有表：${names.map(({ zh }) => zh).join('、')}；可用模板填写，或在“列的对应”中指定。`,
      en: `Not one row was read. Expected sheets: ${names.map(({ en }) => en).join(', ')}. Use the template, or say below which column is which.`,
    },
  };
}

function columnMissing({ title }: ImportColumn): Bilingual {
  return {
    zh: `找不到「${title.zh}」一列。请在“列的对应”中指定是哪一列，或用模板填写。`,
    en: `There is no column ${title.en}. Say below which column it is, or use the template.`,
  };
}

function neededCell({ title }: ImportColumn): Bilingual {
  return { zh: `「${title.zh}」必填，不能为空。`, en: `${title.en} is needed and may not be empty.` };
}

function inColumn({ title }: ImportColumn, problem: Bilingual): Bilingual {
  return { zh: `${title.zh}：${problem.zh}`, en: `${title.en}: ${problem.en}` };
}
