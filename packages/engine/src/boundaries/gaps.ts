// The width between shapes, in metres: what adjacency, pieces and narrow gaps are told by.
import { distance, metresPerDegree } from './ellipsoid.ts';
import { type Box, boxOf, contains } from './inside.ts';
import { indexOf } from './search.ts';
import type { Position, Shape } from './shape.ts';

export interface Width {
  readonly metres: number;
  /** The two nearest positions; the same one where the shapes meet. */
  readonly from: Position;
  readonly to: Position;
}

interface Edge {
  readonly a: Position;
  readonly b: Position;
}

/** One shape with its edges in a tree, asked about many others. */
export interface Outline {
  readonly shape: Shape;
  readonly box: Box;
  readonly edges: readonly Edge[];
  readonly near: (box: Box) => readonly number[];
}

export function outlineOf(shape: Shape): Outline {
  const edges = shape.flatMap((polygon) => polygon.flatMap((ring) => ring.slice(1).map((b, index) => ({ a: ring[index] ?? b, b }))));
  return { shape, box: boxOf(shape), edges, near: indexOf(edges.map(({ a, b }) => edgeBox(a, b))) };
}

/** Null when they lie further apart than `reach` metres. 0 when they touch or overlap. */
export function widthBetween(one: Outline, other: Outline, reach: number): Width | null {
  const margin = marginOf(one.box, reach);
  if (!near(one.box, other.box, margin)) return null;
  const start = other.edges[0]?.a;
  if (start && contains(one.shape, start)) return { metres: 0, from: start, to: start };
  const back = one.edges[0]?.a;
  if (back && contains(other.shape, back)) return { metres: 0, from: back, to: back };
  return narrowest(one, other, reach);
}

/** The edges nearest to the other shape come first: the narrower the width known, the fewer are left to look at. */
function narrowest(one: Outline, other: Outline, reach: number): Width | null {
  const scale = metresPerDegree(Math.max(...[one.box[1], one.box[3], other.box[1], other.box[3]].map(Math.abs)));
  const edges = one.edges.map((edge) => {
    const box = edgeBox(edge.a, edge.b);
    return { edge, box, least: apart(box, other.box, scale) };
  });
  let best: Width | null = null;
  for (const { edge, box, least } of edges.sort((a, b) => a.least - b.least)) {
    const within: number = (best?.metres ?? reach) * loose;
    if (least > within || best?.metres === 0) break;
    const [x, y] = [within / scale.east, within / scale.north];
    for (const index of other.near([box[0] - x, box[1] - y, box[2] + x, box[3] + y])) {
      const against = other.edges[index];
      const width = against && edgeWidth(edge, against);
      if (width && width.metres <= reach && (best === null || width.metres < best.metres)) best = width;
    }
  }
  return best;
}

/** Degrees are not the same length everywhere within a box. */
const loose = 1.001;

/** m between two boxes, never more than what lies in them is apart. */
function apart(a: Box, b: Box, { east, north }: ReturnType<typeof metresPerDegree>): number {
  return Math.hypot(Math.max(0, a[0] - b[2], b[0] - a[2]) * east, Math.max(0, a[1] - b[3], b[1] - a[3]) * north);
}

/** Whether the straight way from one position to another crosses the shape or its line. */
export function crosses(outline: Outline, from: Position, to: Position): boolean {
  return (
    contains(outline.shape, from) ||
    outline.near(edgeBox(from, to)).some((index) => {
      const edge = outline.edges[index];
      return edge !== undefined && meet({ a: from, b: to }, edge);
    })
  );
}

function edgeBox(a: Position, b: Position): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])];
}

function marginOf(box: Box, reach: number): readonly [number, number] {
  const { east, north } = metresPerDegree(Math.max(Math.abs(box[1]), Math.abs(box[3])));
  return [reach / east, reach / north];
}

function near(a: Box, b: Box, [x, y]: readonly [number, number]): boolean {
  return a[0] - x <= b[2] && b[0] - x <= a[2] && a[1] - y <= b[3] && b[1] - y <= a[3];
}

function edgeWidth(one: Edge, other: Edge): Width {
  if (meet(one, other)) return { metres: 0, from: one.a, to: one.a };
  const four = [footOn(one.a, other), footOn(one.b, other), flipped(footOn(other.a, one)), flipped(footOn(other.b, one))];
  return four.reduce((best, width) => (width.metres < best.metres ? width : best));
}

function flipped({ metres, from, to }: Width): Width {
  return { metres, from: to, to: from };
}

/** From a position to the nearest of an edge, in a plane scaled at the place. */
function footOn(from: Position, { a, b }: Edge): Width {
  const { east, north } = metresPerDegree(from[1]);
  const [dx, dy] = [(b[0] - a[0]) * east, (b[1] - a[1]) * north];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((from[0] - a[0]) * east * dx + (from[1] - a[1]) * north * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  const to: Position = share === 1 ? b : [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
  return { metres: distance(from, to), from, to };
}

/** Whether two edges share a position. */
function meet(one: Edge, other: Edge): boolean {
  const [p, q, r, s] = [side(one, other.a), side(one, other.b), side(other, one.a), side(other, one.b)];
  if (p !== q && r !== s && p * q <= 0 && r * s <= 0) return true;
  return (
    (p === 0 && onBox(one, other.a)) ||
    (q === 0 && onBox(one, other.b)) ||
    (r === 0 && onBox(other, one.a)) ||
    (s === 0 && onBox(other, one.b))
  );
}

function side({ a, b }: Edge, at: Position): number {
  return Math.sign((b[0] - a[0]) * (at[1] - a[1]) - (b[1] - a[1]) * (at[0] - a[0]));
}

function onBox({ a, b }: Edge, [x, y]: Position): boolean {
  const [west, south, east, north] = edgeBox(a, b);
  return x >= west && x <= east && y >= south && y <= north;
}
