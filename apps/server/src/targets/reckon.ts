// The figures that measure a target, year by year, in the target's unit. A share of the whole (占全省比重) is Σ of the zones over the
// figure of the place; everything else the explorer sums up right by itself. A year that is not over has no figure.
import { compile, derivedText, type Indicator, inUnit, type Library } from '@zhenghe/engine/indicators';
import {
  type Bilingual,
  type Day,
  Decimal,
  type DecimalText,
  isMissing,
  type MissingReason,
  type Period,
  periodEnd,
} from '@zhenghe/engine/kernel';
import type { Target } from '@zhenghe/rulebook';
import type { Whose } from './scope.ts';

export interface YearFigure {
  readonly period: Period;
  readonly value: DecimalText | null;
  /** Null where nothing was asked of anybody. */
  readonly missing: MissingReason | null;
  /** Figures that went in, and how many were expected. */
  readonly of: number;
  readonly expected: number;
}

/** Approved figures as the caller may see them. */
export interface Figures {
  /** Number of the publication they rest on. */
  readonly publication: number;
  /** One for each year, in the order asked. */
  readonly years: (code: string, whose: Whose, years: readonly Period[]) => readonly YearFigure[];
}

export interface Measured {
  readonly series: readonly YearFigure[];
  /** Why it cannot be measured at all. */
  readonly why: Bilingual | null;
}

export interface Question {
  readonly code: string;
  readonly unit: string;
  readonly whose: Whose;
  /** Whose figures stand under the line, where others than above it. */
  readonly over: Whose | null;
  readonly years: readonly Period[];
}

export function measuredOver(figures: Figures, library: Library, question: Question): Measured {
  const indicator = library.get(question.code);
  if (!indicator) return { series: [], why: { zh: '指标库中没有这个指标', en: 'The library has no such indicator' } };
  const parts = question.over ? partsOf(figures, library, question) : null;
  const own = parts ? sharesOf(library, parts, question) : figures.years(indicator.code, question.whose, question.years);
  const series = own.map((year) => inTargetUnit(year, indicator.unit, question.unit));
  if (series.some(({ value }) => value !== null)) return { series, why: null };
  if (own.some(({ value }) => value !== null)) return { series, why: otherUnit(indicator.unit, question.unit) };
  const empty = [...(parts ?? [])].flatMap(([code, years]) => (years.some(({ value }) => value !== null) ? [] : (library.get(code) ?? [])));
  return { series, why: noFigures(empty.length > 0 ? empty : [indicator]) };
}

function otherUnit(from: string, to: string): Bilingual {
  return { zh: `指标以 ${from} 计，目标以 ${to} 计`, en: `It is in ${from}, the target in ${to}` };
}

function noFigures(indicators: readonly Pick<Indicator, 'name'>[]): Bilingual {
  return {
    zh: `这些年没有${indicators.map(({ name }) => `“${name.zh}”`).join('、')}的数据`,
    en: `No figures of ${indicators.map(({ name }) => `“${name.en}”`).join(', ')} in these years`,
  };
}

function inTargetUnit(year: YearFigure, from: string, to: string): YearFigure {
  if (year.value === null || from === to) return year;
  const value = inUnit(new Decimal(year.value), from, to);
  return value ? { ...year, value: derivedText(value) } : { ...year, value: null, missing: 'not-applicable' };
}

type Parts = ReadonlyMap<string, readonly YearFigure[]>;

/** Each filed part from the zones where zones file it, else from the whole. */
function partsOf(figures: Figures, library: Library, { code, whose, over, years }: Question): Parts {
  const compiled = compile(code, library);
  if (!compiled.ok) return new Map();
  return new Map(
    compiled.filed.map((part) => {
      const own = figures.years(part, whose, years);
      return [part, over === null || own.some(({ expected }) => expected > 0) ? own : figures.years(part, over, years)];
    }),
  );
}

function sharesOf(library: Library, parts: Parts, { code, years }: Question): readonly YearFigure[] {
  const compiled = compile(code, library);
  if (!compiled.ok) return [];
  return years.map((period, index) => {
    const at = [...parts.values()].flatMap((series) => series[index] ?? []);
    const value = compiled.evaluate((part) => {
      const year = parts.get(part)?.[index];
      if (!year) return null;
      return year.value === null ? { missing: year.missing ?? 'not-reported' } : new Decimal(year.value);
    });
    const counted = { of: sum(at.map(({ of }) => of)), expected: sum(at.map(({ expected }) => expected)) };
    if (!isMissing(value)) return { period, value: derivedText(value), missing: null, ...counted };
    return { period, value: null, missing: counted.expected > 0 ? value.missing : null, ...counted };
  });
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

const before = 10;
/** A day far off asks for no more. */
const mostYears = 30;

/** From the base year, or some years before the goal, to the last that is over. */
export function yearsOf({ base, goal }: Pick<Target, 'base' | 'goal'>, on: Day): readonly Period[] {
  const year = Number(on.slice(0, 4));
  const last = on >= periodEnd(String(year)) ? year : year - 1;
  const first = Math.min(Number(base.year ?? Number(goal.year) - before), last);
  return Array.from({ length: Math.min(mostYears, last - first + 1) }, (_, index) => String(first + index));
}
