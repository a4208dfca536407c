// A group by zones and by detached pieces: for each number of zones the least cost for every number of detached pieces that makes it less.
import { type Gains, gainsOf } from './explain/gains.ts';
import type { Group, GroupCurve, GroupPiecePoint, GroupPoint } from './group.ts';
import { type Frame, frameOf, piecesOfZone } from './large/heuristic-frame.ts';
import { severalZones } from './large/many-zones.ts';
import { pointOf, type Tabled, tableCurve } from './tables/table-curve.ts';
import { bestTwo, bestZone, type Searched, type Side, settled, sideOf, slack, tooMany, type Zones } from './zones-of-group.ts';

/**
 * In the order of zones, then of detached pieces; with every piece more the cost is less. All proven, but for points of cost +∞: there a plan
 * may exist that nobody found. null: for so many zones of so many parks tables find no end.
 */
export function tablePieces(found: Tabled): readonly GroupPiecePoint[] | null {
  const curve = tableCurve(found);
  const sides = sidesOf(found);
  return curve === null ? null : curve.points.flatMap((free) => fewerPieces(found, free, sides));
}

/** The cheapest plan with so many zones, and before it those with fewer detached pieces. */
function fewerPieces(found: Tabled, free: GroupPoint, sides: Sides): readonly GroupPiecePoint[] {
  const frame = frameOf(found.group);
  const gains = gainsAt(found, 0);
  const most = detachedOf(frame, free.plan.zones);
  const points: GroupPiecePoint[] = [];
  const isLess = (cost: number) => cost < (points.at(-1)?.cost ?? Number.POSITIVE_INFINITY) - slack(cost);
  const fewer = free.zones <= 2 ? upToTwo(found, { zones: free.zones, end: most }, sides) : several(found, free.zones, most);
  for (const [detachedPieces, zones] of fewer.entries()) {
    if (zones === tooMany) points.push({ ...free, cost: Number.POSITIVE_INFINITY, detachedPieces });
    if (zones === null || zones === tooMany) continue;
    const point = pointOf(frame, gains, zones);
    if (isLess(point.cost)) points.push({ ...point, detachedPieces: detachedOf(frame, point.plan.zones) });
  }
  return isLess(free.cost) ? [...points, { ...free, detachedPieces: most }] : points;
}

/** A group beyond tables: only the cheapest plans are known; for fewer pieces there may be others, of cost +∞ until somebody finds them. */
export function piecesOfLarge(curve: GroupCurve, group: Group): readonly GroupPiecePoint[] {
  const frame = frameOf(group);
  return curve.points.flatMap((point) => {
    const most = detachedOf(frame, point.plan.zones);
    const fewer = Array.from({ length: most }, (_, detachedPieces) => ({ ...point, cost: Number.POSITIVE_INFINITY, detachedPieces }));
    return [...fewer, { ...point, detachedPieces: most }];
  });
}

function detachedOf(frame: Frame, zones: readonly (readonly number[])[]): number {
  return zones.reduce((sum, zone) => sum + piecesOfZone(frame, zone) - 1, 0);
}

function gainsAt({ table, group, units }: Tabled, detached: number) {
  return gainsOf(table, frameOf(group), { units, most: 1 + detached });
}

/** The side of at most so many detached pieces of one zone, made once. */
type Sides = (wrap: (gains: Gains) => Gains, detached: number) => Side;

function sidesOf(found: Tabled): Sides {
  const kept = new Map<string, Side>();
  return (wrap, detached) => {
    const gains = wrap(gainsAt(found, detached));
    const name = `${detached} ${gains.rounded} ${found.table.sharp()}`;
    const side = kept.get(name) ?? sideOf(gains);
    kept.set(name, side);
    return side;
  };
}

/** For each number of detached pieces below `end` the best zones with at most so many. */
function upToTwo(found: Tabled, { zones, end }: { readonly zones: number; readonly end: number }, sides: Sides): readonly (Zones | null)[] {
  const { maxDetachedPieces } = found.group.costs;
  return settled(found.table, (wrap) => {
    const side = (detached: number) => sides(wrap, detached);
    const best: (Zones | null)[] = [];
    for (let detached = 0; detached < end; detached += 1) {
      // With one piece more nothing costs more.
      const known = best.at(-1) ?? null;
      const found = zones === 1 ? bestZone(side(detached)) : bestSplit(side, splits(detached, maxDetachedPieces), known);
      if (found === tooMany) return null;
      best.push(found ?? known);
    }
    return best;
  });
}

type Split = readonly [number, number];

function bestSplit(side: (detached: number) => Side, ways: readonly Split[], known: Zones | null): Searched {
  let best = known;
  for (const [a, b] of ways) {
    const found = bestTwo(side(a), side(b), best);
    if (found === tooMany) return tooMany;
    if (found !== null && (best === null || found.gain < best.gain)) best = found;
  }
  return best;
}

/** How two zones may share so many detached pieces. */
function splits(detached: number, most: number): readonly Split[] {
  const half = Array.from({ length: Math.floor(detached / 2) + 1 }, (_, one) => [one, Math.min(detached - one, most)] as const);
  return half.filter(([one]) => one <= most);
}

function several(found: Tabled, count: number, end: number): readonly Searched[] {
  const most = found.group.costs.maxDetachedPieces;
  return Array.from({ length: end }, (_, detached) =>
    severalZones(found.table, gainsAt(found, Math.min(detached, most)), { count, detached }),
  );
}
