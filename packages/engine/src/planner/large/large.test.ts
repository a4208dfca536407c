import { describe, expect, it } from 'vitest';
import type { Group, GroupCurve, Prices } from '../group.ts';
import { thisThread } from '../group-curve.ts';
import { groupsOf } from '../groups.ts';
import type { Instance, Level, Lock } from '../instance.ts';
import { anInstance, aPark, aProvince } from '../testing.ts';
import { goodPlan } from './heuristic.ts';
import { chanceOf } from './heuristic-chance.ts';
import { costOfPlan, frameOf } from './heuristic-frame.ts';
import { layoutOf } from './heuristic-layout.ts';
import { largeCurve } from './large.ts';

const tables = thisThread(() => Promise.reject(new Error('groups are solved without HiGHS')));

function groupOf(instance: Instance): Group {
  const group = groupsOf(instance)[0]?.apart[0]?.group;
  if (!group) throw new Error('one jurisdiction, one group');
  return group;
}

/** A county with locks, few pieces, national plates and decisions, as chance has them. */
function aWildCounty(seed: number): Instance {
  const draw = chanceOf(seed);
  const base = aProvince({ parks: 8, jurisdictions: 1, seed, most: 8 });
  const manyPlates = draw() < 0.4;
  const parks = base.parks.map((park) => ({
    ...park,
    level: (manyPlates && draw() < 0.4 ? 3 : park.level) as Level,
    platform: draw() < 0.3,
    budget: Math.floor(5 * draw()),
  }));
  const code = () => parks[Math.floor(draw() * parks.length)]?.code ?? '';
  const locks = Array.from({ length: Math.floor(4 * draw()) }, (): Lock => {
    const kind = draw();
    if (kind < 0.35) return { together: [code(), code()] };
    if (kind < 0.7) return { apart: [code(), code()] };
    return { park: code(), outcome: draw() < 0.7 ? 'merge' : 'abolish' };
  }).filter((lock) => !('apart' in lock) || lock.apart[0] !== lock.apart[1]);
  const plates = parks.filter((park) => park.level === 3).map((park) => park.code);
  return {
    ...base,
    parks,
    locks,
    adjacency: base.adjacency.filter(() => draw() < 0.7),
    jurisdictions: base.jurisdictions.map((one) => ({ ...one, zonesMin: 0, zonesMax: 3 })),
    costs: { ...base.costs, zone: draw() < 0.5 ? 10 : 60, maxDetachedPieces: Math.floor(3 * draw()) },
    decisions: draw() < 0.5 ? [{ plates: plates.slice(0, 2) }] : [],
  };
}

async function byTables(group: Group, prices?: Prices): Promise<GroupCurve> {
  const curve = await tables.curve(group, prices);
  if (curve.method !== 'tables') throw new Error('this group fits a table');
  return curve;
}

const wild = Array.from({ length: 18 }, (_, at) => at + 1);
const pricesOf = (seed: number): Prices | undefined =>
  seed % 2 === 0 ? undefined : { staff: 0.3, platform: seed % 3 === 0 ? -40 : 0, budget: 2 };

describe('a large group', () => {
  it.each(wild)('costs what tables say, proven, with locks, plates and prices: county %i', async (seed) => {
    const group = groupOf(aWildCounty(seed));
    const expected = (await byTables(group, pricesOf(seed))).points.map(({ zones, cost }) => ({ zones, cost }));
    const { points } = largeCurve(group, pricesOf(seed));
    expect(points.map(({ zones }) => zones)).toEqual(expected.map(({ zones }) => zones));
    for (const [at, { cost, bound, plan }] of points.entries()) {
      expect(cost).toBeCloseTo(expected[at]?.cost ?? Number.NaN, 6);
      expect(bound).toBeCloseTo(cost, 6);
      expect(costOfPlan(frameOf(group, pricesOf(seed)), plan)).toBe(cost);
    }
  });

  it('keeps lower bound ≤ value ≤ what the search finds, wherever the proof is broken off', async () => {
    for (const seed of wild.slice(0, 6)) {
      const group = groupOf(aWildCounty(seed));
      const layout = layoutOf(frameOf(group));
      const value = new Map((await byTables(group)).points.map((point) => [point.zones, point.cost]));
      for (const boxes of [0, 3]) {
        for (const point of largeCurve(group, undefined, { boxes }).points) {
          expect(point.bound).toBeLessThanOrEqual((value.get(point.zones) ?? Number.POSITIVE_INFINITY) + 1e-6);
          expect(point.cost).toBeGreaterThanOrEqual((value.get(point.zones) ?? Number.POSITIVE_INFINITY) - 1e-6);
          const quick = layout && goodPlan(layout, point.zones, { seed: 5, steps: 1000 });
          if (quick) expect(quick.cost).toBeGreaterThanOrEqual((value.get(point.zones) ?? 0) - 1e-6);
        }
      }
    }
  });

  it('is proven at 26 parks, more than tables were ever asked for with three zones', () => {
    const province = aProvince({ parks: 26, jurisdictions: 1, seed: 2, most: 26 });
    const [point] = largeCurve({ ...groupOf(province), zonesMin: 3, zonesMax: 3 }).points;
    expect(point?.bound).toBe(point?.cost);
    expect(point?.plan.zones.length).toBe(3);
  });

  it('answers the same plan for the same parks in any order', () => {
    const province = aProvince({ parks: 12, jurisdictions: 1, seed: 4, most: 12 });
    const turned = { ...province, parks: province.parks.toReversed(), adjacency: province.adjacency.toReversed() };
    expect(largeCurve(groupOf(turned))).toEqual(largeCurve(groupOf(province)));
  });

  it('stopped at once, it still answers with bounds, and claims no proof', () => {
    const province = aProvince({ parks: 30, jurisdictions: 1, seed: 1, most: 30 });
    const { points } = largeCurve(groupOf(province), undefined, { stopped: () => true });
    expect(points.length).toBeGreaterThan(0);
    for (const { cost, bound } of points) expect(bound).toBeLessThan(cost);
  });

  it('leaves out a number of zones that no plan has', () => {
    const parks = [aPark({ level: 3 }), aPark({ code: 'p2', level: 3 }), aPark({ code: 'p3', forbidden: true })];
    const together: Lock = { together: ['p1', 'p2'] };
    expect(largeCurve(groupOf(anInstance({ parks, locks: [together] }))).points).toEqual([]);
    const decided = largeCurve(groupOf(anInstance({ parks, locks: [together], decisions: [{ plates: ['p1', 'p2'] }] })));
    expect(decided.points.map(({ zones }) => zones)).toEqual([1]);
  });

  it('counts the pieces of parks that a lock keeps in one zone though they lie apart', () => {
    const parks = [aPark(), aPark({ code: 'p2', x: 1 }), aPark({ code: 'p3', x: 2 })];
    const instance = anInstance({ parks, adjacency: [], locks: [{ together: ['p1', 'p2', 'p3'] }] });
    const costs = { ...instance.costs, maxDetachedPieces: 1 };
    expect(largeCurve(groupOf({ ...instance, costs })).points).toEqual([]);
    expect(largeCurve(groupOf(instance)).points.map(({ cost, bound }) => cost - bound)).toEqual([0]);
  });
});
