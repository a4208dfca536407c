import { differencesOf } from '@zhenghe/engine/plans';
import { expect, it } from 'vitest';
import { aSmallPlan } from './sample.ts';

it('finds no difference between equal plans', () => {
  expect(differencesOf(aSmallPlan(), aSmallPlan())).toEqual([]);
});

it('names the cell, what stood there and what stands there now', () => {
  const plan = aSmallPlan();
  const blocks = plan.blocks.map((block) => (block.code === 'b1' ? { ...block, areaAfter: { missing: 'secret' } as const } : block));
  expect(differencesOf(plan, { ...plan, blocks })).toEqual([
    {
      table: 'blocks',
      row: 'b1',
      label: '老区',
      field: 'areaAfter',
      kind: 'changed',
      from: { text: '17.24' },
      to: { missing: 'secret' },
    },
  ]);
});

it('tells added and removed rows', () => {
  const plan = aSmallPlan();
  const kinds = differencesOf(plan, {
    ...plan,
    blocks: plan.blocks.slice(1),
    townships: [...plan.townships, { name: '西镇', hosted: true, protectedShare: '0.2' }],
  });
  expect(kinds.map((one) => [one.table, one.kind, one.label])).toEqual([
    ['blocks', 'removed', '老区'],
    ['townships', 'added', '西镇'],
  ]);
});
