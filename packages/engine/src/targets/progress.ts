// How far a target is (F36–F38): met, on the straight way from base to goal, behind it, past its year, or not to be said.
// Months are counted as whole numbers and compared by cross products, so that no rounding decides. "—" is no base, and never zero.
import { type Cell, type Day, Decimal, isMissing, type Period, periodEnd } from '../kernel/index.ts';

export const targetStates = ['met', 'on-pace', 'behind', 'past-due', 'unknown'] as const;
export type TargetState = (typeof targetStates)[number];
export type Sense = 'at-least' | 'at-most';

export interface Goal {
  /** Null: the document gives none. */
  readonly base: { readonly value: Decimal; readonly year: Period } | null;
  readonly goal: { readonly value: Decimal; readonly sense: Sense; readonly year: Period };
}

/** The newest figure, in the unit of the target, with the period it is of. */
export interface Actual {
  readonly value: Cell<Decimal>;
  readonly period: Period;
}

export interface Pace {
  /** Change a year from the base to the figure; null without a base, and where the figure is of the base year itself. */
  readonly sofar: Decimal | null;
  /** Change a year from the figure to the goal, 0 where it is met; null once the figure is of the goal's year. */
  readonly needed: Decimal | null;
  /** From the end of the figure's period to the end of the goal's year. */
  readonly yearsLeft: Decimal;
}

export interface Progress {
  readonly state: TargetState;
  /** Null without a figure, and when the goal's year is past. */
  readonly pace: Pace | null;
}

/**
 * `on`: the day that asks. A target is past due after the last day of its year, where a figure of that time falls short of it; an older
 * figure cannot tell.
 */
export function progressOf({ base, goal }: Goal, actual: Actual | null, on: Day): Progress {
  if (!actual || isMissing(actual.value)) return { state: 'unknown', pace: null };
  const { value, period } = actual;
  const past = on > periodEnd(goal.year);
  const pace = past ? null : paceOf({ base, goal }, value, period);
  if (reached(value, goal)) return { state: 'met', pace: pace && { ...pace, needed: pace.needed && nothing } };
  if (past) return { state: monthsBetween(period, goal.year) <= 0 ? 'past-due' : 'unknown', pace: null };
  if (!base || monthsBetween(base.year, period) <= 0) return { state: 'unknown', pace };
  return { state: aheadOfLine({ base, goal }, value, period) ? 'on-pace' : 'behind', pace };
}

const nothing = new Decimal(0);

export function reached(value: Decimal, { value: goal, sense }: Goal['goal']): boolean {
  return sense === 'at-least' ? value.greaterThanOrEqualTo(goal) : value.lessThanOrEqualTo(goal);
}

interface Based {
  readonly base: NonNullable<Goal['base']>;
  readonly goal: Goal['goal'];
}

function paceOf({ base, goal }: Goal, value: Decimal, period: Period): Pace {
  const [elapsed, left] = [base ? monthsBetween(base.year, period) : 0, monthsBetween(period, goal.year)];
  return {
    sofar: base && elapsed > 0 ? value.minus(base.value).times(12).div(elapsed) : null,
    needed: left > 0 ? goal.value.minus(value).times(12).div(left) : null,
    yearsLeft: new Decimal(Math.max(0, left)).div(12),
  };
}

/** Whether the change so far, kept up, reaches the goal in its year. */
function aheadOfLine({ base, goal }: Based, value: Decimal, period: Period): boolean {
  const [elapsed, left] = [monthsBetween(base.year, period), monthsBetween(period, goal.year)];
  const sofar = value.minus(base.value).times(Math.max(0, left));
  const needed = goal.value.minus(value).times(elapsed);
  return goal.sense === 'at-least' ? sofar.greaterThanOrEqualTo(needed) : sofar.lessThanOrEqualTo(needed);
}

/** From the end of one period to the end of another, in whole months; negative backwards. */
export function monthsBetween(first: Period, last: Period): number {
  const months = (period: Period) => {
    const [year = 0, month = 0] = periodEnd(period).split('-').map(Number);
    return year * 12 + month;
  };
  return months(last) - months(first);
}
