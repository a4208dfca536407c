import { describe, expect, it } from 'vitest';
import { askOf, figureKey, grainsFor, joined, spanOf, stateOf } from './question.ts';
import type { ChoiceRow } from './shapes.ts';

function aChoice(code: string, grain: ChoiceRow['grain'], first: string, last: string): ChoiceRow {
  return { code, name: { zh: code, en: code }, unit: '万元', group: 'scale', derived: false, grain, first, last };
}

const tax = aChoice('tax', 'month', '2017-01', '2021-05');
const land = aChoice('land', 'year', '2017', '2020');
const where = { dataset: 'training', on: '2021-06-10', place: '330000' } as const;

describe('the question as the address holds it', () => {
  it('reads what is known and leaves out the rest', () => {
    const state = stateOf({
      i: 'tax.land.tax.Not-a-code',
      rows: 'nonsense',
      map: 'today',
      types: 'local.nonsense',
      sub: '0',
      at: 'xl-1.tax.2021-05',
    });
    expect(state).toMatchObject({ indicators: ['tax', 'land'], rows: 'city', map: 'today', types: ['local'], subtotals: false });
    expect(state.at).toEqual({ row: 'xl-1', indicator: 'tax', period: '2021-05' });
    expect(stateOf({ at: 'xl-1.tax.yesterday' }).at).toBeNull();
  });
  it('writes what it reads: a link brings back the same view', () => {
    const at = { row: 'xl-330100-01', indicator: 'tax', period: '2021-Q1' };
    expect(stateOf({ at: figureKey(at), i: joined(['tax', 'land']) ?? '' })).toMatchObject({ at, indicators: ['tax', 'land'] });
    expect(joined([])).toBeUndefined();
  });
});

describe('the periods asked for', () => {
  it('are the last few in which the chosen are filed, in the longest grain among them', () => {
    expect(spanOf(stateOf({}), [tax])).toMatchObject({ grain: 'month', from: '2020-06', to: '2021-05' });
    expect(spanOf(stateOf({}), [tax, land])).toMatchObject({ grain: 'year', from: '2017', to: '2020', last: '2021' });
  });
  it('end with a whole one: five months do not stand for a year', () => {
    expect(spanOf(stateOf({ grain: 'quarter' }), [tax])?.to).toBe('2021-Q1');
    expect(spanOf(stateOf({ grain: 'year' }), [aChoice('new', 'month', '2021-01', '2021-05')])?.to).toBe('2021');
  });
  it('are turned into the grain, and put in order', () => {
    expect(spanOf(stateOf({ grain: 'quarter', from: '2021-05', to: '2020' }), [tax])).toMatchObject({ from: '2020-Q4', to: '2021-Q2' });
  });
  it('are no more than a table can hold', () => {
    expect(spanOf(stateOf({ from: '1990-01', to: '2021-05' }), [tax])).toMatchObject({ from: '2011-06', to: '2021-05' });
  });
  it('are offered no finer than anything is filed', () => {
    expect(grainsFor([land])).toEqual(['year']);
    expect(grainsFor([land, tax])).toEqual(['month', 'quarter', 'half', 'year']);
  });
});

describe('what the API is asked', () => {
  it('is nothing while no indicator with figures is chosen', () => {
    expect(askOf(stateOf({}), where, [tax])).toBeNull();
    expect(askOf(stateOf({ i: 'unheard_of' }), where, [tax])).toBeNull();
    expect(askOf(stateOf({ i: 'tax' }), { ...where, on: '' }, [tax])).toBeNull();
  });
  it('is the whole of the question', () => {
    expect(askOf(stateOf({ i: 'tax.unheard_of', rows: 'unit', growth: 'year', types: 'local.customs' }), where, [tax])).toEqual({
      ...where,
      ...{ indicators: 'tax', grain: 'month', from: '2020-06', to: '2021-05', rows: 'unit', map: 'then', growth: 'year' },
      ...{ subtotals: 'true', types: 'local,customs', units: '' },
    });
  });
});
