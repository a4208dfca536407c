// The cost of a plan by hand, and what no plan may be.
import { describe, expect, test } from 'vitest';
import type { Plan } from './answer.ts';
import { costOf, leadOf, PlanFault } from './cost.ts';
import type { Instance } from './instance.ts';
import { anInstance, aPark } from './testing.ts';

/** All three parks in one zone under p2. */
const whole: Plan = {
  plan: [{ jurisdiction: 'c1', lead: 'p2', parks: ['p1', 'p2', 'p3'] }],
  outcomes: { p1: 'merge', p2: 'merge', p3: 'merge' },
};

function term(instance: Instance, plan: Plan, code: string) {
  const found = costOf(instance, plan).terms.find((one) => one.code === code);
  return [found?.cost, found?.natural];
}

describe('the cost of a plan', () => {
  test('one zone: the zone itself, distances to the lead, output outside the three largest industries', () => {
    const costed = costOf(anInstance(), whole);
    // 50 for the zone; p1 3 km and p3 6 km from p2; 1 亿元 of the fourth industry in each of three parks.
    expect(costed).toMatchObject({ cost: 50 + 9 + 3, zones: 1, detachedPieces: 0, platforms: 0, budget: 0, staff: { kept: 60, of: 60 } });
    expect(term(anInstance(), whole, 'distance')).toEqual([9, 9]);
    expect(term(anInstance(), whole, 'industry')).toEqual([3, 3]);
  });

  test('terms stand in their order and sum to the cost', () => {
    const { terms, cost } = costOf(anInstance(), whole);
    expect(terms.map((one) => one.code)).toEqual(['zone', 'trim', 'distance', 'detached', 'industry', 'abolish', 'convert']);
    expect(terms.reduce((total, one) => total + one.cost, 0)).toBeCloseTo(cost, 9);
  });

  test('a zone without the park between its parks is in two pieces', () => {
    const instance = anInstance();
    const plan: Plan = {
      plan: [{ jurisdiction: 'c1', lead: 'p1', parks: ['p3', 'p1'] }],
      outcomes: { p1: 'merge', p2: 'abolish', p3: 'merge' },
    };
    expect(term(instance, plan, 'detached')).toEqual([5, 1]);
    expect(term(instance, plan, 'distance')).toEqual([9, 9]);
    expect(term(instance, plan, 'abolish')).toEqual([100, 1]);
    expect(costOf(instance, plan).staff).toEqual({ kept: 40, of: 60 });
  });

  test('parks outside cost what their own outcome costs, and their budget is counted', () => {
    const parks = [aPark(), aPark({ code: 'p2', budget: 7 }), aPark({ code: 'p3', budget: 4, convertLoss: null })];
    const plan: Plan = {
      plan: [{ jurisdiction: 'c1', lead: 'p1', parks: ['p1'] }],
      outcomes: { p1: 'merge', p2: 'convert', p3: 'abolish' },
    };
    const costed = costOf(anInstance({ parks }), plan);
    expect(costed).toMatchObject({ cost: 50 + 1 + 80 + 100, budget: 11 });
    const forced: Plan = { ...plan, outcomes: { ...plan.outcomes, p3: 'convert' } };
    expect(costOf(anInstance({ parks }), forced).cost).toBe(Number.POSITIVE_INFINITY);
  });

  test('trimmed land is told only where all of it was measured', () => {
    const parks = [
      aPark({ trimLoss: 2, trimHa: 5 }),
      aPark({ code: 'p2', level: 2, trimLoss: 1, trimHa: 3 }),
      aPark({ code: 'p3', trimHa: 0 }),
    ];
    expect(term(anInstance({ parks }), whole, 'trim')).toEqual([3, 8]);
    const unmeasured = [...parks.slice(0, 2), aPark({ code: 'p3' })];
    expect(term(anInstance({ parks: unmeasured }), whole, 'trim')).toEqual([3, null]);
  });

  test('a zone carries a platform with a national park, or where a park says so', () => {
    const platforms = (changes: Parameters<typeof aPark>[0]) =>
      costOf(anInstance({ parks: [aPark(changes), aPark({ code: 'p2', level: 3, platform: false }), aPark({ code: 'p3' })] }), whole)
        .platforms;
    expect([platforms({}), platforms({ platform: true })]).toEqual([0, 1]);
  });

  test('the order of parks, zones and pairs changes no digit', () => {
    const parks = [aPark({ x: 0.1, weight: 0.3 }), aPark({ code: 'p2', x: 0.7, level: 2 }), aPark({ code: 'p3', x: 9.01, staff: 0.1 })];
    const one = anInstance({ parks });
    const other = anInstance({
      parks: [...parks].reverse(),
      adjacency: [
        ['p3', 'p2'],
        ['p2', 'p1'],
      ],
    });
    const turned: Plan = { ...whole, plan: whole.plan.map((zone) => ({ ...zone, parks: [...zone.parks].reverse() })) };
    expect(costOf(other, turned)).toEqual(costOf(one, whole));
  });

  test('what is no plan is a fault of who made it', () => {
    const cases: readonly Plan[] = [
      { ...whole, outcomes: { p1: 'merge', p2: 'merge' } },
      { ...whole, outcomes: { ...whole.outcomes, p3: 'abolish' } },
      { ...whole, plan: [...whole.plan, { jurisdiction: 'c1', lead: 'p3', parks: ['p3'] }] },
      { ...whole, plan: [{ jurisdiction: 'c1', lead: 'p1', parks: ['p1', 'p2', 'p3'] }] },
      { ...whole, plan: [{ jurisdiction: 'c1', lead: 'p2', parks: ['p1', 'p2', 'p3', 'p9'] }] },
      { ...whole, plan: [{ jurisdiction: 'c2', lead: 'p2', parks: ['p1', 'p2', 'p3'] }] },
    ];
    for (const plan of cases) expect(() => costOf(anInstance(), plan)).toThrow(PlanFault);
  });
});

describe('the lead of a zone', () => {
  test('is of the highest level, even where another lies better', () => {
    expect(leadOf([aPark({ code: 'a', level: 2, x: 90 }), aPark({ code: 'b' }), aPark({ code: 'c' })]).code).toBe('a');
  });

  test('of equal levels the one that all reach with least weight; of equals the smallest code', () => {
    expect(leadOf([aPark({ code: 'a' }), aPark({ code: 'b', x: 4, weight: 5 }), aPark({ code: 'c', x: 9 })]).code).toBe('b');
    expect(leadOf([aPark({ code: 'b' }), aPark({ code: 'a', x: 4 })]).code).toBe('a');
  });
});
