// What the planner is asked (S2-二(二)): parks, where they lie, what joining and leaving costs, and which rules bind. The documented
// file format is this shape as JSON (docs/planner-file.md). Costs are in one unit, that of the instance's weights; places in km.

/** 3 national, 2 provincial, 1 local. */
export type Level = 1 | 2 | 3;

/** merge: stands in a zone; convert: changes its label (转型提升); abolish: ends (淘汰撤销). */
export const outcomes = ['merge', 'convert', 'abolish'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Jurisdiction {
  readonly code: string;
  readonly name: string;
  readonly zonesMin: number;
  readonly zonesMax: number;
  /**
   * A joint jurisdiction (飞地, 托管): the parks of these may form zones together. The planner takes it where that costs less than each by
   * itself; its own bounds then stand for the sum of theirs. No jurisdiction stands in two.
   */
  readonly joins?: readonly string[] | undefined;
}

export interface Park {
  readonly code: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly level: Level;
  /** km, plane coordinates of any one system. */
  readonly x: number;
  readonly y: number;
  /** Cost per km to the zone's lead park. */
  readonly weight: number;
  /** 亿元 by industry, the same order and length for all parks. */
  readonly outputs: readonly number[];
  /** Persons. */
  readonly staff: number;
  readonly abolishLoss: number;
  /** null: may not convert. */
  readonly convertLoss: number | null;
  /** Cost of the protected land that is trimmed away when the park joins a zone. */
  readonly trimLoss: number;
  /** Protected beyond the threshold: may not stand in a zone. */
  readonly forbidden: boolean;
  /** Hectares that are trimmed away when it joins; null where nobody measured. Only for telling. */
  readonly trimHa?: number | null | undefined;
  /** May carry a platform (高能级战略平台, F12). Absent: the national plates may. */
  readonly platform?: boolean | undefined;
  /** Public money in the unit of `caps.budget` that its end or conversion needs. Absent: none. */
  readonly budget?: number | undefined;
}

export interface Costs {
  /** Of each zone. */
  readonly zone: number;
  /** Of each piece of a zone beyond the first. */
  readonly detachedPiece: number;
  /** Per 亿元 of output outside a zone's three largest industries. */
  readonly industry: number;
  /** Most pieces of a zone beyond the first. */
  readonly maxDetachedPieces: number;
}

export interface Caps {
  readonly zones: number;
  /** Most staff that stays in zones, as a share of all staff; null: no such rule. */
  readonly staffShare: number | null;
  /** Least number of zones with a park that may carry a platform. Absent or null: no such rule. */
  readonly platforms?: number | null | undefined;
  /** Most of Σ park.budget over parks in no zone. Absent or null: no such rule. */
  readonly budget?: number | null | undefined;
}

export type Lock =
  /** All in one zone. */
  | { readonly together: readonly string[] }
  /** Not in one zone. */
  | { readonly apart: readonly [string, string] }
  | { readonly outcome: Outcome; readonly park: string };

/** That these parks with national plates may stand in one zone (牌子就高); without it no zone holds two. It allows, it does not ask. */
export interface PlateDecision {
  readonly plates: readonly string[];
}

export interface Instance {
  readonly jurisdictions: readonly Jurisdiction[];
  readonly parks: readonly Park[];
  /** Pairs of parks that touch, as the boundaries or the stated distance have it. */
  readonly adjacency: readonly (readonly [string, string])[];
  readonly costs: Costs;
  readonly caps: Caps;
  readonly locks: readonly Lock[];
  readonly decisions?: readonly PlateDecision[] | undefined;
}
