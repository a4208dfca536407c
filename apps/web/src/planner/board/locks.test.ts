import { describe, expect, it } from 'vitest';
import type { Lock } from '../shapes.ts';
import { lockKey, putPark, withApart, withoutLock, withPlates, withTogether } from './locks.ts';

describe('putting a park', () => {
  it('into a zone locks it together with the lead', () => {
    expect(putPark([], 'b', { zone: 'a' })).toEqual([{ together: ['a', 'b'] }]);
  });

  it('into another zone takes the lock of its former place away', () => {
    const before = putPark([], 'b', { zone: 'a' });
    expect(putPark(before, 'b', { zone: 'c' })).toEqual([{ together: ['b', 'c'] }]);
  });

  it('takes it out of a larger set and leaves the others together', () => {
    expect(putPark([{ together: ['a', 'b', 'c'] }], 'b', { zone: 'd' })).toEqual([{ together: ['a', 'c'] }, { together: ['b', 'd'] }]);
  });

  it('where it is locked already says nothing new', () => {
    expect(putPark([{ together: ['a', 'b', 'c'] }], 'b', { zone: 'a' })).toEqual([{ together: ['a', 'b', 'c'] }]);
  });

  it('to an outcome replaces its outcome and its zone', () => {
    const locks: Lock[] = [{ outcome: 'abolish', park: 'b' }, { together: ['a', 'b'] }, { outcome: 'merge', park: 'a' }];
    expect(putPark(locks, 'b', { outcome: 'convert' })).toEqual([
      { outcome: 'merge', park: 'a' },
      { outcome: 'convert', park: 'b' },
    ]);
  });

  it('never takes an "apart" away, so that the contradiction is told', () => {
    expect(putPark([{ apart: ['a', 'b'] }], 'b', { zone: 'a' })).toEqual([{ apart: ['a', 'b'] }, { together: ['a', 'b'] }]);
  });

  it('free takes away all that is said of it', () => {
    expect(putPark([{ apart: ['a', 'b'] }, { outcome: 'merge', park: 'b' }, { outcome: 'merge', park: 'a' }], 'b', 'free')).toEqual([
      { outcome: 'merge', park: 'a' },
    ]);
  });
});

describe('locks', () => {
  it('are one where they say the same in another order', () => {
    expect(withApart([{ apart: ['a', 'b'] }], 'b', 'a')).toHaveLength(1);
    expect(withTogether([{ together: ['b', 'a'] }], ['a', 'b'])).toHaveLength(1);
    expect(withPlates([{ plates: ['b', 'a'] }], ['a', 'b'])).toHaveLength(1);
    expect(lockKey({ together: ['b', 'a'] })).toBe(lockKey({ together: ['a', 'b'] }));
  });

  it('of one park are none', () => {
    expect(withTogether([], ['a', 'a'])).toEqual([]);
    expect(withApart([], 'a', 'a')).toEqual([]);
  });

  it('are taken away by what they say', () => {
    expect(withoutLock([{ apart: ['a', 'b'] }, { outcome: 'merge', park: 'a' }], 'apart:a+b')).toEqual([{ outcome: 'merge', park: 'a' }]);
  });
});
