import { describe, expect, it } from 'vitest';
import { partsFor, standsWithin } from './order.ts';

describe('the order of answers', () => {
  it('puts another answer first for another person', () => {
    expect(partsFor('province')[0]).toBe('meter');
    expect(partsFor('county')[0]).toBe('waiting');
    expect(partsFor(undefined)).toEqual(partsFor('public'));
  });
  it('knows which place stands within which', () => {
    expect(standsWithin('330726', '330000')).toBe(true);
    expect(standsWithin('330726', '330700')).toBe(true);
    expect(standsWithin('330726', '330726')).toBe(true);
    expect(standsWithin('330726', '330100')).toBe(false);
    expect(standsWithin('330700', '330726')).toBe(false);
  });
});
