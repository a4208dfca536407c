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
    standingOf(head, [...before, ...actions]);
    return { head, before, actions: actions.map((action, index) => ({ ...action, seq: before.length + index + 1 })) };
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
    standingOf(head, actions);
    return { head, actions: actions.map((action, index) => ({ ...action, seq: index + 1 })) };
  });
  await insertCases(
    tx,
    numbered.map(({ head }) => head),
  );
  await insertActions(tx, numbered);
  await writeTasks(tx, numbered);
}
