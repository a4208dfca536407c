// Against every plan there is: what a choice would cost more, and what a rule one step wider would save.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Plan } from '../answer.ts';
import { costOf } from '../cost.ts';
import type { Instance, Park } from '../instance.ts';
import { chanceOf } from '../large/heuristic-chance.ts';
import { ruleBreaks } from '../legal.ts';
import { solve } from '../solve.ts';
import { everyPlan, smallDesk } from '../testing/testing-plans.ts';
import { anInstance, aPark } from '../testing.ts';
import { familiesOf } from './conflict-family.ts';
import { openExplainer } from './explain.ts';
import { movedCosts } from './explain-moves.ts';
import type { Work } from './explain-work.ts';

// Hundreds of plans are made and judged for each case; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** Two counties, and one zone less than they would like. */
function twoCounties(seed: number, joint: boolean): Instance {
  const draw = chanceOf(seed);
  const whole = (most: number) => Math.floor(draw() * most);
  const park = (code: string, jurisdiction: string): Park =>
    aPark({
      ...{ code, jurisdiction, x: whole(12), y: whole(12) },
      level: draw() < 0.7 ? 1 : 2,
      outputs: [whole(9), whole(9), whole(9), whole(9)],
      abolishLoss: 5 + whole(30),
      convertLoss: draw() < 0.5 ? null : whole(30),
      forbidden: draw() < 0.15,
    });
  const parks = ['a', 'b', 'c'].map((code) => park(code, 'c1')).concat(['d', 'e'].map((code) => park(code, 'c2')));
  const bounds = ['c1', 'c2'].map((code) => ({ code, name: code, zonesMin: 0, zonesMax: 1 + whole(2) }));
  const over = { code: 'j', name: '联合', zonesMin: 0, zonesMax: 2, joins: ['c1', 'c2'] };
  return {
    jurisdictions: joint ? [...bounds, over] : bounds,
    parks,
    adjacency: [
      ['a', 'b'],
      ['d', 'e'],
    ],
    costs: { zone: whole(20), detachedPiece: whole(5), industry: 1, maxDetachedPieces: whole(2) },
    caps: { zones: 1 + whole(3), staffShare: null },
    locks: draw() < 0.3 ? [{ apart: ['a', 'b'] }] : [],
  };
}

function least(instance: Instance, has: (plan: Plan) => boolean = () => true): number | null {
  const costs = everyPlan(instance)
    .filter((plan) => has(plan) && ruleBreaks(instance, plan).length === 0)
    .map((plan) => costOf(instance, plan).cost);
  return costs.length === 0 ? null : Math.min(...costs);
}

async function judged(instance: Instance): Promise<number> {
  const solved = await solve(instance, smallDesk);
  if (solved.status === 'infeasible') return 0;
  expect(solved.cost).toBeCloseTo(least(instance) ?? Number.NaN, 6);
  const explainer = await openExplainer(instance, solved, { desk: smallDesk });
  const all = (await Promise.all(['c1', 'c2'].map(explainer.of))).flatMap(({ nextBest }) => nextBest);
  expect(all.map(({ park }) => park)).toEqual(['a', 'b', 'c', 'd', 'e']);
  for (const { park, choices, extraCost } of all) {
    for (const { outcome, lead, extraCost } of choices) {
      const has = ({ plan, outcomes }: Plan) => {
        if (outcomes[park] !== outcome) return false;
        const zone = plan.find(({ parks }) => parks.includes(park));
        return lead === null || (lead === park ? zone?.parks.length === 1 : zone?.parks.includes(lead) === true);
      };
      const cost = least(instance, has);
      if (cost === null) expect([park, outcome, lead, extraCost]).toEqual([park, outcome, lead, null]);
      else expect(extraCost).toBeCloseTo(cost - solved.cost, 6);
    }
    const possible = choices.flatMap((choice) => choice.extraCost ?? []);
    expect(extraCost).toBe(possible.length === 0 ? null : Math.min(...possible));
  }
  return all.length;
}

describe('the next best choice of a park', () => {
  test('costs as much more as the best plan in which it is taken', async () => {
    const seed = fc.integer({ min: 0, max: 1e6 });
    await fc.assert(
      fc.asyncProperty(seed, async (one) => void (await judged(twoCounties(one, false)))),
      { numRuns: 25 },
    );
  });

  test('may lie across the border where a joint jurisdiction allows it', async () => {
    const seed = fc.integer({ min: 0, max: 1e6 });
    await fc.assert(
      fc.asyncProperty(seed, async (one) => void (await judged(twoCounties(one, true)))),
      { numRuns: 8 },
    );
  });
});

