// Files that are no instance: each flaw is named at its place, all at once; what is only impossible to keep is no flaw of the file.
import { describe, expect, test } from 'vitest';
import type { Instance } from './instance.ts';
import { instanceProblems, sizeLimits } from './problems.ts';
import { anInstance, aPark } from './testing.ts';

const found = (changes: Partial<Instance>) => instanceProblems(anInstance(changes)).map(({ code, where }) => `${code} ${where}`);

describe('what is wrong with an instance', () => {
  test('nothing with a sound one', () => {
    expect(found({})).toEqual([]);
  });

  test('codes that stand twice, are empty or unknown', () => {
    const parks = [aPark(), aPark(), aPark({ code: ' ' }), aPark({ code: 'p4', jurisdiction: 'c9' })];
    expect(found({ parks, adjacency: [] })).toEqual([
      'planner/repeated parks[1].code',
      'planner/code parks[2].code',
      'planner/unknown-jurisdiction parks[3].jurisdiction',
    ]);
    const one = { code: 'c1', name: '甲县', zonesMin: 1, zonesMax: 2 };
    expect(found({ jurisdictions: [one, one] })).toEqual(['planner/repeated jurisdictions[1].code']);
  });

  test('a code that is a property of every object stays a code', () => {
    expect(found({ parks: [aPark({ code: 'constructor' }), aPark({ code: '__proto__' })], adjacency: [] })).toEqual([
      'planner/code parks[1].code',
    ]);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e12])('%s as a figure', (figure) => {
    expect(found({ parks: [aPark({ staff: figure, convertLoss: figure, outputs: [1, figure] })], adjacency: [] })).toEqual([
      'planner/number parks[0].outputs[1]',
      'planner/number parks[0].staff',
      'planner/number parks[0].convertLoss',
    ]);
  });

  test('figures that must be whole, or shares', () => {
    const jurisdictions = [{ code: 'c1', name: '甲县', zonesMin: 0.5, zonesMax: 2 }];
    const costs = { zone: 1, detachedPiece: 1, industry: 1, maxDetachedPieces: 1.5 };
    expect(found({ jurisdictions, costs, caps: { zones: 2, staffShare: 1.2, platforms: -1 } })).toEqual([
      'planner/number jurisdictions[0].zonesMin',
      'planner/number costs.maxDetachedPieces',
      'planner/number caps.staffShare',
      'planner/number caps.platforms',
    ]);
  });

  test('outputs of another length than the first park has', () => {
    expect(found({ parks: [aPark(), aPark({ code: 'p2', outputs: [1] }), aPark({ code: 'p3' })] })).toEqual([
      'planner/outputs-length parks[1].outputs',
    ]);
  });

  test('pairs of a park with itself, with none, with one elsewhere', () => {
    const jurisdictions = ['c1', 'c2'].map((code) => ({ code, name: code, zonesMin: 0, zonesMax: 1 }));
    const parks = [aPark(), aPark({ code: 'p2', jurisdiction: 'c2' })];
    const adjacency = [
      ['p1', 'p1'],
      ['p1', 'p7'],
      ['p1', 'p2'],
    ] as const;
    const said = ['planner/itself adjacency[0]', 'planner/unknown-park adjacency[1][1]'];
    expect(found({ jurisdictions, parks, adjacency })).toEqual([...said, 'planner/adjacency-across adjacency[2]']);
    const joint = { code: 'j', name: '联合', zonesMin: 0, zonesMax: 1, joins: ['c1', 'c2'] };
    expect(found({ jurisdictions: [...jurisdictions, joint], parks, adjacency })).toEqual(said);
  });

  test('ranges that are empty and a cap below what is asked for at least', () => {
    const jurisdictions = [
      { code: 'c1', name: '甲县', zonesMin: 3, zonesMax: 2 },
      { code: 'c2', name: '乙县', zonesMin: 1, zonesMax: 1 },
    ];
    expect(found({ jurisdictions, caps: { zones: 3, staffShare: null } })).toEqual([
      'planner/empty-range jurisdictions[0].zonesMin',
      'planner/cap-below-minima caps.zones',
    ]);
    const joint = { code: 'j', name: '联合', zonesMin: 1, zonesMax: 1, joins: ['c1', 'c2'] };
    const fewer = jurisdictions.map((one) => ({ ...one, zonesMin: 1 }));
    expect(found({ jurisdictions: [...fewer, joint], caps: { zones: 1, staffShare: null } })).toEqual([]);
  });

  test('joint jurisdictions that join one, unknown ones, each other, or the same twice', () => {
    const joins = (code: string, members: readonly string[]) => ({ code, name: code, zonesMin: 0, zonesMax: 1, joins: members });
    const base = ['c1', 'c2', 'c3'].map((code) => ({ code, name: code, zonesMin: 0, zonesMax: 1 }));
    expect(found({ jurisdictions: [...base, joins('j', ['c1', 'c2']), joins('k', ['c2', 'j', 'x']), joins('l', ['c3'])] })).toEqual([
      'planner/joins-joint jurisdictions[4].joins[1]',
      'planner/unknown-jurisdiction jurisdictions[4].joins[2]',
      'planner/joins-few jurisdictions[5].joins',
      'planner/repeated jurisdictions[4].joins[0]',
    ]);
    const parks = [aPark({ jurisdiction: 'j' })];
    expect(found({ jurisdictions: [...base, joins('j', ['c1', 'c2'])], parks, adjacency: [] })).toEqual([
      'planner/park-in-joint parks[0].jurisdiction',
    ]);
  });

  test('locks and decisions on parks that are not there, that are one, that lie apart', () => {
    const jurisdictions = ['c1', 'c2'].map((code) => ({ code, name: code, zonesMin: 0, zonesMax: 1 }));
    const parks = [aPark({ level: 3 }), aPark({ code: 'p2' }), aPark({ code: 'p3', jurisdiction: 'c2' })];
    const locks = [
      { together: ['p1', 'p9'] },
      { together: ['p1', 'p1'] },
      { together: ['p1', 'p3'] },
      { apart: ['p2', 'p2'] },
      { apart: ['p1', 'p3'] },
      { outcome: 'merge', park: 'p9' },
    ] as const;
    expect(found({ jurisdictions, parks, adjacency: [], locks, decisions: [{ plates: ['p1', 'p2'] }, { plates: ['p1'] }] })).toEqual([
      'planner/unknown-park locks[0].together[1]',
      'planner/itself locks[1].together[1]',
      'planner/together-across locks[2].together',
      'planner/itself locks[3].apart[1]',
      'planner/unknown-park locks[5].park',
      'planner/no-national-plate decisions[0].plates[1]',
      'planner/too-few decisions[1].plates',
    ]);
  });

  test('locks that contradict each other are no flaw of the file: they are answered with the conflict', () => {
    const parks = [aPark({ forbidden: true }), aPark({ code: 'p2', convertLoss: null }), aPark({ code: 'p3' })];
    const locks = [
      { together: ['p2', 'p3'] },
      { apart: ['p2', 'p3'] },
      { outcome: 'merge', park: 'p1' },
      { outcome: 'convert', park: 'p2' },
      { outcome: 'abolish', park: 'p2' },
    ] as const;
    expect(found({ parks, locks })).toEqual([]);
  });

  test('5,000 parks and a jurisdiction of 60 are taken; more than the limits are refused by name', () => {
    const crowd = (count: number, perJurisdiction: number) => ({
      jurisdictions: Array.from({ length: Math.ceil(count / perJurisdiction) }, (_, at) => ({
        code: `c${at}`,
        name: '县',
        zonesMin: 0,
        zonesMax: 2,
      })),
      parks: Array.from({ length: count }, (_, at) => aPark({ code: `p${at}`, jurisdiction: `c${Math.floor(at / perJurisdiction)}` })),
      adjacency: [],
    });
    expect(found(crowd(5000, 60))).toEqual([]);
    expect(found(crowd(5001, 60))).toEqual(['planner/too-many parks']);
    expect(found(crowd(sizeLimits.parksOfOne + 1, sizeLimits.parksOfOne + 1))).toEqual(['planner/too-many jurisdictions[0]']);
  });

  test('every problem says what is there, what was expected and what to do, in both languages', () => {
    const jurisdictions = [{ code: 'c1', name: '甲县', zonesMin: 3, zonesMax: 2 }];
    const said = instanceProblems(anInstance({ jurisdictions, parks: [aPark({ staff: Number.NaN }), aPark()], adjacency: [['p1', 'p9']] }));
    expect(said.length).toBeGreaterThan(3);
    for (const { what, expected, mend } of said)
      for (const words of [what, expected, mend]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).not.toMatch(/\p{Script=Han}/u);
      }
    expect(said.find(({ where }) => where === 'parks[0].staff')?.value).toBe('NaN');
  });
});
