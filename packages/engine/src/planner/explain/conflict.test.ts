// Conflicts as people meet them, each by its rules.
import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import type { Desk, HighsAnswer } from '../desk.ts';
import type { Instance } from '../instance.ts';
import { instanceProblems } from '../problems.ts';
import { smallDesk } from '../testing/testing-plans.ts';
import { anInstance, aPark } from '../testing.ts';
import { conflictOf, lockConflict } from './conflict.ts';

const highs = await loadHighs();
const desk: Desk = {
  ...smallDesk,
  // Its package types what it answers more loosely than it is.
  highs: async () => ({ solve: (model, options = {}) => highs.solve(model, options) as HighsAnswer }),
};

async function conflict(changes: Partial<Instance>): Promise<readonly string[]> {
  const instance = anInstance(changes);
  expect(instanceProblems(instance)).toEqual([]);
  return (await conflictOf(instance, desk)).map(({ rule, subject }) => (subject === null ? rule : `${rule} ${subject}`));
}

describe('a conflict', () => {
  test('of locks alone', async () => {
    const apart = { apart: ['p1', 'p2'] } as const;
    expect(await conflict({ locks: [{ together: ['p2', 'p3'] }, { together: ['p1', 'p2'] }, apart] })).toEqual(['lock 1', 'lock 2']);
    const merge = { outcome: 'merge', park: 'p1' } as const;
    expect(await conflict({ locks: [merge, { outcome: 'abolish', park: 'p1' }] })).toEqual(['lock 0', 'lock 1']);
    expect(await conflict({ locks: [{ together: ['p1', 'p2'] }, { outcome: 'abolish', park: 'p2' }] })).toEqual(['lock 0', 'lock 1']);
  });

  test('of a chain of locks: none of it can be left out', async () => {
    const locks = [{ together: ['p1', 'p2'] }, { together: ['p2', 'p3'] }, { apart: ['p1', 'p3'] }] as const;
    expect(await conflict({ locks })).toEqual(['lock 0', 'lock 1', 'lock 2']);
  });

  test('of a lock with a rule', async () => {
    const merge = { outcome: 'merge', park: 'p1' } as const;
    expect(await conflict({ parks: [aPark({ forbidden: true }), aPark({ code: 'p2' }), aPark({ code: 'p3' })], locks: [merge] })).toEqual([
      'forbidden p1',
      'lock 0',
    ]);
    const bound = [aPark({ convertLoss: null }), aPark({ code: 'p2' }), aPark({ code: 'p3' })];
    expect(await conflict({ parks: bound, locks: [{ outcome: 'convert', park: 'p1' }] })).toEqual(['may-convert p1', 'lock 0']);
    const plates = [aPark({ level: 3 }), aPark({ code: 'p2', level: 3 }), aPark({ code: 'p3' })];
    expect(await conflict({ parks: plates, locks: [{ together: ['p1', 'p2'] }] })).toEqual(['national-plates c1', 'lock 0']);
    expect(await conflict({ parks: plates, locks: [{ together: ['p1', 'p2'] }], decisions: [{ plates: ['p1', 'p2'] }] })).toEqual([]);
    const scattered = { costs: { zone: 1, detachedPiece: 1, industry: 1, maxDetachedPieces: 0 }, adjacency: [['p1', 'p2']] } as const;
    expect(await conflict({ ...scattered, locks: [{ together: ['p1', 'p3'] }] })).toEqual(['detached-pieces c1', 'lock 0']);
  });

  test('of too few parks for the zones that are asked for', async () => {
    const jurisdictions = [{ code: 'c1', name: '甲县', zonesMin: 2, zonesMax: 2 }];
    const parks = [aPark({ forbidden: true }), aPark({ code: 'p2' })];
    expect(await conflict({ jurisdictions, parks, adjacency: [] })).toEqual(['zones-min c1', 'forbidden p1']);
  });

  test('under the cap: only the place whose locks need the zones', async () => {
    const jurisdictions = ['c1', 'c2', 'c3'].map((code) => ({ code, name: code, zonesMin: code === 'c3' ? 0 : 1, zonesMax: 2 }));
    const parks = [aPark(), aPark({ code: 'p2' }), aPark({ code: 'q', jurisdiction: 'c2' }), aPark({ code: 'r', jurisdiction: 'c3' })];
    const locks = [{ apart: ['p1', 'p2'] }, { outcome: 'merge', park: 'p1' }, { outcome: 'merge', park: 'p2' }] as const;
    expect(await conflict({ jurisdictions, parks, adjacency: [], locks })).toEqual([
      'zones-cap',
      'zones-min c2',
      'lock 0',
      'lock 1',
      'lock 2',
    ]);
  });

  test('of each provincial sum by itself', async () => {
    const merge = { outcome: 'merge', park: 'p2' } as const;
    expect(await conflict({ caps: { zones: 2, staffShare: 0.3 } })).toEqual(['zones-min c1', 'staff-share']);
    expect(await conflict({ caps: { zones: 2, staffShare: 0.3 }, locks: [merge] })).toEqual(['staff-share', 'lock 0']);
    expect(await conflict({ caps: { zones: 2, staffShare: null, platforms: 1 } })).toEqual(['platforms']);
    const dear = anInstance().parks.map((park) => ({ ...park, budget: 5, forbidden: park.code === 'p1' }));
    expect(await conflict({ parks: dear, caps: { zones: 2, staffShare: null, budget: 4 } })).toEqual(['forbidden p1', 'budget']);
  });

  test('of provincial sums that clash only together', async () => {
    const parks = [aPark({ level: 3, staff: 80 }), aPark({ code: 'p2', staff: 10 }), aPark({ code: 'p3', staff: 10 })];
    expect(await conflict({ parks, caps: { zones: 2, staffShare: 0.5 } })).toEqual([]);
    expect(await conflict({ parks, caps: { zones: 2, staffShare: null, platforms: 1 } })).toEqual([]);
    const both = await conflict({ parks, caps: { zones: 2, staffShare: 0.5, platforms: 1 } });
    expect(both).toEqual(expect.arrayContaining(['staff-share', 'platforms']));
    expect(both).not.toContain('zones-cap');
  });

  test('of locks in a place too large for tables is seen from the locked parks alone', async () => {
    const crowd = Array.from({ length: 60 }, (_, at) => aPark({ code: `p${at}`, x: at }));
    const locks = [
      ...['p1', 'p2', 'p3'].map((park) => ({ outcome: 'merge', park }) as const),
      ...[
        ['p1', 'p2'],
        ['p1', 'p3'],
        ['p2', 'p3'],
      ].map(([a = '', b = '']) => ({ apart: [a, b] }) as const),
    ];
    const instance = anInstance({ parks: crowd, adjacency: [], locks });
    expect((await lockConflict(instance, desk)).map(({ rule }) => rule)).toEqual(['zones-max', ...locks.map(() => 'lock')]);
    const fewer = { ...instance, locks: locks.slice(0, -1) };
    expect(await lockConflict(fewer, desk)).toEqual([]);
  });

  test('none where there is a plan', async () => {
    expect(await conflict({})).toEqual([]);
    expect(await conflict({ caps: { zones: 2, staffShare: 0.7, platforms: 0, budget: 1000 } })).toEqual([]);
  });
});
