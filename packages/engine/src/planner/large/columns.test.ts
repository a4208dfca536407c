import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import type { Desk, HighsAnswer } from '../desk.ts';
import type { Group, GroupCurve, GroupPlan, GroupPoint, Prices } from '../group.ts';
import { groupsOf } from '../groups.ts';
import type { Caps, Instance } from '../instance.ts';
import { aPark, aProvince } from '../testing.ts';
import { type Coupled, coupled } from './columns.ts';
import { rowsOf, usesOf } from './columns-rows.ts';
import { costOfPlan, frameOf, planOf } from './heuristic-frame.ts';

const known = new Map<string, readonly GroupPlan[]>();

/** Every plan of a group of few parks and at most two zones, found once. */
function everyPlan(group: Group): readonly GroupPlan[] {
  const key = JSON.stringify([group.parks, group.touches, group.fixed, group.together, group.apart, group.zonesMax]);
  const plans = known.get(key) ?? enumerated(group);
  known.set(key, plans);
  return plans;
}

function enumerated(group: Group): readonly GroupPlan[] {
  const frame = frameOf(group);
  const plans = Array.from({ length: 3 ** group.parks.length }, (_, code) => {
    const zones: number[][] = [[], []];
    for (const park of group.parks.keys()) zones[(Math.floor(code / 3 ** park) % 3) - 1]?.push(park);
    return zones;
  });
  return plans
    .filter(([one = [], other = []]) => other.length === 0 || (one[0] ?? other[0] ?? 0) < (other[0] ?? 0))
    .map((zones) => zones.filter((zone) => zone.length > 0))
    .filter(({ length }) => length >= group.zonesMin && length <= group.zonesMax)
    .map((zones) => planOf(frame, zones))
    .filter((plan) => Number.isFinite(costOfPlan(frame, plan)));
}

function slowCurve(group: Group, prices?: Prices): GroupCurve {
  const frame = frameOf(group, prices);
  const points = new Map<number, GroupPoint>();
  for (const plan of everyPlan(group)) {
    const cost = costOfPlan(frame, plan);
    const zones = plan.zones.length;
    if (cost < (points.get(zones)?.cost ?? Number.POSITIVE_INFINITY)) points.set(zones, { zones, cost, bound: cost, plan });
  }
  return { code: group.code, points: [...points.values()].sort((a, b) => a.zones - b.zones), method: 'tables' };
}

const highs = await loadHighs();
const desk: Desk = {
  curve: async (group, prices) => slowCurve(group, prices),
  pieces: async () => [],
  highs: async () => ({ solve: (model, options = {}) => highs.solve(model, options) as HighsAnswer }),
};

interface Sum {
  readonly cost: number;
  readonly zones: number;
  readonly uses: readonly number[];
}

/** All combinations of all plans; +∞ where none keeps the rows. */
function slowly(instance: Instance, caps: Caps): number {
  const rows = rowsOf(caps, instance.parks);
  const sums = (group: Group) =>
    everyPlan(group).map((plan): Sum => ({ cost: costOfPlan(frameOf(group), plan), zones: plan.zones.length, uses: usesOf(group, plan) }));
  const add = (all: readonly Sum[], more: readonly Sum[]) =>
    all.flatMap((one) =>
      more.map(
        (other): Sum => ({
          cost: one.cost + other.cost,
          zones: one.zones + other.zones,
          uses: one.uses.map((use, place) => use + (other.uses[place] ?? 0)),
        }),
      ),
    );
  const all = groupsOf(instance)
    .map(({ apart, joint }) => [...apart.map(({ group }) => sums(group)).reduce(add), ...(joint ? sums(joint.group) : [])])
    .reduce(add);
  const legal = all.filter(({ zones, uses }) => zones <= caps.zones && rows.every((row) => (uses[row.place] ?? 0) <= row.limit + 1e-6));
  return Math.min(Number.POSITIVE_INFINITY, ...legal.map(({ cost }) => cost));
}

function costed(answer: Coupled): number {
  return answer.status === 'found' ? answer.cost : Number.POSITIVE_INFINITY;
}

const small = (seed: number, count = 10): Instance => {
  const instance = aProvince({ parks: count, jurisdictions: 2, seed, most: count / 2 });
  return { ...instance, parks: instance.parks.map((park, place) => ({ ...park, budget: place % 3, platform: place % 4 === 0 })) };
};

