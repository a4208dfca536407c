import { describe, expect, it } from 'vitest';
import { partsFor, standsWithin } from './order.ts';

describe('the order of answers', () => {
  it('puts another answer first for another person', () => {
    expect(partsFor('province')[0]).toBe('meter');
    expect(partsFor('county').slice(0, 2)).toEqual(['strip', 'waiting']);
    expect(partsFor(undefined)).toEqual(partsFor('public'));
  });
  it('shows everyone the meter first, in full or as a strip, and what is late to governments only', () => {
    for (const role of ['province', 'city', 'county', 'zone', 'public'] as const) {
      expect(['meter', 'strip']).toContain(partsFor(role)[0]);
      expect(partsFor(role)).toEqual(expect.arrayContaining(['meter', 'waiting', 'quota', 'labels', 'dates']));
      expect(partsFor(role).includes('late')).toBe(['province', 'city', 'county'].includes(role));
    }
  });
  it('knows which place stands within which', () => {
    expect(standsWithin('330726', '330000')).toBe(true);
    expect(standsWithin('330726', '330700')).toBe(true);
    expect(standsWithin('330726', '330726')).toBe(true);
    expect(standsWithin('330726', '330100')).toBe(false);
    expect(standsWithin('330700', '330726')).toBe(false);
  });
});
