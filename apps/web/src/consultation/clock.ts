// How long a round still takes comments, as tone and standing. Working days; 0 is the last day.
import type { Tone } from '../ui/index.ts';
import type { RoundRow, RoundState } from './shapes.ts';

export type ClockStanding = 'over' | 'today' | 'soon' | 'ahead';

/** Within this many working days the end is near. */
const near = 3;

export function clockOf({ state, daysLeft }: Pick<RoundRow, 'state' | 'daysLeft'>): ClockStanding {
  if (state !== 'open' || daysLeft === null) return 'over';
  if (daysLeft === 0) return 'today';
  return daysLeft <= near ? 'soon' : 'ahead';
}

export const clockTones: Readonly<Record<ClockStanding, Tone>> = { over: 'quiet', today: 'warn', soon: 'warn', ahead: 'info' };
export const stateTones: Readonly<Record<RoundState, Tone>> = { open: 'info', closed: 'warn', answered: 'warn', published: 'good' };
