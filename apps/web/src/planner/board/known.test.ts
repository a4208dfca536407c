import { describe, expect, it } from 'vitest';
import { refusedOnes } from '../refused.ts';
import { knownFigures } from './known.ts';
import { aPark } from './testing.ts';

describe('a figure of a park', () => {
  const lack = { name: '园区', done: 'county-median' } as const;
  const known = knownFigures([
    { ...lack, park: 'a1', figure: 'output', assumed: 17.5 },
    { ...lack, park: 'a2', figure: 'output', done: 'left-out', assumed: null },
  ]);

  it('that the register lacks is never shown as zero', () => {
    const empty = { outputs: [0, 0] };
    expect(known(aPark('a1', empty), 'output')).toEqual({ value: 17.5, assumed: true });
    expect(known(aPark('a2', empty), 'output')).toBe('missing');
    expect(known(aPark('a3', empty), 'output')).toEqual({ value: 0, assumed: false });
    expect(known(aPark('a2'), 'staff')).toEqual({ value: 20, assumed: false });
  });
});

describe('a refusal', () => {
  it('tells each place it names, and passes over what has no reason', () => {
    const reason = { zh: '已报送', en: 'submitted' };
    expect(refusedOnes({ data: { problems: [{ column: '330726', reason }, { column: '330727' }] } })).toEqual([
      { where: '330726', reason },
    ]);
    expect(refusedOnes(new Error('no network'))).toEqual([]);
  });
});
