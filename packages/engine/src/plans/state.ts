// Where a plan stands follows from its versions and its case; no status is stored that could contradict them.
// The steps are those of S2-(十四) and S1-四(二): a county submits, the city accepts, the province approves.
import { type CaseStanding, tasksOf } from '../approvals/index.ts';

/** What makes a version. */
export const versionKinds = ['saved', 'imported'] as const;

export const planStates = ['draft', 'submitted', 'returned', 'accepted', 'approved', 'refused'] as const;
export type PlanState = (typeof planStates)[number];

export interface VersionAction {
  readonly kind: (typeof versionKinds)[number];
  readonly version: number;
  readonly on: string;
}

export interface PlanStanding {
  readonly state: PlanState;
  /** The version that stands in this state: the newest one while it is being written, else the one handed in. */
  readonly version: number;
  /** Since when it stands there; saving a draft again does not reset it. */
  readonly since: string;
  /** The unit that has to act, or whose plan it is once it is decided. */
  readonly holder: string;
}

/** Null before the first version. The case is taken as of the same day as the versions. */
export function planStanding(versions: readonly VersionAction[], standing: CaseStanding): PlanStanding | null {
  const newest = versions.at(-1);
  if (!newest) return null;
  const state = planState(standing);
  const written = state === 'draft' || state === 'returned';
  return {
    state,
    version: written ? newest.version : standing.version,
    since: standing.since,
    holder: tasksOf(standing)[0]?.unit ?? standing.workflow.drafter.id,
  };
}

/** With the first step it is submitted; what a step has passed is accepted. */
export function planState({ state, at }: CaseStanding): PlanState {
  if (state !== 'review' && state !== 'decide') return state;
  return at === 0 ? 'submitted' : 'accepted';
}
