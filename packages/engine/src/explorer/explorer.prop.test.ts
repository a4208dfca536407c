import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anIndicator } from '../indicators/testing.ts';
import { Decimal, periodEnd, sumOf } from '../kernel/index.ts';
import { type ActKind, carrySums, type LineageAct } from '../zones/index.ts';
import { applyFigures, buildCube, figureAt } from './block.ts';
import type { CubeFigure } from './cube.ts';
import { aFigure, anExplorer, asked, aUnit, rowOf } from './testing.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const places = ['330102', '330103', '330203', '330203', '330205', '330206'];
const units = ids.map((id, index) => aUnit(id, places[index] ?? '330102'));
const indicators = [
  anIndicator('tax', { decimals: 2 }),
  anIndicator('land', { unit: '亩', decimals: 3, accrual: 'stock' }),
  anIndicator('tax_per_mu', { unit: '万元/亩', formula: 'tax / land' }),
];
const months = ['2020-01', '2020-02', '2020-03', '2020-04'];

const value = fc.oneof(
  fc.integer({ min: -99_999, max: 9_999_999 }).map((whole) => new Decimal(whole).dividedBy(100).toFixed()),
  // Beyond what a double keeps, and with more digits than the column.
  fc.constantFrom('900719925474099.37', '123456789012345.123456789012', '0', '0.001'),
  fc.constant(null),
);
const figures: fc.Arbitrary<readonly CubeFigure[]> = fc
  .uniqueArray(
    fc.record({ unit: fc.constantFrom(...ids), indicator: fc.constantFrom('tax', 'land'), period: fc.constantFrom(...months), value }),
    { maxLength: 48, selector: ({ unit, indicator, period }) => `${unit} ${indicator} ${period}` },
  )
  .map((all) => all.map((one) => aFigure(one.unit, one.indicator, [one.period, one.value])));

const sides: Readonly<Record<ActKind, readonly [number, number]>> = {
  ...{
    found: [0, 1],
    merge: [2, 1],
    split: [1, 3],
    'split-off': [1, 2],
    dissolve: [1, 0],
    convert: [1, 1],
    upgrade: [1, 1],
    rename: [1, 1],
  },
};
const act: fc.Arbitrary<LineageAct> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom<ActKind>('merge', 'split', 'split-off', 'dissolve', 'upgrade', 'rename'),
    month: fc.integer({ min: 1, max: 12 }),
    zones: fc.shuffledSubarray([...ids], { minLength: 4, maxLength: 6 }),
    share: fc.integer({ min: 1, max: 333_333_333_333 }),
  })
  .map(({ id, kind, month, zones, share }) => {
    const [from, to] = [zones.slice(0, sides[kind][0]), zones.slice(3, 3 + sides[kind][1])];
    const shares = to.map((receiver, index) => ({
      from: from[0] ?? '',
      to: receiver,
      share: new Decimal(index < to.length - 1 ? share : 1e12 - share * (to.length - 1)).dividedBy(1e12).toFixed(),
    }));
    const on = `2020-${String(month).padStart(2, '0')}-01`;
    return { id, kind, on, paper: '训练', from, to, ...(kind === 'split' || kind === 'split-off' ? { shares } : {}) };
  });

const whole = { from: '2020-01', to: '2020-04', indicators: ['tax', 'land', 'tax_per_mu'] } as const;
const total = (cell: readonly unknown[] | undefined) => (typeof cell?.[0] === 'string' ? cell[0] : null);

