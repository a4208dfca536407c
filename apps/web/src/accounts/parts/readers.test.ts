import { expect, it } from 'vitest';
import { readersOf } from './readers.ts';

it('names each role once, at the widest reach it is cleared for, and nobody who is not', () => {
  const clearance = [
    { role: 'province', own: 'L3', below: 'L2', elsewhere: 'L1' },
    { role: 'zone', own: 'L2', below: 'L1', elsewhere: 'L1' },
    { role: 'security-admin', own: 'L3', below: 'L3', elsewhere: 'L3' },
    { role: 'public', own: 'L1', below: 'L1', elsewhere: 'L1' },
  ] as const;
  expect(readersOf({ level: 'L2', area: 'accounts' }, clearance)).toEqual({
    elsewhere: ['security-admin'],
    below: ['province'],
    own: ['zone'],
  });
  expect(readersOf({ level: 'L3', area: 'accounts' }, clearance)).toEqual({ elsewhere: ['security-admin'], below: [], own: ['province'] });
  expect(readersOf({ level: 'L3', area: 'business' }, clearance)).toEqual({ elsewhere: [], below: [], own: ['province'] });
});
