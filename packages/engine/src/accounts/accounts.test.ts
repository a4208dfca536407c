import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handsProblem, rolesClash } from './grant.ts';
import { accountLockOut, waitAfter } from './lock-out.ts';
import { passwordExpired, passwordProblems } from './password.ts';
import { reaches, relationOf } from './scope.ts';
import { freshUntil, sessionEnd } from './session.ts';

describe('how one place stands to another', () => {
  it.each([
    ['330726', '330726', 'own'],
    ['330700', '330726', 'child'],
    ['330000', '330726', 'child'],
    ['330726', '330700', 'parent'],
    ['330726', '330000', 'parent'],
    ['330726', '330782', 'sibling'],
    ['330700', '330800', 'sibling'],
    ['330726', '330802', 'foreign'],
    ['330700', '330802', 'foreign'],
    ['330000', '320500', 'foreign'],
  ])('%s sees %s as %s', (actor, target, relation) => {
    expect(relationOf(actor, target)).toBe(relation);
  });
  it('own reaches oneself, subtree what is below, all everywhere', () => {
    expect([reaches('own', '330700', '330700'), reaches('own', '330700', '330726')]).toEqual([true, false]);
    expect([reaches('subtree', '330700', '330726'), reaches('subtree', '330700', '330802')]).toEqual([true, false]);
    expect(reaches('all', '330726', '320500')).toBe(true);
  });
});

describe('the wait after failures', () => {
  it('is nothing for four, then doubles up to an hour', () => {
    expect([1, 4, 5, 6, 7, 20].map((count) => waitAfter(count, accountLockOut))).toEqual([0, 0, 60, 120, 240, 3600]);
  });
  it('never shrinks', () => {
    fc.assert(fc.property(fc.nat(500), (n) => waitAfter(n, accountLockOut) <= waitAfter(n + 1, accountLockOut)));
  });
});

describe('a password', () => {
  it('of the 等保 profile has length and three classes and gets old', () => {
    expect(passwordProblems('short', 'gbt22239-l3', [])).not.toEqual([]);
    expect(passwordProblems('alllowercaseletters', 'gbt22239-l3', [])).toHaveLength(1);
    expect(passwordProblems('Tall-Bamboo-27', 'gbt22239-l3', ['clerk'])).toEqual([]);
    expect(passwordExpired('gbt22239-l3', 0, 90 * 86_400_000)).toBe(true);
    expect(passwordExpired('gbt22239-l3', 0, 90 * 86_400_000 - 1)).toBe(false);
  });
  it('of the ASVS profile is long, needs no classes and does not get old', () => {
    expect(passwordProblems('correct horse battery', 'asvs', [])).toEqual([]);
    expect(passwordProblems('elevenchars', 'asvs', [])).toHaveLength(1);
    expect(passwordExpired('asvs', 0, Number.MAX_SAFE_INTEGER)).toBe(false);
  });
  it('is refused when common, with digits hung on, or holding the login', () => {
    for (const bad of ['Password1234!', 'Administrator2026!', 'Wanglili-2026x'])
      expect(passwordProblems(bad, 'gbt22239-l3', ['wanglili'])).not.toEqual([]);
    expect(passwordProblems('aaaaaaaaaaaaaa', 'asvs', [])).not.toEqual([]);
  });
});

describe('a session', () => {
  const limits = { idleMinutes: 15, absoluteHours: 12 };
  it('ends when idle and at the latest after twelve hours', () => {
    expect(sessionEnd({ beganAt: 0, lastSeenAt: 0 }, limits, 15 * 60_000 - 1)).toBe('live');
    expect(sessionEnd({ beganAt: 0, lastSeenAt: 0 }, limits, 15 * 60_000)).toBe('idle');
    expect(sessionEnd({ beganAt: 0, lastSeenAt: 12 * 3_600_000 - 1 }, limits, 12 * 3_600_000)).toBe('expired');
  });
  it('has proved who it is for five minutes', () => {
    expect(freshUntil(null, 0)).toBeNull();
    expect(freshUntil(0, 299_999)).toBe(300_000);
    expect(freshUntil(0, 300_000)).toBeNull();
  });
});

describe('an office', () => {
  it('is never granted by one person, nor to oneself', () => {
    expect(handsProblem({ grantee: 'c', proposer: 'a', decider: 'b' })).toBeNull();
    expect(handsProblem({ grantee: 'c', proposer: 'a', decider: null })).toBeNull();
    for (const hands of [
      { grantee: 'a', proposer: 'a', decider: null },
      { grantee: 'c', proposer: 'a', decider: 'a' },
      { grantee: 'c', proposer: 'a', decider: 'c' },
    ])
      expect(handsProblem(hands)).not.toBeNull();
  });
  it('of an administrator stands alone while it lasts', () => {
    const held = { role: 'security-admin', from: '2026-01-01', to: '2026-06-01' };
    expect(rolesClash({ role: 'system-admin', from: '2026-05-31', to: null }, [held])).toBe(true);
    expect(rolesClash({ role: 'county', from: '2026-05-31', to: null }, [held])).toBe(true);
    expect(rolesClash({ role: 'system-admin', from: '2026-06-01', to: null }, [held])).toBe(false);
    expect(rolesClash({ role: 'city', from: '2026-01-01', to: null }, [{ ...held, role: 'county' }])).toBe(false);
  });
});
