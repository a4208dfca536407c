// How long a round must last at least, counted by the calendar that is handed in; and when personal data has to go.
import { addDays, addWorkingDays, type Day, daysBetween, type WorkCalendar, workingDaysBetween } from '../kernel/index.ts';
import type { RoundKind } from './round.ts';
import { lastOpenDay, type RoundStanding } from './standing.ts';

/** Null where nothing sets a length. The day of the opening does not count. */
export interface LengthRule {
  readonly publicWorkingDays: number | null;
  /** Calendar days, where the subject touches business. */
  readonly businessDays: number | null;
}

export interface RoundSpan {
  readonly kind: RoundKind;
  readonly touchesBusiness: boolean;
  readonly opensOn: Day;
}

/** The earliest last day; the day of the opening itself for rounds of units, for which only the asked day counts. */
export function earliestClose(rule: LengthRule, { kind, touchesBusiness, opensOn }: RoundSpan, calendar: WorkCalendar): Day {
  if (kind === 'internal') return opensOn;
  const plain = addWorkingDays(calendar, opensOn, rule.publicWorkingDays ?? 0);
  const business = touchesBusiness ? addDays(opensOn, rule.businessDays ?? 0) : opensOn;
  return daysBetween(plain, business) > 0 ? business : plain;
}

/** Nobody waits longer than a year for an answer. */
export const longestDays = 366;

export type LengthProblem =
  | { readonly kind: 'too-short'; readonly earliest: Day; readonly workingDays: number; readonly days: number }
  | { readonly kind: 'too-long'; readonly most: number };

export function lengthProblem(
  rule: LengthRule,
  span: RoundSpan & { readonly closesOn: Day },
  calendar: WorkCalendar,
): LengthProblem | null {
  const { opensOn, closesOn } = span;
  const earliest = earliestClose(rule, span, calendar);
  const days = daysBetween(opensOn, closesOn);
  if (closesOn < earliest) return { kind: 'too-short', earliest, days, workingDays: workingDaysBetween(calendar, opensOn, closesOn) };
  return days > longestDays ? { kind: 'too-long', most: longestDays } : null;
}

/** Contacts go once the answers have been out for that many days; without answers, once the round has been over for as many. */
export function purgeIsDue(standing: RoundStanding, keepDays: number, day: Day): boolean {
  const since = standing.publishedOn ?? lastOpenDay(standing);
  return standing.purgedOn === null && daysBetween(since, day) > keepDays;
}
