// Whether a position lies in a shape (even-odd), and the box around a shape.
import type { Position, Ring, Shape } from './shape.ts';

export type Box = readonly [west: number, south: number, east: number, north: number];

export function contains(shape: Shape, position: Position): boolean {
  return shape.some((polygon) => polygon.filter((ring) => ringContains(ring, position)).length % 2 === 1);
}

/** A position on the edge may count either way. */
export function ringContains(ring: Ring, [x, y]: Position): boolean {
  let inside = false;
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index, index += 1) {
    const a = ring[index];
    const b = ring[before];
    if (a && b && a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

export function boxOf(shape: Shape): Box {
  let [west, south, east, north] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [outer = []] of shape) {
    for (const [x, y] of outer) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  return [west, south, east, north];
}

export function boxesTouch(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
