// Against every plan there is: a conflict cannot hold, and without any one of its rules and locks a plan exists.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { RuleUse } from '../answer.ts';
import type { Instance, Lock, Park } from '../instance.ts';
import { chanceOf } from '../large/heuristic-chance.ts';
import { ruleBreaks } from '../legal.ts';
import { everyPlan, smallDesk } from '../testing/testing-plans.ts';
import { aPark } from '../testing.ts';
import { conflictOf, lockConflict } from './conflict.ts';
import { keyOf } from './conflict-family.ts';

type Draw = () => number;
const pick = <T>(draw: Draw, list: readonly T[]): T => {
  const one = list[Math.floor(draw() * list.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

/** Few parks under many rules: most of these have no plan. */
function crowded(seed: number, counties: readonly number[], joint: boolean): Instance {
  const draw = chanceOf(seed);
  const parks = counties.flatMap((count, county) =>
    Array.from({ length: count }, (_, at) =>
      aPark({
        code: `c${county}p${at}`,
        jurisdiction: `c${county}`,
        level: pick(draw, [1, 1, 2, 3]),
        staff: Math.floor(draw() * 9),
        convertLoss: draw() < 0.4 ? null : 5,
        forbidden: draw() < 0.2,
      }),
    ),
  );
  const pairs = parks.flatMap((a) => parks.filter((b) => a.code < b.code).map((b) => [a, b] as const));
  const near = pairs.filter(([a, b]) => joint || a.jurisdiction === b.jurisdiction);
  const bounds = counties.map((_, county) => {
    const zonesMin = Math.floor(draw() * 3);
    return { code: `c${county}`, name: '县', zonesMin, zonesMax: zonesMin + Math.floor(draw() * 2) };
  });
  const over = { code: 'j', name: '联合', zonesMin: 1, zonesMax: 2, joins: bounds.map(({ code }) => code) };
  return {
    jurisdictions: joint ? [...bounds, over] : bounds,
    parks,
    adjacency: near.filter(() => draw() < 0.4).map(([a, b]) => [a.code, b.code] as const),
    costs: { zone: 1, detachedPiece: 1, industry: 1, maxDetachedPieces: Math.floor(draw() * 2) },
    caps: { zones: 1 + Math.floor(draw() * 4), staffShare: draw() < 0.5 ? Math.round(draw() * 10) / 10 : null },
    locks: Array.from({ length: Math.floor(draw() * 6) }, () => aLock(draw, { parks, near })),
    decisions: draw() < 0.3 ? [{ plates: parks.filter((park) => park.level === 3).map((park) => park.code) }] : [],
  };
}

function aLock(draw: Draw, { parks, near }: { readonly parks: readonly Park[]; readonly near: readonly (readonly [Park, Park])[] }): Lock {
  const [a, b] = pick(draw, near);
  const kind = draw();
  if (kind < 0.35) return { together: [a.code, b.code] };
  if (kind < 0.6) return { apart: [a.code, b.code] };
  return { outcome: pick(draw, ['merge', 'merge', 'convert', 'abolish'] as const), park: pick(draw, parks).code };
}

/** What each plan there is breaks. */
function breaksOf(instance: Instance): readonly ReadonlySet<string>[] {
  return everyPlan(instance).map((plan) => new Set(ruleBreaks(instance, plan).map(keyOf)));
}

const canHold = (plans: readonly ReadonlySet<string>[], rules: readonly RuleUse[]) =>
  plans.some((broken) => !rules.some((rule) => broken.has(keyOf(rule))));

async function judged(instance: Instance): Promise<number> {
  const plans = breaksOf(instance);
  const conflict = await conflictOf(instance, smallDesk);
  const early = await lockConflict(instance, smallDesk);
  expect(early.length > 0 && canHold(plans, early)).toBe(false);
  if (plans.some((broken) => broken.size === 0)) {
    expect(conflict).toEqual([]);
    return 0;
  }
  expect(conflict).not.toEqual([]);
  expect(canHold(plans, conflict)).toBe(false);
  for (const one of conflict) {
    const others = conflict.filter((other) => other !== one);
    // Without its minimum a joint jurisdiction may have no zone; that this way was taken then shows only in its bounds.
    const without = one.rule === 'zones-min' && one.subject === 'j' ? breaksOf(emptied(instance)) : plans;
    expect([one, canHold(without, others)]).toEqual([one, true]);
  }
  return conflict.length;
}

function emptied(instance: Instance): Instance {
  return { ...instance, jurisdictions: instance.jurisdictions.map((one) => (one.joins ? { ...one, zonesMin: 0 } : one)) };
}

// Hundreds of plans are made and judged for each case; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

describe('a conflict', () => {
  test('of one county is a smallest one', async () => {
    const seed = fc.integer({ min: 0, max: 1e6 });
    await fc.assert(
      fc.asyncProperty(seed, async (one) => void (await judged(crowded(one, [4], false)))),
      { numRuns: 120 },
    );
  });

  test('of two counties, also under the cap and the staff of the province', async () => {
    const seed = fc.integer({ min: 0, max: 1e6 });
    await fc.assert(
      fc.asyncProperty(seed, async (one) => void (await judged(crowded(one, [3, 2], false)))),
      { numRuns: 60 },
    );
  });

  test('of counties that a joint jurisdiction may put together names what stands in the way of both', async () => {
    const seed = fc.integer({ min: 0, max: 1e6 });
    await fc.assert(
      fc.asyncProperty(seed, async (one) => void (await judged(crowded(one, [3, 2], true)))),
      { numRuns: 60 },
    );
  });

  test('is found for many of them, of different sizes', async () => {
    const sizes = new Set<number>();
    for (let seed = 0; seed < 60; seed += 1) sizes.add(await judged(crowded(seed, [4], false)));
    expect([...sizes].sort()).toEqual(expect.arrayContaining([0, 2, 3]));
  });
});
