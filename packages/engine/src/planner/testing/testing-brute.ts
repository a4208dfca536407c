// The definition of a plan's cost for tests, slowly and by itself: every way to put the parks of a jurisdiction into zones, under any locks
// and decisions. And instances by chance to try it on.
import fc from 'fast-check';
import type { Group } from '../group.ts';
import { groupsOf } from '../groups.ts';
import type { Instance, Lock, Park } from '../instance.ts';
import { chanceOf } from '../large/heuristic-chance.ts';

function allPartitions(parks: readonly Park[]): readonly (readonly (readonly Park[])[])[] {
  const [first, ...others] = parks;
  if (first === undefined) return [[]];
  return allPartitions(others).flatMap((zones) => [
    zones,
    [[first], ...zones],
    ...zones.map((zone, at) => [[first, ...zone], ...zones.filter((_, other) => other !== at)]),
  ]);
}

function zoneCost(instance: Instance, zone: readonly Park[]): number {
  const { zone: each, detachedPiece, industry, maxDetachedPieces } = instance.costs;
  const pieces = piecesOf(instance, zone);
  const plates = zone.filter((park) => park.level === 3).map((park) => park.code);
  const decided = (instance.decisions ?? []).some((decision) => plates.every((plate) => decision.plates.includes(plate)));
  if (pieces > 1 + maxDetachedPieces || zone.some((park) => park.forbidden) || (plates.length > 1 && !decided))
    return Number.POSITIVE_INFINITY;
  const highest = Math.max(...zone.map((park) => park.level));
  const distances = zone
    .filter((lead) => lead.level === highest)
    .map((lead) => total(zone.map((park) => park.weight * Math.sqrt((park.x - lead.x) ** 2 + (park.y - lead.y) ** 2))));
  const industries = (zone[0]?.outputs ?? []).map((_, at) => total(zone.map((park) => park.outputs[at] ?? 0)));
  const spread = total([...industries].sort((a, b) => b - a).slice(3));
  return each + total(zone.map((park) => park.trimLoss)) + Math.min(...distances) + detachedPiece * (pieces - 1) + industry * spread;
}

function piecesOf(instance: Instance, zone: readonly Park[]): number {
  const piece = new Map(zone.map((park) => [park.code, park.code]));
  for (const _ of zone) {
    for (const [a, b] of instance.adjacency) {
      const [one, other] = [piece.get(a), piece.get(b)];
      if (one === undefined || other === undefined) continue;
      for (const code of [a, b]) piece.set(code, [one, other].sort()[0] ?? one);
    }
  }
  return new Set(piece.values()).size;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function planCost(instance: Instance, parks: readonly Park[], zones: readonly (readonly Park[])[]): number {
  const zoneOf = (code: string) => zones.findIndex((zone) => zone.some((park) => park.code === code));
  const outside = parks.map((park) => {
    if (zoneOf(park.code) >= 0) return 0;
    return Math.min(park.abolishLoss, park.convertLoss ?? Number.POSITIVE_INFINITY);
  });
  const outcomes = new Set(instance.locks.flatMap((lock) => ('outcome' in lock ? [`${lock.park} ${lock.outcome}`] : [])));
  const locked = new Set(instance.locks.flatMap((lock) => ('outcome' in lock ? [lock.park] : [])));
  if (outcomes.size > locked.size) return Number.POSITIVE_INFINITY;
  const base = total(outside) + total(zones.map((zone) => zoneCost(instance, zone)));
  const asked = [...new Map(instance.locks.map((lock) => [JSON.stringify(lock), lock])).values()];
  return asked.reduce((sum, lock) => sum + lockCost(lock, { parks, zoneOf }), base);
}

/** 0, what the locked outcome costs more than the cheaper one, or infinity. */
function lockCost(lock: Lock, { parks, zoneOf }: { readonly parks: readonly Park[]; readonly zoneOf: (code: string) => number }): number {
  const never = Number.POSITIVE_INFINITY;
  if ('together' in lock) {
    const zones = new Set(lock.together.map(zoneOf));
    return zones.size === 1 && !zones.has(-1) ? 0 : never;
  }
  if ('apart' in lock) return zoneOf(lock.apart[0]) >= 0 && zoneOf(lock.apart[0]) === zoneOf(lock.apart[1]) ? never : 0;
  const park = parks.find((one) => one.code === lock.park);
  const inside = zoneOf(lock.park) >= 0;
  if (park === undefined || inside !== (lock.outcome === 'merge')) return never;
  if (inside) return 0;
  const convert = park.convertLoss ?? never;
  return (lock.outcome === 'convert' ? convert : park.abolishLoss) - Math.min(park.abolishLoss, convert);
}

export interface Least {
  readonly zones: number;
  readonly detachedPieces: number;
  readonly cost: number;
}

/** The least cost for every number of zones and of detached pieces that a plan of these parks can have. */
export function bruteForce(instance: Instance, parks: readonly Park[]): readonly Least[] {
  const least = new Map<string, Least>();
  for (const partition of allPartitions(parks)) {
    const cost = planCost(instance, parks, partition);
    const detachedPieces = total(partition.map((zone) => piecesOf(instance, zone) - 1));
    const name = `${partition.length}/${detachedPieces}`;
    if (cost < (least.get(name)?.cost ?? Number.POSITIVE_INFINITY)) least.set(name, { zones: partition.length, detachedPieces, cost });
  }
  return [...least.values()];
}

/** With exactly so many zones; Infinity where there is none. */
export function leastWith(all: readonly Least[], zones: number): number {
  return Math.min(Number.POSITIVE_INFINITY, ...all.filter((one) => one.zones === zones).map((one) => one.cost));
}

/** A seed, so that what fast-check shrinks stays readable. */
export const kinds = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  parks: fc.integer({ min: 1, max: 7 }),
  locks: fc.integer({ min: 0, max: 3 }),
  /** Equal places and figures, so that many plans cost the same. */
  alike: fc.boolean(),
  zonesMax: fc.constantFrom(1, 2, 2, 2, 3, 4),
});
export type Kind = typeof kinds extends fc.Arbitrary<infer T> ? T : never;

