// What two shapes share, where their borders cross plainly: no touching, no edge along another, nothing nearer than a hundredth of a
// millimetre. Most pairs are so, and need no general overlay; of the others nothing is said here, and GEOS decides.
import { type Border, type BorderRing, type Edge, edgesNear, edgeTouches, liesIn } from './border.ts';
import { type Box, boxesTouch, boxOf, ringContains } from './inside.ts';
import { isCounterclockwise } from './ring.ts';
import type { Polygon, Position, Ring, Shape } from './shape.ts';

/** Degrees; borders nearer than this are not told apart here. Ten thousand times the rounding of a position. */
const tooNear = 1e-10;
/** Pairs of edges; a general sweep is quicker for more. */
const mostPairs = 250_000;

interface Crossing {
  readonly a: Edge;
  readonly b: Edge;
  /** How far along each edge, 0…1. */
  readonly alongA: number;
  readonly alongB: number;
  readonly point: Position;
  /** Whether the border of the first goes into the second here, or comes out. */
  readonly enters: boolean;
}

/** Null where the borders touch or run too near each other to tell. The shapes are valid. */
export function commonLand(a: Border, b: Border): Shape | null {
  if (!boxesTouch(a.box, b.box)) return [];
  const box = shared(a.box, b.box);
  const crossings = crossingsOf(edgesNear(a, box), edgesNear(b, box));
  if (!crossings) return null;
  const traced = crossings.length === 0 ? [] : trace(crossings, a, b);
  if (!traced) return null;
  const crossedA = new Set(crossings.map((crossing) => crossing.a.ring));
  const crossedB = new Set(crossings.map((crossing) => crossing.b.ring));
  const [ofA, ofB] = [within(a, crossedA, b), within(b, crossedB, a)];
  if (ofA.length === a.rings.length && ofB.length === 0) return a.shape;
  if (ofB.length === b.rings.length && ofA.length === 0) return b.shape;
  return assembled([...traced, ...ofA, ...ofB]);
}

function shared(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]) - tooNear, Math.max(a[1], b[1]) - tooNear, Math.min(a[2], b[2]) + tooNear, Math.min(a[3], b[3]) + tooNear];
}

function crossingsOf(ofA: readonly Edge[], ofB: readonly Edge[]): readonly Crossing[] | null {
  if (ofA.length * ofB.length > mostPairs) return null;
  const found: Crossing[] = [];
  for (const a of ofA) {
    const reach = reachOf(a);
    for (const b of ofB) {
      if (!edgeTouches(b.a, b.b, reach)) continue;
      const met = crossing(a, b);
      if (met === 'near') return null;
      if (met) found.push(met);
    }
  }
  return found;
}

function reachOf({ a, b }: Edge): Box {
  return [Math.min(a[0], b[0]) - tooNear, Math.min(a[1], b[1]) - tooNear, Math.max(a[0], b[0]) + tooNear, Math.max(a[1], b[1]) + tooNear];
}

function crossing(a: Edge, b: Edge): Crossing | 'near' | null {
  const [farA, farB] = [tooNear * a.length, tooNear * b.length];
  const [from, to] = [side(b, a.a), side(b, a.b)];
  if ((from > farB && to > farB) || (from < -farB && to < -farB)) return null;
  const [start, end] = [side(a, b.a), side(a, b.b)];
  if ((start > farA && end > farA) || (start < -farA && end < -farA)) return null;
  if (Math.min(Math.abs(from), Math.abs(to)) <= farB || Math.min(Math.abs(start), Math.abs(end)) <= farA) return 'near';
  const alongA = from / (from - to);
  const point: Position = [a.a[0] + (a.b[0] - a.a[0]) * alongA, a.a[1] + (a.b[1] - a.a[1]) * alongA];
  return { a, b, alongA, alongB: start / (start - end), point, enters: to > 0 };
}

/** Positive on the left of the edge: the distance times the edge's length. */
function side({ a, b }: Edge, at: Position): number {
  return (b[0] - a[0]) * (at[1] - a[1]) - (b[1] - a[1]) * (at[0] - a[0]);
}

