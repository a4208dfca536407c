// The whole history of a plan: how its versions came about, and its case; and both as one line of events.
import type { PlanDetail } from '@zhenghe/contract/plans';
import type { ActionKind, CaseStanding } from '@zhenghe/engine/approvals';
import type { Day } from '@zhenghe/engine/kernel';
import { type PlanStanding, planStanding } from '@zhenghe/engine/plans';
import type { z } from 'zod';
import { type CaseHead, findCase, listActions, standingOf, type WrittenAction } from '../approvals/index.ts';
import type { Database } from '../platform/database.ts';
import { listVersionActions, PlanHistoryFault, type WrittenVersion } from './queries.ts';

export interface History {
  readonly versions: readonly WrittenVersion[];
  readonly actions: readonly WrittenAction[];
  readonly ofCase: CaseStanding;
  /** As it stands after everything that was done. */
  readonly standing: PlanStanding;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

export interface Past extends History {
  readonly head: CaseHead;
}

/** Null when the case is not the caller's to read. */
export async function historyOf(db: Database, id: string): Promise<Past | null> {
  const head = await findCase(db, { noun: 'plans', id });
  if (!head) return null;
  const past = historyFrom(head, await listVersionActions(db, id), await listActions(db, head));
  if (!past) throw new PlanHistoryFault(`plan ${id} has no version`);
  return past;
}

/** As it stood at the end of a day; null before the first version. */
export function historyOn({ head, versions, actions }: Past, on: Day): Past | null {
  return historyFrom(
    head,
    versions.filter((one) => one.on <= on),
    actions.filter((one) => one.on <= on),
  );
}

function historyFrom(head: CaseHead, versions: readonly WrittenVersion[], actions: readonly WrittenAction[]): Past | null {
  const ofCase = standingOf(head, actions);
  const standing = planStanding(versions, ofCase);
  const [first, last] = [versions[0], versions.at(-1)];
  if (!standing || !first || !last) return null;
  const [, lastDay = last.on] = [last.on, ofCase.lastDay].sort();
  return { head, versions, actions, ofCase, standing, firstDay: first.on, lastDay };
}

type Event = z.infer<typeof PlanDetail>['actions'][number];

/** What an act in the case is called in the plan's own history; opinions and reminders are told by the case alone. */
const named: Readonly<Partial<Record<ActionKind, Event['kind']>>> = {
  submit: 'submitted',
  withdraw: 'withdrawn',
  return: 'returned',
  accept: 'accepted',
  approve: 'approved',
  refuse: 'refused',
  revise: 'revised',
};

/** By day, then as written. */
export function eventsOf({ versions, actions }: History): Event[] {
  const saved = versions.map(({ on, kind, version, by, note, source, recordedAt }) => ({
    recordedAt,
    event: { at: on, kind, version, by: { ...by.unit }, note, source },
  }));
  const acted = actions.flatMap(({ on, kind, version, actor, recordedAt = '' }) => {
    const name = named[kind];
    return name ? [{ recordedAt, event: { at: on, kind: name, version, by: { ...actor.unit }, note: null, source: null } }] : [];
  });
  const key = ({ event, recordedAt }: { readonly event: Event; readonly recordedAt: string }) => `${event.at} ${recordedAt}`;
  const inOrder: { readonly event: Event; readonly recordedAt: string }[] = [...saved, ...acted];
  return inOrder.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)).map(({ event }) => event);
}
