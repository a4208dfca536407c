// Groups too large for tables: a good plan by search, and what no plan costs less than by prices and boxes (docs/adr/0021). Both for each
// number of zones; "proven" where they meet, otherwise the bound says how far from proven.
import type { Desk } from '../desk.ts';
import type { Group, GroupCurve, GroupPlan, GroupPoint, Prices } from '../group.ts';
import { type Found, goodPlan, improved } from './heuristic.ts';
import { frameOf, noPrices } from './heuristic-frame.ts';
import { type Labels, layoutOf, pricerOf } from './heuristic-layout.ts';
import { type Model, modelOf } from './large-model.ts';
import { provenBound } from './large-tree.ts';

export interface LargeEffort extends Pick<Desk, 'stopped'> {
  /** Of the search; another seed gives another plan at most where the bound is not met. */
  readonly seed?: number;
  /** Most boxes of the proof for each number of zones. */
  readonly boxes?: number;
}

/** A number of zones for which neither a plan nor a proof that there is none was found: a point of cost +∞, with its bound and no plan. */
export function largeCurve(group: Group, prices: Prices = noPrices, effort: LargeEffort = {}): GroupCurve {
  const layout = layoutOf(frameOf(group, prices));
  const model = layout && modelOf(layout);
  const most = Math.min(group.zonesMax, layout?.units.length ?? 0);
  const points: GroupPoint[] = [];
  for (let zones = group.zonesMin; model && zones <= most; zones += 1) {
    const point = pointOf(model, zones, effort);
    if (point) points.push(point);
  }
  return { code: group.code, points, method: 'milp' };
}

/** Parks looked at for each unit while plans are searched for, and boxes looked into while they are proven. */
const searchSteps = 1e6;
/** Relative: nearer than this is proven. */
const proven = 1e-9;
const provingBoxes = 3000;
/** Plans met in the proof that cost at most so many times the best are worth a descent. */
const near = 1.02;
const noPlan: GroupPlan = { zones: [], leads: [], outcomes: [] };

/** null: no plan has so many zones. */
function pointOf(model: Model, zones: number, { seed = 1, boxes = provingBoxes, stopped = () => false }: LargeEffort): GroupPoint | null {
  const { layout } = model;
  let best: Found | null = goodPlan(layout, zones, { seed, steps: searchSteps * layout.units.length, stopped });
  const costOf = (found: Found | null) => found?.cost ?? Number.POSITIVE_INFINITY;
  if (zones === 0) return best && { zones, cost: best.cost, bound: best.cost, plan: best.plan };
  const pricer = pricerOf(layout);
  const met = (labels: Labels) => {
    if (pricer.all(labels, zones) > costOf(best) * near) return Number.POSITIVE_INFINITY;
    const found = improved(layout, zones, labels);
    if (costOf(found) < costOf(best)) best = found;
    return costOf(found);
  };
  const bound = provenBound(model, { zones, cost: costOf(best), most: boxes, stopped, met });
  if (bound === Number.POSITIVE_INFINITY) return null;
  const cost = costOf(best);
  return { zones, cost, bound: best && cost - bound <= proven * Math.abs(cost) ? cost : bound, plan: best?.plan ?? noPlan };
}
