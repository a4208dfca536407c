// What can be said of a group at once, when a person has stopped the work: a legal plan from a short search, and a bound from the parks
// one by one.
import type { Group, GroupCurve, GroupPoint, Prices } from '../group.ts';
import { goodPlan } from './heuristic.ts';
import { type Frame, frameOf } from './heuristic-frame.ts';
import { layoutOf } from './heuristic-layout.ts';

const steps = 2_000_000;

/** Points without a known plan have cost +∞ and an empty plan. null: not one plan was found. */
export function roughCurve(group: Group, prices: Prices): GroupCurve | null {
  const frame = frameOf(group, prices);
  const layout = layoutOf(frame);
  if (layout === null) return { code: group.code, points: [], method: 'milp' };
  const most = Math.min(group.zonesMax, layout.units.length);
  const points = Array.from({ length: Math.max(0, most - group.zonesMin + 1) }, (_, at): GroupPoint => {
    const zones = group.zonesMin + at;
    const found = goodPlan(layout, zones, { seed: 1, steps });
    const bound = Math.min(boundOf(frame, zones), found?.cost ?? Number.POSITIVE_INFINITY);
    return { zones, cost: found?.cost ?? Number.POSITIVE_INFINITY, bound, plan: found?.plan ?? { zones: [], leads: [], outcomes: [] } };
  });
  return points.some((point) => Number.isFinite(point.cost)) ? { code: group.code, points, method: 'milp' } : null;
}

/** Each park costs at least the less of standing in a zone without any distance and in none; each zone at least itself. */
function boundOf({ group, inside, outside, barred, prices }: Frame, zones: number): number {
  const parks = group.parks.reduce((sum, _, park) => {
    const within = barred[park] ? Number.POSITIVE_INFINITY : (inside[park] ?? 0);
    return sum + Math.min(within, outside[park] ?? 0);
  }, 0);
  return parks + zones * (group.costs.zone + Math.min(0, prices.platform));
}
