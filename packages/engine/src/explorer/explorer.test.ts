import { describe, expect, it } from 'vitest';
import { anIndicator } from '../indicators/testing.ts';
import type { LineageAct } from '../zones/index.ts';
import { applyFigures } from './block.ts';
import type { CubeFigure } from './cube.ts';
import { heldOf } from './tags.ts';
import { aFigure, anExplorer, asked, aUnit, cells, rowOf } from './testing.ts';

const units = [aUnit('a', '330102'), aUnit('b', '330102'), aUnit('c', '330203')];
const tax = anIndicator('tax');
const land = anIndicator('land', { unit: '亩', accrual: 'stock' });
const merger: LineageAct = { id: 'm', kind: 'merge', on: '2020-03-01', paper: '训练', from: ['a', 'b'], to: ['c'] };

/** 'a tax 2020-01 10'; 'a tax 2020-01 -' for one not reported. */
function figures(...texts: readonly string[]): readonly CubeFigure[] {
  return texts.map((text) => {
    const [unit = '', indicator = '', period = '', value = '-'] = text.split(' ');
    return aFigure(unit, indicator, [period, value === '-' ? null : value]);
  });
}

const first = (...row: ReturnType<typeof rowOf>) => row[0];

describe('a coarser period', () => {
  it('adds up a flow, and says how many months there were', () => {
    const explorer = anExplorer({ figures: figures('a tax 2020-01 10', 'a tax 2020-02 5'), indicators: [tax], units });
    const year = asked(explorer, { grain: 'year', from: '2020', to: '2020' });
    expect(rowOf(year, 'a')).toEqual([['15', 2, 12, cells.partial]]);
  });

  it('takes the last of a stock, never the sum', () => {
    const given = figures('a land 2020-01 10', 'a land 2020-03 12', 'b land 2020-02 7');
    const explorer = anExplorer({ figures: given, indicators: [land], units });
    const quarter = asked(explorer, { indicators: ['land'], grain: 'quarter', from: '2020-Q1', to: '2020-Q1' });
    expect(rowOf(quarter, 'a')).toEqual([['12', 1, 1, 0]]);
    expect(rowOf(quarter, 'b')).toEqual([['7', 1, 1, cells.partial]]);
  });

  it('does not count a stock twice where the zones merged within the year', () => {
    const given = figures('a land 2020-01 10', 'a land 2020-02 10', 'b land 2020-02 5', 'c land 2020-12 20');
    const ended = [aUnit('a', '330102', { to: '2020-03-01' }), aUnit('b', '330102', { to: '2020-03-01' }), aUnit('c', '330203')];
    const explorer = anExplorer({ figures: given, indicators: [land], units: ended, acts: [merger] });
    const year = asked(explorer, { indicators: ['land'], grain: 'year', from: '2020', to: '2020' });
    expect(rowOf(year, 'all')).toEqual([['20', 1, 1, 0]]);
  });

  it('adds what merged zones filed before to what the new one filed after', () => {
    const given = figures('a tax 2020-01 10', 'b tax 2020-02 5', 'c tax 2020-03 20');
    const explorer = anExplorer({ figures: given, indicators: [tax], units, acts: [merger] });
    const quarter = asked(explorer, { grain: 'quarter', from: '2020-Q1', to: '2020-Q1' });
    expect(first(...rowOf(quarter, 'c'))?.[0]).toBe('35');
    expect(first(...rowOf(quarter, 'all'))?.[0]).toBe('35');
  });

  it('prefers what a unit filed for the year itself', () => {
    const explorer = anExplorer({ figures: figures('a tax 2020-01 10', 'a tax 2020 130'), indicators: [tax], units });
    expect(rowOf(asked(explorer, { grain: 'year', from: '2020', to: '2020' }), 'a')).toEqual([['130', 1, 1, 0]]);
  });

  it('is not made up from a longer one: empty, and said', () => {
    const explorer = anExplorer({ figures: figures('a tax 2020 130'), indicators: [tax], units });
    const answer = asked(explorer, {});
    expect(rowOf(answer, 'all')).toEqual([[null, 0, 0, 0]]);
    expect(answer.problems.map(({ en }) => en)).toEqual(['“tax” is filed by year; there is nothing finer.']);
  });
});

