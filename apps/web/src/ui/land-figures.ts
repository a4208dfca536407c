// Figures of positions while land is drawn: rounding, taking over the very figures of a neighbour, moving, adding and removing
// positions of a ring. Pure. A ring's last position repeats the first.
import type { Position, Ring, Shape } from '@zhenghe/engine/boundaries';

/** Degrees: a tenth of a millimetre, the digit that drawn figures are kept to. */
const digits = 9;
/** Degrees; nearer than this two positions are one (about a tenth of a millimetre). */
const same = 1.5e-9;
const cell = 1e-8;

export interface VertexPath {
  readonly polygon: number;
  readonly ring: number;
  readonly vertex: number;
}

export function rounded([lon, lat]: Position): Position {
  return [Number(lon.toFixed(digits)), Number(lat.toFixed(digits))];
}

/**
 * A position that went through the map's plane and back has lost its last digits: it takes over the figures of the known position it
 * stands on, so that untouched corners stay as they were and shared borders have the very same figures; a new one is rounded.
 */
export function adopting(known: Iterable<Position>): (position: Position) => Position {
  const cells = new Map<string, Position[]>();
  for (const position of known) {
    const key = cellOf(position, 0, 0);
    const there = cells.get(key);
    if (!there) cells.set(key, [position]);
    else if (!there.some((other) => other[0] === position[0] && other[1] === position[1])) there.push(position);
  }
  return (position) => {
    let best: Position | null = null;
    let least = same;
    for (const dx of [0, -1, 1]) {
      for (const dy of [0, -1, 1]) {
        for (const other of cells.get(cellOf(position, dx, dy)) ?? []) {
          const far = Math.max(Math.abs(other[0] - position[0]), Math.abs(other[1] - position[1]));
          if (far <= least) [best, least] = [other, far];
        }
      }
    }
    return best ?? rounded(position);
  };
}

function cellOf([lon, lat]: Position, dx: number, dy: number): string {
  return `${Math.round(lon / cell) + dx} ${Math.round(lat / cell) + dy}`;
}

export function positionsOf(shapes: Iterable<Shape>): Position[] {
  const all: Position[] = [];
  for (const shape of shapes) for (const polygon of shape) for (const ring of polygon) all.push(...ring);
  return all;
}

export function moveVertex(shape: Shape, path: VertexPath, to: Position): Shape {
  return withRing(shape, path, (ring) => {
    const corners = ring.slice(0, -1).map((position, index) => (index === path.vertex ? to : position));
    return closed(corners);
  });
}

/** A new position half-way to the next one. */
export function insertAfter(shape: Shape, path: VertexPath): Shape {
  return withRing(shape, path, (ring) => {
    const corners = ring.slice(0, -1);
    const from = corners[path.vertex];
    const to = corners[(path.vertex + 1) % corners.length];
    if (!from || !to) return ring;
    return closed(corners.toSpliced(path.vertex + 1, 0, rounded([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2])));
  });
}

/** A triangle loses none: it would bound nothing. */
export function removeVertex(shape: Shape, path: VertexPath): Shape {
  return withRing(shape, path, (ring) => (ring.length <= 4 ? ring : closed(ring.slice(0, -1).toSpliced(path.vertex, 1))));
}

export function closed(corners: readonly Position[]): Ring {
  const [first] = corners;
  return first ? [...corners, first] : corners;
}

function withRing(shape: Shape, path: VertexPath, change: (ring: Ring) => Ring): Shape {
  return shape.map((polygon, p) => (p === path.polygon ? polygon.map((ring, r) => (r === path.ring ? change(ring) : ring)) : polygon));
}
