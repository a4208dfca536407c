// The answer of a pivot as rows and columns of figures: what stands in a cell, in which order rows are read. Pure.
import { cellsIn } from '@zhenghe/engine/explorer';
import { Decimal, isDecimalText, type MissingReason, type Period } from '@zhenghe/engine/kernel';
import { inMeasure, type Measures, nameKey, type Shown, shownUnit } from '../ui/index.ts';
import { type FigurePlace, rowId } from './question.ts';
import type { AnswerIndicator, AnswerRow, PivotAnswer, PivotWire } from './shapes.ts';

export type Note = PivotAnswer['notes'][number];

export interface AnswerColumn {
  /** code.period: also how the address names it. */
  readonly key: string;
  readonly indicator: AnswerIndicator;
  readonly period: Period;
  /** Its place in the cells of a row. */
  readonly at: number;
}

export interface AnswerCell {
  readonly value: string | null;
  readonly missing: MissingReason | null;
  /** Figures that went in, of how many. */
  readonly of: number;
  readonly expected: number;
  readonly notes: readonly Note[];
}

export function columnsOf({ indicators, periods }: Pick<PivotAnswer, 'indicators' | 'periods'>): readonly AnswerColumn[] {
  return indicators.flatMap((indicator, outer) =>
    periods.map((period, inner) => ({
      key: `${indicator.code}.${period}`,
      indicator,
      period,
      at: outer * periods.length + inner,
    })),
  );
}

/** The answer as it came, its cells read. */
export function answerIn({ rows, ...answer }: PivotWire): PivotAnswer {
  return { ...answer, rows: rows.map(({ cells, ...row }) => ({ ...row, cells: cellsIn(cells) })) };
}

const nothing: AnswerCell = { value: null, missing: null, of: 0, expected: 0, notes: [] };

/** Notes travel as bits in the order the answer lists them. */
export function cellOf(answer: Pick<PivotAnswer, 'notes'>, row: AnswerRow | undefined, at: number): AnswerCell {
  const cell = row?.cells[at];
  if (!cell) return nothing;
  const [value, of, expected, bits, missing] = cell;
  const notes = bits === 0 ? nothing.notes : answer.notes.filter((_, index) => (bits & (1 << index)) !== 0);
  return { value, of, expected, notes, missing: missing ?? null };
}

/** The unit in the head: percent where growth is shown. */
export function unitOf(indicator: AnswerIndicator, grows: boolean, measures: Measures): string {
  return grows ? '%' : shownUnit(indicator.unit, measures);
}

/** Growth is told to a tenth of a percent. */
const growthDecimals = 1;

export function shownValue(
  value: string,
  indicator: AnswerIndicator,
  { grows, measures }: { readonly grows: boolean; readonly measures: Measures },
): Shown {
  if (!isDecimalText(value)) return { text: value, exact: true };
  return grows ? inMeasure(value, { unit: '%', decimals: growthDecimals }, measures) : inMeasure(value, indicator, measures);
}

export interface RowSort {
  readonly key: string;
  readonly descending: boolean;
}

/** In the order of the answer; or by a column, what is missing last whichever way, subtotals and the total at the end. */
export function orderedRows(answer: PivotAnswer, sort: RowSort | null): readonly AnswerRow[] {
  if (!sort) return answer.rows;
  const column = columnsOf(answer).find(({ key }) => key === sort.key);
  if (sort.key !== nameKey && !column) return answer.rows;
  const turn = sort.descending ? -1 : 1;
  const rank = ({ kind }: AnswerRow) => (kind === 'total' ? 2 : kind === 'subtotal' ? 1 : 0);
  const value = new Map(answer.rows.map((row) => [row, column ? row.cells[column.at]?.[0] : null]));
  return [...answer.rows].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    if (!column) return turn * a.name.localeCompare(b.name, 'zh-CN');
    const [left, right] = [value.get(a) ?? null, value.get(b) ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return turn * new Decimal(left).comparedTo(right);
  });
}

/** Of one indicator, the last period in which any row has a figure; the last of all where none has. */
export function newestColumn(answer: PivotAnswer, code: string): AnswerColumn | undefined {
  const columns = columnsOf(answer).filter(({ indicator }) => indicator.code === code);
  return columns.findLast(({ at }) => answer.rows.some(({ cells }) => (cells[at]?.[0] ?? null) !== null)) ?? columns.at(-1);
}

/** The row and column of a figure in what is shown; null where the answer does not hold it. */
export function placeIn(rows: readonly AnswerRow[], columns: readonly AnswerColumn[], at: FigurePlace | null) {
  if (!at) return null;
  const row = rows.findIndex((one) => rowId(one) === at.row);
  const column = columns.findIndex(({ indicator, period }) => indicator.code === at.indicator && period === at.period);
  return row < 0 || column < 0 ? null : { row, column };
}

/** Breaks of calibre that explain a refused or bridged growth, or a line that stops: those that begin with the period, or before it. */
export function breaksAt(indicator: AnswerIndicator, period: Period): AnswerIndicator['breaks'] {
  const exact = indicator.breaks.filter((one) => one.period === period);
  return exact.length > 0 ? exact : indicator.breaks.filter((one) => one.period <= period).slice(-1);
}

/** Which notes stand in the answer at all: a legend explains no more than that. */
export function notesShown(answer: PivotAnswer): readonly Note[] {
  let bits = 0;
  for (const row of answer.rows) for (const cell of row.cells) bits |= cell[3];
  return answer.notes.filter((_, index) => (bits & (1 << index)) !== 0);
}
