import { expect, it } from 'vitest';
import { agrees, annexOf, growthOf, growthPercent, signed } from './annex.ts';
import { aSmallPlan } from './sample.ts';

it('stands each printed sum beside what its blocks add up to', () => {
  const annex = annexOf(aSmallPlan());
  expect(annex.total).toEqual({ areaBefore: '19.45', areaAfter: '25.08' });
  expect(annex.totalDeclared.areaAfter?.code).toBe('s2');
  const east = annex.zones[0]?.parts[1];
  expect([east?.sums.areaAfter, east?.declared.areaAfter?.value]).toEqual(['7.84', '7.84']);
  expect(agrees('7.84', east?.declared.areaAfter)).toBe(true);
  expect(agrees('7.85', east?.declared.areaAfter)).toBe(false);
});

it('leaves a sum with a missing block missing, and only that one', () => {
  const plan = aSmallPlan();
  const blocks = plan.blocks.map((block) => (block.code === 'b3' ? { ...block, areaAfter: { missing: 'not-given' } as const } : block));
  const annex = annexOf({ ...plan, blocks });
  expect(annex.zones[0]?.parts.map((group) => group.sums.areaAfter)).toEqual(['17.24', { missing: 'not-given' }]);
  expect(annex.total.areaAfter).toEqual({ missing: 'not-given' });
  expect(annex.total.areaBefore).toBe('19.45');
});

it('keeps sums over several parts apart, and every printed sum once', () => {
  const plan = aSmallPlan();
  const parts = [...plan.parts, { ...plan.parts[1], code: 'p3', zone: 'z1', name: '西片区' } as (typeof plan.parts)[number]];
  const sums = [...plan.sums, { code: 's4', label: '两片', column: 'areaAfter', parts: ['p2', 'p3'], value: '7.84' } as const];
  const annex = annexOf({ ...plan, parts, sums });
  expect(annex.others.map((sum) => [sum.label, sum.sums.areaAfter])).toEqual([['两片', '7.84']]);
});

it('says growth with its sign', () => {
  const pair = { areaBefore: '33.86', areaAfter: '42.20' };
  expect(signed(String(growthOf(pair)))).toBe('+8.34');
  expect(signed(String(growthPercent(pair)))).toBe('+24.6');
  expect(signed('-0.84')).toBe('−0.84');
  expect(signed('0.00')).toBe('0.00');
});

it('shows blocks of an unknown part instead of losing them', () => {
  const plan = aSmallPlan();
  const blocks = plan.blocks.map((block) => (block.code === 'b3' ? { ...block, part: 'gone' } : block));
  expect(annexOf({ ...plan, blocks }).stray.map((block) => block.code)).toEqual(['b3']);
});
