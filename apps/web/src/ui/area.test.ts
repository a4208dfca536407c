import { describe, expect, it } from 'vitest';
import { convertArea, grouped } from './area.ts';

describe('an area for a reader', () => {
  it('is exact in every unit: 1 km² = 100 公顷 = 1500 亩', () => {
    expect(convertArea('11.60', 'km2')).toBe('11.60');
    expect(convertArea('11.60', 'ha')).toBe('1160');
    expect(convertArea('42.20', 'mu')).toBe('63300');
    expect(convertArea('0.0001', 'mu')).toBe('0.15');
  });
  it('groups thousands of the whole part only', () => {
    expect(grouped('63300')).toBe('63,300');
    expect(grouped('1234567.8901')).toBe('1,234,567.8901');
    expect(grouped('999.50')).toBe('999.50');
    expect(grouped('-1500')).toBe('-1,500');
  });
});
