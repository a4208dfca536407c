// An indicator of the library (F35, S4-三(四)): what is filed, and what is derived from it by a formula. Definitions are dated;
// a calibre (口径) is the definition behind the figures from a period on, and figures on two sides of a break are not compared silently.
import type { Bilingual, Citation, DecimalText, Grain, Period } from '../kernel/index.ts';

/** Which way is better; `none` where a document does not say. */
export const directions = ['up', 'down', 'none'] as const;
export type Direction = (typeof directions)[number];

/** 时期数 flow: adds up over months. 累计数 to-date: since the year began, the last one holds all. 时点数 stock: the state at the end. */
export const accruals = ['flow', 'to-date', 'stock'] as const;
export type Accrual = (typeof accruals)[number];

/** How figures of several units, or of a merged zone, become one: Σ; Σ÷Σ (the formula over summed items); weighted mean; or not at all. */
export const gatherings = ['sum', 'ratio', 'weighted', 'none'] as const;
export type Gathering = (typeof gatherings)[number];

/** public 公开; units 内部; evaluation-only 仅用于考评: shown only to those who answer for the unit, never in a public answer. */
export const publications = ['public', 'units', 'evaluation-only'] as const;
export type Publication = (typeof publications)[number];

export const indicatorGroups = [
  'scale',
  'efficiency',
  'innovation',
  'openness',
  'structure',
  'green',
  'land',
  'firms',
  'institutions',
  'other',
] as const;
export type IndicatorGroup = (typeof indicatorGroups)[number];

export interface Calibre {
  /** Stable within the indicator: 'above-20m'. */
  readonly id: string;
  /** First period it holds for; null for the one from the beginning. */
  readonly from: Period | null;
  readonly title: Bilingual;
  readonly note: Bilingual | null;
  readonly clause: Citation | null;
  /** Whether figures may be compared with those of the calibre before it; the first says true. */
  readonly comparable: boolean;
}

export interface Indicator {
  /** snake_case, also its name in formulas: `tax_revenue`. */
  readonly code: string;
  readonly name: Bilingual;
  /** Further names it answers to in formulas and headings of files. */
  readonly aliases: readonly string[];
  readonly meaning: Bilingual;
  readonly group: IndicatorGroup;
  /** As `measure.ts` reads it: 万元, 亩, 万元/亩, %, 人, 家, 吨标准煤, 亿美元. */
  readonly unit: string;
  /** Most digits after the point in filing and in print. */
  readonly decimals: number;
  readonly direction: Direction;
  /** Null: filed. Otherwise an expression over other indicators by code or Chinese name. */
  readonly formula: string | null;
  readonly numerator: Bilingual | null;
  readonly denominator: Bilingual | null;
  readonly accrual: Accrual;
  readonly gathering: Gathering;
  /** Code of the indicator that weighs it; only with `weighted`. */
  readonly weight: string | null;
  readonly source: Bilingual;
  readonly owner: Bilingual;
  readonly frequency: Grain;
  /** Null: no document sets one. */
  readonly warning: DecimalText | null;
  readonly good: DecimalText | null;
  /** What a single filed figure may be; outside is a finding, never a silent correction. */
  readonly least: DecimalText | null;
  readonly most: DecimalText | null;
  readonly publication: Publication;
  /** The `*` of S2's table: figures of the economic zones only. */
  readonly starred: boolean;
  /** By `from`, the beginning first; at least one. */
  readonly calibres: readonly Calibre[];
  /** Null: the product's own, or an office's, and says so. */
  readonly clause: Citation | null;
  readonly note: Bilingual | null;
  /** It was merged into another: figures and formulas follow. */
  readonly mergedInto: string | null;
  /** Retired ones are no longer filed; history stays. */
  readonly retired: boolean;
}

export const indicatorCode = /^[a-z][a-z0-9_]{0,58}[a-z0-9]$/;

/** The calibre in force for a period, by the period's first day. */
export function calibreAt(indicator: Pick<Indicator, 'calibres'>, start: (period: Period) => string, period: Period): Calibre | null {
  return indicator.calibres.filter(({ from }) => from === null || start(from) <= start(period)).at(-1) ?? null;
}

export const calibreIdPattern = /^[a-z0-9][a-z0-9-]{0,59}$/;
