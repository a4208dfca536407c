// Turns what a file says into a figure of the library: which unit, which indicator, which period and calibre, which value. Every fault is
// told with its cell; a figure stands once in a file.
import { calibreAt, type Indicator, type Library } from '@zhenghe/engine/indicators';
import { type Bilingual, type Cell, type DecimalText, type Period, partsOf, periodStart, perYear } from '@zhenghe/engine/kernel';
import { type CellNote, type CellProblem, columnLetter, missingReasonOf, type RawCell } from '../kernel/index.ts';
import { readCell, refusedCell, withProposal } from './cell-number.ts';
import { readPeriod } from './read-period.ts';

export interface KnownUnit {
  readonly id: string;
  readonly name: string;
}

/** What a file is held against. */
export interface FiguresKnown {
  readonly library: Library;
  /** By id, code or name, at the end of that period; the reason where it cannot be reported for. */
  readonly unit: (text: string, period: Period) => KnownUnit | Bilingual;
}

export interface FigureRead {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly unit: KnownUnit;
  readonly indicator: string;
  readonly period: Period;
  /** Null for the calibre in force in the period. */
  readonly calibre: string | null;
  readonly value: Cell<DecimalText>;
  readonly source: string | null;
}

export interface Gathering {
  readonly known: FiguresKnown;
  readonly figures: FigureRead[];
  readonly problems: CellProblem[];
  readonly notes: CellNote[];
  /** By unit, indicator, period and calibre: where it stood first. */
  readonly seen: Map<string, string>;
}

export interface Place {
  readonly sheet: string;
  readonly row: number;
}

export function problemAt(
  to: Gathering,
  { sheet, row }: Place,
  said: { readonly column: number | null; readonly value?: string; readonly reason: Bilingual },
): null {
  to.problems.push({
    sheet,
    row,
    column: said.column === null ? null : columnLetter(said.column),
    value: said.value ?? null,
    reason: said.reason,
  });
  return null;
}

export function noteAt(
  to: Gathering,
  { sheet, row }: Place,
  said: { readonly column: number; readonly value: string; readonly notes: readonly Bilingual[] },
): void {
  for (const note of said.notes) to.notes.push({ sheet, row, column: columnLetter(said.column), value: said.value, note });
}

/** By code, name or further name; derived, retired and doubtful ones are refused. */
export function indicatorNamed(text: string, { library }: FiguresKnown): Indicator | Bilingual {
  const found = library.answering(text);
  const [indicator] = found;
  if (!indicator) return { zh: `指标库中没有「${text}」。`, en: `The library has no indicator "${text}".` };
  const codes = found.map(({ code }) => code);
  if (found.length > 1)
    return {
      zh: `「${text}」可指多个指标：${codes.join('、')}，请写代码。`,
      en: `"${text}" may mean ${codes.join(', ')}: write the code.`,
    };
  const { name, formula, retired } = indicator;
  if (formula !== null) return { zh: `「${name.zh}」由公式计算，不能导入。`, en: `${name.en} is computed and cannot be brought in.` };
  return retired ? { zh: `「${name.zh}」已停用。`, en: `${name.en} is retired.` } : indicator;
}

export function periodIn(to: Gathering, at: Place, { raw, column }: { readonly raw: RawCell; readonly column: number }): Period | null {
  const refused = raw.kind === 'day' ? null : refusedCell(raw);
  const read = refused ? { notes: [], problem: refused } : readPeriod(raw);
  if (read.value === undefined) return problemAt(to, at, { column, value: raw.text, reason: read.problem ?? noValue });
  noteAt(to, at, { column, value: raw.text, notes: read.notes });
  return read.value;
}

export interface Given {
  readonly unit: KnownUnit;
  readonly indicator: Indicator;
  readonly period: Period;
  readonly calibre?: string | undefined;
  readonly source: string | null;
  readonly value: RawCell | undefined;
  readonly missing?: RawCell | undefined;
  /** Column of the value, and of the period for what is wrong with it. */
  readonly column: number;
  readonly calibreColumn?: number;
}

