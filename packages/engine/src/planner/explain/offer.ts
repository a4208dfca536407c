// What jurisdictions that are decided together offer the province: for every number of zones the cheapest way, each by itself or jointly.
import type { Alternatives, Component, GroupCurve, GroupPoint } from '../group.ts';

/** A component of an alternative with the point taken for it. */
export interface Taken {
  readonly component: Component;
  readonly point: GroupPoint;
}

export interface Way {
  readonly zones: number;
  /** +∞ where a plan may exist but none is known. */
  readonly cost: number;
  /** No way with so many zones costs less. */
  readonly bound: number;
  readonly taken: readonly Taken[];
}

export interface Offer {
  /** Of its first jurisdiction. */
  readonly code: string;
  /** One for each number of zones that is possible, ascending. */
  readonly ways: readonly Way[];
}

/** `curveOf`: the curve of a component's group. Of ways of equal cost the one apart stands. */
export function offerOf({ apart, joint }: Alternatives, curveOf: (component: Component) => GroupCurve): Offer {
  const nothing: Way = { zones: 0, cost: 0, bound: 0, taken: [] };
  let sums: readonly Way[] = [nothing];
  for (const component of apart) {
    const points = curveOf(component).points;
    sums = cheapest(sums.flatMap((way) => points.map((point) => added(way, component, point))));
  }
  const jointly = joint ? curveOf(joint).points.map((point) => added(nothing, joint, point)) : [];
  return { code: apart[0]?.jurisdiction.code ?? '', ways: cheapest([...sums, ...jointly]) };
}

export function componentsOf({ apart, joint }: Alternatives): readonly Component[] {
  return joint ? [...apart, joint] : apart;
}

function added(way: Way, component: Component, point: GroupPoint): Way {
  return {
    zones: way.zones + point.zones,
    cost: way.cost + point.cost,
    bound: way.bound + point.bound,
    taken: [...way.taken, { component, point }],
  };
}

/** For each number of zones the way of least cost with the least bound of all. */
function cheapest(ways: readonly Way[]): readonly Way[] {
  const best = new Map<number, Way>();
  for (const way of ways) {
    const known = best.get(way.zones);
    if (known === undefined) best.set(way.zones, way);
    else best.set(way.zones, { ...(way.cost < known.cost ? way : known), bound: Math.min(way.bound, known.bound) });
  }
  return [...best.values()].sort((a, b) => a.zones - b.zones);
}
