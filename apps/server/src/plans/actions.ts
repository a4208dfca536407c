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
import { appendPlanAction, findPlanToChange, findVersion, insertVersions, keepSource, type PlanHead, type PlanVersion } from './queries.ts';
import { type Actor, planHash } from './record.ts';
import * as refuse from './refusals.ts';
import type { ReadSource } from './source.ts';

/** A plan held for a change by someone who may make it. */
interface Opened {
  readonly head: PlanHead;
  readonly standing: PlanStanding;
  readonly latest: PlanVersion;
  readonly by: Actor;
  readonly submittedBy: Actor | null;
}

interface SaveAsked {
  readonly id: string;
  readonly basedOn: number;
  readonly plan: Plan;
  readonly note?: string | undefined;
  readonly on: Day;
  /** The file the plan was read from; absent when it was typed in. */
  readonly source?: ReadSource | undefined;
}

/** Adds a version, and keeps the file it was read from. The same plan again is no new version and no new action. */
export async function savePlan(context: Context, asked: SaveAsked): Promise<void> {
  const { source, on } = asked;
  const kind = source ? 'imported' : 'saved';
  await context.db.transaction().execute(async (tx) => {
    const opened = await openToChange(tx, context, { ...asked, kind });
    const { head, latest, by } = opened;
    if (asked.basedOn !== latest.version) throw refuse.savedMeanwhile(latest.by, latest.version, asked.basedOn);
    if (asked.plan.jurisdiction !== head.jurisdiction) throw refuse.otherPlace(head.jurisdiction, asked.plan.jurisdiction);
    const plan = asOf(head, asked.plan);
    if (source && planHash(asOf(head, source.plan)) !== planHash(plan)) throw refuse.otherFile(source.name);
    if (planHash(plan) === latest.sha256) return;
    const counts = countsOf(await checked(tx, context, { ...head, plan, on }));
    const note = asked.note === undefined ? {} : { note: asked.note };
    const common = { planId: head.id, dataset: head.dataset, version: latest.version + 1, on, by, ...note };
    await insertVersions(tx, [{ ...common, plan, counts }]);
    if (source) await keepSource(tx, source, by);
    await appendPlanAction(tx, { ...common, kind, ...(source && { source: source.sha256 }) });
    await audit(tx, context, opened, { action: source ? 'plans/import' : 'plans/save', after: planHash(plan) });
  });
}

/** The code and the training mark stay the plan's own, whatever the file says. */
function asOf(head: PlanHead, plan: Plan): Plan {
  return { ...plan, code: head.code, training: head.dataset === 'training' };
}

/** Checks again on the server; hands the plan on only when nothing stops it. */
export async function submitPlan(
  context: Context,
  asked: { readonly id: string; readonly version: number; readonly on: Day },
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const opened = await openToChange(tx, context, { ...asked, kind: 'submitted' });
    const { head, latest, by } = opened;
    if (asked.version !== latest.version) throw refuse.savedMeanwhile(latest.by, latest.version, asked.version);
    const findings = stoppers(await checked(tx, context, { ...head, plan: latest.plan, on: asked.on }));
    if (findings.length > 0) throw refuse.blocked(findings);
    await appendPlanAction(tx, { planId: head.id, dataset: head.dataset, kind: 'submitted', version: latest.version, on: asked.on, by });
    await audit(tx, context, opened, { action: 'plans/submit', after: latest.sha256 });
  });
}

/** Takes a submitted plan back; only the unit that submitted it may. */
export async function withdrawPlan(context: Context, asked: { readonly id: string; readonly on: Day }): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const opened = await openToChange(tx, context, { ...asked, kind: 'withdrawn' });
    const { head, latest, by, submittedBy } = opened;
    if (submittedBy && submittedBy.jurisdiction !== by.jurisdiction) throw refuse.notSubmitter(submittedBy.unit);
    await appendPlanAction(tx, { planId: head.id, dataset: head.dataset, kind: 'withdrawn', version: latest.version, on: asked.on, by });
    await audit(tx, context, opened, { action: 'plans/withdraw', after: latest.sha256 });
  });
}

interface Change {
  readonly id: string;
  readonly on: Day;
  readonly kind: PlanActionKind;
}

async function openToChange(tx: Database, context: Context, { id, on, kind }: Change): Promise<Opened> {
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

async function checked(
  tx: Database,
  { rulebook }: Context,
  asked: PlanHead & { readonly plan: Plan; readonly on: Day },
): Promise<CheckResult> {
  const result = checkOn(rulebook, asked.plan, { on: asked.on, zonesElsewhere: await zonesElsewhere(tx, rulebook, asked) });
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
