// Cutting, merging and trimming drawn blocks by the overlay. Pure: GEOS is handed in. New corners are rounded to the drawn digit, so
// that both sides of a cut have the very same figures; corners that were there keep theirs.
import { areaOf, boxOf, densified, type Overlay, type Position, type Shape } from '@zhenghe/engine/boundaries';

/** m²; a side smaller than this is no piece of land. */
const least = 1;
/** How far a cut runs on beyond both ends of its line, in diagonals of the block. */
const beyond = 2;

/** The land left and right of the line, which runs straight on at both ends; null where the line does not divide it. */
export function cutBy(overlay: Overlay, shape: Shape, line: readonly Position[]): readonly [Shape, Shape] | null {
  const blade = leftOf(shape, line);
  if (!blade || !overlay.isValid(blade).valid) return null;
  const left = tidied(overlay.intersection(shape, blade), [shape, blade], [shape]);
  const right = tidied(overlay.difference(shape, blade), [shape, blade], [shape]);
  return areaOf(left) < least || areaOf(right) < least ? null : [left, right];
}

export function mergeOf(overlay: Overlay, shapes: readonly Shape[]): Shape {
  return tidied(overlay.union(shapes), shapes, shapes);
}

/** What `shape` keeps when the overlap goes to the other. */
export function trimmed(overlay: Overlay, shape: Shape, other: Shape): Shape {
  return tidied(overlay.difference(shape, other), [shape, other], [shape, other]);
}

/** Everything on the left of the line, far beyond the shape. */
function leftOf(shape: Shape, line: readonly Position[]): Shape | null {
  const [first, second] = line;
  const [last, before] = [line.at(-1), line.at(-2)];
  if (!first || !second || !last || !before) return null;
  const [west, south, east, north] = boxOf([...shape, [line]]);
  const far = Math.hypot(east - west, north - south) * beyond;
  const from = onward(second, first, far);
  const to = onward(before, last, far);
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0 || !Number.isFinite(length)) return null;
  const aside = (at: Position): Position => [at[0] - (dy / length) * far * 2, at[1] + (dx / length) * far * 2];
  return [[[from, ...line, to, aside(to), aside(from), from]]];
}

/** From a through b, and on by that much. */
function onward(a: Position, b: Position, by: number): Position {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  return [b[0] + ((b[0] - a[0]) / length) * by, b[1] + ((b[1] - a[1]) / length) * by];
}

/** The overlay divides long edges: those positions go again. What neither `kept` shape had is new, and rounded. */
function tidied(result: Shape, given: readonly Shape[], kept: readonly Shape[]): Shape {
  const known = keysOf(kept);
  const own = keysOf(given);
  const added = new Set([...keysOf(given.map(densified))].filter((key) => !own.has(key)));
  return result.flatMap((polygon) => {
    const rings = polygon
      .map((ring) => ring.slice(0, -1).filter((at) => !added.has(String(at))))
      .map((corners) => withoutRepeats(corners.map((at) => (known.has(String(at)) ? at : rounded(at)))));
    const [outer = [], ...holes] = rings;
    return outer.length < 3 ? [] : [[outer, ...holes.filter((hole) => hole.length >= 3)].map(closed)];
  });
}

function keysOf(shapes: readonly Shape[]): Set<string> {
  return new Set(shapes.flatMap((shape) => shape.flatMap((polygon) => polygon.flatMap((ring) => ring.map(String)))));
}

function rounded([lon, lat]: Position): Position {
  return [Number(lon.toFixed(9)), Number(lat.toFixed(9))];
}

function withoutRepeats(corners: readonly Position[]): readonly Position[] {
  return corners.filter((at, index) => String(at) !== String(corners[(index + corners.length - 1) % corners.length]));
}

function closed(corners: readonly Position[]): readonly Position[] {
  const [first] = corners;
  return first ? [...corners, first] : corners;
}
