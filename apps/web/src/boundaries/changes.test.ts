import { describe, expect, it } from 'vitest';
import { blockChanges } from './changes.ts';
import type { Feature } from './shapes.ts';

const block = (code: string, lon: number): Feature => ({
  code,
  name: code,
  attributes: {},
  shape: [
    [
      [
        [lon, 29.4],
        [lon + 0.01, 29.4],
        [lon, 29.41],
        [lon, 29.4],
      ],
    ],
  ],
});

describe('two versions of boundaries', () => {
  it('tells added, removed, changed and unchanged blocks, the changed ones first', () => {
    const before = [block('a', 119), block('b', 119.1), block('c', 119.2)];
    const after = [block('a', 119), block('b', 119.15), block('d', 119.3)];
    expect(blockChanges(before, after).map(({ code, kind }) => [code, kind])).toEqual([
      ['b', 'changed'],
      ['c', 'removed'],
      ['d', 'added'],
      ['a', 'same'],
    ]);
  });
});
