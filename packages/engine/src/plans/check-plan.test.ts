import { describe, expect, it } from 'vitest';
import { checkPlan } from './index.ts';
import { aCounty, aPlan, aRule } from './testing.ts';

describe('x', () => {
  it('y', () => {
    expect(
      checkPlan(aPlan(), [aRule('sums-balance', {}), aRule('industries-at-most', { max: 3 })], aCounty).findings.map((f) => f.outcome),
    ).toEqual(['pass', 'pass', 'pass', 'pass']);
  });
});
