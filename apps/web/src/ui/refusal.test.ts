import { expect, it } from 'vitest';
import { reasonOf } from './refusal.ts';

it('reads the reason of a refusal, and of nothing else', () => {
  const reason = { zh: '名录中没有 x', en: 'The register has no x' };
  expect(reasonOf({ data: { reason } })).toEqual(reason);
  expect(reasonOf(new Error('network'))).toBeNull();
  expect(reasonOf({ data: { reason: 'text' } })).toBeNull();
  expect(reasonOf(null)).toBeNull();
});
