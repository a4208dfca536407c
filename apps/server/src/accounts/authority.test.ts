import { contract } from '@zhenghe/contract';
import { roles } from '@zhenghe/contract/accounts';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../platform/api.ts';
import { authority, mayActFor, mayCall } from './authority.ts';
import { cookieName, readCookie, signedCookie } from './cookie.ts';
import { roleCards } from './demo.ts';

const procedures = Object.entries(contract).flatMap(([noun, members]) => Object.keys(members).map((name) => `${noun}.${name}`));
/** The first card of each role. */
const callers = new Map<string, Caller>(roleCards.toReversed().map((card) => [card.role, { profile: 'demo', card }]));
const anonymous: Caller = { profile: 'production', card: null };

function callerWith(role: string): Caller {
  return callers.get(role) ?? anonymous;
}

describe('the authority table', () => {
  it('has an entry for every procedure of the contract, and no other', () => {
    expect(Object.keys(authority).sort()).toEqual([...procedures].sort());
  });

  it('refuses what it does not list, also names every object has', () => {
    for (const name of ['plans.remove', 'toString', '__proto__', 'constructor', ''])
      expect(mayCall(callerWith('province'), name)).toBe(false);
  });

  it('lets the public call nothing that writes plans or scenarios', () => {
    const writing = procedures.filter((name) => /^(plans|planner)\.(create|save|submit|withdraw|read|close|run|stop|adopt)$/.test(name));
    expect(writing).toHaveLength(11);
    for (const name of writing) {
      expect(mayCall(callerWith('public'), name)).toBe(false);
      expect(mayCall(anonymous, name)).toBe(false);
    }
  });

  it('has a demo card for no role that does not exist, and for no administrator of accounts', () => {
    const carded = new Set(roleCards.map((card) => card.role));
    expect(roles).toEqual(expect.arrayContaining([...carded]));
    for (const role of ['system-admin', 'security-admin'] as const) expect(carded.has(role)).toBe(false);
  });
});

describe('the place a person may act for', () => {
  it.each([
    ['province', '330726', true],
    ['province', '330000', true],
    ['province', '320500', false],
    ['city', '330726', true],
    ['city', '330700', true],
    ['city', '330800', false],
    ['county', '330726', true],
    ['county', '330782', false],
    ['county', '330700', false],
    ['zone', '330726', true],
    ['zone', '330700', false],
    ['public', '330726', false],
  ])('%s for %s: %s', (role, place, may) => {
    expect(mayActFor(callerWith(role), place)).toBe(may);
  });

  it('is nowhere without a card', () => {
    expect(mayActFor(anonymous, '330726')).toBe(false);
  });
});

describe('the card cookie', () => {
  it('is read back with its own secret only', () => {
    const header = `other=1; ${signedCookie('county', 'secret').split(';')[0]}`;
    expect(readCookie(header, 'secret')).toBe('county');
    expect(readCookie(header, 'another')).toBeNull();
  });

  it('is refused when changed', () => {
    const cookie = signedCookie('public', 'secret').split(';')[0] ?? '';
    expect(readCookie(cookie.replace('public', 'province'), 'secret')).toBeNull();
    for (const text of [null, '', cookieName, `${cookieName}=`, `${cookieName}=province`, `${cookieName}=.x`]) {
      expect(readCookie(text, 'secret')).toBeNull();
    }
  });

  it('is kept from scripts and from other sites', () => {
    expect(signedCookie('county', 'secret')).toMatch(/HttpOnly; SameSite=Lax$/);
  });
});