describe('growth', () => {
  const sinceJanuary = anIndicator('tax', { accrual: 'to-date' });

  it('compares the flows of to-date figures, and the figures themselves with last year', () => {
    const given = figures('a tax 2020-01 10', 'a tax 2020-02 30', 'a tax 2019-02 15');
    const explorer = anExplorer({ figures: given, indicators: [sinceJanuary], units });
    const february = { from: '2020-02', to: '2020-02' };
    expect(rowOf(asked(explorer, { ...february, growth: 'previous' }), 'a')).toEqual([['100', 1, 1, 0]]);
    expect(rowOf(asked(explorer, { ...february, growth: 'year' }), 'a')).toEqual([['100', 1, 1, 0]]);
  });

  const broken = anIndicator('tax', {
    calibres: [
      { id: 'old', from: null, title: { zh: '旧', en: 'old' }, note: null, clause: null, comparable: true },
      { id: 'new', from: '2020', title: { zh: '新', en: 'new' }, note: null, clause: null, comparable: false },
    ],
  });
  const across = { from: '2020-01', to: '2020-01', growth: 'year', rows: 'all' } as const;

  it('is refused across a break of calibre', () => {
    const explorer = anExplorer({ figures: figures('a tax 2019-01 10', 'a tax 2020-01 20'), indicators: [broken], units });
    expect(rowOf(asked(explorer, across), 'all')).toEqual([[null, 1, 1, cells.break, 'not-applicable']]);
  });

  it('is bridged by a period that was filed under both', () => {
    const old = { ...aFigure('a', 'tax', ['2020-01', '16']), calibre: 'old' };
    const given = [...figures('a tax 2019-01 10', 'a tax 2020-01 20'), old];
    const explorer = anExplorer({ figures: given, indicators: [broken], units });
    // 10 × 20 ÷ 16 = 12.5, and from there to 20.
    expect(rowOf(asked(explorer, across), 'all')).toEqual([['60', 1, 1, cells.bridged]]);
  });
});

describe('what does not add up', () => {
  const rate = anIndicator('rate', { unit: '%', gathering: 'none', accrual: 'stock' });

  it('has no sum, and does not come through a merger', () => {
    const explorer = anExplorer({ figures: figures('a rate 2020-01 4', 'b rate 2020-01 6'), indicators: [rate], units, acts: [merger] });
    const then = asked(explorer, { indicators: ['rate'] });
    expect(rowOf(then, 'a')).toEqual([['4', 1, 1, 0]]);
    expect(rowOf(then, 'all')[0]?.slice(3)).toEqual([cells.notComparable, 'not-applicable']);
    const today = asked(explorer, { indicators: ['rate'], map: 'today' });
    expect(rowOf(today, 'c')[0]?.[0]).toBeNull();
    expect((rowOf(today, 'c')[0]?.[3] ?? 0) & cells.notComparable).toBe(cells.notComparable);
  });

  it('comes along where one zone became one', () => {
    const renamed: LineageAct = { id: 'r', kind: 'rename', on: '2020-03-01', paper: '训练', from: ['a'], to: ['c'] };
    const explorer = anExplorer({ figures: figures('a rate 2020-01 4'), indicators: [rate], units, acts: [renamed] });
    expect(rowOf(asked(explorer, { indicators: ['rate'], map: 'today' }), 'c')).toEqual([['4', 1, 1, cells.carried]]);
  });

  it('is a mean by its weight where it has one', () => {
    const wage = anIndicator('wage', { unit: '万元/人', gathering: 'weighted', weight: 'staff', accrual: 'stock' });
    const staff = anIndicator('staff', { unit: '人', decimals: 0, accrual: 'stock' });
    const given = figures('a wage 2020-01 10', 'a staff 2020-01 1', 'b wage 2020-01 20', 'b staff 2020-01 3', 'c wage 2020-01 99');
    const explorer = anExplorer({ figures: given, indicators: [wage, staff], units, acts: [merger] });
    expect(rowOf(asked(explorer, { indicators: ['wage'] }), 'all')).toEqual([['17.5', 2, 3, cells.partial]]);
    expect(rowOf(asked(explorer, { indicators: ['wage'], map: 'today', rows: 'city' }), '330200')[0]?.[0]).toBe('17.5');
  });
});

