import { describe, expect, it } from 'vitest';
import { aSmallPlan } from './sample.ts';
import { findingFromWire, fromWire, toWire } from './wire.ts';

describe('a plan on its way', () => {
  it('comes back as it went', () => {
    const plan = aSmallPlan({ source: 'S1', answers: [{ finding: 'zj-growth', kind: 'reason', text: '理由', paper: '文' }] });
    expect(fromWire(toWire(plan))).toEqual(plan);
  });
  it('leaves out what is there but undefined', () => {
    const wire = { ...toWire(aSmallPlan()), source: undefined };
    expect('source' in fromWire(wire)).toBe(false);
    const finding = {
      id: 'f',
      check: 'f',
      outcome: 'fail' as const,
      strength: 'must' as const,
      blocking: true,
      where: { table: 'plan', row: undefined, label: '方案' },
      cells: [],
      measured: null,
      allowed: null,
      clause: { pack: 'p', clause: 'c' },
      message: { zh: '', en: '' },
      mend: null,
      answer: undefined,
    };
    expect(Object.keys(findingFromWire(finding).where)).toEqual(['table', 'label']);
    expect('answer' in findingFromWire(finding)).toBe(false);
  });
});
