// What is wrong with a training plan, so that there is something to find: at most one flaw a plan, dealt in turn.
import { trainingCounty } from './land.ts';
import { type Course, overQuota, type TrainingUnit } from './units.ts';

export type Flaw =
  | 'sum-off'
  | 'missing-area'
  | 'over-quota'
  | 'growth'
  | 'growth-explained'
  | 'late'
  | 'industries'
  | 'no-outcome'
  | 'staff'
  | 'missing-staff';

/** Drafts may hold anything. What was handed in has passed the blocking checks; it can still lack figures or carry a reason. */
const dealt: Readonly<Record<Course, readonly (Flaw | null)[]>> = {
  draft: ['sum-off', 'growth', 'missing-area', 'late', 'sum-off', 'growth', 'no-outcome', 'industries', 'staff', 'growth', null],
  submitted: ['missing-staff', null, 'growth-explained', 'missing-staff'],
  accepted: [null, 'growth-explained', 'missing-staff'],
  'approved-later': [null, null, null, 'growth-explained'],
  'approved-first': [null, null, null, null, 'growth-explained'],
};

/** The two that go over their quota are named in units.ts; `turn` counts the plans of the same course before this one. */
export function flawOf({ course, place }: TrainingUnit, turn: number): Flaw | null {
  if (overQuota.includes(place.code)) return 'over-quota';
  // Its clerk practises boundaries, and nothing else stands in the way.
  if (place.code === trainingCounty) return null;
  const flaws = dealt[course];
  return flaws[turn % flaws.length] ?? null;
}
