// Where a batch stands: a fold over its steps, which are only added.
export const stepKinds = ['asked', 'started', 'checked', 'committed', 'failed', 'cancelled', 'undone'] as const;
export type StepKind = (typeof stepKinds)[number];

/** waiting: in the queue; working: being written; committed; failed and cancelled wrote nothing; undone. */
export const batchStates = ['waiting', 'working', 'committed', 'failed', 'cancelled', 'undone'] as const;
export type BatchState = (typeof batchStates)[number];

const after: Readonly<Record<StepKind, BatchState>> = {
  asked: 'waiting',
  started: 'working',
  checked: 'working',
  committed: 'committed',
  failed: 'failed',
  cancelled: 'cancelled',
  undone: 'undone',
};

const next: Readonly<Record<BatchState, readonly StepKind[]>> = {
  waiting: ['started', 'checked', 'committed', 'failed', 'cancelled'],
  working: ['started', 'checked', 'committed', 'failed', 'cancelled'],
  committed: ['undone'],
  failed: [],
  cancelled: [],
  undone: [],
};

/** Null before the first step. */
export function batchState(steps: readonly StepKind[]): BatchState | null {
  const last = steps.at(-1);
  return last === undefined ? null : after[last];
}

/** Whether that step may follow: an undone batch is not undone again, a failed one is not cancelled. */
export function mayStep(state: BatchState | null, step: StepKind): boolean {
  return state === null ? step === 'asked' : next[state].includes(step);
}
