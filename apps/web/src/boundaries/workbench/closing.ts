// Closing a narrow gap: the corners of one block that lie near the other take its figures, and the other's corners near its edges are
// taken in, so that both run along the very same line. Pure.
import { metresPerDegree, type Position, type Ring, type Shape } from '@zhenghe/engine/boundaries';

interface Spot {
  readonly at: Position;
  readonly metres: number;
}

/** `reach` in metres: what lies further away stays as it is. */
export function closedOnto(shape: Shape, other: Shape, reach: number): Shape {
  const middle = other[0]?.[0]?.[0] ?? [0, 0];
  const scale = metresPerDegree(middle[1]);
  const apart = (a: Position, b: Position) => Math.hypot((a[0] - b[0]) * scale.east, (a[1] - b[1]) * scale.north);
  const rings = other.flat();
  return shape.map((polygon) =>
    polygon.map((ring) => {
      const moved = ring.slice(0, -1).map((at) => landing(at, rings, { reach, apart }) ?? at);
      return closed(withCorners(moved, rings, { reach, apart }));
    }),
  );
}

interface Reach {
  readonly reach: number;
  readonly apart: (a: Position, b: Position) => number;
}

/** The other's nearest corner within reach, else the nearest spot on its edges. */
function landing(at: Position, rings: readonly Ring[], { reach, apart }: Reach): Position | null {
  let corner: Spot | null = null;
  let edge: Spot | null = null;
  for (const ring of rings) {
    for (const [index, b] of ring.entries()) {
      const metres = apart(at, b);
      if (metres <= reach && (!corner || metres < corner.metres)) corner = { at: b, metres };
      const a = ring[index - 1];
      const foot = a && footOn(a, b, at);
      const off = foot ? apart(at, foot) : Number.POSITIVE_INFINITY;
      if (foot && off <= reach && (!edge || off < edge.metres)) edge = { at: foot, metres: off };
    }
  }
  if (corner) return corner.at;
  return edge ? [Number(edge.at[0].toFixed(9)), Number(edge.at[1].toFixed(9))] : null;
}

/** Takes in the other's corners that lie near an edge, in the order of the edge. */
function withCorners(corners: readonly Position[], rings: readonly Ring[], { reach, apart }: Reach): readonly Position[] {
  const there = new Set(corners.map(String));
  const others = rings.flatMap((ring) => ring.slice(0, -1)).filter((at) => !there.has(String(at)));
  return corners.flatMap((a, index) => {
    const b = corners[(index + 1) % corners.length] ?? a;
    const near = others
      .map((at) => ({ at, foot: footOn(a, b, at) }))
      .filter(({ at, foot }) => apart(at, foot) <= reach && String(foot) !== String(a) && String(foot) !== String(b))
      .toSorted((one, two) => apart(a, one.foot) - apart(a, two.foot));
    return [a, ...near.map(({ at }) => at)];
  });
}

function footOn(a: Position, b: Position, at: Position): Position {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  if (square === 0) return a;
  const share = Math.min(1, Math.max(0, ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / square));
  if (share === 0) return a;
  return share === 1 ? b : [a[0] + share * dx, a[1] + share * dy];
}

function closed(corners: readonly Position[]): Ring {
  const [first] = corners;
  return first ? [...corners, first] : corners;
}
