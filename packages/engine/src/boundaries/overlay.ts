// The planar algebra that areas of overlap need. GEOS does it; the engine takes it as an argument, as loading it is the app's work.
import type { Position, Shape } from './shape.ts';

/** One opened GEOS. Shapes go in and come out in degrees; every pointer is freed inside. Not for the main thread of a server. */
export interface Overlay {
  readonly isValid: (shape: Shape) => { readonly valid: true } | { readonly valid: false; readonly reason: string; readonly at: Position };
  readonly intersection: (a: Shape, b: Shape) => Shape;
  readonly difference: (a: Shape, b: Shape) => Shape;
  readonly union: (shapes: readonly Shape[]) => Shape;
  /** Every pair of the two lists that shares area, by index. */
  readonly intersections: (left: readonly Shape[], right: readonly Shape[]) => readonly Common[];
  /** Every pair of one list that shares area, once: `left` is the lesser index. */
  readonly intersectionsAmong: (shapes: readonly Shape[]) => readonly Common[];
}

/** What two shapes share, by their indexes. */
export interface Common {
  readonly left: number;
  readonly right: number;
  readonly shape: Shape;
}
