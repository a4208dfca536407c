// Merging and trimming drawn blocks by the overlay. Pure: GEOS is handed in. New corners are rounded to the drawn digit, so
// that both sides of a border have the very same figures; corners that were there keep theirs.
import { densified, type Overlay, type Position, type Shape } from '@zhenghe/engine/boundaries';

export function mergeOf(overlay: Overlay, shapes: readonly Shape[]): Shape {
  return tidied(overlay.union(shapes), { given: shapes, kept: shapes });
}

/** What `shape` keeps when the overlap goes to the other. */
export function trimmed(overlay: Overlay, shape: Shape, other: Shape): Shape {
  return tidied(overlay.difference(shape, other), { given: [shape, other], kept: [shape, other] });
}

interface Origins {
  readonly given: readonly Shape[];
  readonly kept: readonly Shape[];
  /** Positions that belong there; all, unless said. */
  readonly stays?: (at: Position) => boolean;
}

/** The overlay divides long edges: those positions go again. What no `kept` shape had is new, and rounded. */
export function tidied(result: Shape, { given, kept, stays = () => true }: Origins): Shape {
  const known = keysOf(kept);
  const own = keysOf(given);
  const added = new Set([...keysOf(given.map(densified))].filter((key) => !own.has(key)));
  return result.flatMap((polygon) => {
    const rings = polygon
      .map((ring) => ring.slice(0, -1).filter((at) => !added.has(String(at)) && stays(at)))
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
