// Steps of plans in bulk, for the training province and for tests: each becomes an action of the plan's case.

import type { Dataset } from '@zhenghe/contract/kernel';
import { type Action, type ActionKind, afterAction, type CaseStanding, tasksOf, unitsOf } from '@zhenghe/engine/approvals';
import type { Day } from '@zhenghe/engine/kernel';
import type { Actor } from '../accounts/index.ts';
import { appendToCases, type CaseRecord, listCases, type NewAction, standingOf, unitName } from '../approvals/index.ts';
import type { Database } from '../platform/database.ts';
import { listHashes, putInForce } from './queries.ts';

export interface NewPlanAction extends Pick<Action, 'stance' | 'text' | 'paper' | 'to' | 'due' | 'reasons'> {
  readonly planId: string;
  readonly dataset: Dataset;
  readonly kind: 'submitted' | 'accepted' | 'approved' | Exclude<ActionKind, 'submit' | 'accept' | 'approve'>;
  readonly version: number;
  readonly on: Day;
  readonly by: Actor;
  /** Whose task it is; without it the unit that the workflow names for the step. */
  readonly unit?: string;
}

const kinds: Readonly<Partial<Record<NewPlanAction['kind'], ActionKind>>> = {
  submitted: 'submit',
  accepted: 'accept',
  approved: 'approve',
};

/** Within one plan they must come in order. Whoever was asked and has not answered by an acceptance or a decision, agreed that day. */
export async function appendPlanActions(tx: Database, steps: readonly NewPlanAction[]): Promise<void> {
  const sets = [...new Set(steps.map(({ dataset }) => dataset))];
  const records = (await Promise.all(sets.map((dataset) => listCases(tx, { noun: 'plans', dataset, asOf: '9999-12-31' })))).flat();
  const hashes = await listHashes(tx, [...new Set(steps.map(({ planId }) => planId))]);
  const cases = records.flatMap((record) => {
    const own = steps.filter(({ planId }) => planId === record.head.id);
    return own.length === 0 ? [] : [{ head: record.head, before: record.actions, actions: actionsOf(record, own, hashes) }];
  });
  await appendToCases(tx, cases);
  for (const { head, actions } of cases) {
    for (const { kind, version, on, paper = null, sha256 } of actions) {
      if (kind === 'approve') await putInForce(tx, { planId: head.id, dataset: head.dataset, version, on, paper, sha256 });
    }
  }
}

function actionsOf(record: CaseRecord, steps: readonly NewPlanAction[], hashes: ReadonlyMap<string, string>): readonly NewAction[] {
  let standing = standingOf(record.head, record.actions);
  const actions: NewAction[] = [];
  for (const step of steps) {
    const sha256 = hashes.get(`${step.planId} ${step.version}`) ?? '';
    for (const action of [...opinionsBefore(standing, step), actionOf(standing, step)]) {
      actions.push({ ...action, sha256 });
      standing = afterAction(standing, action);
    }
  }
  return actions;
}

function opinionsBefore(standing: CaseStanding, { kind, version, on }: NewPlanAction): readonly Omit<NewAction, 'sha256'>[] {
  if (kind !== 'accepted' && kind !== 'approved') return [];
  const asked = tasksOf(standing).filter((task) => task.kind === 'opine');
  return asked.map(({ unit }) => {
    const actor = { card: 'department', unit: unitName(standing, unit), jurisdiction: unit.slice(0, 6) };
    return { kind: 'opine', stance: 'agree', unit, by: unit, version, on, actor };
  });
}

function actionOf(standing: CaseStanding, step: NewPlanAction): Omit<NewAction, 'sha256'> {
  const { planId: _id, dataset: _set, kind: named, by: actor, unit: given, ...said } = step;
  const kind = kinds[named] ?? ofCase(named);
  const unit = given ?? (kind === 'submit' || kind === 'withdraw' || kind === 'revise' ? standing.workflow.drafter.id : holderOf(standing));
  const paper = kind === 'approve' && said.paper === undefined ? { paper: `训练〔${step.on.slice(0, 4)}〕批复（虚构）` } : {};
  return { ...said, ...paper, kind, unit, by: unit, actor };
}

function ofCase(kind: NewPlanAction['kind']): ActionKind {
  if (kind === 'submitted' || kind === 'accepted' || kind === 'approved') throw new Error(`${kind} has no action`);
  return kind;
}

function holderOf(standing: CaseStanding): string {
  return standing.steps[standing.at]?.holder ?? unitsOf(standing.workflow)[0]?.id ?? '';
}
