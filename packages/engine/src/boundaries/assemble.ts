// Rings to polygons: by the roles the file gives, else by which ring lies in which (even: land, odd: hole).
import { polygonArea } from './ellipsoid.ts';
import { ringContains } from './inside.ts';
import { isCounterclockwise, turned } from './ring.ts';
import type { Polygon, Ring, Shape } from './shape.ts';

export interface RoleRing {
  readonly ring: Ring;
  readonly hole: boolean | null;
  /** Index in the file's feature. */
  readonly from: number;
}

export interface Assembled {
  readonly shape: Shape;
  /** Rings that ran the wrong way round; turning them changes no area. */
  readonly turned: readonly RoleRing[];
}

/** Deterministic: polygons by their place in the file, holes with the smallest ring around them. */
export function assemble(rings: readonly RoleRing[]): Assembled {
  const depths = rings.map((ring) => rings.filter((other) => other !== ring && lies(ring.ring, other.ring)).length);
  const isHole = (index: number) => rings[index]?.hole ?? (depths[index] ?? 0) % 2 === 1;
  const outers = rings.filter((_, index) => !isHole(index));
  const holes = rings.filter((_, index) => isHole(index));
  const polygons = new Map<RoleRing, Ring[]>(outers.map((outer) => [outer, [turned(outer.ring, true)]]));
  const stray: RoleRing[] = [];
  for (const hole of holes) {
    const around = outers.filter((outer) => lies(hole.ring, outer.ring)).toSorted((a, b) => polygonArea([a.ring]) - polygonArea([b.ring]));
    const home = around[0] && polygons.get(around[0]);
    if (home) home.push(turned(hole.ring, false));
    else stray.push(hole);
  }
  // A hole around which there is no land: kept as land, so that validity and the eye find it, never dropped.
  const shape: Polygon[] = [...polygons.values(), ...stray.map((hole) => [turned(hole.ring, true)])];
  const wrong = rings.filter((ring, index) => ring.hole !== null && isCounterclockwise(ring.ring) === isHole(index));
  return { shape, turned: wrong };
}

function lies(inner: Ring, outer: Ring): boolean {
  // The first vertices may touch the outer ring: the majority of a few tells.
  const asked = inner.slice(0, -1).filter((_, index) => index % Math.max(1, Math.floor(inner.length / 7)) === 0);
  return asked.filter((position) => ringContains(outer, position)).length * 2 > asked.length;
}
