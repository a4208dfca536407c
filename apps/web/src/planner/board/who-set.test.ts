import { describe, expect, it } from 'vitest';
import { versionOf } from './who-set.ts';

const by = { zh: '甲', en: 'A' };
const lockAt = (from: number) => (version: number) => ({
  ...{ version, by, at: '2026-11-23T00:00:00Z', note: `v${version}`, decisions: [] },
  locks: version >= from ? [{ apart: ['a', 'b'] as [string, string] }] : [],
});

describe('the version a lock came with', () => {
  it.each([1, 2, 5, 9])('is found when it is the one numbered %i of nine, with few looks', async (from) => {
    const version = lockAt(from);
    const looks: number[] = [];
    const found = await versionOf('apart:a+b', version(9), async (number) => {
      looks.push(number);
      return version(number);
    });
    expect(found?.version).toBe(from);
    expect(looks.length).toBeLessThanOrEqual(4);
  });

  it('is none while the lock is not saved', async () => {
    const version = lockAt(10);
    expect(await versionOf('apart:a+b', version(9), async (number) => version(number))).toBeNull();
  });
});
