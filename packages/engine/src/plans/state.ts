// Where a plan stands is a fold over its append-only actions; no status is stored that could contradict them.
// The steps are those of S2-(十四) and S1-四(二): a county submits, the city accepts, the province approves.

export const planActionKinds = ['saved', 'imported', 'submitted', 'withdrawn', 'accepted', 'approved'] as const;
export type PlanActionKind = (typeof planActionKinds)[number];

export const planStates = ['draft', 'submitted', 'accepted', 'approved'] as const;
export type PlanState = (typeof planStates)[number];

export interface PlanAction {
  readonly kind: PlanActionKind;
  /** The version the action made or speaks of. */
  readonly version: number;
  /** The day it was done. */
  readonly on: string;
}

export interface PlanStanding {
  readonly state: PlanState;
  /** The version that stands in this state: the newest one saved, or the one submitted. */
  readonly version: number;
  /** Since when it stands there; saving a draft again does not reset it. */
  readonly since: string;
}

/** What each action leads to from each state; an absent entry is not allowed. An approved plan is frozen. */
const steps: Readonly<Record<PlanState | 'none', Partial<Record<PlanActionKind, PlanState>>>> = {
  none: { saved: 'draft', imported: 'draft' },
  draft: { saved: 'draft', imported: 'draft', submitted: 'submitted' },
  submitted: { withdrawn: 'draft', accepted: 'accepted', approved: 'approved' },
  accepted: { approved: 'approved' },
  approved: {},
};

/** The state after `kind`, or null when a plan in `state` (none: it does not exist yet) may not take that step. */
export function stateAfter(state: PlanState | 'none', kind: PlanActionKind): PlanState | null {
  return steps[state][kind] ?? null;
}

/** Thrown when a stored history holds a step that is not allowed: our bug, never a user's mistake. */
export class PlanHistoryFault extends Error {}

/** Folds a history, oldest first; null when there is none. */
export function standingOf(actions: readonly PlanAction[]): PlanStanding | null {
  let standing: PlanStanding | null = null;
  for (const action of actions) standing = step(standing, action);
  return standing;
}

function step(before: PlanStanding | null, action: PlanAction): PlanStanding {
  const state = stateAfter(before?.state ?? 'none', action.kind);
  if (state === null) throw new PlanHistoryFault(`${action.kind} does not follow ${before?.state ?? 'nothing'}`);
  const since = before?.state === state ? before.since : action.on;
  return { state, version: action.version, since };
}
