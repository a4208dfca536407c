import { expect, it } from 'vitest';
import { imports } from './imports.ts';
import { shapeOf } from './level.ts';

it('a commit names the moment of its dry run, and no other text', () => {
  const commit = shapeOf(imports.commit['~orpc'].inputSchema);
  const sha256 = 'a'.repeat(64);
  const asked = { kind: 'zones', dataset: 'training', on: '2021-06-10', file: new File(['x'], 'x.csv'), sha256, state: 's' };
  const takes = (at: string) => commit.safeParse({ ...asked, at }).success;
  for (const at of ['2026-11-22 22:58:16.588123+00', '2026-11-22 00:00:00+00']) expect(takes(at)).toBe(true);
  for (const at of [
    'x',
    '',
    '2026-02-31 00:00:00+00',
    '0000-01-01 00:00:00+00',
    '2026-11-22 25:00:00+00',
    '99999999999999-01-01',
    'infinity',
  ])
    expect(takes(at)).toBe(false);
});

it('a template is filled when it is asked for, by a page or in an address; the word false is no', () => {
  const template = shapeOf(imports.template['~orpc'].inputSchema);
  const filled = (value: unknown) => template.safeParse({ kind: 'zones', dataset: 'training', on: '2021-06-10', filled: value }).data;
  expect([true, 'true', false, 'false'].map((value) => filled(value))).toMatchObject([
    { filled: true },
    { filled: true },
    { filled: false },
    { filled: false },
  ]);
  expect(filled(undefined)).not.toMatchObject({ filled: true });
  expect([filled('yes'), filled('1'), filled('')]).toEqual([undefined, undefined, undefined]);
});
