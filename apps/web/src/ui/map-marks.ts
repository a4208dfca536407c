// What a map shows, as plain data: which colour an outline has, which shape a point has. Pure, tested without a DOM.

export type PointShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'ring' | 'cross';

export interface AreaMark {
  readonly fill: string;
  /** Hatched as well as coloured, so that colour is not the only signal. */
  readonly hatched?: boolean;
  readonly label?: string;
  readonly title: string;
}

export interface PointMark {
  readonly id: string;
  readonly title: string;
  readonly at: readonly [lon: number, lat: number];
  readonly shape: PointShape;
  readonly color: string;
  readonly size: number;
  /** A ring around it, in this colour: chosen, or held. */
  readonly edge?: string;
  readonly label?: string;
}

/** A line between two points. */
export interface LinkMark {
  readonly from: readonly [lon: number, lat: number];
  readonly to: readonly [lon: number, lat: number];
  readonly color: string;
}

/** Where a point was dropped: on another point, or on an element of the page that names itself with `data-tray`. */
export type DropTarget = { readonly kind: 'point' | 'tray'; readonly id: string };

/** Points that can be taken by hand and put elsewhere. */
export interface Dragging {
  readonly mayDrag: (id: string) => boolean;
  /** What a drop here would mean, in words; null: nothing. */
  readonly tells: (id: string, target: DropTarget) => string | null;
  readonly onDrop: (id: string, target: DropTarget) => void;
}

export interface LegendEntry {
  readonly label: string;
  readonly color: string;
  readonly shape: PointShape | 'area' | 'hatched';
  /** Radius of a circle, where sizes tell figures apart. */
  readonly size?: number;
}

/** Where a value stands among rising limits: 0 below the first, limits.length at or above the last. */
export function stepOf(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value >= limit).length;
}
