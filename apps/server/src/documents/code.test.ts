import { describe, expect, it } from 'vitest';
import { guessLimit, newCode, readCode } from './code.ts';

describe('a verify code', () => {
  it('has twelve characters without look-alikes and is read as people type it', () => {
    const code = newCode();
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{12}$/);
    const typed = ` ${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase();
    expect(readCode(typed)).toBe(code);
  });

  it.each(['', '2222-2222-222', '2222-2222-2220', '2222-2222-222O', '<script>', "'; drop --"])('is not %j', (typed) => {
    expect(readCode(typed)).toBeNull();
  });

  it('may be guessed so often, from one address, in so much time', () => {
    const limit = guessLimit(2, 1000);
    limit.wrong('a', 0);
    limit.wrong('a', 10);
    expect([limit.isShut('a', 20), limit.isShut('b', 20), limit.isShut('a', 1005)]).toEqual([true, false, false]);
  });
});
