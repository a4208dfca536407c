import { expect, it } from 'vitest';
import { isBlockOfCells, parsePaste } from './paste.ts';

it('reads a block as rows of cells', () => {
  expect(parsePaste('11.60\t17.24\r\n6.57\t5.73\r\n')).toEqual([
    ['11.60', '17.24'],
    ['6.57', '5.73'],
  ]);
});

it('keeps empty cells, so that what stands beside them does not slip', () => {
  expect(parsePaste('\t1\n2\t')).toEqual([
    ['', '1'],
    ['2', ''],
  ]);
});

it('reads quoted cells with tabs, lines and quotes in them', () => {
  expect(parsePaste('"a\tb"\t"c ""d"""\n"e\nf"\tg')).toEqual([
    ['a\tb', 'c "d"'],
    ['e\nf', 'g'],
  ]);
});

it('takes a quote that never closes as plain text', () => {
  expect(parsePaste('"a\tb')).toEqual([['"a', 'b']]);
});

it('knows one cell from a block', () => {
  expect(isBlockOfCells('11.60\r\n')).toBe(false);
  expect(isBlockOfCells('11.60\t1')).toBe(true);
});
