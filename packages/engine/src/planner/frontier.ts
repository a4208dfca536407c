// The frontier of a province: zones, detached pieces, cost. Of every point no other has as few of both and costs as little.
import type { Plan } from './answer.ts';
import type { Desk } from './desk.ts';
import { componentsOf } from './explain/offer.ts';
import type { Alternatives, Component, GroupPiecePoint } from './group.ts';
import { groupsOf } from './groups.ts';
import type { Instance } from './instance.ts';
import { type Chosen, planOfChosen } from './large/plan-of-ways.ts';

export interface FrontierPoint {
  readonly zones: number;
  readonly detachedPieces: number;
  readonly cost: number;
}

export interface Frontier {
  /** In the order of zones, then of detached pieces. Without the coupling rows; with more zones than the cap too. */
  readonly points: readonly FrontierPoint[];
  /** false: a group is too large for tables, so there may be plans with fewer pieces, or cheaper ones, than these. */
  readonly proven: boolean;
  readonly planAt: (point: Pick<FrontierPoint, 'zones' | 'detachedPieces'>) => Plan;
}

/** So many zones and pieces of so many jurisdictions that their sums would fill the memory. */
export class FrontierTooLarge extends Error {
  override readonly name = 'FrontierTooLarge';
}

/** No plan of the frontier has so many zones and detached pieces. */
export class NotOnFrontier extends Error {
  override readonly name = 'NotOnFrontier';
}

interface Way {
  readonly zones: number;
  readonly detached: number;
  readonly cost: number;
  readonly taken: readonly { readonly component: Component; readonly point: GroupPiecePoint }[];
}

export async function frontierOf(instance: Instance, desk: Desk): Promise<Frontier> {
  const alternatives = groupsOf(instance);
  const pieces = await piecesOf(alternatives, desk);
  const offers = alternatives.map((one) => waysOf(one, (component) => (pieces.get(component) ?? []).filter(isKnown)));
  const proven = [...pieces.values()].flat().every((point) => isKnown(point) && point.cost - point.bound <= 1e-9 * Math.abs(point.cost));
  const { last, steps } = summed(offers);
  desk.tell?.({ stage: 'frontier', done: pieces.size, of: pieces.size, cost: null, lowerBound: null });
  const points = undominated(last);
  return {
    points,
    proven,
    planAt: ({ zones, detachedPieces }) => {
      if (!points.some((point) => point.zones === zones && point.detachedPieces === detachedPieces)) throw new NotOnFrontier();
      return planOfChosen(traced({ offers, steps }, { zones, detached: detachedPieces }));
    },
  };
}

function isKnown(point: GroupPiecePoint): boolean {
  return Number.isFinite(point.cost);
}

async function piecesOf(alternatives: readonly Alternatives[], desk: Desk): Promise<ReadonlyMap<Component, readonly GroupPiecePoint[]>> {
  const components = alternatives.flatMap(componentsOf);
  let done = 0;
  const all = components.map(async (component) => {
    const points = await desk.pieces(component.group);
    done += 1;
    desk.tell?.({ stage: 'frontier', done, of: components.length, cost: null, lowerBound: null });
    return [component, points] as const;
  });
  return new Map(await Promise.all(all));
}

function waysOf({ apart, joint }: Alternatives, pointsOf: (component: Component) => readonly GroupPiecePoint[]): readonly Way[] {
  const start: Way = { zones: 0, detached: 0, cost: 0, taken: [] };
  const added = (way: Way, component: Component, point: GroupPiecePoint): Way => ({
    zones: way.zones + point.zones,
    detached: way.detached + point.detachedPieces,
    cost: way.cost + point.cost,
    taken: [...way.taken, { component, point }],
  });
  let ways: readonly Way[] = [start];
  for (const component of apart) ways = cheapest(ways.flatMap((way) => pointsOf(component).map((point) => added(way, component, point))));
  return cheapest([...ways, ...(joint ? pointsOf(joint).map((point) => added(start, joint, point)) : [])]);
}

