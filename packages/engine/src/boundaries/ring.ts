// One ring put in order: closed, turned, without repeated positions, spikes or slivers. Only what cannot change an area beyond the printed
// digit is repaired; anything else is told, with its vertex, and left as it was handed in.
import { distance, signedRingArea } from './ellipsoid.ts';
import type { ShapeFindingKind } from './finding.ts';
import type { Position, Ring } from './shape.ts';

/** m; positions nearer than this are one: the last digit of a survey. */
const samePlace = 0.001;
/** m; a ring whose ends lie further apart has lost a piece. */
const closable = 1;
/** m²; a spike or ring smaller than this changes no printed digit. */
export const sliver = 1;

export interface RingFault {
  readonly kind: ShapeFindingKind;
  readonly standing: 'repaired' | 'mend';
  /** Index into the ring as it was handed in. */
  readonly vertex: number;
  readonly point: Position;
  readonly measured: { readonly value: number; readonly unit: 'm' | 'm2' } | null;
}

export interface TidyRing {
  /** Null when nothing usable is left. */
  readonly ring: Ring | null;
  readonly faults: readonly RingFault[];
}

/** Where nothing can be shown. */
export const nowhere: Position = [0, 0];

interface Vertex {
  readonly at: Position;
  readonly index: number;
}

export function tidyRing(given: Ring): TidyRing {
  const bad = given.findIndex((position) => !isPosition(position));
  // Told at a place that can be shown: the nearest position that is one.
  if (bad >= 0) return { ring: null, faults: [fault('not-finite', 'mend', bad, given.find(isPosition) ?? nowhere)] };
  const faults: RingFault[] = [];
  const open = opened(given, faults);
  const plain = withoutRepeats(open, faults);
  const smooth = withoutSpikes(plain, faults);
  const [first] = smooth;
  if (!first || smooth.length < 3) {
    return { ring: null, faults: [...faults, fault('too-few-vertices', 'mend', 0, given[0] ?? [0, 0])] };
  }
  return { ring: [...smooth.map(({ at }) => at), first.at], faults };
}

/** Degrees on earth; 1e308 and NaN are not. */
function isPosition([lon, lat]: Position): boolean {
  return Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** Without the last position, which repeats the first; a small gap is closed, a wide one is told. */
function opened(given: Ring, faults: RingFault[]): readonly Vertex[] {
  const vertices = given.map((at, index) => ({ at, index }));
  const first = given[0];
  const last = given.at(-1);
  if (!first || !last || given.length < 2) return vertices;
  if (first[0] === last[0] && first[1] === last[1]) return vertices.slice(0, -1);
  const apart = distance(first, last);
  if (apart <= samePlace) {
    faults.push(fault('unclosed-ring', 'repaired', given.length - 1, last, { value: apart, unit: 'm' }));
    return vertices.slice(0, -1);
  }
  faults.push(fault('unclosed-ring', apart <= closable ? 'repaired' : 'mend', given.length - 1, last, { value: apart, unit: 'm' }));
  return vertices;
}

function withoutRepeats(vertices: readonly Vertex[], faults: RingFault[]): readonly Vertex[] {
  const kept: Vertex[] = [];
  for (const vertex of vertices) {
    const before = kept.at(-1);
    if (before && distance(before.at, vertex.at) < samePlace) faults.push(fault('duplicate-vertex', 'repaired', vertex.index, vertex.at));
    else kept.push(vertex);
  }
  return kept;
}

/** A spike goes out and comes back the same way: at its tip the ring turns back on itself. */
function withoutSpikes(vertices: readonly Vertex[], faults: RingFault[]): readonly Vertex[] {
  let ring = vertices;
  for (;;) {
    const tip = ring.length > 3 ? ring.findIndex((_, index) => isTip(ring, index)) : -1;
    const vertex = ring[tip];
    if (!vertex) return ring;
    const area = triangleAt(ring, tip);
    if (area >= sliver) {
      faults.push(fault('spike', 'mend', vertex.index, vertex.at, { value: area, unit: 'm2' }));
      return ring;
    }
    faults.push(fault('spike', 'repaired', vertex.index, vertex.at, { value: area, unit: 'm2' }));
    ring = ring.filter((_, index) => index !== tip);
  }
}

function around(ring: readonly Vertex[], index: number): readonly [Position, Position, Position] | null {
  const before = ring[(index + ring.length - 1) % ring.length];
  const at = ring[index];
  const after = ring[(index + 1) % ring.length];
  return before && at && after ? [before.at, at.at, after.at] : null;
}

/** Within about a hundredth of a degree of turning straight back, and out further than a survey's last digits. */
function isTip(ring: readonly Vertex[], index: number): boolean {
  const three = around(ring, index);
  if (!three) return false;
  const [before, at, after] = three;
  const out = distance(before, at);
  const back = distance(at, after);
  if (out < 0.01 || back < 0.01) return false;
  const cosine = (out * out + back * back - distance(before, after) ** 2) / (2 * out * back);
  return cosine > 1 - 1.5e-8;
}

function triangleAt(ring: readonly Vertex[], index: number): number {
  const three = around(ring, index);
  return three ? Math.abs(signedRingArea(three)) : 0;
}

/** The ring, run counterclockwise or clockwise. */
export function turned(ring: Ring, counterclockwise: boolean): Ring {
  return isCounterclockwise(ring) === counterclockwise ? ring : ring.toReversed();
}

/** By the plain sum of a small plane. */
export function isCounterclockwise(ring: Ring): boolean {
  const [first] = ring;
  if (!first) return true;
  let sum = 0;
  let before: Position = first;
  for (const position of ring) {
    sum += (before[0] - first[0]) * (position[1] - first[1]) - (position[0] - first[0]) * (before[1] - first[1]);
    before = position;
  }
  return sum > 0;
}

function fault(
  kind: ShapeFindingKind,
  standing: RingFault['standing'],
  vertex: number,
  point: Position,
  measured: RingFault['measured'] = null,
): RingFault {
  return { kind, standing, vertex, point, measured };
}
