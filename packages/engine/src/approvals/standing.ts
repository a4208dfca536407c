// Where a case stands: the state, the steps with their opinions, what came back, who acts in whose stead, and the open tasks.
import { addWorkingDays, type Day, type Place, type WorkCalendar } from '../kernel/index.ts';
import type { Action, CaseState, CellReason, Stance, TaskKind, Unit, Workflow } from './case.ts';

export interface Opinion {
  readonly unit: string;
  readonly standing: 'asked' | 'later' | 'given' | 'silent';
  readonly since: Day;
  readonly due: Day | null;
  readonly added: boolean;
  readonly stance: Stance | null;
  readonly text: string | null;
  readonly version: number | null;
  readonly on: Day | null;
}

export interface StepStanding {
  /** Who holds it: the workflow's unit, or the one it was handed to. */
  readonly holder: string;
  readonly opinions: readonly Opinion[];
  readonly done: { readonly by: string; readonly on: Day; readonly text: string | null } | null;
}

export interface Delegation {
  readonly from: string;
  readonly to: string;
  readonly since: Day;
  readonly until: Day;
}

export interface Returned {
  readonly version: number;
  readonly on: Day;
  readonly by: string;
  readonly text: string | null;
  readonly reasons: readonly CellReason[];
}

export interface CaseStanding {
  readonly workflow: Workflow;
  readonly calendar: WorkCalendar;
  readonly state: CaseState;
  readonly round: number;
  /** The version handed in last; 0 before the first time. */
  readonly version: number;
  /** Who handed that version in; null before, and where the record does not say. */
  readonly handedInBy: string | null;
  /** Index of the step that has it; -1 while it lies with the drafter or is decided. */
  readonly at: number;
  /** Since when it lies where it lies, and until when. */
  readonly since: Day;
  readonly due: Day | null;
  readonly steps: readonly StepStanding[];
  readonly returned: Returned | null;
  readonly inForce: { readonly version: number; readonly on: Day; readonly paper: string | null } | null;
  readonly delegations: readonly Delegation[];
  readonly reminders: readonly { readonly by: string; readonly to: string; readonly on: Day }[];
  readonly seen: number;
  readonly lastDay: Day;
}

export interface Task {
  readonly kind: TaskKind;
  readonly unit: string;
  readonly since: Day;
  readonly due: Day | null;
  /** False while opinions that were asked for are still out: the step can be returned, not finished. */
  readonly ready: boolean;
}

/** A case before its first action: a draft since that day. */
export function openCase(workflow: Workflow, calendar: WorkCalendar, on: Day): CaseStanding {
  return {
    workflow,
    calendar,
    state: 'draft',
    round: 1,
    version: 0,
    handedInBy: null,
    at: -1,
    since: on,
    due: workflow.draftBy,
    steps: workflow.steps.map(({ unit }) => ({ holder: unit.id, opinions: [], done: null })),
    returned: null,
    inForce: null,
    delegations: [],
    reminders: [],
    seen: 0,
    lastDay: on,
  };
}

export function tasksOf(standing: CaseStanding): readonly Task[] {
  const { state, since, due, workflow } = standing;
  if (state === 'draft') return [{ kind: 'draft', unit: workflow.drafter.id, since, due, ready: true }];
  if (state === 'returned') return [{ kind: 'mend', unit: workflow.drafter.id, since, due, ready: true }];
  const step = standing.steps[standing.at];
  if (!step || (state !== 'review' && state !== 'decide')) return [];
  const asked = step.opinions.filter((opinion) => opinion.standing === 'asked');
  return [
    { kind: state, unit: step.holder, since, due, ready: opinionsIn(step) },
    ...asked.map((opinion) => ({ kind: 'opine' as const, unit: opinion.unit, since: opinion.since, due: opinion.due, ready: true })),
  ];
}

export function opinionsIn(step: StepStanding): boolean {
  return step.opinions.every(({ standing }) => standing === 'given' || standing === 'silent');
}

/** What may be changed in the subject now: null for everything, [] for nothing. */
export function unlockedCells(standing: CaseStanding): readonly Place[] | null {
  if (standing.state === 'draft') return null;
  return standing.state === 'returned' ? (standing.returned?.reasons.map(({ place }) => place) ?? []) : [];
}

/** The unit itself, and those that let it act in their stead on that day. */
export function unitsActedFor(standing: CaseStanding, unit: string, day: Day): readonly string[] {
  const lent = standing.delegations.filter(({ to, since, until }) => to === unit && since <= day && day <= until);
  return [...new Set([unit, ...lent.map(({ from }) => from)])];
}

/** Every unit the workflow names, once. */
export function unitsOf({ drafter, steps }: Workflow): readonly Unit[] {
  const all = [drafter, ...steps.flatMap((step) => [step.unit, ...step.signers, ...step.others])];
  return [...new Map(all.map((unit) => [unit.id, unit])).values()];
}

/** Whether that hand handed in what it would now accept or approve, in a step that asks for another. */
export function isSameHand({ workflow, at, handedInBy }: CaseStanding, { kind, hand }: Pick<Action, 'kind' | 'hand'>): boolean {
  const ends = kind === 'accept' || kind === 'approve' || kind === 'refuse';
  return ends && workflow.steps[at]?.hand === 'other' && hand !== undefined && hand === handedInBy;
}

export function dueAfter(calendar: WorkCalendar, on: Day, days: number | null): Day | null {
  return days === null ? null : addWorkingDays(calendar, on, days);
}
