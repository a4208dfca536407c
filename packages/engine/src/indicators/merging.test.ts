import { describe, expect, it } from 'vitest';
import { libraryOf } from './library.ts';
import { type HeldFigure, mergingOfFigures, mergingProblems } from './merging.ts';
import { anIndicator, firstCalibre } from './testing.ts';

const other = anIndicator('tax', { zh: '税收', unit: '亿元' });
const fields = (changes: Parameters<typeof anIndicator>[1]) => {
  const one = anIndicator('tax_total', { zh: '税收总额', ...changes });
  return mergingProblems(one, other, libraryOf([one, other])).map(({ field }) => field);
};

describe('merging a duplicate', () => {
  it('is allowed where both measure the same the same way, in whatever unit of it', () => {
    expect(fields({})).toEqual([]);
  });

  it('is refused by each thing that differs, all at once', () => {
    expect(fields({ unit: '亩', accrual: 'stock', gathering: 'none', frequency: 'year' })).toEqual([
      'unit',
      'accrual',
      'gathering',
      'frequency',
    ]);
    expect(fields({ formula: '税收 * 2', gathering: 'sum' })).toEqual(['formula']);
    expect(fields({ calibres: [firstCalibre, { ...firstCalibre, id: 'new', from: '2021', comparable: false }] })).toEqual(['calibres']);
  });

  it('is refused into itself, into what is merged or retired, and when merged already', () => {
    const one = anIndicator('one');
    expect(mergingProblems(one, one, libraryOf([one]))).toHaveLength(1);
    expect(fields({ mergedInto: 'elsewhere' })).toEqual(['mergedInto']);
    const gone = anIndicator('gone', { retired: true });
    expect(mergingProblems(one, gone, libraryOf([one, gone])).map(({ message }) => message.zh)).toEqual(['“gone”已停用']);
    const back = anIndicator('back', { mergedInto: 'one' });
    expect(mergingProblems(one, back, libraryOf([one, back]))).toHaveLength(2);
  });

  it('lists figures under both codes that differ, in the unit of the other', () => {
    const figure = (unit: string, value: string, calibre: string | null = null): HeldFigure => ({ unit, period: '2020', calibre, value });
    const found = mergingOfFigures(
      { one: anIndicator('tax_total'), other },
      {
        one: [figure('a', '10000'), figure('b', '20000'), figure('c', '5'), figure('a', '7', 'old')],
        other: [figure('a', '1.00'), figure('b', '3')],
      },
    );
    expect(found).toEqual({ figures: 4, same: 1, differing: [{ unit: 'b', period: '2020', one: '2', other: '3' }] });
  });
});
