// Days of the training province, counted in the proleptic calendar without a clock.
import type { Day } from '@zhenghe/engine/kernel';

/** The day of the register the exercise starts from: 1010 parks at the end of 2019. */
export const baseDay: Day = '2019-12-31';
/** The day on which the training province is lived: some plans are approved, some wait, some are late. */
export const trainingDay: Day = '2021-06-10';
export const firstApprovals: Day = '2020-10-12';

const dayLength = 86_400_000;

export function daysAfter(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

export function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b;
}