async function bindingOf(changes: Partial<Instance>) {
  const instance = anInstance(changes);
  const solved = await solve(instance, smallDesk);
  if (solved.status === 'infeasible') throw new Error('this has a plan');
  const { binding, nextBest } = await (await openExplainer(instance, solved, { desk: smallDesk })).of('c1');
  for (const { rule, saving } of binding) expect([rule, saving > 0]).toEqual([rule, true]);
  return { solved, nextBest, binding: binding.map(({ rule, subject }) => (subject === null ? rule : `${rule} ${subject}`)) };
}

describe('the rules that bind', () => {
  const far = [aPark(), aPark({ code: 'p2', x: 300 }), aPark({ code: 'p3', x: 600 })];
  const dear = far.map((park) => ({ ...park, abolishLoss: 1000, convertLoss: null }));

  test('the cap and the quota, where another zone would spare distance', async () => {
    const one = [{ code: 'c1', name: '甲县', zonesMin: 1, zonesMax: 1 }];
    expect((await bindingOf({ parks: dear, jurisdictions: one })).binding).toEqual(['zones-max c1']);
    expect((await bindingOf({ parks: dear, caps: { zones: 1, staffShare: null } })).binding).toEqual(['zones-cap']);
  });

  test('the minimum, a protected park, a lock, the plates and the pieces', async () => {
    const poor = far.map((park) => ({ ...park, abolishLoss: 1, convertLoss: null }));
    expect((await bindingOf({ parks: poor })).binding).toEqual(['zones-min c1']);
    const near = [aPark({ forbidden: true }), aPark({ code: 'p2', level: 3 as const }), aPark({ code: 'p3', level: 3 as const })];
    expect((await bindingOf({ parks: near })).binding).toEqual(expect.arrayContaining(['forbidden p1', 'national-plates c1']));
    expect((await bindingOf({ locks: [{ outcome: 'abolish', park: 'p3' }] })).binding).toEqual(['lock 0']);
    const costs = { zone: 50, detachedPiece: 5, industry: 1, maxDetachedPieces: 0 };
    expect((await bindingOf({ costs, adjacency: [['p1', 'p2']] })).binding).toEqual(expect.arrayContaining(['detached-pieces c1']));
  });

  test('none where nothing is won by a wider rule', async () => {
    expect((await bindingOf({})).binding).toEqual([]);
  });

  test('a protected park has no choice but to convert or to end', async () => {
    const { nextBest } = await bindingOf({ parks: [aPark({ forbidden: true }), aPark({ code: 'p2' }), aPark({ code: 'p3' })] });
    expect(nextBest[0]).toMatchObject({ park: 'p1', outcome: 'abolish', lead: null, extraCost: 20 });
    expect(nextBest[0]?.choices).toHaveLength(1);
  });
});

/** How many choices were compared. */
async function movesJudged(instance: Instance): Promise<number> {
  const solved = await solve(instance, smallDesk);
  if (solved.status === 'infeasible') return 0;
  const explainer = await openExplainer(instance, solved, { desk: smallDesk });
  const compared = familiesOf(instance).map(async (family) => {
    const work: Work = { ...{ instance, solved, family, desk: smallDesk }, rest: Float64Array.of(0), large: true };
    const { nextBest } = await explainer.of(family.instance.jurisdictions[0]?.code ?? '');
    return nextBest.flatMap(({ park, choices }) => {
      const moved = movedCosts(work, family.instance.parks.find(({ code }) => code === park) ?? aPark());
      expect(moved.map(({ outcome, lead }) => [outcome, lead])).toEqual(choices.map(({ outcome, lead }) => [outcome, lead]));
      return moved.flatMap(({ extraCost, proven }, at) =>
        extraCost === null ? [] : [{ extraCost, proven, best: choices[at]?.extraCost }],
      );
    });
  });
  const all = (await Promise.all(compared)).flat();
  for (const { extraCost, proven, best } of all) {
    expect(proven).toBe(false);
    expect(extraCost).toBeGreaterThanOrEqual((best ?? Number.NaN) - 1e-6);
  }
  return all.length;
}

describe('the moves of a group too large to be solved again', () => {
  test('never cost less than the best plan with that choice', async () => {
    const counts = await Promise.all(Array.from({ length: 60 }, (_, seed) => movesJudged(twoCounties(seed, false))));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200);
  });
});
