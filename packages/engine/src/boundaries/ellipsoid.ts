// CGCS2000's ellipsoid, and what is measured on it: areas by an authalic sum, lengths and distances over short reaches.
// Edges are geodesics: one longer than `longest` is divided before it is summed, so that the area stays within a few ppm.
import type { Polygon, Position, Ring, Shape } from './shape.ts';

const semiMajor = 6378137;
const flattening = 1 / 298.257222101;
const e2 = flattening * (2 - flattening);
const e = Math.sqrt(e2);
const radian = Math.PI / 180;
/** Metres; an edge of this length strays from its geodesic by less than 2 mm. */
const longest = 200;

/** m², never negative: outer rings less their holes. */
export function areaOf(shape: Shape): number {
  let total = 0;
  for (const polygon of shape) total += polygonArea(polygon);
  return total;
}

export function polygonArea(polygon: Polygon): number {
  return polygon.reduce((sum, ring, index) => sum + (index === 0 ? 1 : -1) * Math.abs(signedRingArea(ring)), 0);
}

/** m²; positive when the ring runs counterclockwise. */
export function signedRingArea(ring: Ring): number {
  const first = ring[0];
  if (!first) return 0;
  const q0 = authalic(first[1]);
  const [lon0] = first;
  let sum = 0;
  let last = first;
  let qLast = 0;
  const add = (next: Position) => {
    const q = authalic(next[1]) - q0;
    sum += (last[0] - lon0) * q - (next[0] - lon0) * qLast;
    last = next;
    qLast = q;
  };
  for (let index = 1; index <= ring.length; index += 1) {
    const next = ring[index === ring.length ? 0 : index] ?? first;
    for (const between of divided(last, next)) add(between);
    add(next);
  }
  // ∮ (x dq − q dx) / 2, where a²/2 turns q into area.
  return (semiMajor * semiMajor * radian * sum) / 4;
}

/** The ring with each long edge divided along its geodesic; what the planar overlay works on. */
export function densified(shape: Shape): Shape {
  return shape.map((polygon) => polygon.map(densifiedRing));
}

function densifiedRing(ring: Ring): Ring {
  if (!ring.some((position, index) => isLong(ring[index - 1] ?? position, position))) return ring;
  const out: Position[] = [];
  ring.forEach((position, index) => {
    const before = ring[index - 1];
    if (before) out.push(...divided(before, position));
    out.push(position);
  });
  return out;
}

/** A quick look that spares nearly every edge of a survey the square root. */
function isLong(a: Position, b: Position): boolean {
  return Math.abs(a[0] - b[0]) >= 0.0013 || Math.abs(a[1] - b[1]) >= 0.0011;
}

/** m; mean width below which a piece is the difference of two drawings of one line. A default of the product: no text gives one. */
const drawnWidth = 0.05;

/** Without the threads that are left where two long edges run on one line but end at different points. */
export function withoutThreads(shape: Shape): Shape {
  return shape.filter((polygon) => {
    const around = polygon.reduce((sum, ring) => sum + lengthOf(ring), 0);
    return around > 0 && (2 * polygonArea(polygon)) / around >= drawnWidth;
  });
}

function lengthOf(ring: Ring): number {
  return ring.slice(1).reduce((sum, position, index) => sum + distance(ring[index] ?? position, position), 0);
}

/** Metres between two positions, good to a millimetre up to some tens of kilometres. */
export function distance(a: Position, b: Position): number {
  const { east, north } = metresPerDegree((a[1] + b[1]) / 2);
  return Math.hypot((a[0] - b[0]) * east, (a[1] - b[1]) * north);
}

/** Metres of one degree along the parallel and along the meridian. */
export function metresPerDegree(latitude: number): { readonly east: number; readonly north: number } {
  const sin = Math.sin(latitude * radian);
  const w2 = 1 - e2 * sin * sin;
  const prime = semiMajor / Math.sqrt(w2);
  return { east: prime * Math.cos(latitude * radian) * radian, north: ((semiMajor * (1 - e2)) / (w2 * Math.sqrt(w2))) * radian };
}

/** q(φ) of the authalic latitude: the area between the equator and φ per radian of longitude is a²q/2. */
function authalic(latitude: number): number {
  const sin = Math.sin(latitude * radian);
  return (1 - e2) * (sin / (1 - e2 * sin * sin) + Math.atanh(e * sin) / e);
}

/** Positions strictly between a and b, on the ellipsoid above the chord; none for a short edge. */
function divided(a: Position, b: Position): readonly Position[] {
  if (!isLong(a, b)) return [];
  const pieces = Math.ceil(distance(a, b) / longest);
  if (!Number.isFinite(pieces) || pieces < 2) return [];
  const from = geocentric(a);
  const to = geocentric(b);
  return Array.from({ length: pieces - 1 }, (_, index) => {
    const share = (index + 1) / pieces;
    const at = from.map((value, axis) => value + ((to[axis] ?? 0) - value) * share);
    return geographic(at[0] ?? 0, at[1] ?? 0, at[2] ?? 0);
  });
}

function geocentric([lon, lat]: Position): readonly [number, number, number] {
  const sin = Math.sin(lat * radian);
  const cos = Math.cos(lat * radian);
  const prime = semiMajor / Math.sqrt(1 - e2 * sin * sin);
  return [prime * cos * Math.cos(lon * radian), prime * cos * Math.sin(lon * radian), prime * (1 - e2) * sin];
}

/** The foot on the ellipsoid; three rounds of Bowring's formula are exact to a nanometre near the surface. */
function geographic(x: number, y: number, z: number): Position {
  const across = Math.hypot(x, y);
  let lat = Math.atan2(z, across * (1 - e2));
  for (let round = 0; round < 3; round += 1) {
    const sin = Math.sin(lat);
    const prime = semiMajor / Math.sqrt(1 - e2 * sin * sin);
    lat = Math.atan2(z + e2 * prime * sin, across);
  }
  return [Math.atan2(y, x) / radian, lat / radian];
}
