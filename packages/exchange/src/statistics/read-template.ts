// Reads a filled template of one filing: every cell that differs, and every error at once. A sheet of another unit, form, version, period
// or data set is refused and named; a cell left empty leaves what stands there.
import type { CellChange, FilingCell } from '@zhenghe/contract/statistics';
import { type Bilingual, type Cell, type DecimalText, isMissing } from '@zhenghe/engine/kernel';
import { filedReasons, sameCell } from '@zhenghe/engine/statistics';
import type { z } from 'zod';
import { openTables } from '../imports/open-tables.ts';
import { type CellProblem, columnLetter, type Sheet, type SheetRow, type Unreadable } from '../kernel/index.ts';
import { hiddenSheet, readCell, refusedCell, withProposal } from './cell-number.ts';
import { type FilingSheet, type HeadLine, headLines, type TemplateColumn, templateColumns, templateOrder } from './head.ts';

type FiledCell = z.infer<typeof FilingCell>;

/** As the contract's `readFile` answers. */
export type TemplateCell = z.infer<typeof CellChange> & { readonly label: string; readonly before: FiledCell['value'] };

export interface TemplateRead {
  readonly ok: true;
  readonly cells: readonly TemplateCell[];
  readonly problems: readonly CellProblem[];
}

export async function readSheetTemplate(bytes: Uint8Array, fileName: string, filing: FilingSheet): Promise<TemplateRead | Unreadable> {
  const opened = await openTables(bytes, fileName);
  if (!opened.ok) return opened;
  const shown = opened.sheets.filter(({ hidden }) => !hidden);
  const problems: CellProblem[] = opened.sheets
    .filter(({ hidden, rows }) => hidden && rows.length > 0)
    .map(({ name }) => at(name, null, { reason: hiddenSheet(name) }));
  const found = shown.flatMap((sheet) => headingOf(sheet) ?? []);
  const [first, second] = found;
  if (!first) return { ok: true, cells: [], problems: [...problems, at(shown[0]?.name ?? null, null, { reason: noHeading })] };
  if (second) problems.push(at(second.sheet.name, second.row.number, { reason: twoSheets(first.sheet.name) }));
  const head = headProblems(first, filing);
  problems.push(...head);
  // Rows of another form mean nothing here; of another period or unit they are still looked at, so that all is said at once.
  if (head.some(({ column }) => column === null)) return { ok: true, cells: [], problems };
  const reading: Reading = { filing, heading: first, problems, seen: new Map() };
  const cells = first.sheet.rows.filter(({ number }) => number > first.row.number).flatMap((row) => readRow(row, reading));
  return { ok: true, cells: problems.length > 0 ? [] : cells, problems };
}

interface Heading {
  readonly sheet: Sheet;
  readonly row: SheetRow;
  readonly columns: ReadonlyMap<TemplateColumn, number>;
}

const headingReach = 30;

function headingOf(sheet: Sheet): Heading | null {
  for (const row of sheet.rows.slice(0, headingReach)) {
    const columns = new Map<TemplateColumn, number>();
    for (const [column, cell] of row.cells) {
      const text = cell.text.split('\n')[0]?.trim() ?? '';
      const known = templateOrder.find((one) => templateColumns[one].zh === text || templateColumns[one].en === text);
      if (known && !columns.has(known)) columns.set(known, column);
    }
    if (columns.has('value') && (columns.has('key') || columns.has('name'))) return { sheet, row, columns };
  }
  return null;
}

/** `column` null: another form, so that its rows are not looked at. */
function headProblems({ sheet, row }: Heading, filing: FilingSheet): readonly CellProblem[] {
  const said = new Map(
    sheet.rows
      .filter(({ number }) => number < row.number)
      .map(({ number, cells }) => [
        cells.get(1)?.text.trim() ?? '',
        { number, text: cells.get(2)?.text.trim() ?? '', shown: cells.get(3)?.text.trim() ?? '' },
      ]),
  );
  return headLines(filing).flatMap((line): readonly CellProblem[] => {
    const given = said.get(line.title.zh) ?? said.get(line.title.en);
    if (!given) return [at(sheet.name, null, { column: columnOf(line), reason: lineMissing(line) })];
    if (given.text === line.code) return [];
    const was = given.shown === '' || given.shown === given.text ? given.text : `${given.shown}（${given.text}）`;
    return [{ sheet: sheet.name, row: given.number, column: columnOf(line), value: given.text, reason: otherHead(line, was) }];
  });
}

function columnOf({ key }: HeadLine): string | null {
  return key === 'form' || key === 'version' ? null : 'B';
}

interface Reading {
  readonly filing: FilingSheet;
  readonly heading: Heading;
  readonly problems: CellProblem[];
  /** By key: the row that it was read from. */
  readonly seen: Map<string, number>;
}