/** Blank cells are no figures; everything else becomes one, or a problem. */
export function gatherFigure(to: Gathering, at: Place, given: Given): void {
  const value = valueIn(to, at, given);
  if (value === null) return;
  const { indicator, period, unit, column, source } = given;
  const grain = partsOf(period).grain;
  if (perYear[grain] > perYear[indicator.frequency]) {
    problemAt(to, at, { column, value: period, reason: finer(indicator) });
    return;
  }
  const calibre = calibreOf(to, at, given);
  if (calibre === undefined) return;
  const key = JSON.stringify([unit.id, indicator.code, period, calibre]);
  const spot = `${columnLetter(column)}${at.row}`;
  const before = to.seen.get(key);
  if (before !== undefined) {
    problemAt(to, at, { column, value: unit.name, reason: twice(before) });
    return;
  }
  to.seen.set(key, `${at.sheet} ${spot}`);
  to.figures.push({ ...at, column: columnLetter(column), unit, indicator: indicator.code, period, calibre, value, source });
}

function valueIn(to: Gathering, at: Place, { value, missing, indicator, column }: Given): Cell<DecimalText> | null {
  const read = readCell(value, { unit: indicator.unit, decimals: indicator.decimals });
  if (read.kind === 'problem')
    return problemAt(to, at, { column, value: value?.text ?? '', reason: withProposal(read.message, read.proposal) });
  const reason = missing && missing.text.trim() !== '' ? missingReasonOf(missing.text.trim()) : undefined;
  if (missing && missing.text.trim() !== '' && reason === undefined)
    return problemAt(to, at, { column, value: missing.text, reason: noReason(missing.text) });
  if (read.kind === 'blank') return reason === undefined ? null : { missing: reason };
  if (reason !== undefined) return problemAt(to, at, { column, value: value?.text ?? '', reason: both });
  noteAt(to, at, { column, value: value?.text ?? '', notes: read.notes });
  return read.value;
}

/** Undefined with a problem noted. */
function calibreOf(to: Gathering, at: Place, { calibre, calibreColumn, indicator, period }: Given): string | null | undefined {
  const asked = calibre?.trim() ?? '';
  if (asked === '') return null;
  const found = indicator.calibres.find(({ id, title }) => [id, title.zh, title.en].includes(asked));
  if (found) return calibreAt(indicator, periodStart, period)?.id === found.id ? null : found.id;
  problemAt(to, at, { column: calibreColumn ?? null, value: asked, reason: noCalibre(indicator, asked) });
  return undefined;
}

const noValue: Bilingual = { zh: '没有报告期。', en: 'There is no period.' };
const both: Bilingual = { zh: '既有数值又有缺失原因，分不清以哪个为准。', en: 'There is a figure and a reason why there is none.' };
const noReason = (text: string): Bilingual => ({
  zh: `「${text.slice(0, 40)}」不是缺失原因。请写：不适用、未统计、保密、未报送。`,
  en: `"${text.slice(0, 40)}" is no reason. Write 不适用, 未统计, 保密 or 未报送.`,
});
const finer = ({ name, frequency }: Indicator): Bilingual => ({
  zh: `「${name.zh}」按${{ month: '月', quarter: '季', half: '半年', year: '年' }[frequency]}统计，没有更细的时期。`,
  en: `${name.en} is collected by ${frequency}; there is no finer period.`,
});
const twice = (spot: string): Bilingual => ({
  zh: `与 ${spot} 重复：同一单位、指标、报告期只能有一个数。`,
  en: `The same unit, indicator and period as ${spot}.`,
});
const noCalibre = ({ name, calibres }: Indicator, asked: string): Bilingual => ({
  zh: `「${name.zh}」没有口径「${asked}」。可用：${calibres.map(({ id }) => id).join('、')}。`,
  en: `${name.en} has no calibre "${asked}". There are ${calibres.map(({ id }) => id).join(', ')}.`,
});
