// What stands in a cell of the table and what is said of it: number, why there is none, signs, and the whole in words. Pure.
import type { MissingReason, Period } from '@zhenghe/engine/kernel';
import { grouped, type Measures, type PivotFigure, type WordsLike } from '../ui/index.ts';
import { type AnswerCell, breaksAt, type Note, shownValue, unitOf } from './answer.ts';
import type { AnswerIndicator } from './shapes.ts';
import type { words } from './words.ts';

export interface Reading {
  readonly w: WordsLike<typeof words.zh>;
  readonly say: (text: { readonly zh: string; readonly en: string }) => string;
  readonly unitName: (unit: string) => string;
  readonly periodName: (period: Period) => string;
  readonly missing: (reason: MissingReason) => string;
  readonly measures: Measures;
  readonly grows: boolean;
}

export interface Told {
  readonly row: string;
  readonly indicator: AnswerIndicator;
  readonly period: Period;
  readonly cell: AnswerCell;
}

const signs: Readonly<Record<Exclude<Note, 'partial'>, string>> = {
  carried: '→',
  'not-comparable': '≠',
  bridged: '∼',
  break: '∥',
};

export function signOf(note: Note, cell: Pick<AnswerCell, 'of' | 'expected'>): string {
  return note === 'partial' ? `${cell.of}/${cell.expected}` : signs[note];
}

/** '1,234.50', '≈8.23', or why there is none. */
export function textOf({ cell, indicator }: Pick<Told, 'cell' | 'indicator'>, reading: Reading): string {
  if (cell.value === null) return whyNone(cell, reading);
  const { text, exact } = shownValue(cell.value, indicator, reading);
  return `${exact ? '' : '≈'}${signedText(text, reading.grows)}`;
}

/** Losses have the typographic minus, growth its plus. */
function signedText(text: string, grows: boolean): string {
  if (text.startsWith('-')) return `−${grouped(text.slice(1))}`;
  return `${grows && Number(text) !== 0 ? '+' : ''}${grouped(text)}`;
}

function whyNone({ missing, notes }: AnswerCell, { w, missing: word, grows }: Reading): string {
  if (notes.includes('break')) return w.short.break;
  if (notes.includes('not-comparable')) return w.short['not-comparable'];
  if (missing !== null) return word(missing);
  return grows ? w.noGrowth : w.noFigure;
}

/** 'Pujiang County · tax, 2021: 12 万元. partial, 3 of 5'. */
export function labelOf(told: Told, reading: Reading): string {
  const { row, indicator, period, cell } = told;
  const unit = cell.value === null ? '' : ` ${reading.unitName(unitOf(indicator, reading.grows, reading.measures))}`;
  const remarks = notesInWords(told, reading);
  const head = `${row} · ${reading.say(indicator.name)} · ${reading.periodName(period)}: ${textOf(told, reading)}${unit}`;
  return [head, ...remarks].join(reading.w.between);
}

/** Each note in a sentence; at a break with both calibres. */
export function notesInWords({ cell, indicator, period }: Omit<Told, 'row'>, { w, say }: Reading): readonly string[] {
  const { of, expected } = cell;
  return cell.notes.flatMap((note): readonly string[] => {
    if (note === 'partial') return [w.noteBrief.partial(of, expected)];
    if (note === 'carried') return [`${w.noteBrief.carried}${w.colon}${say(indicator.carrying)}`];
    const both = breaksAt(indicator, period).map(({ from, to, bridged }) =>
      bridged ? w.breakBridged(say(from), say(to)) : w.breakBoth(say(from), say(to)),
    );
    return note === 'break' || note === 'bridged'
      ? [w.noteBrief[note], ...both]
      : [`${w.noteBrief[note]}${w.colon}${say(indicator.carrying)}`];
  });
}

export function figureOf(told: Told, reading: Reading): PivotFigure {
  const { cell } = told;
  // Where there is no number, the text itself tells of the break.
  const shown = cell.value === null ? cell.notes.filter((note) => note === 'carried') : cell.notes;
  return {
    text: textOf(told, reading),
    missing: cell.value === null,
    signs: shown.map((note) => signOf(note, cell)).join(' '),
    label: labelOf(told, reading),
  };
}
