import { describe, expect, it } from 'vitest';
import { oneKey } from '../shell/one-key.ts';
import { clockOf } from './clock.ts';
import { byUrgency, filtered, filterOf, forPublic } from './order.ts';
import { aRow } from './testing.ts';
import { readTexts } from './typed.ts';

const later = aRow({ id: 'later', closesOn: '2021-06-20' });
const sooner = aRow({ id: 'sooner', closesOn: '2021-06-12' });
const closed = aRow({ id: 'closed', state: 'closed', closesOn: '2021-06-01' });
const out = aRow({ id: 'out', state: 'published', jurisdiction: '330105' });
const inside = aRow({ id: 'inside', kind: 'internal' });
const rows = [out, closed, later, inside, sooner];

describe('the rounds', () => {
  it('show the public what ends soonest first, and never what units are asked among themselves', () => {
    const { open, waiting, published } = forPublic(rows);
    expect(open.map(({ id }) => id)).toEqual(['sooner', 'later']);
    expect([waiting[0]?.id, published[0]?.id]).toEqual(['closed', 'out']);
    expect([...rows].sort(byUrgency).at(-1)?.id).toBe('out');
  });
  it('are filtered by kind, state and place; a wrong word filters nothing', () => {
    expect(filtered(rows, filterOf({ kind: 'internal' }, '330000')).map(({ id }) => id)).toEqual(['inside']);
    expect(filtered(rows, filterOf({ state: 'published' }, '330700'))).toEqual([]);
    expect(filtered(rows, filterOf({ kind: 'x', state: 'y' }, '330000'))).toHaveLength(5);
  });
  it('tell their clock by working days', () => {
    expect([5, 3, 0].map((daysLeft) => clockOf({ state: 'open', daysLeft }))).toEqual(['ahead', 'soon', 'today']);
    expect(clockOf({ state: 'closed', daysLeft: null })).toBe('over');
  });
});

describe('what is kept in the browser', () => {
  it('comes back only as the texts that were expected', () => {
    const empty = { text: '', name: '' };
    expect(readTexts('{"text":"路","other":"x","name":3,"__proto__":{"name":"x"}}', empty)).toEqual({ text: '路', name: '' });
    expect(readTexts('not json', empty)).toBe(empty);
    expect(readTexts(null, empty)).toBe(empty);
  });
  it('has a key of its own for each sending', () => {
    expect(oneKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(oneKey()).not.toBe(oneKey());
  });
});