/** Of equal zones and pieces the cheapest, and none that costs as much as one with fewer pieces. */
function cheapest(ways: readonly Way[]): readonly Way[] {
  const ordered = [...ways].sort((a, b) => a.zones - b.zones || a.detached - b.detached || a.cost - b.cost);
  const kept: Way[] = [];
  for (const way of ordered) {
    const last = kept.at(-1);
    if (last === undefined || last.zones !== way.zones || way.cost < last.cost) kept.push(way);
  }
  return kept;
}

/** At [zones · (pieces + 1) + detached]: the way of the last offer that costs least with exactly so many. */
interface Step {
  readonly pieces: number;
  readonly way: Uint16Array;
}

/** With that cost; +∞ where there is none. */
interface Sums extends Step {
  readonly zones: number;
  readonly cost: Float64Array;
}

const nothing: Sums = { zones: 0, pieces: 0, cost: Float64Array.of(0), way: Uint16Array.of(0) };

/** Most numbers of the steps that are kept to find the plans again: two bytes each. */
const mostKept = 3e8;

function summed(offers: readonly (readonly Way[])[]): { readonly last: Sums; readonly steps: readonly Step[] } {
  const steps: Step[] = [];
  let [last, kept] = [nothing, 0];
  for (const ways of offers) {
    last = joined(last, ways);
    kept += last.way.length;
    if (kept > mostKept) throw new FrontierTooLarge();
    steps.push({ pieces: last.pieces, way: last.way });
  }
  return { last, steps };
}

function joined(sums: Sums, ways: readonly Way[]): Sums {
  const zones = sums.zones + Math.max(0, ...ways.map((way) => way.zones));
  const pieces = sums.pieces + Math.max(0, ...ways.map((way) => way.detached));
  const size = (zones + 1) * (pieces + 1);
  const next: Sums = { zones, pieces, cost: new Float64Array(size).fill(Number.POSITIVE_INFINITY), way: new Uint16Array(size) };
  for (const [place, way] of ways.entries()) put(sums, next, { place, way });
  return next;
}

function put(sums: Sums, next: Sums, { place, way }: { readonly place: number; readonly way: Way }): void {
  for (let zones = 0; zones <= sums.zones; zones += 1) {
    const from = zones * (sums.pieces + 1);
    const to = (zones + way.zones) * (next.pieces + 1) + way.detached;
    for (let pieces = 0; pieces <= sums.pieces; pieces += 1) {
      const cost = (sums.cost[from + pieces] ?? 0) + way.cost;
      if (cost >= (next.cost[to + pieces] ?? 0)) continue;
      next.cost[to + pieces] = cost;
      next.way[to + pieces] = place;
    }
  }
}

function undominated({ zones: most, pieces, cost }: Sums): readonly FrontierPoint[] {
  // For each number of pieces the least cost of fewer zones.
  const least = new Float64Array(pieces + 1).fill(Number.POSITIVE_INFINITY);
  const points: FrontierPoint[] = [];
  for (let zones = 0; zones <= most; zones += 1) {
    let best = Number.POSITIVE_INFINITY;
    for (let detachedPieces = 0; detachedPieces <= pieces; detachedPieces += 1) {
      best = Math.min(best, least[detachedPieces] ?? best);
      const own = cost[zones * (pieces + 1) + detachedPieces] ?? best;
      // Sums of doubles that differ by less say the same.
      if (own < best - 1e-6 - 1e-9 * Math.abs(own)) points.push({ zones, detachedPieces, cost: own });
      best = Math.min(best, own);
      least[detachedPieces] = best;
    }
  }
  return points;
}

interface Solved {
  readonly offers: readonly (readonly Way[])[];
  readonly steps: readonly Step[];
}

function traced({ offers, steps }: Solved, at: { readonly zones: number; readonly detached: number }): readonly Chosen[] {
  const chosen: Chosen[][] = [];
  let { zones, detached } = at;
  for (let place = offers.length; place > 0; place -= 1) {
    const own = steps[place - 1] ?? nothing;
    const way = offers[place - 1]?.[own.way[zones * (own.pieces + 1) + detached] ?? 0];
    if (way === undefined) throw new NotOnFrontier();
    chosen.push(way.taken.map(({ component, point }) => ({ component, plan: point.plan })));
    zones -= way.zones;
    detached -= way.detached;
  }
  return chosen.reverse().flat();
}
