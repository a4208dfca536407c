// What the planner answers: a plan, its cost by term, both bounds, and the price of the cap. Never a decision.
import type { Outcome } from './instance.ts';

export interface PlannedZone {
  /** Of the jurisdiction, or of the joint one where it was taken. */
  readonly jurisdiction: string;
  /** The park whose plate the zone keeps. */
  readonly lead: string;
  /** In the order of their codes, the lead among them. */
  readonly parks: readonly string[];
}

export interface Plan {
  /** In the order of jurisdiction, then of the lead. */
  readonly plan: readonly PlannedZone[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

export const termCodes = ['zone', 'trim', 'distance', 'detached', 'industry', 'abolish', 'convert'] as const;
export type TermCode = (typeof termCodes)[number];

export interface Term {
  readonly code: TermCode;
  readonly cost: number;
  /** zone: zones; trim: 公顷; distance: km summed over parks; detached: pieces; industry: 亿元; abolish, convert: parks. null: not all known. */
  readonly natural: number | null;
}

export interface Costed {
  readonly cost: number;
  /** All of termCodes, in that order; their costs sum to `cost`. */
  readonly terms: readonly Term[];
  readonly zones: number;
  readonly detachedPieces: number;
  /** Persons in zones, and all. */
  readonly staff: { readonly kept: number; readonly of: number };
  readonly platforms: number;
  /** Σ park.budget over parks in no zone. */
  readonly budget: number;
}

/** A zones-to-cost point; `cost` null: no plan with exactly that many zones. */
export interface CurvePoint {
  readonly zones: number;
  readonly cost: number | null;
  readonly lowerBound: number | null;
}

export interface Solved extends Plan, Costed {
  /** bounded: the plan is legal, and no plan costs less than `lowerBound`. */
  readonly status: 'optimal' | 'bounded';
  readonly lowerBound: number;
  /** (cost − lowerBound) ÷ |cost|; 0 when proven. */
  readonly gap: number;
  /** Broken off by a person before it was proven. */
  readonly stopped: boolean;
  /** Province: least cost with exactly so many zones, without the coupling rows. */
  readonly curve: readonly CurvePoint[];
  /** What one zone more under the cap would save; 0 where the cap does not bind; null where coupling rows bind: the curve leaves them out. */
  readonly capPrice: number | null;
  /** Which provincial rules hold at their limit. */
  readonly binding: readonly ('zones' | 'staffShare' | 'platforms' | 'budget')[];
  /** How it was proven: tables, cut-and-bound of a large group, columns under coupling rows. */
  readonly method: readonly ('tables' | 'milp' | 'columns')[];
}

/** A rule as the planner knows it; its clause stands in the rulebook. `subject`: jurisdiction or park code, or the lock's place in the list. */
export const ruleCodes = [
  'zones-cap',
  'zones-min',
  'zones-max',
  'forbidden',
  'national-plates',
  'detached-pieces',
  'may-convert',
  'staff-share',
  'platforms',
  'budget',
  'lock',
] as const;
export type RuleCode = (typeof ruleCodes)[number];
export interface RuleUse {
  readonly rule: RuleCode;
  readonly subject: string | null;
}

export interface Infeasible {
  readonly status: 'infeasible';
  /** A smallest set that cannot hold together: without any one of them a plan exists. */
  readonly conflict: readonly RuleUse[];
}

export type Answer = Solved | Infeasible;
