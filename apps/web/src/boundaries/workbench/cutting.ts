// Cutting a block by a drawn line. It is cut where the line runs through it from edge to edge, and nowhere else: a line that ends within the
// block cuts nothing there. Pure: GEOS is handed in.
import { areaOf, boxesTouch, boxOf, densified, metresPerDegree, type Overlay, type Position, type Shape } from '@zhenghe/engine/boundaries';
import { tidied } from './carving.ts';

/** short: the line enters the block and ends within it. */
export type Cut =
  | { readonly kind: 'cut'; readonly sides: readonly [Shape, Shape] }
  | { readonly kind: 'short' }
  | { readonly kind: 'missed' };

type Polygon = Shape[number];

/** m²; a side smaller than this is no piece of land. */
const least = 1;
/** m; an end set on an edge of the block may fall short of it by twice this: by rounding, and by what a long edge is bent. */
const near = 0.025;
/** How far the knife reaches beyond the block, in diagonals of it. */
const beyond = 2;

/** The bigger side comes first; parts of the block that the line does not touch stay with it. */
export function cutBy(overlay: Overlay, shape: Shape, line: readonly Position[]): Cut {
  if (!boxesTouch(boxOf(shape), boxOf([[line]]))) return { kind: 'missed' };
  // As it will be used: long edges are bent, and one that all but lies on another then crosses it.
  const knife = knivesAlong(shape, line).find((one) => overlay.isValid(densified(one)).valid);
  if (!knife) return { kind: 'missed' };
  const pieces = [overlay.intersection(shape, knife), overlay.difference(shape, knife)] as const;
  const drawn = nearTo(densified([[line]])[0]?.[0] ?? line);
  const { apart, together } = bordersOf(pieces, drawn);
  if (apart.length === 0) return { kind: 'missed' };
  const own = new Set(shape.flat(2).map(String));
  const polygons = pieces.flat();
  const joined = joinedBy(polygons, together);
  const sides = coloured(polygons, pieces[0].length, { joined, apart }).map((group) =>
    tidied(
      group.flatMap((some) => (some.length === 1 ? some : overlay.union(some.map((polygon) => [polygon])))),
      {
        given: [shape, knife],
        kept: [shape],
        // The knife's further way leaves corners on the edge that nobody drew.
        stays: (at) => own.has(String(at)) || drawn(at),
      },
    ),
  );
  const [bigger = [], smaller = []] = sides.toSorted((a, b) => areaOf(b) - areaOf(a));
  return areaOf(smaller) < least ? { kind: 'short' } : { kind: 'cut', sides: [bigger, smaller] };
}

/** Everything on the left of the line, far beyond the shape: running straight on at both ends, else away from the middle of the shape. */
function knivesAlong(shape: Shape, line: readonly Position[]): readonly Shape[] {
  const [first, second, before, last] = [line[0], line[1], line.at(-2), line.at(-1)];
  if (!first || !second || !before || !last) return [];
  const [west, south, east, north] = boxOf([...shape, [line]]);
  const far = Math.hypot(east - west, north - south) * beyond;
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const ways: readonly (readonly [Position, Position])[] = [
    [onward(second, first, far), onward(before, last, far)],
    [onward(middle, first, far), onward(middle, last, far)],
  ];
  return ways.flatMap(([from, to]) => {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    if (length === 0 || !Number.isFinite(length)) return [];
    const aside = (at: Position): Position => [at[0] - (dy / length) * far * 2, at[1] + (dx / length) * far * 2];
    return [[[[from, ...line, to, aside(to), aside(from), from]]]];
  });
}

/** From a through b, and on by that much. */
function onward(a: Position, b: Position, by: number): Position {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  return [b[0] + ((b[0] - a[0]) / length) * by, b[1] + ((b[1] - a[1]) / length) * by];
}

function nearTo(line: readonly Position[]): (at: Position) => boolean {
  const scale = metresPerDegree(line[0]?.[1] ?? 0);
  return ([x, y]) =>
    line.slice(1).some((b, index) => {
      const a = line[index] ?? b;
      const [dx, dy] = [(b[0] - a[0]) * scale.east, (b[1] - a[1]) * scale.north];
      const [px, py] = [(x - a[0]) * scale.east, (y - a[1]) * scale.north];
      const share = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      return Math.hypot(px - share * dx, py - share * dy) <= near;
    });
}

type Pair = readonly [number, number];

/** Which polygons border on which, by index: along the drawn line, or along the knife's further way, which parts nothing. */
function bordersOf([left, right]: readonly [Shape, Shape], drawn: (at: Position) => boolean) {
  const owners = new Map<string, number>();
  left.forEach((polygon, index) => {
    for (const [a, b] of edgesOf(polygon)) owners.set(keyOf(a, b), index);
  });
  const apart: Pair[] = [];
  const together: Pair[] = [];
  right.forEach((polygon, index) => {
    for (const [a, b] of edgesOf(polygon)) {
      const owner = owners.get(keyOf(b, a)) ?? owners.get(keyOf(a, b));
      if (owner === undefined) continue;
      const middle: Position = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      (drawn(middle) ? apart : together).push([owner, left.length + index]);
    }
  });
  return { apart, together };
}

function edgesOf(polygon: Polygon): readonly (readonly [Position, Position])[] {
  return polygon.flatMap((ring) => ring.slice(1).map((b, index) => [ring[index] ?? b, b] as const));
}

function keyOf(a: Position, b: Position): string {
  return [...a, ...b].map((figure) => figure.toFixed(9)).join();
}

/** For each polygon, the lowest index of those it stays one with. */
function joinedBy(polygons: Shape, pairs: readonly Pair[]): readonly number[] {
  const roots = polygons.map((_, index) => index);
  for (const [a, b] of pairs) {
    const [one = a, other = b] = [roots[a], roots[b]];
    roots.forEach((root, index) => {
      if (root === Math.max(one, other)) roots[index] = Math.min(one, other);
    });
  }
  return roots;
}

interface Borders {
  readonly joined: readonly number[];
  readonly apart: readonly Pair[];
}

/** Two sides, each a list of groups that stay one: whoever stands across the drawn line is on the other side. */
function coloured(polygons: Shape, lefts: number, { joined, apart }: Borders): readonly (readonly Shape[])[] {
  const side = new Map<number, 0 | 1>();
  const groups = [...new Set(joined)];
  const pairs = apart.map(([a, b]): Pair => [joined[a] ?? a, joined[b] ?? b]);
  const spread = (group: number, colour: 0 | 1): void => {
    if (side.has(group)) return;
    side.set(group, colour);
    for (const [a, b] of pairs) if (a === group || b === group) spread(a === group ? b : a, colour === 0 ? 1 : 0);
  };
  const touched = new Set(pairs.flat());
  for (const group of groups.filter((one) => touched.has(one))) spread(group, group < lefts ? 0 : 1);
  const members = (group: number) => polygons.filter((_, index) => joined[index] === group);
  const of = (colour: 0 | 1) => groups.filter((group) => side.get(group) === colour).map(members);
  const sides = [of(0), of(1)];
  const bigger = sides.toSorted((a, b) => areaOf(b.flat(1)) - areaOf(a.flat(1)))[0];
  const aside = groups.filter((group) => !side.has(group)).map(members);
  return sides.map((one) => (one === bigger ? [...one, ...aside] : one));
}
