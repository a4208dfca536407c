// A table of units by indicators: one row a unit, one column an indicator, the period in its head or in a column of its own.
import type { Indicator } from '@zhenghe/engine/indicators';
import type { Bilingual, Period } from '@zhenghe/engine/kernel';
import type { Sheet, SheetRow } from '../kernel/index.ts';
import { type FiguresKnown, type Gathering, gatherFigure, indicatorNamed, periodIn, problemAt } from './figure-known.ts';

export interface TableHead {
  readonly row: SheetRow;
  readonly unit: number;
  readonly period: number | null;
  readonly source: number | null;
  /** Columns that name an indicator, or something the library does not have. */
  readonly indicators: ReadonlyMap<number, Indicator | Bilingual>;
}

const reach = 15;
const unitHeadings = new Set(['编号', '单位编号', '开发区编号', '园区编号', '行政区划代码', 'id', 'unit', '编号id']);
const nameHeadings = new Set(['名称', '开发区名称', '园区名称', '单位名称', '开发区', 'name', '名称name']);
const periodHeadings = new Set(['报告期', '时期', 'period', '报告期period']);
const sourceHeadings = new Set(['来源', 'source', '来源source']);

/** Null for what is no such table: a list of figures has columns for the indicator and its value. */
export function tableHead(sheet: Sheet, known: FiguresKnown): TableHead | null {
  for (const row of sheet.rows.slice(0, reach)) {
    const unit = columnOf(row, unitHeadings);
    if (unit === null) continue;
    const [period, source, name] = [columnOf(row, periodHeadings), columnOf(row, sourceHeadings), columnOf(row, nameHeadings)];
    const fixed = new Set([unit, period, source, name]);
    const indicators = new Map(
      [...row.cells].filter(([column]) => !fixed.has(column)).map(([column, { text }]) => [column, headingIndicator(text.trim(), known)]),
    );
    const named = [...indicators.values()].filter((one) => !('zh' in one)).length;
    if (named > 0 && named * 2 >= indicators.size) return { row, unit, period, source, indicators };
  }
  return null;
}

function columnOf(row: SheetRow, words: ReadonlySet<string>): number | null {
  return [...row.cells].find(([, { text }]) => words.has(plain(text)))?.[0] ?? null;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*]+/g, '');
}

/** A code or name, with the unit in brackets or without: 税收收入（万元）. Another unit than the library's is refused, not converted. */
function headingIndicator(text: string, known: FiguresKnown): Indicator | Bilingual {
  const whole = indicatorNamed(text, known);
  if (!('zh' in whole)) return whole;
  const [, name = '', unit = ''] = /^(.*)\(([^()]*)\)$/.exec(text.normalize('NFKC').replace(/\s+/g, '')) ?? [];
  const indicator = name === '' ? whole : indicatorNamed(name, known);
  if ('zh' in indicator) return whole;
  return sameUnit(indicator, unit) ? indicator : otherUnit(indicator, unit);
}

function sameUnit({ unit }: Indicator, given: string): boolean {
  return unit.normalize('NFKC').replace(/\s+/g, '') === given;
}

export function readTable(sheet: Sheet, head: TableHead, to: Gathering): void {
  const before = sheet.rows.filter(({ number }) => number < head.row.number);
  const period = headPeriod(sheet, before, { head, to });
  const source = headValue(before, sourceHeadings)?.text.trim() ?? null;
  for (const [column, indicator] of head.indicators) {
    if ('zh' in indicator)
      problemAt(
        to,
        { sheet: sheet.name, row: head.row.number },
        { column, value: head.row.cells.get(column)?.text ?? '', reason: indicator },
      );
  }
  if (period === null && head.period === null) return;
  for (const row of sheet.rows) {
    if (row.number <= head.row.number || isUnitLine(row, head, sheet, to)) continue;
    readUnit(row, { sheet: sheet.name, head, period, source }, to);
  }
}

function headValue(rows: readonly SheetRow[], words: ReadonlySet<string>) {
  return rows.find(({ cells }) => words.has(plain(cells.get(1)?.text ?? '')))?.cells.get(2);
}

function headPeriod(
  sheet: Sheet,
  before: readonly SheetRow[],
  { head, to }: { readonly head: TableHead; readonly to: Gathering },
): Period | null {
  const raw = headValue(before, periodHeadings);
  const row = before.find(({ cells }) => [...cells.values()].some((cell) => cell === raw))?.number ?? head.row.number;
  const at = { sheet: sheet.name, row };
  if (raw) return periodIn(to, at, { raw, column: 2 });
  return head.period === null ? problemAt(to, at, { column: null, reason: noPeriod }) : null;
}

/** The line below the codes that says what they are called and measured in: its units are checked, it holds no figures. */
function isUnitLine(row: SheetRow, head: TableHead, sheet: Sheet, to: Gathering): boolean {
  if (row.number !== head.row.number + 1 || row.cells.has(head.unit)) return false;
  for (const [column, indicator] of head.indicators) {
    const [, unit = ''] = /\(([^()]*)\)$/.exec(row.cells.get(column)?.text.normalize('NFKC').replace(/\s+/g, '') ?? '') ?? [];
    if (!('zh' in indicator) && unit !== '' && !sameUnit(indicator, unit)) {
      problemAt(to, { sheet: sheet.name, row: row.number }, { column, value: unit, reason: otherUnit(indicator, unit) });
    }
  }
  return true;
}

interface Lines {
  readonly sheet: string;
  readonly head: TableHead;
  readonly period: Period | null;
  readonly source: string | null;
}

function readUnit(row: SheetRow, { sheet, head, period: shared, source }: Lines, to: Gathering): void {
  const at = { sheet, row: row.number };
  const unitCell = row.cells.get(head.unit);
  const own = head.period === null ? undefined : row.cells.get(head.period);
  if (!unitCell) {
    if ([...head.indicators.keys()].some((column) => row.cells.has(column))) problemAt(to, at, { column: head.unit, reason: noUnit });
    return;
  }
  const period = own && head.period !== null ? periodIn(to, at, { raw: own, column: head.period }) : shared;
  if (period === null) {
    if (!own) problemAt(to, at, { column: head.period, reason: noPeriod });
    return;
  }
  const unit = to.known.unit(unitCell.text.trim(), period);
  if ('zh' in unit) {
    problemAt(to, at, { column: head.unit, value: unitCell.text, reason: unit });
    return;
  }
  const said = head.source === null ? undefined : row.cells.get(head.source)?.text.trim();
  for (const [column, indicator] of head.indicators) {
    if ('zh' in indicator) continue;
    gatherFigure(to, at, { unit, indicator, period, source: said ?? source, value: row.cells.get(column), column });
  }
}

const noPeriod: Bilingual = {
  zh: '没有写明报告期。请在表头写“报告期”，或加一列报告期。',
  en: 'No period is given: name it in the head, or add a column.',
};
const noUnit: Bilingual = { zh: '这一行有数，但没有单位编号。', en: 'The line has figures but no unit.' };
const otherUnit = ({ name, unit }: Indicator, given: string): Bilingual => ({
  zh: `「${name.zh}」以「${unit}」计，文件里是「${given}」。请换算后再导入。`,
  en: `${name.en} is in ${unit}; the file says ${given}. Convert it first.`,
});
