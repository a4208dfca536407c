// How a deadline reads in words: working days left, the day itself, late, or no date at all; the same everywhere.
import type { Tone } from '../ui/index.ts';

export type DueStanding = 'none' | 'late' | 'today' | 'soon' | 'ahead';

/** Within this many working days a deadline is near. */
const near = 3;

export function dueStanding(daysLeft: number | null): DueStanding {
  if (daysLeft === null) return 'none';
  if (daysLeft < 0) return 'late';
  if (daysLeft === 0) return 'today';
  return daysLeft <= near ? 'soon' : 'ahead';
}

export const dueTones: Readonly<Record<DueStanding, Tone>> = { none: 'quiet', late: 'bad', today: 'warn', soon: 'warn', ahead: 'info' };
