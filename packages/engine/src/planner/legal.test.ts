// Each rule broken by a plan made for it, and none by one that keeps them.
import { describe, expect, test } from 'vitest';
import type { Plan } from './answer.ts';
import type { Instance, Outcome } from './instance.ts';
import { ruleBreaks } from './legal.ts';
import { anInstance, aPark } from './testing.ts';

/** p2 leads where it is in. */
function planOf(zones: readonly (readonly string[])[], others: Readonly<Record<string, Outcome>> = {}): Plan {
  return {
    plan: zones.map((parks) => ({ jurisdiction: 'c1', lead: parks.includes('p2') ? 'p2' : (parks[0] ?? ''), parks })),
    outcomes: { ...others, ...Object.fromEntries(zones.flat().map((park) => [park, 'merge'])) },
  };
}

const whole = planOf([['p1', 'p2', 'p3']]);
const breaks = (changes: Partial<Instance>, plan: Plan) =>
  ruleBreaks(anInstance(changes), plan).map(({ rule, subject }) => (subject === null ? rule : `${rule} ${subject}`));

describe('rules broken by a plan', () => {
  test('none by a plan that keeps them', () => {
    expect(breaks({}, whole)).toEqual([]);
  });

  test('the cap, and the bounds of a jurisdiction', () => {
    const three = planOf([['p1'], ['p2'], ['p3']]);
    expect(breaks({}, three)).toEqual(['zones-cap', 'zones-max c1']);
    expect(breaks({}, planOf([], { p1: 'abolish', p2: 'abolish', p3: 'convert' }))).toEqual(['zones-min c1']);
  });

  test('a protected park in a zone, and one that converts although it may not', () => {
    const parks = [aPark({ forbidden: true }), aPark({ code: 'p2', level: 2 }), aPark({ code: 'p3', convertLoss: null })];
    expect(breaks({ parks }, planOf([['p1', 'p2']], { p3: 'convert' }))).toEqual(['forbidden p1', 'may-convert p3']);
  });

  test('two national plates in one zone, unless a decision names both', () => {
    const parks = [aPark({ level: 3 }), aPark({ code: 'p2', level: 3 }), aPark({ code: 'p3', level: 3 })];
    const pair = planOf([['p1', 'p2'], ['p3']]);
    expect(breaks({ parks }, pair)).toEqual(['national-plates c1']);
    expect(breaks({ parks, decisions: [{ plates: ['p3', 'p1', 'p2'] }] }, pair)).toEqual([]);
    expect(breaks({ parks, decisions: [{ plates: ['p1', 'p2'] }] }, whole)).toEqual(['national-plates c1']);
  });

  test('more pieces than a zone may have', () => {
    const costs = { zone: 50, detachedPiece: 5, industry: 1, maxDetachedPieces: 0 };
    expect(breaks({ costs }, planOf([['p1', 'p3']], { p2: 'abolish' }))).toEqual(['detached-pieces c1']);
    expect(breaks({ costs: { ...costs, maxDetachedPieces: 1 } }, planOf([['p1', 'p3']], { p2: 'abolish' }))).toEqual([]);
  });

  test('the provincial sums, exactly at their limit and beyond', () => {
    const caps = { zones: 2, staffShare: 2 / 3, platforms: 1, budget: 7 };
    const parks = [aPark({ platform: true }), aPark({ code: 'p2' }), aPark({ code: 'p3', budget: 7 })];
    expect(breaks({ parks, caps }, planOf([['p1', 'p2']], { p3: 'abolish' }))).toEqual([]);
    expect(breaks({ parks, caps: { ...caps, budget: 6.9 } }, planOf([['p2']], { p1: 'abolish', p3: 'convert' }))).toEqual([
      'platforms',
      'budget',
    ]);
    expect(breaks({ parks, caps }, whole)).toEqual(['staff-share']);
  });

  test('locks, by their place in the list', () => {
    const locks = [{ together: ['p1', 'p3'] }, { apart: ['p1', 'p2'] }, { outcome: 'merge', park: 'p3' }] as const;
    expect(breaks({ locks }, whole)).toEqual(['lock 1']);
    expect(breaks({ locks }, planOf([['p1', 'p2']], { p3: 'convert' }))).toEqual(['lock 0', 'lock 1', 'lock 2']);
    expect(breaks({ locks }, planOf([['p1', 'p3']], { p2: 'convert' }))).toEqual([]);
  });
});

describe('a joint jurisdiction', () => {
  const jurisdictions = [
    { code: 'c1', name: '甲县', zonesMin: 1, zonesMax: 1 },
    { code: 'c2', name: '乙县', zonesMin: 1, zonesMax: 1 },
    { code: 'j', name: '联合', zonesMin: 0, zonesMax: 1, joins: ['c1', 'c2'] },
  ];
  const parks = [aPark(), aPark({ code: 'p2', jurisdiction: 'c2' })];
  const outcomes = { p1: 'merge', p2: 'merge' } as const;

  test('has its own bounds for the sum of its members where it is taken', () => {
    const joint: Plan = { plan: [{ jurisdiction: 'j', lead: 'p1', parks: ['p1', 'p2'] }], outcomes };
    expect(breaks({ jurisdictions, parks, adjacency: [] }, joint)).toEqual([]);
    const split: Plan = {
      plan: [
        { jurisdiction: 'j', lead: 'p1', parks: ['p1'] },
        { jurisdiction: 'j', lead: 'p2', parks: ['p2'] },
      ],
      outcomes,
    };
    expect(breaks({ jurisdictions, parks, adjacency: [] }, split)).toEqual(['zones-max j']);
  });

  test('leaves its members their own bounds where it is not', () => {
    const apart: Plan = {
      plan: [
        { jurisdiction: 'c1', lead: 'p1', parks: ['p1'] },
        { jurisdiction: 'c2', lead: 'p2', parks: ['p2'] },
      ],
      outcomes,
    };
    expect(breaks({ jurisdictions, parks, adjacency: [] }, apart)).toEqual([]);
    const one: Plan = { plan: [{ jurisdiction: 'c1', lead: 'p1', parks: ['p1'] }], outcomes: { p1: 'merge', p2: 'abolish' } };
    expect(breaks({ jurisdictions, parks, adjacency: [] }, one)).toEqual(['zones-min c2']);
  });

  test('may have no zone at all where only it allows that', () => {
    const none: Plan = { plan: [], outcomes: { p1: 'abolish', p2: 'abolish' } };
    expect(breaks({ jurisdictions, parks, adjacency: [] }, none)).toEqual([]);
  });
});
