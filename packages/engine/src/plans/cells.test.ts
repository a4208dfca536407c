import { describe, expect, it } from 'vitest';
import { hasPlace, lockedChanges, lockedFindings, openedWith } from './cells.ts';
import type { Plan } from './plan.ts';
import { aPlan } from './testing.ts';

const plan: Plan = aPlan();
const [first] = plan.blocks;
const cell = { table: 'blocks', row: first?.code ?? '', field: 'areaAfter', label: first?.name ?? '' };
const withArea = (areaAfter: string): Plan => ({
  ...plan,
  blocks: plan.blocks.map((block, n) => (n === 0 ? { ...block, areaAfter } : block)),
});

describe('a place in a plan', () => {
  it('is a table, a row or a cell that exists', () => {
    expect(hasPlace(plan, cell)).toBe(true);
    expect(hasPlace(plan, { table: 'blocks', label: '' })).toBe(true);
    expect(hasPlace(plan, { table: 'organisation', field: 'staffAfter', label: '' })).toBe(true);
    expect(hasPlace(plan, { ...cell, row: 'none' })).toBe(false);
    expect(hasPlace(plan, { ...cell, field: 'toString' })).toBe(false);
    expect(hasPlace(plan, { table: '__proto__', label: '' })).toBe(false);
  });
});

describe('what opens with a returned cell', () => {
  it('is every sum over its block in its column, and the answers', () => {
    const opened = openedWith(plan, [cell]).map(({ table, row }) => [table, row]);
    const sums = plan.sums.filter(
      ({ column, parts }) => column === 'areaAfter' && (parts.length === 0 || parts.includes(first?.part ?? '')),
    );
    expect(sums.length).toBeGreaterThan(0);
    for (const { code } of sums) expect(opened).toContainEqual(['sums', code]);
    expect(opened).toContainEqual(['answers', undefined]);
    expect(opened).toHaveLength(1 + sums.length + 1);
  });
});

describe('changes outside the returned cells', () => {
  it('are none when only these change', () => {
    expect(lockedChanges(plan, withArea('9.99'), openedWith(plan, [cell]))).toEqual([]);
    expect(lockedChanges(plan, plan, [])).toEqual([]);
  });

  it('are named, each by its place: a cell, a row gone, a row added', () => {
    const changed = {
      ...withArea('9.99'),
      title: '另一个题目',
      parks: plan.parks.slice(1),
      townships: [...plan.townships, { name: '新镇', hosted: false, protectedShare: '0.1' }],
    };
    const places = lockedChanges(plan, changed, [cell]).map(({ table, row, field }) => [table, row, field]);
    expect(places).toEqual([
      ['plan', undefined, 'title'],
      ['parks', plan.parks[0]?.code, undefined],
      ['townships', '新镇', undefined],
    ]);
  });

  it('become findings with both values', () => {
    const [finding] = lockedFindings(plan, withArea('9.99'), { open: [], clause: { pack: 'p', clause: 'S2-(十四)' } });
    expect(finding).toMatchObject({
      id: `returned-cells:blocks:${first?.code}:areaAfter`,
      measured: '9.99',
      allowed: first?.areaAfter,
      blocking: true,
    });
  });
});
