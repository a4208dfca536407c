import fc from 'fast-check';
import { expect, it } from 'vitest';
import { missingReasons } from '../kernel/index.ts';
import { cellsIn, cellsText } from './cell-text.ts';
import type { PackedCell } from './values.ts';

const counts = [fc.nat(200), fc.nat(200), fc.nat(31)] as const;
const value = fc.tuple(fc.integer(), fc.stringMatching(/^(\.\d{1,12})?$/)).map(([whole, rest]) => `${whole}${rest}`);
const cell: fc.Arbitrary<PackedCell> = fc.oneof(
  fc.tuple(value, ...counts),
  fc.tuple(fc.constant(null), ...counts),
  fc.tuple(fc.constant(null), ...counts, fc.constantFrom(...missingReasons)),
);

it('cells read from their text are the cells that were written', () => {
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      expect(cellsIn(cellsText(cells))).toEqual(cells);
    }),
  );
});

it('nothing is told apart from zero', () => {
  expect(
    cellsText([
      ['0', 1, 1, 0],
      [null, 0, 1, 0],
      [null, 0, 2, 1, 'secret'],
    ]),
  ).toBe('0,1,1,0;,0,1,0;,0,2,1,secret');
});
