// What a file of figures would do, row by row (F110): into the cells of a filing that its sender fills and that is open, or, brought by the
// province, figures of history that no filing answers for. Pure over what was read from the database.
import type { FieldChange, PlannedRow } from '@zhenghe/engine/imports';
import type { Indicator } from '@zhenghe/engine/indicators';
import { type Bilingual, type Cell, type DecimalText, isMissing, type Period, periodEnd } from '@zhenghe/engine/kernel';
import { absenceWord, type CellKey, cellKey, filedReasons, sameCell } from '@zhenghe/engine/statistics';
import type { FigureRead } from '@zhenghe/exchange/statistics';

/** A filing of one of the file's units and periods. */
export interface FilingAt {
  readonly id: string;
  readonly unit: string;
  readonly period: Period;
  readonly title: Bilingual;
  readonly jurisdiction: string;
  /** Cells of filed rows, with what stands there. */
  readonly cells: ReadonlyMap<CellKey, { readonly value: Cell<DecimalText> | null; readonly revision: number }>;
  /** Those that may be written now. */
  readonly open: ReadonlySet<CellKey>;
  /** Why the caller may not write it; null when he may. */
  readonly readOnly: Bilingual | null;
}

export interface RowsGiven {
  readonly on: string;
  readonly filings: readonly FilingAt[];
  readonly current: (figure: Pick<FigureRead, 'indicator' | 'period' | 'calibre'> & { readonly unit: string }) => Cell<DecimalText> | null;
  readonly indicator: (code: string) => Indicator | undefined;
  /** Null where the unit had no place in the period. */
  readonly placeOf: (unit: string, period: Period) => string | null;
  readonly mayReport: (place: string) => boolean;
  /** The province alone brings figures of history. */
  readonly history: boolean;
}

export interface CellToFill {
  readonly filing: string;
  readonly key: CellKey;
  readonly value: Cell<DecimalText>;
  readonly before: Cell<DecimalText> | null;
  readonly seen: number;
}

export interface FigureToPublish {
  readonly figure: FigureRead;
  readonly jurisdiction: string;
  readonly source: string;
}

