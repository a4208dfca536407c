// What one check looks at, and what it says; `checkSheet` makes findings of it.
import { type Bilingual, type Cell, Decimal, type DecimalText, isMissing, type Period, periodStart, unitWord } from '../kernel/index.ts';
import type { CellKey, SheetContext } from './sheet.ts';
import type { SheetRow } from './sheet-rows.ts';

export interface Looking {
  readonly rows: readonly SheetRow[];
  /** Filed and computed; null or absent: nothing entered. */
  readonly values: ReadonlyMap<CellKey, Cell<DecimalText> | null>;
  readonly context: SheetContext;
  /** The same period of the year before. */
  readonly yearBefore: Period;
}

/** Its number within its year, from 1: 5 of 2021-05, 2 of 2021-Q2. */
export function numberIn(period: Period): number {
  return Number(period.slice(5).replace(/^[QH]/, '')) || 1;
}

export interface Said {
  /** Tells several findings of one check apart; stable. */
  readonly key: string;
  readonly cells: readonly CellKey[];
  readonly measured: string | null;
  readonly expected: string | null;
  readonly message: Bilingual;
  readonly mend: Bilingual | null;
}

export function figureOf(looking: Looking, key: CellKey): Decimal | null {
  const value = looking.values.get(key) ?? null;
  return value === null || isMissing(value) ? null : new Decimal(value);
}

export type Past = SheetContext['history'] extends ReadonlyMap<string, infer List> ? List : never;

const noPast: Past = [];

/** History that the sheet's figure may be compared with: what lies before a break of calibre, or before a merger, is left out. */
export function pastOf({ context }: Looking, { key, row, indicator }: SheetRow): Past {
  const { since = null } = context;
  const whole = context.history.get(key) ?? noPast;
  const past = since === null ? whole : whole.filter(({ period }) => periodStart(period) >= since);
  if (row.calibre !== null || indicator.calibres.every(({ comparable }) => comparable)) return past;
  const now = periodStart(context.period);
  const start = indicator.calibres.findLast(({ comparable, from }) => !comparable && from !== null && periodStart(from) <= now)?.from;
  if (!start) return past;
  const first = periodStart(start);
  return past.filter(({ period }) => periodStart(period) >= first);
}

/** 12345.6 万元 */
export function withUnit(value: Decimal | DecimalText, unit: string): Bilingual {
  const text = typeof value === 'string' ? value : value.toFixed();
  const { zh, en } = unitWord(unit);
  // 万元 is 10,000 yuan: two numbers side by side would run together.
  return { zh: `${text} ${zh}`.trimEnd(), en: `${text} ${/^\d/.test(en) ? '× ' : ''}${en}`.trimEnd() };
}

/** Rounded for reading; a figure keeps its own decimals. */
export function roughly(value: Decimal, decimals: number): string {
  const rounded = value.toDecimalPlaces(decimals);
  return (rounded.isZero() && !value.isZero() ? value.toSignificantDigits(3) : rounded).toFixed();
}

export function percentChange(now: Decimal, before: Decimal): Decimal {
  return now.minus(before).dividedBy(before.abs()).times(100);
}

/** +12.3 %, −4.0 % */
export function signedPercentText(percent: Decimal): string {
  const sign = percent.isZero() ? '' : percent.isNegative() ? '−' : '+';
  return `${sign}${percent.abs().toFixed(1)} %`;
}