describe('any figures and any acts', () => {
  it('come to the same whole on the map of then and of today, zone by zone as the register carries sums', () => {
    fc.assert(
      fc.property(figures, fc.array(act, { maxLength: 8 }), (given, acts) => {
        const explorer = anExplorer({ figures: given, indicators, units, acts });
        const ask = { ...whole, indicators: ['tax'] };
        const [then, today] = [asked(explorer, ask), asked(explorer, { ...ask, map: 'today' })];
        expect(rowOf(today, 'all').map(total)).toEqual(rowOf(then, 'all').map(total));
        for (const [at, month] of months.entries()) {
          const base = new Map(
            given.flatMap((one) => (one.indicator === 'tax' && one.period === month && one.value !== null ? [[one.unit, one.value]] : [])),
          );
          const later = acts.filter(({ on }) => on > periodEnd(month));
          const { sums, ended } = carrySums(later, base, '2021-12-31');
          const expected = new Map([...sums].map(([id, sum]) => [id, new Decimal(sum)]));
          for (const [id, sum] of ended) expected.set(id, (expected.get(id) ?? new Decimal(0)).plus(sum));
          for (const id of ids) expect([id, total(rowOf(today, id)[at])]).toEqual([id, expected.get(id)?.toFixed() ?? null]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('have cities that add up to the whole, and a ratio that is the sum over the sum', () => {
    fc.assert(
      fc.property(figures, (given) => {
        const explorer = anExplorer({ figures: given, indicators, units });
        const answer = asked(explorer, { ...whole, rows: 'city' });
        for (const [at, month] of months.entries()) {
          const of = (unit: string, code: string) =>
            given.find((one) => one.unit === unit && one.indicator === code && one.period === month)?.value ?? null;
          const having = ids.filter((id) => of(id, 'tax') !== null && of(id, 'land') !== null);
          const sum = (all: readonly string[], code: string) => sumOf(all.flatMap((id) => of(id, code) ?? []));
          const tax = ids.filter((id) => of(id, 'tax') !== null);
          const cities = answer.rows.filter(({ kind }) => kind === 'city').flatMap(({ cells }) => total(cells[at]) ?? []);
          expect(total(rowOf(answer, 'all')[at])).toBe(tax.length === 0 ? null : sum(tax, 'tax').toFixed());
          expect(sumOf(cities).toFixed()).toBe(sum(tax, 'tax').toFixed());
          const land = sum(having, 'land');
          const ratio = having.length === 0 || land.isZero() ? null : sum(having, 'tax').dividedBy(land);
          const told = ratio?.abs().lessThan('1e15') ? ratio.toDecimalPlaces(12).plus(0).toFixed() : null;
          expect(total(rowOf(answer, 'all')[8 + at])).toBe(told);
          expect(rowOf(answer, 'all')[8 + at]?.[1] ?? 0).toBe(having.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('grow as the change over the base, to twelve decimals', () => {
    fc.assert(
      fc.property(figures, (given) => {
        const explorer = anExplorer({ figures: given, indicators, units });
        const ask = { ...whole, indicators: ['tax'], rows: 'city' } as const;
        const [plain, grown] = [asked(explorer, ask), asked(explorer, { ...ask, growth: 'previous' })];
        const pairs = grown.rows.flatMap(({ key, cells }) => {
          const values = rowOf(plain, key).map((cell) => total(cell));
          return cells.slice(1).map((cell, at) => ({ told: total(cell), before: values[at] ?? null, now: values[at + 1] ?? null }));
        });
        const known = pairs.filter(({ before }) => before !== null && Number(before) > 0);
        for (const { told, before, now } of known) {
          const change =
            now === null
              ? null
              : new Decimal(now)
                  .minus(before ?? 0)
                  .times(100)
                  .dividedBy(before ?? 1);
          expect(told).toBe(change?.toDecimalPlaces(12).plus(0).toFixed() ?? null);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are answered alike in whichever order they came', () => {
    fc.assert(
      fc.property(figures, fc.uniqueArray(act, { maxLength: 4, selector: ({ id }) => id }), (given, acts) => {
        const question = { ...whole, map: 'today', grain: 'quarter', from: '2020-Q1', to: '2020-Q2' } as const;
        const forward = asked(anExplorer({ figures: given, indicators, units, acts }), question);
        const backward = asked(
          anExplorer({ figures: [...given].reverse(), indicators, units: [...units].reverse(), acts: [...acts].reverse() }),
          question,
        );
        expect(backward.rows).toEqual(forward.rows);
      }),
      { numRuns: 100 },
    );
  });

  it('are the same when they come one after the other, with questions between', () => {
    fc.assert(
      fc.property(figures, figures, fc.array(act, { maxLength: 3 }), (first, second, acts) => {
        const scene = { indicators, units, acts };
        const explorer = anExplorer({ ...scene, figures: first });
        const questions = [
          { ...whole, map: 'today' },
          { ...whole, grain: 'year', from: '2020', to: '2020' },
        ] as const;
        for (const question of questions) asked(explorer, question);
        applyFigures(explorer.cube, second, () => 2);
        const rebuilt = anExplorer({ ...scene, figures: [...first, ...second] });
        for (const question of questions) expect(asked(explorer, question).rows).toEqual(asked(rebuilt, question).rows);
      }),
      { numRuns: 100 },
    );
  });

  it('stand in the block as they were given', () => {
    fc.assert(
      fc.property(figures, (given) => {
        const cube = buildCube(given, () => 2);
        for (const { unit, indicator, period, value: text } of given) {
          const column = cube.columns.get(`${indicator} month`);
          const [year = 0, month = 1] = period.split('-').map(Number);
          const held = column && figureAt(column, year * 12 + month - 1, cube.indexOf.get(unit) ?? -1);
          expect(held instanceof Decimal ? held.toFixed() : held).toBe(text === null ? 'not-reported' : new Decimal(text).toFixed());
        }
      }),
    );
  });
});
