// One way for each alternative, so that the sum of a figure is least and the zones stay under the cap: dynamic programming over the
// number of zones. The figure is a cost, a lower bound, or what a coupling row uses.
import type { Alternatives, GroupPoint } from '../group.ts';

/** The points taken for the components of one alternative: one of the joint component, or one of each apart. */
export interface Pick {
  readonly joint: boolean;
  readonly points: readonly GroupPoint[];
}

export interface Picked {
  readonly value: number;
  readonly zones: number;
  readonly picks: readonly Pick[];
}

/** Of each alternative: the points of its components, joint apart from the others; null where there is no joint one. */
export interface Offer {
  readonly apart: readonly (readonly GroupPoint[])[];
  readonly joint: readonly GroupPoint[] | null;
}

interface Choice {
  readonly value: number;
  readonly pick: Pick;
}

/** null: no choice stays under the cap. Of equal values the one with fewer zones. */
export function cheapest(offers: readonly Offer[], cap: number, worth: (point: GroupPoint) => number): Picked | null {
  let best = new Map<number, { readonly value: number; readonly last: Pick | null; readonly before: number }>([
    [0, { value: 0, last: null, before: 0 }],
  ]);
  const layers = [best];
  for (const offer of offers) {
    const next: typeof best = new Map();
    const choices = choicesOf(offer, worth);
    for (const [zones, { value }] of [...best].sort(([a], [b]) => a - b)) {
      for (const [more, choice] of choices) {
        const total = zones + more;
        const sum = value + choice.value;
        if (total > cap || sum >= (next.get(total)?.value ?? Number.POSITIVE_INFINITY)) continue;
        next.set(total, { value: sum, last: choice.pick, before: zones });
      }
    }
    best = next;
    layers.push(best);
  }
  const least = [...best].sort(([a, one], [b, other]) => one.value - other.value || a - b)[0];
  return least === undefined ? null : { value: least[1].value, zones: least[0], picks: traced(layers, least[0]) };
}

function traced(
  layers: readonly ReadonlyMap<number, { readonly last: Pick | null; readonly before: number }>[],
  from: number,
): readonly Pick[] {
  const picks: Pick[] = [];
  let zones = from;
  for (const layer of layers.toReversed()) {
    const step = layer.get(zones);
    if (!step?.last) continue;
    picks.unshift(step.last);
    zones = step.before;
  }
  return picks;
}

/** By number of zones the least value of the alternative; apart before joint where they are equal. */
function choicesOf({ apart, joint }: Offer, worth: (point: GroupPoint) => number): readonly (readonly [number, Choice])[] {
  let sums = new Map<number, Choice>([[0, { value: 0, pick: { joint: false, points: [] } }]]);
  for (const points of apart) {
    const next = new Map<number, Choice>();
    for (const [zones, { value, pick }] of sums) {
      for (const point of points)
        offered(next, zones + point.zones, value + worth(point), { joint: false, points: [...pick.points, point] });
    }
    sums = next;
  }
  for (const point of joint ?? []) offered(sums, point.zones, worth(point), { joint: true, points: [point] });
  return [...sums].sort(([a], [b]) => a - b);
}

function offered(into: Map<number, Choice>, zones: number, value: number, pick: Pick): void {
  if (value < (into.get(zones)?.value ?? Number.POSITIVE_INFINITY)) into.set(zones, { value, pick });
}

/** The components of all alternatives in one list, and where each stands. */
export function placesOf(alternatives: readonly Alternatives[]) {
  return alternatives.flatMap(({ apart, joint }, alternative) => [
    ...apart.map((component) => ({ component, alternative, joint: false })),
    ...(joint ? [{ component: joint, alternative, joint: true }] : []),
  ]);
}
