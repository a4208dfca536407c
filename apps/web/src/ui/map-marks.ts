// What a map shows, as plain data: which colour an outline has, which shape a point has. Pure, tested without a DOM.

export type PointShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'ring';

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
}

export interface LegendEntry {
  readonly label: string;
  readonly color: string;
  readonly shape: PointShape | 'area' | 'hatched';
}

/** Where a value stands among rising limits: 0 below the first, limits.length at or above the last. */
export function stepOf(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value >= limit).length;
}
