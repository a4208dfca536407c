// What is written down of a case: its head, its actions with who did them, and the spans of its tasks.
import type { RoleCard } from '@zhenghe/contract/accounts';
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Action, afterAction, type CaseState, openCase, type Task, tasksOf, unitsOf, type Workflow } from '@zhenghe/engine/approvals';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { Actor } from '../accounts/index.ts';
import { officialCalendar } from './calendar.ts';

/** Whose hand a card is: the person's, where one is known. */
export function handOf({ id, personId }: RoleCard): string {
  return personId ?? id;
}

export { unitOfCard } from '../accounts/index.ts';

export interface CaseKey {
  readonly noun: string;
  readonly id: string;
}

export interface CaseHead extends CaseKey {
  readonly dataset: Dataset;
  readonly jurisdiction: string;
  readonly workflow: Workflow;
  readonly openedOn: Day;
}

export interface WrittenAction extends Action {
  readonly seq: number;
  /** Hash of the version it speaks of. */
  readonly sha256: string;
  readonly actor: Actor;
  /** When the row was written; absent before. */
  readonly recordedAt?: string | undefined;
}

/** A task over the days in which it stood unchanged. */
export interface TaskSpan extends Task {
  readonly state: CaseState;
  readonly from: Day;
  readonly to: Day | null;
}

/** Every task the case has had, with its days; what begins and ends on one day is left out. */
export function taskSpans({ workflow, openedOn }: CaseHead, actions: readonly Action[]): readonly TaskSpan[] {
  let standing = openCase(workflow, officialCalendar, openedOn);
  const spans: TaskSpan[] = tasksOf(standing).map((task) => ({ ...task, state: 'draft', from: openedOn, to: null }));
  for (const action of actions) {
    standing = afterAction(standing, action);
    const now = new Map(tasksOf(standing).map((task) => [keyOf(task), task]));
    spans.forEach((span, index) => {
      if (span.to !== null) return;
      if (!now.delete(keyOf(span))) spans[index] = { ...span, to: action.on };
    });
    for (const task of now.values()) spans.push({ ...task, state: standing.state, from: action.on, to: null });
  }
  return spans.filter(({ from, to }) => from !== to);
}

function keyOf({ kind, unit, since, due, ready }: Task): string {
  return [kind, unit, since, due, ready].join(' ');
}

/** A unit as its workflow names it. */
export function unitName({ workflow }: { readonly workflow: Workflow }, id: string): Bilingual {
  return unitsOf(workflow).find((unit) => unit.id === id)?.name ?? { zh: id, en: id };
}
