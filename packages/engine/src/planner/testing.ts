// Invented provinces for tests and measurements: chance comes from a seed, so the same seed gives the same province everywhere.

import type { Instance, Jurisdiction, Level, Park } from './instance.ts';
import { chanceOf } from './large/heuristic-chance.ts';

export { chanceOf as chance };

/** A park of county c1 at the origin, level 1, cheap to join. */
export function aPark(changes: Partial<Park> = {}): Park {
  return {
    code: 'p1',
    name: changes.code ?? 'p1',
    jurisdiction: 'c1',
    level: 1,
    x: 0,
    y: 0,
    weight: 1,
    outputs: [10, 5, 3, 1],
    staff: 20,
    abolishLoss: 100,
    convertLoss: 80,
    trimLoss: 0,
    forbidden: false,
    ...changes,
  };
}

/** One county of three parks in a row, each touching the next; one or two zones. */
export function anInstance(changes: Partial<Instance> = {}): Instance {
  return {
    jurisdictions: [{ code: 'c1', name: '甲县', zonesMin: 1, zonesMax: 2 }],
    parks: [aPark(), aPark({ code: 'p2', x: 3, level: 2 }), aPark({ code: 'p3', x: 9 })],
    adjacency: [
      ['p1', 'p2'],
      ['p2', 'p3'],
    ],
    costs: { zone: 50, detachedPiece: 5, industry: 1, maxDetachedPieces: 3 },
    caps: { zones: 2, staffShare: null },
    locks: [],
    ...changes,
  };
}

export interface Size {
  readonly parks: number;
  readonly jurisdictions: number;
  readonly seed: number;
  /** Most parks of one jurisdiction; 22 where it is not said. */
  readonly most?: number;
}

const industries = 8;
const fewest = 3;

/** A province whose counties hold 3 to 22 parks; the cap lies at about three zones for two counties, below what costs least. */
export function aProvince(size: Size): Instance {
  const draw = chanceOf(size.seed);
  const sizes = sizesOf(size, draw);
  const counties = sizes.map((count, place) => aCounty(place, count, draw));
  const parks = counties.flatMap((county) => county.parks);
  return {
    jurisdictions: counties.map((county) => county.jurisdiction),
    parks,
    adjacency: counties.flatMap((county) => adjacencyOf(county.parks)),
    costs: { zone: 60, detachedPiece: 8, industry: 0.4, maxDetachedPieces: 3 },
    caps: { zones: Math.round((size.jurisdictions * 150) / 101), staffShare: null },
    locks: [],
  };
}

/** Many small counties, some large: 3 + a square of chance; then one by one until the sum is right. */
function sizesOf(size: Size, draw: () => number): number[] {
  const most = size.most ?? 22;
  const sizes = Array.from({ length: size.jurisdictions }, () => fewest + Math.floor((most - fewest + 1) * draw() ** 2));
  if (sizes.length > 0) sizes[0] = most;
  const sum = () => sizes.reduce((all, one) => all + one, 0);
  for (let left = size.parks - sum(); left !== 0; ) {
    const step = Math.sign(left);
    const place = 1 + Math.floor(draw() * (sizes.length - 1));
    const next = (sizes[place] ?? 0) + step;
    if (sizes.every((one, at) => at === 0 || (step > 0 ? one >= most : one <= fewest))) break;
    if (next < fewest || next > most) continue;
    sizes[place] = next;
    left -= step;
  }
  return sizes;
}

interface County {
  readonly jurisdiction: Jurisdiction;
  readonly parks: readonly Park[];
}

function aCounty(place: number, count: number, draw: () => number): County {
  const code = `c${String(place + 1).padStart(3, '0')}`;
  const centre = { x: 400 * draw(), y: 400 * draw() };
  const parks = Array.from({ length: count }, (_, at) => aChancePark(`${code}-${String(at + 1).padStart(2, '0')}`, code, centre, draw));
  const last = parks.at(-1);
  const usable =
    parks.some((park) => !park.forbidden) || last === undefined ? parks : [...parks.slice(0, -1), { ...last, forbidden: false }];
  const zonesMax = count > 17 && draw() < 0.2 ? 3 : 2;
  return { jurisdiction: { code, name: `县${code}`, zonesMin: draw() < 0.9 ? 1 : 0, zonesMax: count < 5 ? 1 : zonesMax }, parks: usable };
}

type Draw = () => number;
type Place = { readonly x: number; readonly y: number };

function aChancePark(code: string, jurisdiction: string, centre: Place, draw: Draw): Park {
  const rank = draw();
  const level: Level = rank < 0.06 ? 3 : rank < 0.26 ? 2 : 1;
  const size = (0.3 + 2 * draw() ** 2) * level;
  return {
    code,
    name: `园${code}`,
    jurisdiction,
    level,
    x: cents(centre.x + spread(draw)),
    y: cents(centre.y + spread(draw)),
    weight: cents(1 + 2 * size * draw()),
    outputs: Array.from({ length: industries }, () => (draw() < 0.4 ? cents(40 * size * draw() ** 2) : 0)),
    staff: Math.round(10 + 40 * size * draw()),
    abolishLoss: cents(20 + 90 * size * draw()),
    convertLoss: draw() < 0.6 ? cents(15 + 80 * size * draw()) : null,
    trimLoss: draw() < 0.6 ? 0 : cents(20 * draw() ** 2),
    forbidden: draw() < 0.03,
  };
}

/** About normal, a few km. */
function spread(draw: Draw): number {
  return 12 * (draw() + draw() + draw() - 1.5);
}

function cents(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Parks nearer than 5 km touch. */
function adjacencyOf(parks: readonly Park[]): (readonly [string, string])[] {
  return parks.flatMap((one, at) =>
    parks.slice(at + 1).flatMap((other) => (Math.hypot(one.x - other.x, one.y - other.y) < 5 ? [[one.code, other.code] as const] : [])),
  );
}
