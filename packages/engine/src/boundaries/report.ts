// The answer of one check of a plan's boundaries against the layers in force on a day: areas, overlaps, pieces, growth.
// Areas are ellipsoidal on CGCS2000, m² as decimal text with two digits; km², 公顷 and 亩 are derived where they are shown.
import type { Cell, DecimalText, Finding } from '../kernel/index.ts';
import type { LayerKind } from './layer.ts';
import type { LayerRuling } from './ruling.ts';
import type { MapPlace, Shape } from './shape.ts';

export interface BlockArea {
  readonly code: string;
  readonly name: string;
  readonly part: string;
  readonly zone: string;
  readonly measured: DecimalText;
  /** km², as the annex declares. */
  readonly declared: Cell<DecimalText>;
  /** Measured less declared in km², to the printed digit; null when there is nothing to compare. */
  readonly difference: DecimalText | null;
}

/** A piece of a layer that a block lies on. */
export interface LayerMet {
  readonly feature: string;
  readonly layer: string;
  readonly kind: LayerKind;
  /** The layer's own piece. */
  readonly piece: string;
  readonly area: DecimalText;
  /** Of the feature, 0…1. */
  readonly share: DecimalText;
  readonly shape: Shape;
  readonly place: MapPlace;
}

export interface LayerOverlap extends LayerMet, LayerRuling {}

/** Pieces of one zone: connected by gaps no wider than the threshold and not cut by a barrier. */
export interface ZonePieces {
  readonly zone: string;
  readonly pieces: readonly { readonly features: readonly string[]; readonly area: DecimalText }[];
  /** 0…1 */
  readonly largestShare: DecimalText;
}

/** Two features and the width between them; the graph the planner uses. */
export interface Neighbour {
  readonly a: string;
  readonly b: string;
  /** Metres, one digit. */
  readonly gap: DecimalText;
  readonly barrier: string | null;
  readonly adjacent: boolean;
}

export interface Growth {
  readonly feature: string;
  readonly against: 'approved' | 'last-plan';
  readonly kept: DecimalText;
  readonly gained: DecimalText;
  readonly lost: DecimalText;
  readonly gainedShape: Shape;
  readonly lostShape: Shape;
}

export interface TownshipShare {
  readonly township: string;
  readonly name: string;
  readonly area: DecimalText;
  readonly protectedArea: DecimalText;
  /** 0…1 */
  readonly share: DecimalText;
}

export interface BoundaryReport {
  readonly set: string;
  /** Layer versions it was checked against. */
  readonly layers: readonly { readonly id: string; readonly kind: LayerKind; readonly sha256: string }[];
  readonly blocks: readonly BlockArea[];
  readonly overlaps: readonly LayerOverlap[];
  readonly pieces: readonly ZonePieces[];
  readonly neighbours: readonly Neighbour[];
  readonly growth: readonly Growth[];
  readonly townships: readonly TownshipShare[];
  readonly findings: readonly Finding[];
}