/** Rings of the first that no border crosses and that lie in the second. */
function within(border: Border, crossed: ReadonlySet<number>, other: Border): readonly BorderRing[] {
  return border.rings.filter(({ positions }, index) => {
    const [first] = positions;
    return !crossed.has(index) && first !== undefined && liesIn(other, first);
  });
}

/** Along the first from where it enters, along the second from where the first comes out, until the ring is closed. */
function trace(crossings: readonly Crossing[], a: Border, b: Border): readonly BorderRing[] | null {
  const [onA, onB] = [followers(crossings, 'a', 'alongA'), followers(crossings, 'b', 'alongB')];
  if (!onA || !onB) return null;
  const rings: BorderRing[] = [];
  const done = new Set<Crossing>();
  for (const start of crossings) {
    if (!start.enters || done.has(start)) continue;
    const ring: Position[] = [];
    let at = start;
    do {
      done.add(at);
      const out = onA.get(at);
      const back = out && onB.get(out);
      if (!out || !back) return null;
      // Two rings of one shape may touch, which is no fault of theirs; made into one ring they would be one that touches itself.
      if (at.a.ring !== start.a.ring || out.b.ring !== start.b.ring) return null;
      ring.push(at.point, ...between(a.rings[at.a.ring], [at.a.at, at.alongA], [out.a.at, out.alongA]));
      ring.push(out.point, ...between(b.rings[out.b.ring], [out.b.at, out.alongB], [back.b.at, back.alongB]));
      at = back;
    } while (at !== start && !done.has(at));
    if (at !== start) return null;
    ring.push(start.point);
    rings.push({ positions: ring, hole: !isCounterclockwise(ring) });
  }
  return rings;
}

/** Each crossing with the next on the same ring; null when they do not go in and out by turns, or two lie too near each other. */
function followers(crossings: readonly Crossing[], edge: 'a' | 'b', along: 'alongA' | 'alongB'): ReadonlyMap<Crossing, Crossing> | null {
  const sorted = crossings.toSorted((x, y) => x[edge].ring - y[edge].ring || x[edge].at - y[edge].at || x[along] - y[along]);
  const next = new Map<Crossing, Crossing>();
  let first = sorted[0];
  for (const [index, one] of sorted.entries()) {
    if (first?.[edge].ring !== one[edge].ring) first = one;
    const after = sorted[index + 1];
    const same = after?.[edge].ring === one[edge].ring;
    const follower = same ? after : first;
    if (!follower || follower.enters === one.enters) return null;
    if (same && after[edge] === one[edge] && (after[along] - one[along]) * one[edge].length <= tooNear) return null;
    next.set(one, follower);
  }
  return next;
}

type Spot = readonly [edge: number, along: number];

/** The ring's own positions on the way from one spot to another, round the ring where need be. */
function between(ring: BorderRing | undefined, [from, start]: Spot, [to, end]: Spot): readonly Position[] {
  if (!ring || (from === to && end > start)) return [];
  const { positions } = ring;
  return to > from ? positions.slice(from + 1, to + 1) : [...positions.slice(from + 1), ...positions.slice(1, to + 1)];
}

/** Null when a hole has no land around it: then something was too near after all. */
function assembled(rings: readonly BorderRing[]): Shape | null {
  const outers = rings.filter(({ hole }) => !hole).map(({ positions }) => ({ positions, box: boxOf([[positions]]), holes: [] as Ring[] }));
  for (const { positions } of rings.filter(({ hole }) => hole)) {
    const [first] = positions;
    const around = first ? outers.filter((outer) => outers.length === 1 || ringContains(outer.positions, first)) : [];
    const home = around.reduce<(typeof outers)[number] | undefined>(
      (best, one) => (best && inBox(best.box, one.box) ? best : one),
      undefined,
    );
    if (!home) return null;
    home.holes.push(positions);
  }
  return outers.map(({ positions, holes }): Polygon => [positions, ...holes]);
}

function inBox(inner: Box, outer: Box): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}
