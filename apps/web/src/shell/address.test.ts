import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch, withChanges } from './address.ts';

describe('the address', () => {
  it('keeps a code as text, never as a number', () => {
    expect(parseSearch('?place=330726&on=2021-06-10')).toEqual({ place: '330726', on: '2021-06-10' });
  });
  it('leaves out what is not chosen', () => {
    expect(stringifySearch({ data: 'training', place: undefined, q: '' })).toBe('?data=training');
    expect(stringifySearch({})).toBe('');
  });
  it('reads back what it wrote, Chinese and signs included', () => {
    const search = { q: '浦江 & 黄宅', place: '330726' };
    expect(parseSearch(stringifySearch(search))).toEqual(search);
  });
  it('takes a key away when its value is cleared', () => {
    expect(withChanges({ q: 'a', page: '2' }, { q: 'b', page: undefined })).toEqual({ q: 'b' });
  });
});
