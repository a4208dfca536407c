// The edges of one shape in stretches with boxes, asked about many others: which lie near a place, and what lies inside.
import { densified } from './ellipsoid.ts';
import { type Box, boxesTouch, boxOf } from './inside.ts';
import { turned } from './ring.ts';
import type { Position, Ring, Shape } from './shape.ts';

/** Outer rings counterclockwise, holes clockwise: the land always lies on the left. Long edges are divided along their geodesics. */
export interface Border {
  readonly shape: Shape;
  readonly box: Box;
  readonly rings: readonly BorderRing[];
  readonly stretches: readonly Stretch[];
}

export interface BorderRing {
  readonly positions: Ring;
  readonly hole: boolean;
}

/** Edges `from` to `to`, the last left out, of one ring. */
interface Stretch {
  readonly ring: number;
  readonly from: number;
  readonly to: number;
  readonly box: Box;
}

export interface Edge {
  /** Of the border's rings, and of the ring's edges. */
  readonly ring: number;
  readonly at: number;
  readonly a: Position;
  readonly b: Position;
  /** Degrees. */
  readonly length: number;
}

const stretchEdges = 16;

export function borderOf(shape: Shape): Border {
  const dense = densified(shape);
  const rings = dense.flatMap((polygon) =>
    polygon.map((ring, index): BorderRing => ({ positions: turned(ring, index === 0), hole: index > 0 })),
  );
  // A divided edge bends out of the box around its ends.
  return { shape, box: boxOf(dense), rings, stretches: rings.flatMap(({ positions }, ring) => stretchesOf(positions, ring)) };
}

function stretchesOf(positions: Ring, ring: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < positions.length - 1; from += stretchEdges) {
    const to = Math.min(from + stretchEdges, positions.length - 1);
    stretches.push({ ring, from, to, box: boxOf([[positions.slice(from, to + 1)]]) });
  }
  return stretches;
}

export function edgesNear({ rings, stretches }: Border, box: Box): readonly Edge[] {
  const near: Edge[] = [];
  for (const stretch of stretches) {
    if (!boxesTouch(stretch.box, box)) continue;
    const positions = rings[stretch.ring]?.positions ?? [];
    for (let at = stretch.from; at < stretch.to; at += 1) {
      const [a, b] = [positions[at], positions[at + 1]];
      if (!a || !b || !edgeTouches(a, b, box)) continue;
      near.push({ ring: stretch.ring, at, a, b, length: Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) });
    }
  }
  return near;
}

/** Whether the box around an edge touches another. */
export function edgeTouches(a: Position, b: Position, [west, south, east, north]: Box): boolean {
  return (
    (a[0] >= west || b[0] >= west) && (a[0] <= east || b[0] <= east) && (a[1] >= south || b[1] >= south) && (a[1] <= north || b[1] <= north)
  );
}

/** Even-odd. A position on the border may count either way. */
export function liesIn({ box, rings, stretches }: Border, [x, y]: Position): boolean {
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  let inside = false;
  for (const stretch of stretches) {
    const [, south, east, north] = stretch.box;
    if (south > y || north < y || east < x) continue;
    const positions = rings[stretch.ring]?.positions ?? [];
    for (let at = stretch.from; at < stretch.to; at += 1) {
      const [a, b] = [positions[at], positions[at + 1]];
      if (a && b && a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
    }
  }
  return inside;
}