/** One county. */
export function anyInstance({ seed, parks: count, locks, alike, zonesMax }: Kind): Instance {
  const draw = chanceOf(seed);
  const figure = (most: number) => (alike ? Math.floor(draw() * 3) * (most / 3) : draw() * most);
  const parks = Array.from(
    { length: count },
    (_, at): Park => ({
      code: `p${at}`,
      name: `p${at}`,
      jurisdiction: 'c1',
      level: draw() < 0.3 ? 3 : draw() < 0.4 ? 2 : 1,
      x: figure(10),
      y: figure(10),
      weight: figure(4),
      outputs: Array.from({ length: 5 }, () => figure(20)),
      staff: Math.floor(draw() * 50),
      abolishLoss: figure(60),
      convertLoss: draw() < 0.5 ? figure(60) : null,
      trimLoss: figure(5),
      forbidden: draw() < 0.08,
    }),
  );
  const code = () => `p${Math.floor(draw() * count)}`;
  const lock = (): Lock => {
    const kind = draw();
    if (kind < 0.3) return { together: [code(), code(), ...(draw() < 0.3 ? [code()] : [])] };
    const [a, b] = [code(), code()];
    if (kind < 0.6 && a !== b) return { apart: [a, b] };
    return { outcome: kind < 0.75 ? 'merge' : kind < 0.9 ? 'abolish' : 'convert', park: a };
  };
  return {
    jurisdictions: [{ code: 'c1', name: 'c1', zonesMin: 0, zonesMax }],
    parks,
    adjacency: parks.flatMap((a) => parks.flatMap((b) => (a.code < b.code && draw() < 0.3 ? [[a.code, b.code] as const] : []))),
    costs: { zone: figure(30), detachedPiece: figure(6), industry: figure(2), maxDetachedPieces: Math.floor(draw() * 3) },
    caps: { zones: 9, staffShare: null },
    locks: Array.from({ length: locks }, lock),
    decisions: Array.from({ length: Math.floor(draw() * 3) }, () => ({
      plates: parks.filter(() => draw() < 0.6).map((park) => park.code),
    })),
  };
}

export function onlyGroup(instance: Instance): Group {
  const group = groupsOf(instance)[0]?.apart[0]?.group;
  if (group === undefined) throw new Error('an instance of one county has one group');
  return group;
}
