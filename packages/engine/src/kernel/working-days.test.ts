import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay, workCalendar, workingDaysBetween } from './working-days.ts';

/** National Day 2021: off from 1 to 7 October, worked on 26 September and 9 October. */
const calendar = workCalendar({
  holidays: ['2021-10-01', '2021-10-02', '2021-10-03', '2021-10-04', '2021-10-05', '2021-10-06', '2021-10-07'],
  makeUps: ['2021-09-26', '2021-10-09'],
});
const plain = workCalendar({ holidays: [], makeUps: [] });

describe('working days', () => {
  it('leave out weekends and holidays, and take in make-up days', () => {
    expect(isWorkingDay(calendar, '2021-09-25')).toBe(false);
    expect(isWorkingDay(calendar, '2021-09-26')).toBe(true);
    expect(isWorkingDay(calendar, '2021-10-01')).toBe(false);
    expect(isWorkingDay(calendar, '2021-10-09')).toBe(true);
    expect(isWorkingDay(plain, '2021-10-01')).toBe(true);
  });

  it('count from the day after: three from 30 September 2021 end on 11 October', () => {
    expect(addWorkingDays(calendar, '2021-09-30', 3)).toBe('2021-10-11');
    expect(addWorkingDays(calendar, '2021-09-30', 0)).toBe('2021-09-30');
    expect(workingDaysBetween(calendar, '2021-09-30', '2021-10-11')).toBe(3);
    expect(workingDaysBetween(calendar, '2021-10-11', '2021-09-30')).toBe(-3);
  });

  it('cross years and leap days', () => {
    expect(addWorkingDays(plain, '2019-12-31', 1)).toBe('2020-01-01');
    expect(addWorkingDays(plain, '2020-02-28', 1)).toBe('2020-03-02');
    expect(isWorkingDay(plain, '2020-03-01')).toBe(false);
  });

  it('counted forward come back as counted between, from any day', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2022-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = addWorkingDays(calendar, from, count);
        expect(workingDaysBetween(calendar, from, to)).toBe(count);
        expect(isWorkingDay(calendar, to)).toBe(true);
      }),
    );
  });
});
