// Load → decide → save for plans (F02): every change locks the plan, asks the engine, and writes rows and audit together.
import type { CheckResult } from '@zhenghe/contract/plans';
import type { Day } from '@zhenghe/engine/kernel';
import { type Plan, type PlanActionKind, type PlanStanding, stateAfter } from '@zhenghe/engine/plans';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { mayWrite } from './authority.ts';
import { checkOn, countsOf, stoppers } from './checking.ts';
import { historyOf } from './detail.ts';
import { zonesElsewhere } from './elsewhere.ts';
import { appendPlanAction, findPlanToChange, findVersion, insertVersions, type PlanHead, type PlanVersion } from './queries.ts';
import { type Actor, planHash } from './record.ts';
import * as refuse from './refusals.ts';

/** A plan held for a change by someone who may make it. */
interface Opened {
  readonly head: PlanHead;
  readonly standing: PlanStanding;
  readonly latest: PlanVersion;
  readonly by: Actor;
  readonly submittedBy: Actor | null;
}

/** Adds a version. The place, the code and the training mark stay the plan's own, whatever the file says. */
export async function savePlan(
  context: Context,
  asked: { readonly id: string; readonly basedOn: number; readonly plan: Plan; readonly note?: string | undefined; readonly on: Day },
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const opened = await openToChange(tx, context, asked.id, asked.on, 'saved');
    const { head, latest, by } = opened;
    if (asked.basedOn !== latest.version) throw refuse.savedMeanwhile(latest.by, latest.version, asked.basedOn);
    if (asked.plan.jurisdiction !== head.jurisdiction) throw refuse.otherPlace(head.jurisdiction, asked.plan.jurisdiction);
    const plan: Plan = { ...asked.plan, code: head.code, training: head.dataset === 'training' };
    if (planHash(plan) === latest.sha256) return;
    const version = latest.version + 1;
    const counts = countsOf(await checked(tx, context, head, plan, asked.on));
    const note = asked.note === undefined ? {} : { note: asked.note };
    const common = { planId: head.id, dataset: head.dataset, version, on: asked.on, by, ...note };
    await insertVersions(tx, [{ ...common, plan, counts }]);
    await appendPlanAction(tx, { ...common, kind: 'saved' });
    await audit(tx, context, opened, { action: 'plans/save', after: planHash(plan) });
  });
}

/** Checks again on the server; hands the plan on only when nothing stops it. */
export async function submitPlan(
  context: Context,
  asked: { readonly id: string; readonly version: number; readonly on: Day },
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const opened = await openToChange(tx, context, asked.id, asked.on, 'submitted');
    const { head, latest, by } = opened;
    if (asked.version !== latest.version) throw refuse.savedMeanwhile(latest.by, latest.version, asked.version);
    const findings = stoppers(await checked(tx, context, head, latest.plan, asked.on));
    if (findings.length > 0) throw refuse.blocked(findings);
    await appendPlanAction(tx, { planId: head.id, dataset: head.dataset, kind: 'submitted', version: latest.version, on: asked.on, by });
    await audit(tx, context, opened, { action: 'plans/submit', after: latest.sha256 });
  });
}

/** Takes a submitted plan back; only the unit that submitted it may. */
export async function withdrawPlan(context: Context, asked: { readonly id: string; readonly on: Day }): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const opened = await openToChange(tx, context, asked.id, asked.on, 'withdrawn');
    const { head, latest, by, submittedBy } = opened;
    if (submittedBy && submittedBy.jurisdiction !== by.jurisdiction) throw refuse.notSubmitter(submittedBy.unit);
    await appendPlanAction(tx, { planId: head.id, dataset: head.dataset, kind: 'withdrawn', version: latest.version, on: asked.on, by });
    await audit(tx, context, opened, { action: 'plans/withdraw', after: latest.sha256 });
  });
}

async function openToChange(tx: Database, context: Context, id: string, on: Day, kind: PlanActionKind): Promise<Opened> {
  const head = await findPlanToChange(tx, id);
  if (!head) throw refuse.noPlan(id);
  const allowed = mayWrite(context.caller, head);
  if (!allowed.ok) throw refuse.notAllowed(allowed.reason);
  const { actions, standing, lastDay } = await historyOf(tx, head.id);
  if (stateAfter(standing.state, kind) === null) throw refuse.wrongState(standing.state);
  if (on < lastDay) throw refuse.dayBack(on, lastDay);
  const latest = await findVersion(tx, id, standing.version);
  if (!latest) throw refuse.noVersion(standing.version);
  return { head, standing, latest, by: allowed.by, submittedBy: actions.findLast((action) => action.kind === 'submitted')?.by ?? null };
}

async function checked(tx: Database, { rulebook }: Context, head: PlanHead, plan: Plan, on: Day): Promise<CheckResult> {
  const result = checkOn(rulebook, plan, { on, zonesElsewhere: await zonesElsewhere(tx, rulebook, { ...head, on }) });
  if (!result.ok) throw refuse.noRules(result.reason);
  return result.check;
}

async function audit(
  tx: Database,
  context: Context,
  opened: Opened,
  done: { readonly action: string; readonly after: string },
): Promise<void> {
  await recordAudit(tx, {
    caller: context.caller,
    requestId: context.requestId,
    dataset: opened.head.dataset,
    action: done.action,
    object: `plans/${opened.head.id}`,
    before: opened.latest.sha256,
    after: done.after,
  });
}
