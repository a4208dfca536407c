import { describe, expect, it } from 'vitest';
import { countOf } from './hooks.ts';
import { listsFor } from './lists.ts';

const list = (total: number) => ({ total, items: [] });
const work = { late: list(0), returned: list(2), due: list(0), waitingOnMe: list(3), waitingOnOthers: list(9), stuck: list(40) };

describe('the lists of my work', () => {
  it('puts what is there before what is empty, each in its order', () => {
    expect(listsFor(work, false)).toEqual(['returned', 'waitingOnMe', 'waitingOnOthers', 'late', 'due']);
  });
  it('shows where cases are stuck to leaders only', () => {
    expect(listsFor(work, false)).not.toContain('stuck');
    expect(listsFor(work, true)).toContain('stuck');
  });
  it('counts what the reader has to do, not what others have', () => {
    expect(countOf(work)).toBe(5);
  });
});
