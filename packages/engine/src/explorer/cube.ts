// Approved figures as a dense block in memory: unit × indicator × period. Values are whole numbers scaled by the indicator's decimals,
// so that sums of doubles are exact below 2^53; what does not fit goes to `large` as decimal text.
import type { DecimalText, Grain, MissingReason, Period } from '../kernel/index.ts';

export interface CubeFigure {
  readonly unit: string;
  readonly indicator: string;
  readonly period: Period;
  /** Only figures filed under another calibre than the one in force carry it. */
  readonly calibre: string | null;
  readonly value: DecimalText | null;
  readonly missing: MissingReason | null;
}

export const rowKinds = ['unit', 'county', 'city', 'type', 'grade', 'all'] as const;
export type RowKind = (typeof rowKinds)[number];

/** then: units as they were in each period; today: every figure carried to the units of the as-of day. */
export const mapViews = ['then', 'today'] as const;
export type MapView = (typeof mapViews)[number];

export const growths = ['none', 'previous', 'year'] as const;
export type Growth = (typeof growths)[number];

export interface PivotAsk {
  readonly indicators: readonly string[];
  readonly grain: Grain;
  readonly from: Period;
  readonly to: Period;
  readonly rows: RowKind;
  readonly map: MapView;
  readonly growth: Growth;
  /** Subtotals by city, and the whole, beside unit or county rows. */
  readonly subtotals: boolean;
}

/** What a cell is besides its number. */
export type CellNote =
  | 'partial' // some of the units or months are missing
  | 'carried' // carried through an act to the unit of today
  | 'not-comparable' // growth or carrying refused: the rule is in `why`
  | 'bridged' // growth across a break of calibre, by the overlap
  | 'break'; // growth across a break refused

export interface PivotCell {
  /** Exact decimal text in the indicator's unit (% for growth); null with `missing` or a note that says why. */
  readonly value: DecimalText | null;
  readonly missing: MissingReason | null;
  /** Figures that went in, and how many were expected. */
  readonly of: number;
  readonly expected: number;
  readonly notes: readonly CellNote[];
}

export interface PivotRow {
  /** Unit id, place code, type, grade, or 'all'. */
  readonly key: string;
  readonly kind: RowKind | 'subtotal' | 'total';
  /** Indicators outside, periods inside: indicators.length × periods.length. */
  readonly cells: readonly PivotCell[];
}

export interface Pivot {
  readonly periods: readonly Period[];
  readonly rows: readonly PivotRow[];
}
