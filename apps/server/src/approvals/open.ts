// Opening cases for subjects, and bringing in whole records in bulk: what ships with the product, or is generated for training.
import type { Action } from '@zhenghe/engine/approvals';
import type { Actor } from '../accounts/index.ts';
import type { Database } from '../platform/database.ts';
import { standingOf } from './act.ts';
import { insertActions, insertCases, writeTasks } from './queries.ts';
import type { CaseHead, WrittenAction } from './record.ts';

export interface NewAction extends Action {
  readonly actor: Actor;
  readonly sha256: string;
}

/** Adds to cases that stand already; as strict as `openCases`. */
export async function appendToCases(
  tx: Database,
  cases: readonly (NewCase & { readonly before: readonly WrittenAction[] })[],
): Promise<void> {
  const numbered = cases.map(({ head, before, actions }) => {
    standingOf(head, [...before, ...actions.map(withHand)]);
    return { head, before, actions: numberedFrom(before.length, actions) };
  });
  await insertActions(tx, numbered);
  await writeTasks(
    tx,
    numbered.map(({ head, before, actions }) => ({ head, actions: [...before, ...actions] })),
  );
}

export interface NewCase {
  readonly head: CaseHead;
  readonly actions: readonly NewAction[];
}

/** Folds each record first: one that could not have happened is not written. */
export async function openCases(tx: Database, cases: readonly NewCase[]): Promise<void> {
  const numbered = cases.map(({ head, actions }) => {
    standingOf(head, actions.map(withHand));
    return { head, actions: numberedFrom(0, actions) };
  });
  await insertCases(
    tx,
    numbered.map(({ head }) => head),
  );
  await insertActions(tx, numbered);
  await writeTasks(tx, numbered);
}

/** Who did it is told by its card, as it is when the record is read again. */
function withHand(action: NewAction): NewAction {
  return { ...action, hand: action.hand ?? action.actor.card };
}

function numberedFrom(count: number, actions: readonly NewAction[]): readonly WrittenAction[] {
  return actions.map((action, index) => ({ ...withHand(action), seq: count + index + 1 }));
}