function readRow(row: SheetRow, reading: Reading): readonly TemplateCell[] {
  const { filing, heading, problems, seen } = reading;
  const text = (column: TemplateColumn) => row.cells.get(heading.columns.get(column) ?? 0);
  const named = text('key')?.text.trim() ?? '';
  const place = (column: TemplateColumn, value: string | null, reason: Bilingual) =>
    problems.push({ sheet: heading.sheet.name, row: row.number, column: columnLetter(heading.columns.get(column) ?? 1), value, reason });
  if (named === '') {
    // A group's title, or a line that somebody added without a code.
    if (text('value') || text('explanation')) place('key', text('name')?.text ?? null, noCode);
    return [];
  }
  const cell = filing.cells.find(({ key }) => key === named);
  if (!cell) {
    place('key', named, unknownRow(named));
    return [];
  }
  const before = seen.get(named);
  if (before !== undefined) {
    place('key', named, twice(before));
    return [];
  }
  seen.set(named, row.number);
  return readCells(cell, { value: text('value'), explanation: text('explanation'), unit: text('unit') }, { filing, place });
}

type Raw = ReturnType<SheetRow['cells']['get']>;

interface Around {
  readonly filing: FilingSheet;
  readonly place: (column: TemplateColumn, value: string | null, reason: Bilingual) => void;
}

interface RawLine {
  readonly value: Raw;
  readonly explanation: Raw;
  readonly unit: Raw;
}

function readCells(cell: FiledCell, raw: RawLine, { filing, place }: Around): readonly TemplateCell[] {
  const indicator = filing.indicators.find(({ code }) => code === cell.indicator);
  if (!indicator || cell.computed) return [];
  const { unit, decimals, name } = indicator;
  if (raw.unit && raw.unit.text.trim() !== unit) place('unit', raw.unit.text, otherUnit(unit));
  const read = readCell(raw.value, { unit, decimals });
  if (read.kind === 'problem') place('value', raw.value?.text ?? null, withProposal(read.message, read.proposal));
  const words = wordsIn(raw.explanation, place);
  const value = read.kind === 'value' && !sameCell(read.value, cell.value) ? filed(read.value) : undefined;
  const explanation = words !== '' && words !== (cell.explanation ?? '') ? words : undefined;
  if (value === undefined && explanation === undefined) return [];
  if (!cell.unlocked) place('value', raw.value?.text ?? null, locked);
  return [
    {
      ...{ key: cell.key, seen: cell.revision, label: name.zh, before: cell.value },
      ...(value === undefined ? {} : { value }),
      ...(explanation === undefined ? {} : { explanation }),
    },
  ];
}

function wordsIn(raw: Raw, place: Around['place']): string {
  if (!raw) return '';
  const bad = refusedCell(raw);
  const words = raw.text.trim();
  if (bad) place('explanation', raw.text, bad);
  else if (words.length > 500) place('explanation', `${words.slice(0, 40)}…`, longWords);
  return bad ? '' : words;
}

/** What a file can say is one of the four reasons; `not-given` is no reason of a filer's. */
function filed(value: Cell<DecimalText>): TemplateCell['value'] {
  if (!isMissing(value)) return value;
  const { missing } = value;
  const reason = filedReasons.find((one) => one === missing);
  return reason === undefined ? undefined : { missing: reason };
}

function at(sheet: string | null, row: number | null, rest: { readonly column?: string | null; readonly reason: Bilingual }): CellProblem {
  return { sheet, row, column: rest.column ?? null, value: null, reason: rest.reason };
}

const noHeading: Bilingual = {
  zh: '这不是本系统下载的报表模板：找不到“指标、本期、代码”一行。请重新下载模板填写。',
  en: 'This is no template of this system: there is no line with Indicator, This period and Code. Download the template again.',
};
const twoSheets = (first: string): Bilingual => ({
  zh: `文件里有两张报表，另一张是「${first}」，分不清以哪张为准。请只留一张。`,
  en: `The file holds two sheets of figures; the other is "${first}". Leave only one.`,
});
const lineMissing = ({ title }: HeadLine): Bilingual => ({
  zh: `表头缺少「${title.zh}」，不能确认是哪张表。请重新下载模板填写。`,
  en: `The head lacks ${title.en}, so it cannot be told which sheet this is. Download the template again.`,
});
const otherHead = ({ title, code, shown }: HeadLine, was: string): Bilingual => ({
  zh: `这是另一张表：${title.zh}是 ${was}，这里要的是 ${shown.zh}（${code}）。请下载对应的模板。`,
  en: `This is another sheet: ${title.en} is ${was}; wanted here is ${shown.en} (${code}). Download the right template.`,
});
const unknownRow = (key: string): Bilingual => ({
  zh: `这张表里没有代码「${key}」这一行，可能是往年的表。`,
  en: `The form has no row with the code "${key}"; this may be a sheet of another year.`,
});
const noCode: Bilingual = {
  zh: '这一行填了数，但没有代码，不知道是哪个指标。请不要增加行。',
  en: 'A line with a figure but without a code. Add no lines.',
};
const twice = (row: number): Bilingual => ({ zh: `与第 ${row} 行重复。`, en: `The same as row ${row}.` });
const locked: Bilingual = { zh: '这一格已锁定，不能改。', en: 'The cell is locked.' };
const longWords: Bilingual = { zh: '说明超过 500 字。', en: 'The explanation has more than 500 characters.' };
const otherUnit = (unit: string): Bilingual => ({
  zh: `计量单位被改动，本指标以「${unit}」计。请按这个单位填写，不要改单位。`,
  en: `The unit was changed; this row is in ${unit}. Convert the figure and leave the unit.`,
});
