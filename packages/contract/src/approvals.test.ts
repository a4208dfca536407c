import { expect, it } from 'vitest';
import { approvals } from './approvals.ts';
import { shapeOf } from './level.ts';

const act = shapeOf(approvals.act['~orpc'].inputSchema);
const asked = { noun: 'plans', id: 'p', kind: 'return', version: 1, seen: 0, on: '2021-06-10' };
const reasons = (label: string, text: string) => ({ reasons: [{ place: { table: 'plan', label }, text }] });

it('an action takes words a database can keep, and half a character is none', () => {
  for (const said of [{ text: '请补正' }, { paper: '浙商务〔2021〕1号' }, reasons('方案整体', '请补正')])
    expect(act.safeParse({ ...asked, ...said }).success).toBe(true);
  for (const half of ['\ud800', '\u0000'])
    for (const said of [{ text: half }, { paper: half }, reasons(half, '请补正'), reasons('方案整体', half)])
      expect(act.safeParse({ ...asked, ...said }).success).toBe(false);
});
