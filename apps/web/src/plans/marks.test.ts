import type { Finding } from '@zhenghe/engine/kernel';
import { expect, it } from 'vitest';
import { groupFindings, marksOf, markTitle } from './marks.ts';

const aFinding = (change: Partial<Finding>): Finding => ({
  id: 'x',
  check: 'x',
  outcome: 'fail',
  strength: 'identity',
  blocking: true,
  where: { table: 'sums', row: 's1', field: 'value', label: '合计' },
  cells: [],
  measured: null,
  allowed: null,
  clause: { pack: 'p', clause: 'S2-(十四)' },
  message: { zh: '合计不等', en: 'The sum differs' },
  mend: null,
  ...change,
});

it('marks every cell that takes part in a failed sum', () => {
  const cell = { table: 'blocks', row: 'b1', field: 'areaAfter', label: '老区' };
  const marks = marksOf([aFinding({ cells: [cell] })]);
  expect([...marks.keys()]).toEqual(['sums/s1/value', 'blocks/b1/areaAfter']);
  expect(marks.get('blocks/b1/areaAfter')?.standing).toBe('blocks');
});

it('shows the gravest of several and says them all', () => {
  const unknown = aFinding({ id: 'y', outcome: 'unknown', blocking: false, message: { zh: '缺数', en: 'Missing' } });
  const mark = marksOf([unknown, aFinding({})]).get('sums/s1/value');
  expect(mark?.standing).toBe('blocks');
  expect(mark && markTitle(mark, (text) => text.zh)).toBe('缺数\n合计不等');
});

it('leaves no mark for what is fulfilled', () => {
  expect(marksOf([aFinding({ outcome: 'pass', blocking: false })]).size).toBe(0);
});

it('groups by what a person has to do', () => {
  const groups = groupFindings([
    aFinding({}),
    aFinding({ strength: 'principle', blocking: false }),
    aFinding({ strength: 'principle', blocking: false, answer: { text: '有理由' } }),
    aFinding({ outcome: 'unknown', blocking: false }),
    aFinding({ outcome: 'pass', blocking: false }),
  ]);
  expect([...groups].map(([standing, list]) => [standing, list.length])).toEqual([
    ['blocks', 1],
    ['reason', 1],
    ['unknown', 1],
    ['hint', 1],
    ['pass', 1],
  ]);
});

it('tells the cell a finding stands on from one that takes part, and lets the whole plan’s growth mark no cell', () => {
  const cell = { table: 'blocks', row: 'b1', field: 'areaAfter', label: '老区' };
  const sum = aFinding({ cells: [cell] });
  const growth = aFinding({ id: 'growth', where: { table: 'plan', field: 'growth', label: '方案' }, cells: [cell] });
  const marks = marksOf([sum, growth]);
  expect(marks.get('sums/s1/value')?.direct).toBe(true);
  expect(marks.get('blocks/b1/areaAfter')).toMatchObject({ direct: false, findings: [sum] });
  expect(marks.get('plan//growth')?.direct).toBe(true);
});
