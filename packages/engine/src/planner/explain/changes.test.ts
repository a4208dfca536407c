// What changes if a weight, a quota or the gap changes: both are solved, and the difference is told.
import { describe, expect, test } from 'vitest';
import type { Solved } from '../answer.ts';
import type { Instance } from '../instance.ts';
import { solve } from '../solve.ts';
import { smallDesk } from '../testing/testing-plans.ts';
import { anInstance } from '../testing.ts';
import { changesBetween } from './changes.ts';

async function solved(changes: Partial<Instance> = {}): Promise<Solved> {
  const answer = await solve(anInstance(changes), smallDesk);
  if (answer.status === 'infeasible') throw new Error('this has a plan');
  return answer;
}

describe('changes between two answers', () => {
  test('none between an answer and itself', async () => {
    const one = await solved();
    const { parks, jurisdictions, cost, terms } = changesBetween(anInstance(), one, one);
    expect([parks, jurisdictions]).toEqual([[], []]);
    expect(cost.after).toBe(cost.before);
    expect(terms.every(({ cost }) => cost.before === cost.after)).toBe(true);
  });

  test('a lock that splits a zone: who stands under another lead, what each term costs, how many zones', async () => {
    const changes = changesBetween(
      anInstance(),
      await solved(),
      await solved({ locks: [{ apart: ['p2', 'p3'] }, { outcome: 'merge', park: 'p3' }] }),
    );
    expect(changes.zones).toEqual({ before: 1, after: 2 });
    expect(changes.jurisdictions).toEqual([{ jurisdiction: 'c1', before: 1, after: 2 }]);
    expect(changes.parks).toEqual([
      { park: 'p3', jurisdiction: 'c1', before: { outcome: 'merge', lead: 'p2' }, after: { outcome: 'merge', lead: 'p3' } },
    ]);
    const distance = changes.terms.find(({ code }) => code === 'distance');
    expect(distance).toMatchObject({ cost: { before: 9, after: 3 }, natural: { before: 9, after: 3 } });
    expect(changes.cost.after).toBeGreaterThan(changes.cost.before);
  });

  test('an outcome, and natural units that nobody knows', async () => {
    const changes = changesBetween(anInstance(), await solved(), await solved({ locks: [{ outcome: 'convert', park: 'p1' }] }));
    expect(changes.parks.map(({ park, after }) => [park, after])).toEqual([['p1', { outcome: 'convert', lead: null }]]);
    expect(changes.staffKept).toEqual({ before: 60, after: 40 });
    expect(changes.terms.find(({ code }) => code === 'trim')?.natural).toBeNull();
  });

  test('parks that one of the two instances lacks are no change of the plan', async () => {
    const fewer = await solved({ parks: anInstance().parks.slice(0, 2), adjacency: [['p1', 'p2']] });
    expect(changesBetween(anInstance(), await solved(), fewer).parks).toEqual([]);
  });
});
