// One plan as its page shows it: a version, where it stood on the asked day, its check on that day, and what the caller may do.
import { planToWire } from '@zhenghe/contract/plan-wire';
import type { PlanDetail } from '@zhenghe/contract/plans';
import type { Day } from '@zhenghe/engine/kernel';
import { type PlanActionKind, PlanHistoryFault, type PlanStanding, standingOf, stateAfter } from '@zhenghe/engine/plans';
import type { z } from 'zod';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { mayWrite } from './authority.ts';
import { checkOn } from './checking.ts';
import { zonesElsewhere } from './elsewhere.ts';
import { findPlan, findVersion, listActions, type WrittenAction } from './queries.ts';
import * as refuse from './refusals.ts';

type Detail = z.infer<typeof PlanDetail>;

export interface History {
  readonly actions: readonly WrittenAction[];
  /** As it stands now, after every action. */
  readonly standing: PlanStanding;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

export async function historyOf(db: Database, id: string): Promise<History> {
  const actions = await listActions(db, id);
  const standing = standingOf(actions);
  const [first] = actions;
  const last = actions.at(-1);
  if (!standing || !first || !last) throw new PlanHistoryFault(`plan ${id} has no action`);
  return { actions, standing, firstDay: first.on, lastDay: last.on };
}

export async function planDetail(
  context: Context,
  asked: { readonly id: string; readonly version?: number | undefined; readonly on: Day },
): Promise<Detail> {
  const { db, caller, rulebook } = context;
  const head = await findPlan(db, asked.id);
  if (!head) throw refuse.noPlan(asked.id);
  const history = await historyOf(db, head.id);
  const done = history.actions.filter((action) => action.on <= asked.on);
  const standing = standingOf(done);
  if (!standing) throw refuse.notYet(asked.on, history.firstDay);
  const number = asked.version ?? standing.version;
  const version = await findVersion(db, head.id, number);
  if (!version) throw refuse.noVersion(number);
  const checked = checkOn(rulebook, version.plan, {
    on: asked.on,
    zonesElsewhere: await zonesElsewhere(db, rulebook, { ...head, on: asked.on }),
  });
  if (!checked.ok) throw refuse.noRules(checked.reason);
  const latest = history.standing.version;
  const open = mayWrite(caller, head).ok && asked.on >= history.lastDay && number === latest;
  const may = (kind: PlanActionKind): boolean => open && stateAfter(history.standing.state, kind) !== null;
  return {
    id: head.id,
    dataset: head.dataset,
    state: standing.state,
    version: number,
    latest,
    mayEdit: may('saved'),
    maySubmit: may('submitted'),
    plan: planToWire(version.plan),
    context: checked.context,
    check: checked.check,
    actions: done.map(({ on, kind, version: of, by, note, source }) => ({ at: on, kind, version: of, by: by.unit, note, source })),
  };
}
