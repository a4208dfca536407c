import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, type Missing } from '../kernel/index.ts';
import { compounded, growthStillNeeded, yearlyGrowth } from './growth-goal.ts';
import { monthsBetween, progressOf, type Sense } from './progress.ts';

interface Line {
  readonly base?: readonly [string, string];
  readonly goal: readonly [string, string, Sense?];
}
const at = ({ base, goal }: Line, actual: readonly [string | Missing, string] | null, on = '2022-03-01') => {
  const [value, period] = actual ?? [];
  const progress = progressOf(
    {
      base: base ? { value: new Decimal(base[0]), year: base[1] } : null,
      goal: { value: new Decimal(goal[0]), year: goal[1], sense: goal[2] ?? 'at-least' },
    },
    value === undefined || period === undefined ? null : { value: typeof value === 'string' ? new Decimal(value) : value, period },
    on,
  );
  const { state, pace } = progress;
  return pace ? `${state} ${pace.sofar?.toFixed() ?? '—'} ${pace.needed?.toFixed() ?? '—'} ${pace.yearsLeft.toFixed()}` : state;
};

const share: Line = { base: ['47.6', '2019'], goal: ['60', '2025'] };
const zones: Line = { base: ['1010', '2019'], goal: ['150', '2021', 'at-most'] };

describe('a target', () => {
  it('is on pace on the straight line from base to goal, and behind below it', () => {
    expect(at({ base: ['40', '2019'], goal: ['52', '2025'] }, ['44', '2021'])).toBe('on-pace 2 2 4');
    expect(at({ base: ['40', '2019'], goal: ['52', '2025'] }, ['43.9', '2021'])).toBe('behind 1.95 2.025 4');
    expect(at(share, ['48.2', '2021'])).toBe('behind 0.3 2.95 4');
  });

  it('is met when the figure is at the goal, also before its year', () => {
    expect(at(share, ['60', '2021'])).toBe('met 6.2 0 4');
    expect(at(zones, ['150', '2021'], '2022-01-01')).toBe('met');
    expect(at(share, ['66', '2021'])).toBe('met 9.2 0 4');
  });

  it('that asks for less counts downwards', () => {
    expect(at(zones, ['580', '2020'], '2021-06-10')).toBe('on-pace -430 -430 1');
    expect(at(zones, ['600', '2020'], '2021-06-10')).toBe('behind -410 -450 1');
  });

  it('is past due after the last day of its year, not on it', () => {
    expect(at(zones, ['151', '2021'], '2021-12-31')).toContain('behind');
    expect(at(zones, ['151', '2021'], '2022-01-01')).toBe('past-due');
    expect(at(zones, ['151', '2022-03'], '2022-04-01')).toBe('past-due');
  });

  it('is not past due by a figure from before its year was over: nobody knows', () => {
    expect(at(zones, ['721', '2020'], '2022-01-01')).toBe('unknown');
    expect(at(zones, ['721', '2021-11'], '2022-01-01')).toBe('unknown');
  });

  it('cannot be judged without a figure, nor its pace without a base: "—" is no zero', () => {
    expect(at(share, null)).toBe('unknown');
    expect(at(share, [{ missing: 'secret' }, '2021'])).toBe('unknown');
    expect(at({ goal: ['30', '2025'] }, ['12', '2021'])).toBe('unknown — 4.5 4');
    expect(at({ goal: ['30', '2025'] }, ['31', '2021'])).toBe('met — 0 4');
    expect(at({ goal: ['30', '2025'] }, ['29', '2025'], '2026-01-01')).toBe('past-due');
  });

  it('says nothing of the pace from a figure of the base year itself', () => {
    expect(at(share, ['48', '2019'])).toBe('unknown — 2 6');
  });

  it('counts months of a year that is under way', () => {
    expect(monthsBetween('2019', '2021-06')).toBe(18);
    expect(at({ base: ['0', '2019'], goal: ['72', '2025'] }, ['18', '2021-06'])).toBe('on-pace 12 12 4.5');
  });

  it('never answers on pace where the pace still needed is above the pace so far', () => {
    const amount = fc.integer({ min: -10000, max: 10000 });
    fc.assert(
      fc.property(amount, amount, amount, fc.integer({ min: 2020, max: 2024 }), (base, goal, actual, year) => {
        const progress = progressOf(
          {
            base: { value: new Decimal(base), year: '2019' },
            goal: { value: new Decimal(goal), sense: 'at-least', year: '2025' },
          },
          { value: new Decimal(actual), period: String(year) },
          '2025-02-01',
        );
        const expected = actual >= goal ? 'met' : (actual - base) * (2025 - year) >= (goal - actual) * (year - 2019) ? 'on-pace' : 'behind';
        expect(progress.state).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a goal said as growth', () => {
  it('of 15 % a year is ×1.749 over four years and ×2.011 over five', () => {
    const times = (years: number) => compounded(new Decimal(15), years)?.toFixed();
    expect([times(4), times(5), times(0)]).toEqual(['1.74900625', '2.0113571875', '1']);
    expect([compounded(new Decimal(-100), 4), compounded(new Decimal(15), 1.5)]).toEqual([null, null]);
  });

  it('of doubling asks for 18.92 % a year over four years and 14.87 % over five', () => {
    const yearly = (years: number) => yearlyGrowth(new Decimal(2), new Decimal(years))?.toDecimalPlaces(2).toFixed();
    expect([yearly(4), yearly(5), yearly(1)]).toEqual(['18.92', '14.87', '100']);
    expect(yearlyGrowth(new Decimal(2), new Decimal(0))).toBeNull();
  });

  it('asks for what is left after what was grown', () => {
    const needed = (value: string, years: number) =>
      growthStillNeeded({ base: new Decimal(100), goal: new Decimal(2), value: new Decimal(value) }, new Decimal(years))
        ?.toDecimalPlaces(2)
        .toFixed() ?? null;
    expect([needed('160', 1), needed('100', 5), needed('250', 1), needed('0', 1)]).toEqual(['25', '14.87', '-20', null]);
  });
});
