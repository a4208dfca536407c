import { expect, it } from 'vitest';
import { pasteInto } from './pasting.ts';
import type { FilingRow } from './rows.ts';
import { aRow } from './testing.ts';

const rows = [
  aRow('output', '工业总产值', { value: '100' }),
  aRow('tax', '税收收入'),
  aRow('tax_per_mu', '亩均税收', { computed: true }),
  aRow('staff', '从业人员', { unlocked: false }),
];
const target = { rows, from: 0, isOpen: (row: FilingRow) => row.cell.unlocked, figureAt: (row: FilingRow) => row.cell.value };
const told = (grid: readonly (readonly string[])[], from = 0) =>
  pasteInto({ ...target, from }, grid).map(({ row, after, fate }) => [row?.key ?? null, after, fate]);

it('lays a column over the rows from the cell on and tells the fate of every cell', () => {
  expect(told([['100'], ['1,234.5'], ['9'], ['7'], ['8']])).toEqual([
    ['output', '100', 'same'],
    ['tax', '1234.5', 'take'],
    ['tax_per_mu', null, 'computed'],
    ['staff', null, 'locked'],
    [null, null, 'outside'],
  ]);
});

it('goes by the names of a block that has them, in whatever order', () => {
  expect(
    told(
      [
        ['税收收入（万元）', '万元', '55'],
        ['工业总产值', '万元', '不适用'],
        ['外贸', '万元', '3'],
      ],
      3,
    ),
  ).toEqual([
    ['tax', '55', 'take'],
    ['output', { missing: 'not-applicable' }, 'take'],
    [null, null, 'unknown'],
  ]);
});

it('does not take a second line for the same cell, nor what it cannot read', () => {
  expect(
    told([
      ['税收收入', '5'],
      ['税收收入', '6'],
      ['工业总产值', '1.2.3'],
    ]),
  ).toEqual([
    ['tax', '5', 'take'],
    ['tax', null, 'twice'],
    ['output', null, 'unread'],
  ]);
});

it('leaves a cell alone where the block is blank', () => {
  expect(told([[''], ['5']])).toEqual([
    ['output', null, 'blank'],
    ['tax', '5', 'take'],
  ]);
});
