// A polyline's arcs (DXF bulges) as chords: none lies further from its arc than the tolerance.
import type { RawPosition } from '@zhenghe/engine/boundaries';

/** Tangent of a quarter of the arc's angle; 0 is straight, positive turns left. */
export interface BulgedVertex {
  readonly at: RawPosition;
  readonly bulge: number;
}

/** Metres for plane figures; degrees are a hundred thousandth of that, about as far. */
const toleranceMetres = 0.001;
const toleranceDegrees = 1e-8;
const mostChords = 1024;

/** The vertices with arcs drawn out; the last vertex's bulge leads back to the first when `closed`. */
export function flattened(vertices: readonly BulgedVertex[], closed: boolean): readonly RawPosition[] {
  const positions: RawPosition[] = [];
  for (const [index, vertex] of vertices.entries()) {
    positions.push(vertex.at);
    const next = vertices[index + 1] ?? (closed ? vertices[0] : undefined);
    if (next && vertex.bulge !== 0) positions.push(...between(vertex, next.at));
  }
  const [first] = positions;
  const last = positions.at(-1);
  if (closed && first && last && (first[0] !== last[0] || first[1] !== last[1])) positions.push(first);
  return positions;
}

function between({ at, bulge }: BulgedVertex, to: RawPosition): readonly RawPosition[] {
  const chord = Math.hypot(to[0] - at[0], to[1] - at[1]);
  if (chord === 0) return [];
  const angle = 4 * Math.atan(bulge);
  const radius = chord / (2 * Math.abs(Math.sin(angle / 2)));
  const tolerance = Math.max(Math.abs(at[0]), Math.abs(at[1])) > 180 ? toleranceMetres : toleranceDegrees;
  const widest = 2 * Math.acos(Math.max(0, 1 - tolerance / radius));
  const chords = Math.min(mostChords, Math.max(2, Math.ceil(Math.abs(angle) / widest)));
  // From the middle of the chord to the centre: to the left for a left turn of less than half a circle.
  const away = (1 - bulge * bulge) / (4 * bulge);
  const centre = [(at[0] + to[0]) / 2 - away * (to[1] - at[1]), (at[1] + to[1]) / 2 + away * (to[0] - at[0])] as const;
  const start = Math.atan2(at[1] - centre[1], at[0] - centre[0]);
  return Array.from({ length: chords - 1 }, (_, index) => {
    const turn = start + (angle * (index + 1)) / chords;
    return [centre[0] + radius * Math.cos(turn), centre[1] + radius * Math.sin(turn)];
  });
}
