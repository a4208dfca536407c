import type { Finding } from '@zhenghe/engine/kernel';
import type { Rule } from '@zhenghe/engine/plans';
import { expect, it } from 'vitest';
import { answerAsked, isAnswered } from './answers.ts';

const clause = { pack: 'p', clause: 'S2-(十三)' };
const growth: Rule = { id: 'growth', kind: 'growth-explained', clause, strength: 'identity', title: { zh: '扩大', en: 'growth' } };
const failed = (check: string, strength: Finding['strength']): Finding => ({
  id: check,
  check,
  outcome: 'fail',
  strength,
  blocking: strength !== 'principle',
  where: { table: 'plan', label: '方案' },
  cells: [],
  measured: null,
  allowed: null,
  clause,
  message: { zh: '', en: '' },
  mend: null,
});

it('lets growth be answered with a reason and its paper, though the clause forbids', () => {
  const asked = answerAsked(failed('growth', 'identity'), [growth]);
  expect(asked).toEqual({ kind: 'reason', paper: true, by: false });
  expect(asked && isAnswered(asked, '理由', '', '')).toBe(false);
  expect(asked && isAnswered(asked, '理由', '文号', '')).toBe(true);
});

it('lets no sum be talked away', () => {
  expect(answerAsked(failed('sums', 'identity'), [growth])).toBe(null);
});

it('asks a reason for 原则上 and a signed exception for 应', () => {
  expect(answerAsked(failed('industries', 'principle'), [])?.kind).toBe('reason');
  expect(answerAsked(failed('quota', 'must'), [])).toEqual({ kind: 'exception', paper: true, by: true });
});