export interface PlannedImport {
  readonly rows: readonly PlannedRow[];
  readonly cells: readonly CellToFill[];
  readonly figures: readonly FigureToPublish[];
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

type Fate =
  | { readonly kind: 'refused'; readonly reason: Bilingual }
  | { readonly kind: 'same' }
  | { readonly kind: 'cell'; readonly cell: CellToFill }
  | { readonly kind: 'figure'; readonly figure: FigureToPublish; readonly before: Cell<DecimalText> | null };

export function planImport(figures: readonly FigureRead[], given: RowsGiven): PlannedImport {
  const lines = new Map<string, { readonly figure: FigureRead; readonly fate: Fate }[]>();
  const byUnit = grouped(given.filings, ({ unit, period }) => `${unit} ${period}`);
  for (const figure of figures) {
    const at = JSON.stringify([figure.sheet, figure.row]);
    const line = lines.get(at) ?? [];
    line.push({ figure, fate: fateOf(figure, byUnit.get(`${figure.unit.id} ${figure.period}`) ?? [], given) });
    lines.set(at, line);
  }
  const fates = [...lines.values()].flat().map(({ fate }) => fate);
  return {
    rows: [...lines.values()].map((line) => rowOf(line, given)),
    cells: fates.flatMap((fate) => (fate.kind === 'cell' ? [fate.cell] : [])),
    figures: fates.flatMap((fate) => (fate.kind === 'figure' ? [fate.figure] : [])),
  };
}

function fateOf(figure: FigureRead, filings: readonly FilingAt[], given: RowsGiven): Fate {
  const place = given.placeOf(figure.unit.id, figure.period);
  if (place === null || !given.mayReport(place)) return { kind: 'refused', reason: otherPlace(figure.unit.name) };
  if (periodEnd(figure.period) > given.on) return { kind: 'refused', reason: notOver(figure.period) };
  const { value } = figure;
  if (isMissing(value) && !filedReasons.some((reason) => reason === value.missing)) return { kind: 'refused', reason: noReason };
  const key = cellKey(figure.indicator, figure.calibre);
  const asking = filings.filter(({ cells }) => cells.has(key));
  const mine = asking.find(({ readOnly }) => readOnly === null);
  if (mine) return intoFiling(figure, mine, key);
  const [first] = asking;
  if (first) {
    const same = sameCell(given.current({ ...figure, unit: figure.unit.id }), figure.value);
    return same ? { kind: 'same' } : { kind: 'refused', reason: first.readOnly ?? byFiling(first) };
  }
  return given.history ? intoHistory(figure, place, given) : { kind: 'refused', reason: noFiling(figure) };
}

function intoFiling(figure: FigureRead, { id, cells, open }: FilingAt, key: CellKey): Fate {
  const held = cells.get(key);
  if (sameCell(held?.value ?? null, figure.value)) return { kind: 'same' };
  if (!open.has(key)) return { kind: 'refused', reason: locked };
  return { kind: 'cell', cell: { filing: id, key, value: figure.value, before: held?.value ?? null, seen: held?.revision ?? 0 } };
}

function intoHistory(figure: FigureRead, jurisdiction: string, given: RowsGiven): Fate {
  const before = given.current({ ...figure, unit: figure.unit.id });
  if (sameCell(before, figure.value)) return { kind: 'same' };
  if (figure.source === null || figure.source === '') return { kind: 'refused', reason: noSource };
  return { kind: 'figure', before, figure: { figure, jurisdiction, source: figure.source } };
}

function rowOf(line: readonly { readonly figure: FigureRead; readonly fate: Fate }[], given: RowsGiven): PlannedRow {
  const [first] = line;
  if (!first) throw new Error('a row without figures');
  const { sheet, row, unit, period } = first.figure;
  const refused = line.flatMap(({ figure, fate }) => (fate.kind === 'refused' ? [{ figure, reason: fate.reason }] : []));
  const changes = line.flatMap(({ figure, fate }) => changeOf(figure, fate, given));
  const isNew = changes.every(({ before }) => before === null);
  const effect = refused.length > 0 ? 'refused' : changes.length === 0 ? 'same' : isNew ? 'add' : 'change';
  const only = line.length === 1 ? `，${given.indicator(first.figure.indicator)?.name.zh ?? first.figure.indicator}` : '';
  return { sheet, row, effect, subject: unit.id, label: `${unit.name}，${period}${only}`, changes, reason: reasonOf(refused) };
}

/** All of them when they differ, with their columns; one when they are the same. */
function reasonOf(refused: readonly { readonly figure: FigureRead; readonly reason: Bilingual }[]): Bilingual | null {
  const byReason = grouped(refused, ({ reason }) => reason.zh);
  const told = [...byReason.values()].slice(0, 5).flatMap((same) => {
    const [first] = same;
    const columns = same.slice(0, 8).map(({ figure }) => figure.column);
    return first ? [{ columns: same.length > 8 ? [...columns, '…'] : columns, reason: first.reason }] : [];
  });
  if (told.length === 0) return null;
  return {
    zh: told.map(({ columns, reason }) => `${columns.join('、')} 列：${reason.zh}`).join(' '),
    en: told.map(({ columns, reason }) => `${columns.join(', ')}: ${reason.en}`).join(' '),
  };
}

function changeOf(figure: FigureRead, fate: Fate, given: RowsGiven): readonly FieldChange[] {
  if (fate.kind !== 'cell' && fate.kind !== 'figure') return [];
  const indicator = given.indicator(figure.indicator);
  const before = fate.kind === 'cell' ? fate.cell.before : fate.before;
  const { zh, en } = indicator?.name ?? { zh: figure.indicator, en: figure.indicator };
  const unit = indicator?.unit ?? '';
  return [{ field: { zh: `${zh}（${unit}）`, en: `${en} (${unit})` }, before: textOf(before), after: textOf(figure.value) }];
}

function textOf(value: Cell<DecimalText> | null): string | null {
  return value === null ? null : isMissing(value) ? absenceWord(value.missing).zh : value;
}

const otherPlace = (name: string): Bilingual => ({ zh: `「${name}」不在您的范围内。`, en: `"${name}" is not in your scope.` });
const notOver = (period: Period): Bilingual => ({ zh: `${period} 还没有结束。`, en: `${period} is not over.` });
const locked: Bilingual = { zh: '这一格没有退回，已锁定。', en: 'This cell was not returned; it is locked.' };
const byFiling = ({ title, period }: FilingAt): Bilingual => ({
  zh: `这个数由「${title.zh}」${period} 报送和审定，请在报表上办理。`,
  en: `This figure is filed and approved in "${title.en}", ${period}; do it there.`,
});
const noFiling = ({ unit, period }: FigureRead): Bilingual => ({
  zh: `「${unit.name}」${period} 没有您可以填报的报表要这个指标。历史数据由省级补录。`,
  en: `No open filing of yours asks "${unit.name}" for this in ${period}. The province brings in figures of history.`,
});
const noSource: Bilingual = { zh: '补录历史数据须写明来源。', en: 'Figures of history need their source.' };
const noReason: Bilingual = {
  zh: '“未给出”不是填报的原因。请写：不适用、未统计、保密、缺报。',
  en: 'Not given is no reason of a filer: write not applicable, not collected, secret or not reported.',
};
