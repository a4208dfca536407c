// Where parks lie on the plane, and which of them adjoin: by drawn land where both have it, else by the distance of their points.
import { type Crs, project } from '@zhenghe/engine/boundaries';
import type { Park } from '@zhenghe/engine/planner';

/** Land that was drawn: which parks have any, and which of these adjoin. */
export interface Drawn {
  readonly parks: ReadonlySet<string>;
  /** "a b" with a before b. */
  readonly pairs: ReadonlySet<string>;
}

/**
 * One Gauss–Krüger zone for the whole province: CGCS2000, 3 degrees, central meridian 120° E (zone 40). At its edges, 118° and 123° E, a
 * length is up to one thousandth too long, far below what the weights know.
 */
const planeCrs: Crs = { kind: 'gauss-kruger', datum: 'cgcs2000', width: 3, meridian: 120, numbered: false, order: 'east-north' };

/** km east and north, to the metre: the same on every machine. */
export function toPlane(): (point: readonly [number, number]) => readonly [number, number] {
  const forward = project(planeCrs);
  return (point) => {
    const [east, north] = forward(point);
    return [Math.round(east) / 1000, Math.round(north) / 1000];
  };
}

interface Setting {
  readonly touchKm: number;
  readonly drawn: Drawn;
  /** By place, the joint place it belongs to: only there parks of two places can adjoin. */
  readonly together: ReadonlyMap<string, string>;
}

/** Each pair once, in the order of codes. */
export function adjacencyOf(parks: readonly Park[], { touchKm, drawn, together }: Setting): readonly (readonly [string, string])[] {
  const groups = new Map<string, Park[]>();
  for (const park of parks) {
    const group = together.get(park.jurisdiction) ?? park.jurisdiction;
    groups.set(group, [...(groups.get(group) ?? []), park]);
  }
  const touches = (a: Park, b: Park): boolean =>
    drawn.parks.has(a.code) && drawn.parks.has(b.code)
      ? drawn.pairs.has(pairKey(a.code, b.code))
      : Math.hypot(a.x - b.x, a.y - b.y) <= touchKm;
  const pairs = [...groups.values()].flatMap((group) =>
    group.flatMap((a, at) => group.slice(at + 1).flatMap((b) => (touches(a, b) ? [inOrder(a.code, b.code)] : []))),
  );
  return pairs.sort((a, b) => (pairKey(...a) < pairKey(...b) ? -1 : 1));
}

export function pairKey(a: string, b: string): string {
  return inOrder(a, b).join(' ');
}

function inOrder(a: string, b: string): readonly [string, string] {
  return a < b ? [a, b] : [b, a];
}