it('counts a reason as missing, never as zero', () => {
  const explorer = anExplorer({ figures: figures('a tax 2020-01 0', 'b tax 2020-01 -', 'c tax 2020-01 -'), indicators: [tax], units });
  const answer = asked(explorer, {});
  expect([rowOf(answer, 'a'), rowOf(answer, 'b')]).toEqual([[['0', 1, 1, 0]], [[null, 0, 1, 0, 'not-reported']]]);
  expect([rowOf(answer, '330100'), rowOf(answer, '330200')]).toEqual([[['0', 1, 2, cells.partial]], [[null, 0, 1, 0, 'not-reported']]]);
});

it('expects a figure from the first on, as long as the zone exists', () => {
  const gone = aUnit('b', '330102', { to: '2020-03-01' });
  const given = figures('a tax 2020-02 1', 'b tax 2020-02 1');
  const explorer = anExplorer({ figures: given, indicators: [tax], units: [aUnit('a', '330102'), gone] });
  const answer = asked(explorer, { to: '2020-03', rows: 'all' });
  expect(rowOf(answer, 'all').map(([, of, expected]) => [of, expected])).toEqual([
    [0, 0],
    [2, 2],
    [0, 1],
  ]);
});

it('never adds what a place filed for itself to its zones, and shows it where no zone filed', () => {
  const mixed = anExplorer({ figures: figures('a tax 2020-01 10', '330000 tax 2020-01 500'), indicators: [tax], units });
  expect(rowOf(asked(mixed, { rows: 'all' }), 'all')).toEqual([['10', 1, 1, 0]]);
  expect(rowOf(asked(mixed, {}), '330000')).toEqual([['500', 1, 1, 0]]);
  const alone = anExplorer({ figures: figures('330000 tax 2020-01 500', '330100 tax 2020-01 200'), indicators: [tax], units });
  expect(rowOf(asked(alone, { rows: 'all' }), 'all')).toEqual([['500', 1, 1, 0]]);
  expect(rowOf(asked(alone, { rows: 'city' }), '330100')).toEqual([['200', 1, 1, 0]]);
});

it('reads on under the code an indicator was merged into', () => {
  const old = anIndicator('old_tax', { mergedInto: 'tax' });
  const explorer = anExplorer({ figures: figures('a old_tax 2019-12 3', 'a tax 2020-01 4'), indicators: [tax, old], units });
  const answer = asked(explorer, { from: '2019-12' });
  expect(rowOf(answer, 'a').map(([value]) => value)).toEqual(['3', '4']);
  expect(heldOf(explorer, 'tax')).toEqual({ grain: 'month', first: '2019-12', last: '2020-01' });
});

it('hides a unit of others, and a sum that would be that unit alone', () => {
  const given = figures('a tax 2020-01 10', 'b tax 2020-01 20', 'c tax 2020-01 30');
  const explorer = anExplorer({ figures: given, indicators: [tax], units });
  const answer = asked(explorer, { sees: ['a'] });
  expect(answer.rows.map(({ key }) => key)).toEqual(['a', 'all']);
  expect(rowOf(answer, 'all')[0]?.[0]).toBe('60');
  const near = asked(explorer, { sees: ['a', 'c'], rows: 'county' });
  expect(near.rows.map(({ key }) => key)).toEqual(['330203', '330200', 'all']);
});

it('answers from a later figure at once', () => {
  const explorer = anExplorer({ figures: figures('a tax 2020-01 10'), indicators: [tax], units });
  expect(rowOf(asked(explorer, {}), 'all')[0]?.[0]).toBe('10');
  expect(applyFigures(explorer.cube, figures('a tax 2020-01 10', 'b tax 2020-01 1'), () => 2)).toBe(1);
  expect(rowOf(asked(explorer, {}), 'all')[0]?.[0]).toBe('11');
});
