import { describe, expect, it } from 'vitest';
import { inUnit, percent, sumOf } from './areas.ts';

describe('measured areas', () => {
  it('one square kilometre is 100 公顷 and 1500 亩', () => {
    expect([inUnit('1000000.00', 'km2'), inUnit('1000000.00', 'ha'), inUnit('1000000.00', 'mu')]).toEqual([
      '1.0000',
      '100.0000',
      '1500.00',
    ]);
  });
  it('3000 m² are 0.3 公顷 and 4.5 亩', () => {
    expect([inUnit('3000', 'ha'), inUnit('3000', 'mu')]).toEqual(['0.3000', '4.50']);
  });
  it('sums are exact, shares are percents', () => {
    expect(sumOf(['0.10', '0.20'])).toBe('0.30');
    expect(percent('0.12345')).toBe('12.3 %');
  });
});
