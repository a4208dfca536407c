import { expect, it } from 'vitest';
import { moveFor, pasteOver, type Spot, spotAfter } from './sheet.ts';

const press = { shiftKey: false, altKey: false, atStart: false, atEnd: false };
const spots: readonly Spot[] = [
  { row: 0, column: 'before' },
  { row: 0, column: 'after' },
  { row: 1, column: 'declared' },
  { row: 2, column: 'before' },
  { row: 2, column: 'after' },
];

it('moves as a spreadsheet does, and leaves arrows inside a text to the caret', () => {
  expect(moveFor({ ...press, key: 'Enter' })).toBe('down');
  expect(moveFor({ ...press, key: 'Tab', shiftKey: true })).toBe('previous');
  expect(moveFor({ ...press, key: 'ArrowLeft' })).toBe(null);
  expect(moveFor({ ...press, key: 'ArrowLeft', atStart: true })).toBe('left');
  expect(moveFor({ ...press, key: 'ArrowDown', altKey: true })).toBe(null);
});

it('goes down its own column over rows that do not have it', () => {
  expect(spotAfter(spots, 1, 'down')).toBe(4);
  expect(spotAfter(spots, 4, 'up')).toBe(1);
  expect(spotAfter(spots, 4, 'down')).toBe(null);
  expect(spotAfter(spots, 4, 'next')).toBe(null);
});

it('lays a block from the start cell on and drops what falls outside', () => {
  const rows = ['b1', 'b2'].map((row) => (['areaBefore', 'areaAfter'] as const).map((field) => ({ table: 'blocks', row, field }) as const));
  const start = { table: 'blocks', row: 'b1', field: 'areaAfter' } as const;
  expect(pasteOver(rows, start, [['1', 'x'], ['2'], ['3']])).toEqual([
    { cell: start, text: '1' },
    { cell: { ...start, row: 'b2' }, text: '2' },
  ]);
});
