import { describe, expect, it } from 'vitest';
import { change, figure, gapText } from './figures.ts';

describe('figures', () => {
  it('group thousands and keep no sign at nothing', () => {
    expect(figure(1234.567)).toBe('1,234.57');
    expect(figure(-0.001)).toBe('0.00');
  });

  it('tell a change by its sign', () => {
    expect([change(1.5), change(-1.5), change(0.0001)]).toEqual(['+1.50', '−1.50', '0.00']);
  });

  it('never print a gap closer than it was proven', () => {
    expect([gapText(0), gapText(0.000045), gapText(0.01234), gapText(0.0121)]).toEqual(['0 %', '0.0045 %', '1.3 %', '1.3 %']);
  });
});
