import { describe, expect, it } from 'vitest';
import { breaksAt, cellOf, columnsOf, newestColumn, notesShown, orderedRows, placeIn, shownValue } from './answer.ts';
import { anAnswer, anIndicator, aRow } from './testing.ts';

const rows = [
  aRow('a', ['9', '10']),
  aRow('b', ['100', null]),
  aRow('c', ['20.5', '-3']),
  aRow('jh', ['129.5', '7'], { kind: 'subtotal' }),
  aRow('all', ['129.5', '7'], { kind: 'total' }),
];
const answer = anAnswer({ rows });
const keys = (sort: Parameters<typeof orderedRows>[1]) => orderedRows(answer, sort).map(({ key }) => key);

describe('rows in order', () => {
  it('are as the answer gives them until asked', () => {
    expect(keys(null)).toEqual(['a', 'b', 'c', 'jh', 'all']);
    expect(keys({ key: 'gone.2021', descending: true })).toEqual(['a', 'b', 'c', 'jh', 'all']);
  });
  it('go by number, not by text, with sums at the end', () => {
    expect(keys({ key: 'tax.2020', descending: false })).toEqual(['a', 'c', 'b', 'jh', 'all']);
  });
  it('leave what is missing last, whichever way', () => {
    expect(keys({ key: 'tax.2021', descending: true })).toEqual(['a', 'c', 'b', 'jh', 'all']);
    expect(keys({ key: 'tax.2021', descending: false })).toEqual(['c', 'a', 'b', 'jh', 'all']);
  });
});

describe('a cell', () => {
  it('is read with its notes, which travel as bits', () => {
    const row = aRow('d', []);
    const noted = { ...row, cells: [[null, 2, 5, 0b10001, 'secret'] as (typeof row.cells)[number]] };
    expect(cellOf(answer, noted, 0)).toEqual({ value: null, missing: 'secret', of: 2, expected: 5, notes: ['partial', 'break'] });
    expect(notesShown({ ...answer, rows: [...rows, noted] })).toEqual(['partial', 'break']);
    expect(notesShown(answer)).toEqual([]);
  });
  it('that the answer does not hold is no figure, not zero', () => {
    expect(cellOf(answer, undefined, 3).value).toBeNull();
  });
  it('is found again by its address', () => {
    const columns = columnsOf(answer);
    expect(placeIn(rows, columns, { row: 'c', indicator: 'tax', period: '2021' })).toEqual({ row: 2, column: 1 });
    expect(placeIn(rows, columns, { row: 'c', indicator: 'tax', period: '1999' })).toBeNull();
  });
});

it('the newest figures of an indicator are of the last period that has any', () => {
  const [first, second] = [anAnswer({ rows: [aRow('a', ['1', null])] }), anAnswer({ rows: [aRow('a', [null, null])] })];
  expect(newestColumn(first, 'tax')?.period).toBe('2020');
  expect(newestColumn(second, 'tax')?.period).toBe('2021');
  expect(newestColumn(first, 'land')).toBeUndefined();
});

describe('a figure as it is shown', () => {
  it('has the digits of its indicator, half up, and growth one', () => {
    const measures = { money: 'own', land: 'own' } as const;
    expect(shownValue('2.005', anIndicator(), { grows: false, measures }).text).toBe('2.01');
    expect(shownValue('12.25', anIndicator(), { grows: true, measures }).text).toBe('12.3');
  });
});

it('the break that explains a period is its own, or the last before it', () => {
  const broken = (period: string) => ({ period, from: { zh: '旧', en: 'old' }, to: { zh: '新', en: 'new' }, bridged: false });
  const indicator = anIndicator({ breaks: [broken('2011'), broken('2018')] });
  expect(breaksAt(indicator, '2018').map(({ period }) => period)).toEqual(['2018']);
  expect(breaksAt(indicator, '2015').map(({ period }) => period)).toEqual(['2011']);
  expect(breaksAt(indicator, '2010')).toEqual([]);
});