describe('coupled', () => {
  it.each([
    { staffShare: 0.5 },
    { staffShare: 0.8, platforms: 2 },
    { staffShare: 0.6, platforms: 3, budget: 3 },
    { staffShare: null, budget: 2 },
    { staffShare: 0.3, budget: 4 },
  ])('finds what trying every combination finds: %o', async (rows) => {
    for (const seed of [1, 2]) {
      const instance = small(seed);
      const caps = { ...instance.caps, ...rows };
      const answer = await coupled(groupsOf(instance), caps, desk);
      const least = slowly(instance, caps);
      expect(costed(answer)).toBeCloseTo(least, 6);
      if (answer.status === 'found') {
        expect(answer.lowerBound).toBeLessThanOrEqual(least + 1e-9);
        expect(least - answer.lowerBound).toBeLessThanOrEqual(2e-6 * least);
      } else expect(answer.status).toBe('impossible');
    }
  });

  it('takes a joint jurisdiction only where that costs less under the rows', async () => {
    const [one, other] = ['c001', 'c002'];
    for (const [far, staffShare] of [
      [0, 0.7],
      [300, 0.7],
    ] as const) {
      const parks = small(4, 8).parks.map((park, place) => ({
        ...park,
        forbidden: false,
        x: place + (park.jurisdiction === other ? far : 0),
        y: 0,
      }));
      const adjacency = parks.slice(1).map((park, place) => [parks[place]?.code ?? '', park.code] as const);
      const joint = { code: 'j', name: '联合', zonesMin: 1, zonesMax: 1, joins: [one, other] };
      const base = small(4, 8);
      const instance = { ...base, parks, adjacency, jurisdictions: [...base.jurisdictions, joint], caps: { zones: 3, staffShare } };
      const answer = await coupled(groupsOf(instance), instance.caps, desk);
      expect(costed(answer)).toBeCloseTo(slowly(instance, instance.caps), 6);
      expect(answer.status === 'found' && answer.picks.map((pick) => pick.joint)).toEqual([far === 0]);
    }
  });

  it('names the one row that cannot be kept, and what it uses at least', async () => {
    const instance = small(5);
    const answer = await coupled(groupsOf(instance), { zones: 4, staffShare: 0.001 }, desk);
    const least = groupsOf(instance).map(({ apart: [component] }) => {
      const staff = component ? everyPlan(component.group).map((plan) => usesOf(component.group, plan)[0]) : [];
      return Math.min(...staff);
    });
    expect(answer).toEqual({ status: 'impossible', rows: ['staffShare'], least: least.reduce((sum, one) => sum + one, 0) });
  });

  it('names both rows where each alone could be kept', async () => {
    const instance = small(1);
    const parks = instance.parks.map((park) => ({ ...park, staff: 10, budget: 1, forbidden: false }));
    const answer = await coupled(groupsOf({ ...instance, parks }), { zones: 4, staffShare: 0.5, budget: 4 }, desk);
    expect(answer).toEqual({ status: 'impossible', rows: ['staffShare', 'budget'], least: null });
  });

  it('asks for no prices and keeps the uncoupled plan where no row binds', async () => {
    const instance = small(6);
    const asked: unknown[] = [];
    const curve: Desk['curve'] = async (group, prices) => {
      asked.push(prices);
      return slowCurve(group, prices);
    };
    const answer = await coupled(groupsOf(instance), { ...instance.caps, staffShare: 1 }, { ...desk, curve });
    expect(costed(answer)).toBeCloseTo(slowly(instance, instance.caps), 6);
    expect(asked).toEqual([undefined, undefined]);
    expect(answer.status === 'found' && answer.binding).toEqual(answer.status === 'found' && binds(answer, instance.caps.zones));
  });

  it('takes no column from a number of zones for which no plan is known', async () => {
    const instance = small(2);
    const empty = { zones: [], leads: [], outcomes: [] };
    const curve: Desk['curve'] = async (group, prices) => {
      const { points, ...rest } = slowCurve(group, prices);
      return {
        ...rest,
        points: points.map((point) => (point.zones === 1 ? { ...point, cost: Number.POSITIVE_INFINITY, plan: empty } : point)),
      };
    };
    const answer = await coupled(groupsOf(instance), { zones: 4, staffShare: 0.9 }, { ...desk, curve });
    const zones = answer.status === 'found' ? answer.picks.flatMap((pick) => pick.plans.map(({ plan }) => plan.zones.length)) : [];
    expect(zones).toEqual([2, 2]);
  });

  it('ends where a person stops it, without claiming anything', async () => {
    const instance = small(1);
    const answer = await coupled(groupsOf(instance), { ...instance.caps, staffShare: 0.5 }, { ...desk, stopped: () => true });
    expect(answer).toEqual({ status: 'unfound', stopped: true, lowerBound: Number.NEGATIVE_INFINITY });
  });

  it('counts the platforms that parks carry, not only the national plates', async () => {
    const group = groupsOf({
      ...small(1),
      jurisdictions: [{ code: 'c1', name: '甲县', zonesMin: 1, zonesMax: 1 }],
      parks: [aPark({ platform: true }), aPark({ code: 'p2', level: 3, platform: false, x: 40, y: 40 })],
      adjacency: [],
    });
    const answer = await coupled(group, { zones: 1, staffShare: null, platforms: 1 }, desk);
    expect(answer.status === 'found' && answer.picks[0]?.plans[0]?.plan.zones.flat()).toContain(0);
  });
});

function binds({ picks }: Extract<Coupled, { status: 'found' }>, cap: number): readonly string[] {
  const zones = picks.flatMap((pick) => pick.plans.flatMap(({ plan }) => plan.zones)).length;
  return zones === cap ? ['zones'] : [];
}
