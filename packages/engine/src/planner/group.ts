// A group is what is solved by itself: the parks of one jurisdiction, or of a joint one. Only the provincial sums couple groups.
import type { Costs, Jurisdiction, Outcome, Park } from './instance.ts';

/** Plain data, so that it can be handed to a worker. Parks are named by their place in `parks`. */
export interface Group {
  readonly code: string;
  readonly zonesMin: number;
  readonly zonesMax: number;
  /** In the order of their codes: the same instance in any order gives the same group. */
  readonly parks: readonly Park[];
  /** For each park, those it touches. */
  readonly touches: readonly (readonly number[])[];
  readonly costs: Costs;
  readonly together: readonly (readonly number[])[];
  readonly apart: readonly (readonly [number, number])[];
  /** For each park, what a lock fixes. */
  readonly fixed: readonly (Outcome | null)[];
  /** Sets of national parks that a decision allows in one zone. */
  readonly platesAllowed: readonly (readonly number[])[];
  /** No plan keeps the locks: parks of this group in one zone with parks outside of it, or two outcomes for one park. Absent: not so. */
  readonly torn?: true;
}

/** Prices of the coupling rows, added to the group's own costs (Lagrangian). */
export interface Prices {
  /** Per person that stays in a zone. */
  readonly staff: number;
  /** Per zone with a platform; negative where platforms are asked for. */
  readonly platform: number;
  /** Per unit of budget. */
  readonly budget: number;
}

/** Zones as lists of places in `parks`, lead first by `leads`. */
export interface GroupPlan {
  readonly zones: readonly (readonly number[])[];
  readonly leads: readonly number[];
  readonly outcomes: readonly Outcome[];
}

/** The best plan with exactly `zones` zones; proven when bound = cost (to 1e-9 of it). */
export interface GroupPoint {
  readonly zones: number;
  readonly cost: number;
  readonly bound: number;
  readonly plan: GroupPlan;
}

export interface GroupCurve {
  readonly code: string;
  /** From zonesMin to zonesMax; numbers of zones for which no plan exists are absent. */
  readonly points: readonly GroupPoint[];
  readonly method: 'tables' | 'milp';
}

/** A point of the frontier: with exactly so many zones and detached pieces. */
export interface GroupPiecePoint extends GroupPoint {
  readonly detachedPieces: number;
}

export interface Component {
  readonly jurisdiction: Jurisdiction;
  readonly group: Group;
}

/** Jurisdictions that are solved together: one by itself, or those of a joint one with it as the other way. */
export interface Alternatives {
  readonly apart: readonly Component[];
  readonly joint: Component | null;
}
